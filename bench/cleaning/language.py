"""How often the language is told right, and whether the first look agrees with langdetect.

    python bench/cleaning/language.py LANGUAGE [--mt MT] [--show N]

LANGUAGE holds `sentences/`, `word-pairs/` and `single-words/` with a file for each language, one
text a line; MT holds `dev/*.fr` and `dev/*.en`. The rival is langdetect as it comes, seeded.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import langdetect

from translate.cleaning import language
from translate.document import Document

AMONG = ("fr", "en")
FOREIGN = ("de", "es", "it", "pt", "nl", "ca")


def ours(text: str) -> str:
    return language.check(Document("", text), AMONG, "fr").meta.language or language.UNSURE


def theirs(text: str) -> str:
    langdetect.DetectorFactory.seed = 0
    try:
        answer: str = langdetect.detect(text)
    except langdetect.LangDetectException:
        return "und"
    return answer


def right(answer: Callable[[str], str], texts: list[str], code: str) -> tuple[float, float, float]:
    """Share of right answers, of "und", in %, and texts a second."""
    start = time.perf_counter()
    answers = [answer(text) for text in texts]
    seconds = time.perf_counter() - start
    share = 100 / len(texts)
    return answers.count(code) * share, answers.count("und") * share, len(texts) / seconds


def told(text: str) -> language.Verdict:
    verdict = language.look(text, AMONG)
    return verdict if verdict.code != language.UNSURE else language.ask(text, AMONG)


def read(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def look(texts: list[str]) -> tuple[float, float, list[str]]:
    """Share that the first look decides; of these, share on which langdetect agrees; the others."""
    decided = [t for t in texts if told(t).why.startswith("function")]
    differ = [t for t in decided if theirs(t.lower()) != told(t).code]
    agree = 1 - len(differ) / (len(decided) or 1)
    return 100 * len(decided) / len(texts), 100 * agree, differ


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", type=Path)
    options.add_argument("--mt", type=Path)
    options.add_argument("--show", type=int, default=0)
    args = options.parse_args()
    if not (args.language / "sentences").is_dir():
        sys.exit(f"{args.language}: no folder sentences in it")
    sets = {
        (kind, code): read(args.language / kind / f"{code}.txt")
        for kind in ("sentences", "word-pairs", "single-words")
        for code in (*AMONG, *(FOREIGN if kind == "sentences" else ()))
    }
    if args.mt:
        for name in ("flores-dev", "wmt13"):
            for code in AMONG:
                sets[name, code] = read(args.mt / "dev" / f"{name}.{code}")[:500]
    print(f"{'texts':18}{'':4}{'right':>7}{'und':>6}{'CAPS':>7}{'langdetect':>12}{'a second':>10}")
    for (kind, code), texts in sets.items():
        share, unsure, speed = right(ours, texts, code)
        capitals = right(ours, [t.upper() for t in texts], code)[0]
        rival = right(theirs, texts, code)[0]
        print(
            f"{kind:18}{code:4}{share:7.1f}{unsure:6.1f}{capitals:7.1f}{rival:12.1f}{speed:10.0f}"
        )
        for text in [t for t in texts if ours(t) != code][: args.show * (code in AMONG)]:
            print(f"        {ours(text)} {told(text).why}: {text[:120]}")
    print("\nfirst look: lines it decides, and how often langdetect says the same, %")
    for (kind, code), texts in sets.items():
        if kind in ("sentences", "flores-dev", "wmt13"):
            decided, agree, differ = look(texts)
            print(f"{kind:18}{code:4}{decided:7.1f}{agree:7.1f}")
            for text in differ[: args.show]:
                found = told(text)
                print(f"        {found.code} against {theirs(text.lower())}: {text[:100]}")
    texts = sets["word-pairs", "fr"][:100] + sets["sentences", "fr"][:20]
    answers = {tuple(map(ours, texts)) for _ in range(100)}
    print(f"\n100 runs over {len(texts)} texts: {len(answers)} different answers")


if __name__ == "__main__":
    main()
