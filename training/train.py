"""Train the French-English Transformer on the arrays that prepare.py wrote.

    python train.py DATA OUT --seconds 6000 --decay 0.3 --workers 2 --resume last.pt

The schedule runs on the wall clock, so a run that is paused or slowed still ends, decayed, on
time. On a CPU each worker is a thread with one core that takes small batches as it gets free:
two such threads do more than one pair of cores that wait for each other, above all on a machine
that has other work to do.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from model import BOS, EOS, NMT
from torch import Tensor

Batch = tuple[Tensor, Tensor, Tensor]


class Corpus:
    """Token ids of a parallel text and how to cut it into batches."""

    def __init__(self, directory: Path, name: str) -> None:
        self.ids = [
            np.memmap(directory / f"{name}.{x}.bin", dtype=np.uint16, mode="r") for x in ("fr", "en")
        ]
        self.off = [np.load(directory / f"{name}.{x}.off.npy") for x in ("fr", "en")]
        self.longest = np.maximum(np.diff(self.off[0]), np.diff(self.off[1])) + 1
        self.n = len(self.longest)

    def batches(self, most: int, seed: int, skip: int = 0) -> Iterator[list[int]]:
        """Batches of like lengths with at most `most` padded tokens a side, in random order."""
        rng = np.random.default_rng(seed)
        order = rng.permutation(self.n)[skip:]
        for start in range(0, len(order), 100_000):
            part = order[start : start + 100_000]
            part = part[np.argsort(self.longest[part] + rng.random(len(part)) * 2, kind="stable")]
            ready: list[list[int]] = []
            current: list[int] = []
            for i in part.tolist():
                if current and self.longest[i] * (len(current) + 1) > most:
                    ready.append(current)
                    current = []
                current.append(i)
            ready.append(current)
            for k in rng.permutation(len(ready)).tolist():
                yield ready[k]

    def collate(self, batch: list[int]) -> Batch:
        """Padded source, target input and target output."""
        sides = [[x[o[i] : o[i + 1]] for i in batch] for x, o in zip(self.ids, self.off, strict=True)]
        width = [max(map(len, side)) + 1 for side in sides]
        src = np.zeros((len(batch), width[0]), np.int64)
        given = np.zeros((len(batch), width[1]), np.int64)
        gold = np.zeros((len(batch), width[1]), np.int64)
        for k, (a, b) in enumerate(zip(*sides, strict=True)):
            src[k, : len(a)], src[k, len(a)] = a, EOS
            given[k, 0], given[k, 1 : len(b) + 1] = BOS, b
            gold[k, : len(b)], gold[k, len(b)] = b, EOS
        return torch.from_numpy(src), torch.from_numpy(given), torch.from_numpy(gold)


class Workers:
    """Threads that share a model and sum the gradients of the small batches of one step."""

    def __init__(self, model: NMT, count: int, device: str, low: bool) -> None:
        self.model, self.device, self.low = model, device, low
        self.params = list(model.parameters())
        self.tasks: queue.Queue[Batch] = queue.Queue()
        self.done: queue.Queue[tuple[float, int] | BaseException] = queue.Queue()
        self.lock = threading.Lock()
        for _ in range(count):
            threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            batch = self.tasks.get()
            try:
                self.done.put(self._one(batch))
            except BaseException as error:  # handed to the main thread, which raises it
                self.done.put(error)

    def _one(self, batch: Batch) -> tuple[float, int]:
        src, given, gold = (x.to(self.device, non_blocking=True) for x in batch)
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.low):
            loss, n = self.model.loss(src, given, gold)
        grads = torch.autograd.grad(loss, self.params)
        with self.lock:
            for p, g in zip(self.params, grads, strict=True):
                p.grad = g if p.grad is None else p.grad.add_(g)
        return float(loss.detach()), n

    def step(self, batches: list[Batch]) -> tuple[float, int]:
        """Summed loss and tokens of some small batches; their gradients are in the parameters."""
        for batch in batches:
            self.tasks.put(batch)
        total, tokens = 0.0, 0
        for _ in batches:
            result = self.done.get()
            if isinstance(result, BaseException):
                raise result
            total, tokens = total + result[0], tokens + result[1]
        return total, tokens


def rate(step: int, peak: float, warmup: int, left: float, decay: float) -> float:
    """The learning rate: linear warm-up, inverse square root, then linear to almost nothing.

    `left` is the share of the time that is left and `decay` the share in which the rate falls.

    >>> rate(500, 0.002, 500, 0.9, 0.3)
    0.002
    >>> rate(2000, 0.002, 500, 0.15, 0.3)
    0.0005
    """
    lr = peak * min(step / warmup, (warmup / step) ** 0.5)
    return lr * max(0.01, left / decay) if left < decay else lr


@torch.no_grad()
def validate(model: NMT, corpus: Corpus, most: int, device: str) -> float:
    """Cross-entropy per token without smoothing."""
    model.eval()
    loss = tokens = 0.0
    for batch in corpus.batches(most, 0):
        src, given, gold = (x.to(device) for x in corpus.collate(batch))
        part, n = model.loss(src, given, gold, 0.0)
        loss, tokens = loss + float(part), tokens + n
    model.train()
    return loss / tokens


def options() -> argparse.Namespace:
    """The command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    for name, size in (("d", 256), ("h", 4), ("f", 1024), ("enc", 6), ("dec", 2)):
        ap.add_argument(f"--{name}", type=int, default=size)
    ap.add_argument("--drop", type=float, default=0.0)
    ap.add_argument("--tokens", type=int, default=4000, help="padded tokens a step")
    ap.add_argument("--parts", type=int, default=4, help="small batches a step is made of")
    ap.add_argument("--workers", type=int, default=2, help="threads; 1 on a GPU")
    ap.add_argument("--lr", type=float, default=2e-3)
    ap.add_argument("--warmup", type=int, default=500)
    ap.add_argument("--seconds", type=float, default=3600.0, help="by the clock, pauses included")
    ap.add_argument("--decay", type=float, default=0.25, help="share of the time in which lr falls")
    ap.add_argument("--save-every", type=float, default=600.0)
    ap.add_argument("--log-every", type=int, default=50)
    ap.add_argument("--resume", type=Path)
    ap.add_argument("--skip", type=int, default=0, help="pairs of the pass already seen")
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--bf16", action="store_true", help="where the hardware multiplies bf16")
    ap.add_argument("--compile", action="store_true")
    return ap.parse_args()


def main() -> None:
    """Train until the time is up."""
    a = options()
    start = time.time()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(a.seed)
    if device == "cuda":
        torch.set_float32_matmul_precision("high")
    vocab = json.loads((a.data / "meta.json").read_text())["vocab"]
    train, valid = Corpus(a.data, "train"), Corpus(a.data, "valid")
    a.out.mkdir(parents=True, exist_ok=True)
    model = NMT(vocab, a.d, a.h, a.f, a.enc, a.dec, a.drop).to(device)
    opt = torch.optim.AdamW(
        model.parameters(), lr=a.lr, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01, fused=True
    )
    step, seen, epoch, pairs = 0, 0, 0, a.skip
    if a.resume:
        old = torch.load(a.resume, map_location=device, weights_only=True)
        model.load_state_dict(old["model"])
        opt.load_state_dict(old["opt"])
        step, seen, epoch = old["step"], old["seen"], old["epoch"] + (not a.skip)
    ema = {k: v.detach().clone() for k, v in model.state_dict().items()}
    if a.resume and "ema" in old:
        ema = {k: v.float() for k, v in old["ema"].items()}
    if a.compile:
        model.compile(dynamic=True)
    workers = Workers(model, a.workers, device, a.bf16)
    params = sum(p.numel() for p in model.parameters())
    print(f"{params / 1e6:.1f} M parameters, {device}, {train.n} pairs, step {step}", flush=True)

    def save(name: str) -> None:
        state = {
            "model": model.state_dict(), "ema": ema, "opt": opt.state_dict(), "cfg": model.cfg,
            "step": step, "seen": seen, "epoch": epoch, "pairs": pairs,
        }  # fmt: skip
        torch.save(state, a.out / (name + ".tmp"))
        os.replace(a.out / (name + ".tmp"), a.out / name)

    loss, tokens, logged, mark = 0.0, 0, start, seen
    saved, decaying = start, False
    stream = train.batches(a.tokens // a.parts, a.seed * 1000 + epoch, pairs)
    model.train()
    while (left := 1 - (time.time() - start) / a.seconds) > 0:
        if not decaying and left < a.decay:
            decaying = True
            save("before-decay.pt")
        group = [b for _, b in zip(range(a.parts), stream, strict=False)]
        if not group:
            epoch, pairs = epoch + 1, 0
            stream = train.batches(a.tokens // a.parts, a.seed * 1000 + epoch)
            continue
        part, n = workers.step([train.collate(b) for b in group])
        step, seen, pairs = step + 1, seen + n, pairs + sum(map(len, group))
        loss, tokens = loss + part, tokens + n
        lr = rate(step, a.lr, a.warmup, left, a.decay)
        for g in opt.param_groups:
            g["lr"] = lr
        for p in model.parameters():
            if p.grad is not None:
                p.grad.div_(n)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        opt.zero_grad(set_to_none=True)
        if step % 10 == 0:
            keep = min(0.98, step / (step + 100))
            for k, v in model.state_dict().items():
                ema[k].lerp_(v.float(), 1 - keep)
        now = time.time()
        if step % a.log_every == 0:
            print(
                f"step {step} epoch {epoch} loss {loss / tokens:.3f} lr {lr:.2e} "
                f"tok/s {(seen - mark) / (now - logged):.0f} seen {seen / 1e6:.2f}M "
                f"t {now - start:.0f}",
                flush=True,
            )
            loss, tokens, logged, mark = 0.0, 0, now, seen
        if now - saved > a.save_every:
            save("last.pt")
            saved = now
            weights = {k: v.bfloat16() for k, v in ema.items()}
            torch.save({"ema": weights, "cfg": model.cfg, "seen": seen}, a.out / f"at-{step}.pt")
            score = validate(model, valid, a.tokens, device)
            print(f"valid {score:.4f} step {step} seen {seen / 1e6:.2f}M", flush=True)
    save("last.pt")
    print(f"valid {validate(model, valid, a.tokens, device):.4f} end, step {step} seen {seen}")


if __name__ == "__main__":
    main()
