"""Two texts compared as a reader would: paragraph by paragraph, in those sentences, then words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain

from translate.differences import Stretch, differences
from translate.document import Edit
from translate.show.alignment import lines
from translate.show.diff.pairing import paired

BY_HAND = "by-hand"
UNRECORDED = "unrecorded"
HAND = (BY_HAND, "changed by a person since it was made")
NO_RECORD = (UNRECORDED, "no record says why")

# A word with the marks that stand on its letters; spaces; any other sign.
WORD = re.compile(r"[\w\u0300-\u036f\u00ad\u200d]+|\s+|[^\w\s]")
SENTENCE = re.compile(r"[^.!?…]*[.!?…]+(?:\s*»|[\"'”’)\]])*\s*|[^.!?…]+")
CRUMBS = 4  # a word, and signs that stand alone
# Where more than this share of a sentence was changed, it is shown whole, old and new: what is left
# between are words that both have by chance.
REWORDED = 0.6
# So many of the words that differ, line by line, are the same and in order where line ends are
# looked past: the lines were joined, or parted at other places.
REFLOWED = 0.6
LEAST = 2
ENOUGH = 30_000  # words that are looked at for that; time grows with their square

Why = tuple[str, str]
Inside = Callable[[str, str], Iterator[tuple[int, str, str]]]
Change = tuple[int, str, str]  # where, what stood there, what stands there


def compare(original: str, other: str, why: Why = NO_RECORD) -> list[Edit]:
    """Give edits that turn `original` into `other`; `why` is their rule and reason.

    Only what belongs together is compared word by word. Changes parted by a word are joined, so
    that prose reads well. Time grows with the length.

    >>> [edit] = compare("Un texte court.", "Un texte long.")
    >>> edit.start, edit.old, edit.new, edit.rule
    (9, 'court', 'long', 'unrecorded')
    """
    old, new = lines(original), lines(other)
    found = _changes(old, new, _blocks(old, new), _sentences)
    return [Edit(at, was, now, *why) for change in found for at, was, now in _by_line(change)]


def _by_line(change: Change) -> Iterator[Change]:
    """Give a change of whole lines as one that removes and one that adds."""
    at, old, new = change
    if old and new and "\n" in old + new:
        yield at, old, ""
        yield at + len(old), "", new
    else:
        yield change


def _changes(
    old: Sequence[str], new: Sequence[str], blocks: Sequence[Stretch], inside: Inside
) -> Iterator[Change]:
    """Give the changes from the units `old` to `new`, of which `blocks` belong together."""
    starts = list(accumulate(map(len, old), initial=0))
    at = to = 0
    for i, j, k, m in [*blocks, (len(old), len(old), len(new), len(new))]:
        gap = differences(old[at:i], new[to:k]) if at < i or to < k else ()
        for a, b, c, d in gap:
            yield starts[at + a], "".join(old[at + a : at + b]), "".join(new[to + c : to + d])
        if old[i:j] != new[k:m]:
            for start, was, now in inside("".join(old[i:j]), "".join(new[k:m])):
                yield starts[i] + start, was, now
        at, to = j, m


def _sentences(old: str, new: str) -> Iterator[Change]:
    """Give the changes of a paragraph."""
    left, right = SENTENCE.findall(old), SENTENCE.findall(new)
    pairs = [(i, i + 1, k, k + 1) for i, k in paired(left, right)]
    return _changes(left, right, pairs, _words)


def _words(old: str, new: str) -> Iterator[Change]:
    """Give the changes of a sentence; those parted by a word are one."""
    same, *stops = _trimmed(old, new)
    left, right = WORD.findall(old, same, stops[0]), WORD.findall(new, same, stops[1])
    spans: list[list[int]] = []
    for i, j, k, m in differences(left, right):
        if spans and crumb("".join(left[spans[-1][1] : i])):
            spans[-1][1], spans[-1][3] = j, m
        else:
            spans.append([i, j, k, m])
    ends = (list(accumulate(map(len, tokens), initial=same)) for tokens in (left, right))
    from_, to = ends
    changes = [(from_[i], from_[j], to[k], to[m]) for i, j, k, m in spans]
    changed = sum(max(j - i, m - k) for i, j, k, m in changes)
    if len(changes) > 1 and changed > REWORDED * max(len(old), len(new)):
        changes = [(changes[0][0], changes[-1][1], changes[0][2], changes[-1][3])]
    for i, j, k, m in changes:
        yield i, old[i:j], new[k:m]


def _trimmed(old: str, new: str) -> tuple[int, int, int]:
    """Give where the words begin that are not the same in both, and where they end in either.

    >>> _trimmed("un deux trois quatre", "un dix trois quatre")
    (3, 7, 6)
    """
    from rapidfuzz.distance import Postfix, Prefix

    start = old.rfind(" ", 0, Prefix.similarity(old, new)) + 1
    tail = Postfix.similarity(old[start:], new[start:])
    space = old.find(" ", len(old) - tail)
    kept = len(old) - space if space >= 0 else 0
    return start, len(old) - kept, len(new) - kept


def crumb(between: str) -> bool:
    """Tell whether what stands unchanged between two changes is too little to read: a word at most.

    >>> crumb(" au "), crumb(", "), crumb(" de la "), crumb(".\\n")
    (True, True, False, False)
    """
    if len(between.split()) > CRUMBS:
        return False
    return "\n" not in between and sum(part[0].isalnum() for part in WORD.findall(between)) <= 1


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Give the lines that belong together: pairs, or several that were joined or parted."""
    blocks: list[Stretch] = []
    region: list[Stretch] = []
    at = to = 0
    for i, k in [*paired(old, new), (len(old), len(new))]:
        pair = (i, i + 1, k, k + 1)
        if i < len(old) and old[i].strip() != new[k].strip():
            region.append(pair)
            continue
        blocks += _reflowed(old, new, (at, i, to, k), region)
        if i < len(old):
            blocks.append(pair)
        at, to, region = i + 1, k + 1, []
    return blocks


def _reflowed(
    old: Sequence[str], new: Sequence[str], gap: Stretch, pairs: list[Stretch]
) -> list[Stretch]:
    """Give the `pairs` of a gap between equal lines; one block where lines were parted anew."""
    from rapidfuzz.distance import LCSseq

    i, j, k, m = gap
    left, right = ([text.split() for text in part] for part in (old[i:j], new[k:m]))
    words = [list(chain.from_iterable(part)) for part in (left, right)]
    if not all(words) or max(map(len, words)) > ENOUGH or len(left) == len(right) == 1:
        return pairs
    apart = sum(LCSseq.similarity(left[pair[0] - i], right[pair[2] - k]) for pair in pairs)
    least = max(LEAST, REFLOWED * (max(map(len, words)) - apart))
    if (Counter(words[0]) & Counter(words[1])).total() - apart < least:  # whatever their order
        return pairs
    return [gap] if LCSseq.similarity(*words) - apart >= least else pairs
