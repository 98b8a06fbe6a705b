"""How often the words of a language are seen: a packed list, of ordinary words first.

A line is a word and twice the binary logarithm of how often it was seen; after an empty line come
the others (bench/cleaning/build_lexicon.py writes it).
"""

from __future__ import annotations

from pathlib import Path

CHUNK = 1 << 16  # bytes unpacked at a time


def ordinary(path: Path) -> list[str]:
    """Give the ordinary words of the lexicon at `path`."""
    return [line.partition(" ")[0] for line in _lines(path, ordinary=True)]


def weights(path: Path) -> dict[str, float]:
    """Give by each word of the lexicon at `path` the binary logarithm of how often it was seen."""
    flat = " ".join(_lines(path, ordinary=False)).split()
    numbers = {twice: int(twice) / 2 for twice in set(flat[1::2])}
    return dict(zip(flat[::2], map(numbers.__getitem__, flat[1::2]), strict=True))


def _lines(path: Path, *, ordinary: bool) -> list[str]:
    """Give the lines of the lexicon; `ordinary`: those before the empty line only."""
    import lzma

    unpacking = lzma.LZMADecompressor()
    text = unpacking.decompress(path.read_bytes(), CHUNK)
    while not unpacking.eof and not (ordinary and b"\n\n" in text):
        text += unpacking.decompress(b"", CHUNK if ordinary else -1)
    return (text.partition(b"\n\n")[0] if ordinary else text).decode("utf-8").split("\n")
