"""Muon for the matrices inside the layers: momentum, made orthogonal before it is applied.

The method is Jordan's (2024, kellerjordan.github.io/posts/muon), with the scale of Liu et al.
(2025, arXiv 2502.16982), by which AdamW's learning rates can be kept. `torch.optim.Muon` multiplies
in bf16, which is slow on a CPU without it, and takes a fused query-key-value matrix for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor

QUINTIC = (3.4445, -4.7750, 2.0315)  # Jordan's coefficients: five rounds bring 0.01..1 near 1


def orthogonal(matrix: Tensor, rounds: int = 5) -> Tensor:
    """The nearest matrix whose singular values are all about one.

    >>> singular = torch.linalg.svdvals(orthogonal(torch.diag(torch.tensor([4.0, 1.0, 0.5]))))
    >>> bool((singular > 0.6).all() and (singular < 1.4).all())
    True
    """
    a, b, c = QUINTIC
    x = matrix.t() if matrix.size(0) > matrix.size(1) else matrix
    x = x / (x.norm() + 1e-7)
    for _ in range(rounds):
        gram = x @ x.t()
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.t() if matrix.size(0) > matrix.size(1) else x


class Muon(torch.optim.Optimizer):
    """Each group has `parts`: of how many square matrices its weights are put together."""

    def __init__(self, groups: Iterable[dict[str, object]], lr: float, threads: int) -> None:
        super().__init__(groups, {"lr": lr, "momentum": 0.95, "decay": 0.1, "parts": 1})
        self.pool = ThreadPoolExecutor(threads)

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        """Apply the gradients; the matrices are shared out among the threads."""
        jobs = [(p, group) for group in self.param_groups for p in group["params"]]
        list(self.pool.map(lambda job: self._one(*job), jobs))

    @torch.no_grad()
    def _one(self, p: Tensor, group: dict[str, float]) -> None:
        if p.grad is None:
            return
        state = self.state[p]
        if not state:
            state["mean"] = torch.zeros_like(p)
        mean = state["mean"].lerp_(p.grad, 1 - group["momentum"])
        ahead = p.grad.lerp(mean, group["momentum"])  # Nesterov's step
        p.mul_(1 - group["lr"] * group["decay"])
        parts = int(group["parts"])
        for weight, move in zip(p.chunk(parts), ahead.chunk(parts), strict=True):
            scale = 0.2 * max(weight.shape) ** 0.5
            weight.add_(orthogonal(move), alpha=-group["lr"] * scale)
