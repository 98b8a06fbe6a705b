"""Which words of a language often stand side by side: the pairs that training/neighbours.py kept.

They are in a Bloom filter: what was kept is always found there, and of the rest one pair in forty.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise

from translate.languages import language
from translate.languages.words import WORD

BITS = 8  # for each pair
HASHES = 5  # of them set for it


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give every two words of `text` that are neighbours, whatever sign stands between them.

    >>> list(pairs("L'eau dort."))
    [('l', 'eau'), ('eau', 'dort')]
    """
    return pairwise(WORD.findall(text.lower()))


def kept(found: set[tuple[str, str]]) -> bytes:
    """Give the filter that knows the pairs `found`.

    >>> len(kept({("l", "eau")}))
    1
    """
    bits = bytearray(max(1, len(found) * BITS // 8))
    for pair in found:
        for place in _places(pair, 8 * len(bits)):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


@lru_cache(maxsize=1 << 6)  # several translations of a text are judged
def unusual(text: str, code: str) -> tuple[tuple[str, str], ...]:
    """Give the pairs of `text`, in language `code`, that are seldom met; none without a filter.

    >>> unusual("Elle brasse la bière.", "fr"), unusual("Ea doarme.", "ro")
    ((('elle', 'brasse'), ('brasse', 'la')), ())
    """
    bits = _filter(code)
    return tuple(pair for pair in pairs(text) if bits and not _known(pair, bits))


def _known(pair: tuple[str, str], bits: bytes) -> bool:
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(pair, 8 * len(bits)))


@cache
def _filter(code: str) -> bytes:
    path = language(code).folder / "neighbours.bin"
    return path.read_bytes() if path.is_file() else b""


def _places(pair: tuple[str, str], size: int) -> Iterator[int]:
    digest = int.from_bytes(blake2b(" ".join(pair).encode(), digest_size=8).digest(), "little")
    first, step = digest & 0xFFFFFFFF, digest >> 32
    return ((first + n * step) % size for n in range(HASHES))
