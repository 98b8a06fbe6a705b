"""A small lexicon of term pairs, found by how often words and phrases occur together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP_FR = frozenset(
    "dans pour avec cette ces ses leur leurs nous vous elle elles ils sont être avoir fait plus moins mais "
    "donc ainsi comme aussi tout tous toute toutes même entre sans sous sur par que qui quoi dont cela "
    "celui celle ceux notre nos votre vos était ont avons avez peut doit faut très bien encore alors".split()
)
_STOP_EN = frozenset(
    "this that these those with from have has had will would shall should could must been being were what "
    "which when where there their they them then than your ours our more most very also such some only "
    "into about over upon does make made like just well even".split()
)


def phrases(text: str, stop: frozenset[str], joins: frozenset[str], longest: int) -> set[str]:
    """Content words of at least four letters, and phrases that begin and end with one."""
    words = [w.lower() for w in _WORD.findall(text)]
    content = [len(w) > 3 and w not in stop for w in words]
    found: set[str] = set()
    for i, good in enumerate(content):
        if not good:
            continue
        found.add(words[i])
        for size in range(2, longest + 1):
            last = i + size - 1
            if last >= len(words) or not content[last]:
                continue
            if all(content[k] or words[k] in joins for k in range(i + 1, last)):
                found.add(" ".join(words[i : last + 1]))
    return found


def build(pairs: Iterable[tuple[str, str]], least: int = 12, dice: float = 0.55) -> dict[str, str]:
    """French term to English term, for those that are each other's best partner.

    The Dice coefficient of their sentence counts must reach `dice`.

    >>> build([("le chat noir", "the black cats")] * 12)["chat"]
    'black'
    """
    french: Counter[str] = Counter()
    english: Counter[str] = Counter()
    kept: list[tuple[set[str], set[str]]] = []
    for fr, en in pairs:
        a = phrases(fr, _STOP_FR, frozenset(["de", "des", "du", "la", "le", "et"]), 3)
        b = phrases(en, _STOP_EN, frozenset(["of", "the", "and"]), 3)
        french.update(a)
        english.update(b)
        kept.append((a, b))
    most = len(kept) // 20
    together: Counter[tuple[str, str]] = Counter()
    for a, b in kept:
        left = [x for x in a if least <= french[x] <= most]
        right = [y for y in b if least <= english[y] <= most]
        together.update((x, y) for x in left for y in right)
    best_en: dict[str, tuple[float, str]] = {}
    best_fr: dict[str, tuple[float, str]] = {}
    for (x, y), n in sorted(together.items()):
        score = 2 * n / (french[x] + english[y])
        if score < dice:
            continue
        best_en[x] = max(best_en.get(x, (0.0, "")), (score, y))
        best_fr[y] = max(best_fr.get(y, (0.0, "")), (score, x))
    return {x: y for x, (_, y) in best_en.items() if best_fr[y][1] == x}
