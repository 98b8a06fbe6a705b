"""Make documents for benches of speed: paragraphs of a text file with the faults that copies have.

    python bench/scale/documents.py lines.fr OUT [--count 10000] [--lines 18] [--seed 1]

Writes COUNT text files, each of LINES lines (18 are some 2 KB, 29 some 3.6 KB), to OUT/raw, and the
same texts to OUT/in.jsonl.
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import islice
from pathlib import Path

CHROME = (
    "Partager cet article :", "Accueil | Actualités | Contact", "Abonnez-vous à notre lettre",
    "Lire aussi : les autres articles", "Publié le 12/05/2024 à 14h30", "0 commentaire",
)  # fmt: skip


def document(lines: list[str], chance: random.Random) -> str:
    """Give one text of the paragraphs `lines`, with chrome and, now and then, mojibake."""
    parts = [" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3)]
    if chance.random() < 0.3:
        at = chance.randrange(len(parts))
        parts[at] = parts[at].encode().decode("cp1252", "replace")
    for _ in range(chance.randrange(3)):
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(CHROME))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--lines", dest="each", type=int, default=18)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    raw = options.out / "raw"
    raw.mkdir(parents=True, exist_ok=True)
    with (
        options.lines.open(encoding="utf-8") as opened,
        (options.out / "in.jsonl").open("w") as out,
    ):
        for number in range(options.count):
            lines = [line.strip() for line in islice(opened, options.each)]
            if not lines:
                break
            text = document(lines, chance)
            (raw / f"{number:06}.txt").write_text(text, encoding="utf-8")
            out.write(json.dumps({"id": f"{number:06}.txt", "text": text}) + "\n")


if __name__ == "__main__":
    main()
