"""Training in int8: the products of the linear layers, forward and backward, on eight-bit integers.

Cores with AVX-512 VNNI multiply int8 five times as fast as float32. Activations and gradients get a
scale a row (a token), weights one a row or column, whichever the product does not sum over; the
gradients are rounded by chance, so that they are right on average. Weights, optimisers and all that
is no matrix product stay float32. The forward pass rounds as CTranslate2's int8 does, so that the
exported model loses nothing. The idea is that of SwitchBack (Wortsman et al. 2023, arXiv
2304.13013), with the gradient of the weights in int8 too.
"""

from __future__ import annotations

import ctypes
import itertools
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

ROWS = 256  # of logits at a time: they fit the cache


def _compiled() -> ctypes.CDLL:
    source = Path(__file__).with_name("int8.c")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "int8.so"
        flags = ["-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math"]
        subprocess.run(
            ["cc", *flags, "-shared", "-fPIC", str(source), "-o", str(made), "-lm"],
            check=True,
        )
        library = ctypes.CDLL(str(made))
    library.entropy.restype = ctypes.c_double
    return library


LIBRARY = _compiled()
_seeds = itertools.count(1)


def _seed() -> ctypes.c_uint32:
    return ctypes.c_uint32(next(_seeds) * 2654435761 % 2**32 | 1)


def _call(name: str, *arguments: Any) -> Any:
    """Call a kernel; tensors are given as pointers, integers as longs, floats as floats."""
    native = []
    for x in arguments:
        if isinstance(x, Tensor):
            native.append(ctypes.c_void_p(x.data_ptr()))
        elif isinstance(x, int):
            native.append(ctypes.c_long(x))
        elif isinstance(x, float):
            native.append(ctypes.c_float(x))
        else:
            native.append(x)
    return getattr(LIBRARY, name)(*native)


def quantise(
    x: Tensor, seed: ctypes.c_uint32 | None = None, total: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Rows of floats as int8 and a scale a row; by chance if there is a seed; `total` += rows.

    >>> q, scale = quantise(torch.tensor([[1.0, -0.5, 0.0]]))
    >>> q.tolist(), round(float(scale) * 127, 3)
    ([[127, -64, 0]], 1.0)
    """
    rows, n = x.shape
    q, scale = torch.empty(rows, n, dtype=torch.int8), torch.empty(rows)
    _call("quantise", x.contiguous(), rows, n, seed or ctypes.c_uint32(0), q, scale, total)
    return q, scale


class Weight:
    """A weight, quantised for both directions: `by_row` a scale a row, `by_column` one a column."""

    def __init__(self, weight: Tensor) -> None:
        self.by_row, self.row = quantise(weight)
        turned, self.column = quantise(weight.t().contiguous())
        self.by_column = turned.t()
        self.none = torch.zeros(weight.size(1))

    def back(self, gradient: Tensor, scale: Tensor) -> Tensor:
        """The gradient of the input from that of the output, both by row."""
        return finish(torch._int_mm(gradient, self.by_column), scale, self.column, self.none)


def finish(sums: Tensor, row: Tensor, column: Tensor, bias: Tensor) -> Tensor:
    """The floats that the sums of a product stand for."""
    y = torch.empty(sums.shape)
    _call("finish", sums, *sums.shape, row, column, bias, y)
    return y


def weight_gradient(g: Tensor, g_scale: Tensor, x: Tensor, x_scale: Tensor) -> Tensor:
    """Outputs' gradient, transposed, times inputs: the sum is over tokens, each with its scales.

    These go into the inputs, which are rounded again, by chance.
    """
    y, scale = torch.empty_like(x), torch.empty(1)
    _call("reweigh", x, *x.shape, g_scale, x_scale, _seed(), y, scale)
    wide = g.size(1) > x.size(1)  # the faster order
    product = torch._int_mm(y.t(), g).t() if wide else torch._int_mm(g.t(), y)
    # AdamW's fused step takes a gradient's memory for granted to be laid out as the weight's.
    return product.to(torch.float32, memory_format=torch.contiguous_format).mul_(scale)


class LinearStep(torch.autograd.Function):
    """x @ weight.T + bias."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, low: Weight) -> Tensor:
        """Multiply; `low` is the weight, quantised."""
        ctx.x, ctx.scale = quantise(x)
        ctx.low = low
        return finish(torch._int_mm(ctx.x, low.by_row.t()), ctx.scale, low.row, bias)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        """The gradients of input, weight and bias."""
        bias = torch.zeros(gradient.size(1))
        g, scale = quantise(gradient, _seed(), bias)
        return ctx.low.back(g, scale), weight_gradient(g, scale, ctx.x, ctx.scale), bias, None


class FeedStep(torch.autograd.Function):
    """relu(x @ w1.T + b1) @ w2.T + b2."""

    @staticmethod
    def forward(  # noqa: PLR0913, PLR0917
        ctx: Any,
        x: Tensor,
        w1: Tensor,
        b1: Tensor,
        w2: Tensor,
        b2: Tensor,
        low: tuple[Weight, Weight],
    ) -> Tensor:
        """Multiply twice; the hidden layer is kept as int8."""
        ctx.x, ctx.x_scale = quantise(x)
        ctx.low = low
        rows, wide = x.size(0), w1.size(0)
        ctx.hidden, ctx.h_scale = torch.empty(rows, wide, dtype=torch.int8), torch.empty(rows)
        sums = torch._int_mm(ctx.x, low[0].by_row.t())
        _call(
            "finish_relu",
            sums,
            rows,
            wide,
            ctx.x_scale,
            low[0].row,
            b1,
            torch.empty(wide),
            ctx.hidden,
            ctx.h_scale,
        )
        return finish(torch._int_mm(ctx.hidden, low[1].by_row.t()), ctx.h_scale, low[1].row, b2)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        """The gradients of input, weights and biases."""
        first, second = ctx.low
        b2 = torch.zeros(gradient.size(1))
        g, scale = quantise(gradient, _seed(), b2)
        w2 = weight_gradient(g, scale, ctx.hidden, ctx.h_scale)
        sums = torch._int_mm(g, second.by_column)
        inner, inner_scale = torch.empty_like(ctx.hidden), torch.empty_like(scale)
        b1 = torch.zeros(sums.size(1))
        _call(
            "back_relu",
            sums,
            *sums.shape,
            scale,
            second.column,
            ctx.hidden,
            _seed(),
            torch.empty(sums.size(1)),
            inner,
            inner_scale,
            b1,
        )
        w1 = weight_gradient(inner, inner_scale, ctx.x, ctx.x_scale)
        return first.back(inner, inner_scale), w1, b1, w2, b2, None


class EntropyStep(torch.autograd.Function):
    """Summed label-smoothed cross-entropy; the gradients are computed on the way.

    The gradient of the logits is peaked: a word that a sentence does not hold gets less than the
    chance of rounding. For the weights, what eight bits leave over is therefore multiplied too:
    without it the gradients of rare words' rows are mostly noise, as large as any signal to AdamW.
    """

    @staticmethod
    def forward(  # noqa: PLR0913, PLR0917
        ctx: Any, h: Tensor, weight: Tensor, bias: Tensor, gold: Tensor, smooth: float, low: Weight
    ) -> Tensor:
        """The summed loss, from `ROWS` rows of logits at a time."""
        x, x_scale = quantise(h)
        vocab = weight.size(0)
        h_grad, b_grad = torch.empty_like(h), torch.zeros(vocab)
        total, room = 0.0, torch.empty(vocab)
        g, scale = torch.empty(len(x), vocab, dtype=torch.int8), torch.empty(len(x))
        rest = torch.empty_like(g)
        for i in range(0, len(x), ROWS):
            part = slice(i, i + ROWS)
            sums = torch._int_mm(x[part], low.by_row.t())
            total += _call(
                "entropy",
                sums,
                *sums.shape,
                x_scale[part],
                low.row,
                bias,
                gold[part],
                smooth,
                _seed(),
                room,
                g[part],
                rest[part],
                scale[part],
                b_grad,
            )
            h_grad[part] = low.back(g[part], scale[part])
        w_grad = weight_gradient(g, scale, x, x_scale)
        w_grad += weight_gradient(rest, scale / 127, x, x_scale)
        ctx.save_for_backward(h_grad, w_grad, b_grad)
        return torch.tensor(total)

    @staticmethod
    def backward(ctx: Any, go: Tensor) -> tuple[Tensor | None, ...]:
        """The gradients made in the forward pass, scaled."""
        h_grad, w_grad, b_grad = ctx.saved_tensors
        return h_grad * go, w_grad * go, b_grad * go, None, None, None


class Int8:
    """How the layers multiply, as `model.Float`; `refresh` it after every change of the weights."""

    def __init__(self) -> None:
        self.weights: dict[int, Weight] = {}

    @torch.no_grad()
    def refresh(self, module: nn.Module) -> None:
        """Quantise the weights anew."""
        self.weights = {id(p): Weight(p) for p in module.parameters() if p.dim() == 2}

    def linear(self, layer: nn.Linear, x: Tensor) -> Tensor:
        """The layer's output."""
        flat = x.reshape(-1, x.size(-1))
        y = LinearStep.apply(flat, layer.weight, layer.bias, self.weights[id(layer.weight)])
        return y.view(*x.shape[:-1], -1)

    def feed(self, first: nn.Linear, second: nn.Linear, x: Tensor, drop: float) -> Tensor:
        """Two layers with a rectifier between; there is no dropout here."""
        flat = x.reshape(-1, x.size(-1))
        low = (self.weights[id(first.weight)], self.weights[id(second.weight)])
        y = FeedStep.apply(flat, first.weight, first.bias, second.weight, second.bias, low)
        return y.view(x.shape)

    def entropy(
        self, h: Tensor, weight: Tensor, bias: Tensor, gold: Tensor, smooth: float
    ) -> Tensor:
        """The summed loss of states against the gold words."""
        return EntropyStep.apply(h, weight, bias, gold, smooth, self.weights[id(weight)])
