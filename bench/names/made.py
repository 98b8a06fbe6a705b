"""A made corpus whose names, and whose misspellings of them, are known.

Real sentences carry the names: of parallel text, the lines with one name that both languages have
(`bench/names/repair.py`) and no other word with a capital but the first. The name gives way to one
of 500 drawn from all the names of the text, spelt right or misspelt; a third of the sentences stay
as they are, a third are put in small letters, a third in capitals.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.names.repair import shared_names, typo
from translate.languages import first_names, language
from translate.names.discovery.kinds import kind_of
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key

NAMES, EACH, MISSPELT = 500, 6, (2, 3)
# One name in so many is misspelt by ear, the others by a letter or two.
BY_EAR = 3
SOUNDS = [("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "ck"), ("y", "i"), ("i", "y"),
          ("ou", "u"), ("oo", "ou"), ("ee", "i"), ("th", "t"), ("sch", "ch"), ("sh", "ch"),
          ("w", "v"), ("z", "s"), ("tt", "t"), ("ll", "l"), ("nn", "n"), ("s", "ss"), ("x", "ks"),
          ("au", "o"), ("o", "au"), ("an", "en"), ("en", "an"), ("ai", "e")]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """The `lines`, with the name each was given and how it is spelt there."""

    glossary: Glossary
    lines: list[str]
    names: list[str]
    spelt: list[str]


def by_ear(name: str, rng: random.Random) -> str:
    """Give `name` as one writes it who only heard it; with a slip where nothing is heard."""
    places = [
        (m.start(), old, new) for old, new in SOUNDS for m in re.finditer(old, name) if m.start()
    ]
    if not places:
        return typo(name, rng)
    at, old, new = rng.choice(places)
    return name[:at] + new + name[at + len(old) :]


def misspelt(name: str, rng: random.Random) -> str:
    """Give `name` with a slip in its last word, or in its first, in one case of four with two."""
    words = name.split()
    for _ in range(rng.choice((1, 1, 1, 2))):
        at = len(words) - 1 if rng.random() < 0.7 else 0
        if len(words[at]) > 3:
            words[at] = (by_ear if rng.randrange(BY_EAR) == 0 else typo)(words[at], rng)
    return " ".join(words)


def carriers(french: Iterable[str], english: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Give what stands before and after a name in the lines that have one, by its kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line, other in zip(french, english, strict=True):
        names = list(shared_names(line, other))
        if len(names) != 1 or line.count(names[0]) != 1 or len(line) > 300:
            continue
        before, after = line.split(names[0])
        apart = not before[-1:].isalnum() and not after[:1].isalnum()
        if apart and before and not re.search(r"(?<!^)[A-ZÀ-Þ]", before + after):
            found.setdefault(kind(names[0]), []).append((before, after))
    return found


def kind(name: str) -> str:
    """Give the kind of a name: a person where the first name is known."""
    french = language("fr")
    is_known = key(name)[0] in first_names(french) and len(name.split()) == 2
    return "person" if is_known else kind_of(name, Counter(), french)


def make(paths: list[str], seed: int = 14, names: int = NAMES) -> Made:
    """Give the corpus made of the parallel files `paths`, French and English in turns.

    It has so many `names`, and six sentences for each.
    """
    rng = random.Random(seed)
    texts = [Path(path).read_text(encoding="utf-8").splitlines() for path in paths]
    french = [line for text in texts[::2] for line in text]
    english = [line for text in texts[1::2] for line in text]
    every = {key(n): n for f, e in zip(french, english, strict=True) for n in shared_names(f, e)}
    drawn = sorted(name for name in every.values() if len(name) < 30 and name.isprintable())
    rng.shuffle(drawn)
    glossary = Glossary(tuple(Name(name, kind(name)) for name in drawn[:names]))
    places = carriers(french, english)
    lines, owners, spelt = [], [], []
    canonical = {key(name.canonical) for name in glossary.names}
    for name in glossary.names:
        wrong = {}
        for _ in range(rng.choice(MISSPELT)):
            slip = misspelt(name.canonical, rng)
            if key(slip) not in canonical:
                wrong[key(slip)] = slip
        ways = [*wrong.values()]
        ways += [name.canonical] * (EACH - len(ways))
        for way in ways:
            before, after = rng.choice(places.get(name.kind) or places["person"])
            case = rng.choice((str, str.lower, str.upper))
            lines.append(case(f"{before}{way}{after}"))
            owners.append(name.canonical)
            spelt.append(way)
    order = list(range(len(lines)))
    rng.shuffle(order)
    return Made(
        glossary, [lines[i] for i in order], [owners[i] for i in order], [spelt[i] for i in order]
    )
