"""Write the weighted mean of two checkpoints, with a share of its own for each part.

    python mean.py start.pt OUT/last.pt mean.pt --share 0.7 --encoder 0.5 --english 0

The first is the one trained from, the second (its averaged weights) the later one; a share of 1 is
the later one alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor
from train import ENGLISH


def share(name: str, rest: float, encoder: float, english: float) -> float:
    """Give the share of the later weights in the one called `name`.

    >>> [share(name, 1.0, 0.6, 0.0) for name in ("semb.weight", "enc.0.f1.weight", "bias")]
    [1.0, 0.6, 0.0]
    """
    if name in ENGLISH:
        return english
    return encoder if name.startswith("enc.") else rest


def mean(
    first: dict[str, Tensor], later: dict[str, Tensor], rest: float, encoder: float, english: float
) -> dict[str, Tensor]:
    """Give the weights between two models, each by the share that `share` says."""
    return {
        name: weight.float().lerp(later[name].float(), share(name, rest, encoder, english))
        for name, weight in first.items()
    }


def main() -> None:
    """Read the command line and write the checkpoint."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("first", type=Path)
    ap.add_argument("later", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--share", type=float, default=0.5)
    ap.add_argument("--encoder", type=float, help="share in the encoder's layers; as the rest")
    ap.add_argument("--english", type=float, help="in the English pieces; as the rest")
    a = ap.parse_args()
    first, later = (torch.load(path, weights_only=True) for path in (a.first, a.later))
    shares = (a.share if one is None else one for one in (a.share, a.encoder, a.english))
    kept = [one["ema" if "ema" in one else "model"] for one in (first, later)]
    torch.save({"model": mean(*kept, *shares), "cfg": first["cfg"], "step": 0, "seen": 0}, a.out)


if __name__ == "__main__":
    main()
