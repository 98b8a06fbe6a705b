"""Read the weights of a Marian model as Firefox Translations ships them: binary, products in int8.

The file: version and number of tensors, for each its lengths of name, type, shape and data, then
all names, all shapes, a gap, all data; integers of eight bytes, little-endian. An int8 matrix lies
column after column, its scale behind it; the table of embeddings lies row after row.
"""

from __future__ import annotations

import math
import struct
from pathlib import Path

import numpy as np

FLOAT32 = 0x404
SKIPPED = ("special:", "QuantMultA")  # the settings, and the scales of activations
TABLE = "Wemb"


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """Give the weights by name, in float32; raises ValueError when `path` is cut short."""
    data = path.read_bytes()
    at = 0

    def take(form: str) -> tuple[int, ...]:
        nonlocal at
        found = struct.unpack_from(form, data, at)
        at += struct.calcsize(form)
        return found

    try:
        _, count = take("<QQ")
        heads = [take("<QQQQ") for _ in range(count)]
        names = [bytes(take(f"<{head[0]}B")).rstrip(b"\0").decode() for head in heads]
        shapes = [take(f"<{head[2]}i") for head in heads]
        (gap,) = take("<Q")
    except struct.error as error:
        raise ValueError(f"{path}: no whole Marian model: {error}") from error
    at += gap
    weights = {}
    for name, shape, (_, kind, _, size) in zip(names, shapes, heads, strict=True):
        if at + size > len(data):
            raise ValueError(f"{path}: no whole Marian model: '{name}' is cut short")
        if not any(part in name for part in SKIPPED):
            weights[name] = _array(data[at : at + size], name, shape, kind)
        at += size
    return weights


def _array(data: bytes, name: str, shape: tuple[int, ...], kind: int) -> np.ndarray:
    count = math.prod(shape)
    if kind == FLOAT32:
        return np.frombuffer(data, np.float32, count).reshape(shape)
    scale = np.frombuffer(data[count : count + 4], np.float32)[0]
    whole = np.frombuffer(data, np.int8, count)
    rows = whole.reshape(shape) if name == TABLE else whole.reshape(shape[::-1]).T
    return rows.astype(np.float32) / scale
