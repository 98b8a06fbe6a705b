"""What `corpus names discover` finds, where what stands in the texts is known.

    python -m bench.names.discovery made FRENCH ENGLISH [FRENCH ENGLISH …]
    python -m bench.names.discovery corpus NAMES.json TEXTS…
    python -m bench.names.discovery scale FRENCH

`made`: the corpus of `bench/names/made.py`, ten sentences a document, with its right names in the
glossary and without a glossary. `corpus`: NAMES.json has `names`, canonical name to the spellings
that stand for it in TEXTS; first with these names in the glossary and no variant, then without.
`scale`: the time for FRENCH and for twice as much, with a glossary of 50,000 names and without.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bench.names import speed
from bench.names.made import make
from translate.names.discovery.discover import discover
from translate.names.discovery.proposal import Proposed
from translate.names.forms import surname
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key

SHOWN = 40
DOCUMENT = 10
MANY = 50_000
# The kinds of the names of the sample texts are told by the project's own glossary.
OURS = Path(__file__).parents[2] / "glossary.toml"
KINDS = ("person", "organisation")
# A spelling and whose it is.
Pairs = set[tuple[tuple[str, ...], str]]


def proposed(found: Iterable[Proposed]) -> Pairs:
    return {(key(s.spelling), name.canonical) for name in found for s in name.spellings}


def say(what: str, found: Pairs, right: Pairs, wanted: Pairs) -> None:
    """Print precision and recall, and what is wrong or missing."""
    hits = found & right
    print(f"{what}: precision {len(hits) / max(len(found), 1):.3f} of {len(found)}, "
          f"recall {len(hits & wanted) / max(len(wanted), 1):.3f} of {len(wanted)}")  # fmt: skip
    for label, some in (("wrong", found - right), ("missing", wanted - found)):
        for words, name in sorted(some)[:SHOWN]:
            print(f"  {label}: {' '.join(words)} | {name}")


def made(paths: list[str]) -> None:
    corpus = make(paths)
    texts = [
        (f"{i}.txt", "\n\n".join(corpus.lines[i : i + DOCUMENT]))
        for i in range(0, len(corpus.lines), DOCUMENT)
    ]
    wrong = {(key(s), n) for s, n in zip(corpus.spelt, corpus.names, strict=True) if s != n}
    wrong = {(words, name) for words, name in wrong if words != key(name)}
    print(f"{len(corpus.glossary.names)} names, {len(texts)} texts, {len(corpus.lines)} sentences")
    known = discover(texts, corpus.glossary)
    say("misspellings, names known", proposed(known), wrong, wrong)
    alone = discover(texts, Glossary())
    everything = {(key(s), "") for s in (*corpus.names, *corpus.spelt)}
    for kind in ("person", ""):
        names = {(key(name.canonical), "") for name in alone if kind in (name.kind, "")}
        wanted = {(key(n.canonical), "") for n in corpus.glossary.names if kind in (n.kind, "")}
        say(f"names ({kind or 'all'}), nothing known", names, everything, wanted)
    # Two spellings of one name may be proposed under either.
    owner = {key(s): n for s, n in zip(corpus.spelt, corpus.names, strict=True)}
    pairs = {(words, owner.get(key(name), name)) for words, name in proposed(alone)}
    right = set(owner.items())
    say("misspellings, nothing known", pairs, right, wrong)


def gold(listed: dict[str, dict[str, int]], texts: list[tuple[str, str]]) -> None:
    wanted = {
        (key(spelling), canonical)
        for canonical, spellings in listed.items()
        for spelling in spellings
        if " " in spelling and key(spelling) not in (key(canonical), key(surname(canonical)))
    }
    known = discover(texts, Glossary(tuple(Name(canonical) for canonical in listed)))
    say("variants, names known", proposed(known), wanted, wanted)
    alone = discover(texts, Glossary())
    names = {(key(name.canonical), "") for name in alone if name.kind in KINDS}
    right = {(key(canonical), "") for canonical in listed}
    kinds = {name.canonical: name.kind for name in Glossary.load(OURS).names}
    wanted_names = {(key(c), "") for c in listed if kinds.get(c) in KINDS}
    say("persons and organisations, nothing known", names, right, wanted_names)
    say("their variants", proposed(alone), wanted, wanted)


def scale(path: str) -> None:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    glossary = speed.glossary(random.Random(14), MANY)
    for label, names in (("no glossary", Glossary()), (f"{MANY} names", glossary)):
        discover([("a.txt", "Un mot.")], names)
        seconds = []
        for times in (1, 2):
            texts = [
                (f"{n}.{i}.txt", "\n".join(lines[i : i + 50]))
                for n in range(times)
                for i in range(0, len(lines), 50)
            ]
            start = time.process_time()
            discover(texts, names)
            seconds.append(time.process_time() - start)
        print(f"{label}: {len(lines)} lines {seconds[0]:.2f} s, twice as many {seconds[1]:.2f} s")


def main(what: str, paths: list[str]) -> None:
    if not all(Path(path).is_file() for path in paths):
        sys.exit(f"{paths}: not here; see the head of this file")
    if what == "corpus":
        listed = json.loads(Path(paths[0]).read_text("utf-8"))["names"]
        gold(listed, [(Path(p).name, Path(p).read_text("utf-8")) for p in paths[1:]])
    elif what == "made":
        made(paths)
    else:
        scale(paths[0])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
