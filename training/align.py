"""Which word stands for which in a parallel text of numbers: IBM model 1, in C."""

from __future__ import annotations

import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROUNDS, LEAST = 6, 0.02

Table = dict[int, list[tuple[float, int]]]


def aligned(first: Sequence[Sequence[int]], second: Sequence[Sequence[int]]) -> Table:
    """Give for each number of `first` the numbers of `second` it stands for: probability, number.

    >>> round(aligned([[1, 2], [1], [2]], [[7, 8], [7], [8]])[1][0][0], 1)
    1.0
    """
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, rows in (("f", first), ("e", second)):
            ends = np.cumsum([0, *map(len, rows)]).astype(np.int64)
            np.concatenate([np.array(row, np.int32) for row in rows]).tofile(f"{folder}/{name}.bin")
            ends.tofile(f"{folder}/{name}.off")
            names += [f"{folder}/{name}.bin", f"{folder}/{name}.off"]
        program = f"{folder}/ibm1"
        subprocess.run(
            ["cc", "-O3", str(Path(__file__).with_name("ibm1.c")), "-o", program], check=True
        )
        command = [program, *names, str(len(first)), str(ROUNDS), str(LEAST)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: Table = defaultdict(list)
    for line in lines.splitlines():
        left, right, likely, _ = line.split()
        found[int(left)].append((float(likely), int(right)))
    return {left: sorted(partners, reverse=True) for left, partners in found.items()}
