"""Where two sequences differ: the one comparison that repairs and the diff are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# Tokens compared at a time. Within them the fewest changes are found, in time that grows with their
# square: twice as many give hardly better diffs and cost twice as much for each token.
WINDOW = 4096

Stretch = tuple[int, int, int, int]


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Give the stretches of tokens that differ: start and end in `old`, start and end in `new`.

    What is between them is the same. Time grows with the length, however much was changed.

    >>> list(differences("il va au marché".split(), "elle va vite au marché".split()))
    [(0, 1, 0, 1), (2, 2, 2, 3)]
    """
    numbers: dict[str, int] = {}  # equal tokens, equal numbers: quicker to compare, never mistaken
    left = [numbers.setdefault(token, len(numbers)) for token in old]
    right = [numbers.setdefault(token, len(numbers)) for token in new]
    last: Stretch | None = None
    for block in _blocks(left, right):
        joined = last and (_slid(last, block, left, right) or _joined(last, block))
        if last and not joined:
            yield last
        last = joined or block
    if last:
        yield last


def _joined(last: Stretch, block: Stretch) -> Stretch | None:
    """Give `last` and `block` as one stretch, if nothing is between them."""
    (i, j, k, m), (i2, j2, k2, m2) = last, block
    return (i, j2, k, m2) if (i2, k2) == (j, m) else None


def _slid(last: Stretch, block: Stretch, left: list[int], right: list[int]) -> Stretch | None:
    """Give one stretch if what `block` takes out or puts in may as well stand beside `last`.

    Of two spaces, it is all the same which one goes.
    """
    (i, j, k, m), (i2, j2, k2, m2) = last, block
    if k2 == m2 and left[j:i2] == left[j + j2 - i2 : j2]:
        return i, j + j2 - i2, k, m
    if i2 == j2 and right[m:k2] == right[m + m2 - k2 : m2]:
        return i, j, k, m + m2 - k2
    return None


def _blocks(left: list[int], right: list[int]) -> Iterator[Stretch]:
    """Give the blocks that differ, in order; neighbours may touch."""
    from rapidfuzz.distance import Levenshtein

    at = to = 0
    while at < len(left) or to < len(right):
        window = left[at : at + WINDOW], right[to : to + WINDOW]
        codes = list(Levenshtein.opcodes(*window))
        whole = at + WINDOW >= len(left) and to + WINDOW >= len(right)
        equal = max((n for n, code in enumerate(codes) if code.tag == "equal"), default=-1)
        if not whole and equal >= 0 and codes[equal].src_end > WINDOW // 2:
            del codes[equal + 1 :]  # what the window cuts off is compared in the next one
        for code in codes:
            if code.tag != "equal":
                yield (
                    at + code.src_start,
                    at + code.src_end,
                    to + code.dest_start,
                    to + code.dest_end,
                )
        at, to = at + codes[-1].src_end, to + codes[-1].dest_end
