"""What a translation's score tells of its quality: BLEU of the sentences in bands of score.

    python bench/model/doubt.py flores-dev.fr flores-dev.en [--package FOLDER]

The score is the mean log-probability of the tokens, of a line its lowest sentence's. `unsure_below`
in a package's metadata is set by this table.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path
from statistics import correlation

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from translate.mt.engines.packages import load_engine
from translate.mt.job import translate_documents
from translate.mt.units import Source
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary

EMBEDDED = Path(__file__).parents[2] / "translate" / "models" / "fr_en"
BANDS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("source", type=Path)
    ap.add_argument("reference", type=Path)
    ap.add_argument("--package", type=Path, default=EMBEDDED)
    a = ap.parse_args()
    lines = a.source.read_text(encoding="utf-8").splitlines()
    gold = a.reference.read_text(encoding="utf-8").splitlines()
    texts = (Source(str(n), line) for n, line in enumerate(lines))
    engine = load_engine(a.package)
    done = translate_documents(texts, engine, terms=NameKeeper(Glossary()))
    found = [
        (min(r.score for r in t.records if r.score is not None), t.text, reference)
        for t, reference in zip(done, gold, strict=True)
    ]
    found.sort(key=lambda line: line[0])
    chrf = [CHRF().sentence_score(text, [reference]).score for _, text, reference in found]
    together = correlation([score for score, _, _ in found], chrf)
    print(f"{len(found)} lines; correlation of score and chrF {together:.2f}")
    for first, last in pairwise(BANDS):
        band = found[round(first * len(found)) : round(last * len(found))]
        bleu = BLEU().corpus_score([text for _, text, _ in band], [[r for _, _, r in band]]).score
        print(
            f"lowest {first:4.0%} to {last:4.0%}   score {band[0][0]:.2f} to {band[-1][0]:.2f}   "
            f"BLEU {bleu:.1f}"
        )


if __name__ == "__main__":
    main()
