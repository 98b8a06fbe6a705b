"""Show the scores of the gate, or write its floors: `python -m tests.gate --help`."""

from __future__ import annotations

import argparse
import sys

from tests.gate.scoring import (
    Floors,
    cleaning_scores,
    judge_all,
    render,
    sentences,
    translated,
    translation_scores,
    wrong,
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gate", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list wrong lines and lost facts")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", action="store_true", dest="up", help="raise the floors reached")
    change.add_argument("--lower", action="store_true", help="make today's scores the floors")
    options = parser.parse_args()
    judged = judge_all()
    found = sentences()
    rendered = render(found, translated([s.french for s in found]))
    scores = {**cleaning_scores(judged), **translation_scores(rendered)}
    floors = Floors.load()
    if options.wrong:
        for name, lines in judged.items():
            print(f"\n{name}", *wrong(lines), sep="\n  ")
        print("\ntranslation")
        for r in rendered:
            if r.lost:
                told = "told" if r.doubtful else "NOT TOLD"
                print(f"  {told} {list(r.lost)}: {r.sentence.french} -> {r.english}")
            elif r.doubtful:
                print(f"  doubted: {r.sentence.french} -> {r.english}")
        print()
    for name, score in scores.items():
        print(f"{score:5.1f}  floor {floors.floors.get(name, 0.0):5.1f}  {name}")
    if options.lower:
        Floors(scores, floors.margin).save()
        return 0
    fallen = floors.fallen(scores)
    if options.up:
        floors.raised(scores).save()
        fallen = [name for name in fallen if name in floors.floors]
    for name in fallen:
        print(f"below its floor: {name}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
