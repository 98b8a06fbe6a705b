"""Which units of two texts, paragraphs or sentences, belong together.

Equal ones first, those that stand once in both before the others; then, in the gaps between, those
that share most of their words. Time grows with the length, however much was changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from translate.differences import Stretch, differences

# Share of words in common. Of paragraphs measured in other tools' threads, the least like pair that
# belonged together had .447, the most like one that did not .331.
ALIKE = 0.4
SURELY = 0.6  # so much alike, the first units of a gap are a pair without a look at the others
SHORT = 4  # units of so few words may share none and differ by a letter
ALIKE_LETTERS = 0.6
LETTERS = 10_000  # of a unit that are compared: time grows with their square
HARDLY = 0.8  # so much alike by their letters, two units hardly differ: known without their words
FEW = 256  # so many pairs of a gap are all compared; of more, those that share three words in a row
ROW = 3

Pair = tuple[int, int]


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Give the pairs of units that belong together, in order; blank units are in none.

    >>> paired(["Un.", "Le chat noir dort.", "Fin."], ["Le chat gris dort.", "Fin."])
    [(1, 0), (2, 1)]
    """
    left, right = _Units(old), _Units(new)
    if _in_place(left, right):
        return [(n, n) for n, unit in enumerate(old) if not unit.isspace()]
    exact = _equal(*([units.keys[n] for n in units.filled] for units in (left, right)))
    taken = set(exact)
    elsewhere = left.once & right.once  # equal units that are no pair were moved
    pairs: list[Pair] = []
    at = to = 0
    for i, j in [*exact, (len(left.filled), len(right.filled))]:
        gaps = (
            [n for n in units.filled[first:last] if units.keys[n] not in elsewhere]
            for units, first, last in ((left, at, i), (right, to, j))
        )
        pairs += _similar(left, right, *gaps)
        if (i, j) in taken:
            pairs.append((left.filled[i], right.filled[j]))
        at, to = i + 1, j + 1
    return pairs


class _Units:
    """The units of one text, and what is asked of them."""

    def __init__(self, units: Sequence[str]) -> None:
        self.units = units
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def keys(self) -> list[str]:
        """The units, their spaces alike."""
        return [" ".join(unit.split()) for unit in self.units]

    @cached_property
    def filled(self) -> list[int]:
        """The numbers of those that are not blank."""
        return [number for number, key in enumerate(self.keys) if key]

    @cached_property
    def once(self) -> set[str]:
        """The keys of those that have no equal."""
        return _once(self.keys) - {""}

    def words(self, number: int) -> frozenset[str]:
        """Give the words of a unit."""
        if number not in self._words:
            self._words[number] = frozenset(self.units[number].lower().split())
        return self._words[number]

    def rows(self, numbers: Iterable[int]) -> dict[tuple[str, ...], int]:
        """Give each row of words that stands in one place of the units `numbers`, and its unit."""
        found: dict[tuple[str, ...], int] = {}
        for number in numbers:
            words = self.keys[number].split()
            for row in zip(*(words[n:] for n in range(ROW)), strict=False):
                found[row] = -1 if row in found else number
        return found


def _in_place(left: _Units, right: _Units) -> bool:
    """Whether each unit has its like at the same place: most texts, with a word changed here."""
    return len(left.units) == len(right.units) and all(
        old == new or (not (old.isspace() or new.isspace()) and _alike(left, right, n, n) >= SURELY)
        for n, (old, new) in enumerate(zip(left.units, right.units, strict=True))
    )


def unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Give the stretches of units that are in no pair of equals: start and end in `old`, in `new`.

    As `translate.differences.differences`, but what stands once in both texts is found however much
    was put in between.

    >>> list(unequal("a b c d".split(), "a c e d".split()))
    [(1, 2, 1, 1), (3, 3, 2, 3)]
    """
    at = to = 0
    for i, j in [*_equal(old, new), (len(old), len(new))]:
        if i > at or j > to:
            yield at, i, to, j
        at, to = i + 1, j + 1


def _equal(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Give the pairs of equal units, in order."""
    todo = [(0, len(old), 0, len(new))]
    pairs: list[Pair] = []
    while todo:
        i, j, k, m = todo.pop()
        while i < j and k < m and old[i] == new[k]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        while i < j and k < m and old[j - 1] == new[m - 1]:
            j, m = j - 1, m - 1
            pairs.append((j, m))
        if i == j or k == m:
            continue
        both = _once(old[i:j]) & _once(new[k:m])
        place = {key: n for n, key in enumerate(new[k:m], k) if key in both}
        anchors = _rising([(n, place[key]) for n, key in enumerate(old[i:j], i) if key in both])
        if not anchors:
            pairs += _common(old, new, (i, j, k, m))
            continue
        for a, b in anchors:
            pairs.append((a, b))
            todo.append((i, a, k, b))
            i, k = a + 1, b + 1
        todo.append((i, j, k, m))
    return sorted(pairs)


def _once(keys: Sequence[str]) -> set[str]:
    """Give those of `keys` that have no equal."""
    return {key for key, count in Counter(keys).items() if count == 1}


def _common(
    old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int]
) -> Iterator[Pair]:
    """Give the pairs of equal units in a gap where none stands once in both."""
    i, j, k, m = gap
    at, to = i, k
    for a, b, c, d in [*differences(old[i:j], new[k:m]), (j - i, j - i, m - k, m - k)]:
        yield from zip(range(at, i + a), range(to, k + c), strict=True)
        at, to = i + b, k + d


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Give the longest run of `pairs`, which rise in the first place, that rises in the second.

    >>> _rising([(0, 5), (1, 1), (2, 2), (3, 7)])
    [(1, 1), (2, 2), (3, 7)]
    """
    tops: list[int] = []  # the least last second place of a run of each length
    ends: list[int] = []  # and the number of its pair
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tops, second)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [second]
        ends[length : length + 1] = [number]
    run: list[Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _similar(left: _Units, right: _Units, old: list[int], new: list[int]) -> list[Pair]:
    """Give the pairs of `old` and `new`, the units of one gap, that share most of their words."""
    front: list[Pair] = []
    while old and new and _alike(left, right, old[0], new[0]) >= SURELY:
        front.append((old.pop(0), new.pop(0)))
    back: list[Pair] = []
    while old and new and _alike(left, right, old[-1], new[-1]) >= SURELY:
        back.append((old.pop(), new.pop()))
    if len(old) * len(new) <= FEW:
        middle = _best(left, right, old, new)
    else:
        middle = _voted(left, right, old, new)
    return [*front, *middle, *back[::-1]]


def _alike(left: _Units, right: _Units, i: int, j: int) -> float:
    """Give how much two units are alike, from 0 to 1: the share of words that they have in common.

    Short ones are alike by their letters, too.
    """
    from rapidfuzz.distance import Indel, Levenshtein

    one, other = left.units[i][:LETTERS], right.units[j][:LETTERS]
    if Levenshtein.normalized_similarity(one, other, score_cutoff=HARDLY):
        return 1.0
    old, new = left.words(i), right.words(j)
    share = 2 * len(old & new) / (len(old) + len(new))
    if share < ALIKE and max(len(old), len(new)) <= SHORT:
        letters = Indel.normalized_similarity(one.strip(), other.strip())
        return letters if letters >= ALIKE_LETTERS else share
    return share


def _best(left: _Units, right: _Units, old: list[int], new: list[int]) -> list[Pair]:
    """Give the pairs in order that are most alike in all, of few units."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    share = [[_alike(left, right, i, j) for j in new] for i in old]
    for a in reversed(range(len(old))):
        for b in reversed(range(len(new))):
            both = share[a][b] + best[a + 1][b + 1] if share[a][b] >= ALIKE else 0.0
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    pairs, a, b = list[Pair](), 0, 0
    while a < len(old) and b < len(new) and best[a][b]:
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            pairs.append((old[a], new[b]))
            a, b = a + 1, b + 1
    return pairs


def _voted(left: _Units, right: _Units, old: list[int], new: list[int]) -> list[Pair]:
    """Give the pairs in order that share most rows of words, of many units."""
    chosen = _favourites(left, right, old, new)
    likely = [(i, j) for i, j in chosen if _alike(left, right, i, j) >= ALIKE]
    places = {unit: n for n, unit in enumerate(old)}, {unit: n for n, unit in enumerate(new)}
    pairs: list[Pair] = []
    at = to = 0
    for i, j in [*_rising(likely), (-1, -1)]:
        a, b = places[0].get(i, len(old)), places[1].get(j, len(new))
        if 0 < (a - at) * (b - to) <= FEW:
            pairs += _best(left, right, old[at:a], new[to:b])
        pairs.append((i, j))
        at, to = a + 1, b + 1
    return pairs[:-1]


def _favourites(
    left: _Units, right: _Units, old: Iterable[int], new: Iterable[int]
) -> Iterator[Pair]:
    """Give for each of `old` that one of `new` with which it shares most rows of words."""
    rows = right.rows(new)
    votes = Counter((i, rows.get(row, -1)) for row, i in left.rows(old).items() if i >= 0)
    best: dict[int, Pair] = {}
    for (i, j), count in votes.items():
        if j >= 0:
            best[i] = max(best.get(i, (0, 0)), (count, -j))
    yield from ((i, -j) for i, (_, j) in sorted(best.items()))


def moved(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Give the pairs of units of which the one was moved to the place of the other, a unit in one.

    A unit of a few words is nowhere at home, and is in none.

    >>> moved(["Menu", "Le chat noir dort au soleil."], ["Le chat noir dort au grand soleil."])
    [(1, 0)]
    """
    left, right = _Units(old), _Units(new)
    pairs = _favourites(left, right, left.filled, right.filled)
    likely = [(i, j) for i, j in pairs if _alike(left, right, i, j) >= SURELY]
    counts = Counter(j for _, j in likely)
    return [(i, j) for i, j in likely if counts[j] == 1]
