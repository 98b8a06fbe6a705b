"""The Transformer that train.py trains and export.py converts: pre-norm, tied embeddings."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

PAD, UNK, BOS, EOS = 0, 1, 2, 3


class ChunkedLoss(torch.autograd.Function):
    """Label-smoothed cross-entropy that holds at most 512 rows of logits (they fit the cache)."""

    @staticmethod
    def forward(  # noqa: PLR0913, PLR0917
        ctx: Any, h: Tensor, w: Tensor, b: Tensor, y: Tensor, eps: float, low: bool
    ) -> Tensor:
        """The summed loss; the gradients are computed on the way."""
        kind = torch.bfloat16 if low else torch.float32
        hh, ww = h.to(kind), w.to(kind)
        grad_h, grad_w, grad_b = torch.empty_like(hh), torch.zeros_like(w), torch.zeros_like(b)
        total = 0.0
        for i in range(0, h.size(0), 512):
            rows, gold = hh[i : i + 512], y[i : i + 512]
            logits = F.linear(rows, ww).float() + b
            norm = logits.logsumexp(-1, keepdim=True)
            right = logits.gather(1, gold[:, None])[:, 0]
            total += float((norm[:, 0] - (1 - eps) * right - eps * logits.mean(-1)).sum())
            g = logits.sub_(norm).exp_().sub_(eps / w.size(0))
            g.scatter_add_(1, gold[:, None], torch.full((len(gold), 1), eps - 1))
            grad_b += g.sum(0)
            g = g.to(kind)
            grad_h[i : i + 512] = g @ ww
            grad_w += (g.t() @ rows).float()
        ctx.save_for_backward(grad_h.to(h.dtype), grad_w, grad_b)
        return torch.tensor(total)

    @staticmethod
    def backward(ctx: Any, go: Tensor) -> tuple[Tensor | None, ...]:
        """The gradients made in the forward pass, scaled."""
        grad_h, grad_w, grad_b = ctx.saved_tensors
        return grad_h * go.to(grad_h.dtype), grad_w * go, grad_b * go, None, None, None


class Attention(nn.Module):
    """Multi-head attention, of a sequence to itself or to the encoder's output."""

    def __init__(self, d: int, heads: int, cross: bool = False) -> None:
        super().__init__()
        self.h, self.cross = heads, cross
        if cross:
            self.q, self.kv = nn.Linear(d, d), nn.Linear(d, 2 * d)
        else:
            self.qkv = nn.Linear(d, 3 * d)
        self.o = nn.Linear(d, d)

    def forward(
        self,
        x: Tensor,
        memory: Tensor | None = None,
        mask: Tensor | None = None,
        causal: bool = False,
        drop: float = 0.0,
    ) -> Tensor:
        """Attend; `mask` is true where there is something to see."""
        size, length, d = x.shape
        if self.cross and memory is not None:
            q = self.q(x)
            k, v = self.kv(memory).chunk(2, -1)
        else:
            q, k, v = self.qkv(x).chunk(3, -1)
        q, k, v = (z.reshape(size, -1, self.h, d // self.h).transpose(1, 2) for z in (q, k, v))
        if x.device.type == "cpu":  # short sentences: plain products beat the CPU flash kernel
            w = torch.matmul(q, k.transpose(-1, -2)) * (d // self.h) ** -0.5
            if causal:
                w = w + torch.full((length, length), -1e4, dtype=w.dtype).triu(1)
            elif mask is not None:
                w = w.masked_fill(~mask, -1e4)
            y = torch.matmul(w.softmax(-1).to(v.dtype), v)
        else:
            rate = drop if self.training else 0.0
            y = F.scaled_dot_product_attention(
                q, k, v, attn_mask=mask, is_causal=causal, dropout_p=rate
            )
        out: Tensor = self.o(y.transpose(1, 2).reshape(size, length, d))
        return out


class EncoderLayer(nn.Module):
    """Self-attention and a feed-forward net, each after a layer norm."""

    def __init__(self, d: int, heads: int, f: int, drop: float) -> None:
        super().__init__()
        self.n1, self.a, self.n2 = nn.LayerNorm(d), Attention(d, heads), nn.LayerNorm(d)
        self.f1, self.f2, self.p = nn.Linear(d, f), nn.Linear(f, d), drop

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One layer over a padded batch."""
        x = x + F.dropout(self.a(self.n1(x), mask=mask), self.p, self.training)
        hidden = F.dropout(F.relu(self.f1(self.n2(x))), self.p, self.training)
        return x + F.dropout(self.f2(hidden), self.p, self.training)


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, a feed-forward net."""

    def __init__(self, d: int, heads: int, f: int, drop: float) -> None:
        super().__init__()
        self.n1, self.a = nn.LayerNorm(d), Attention(d, heads)
        self.n2, self.c = nn.LayerNorm(d), Attention(d, heads, cross=True)
        self.n3, self.f1, self.f2, self.p = nn.LayerNorm(d), nn.Linear(d, f), nn.Linear(f, d), drop

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """One layer over a padded batch."""
        x = x + F.dropout(self.a(self.n1(x), causal=True), self.p, self.training)
        x = x + F.dropout(self.c(self.n2(x), memory, mask), self.p, self.training)
        hidden = F.dropout(F.relu(self.f1(self.n3(x))), self.p, self.training)
        return x + F.dropout(self.f2(hidden), self.p, self.training)


def positions(n: int, d: int) -> Tensor:
    """Sinusoids laid out as CTranslate2 expects them: all sines, then all cosines."""
    half = d // 2
    rate = torch.exp(torch.arange(half).float() * -(math.log(10000.0) / (half - 1)))
    angle = torch.arange(n).float()[:, None] * rate[None]
    return torch.cat([angle.sin(), angle.cos()], 1)


class NMT(nn.Module):
    """Encoder and decoder over one joint vocabulary."""

    pe: Tensor

    def __init__(  # noqa: PLR0913, PLR0917
        self, vocab: int, d: int, h: int, f: int, enc: int, dec: int, drop: float = 0.0
    ) -> None:
        super().__init__()
        self.cfg = {"vocab": vocab, "d": d, "h": h, "f": f, "enc": enc, "dec": dec}
        self.emb = nn.Embedding(vocab, d, padding_idx=PAD)
        nn.init.normal_(self.emb.weight, std=d**-0.5)
        self.enc = nn.ModuleList(EncoderLayer(d, h, f, drop) for _ in range(enc))
        self.en = nn.LayerNorm(d)
        self.dec = nn.ModuleList(DecoderLayer(d, h, f, drop) for _ in range(dec))
        self.dn = nn.LayerNorm(d)
        self.bias = nn.Parameter(torch.zeros(vocab))
        self.register_buffer("pe", positions(512, d), persistent=False)
        self.p, self.d = drop, d
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def embed(self, ids: Tensor) -> Tensor:
        """Scaled embeddings plus positions."""
        x = self.emb(ids) * math.sqrt(self.d) + self.pe[: ids.size(1)]
        return F.dropout(x, self.p, self.training)

    def forward(self, src: Tensor, given: Tensor) -> Tensor:
        """The decoder's states for the target words given so far."""
        mask = (src != PAD)[:, None, None, :]
        x = self.embed(src)
        for layer in self.enc:
            x = layer(x, mask)
        memory = self.en(x)
        x = self.embed(given)
        for layer in self.dec:
            x = layer(x, memory, mask)
        out: Tensor = self.dn(x)
        return out

    def loss(
        self, src: Tensor, given: Tensor, gold: Tensor, smooth: float = 0.1
    ) -> tuple[Tensor, int]:
        """Summed label-smoothed cross-entropy and the number of target tokens."""
        h = self(src, given)
        keep = gold != PAD
        h, y = h[keep], gold[keep]
        if h.device.type == "cpu":
            low = torch.is_autocast_enabled("cpu")
            chunked: Callable[..., Tensor] = ChunkedLoss.apply
            return chunked(h, self.emb.weight, self.bias, y, smooth, low), y.numel()
        logits = F.linear(h, self.emb.weight, self.bias).float()
        return F.cross_entropy(logits, y, label_smoothing=smooth, reduction="sum"), y.numel()
