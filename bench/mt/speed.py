"""How fast is translating, against Argos Translate and against CTranslate2 itself?

    python bench/mt/speed.py DEV_FOLDER [DOCUMENTS]

DEV_FOLDER holds `NAME.fr` and `NAME.en`, lines that translate each other. Documents of 50 sentences
in paragraphs of one to four are made of them. All use the embedded model and all cores:

- argos: `argostranslate`'s own translate call with its beam of 4, its sentence splitter replaced by
  a look-up of the sentences that ours found (so that it costs nothing);
- raw: `ctranslate2.Translator.translate_batch` given the same sentences, tokenised, by length, with
  a beam of 4, and with that of ours;
- ours: `translate_documents`, checks and fallbacks included, with the beam that is its default;
  then again with its memory full.

Printed: sentences a second, seconds of processor time, BLEU over paragraphs.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from translate.config import BEAM
from translate.mt.engines.ctranslate import MOST_TOKENS, argos_package, load_engine
from translate.mt.engines.packages import EMBEDDED
from translate.mt.job import translate_documents
from translate.mt.memory import Memory
from translate.mt.sentences import pieces
from translate.mt.units import Source

FOLDER = EMBEDDED / "fr_en"
SENTENCES = 50
ARGOS_BEAM = 4


def documents(folder: Path, count: int) -> list[tuple[list[str], list[str]]]:
    """Give documents as paragraphs of French and of English."""
    pairs: list[tuple[str, str]] = []
    for name in ("wmt13", "wmt08-12"):
        french = (folder / f"{name}.fr").read_text(encoding="utf-8").splitlines()
        english = (folder / f"{name}.en").read_text(encoding="utf-8").splitlines()
        pairs += zip(french, english, strict=True)
    made = []
    for start in range(0, count * SENTENCES, SENTENCES):
        lines = pairs[start : start + SENTENCES]
        cut = [0]
        while cut[-1] < len(lines):
            cut.append(min(len(lines), cut[-1] + 1 + len(cut) % 4))
        ranges = list(pairwise(cut))
        made.append(
            (
                [" ".join(f for f, _ in lines[a:b]) for a, b in ranges],
                [" ".join(e for _, e in lines[a:b]) for a, b in ranges],
            )
        )
    return made


def argos(texts: list[str]) -> Callable[[], list[str]]:
    """Give Argos Translate's translation of `texts`, ready to run."""
    package = argos_package(FOLDER)
    scratch = tempfile.mkdtemp()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = scratch
    from argostranslate import translate as at

    known = {
        paragraph: [p.text for p in pieces(paragraph) if p.sentence]
        for text in texts
        for paragraph in text.split("\n")
    }

    class Splitter:
        def split_sentences(self, text: str) -> list[str]:
            return known[text]

    languages = at.Language("fr", "French"), at.Language("en", "English")
    translation = at.PackageTranslation(*languages, package)
    translation.sentencizer = Splitter()
    translation.translate("Bonjour.") if known.setdefault("Bonjour.", ["Bonjour."]) else None
    cached = at.CachedTranslation(translation)
    return lambda: [cached.translate(text) for text in texts]


def raw(texts: list[str], beam: int) -> Callable[[], list[str]]:
    """Give CTranslate2's own batch over the sentences of `texts`, ready to run."""
    import ctranslate2
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(FOLDER / "sentencepiece.model"))
    sentences = [p.text for text in texts for p in pieces(text) if p.sentence]
    tokens = sorted(processor.encode(sentences, out_type=str), key=len, reverse=True)
    translator = ctranslate2.Translator(
        str(FOLDER / "model"), inter_threads=os.cpu_count(), intra_threads=1
    )

    def run() -> list[str]:
        translator.translate_batch(
            tokens,
            beam_size=beam,
            max_batch_size=1024,
            batch_type="tokens",
            max_decoding_length=MOST_TOKENS,
        )
        return []

    return run


def ours(texts: list[str], memory: Memory | None) -> Callable[[], list[str]]:
    """Give our translation of `texts`, ready to run."""
    engine = load_engine(FOLDER)
    sources = [Source(str(n), text) for n, text in enumerate(texts)]
    return lambda: [t.text for t in translate_documents(sources, engine, memory=memory)]


def measure(name: str, run: Callable[[], list[str]], sentences: int) -> tuple[float, Any]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = run()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(
        f"{name:8} {sentences / wall:9.1f} sentences/s  {wall:7.2f} s  {cpu:7.2f} s of processor",
        flush=True,
    )
    return wall, result


def main() -> None:
    if len(sys.argv) < 2 or not Path(sys.argv[1], "wmt13.fr").is_file():
        sys.exit(f"{__doc__}\nno development data in {sys.argv[1:]}")
    import sacrebleu

    made = documents(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
    texts = ["\n".join(french) for french, _ in made]
    references = [paragraph for _, english in made for paragraph in english]
    count = sum(p.sentence for text in texts for p in pieces(text))
    print(f"{len(texts)} documents, {count} sentences, {os.cpu_count()} cores")

    def bleu(results: list[str]) -> float:
        lines = [line for text in results for line in text.split("\n")]
        return float(sacrebleu.corpus_bleu(lines, [references]).score)

    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder, "memory.db")) as memory:
        raw_wall, _ = measure("raw", raw(texts, ARGOS_BEAM), count)
        same_wall, _ = measure(f"raw, {BEAM}", raw(texts, BEAM), count)
        our_wall, our_texts = measure("ours", ours(texts, memory), count)
        again_wall, again = measure("again", ours(texts, memory), count)
    argos_wall, argos_texts = measure("argos", argos(texts), count)
    print(f"ours / argos  {argos_wall / our_wall:6.2f} times (limit 4)")
    print(f"ours / raw    {100 * raw_wall / our_wall:6.1f} %     (limit 90 %)")
    print(f"with our beam {100 * same_wall / our_wall:6.1f} %")
    times = our_wall / again_wall
    print(f"again / ours  {times:6.1f} times (limit 50), same text: {again == our_texts}")
    print(f"BLEU ours {bleu(our_texts):.2f}, argos {bleu(argos_texts):.2f}")


if __name__ == "__main__":
    main()
