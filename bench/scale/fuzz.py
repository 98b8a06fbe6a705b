"""Feed the readers with many damaged inputs: no crash, no hang over two seconds, no loss.

python bench/scale/fuzz.py [--total 200000] [--seed 1] [--only NAME]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.fuzzing import SLOW, fed, targets


def feed(
    inputs: SearchStrategy[Any], read: Callable[[Any], None], count: int, start: int
) -> tuple[int, float]:
    """Give how many inputs were tried, and the seconds that the slowest took."""
    tried, slowest = 0, 0.0

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def one(given: Any) -> None:
        nonlocal tried, slowest
        took = fed(read, given)
        tried, slowest = tried + 1, max(slowest, took)
        assert took < SLOW, f"{took:.1f} s"

    one()
    return tried, slowest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--total", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    chosen = [target for target in targets() if options.only in target[0]]
    total = 0
    for name, inputs, read in chosen:
        began = time.monotonic()
        tried, slowest = feed(inputs, read, options.total // len(chosen), options.seed)
        total += tried
        print(
            f"{name}: {tried} inputs in {time.monotonic() - began:.0f} s, slowest {slowest:.2f} s",
            flush=True,
        )
    print(f"{total} inputs: no crash, nothing over {SLOW:.0f} s, nothing lost")


if __name__ == "__main__":
    main()
