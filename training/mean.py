"""Write the weighted mean of two checkpoints: of where they differ, a share of the way.

    python mean.py start.pt OUT/last.pt mean.pt --share 0.3

The first is the one trained from, the second (its averaged weights) the later one; a share of 1 is
the later one alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def mean(first: dict[str, Tensor], later: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Give the weights that lie a `share` of the way from the `first` to the `later` ones.

    >>> mean({"bias": torch.zeros(2)}, {"bias": torch.ones(2)}, 0.25)
    {'bias': tensor([0.2500, 0.2500])}
    """
    return {name: weight.float().lerp(later[name].float(), share) for name, weight in first.items()}


def main() -> None:
    """Read the command line and write the checkpoint."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("first", type=Path)
    ap.add_argument("later", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--share", type=float, default=0.5)
    a = ap.parse_args()
    first, later = (torch.load(path, weights_only=True) for path in (a.first, a.later))
    kept = (one["ema" if "ema" in one else "model"] for one in (first, later))
    torch.save({"model": mean(*kept, a.share), "cfg": first["cfg"], "step": 0, "seen": 0}, a.out)


if __name__ == "__main__":
    main()
