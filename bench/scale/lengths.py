"""Time against length: what doubling a line, a file, a list or a glossary costs, stage by stage.

    python bench/scale/lengths.py [--size 100000] [--only NAME]

Every shape is one unit over and over, in one line or many. Prints the processor time of a shape of
SIZE characters and of twice as many for each stage, and marks what grows more than 2.3 times.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial

from translate.cleaning import clean, restore
from translate.cleaning.decode import decode
from translate.mt.held import protected
from translate.mt.sentences import pieces
from translate.names.glossary import Glossary
from translate.names.variants import find
from translate.show.explain import explain

LIMIT = 2.3
LEAST = 0.05  # seconds below which nothing is told
SHAPES = {
    "a word": "a",
    "a word of accents": "é",
    "words": "le pont de la ville est ouvert ",
    "sentences": "Le pont est ouvert. ",
    "initials": "A. ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "full stops": ".",
    "question marks": "a?",
    "lost letters": "\ufffd",
    "mojibake": "Ã©tÃ© ",
    "entities": "&amp;",
    "emoji": "ok 👉 ",
    "bullets": "- ",
    "quotes": "« ",
    "brackets": "([",
    "digits": "1",
    "amounts": "1 000,5 € ",
    "dates": "12/05/2024 ",
    "names": "Ada Lovelace, ",
    "addresses": "https://a.fr/b?c=d ",
    "half addresses": "a@",
    "dots and letters": "a.",
    "slashes": "a/",
    "hyphens": "a-",
    "apostrophes": "l’",
    "combining marks": "e\u0301",
    "deep combining marks": "\u0301",
    "controls": "a\x0b",
    "directions": "\u202e",
    "zero width": "\u200b",
    "capitals": "ABC ",
    "glued": "unDeux",
    "pipes": "a | ",
    "chrome in text": "Partager cet article\nLe maire a présenté hier son projet.\n\n",
    "misread words": "La soirйe dйbute а huit heures ",
    "words with lost letters": "d?j? une �tude ",
}


def stages(language: str = "fr") -> dict[str, Callable[[str], object]]:
    glossary = Glossary.parse('[[name]]\ncanonical = "Ada Lovelace"\nvariants = ["ada lovelass"]')
    return {
        "decoding": lambda text: decode(text.encode("cp1252", "replace")),
        "cleaning": clean,
        "restoring": lambda text: restore(clean(text)),
        "sentences": lambda text: list(pieces(text, language)),
        "held": lambda text: list(protected(text)),
        "explaining": lambda text: list(explain(clean(text))),
        "names": lambda text: find(text, glossary),
    }


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    grown = 0
    for shape, unit in SHAPES.items():
        if options.only not in shape:
            continue
        for lines in ("one line", "lines"):
            joint = "" if lines == "one line" else "\n"
            for stage, work in stages().items():
                work("Un mot.")
                times = []
                for size in (options.size, 2 * options.size):
                    text = (unit + joint) * (size // len(unit + joint)) + "x"
                    times.append(seconds(partial(work, text)))
                    if times[0] > 20:
                        break
                ratio = times[-1] / max(times[0], LEAST)
                if ratio > LIMIT or times[0] > 20:
                    grown += 1
                    told = ", ".join(f"{n:.2f} s" for n in times)
                    print(f"{shape}, {lines}: {stage}: {told} ({ratio:.1f})", flush=True)
    print(f"{grown} of {len(SHAPES)} shapes times {2 * len(stages())} stages grow faster")


if __name__ == "__main__":
    main()
