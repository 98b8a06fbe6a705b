"""How long names take, against a rival in the same run: one compiled pattern of all spellings.

    python bench/names/speed.py [NAMES] [CHARACTERS]

A text of CHARACTERS (100,000) holds names of a made glossary of NAMES (500), two variants each, all
spelt from syllables. `find` is compared with `re` searching one alternation of the same spellings,
longest first, ignoring case; the two must find the same number of full names. The last column is
the time of doubling the text over the time of the text: 2 is linear.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Sized

from translate.names.glossary import Glossary, Name
from translate.names.variants import canonicalise, find

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "ou", "in")]


def word(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(size))


def glossary(rng: random.Random, size: int) -> Glossary:
    names: dict[str, Name] = {}
    while len(names) < size:
        first, last = word(rng, 2).title(), word(rng, 3).title()
        variants = (f"{first.lower()} {last.lower()}x", f"{first}q {last}")
        names.setdefault(last, Name(f"{first} {last}", "person", variants))
    return Glossary(tuple(names.values()))


def text(rng: random.Random, names: Glossary, size: int) -> str:
    parts: list[str] = []
    length = 0
    while length < size:
        name = rng.choice(names.names)
        part = rng.choice([name.canonical, *name.variants]).lower() if rng.random() < 0.1 else ""
        parts.append(part or word(rng, rng.randint(1, 4)))
        length += len(parts[-1]) + 1
    return " ".join(parts)[:size]


def seconds(work: Callable[[], Sized]) -> tuple[float, int]:
    """Give the least processor time of seven runs and the size of the result."""
    times = []
    for _ in range(7):
        start = time.process_time()
        size = len(work())
        times.append(time.process_time() - start)
    return min(times), size


def main(count: int, size: int) -> None:
    rng = random.Random(5)
    names = glossary(rng, count)
    one, two = text(rng, names, size), text(rng, names, 2 * size)
    spellings = sorted(
        {s for n in names.names for s in (n.canonical, *n.variants)}, key=len, reverse=True
    )
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, spellings)) + r")\b", re.IGNORECASE)
    find("", names)  # the index is made once for a glossary

    rival, full = seconds(lambda: list(pattern.finditer(one)))
    rival_two, _ = seconds(lambda: list(pattern.finditer(two)))
    ours, _ = seconds(lambda: find(one, names))
    ours_two, _ = seconds(lambda: find(two, names))
    found = sum(" " in m.text for m in find(one, names))
    edits, made = seconds(lambda: canonicalise(one, names))
    edits_two, _ = seconds(lambda: canonicalise(two, names))
    print(f"{count} names, {len(spellings)} spellings, {len(one):,} characters")
    print(f"{'':14}{'seconds':>9}{'rival/this':>12}{'found':>8}{'doubled':>9}")
    print(f"{'one pattern':14}{rival:9.3f}{1.0:12.1f}{full:8}{rival_two / rival:9.2f}")
    print(f"{'find':14}{ours:9.3f}{rival / ours:12.1f}{found:8}{ours_two / ours:9.2f}")
    print(f"{'canonicalise':14}{edits:9.3f}{rival / edits:12.1f}{made:8}{edits_two / edits:9.2f}")


if __name__ == "__main__":
    arguments = [int(a) for a in sys.argv[1:]]
    main(*(arguments + [500, 100_000][len(arguments) :]))
