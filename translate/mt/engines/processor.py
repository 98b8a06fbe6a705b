"""What of the processor a model's English depends on.

Sums of small integers and of floats run in another order on another instruction set, and a
sentence in some comes out otherwise (bench/mt/RESULTS-speed.md): results say which they were made
on.
"""

from __future__ import annotations

import platform
import re
from functools import cache
from pathlib import Path

# The instruction sets that the libraries under CTranslate2 have products of their own for.
KNOWN = ("amx_int8", "avx512_vnni", "avx_vnni", "avx512f", "avx2", "avx", "sse4_1")


@cache
def instruction_set(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """Give the maker of the processor and the best instruction set of it, as one word.

    Where `cpuinfo` is not to be had, it is the kind of machine.

    >>> instruction_set(Path("nowhere")) == platform.machine()
    True
    """
    try:
        text = cpuinfo.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.machine()
    maker = re.search(r"^vendor_id\s*: (\w+)", text, re.MULTILINE)
    flags = re.search(r"^flags\s*: (.*)", text, re.MULTILINE)
    if not (maker and flags):
        return platform.machine()
    there = set(flags[1].split())
    best = next((known for known in KNOWN if known in there), platform.machine())
    return f"{maker[1]}-{best}"
