"""Score a package on a test set with sacreBLEU: BLEU and chrF, signatures, sentences a second.

python evaluate.py fr_en dev.fr dev.en --beam 4
python evaluate.py fr_en dev.fr dev.en --beam 4 --lower      # French lower-cased, cased scoring
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
import sentencepiece as spm
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF


class Package:
    """A package folder: its tokenizer and its model on the CPU."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self.sp = spm.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        self.model = ctranslate2.Translator(
            str(folder / "model"), device="cpu", inter_threads=threads, intra_threads=1
        )

    def translate(self, lines: Sequence[str], beam: int = 4) -> list[str]:
        """One translation a line; the lines must be single sentences."""
        found = self.model.translate_batch(
            [self.sp.encode(line, out_type=str) for line in lines],
            beam_size=beam,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=200,
        )
        return [self.sp.decode(x.hypotheses[0]) for x in found]


def scores(found: list[str], gold: list[str]) -> str:
    """BLEU and chrF with the signatures that make them comparable."""
    lines = []
    for metric in (BLEU(), CHRF()):
        result = metric.corpus_score(found, [gold])
        lines.append(f"{result.name} {result.score:.2f}  {metric.get_signature()}")
    return "\n".join(lines)


def main() -> None:
    """Translate and score."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("package", type=Path)
    ap.add_argument("source", type=Path)
    ap.add_argument("reference", type=Path)
    ap.add_argument("--beam", type=int, default=4)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--lower", action="store_true", help="lower-case the French first")
    ap.add_argument("--write", type=Path, help="keep the translations here")
    a = ap.parse_args()
    source = a.source.read_text(encoding="utf-8").splitlines()
    gold = a.reference.read_text(encoding="utf-8").splitlines()
    if a.lower:
        source = [line.lower() for line in source]
    package = Package(a.package, a.threads)
    start = time.perf_counter()
    found = package.translate(source, a.beam)
    taken = time.perf_counter() - start
    print(scores(found, gold))
    print(f"beam {a.beam}, {len(source) / taken:.1f} sentences a second, {a.threads} threads")
    if a.write:
        a.write.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")


if __name__ == "__main__":
    main()
