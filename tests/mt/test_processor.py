"""The instruction set that stands in a signature."""

import platform
from pathlib import Path

import pytest

from translate.mt.engines.processor import instruction_set

CASES = {
    "the best one counts": (
        "vendor_id\t: GenuineIntel\nflags\t\t: fpu sse4_1 avx avx2 avx512f avx512_vnni\n",
        "GenuineIntel-avx512_vnni",
    ),
    "another maker": (
        "vendor_id : AuthenticAMD\nflags : avx avx2\n",
        "AuthenticAMD-avx2",
    ),
    "avx is no part of another word": (
        "vendor_id : GenuineIntel\nflags : sse4_1 noavx2x\n",
        "GenuineIntel-sse4_1",
    ),
    "none that is known": (
        "vendor_id : GenuineIntel\nflags : fpu\n",
        f"GenuineIntel-{platform.machine()}",
    ),
    "no flags, as on ARM": ("processor : 0\nFeatures : fp asimd\n", platform.machine()),
}


@pytest.mark.parametrize(("text", "said"), CASES.values(), ids=CASES)
def test_maker_and_best_instruction_set(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "cpuinfo").write_text(text, encoding="utf-8")
    assert instruction_set(tmp_path / "cpuinfo") == said
