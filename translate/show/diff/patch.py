"""A diff that `patch -p1` applies: bytes by bytes, whatever their encoding and line ends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from translate.differences import Stretch
from translate.show.alignment import lines
from translate.show.diff.pairing import unequal

CONTEXT = 3
UNENDED = "\n\\ No newline at end of file\n"
ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}


def patch(name: str, old: bytes, new: bytes) -> bytes:
    r"""Give the unified diff that makes `new` of the file `name`, which holds `old`; b"" if equal.

    >>> print(patch("a.txt", b"un\ndeux\n", b"un\n").decode(), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1,2 +1 @@
     un
    -deux
    """
    if old == new:
        return b""
    left, right = (lines(data.decode("latin-1")) for data in (old, new))  # a byte, a character
    parts = [b"--- ", _quoted(f"a/{name}"), b"\n+++ ", _quoted(f"b/{name}"), b"\n"]
    for hunk in _hunks(left, right):
        parts.append(_printed(left, right, hunk).encode("latin-1"))
    return b"".join(parts)


def _quoted(name: str) -> bytes:
    """Give `name` as patch reads it: in quotes as in C, or with a tab that ends one with spaces."""
    data = os.fsencode(name)
    if any(byte < 32 or byte in (34, 92, 127) for byte in data):
        return b'"' + b"".join(map(_escaped, data)) + b'"'
    return data + b"\t" if b" " in data else data


def _escaped(byte: int) -> bytes:
    if byte in ESCAPES:
        return f"\\{ESCAPES[byte]}".encode()
    return f"\\{byte:03o}".encode() if byte < 32 or byte > 126 else bytes([byte])


def _hunks(left: Sequence[str], right: Sequence[str]) -> Iterator[list[Stretch]]:
    """Give the stretches that differ, those near each other together."""
    hunk: list[Stretch] = []
    for stretch in unequal(left, right):
        if hunk and stretch[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(stretch)
    if hunk:
        yield hunk


def _printed(left: Sequence[str], right: Sequence[str], hunk: Sequence[Stretch]) -> str:
    """Give `hunk` as a patch has it, with the lines around it."""
    before = min(CONTEXT, hunk[0][0])
    after = min(CONTEXT, len(left) - hunk[-1][1])
    begin, end = hunk[0][0] - before, hunk[-1][1] + after
    to, to_end = hunk[0][2] - before, hunk[-1][3] + after
    parts = [f"@@ -{_range(begin, end)} +{_range(to, to_end)} @@\n"]
    for i, j, k, m in [*hunk, (end, end, to_end, to_end)]:
        parts += (_line(" ", line) for line in left[begin:i])
        parts += (_line("-", line) for line in left[i:j])
        parts += (_line("+", line) for line in right[k:m])
        begin = j
    return "".join(parts)


def _range(begin: int, end: int) -> str:
    """Give the lines from `begin` (from 0) to `end` as a patch counts them."""
    if end - begin == 1:
        return str(end)
    return f"{begin + (end > begin)},{end - begin}"


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else f"{sign}{line}{UNENDED}"
