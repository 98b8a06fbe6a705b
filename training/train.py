"""Train the French-English Transformer on the arrays that prepare.py wrote.

    python train.py DATA OUT --seconds 6000 --decay 0.3 --workers 2 --resume last.pt

The schedule runs on the wall clock, so a run that is paused or slowed still ends, decayed, on
time. On a CPU each worker is a thread with one core that takes small batches as it gets free:
two such threads do more than one pair of cores that wait for each other, above all on a machine
that has other work to do.
"""

from __future__ import annotations

import argparse
import itertools
import json
import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from model import BOS, EOS, NMT
from muon import Muon
from torch import Tensor

Batch = tuple[Tensor, Tensor, Tensor]
LOT = 50_000


class Corpus:
    """Token ids of a parallel text and how to cut it into batches."""

    def __init__(self, directory: Path, name: str) -> None:
        self.ids = [
            np.memmap(directory / f"{name}.{x}.bin", dtype=np.uint16, mode="r")
            for x in ("fr", "en")
        ]
        self.off = [np.load(directory / f"{name}.{x}.off.npy") for x in ("fr", "en")]
        self.longest = np.maximum(np.diff(self.off[0]), np.diff(self.off[1])) + 1
        self.n = len(self.longest)

    def batches(self, most: int, seed: int, skip: int = 0) -> Iterator[list[int]]:
        """Batches of like lengths with at most `most` padded tokens a side, in random order.

        The order of a pass depends on the seed alone. Batches are made within lots of pairs;
        after `skip` pairs the next whole lot comes, so that none is seen twice.
        """
        rng = np.random.default_rng(seed)
        order = rng.permutation(self.n)
        for start in range(-(-skip // LOT) * LOT, len(order), LOT):
            part = order[start : start + LOT]
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
        both = zip(self.ids, self.off, strict=True)
        sides = [[ids[off[i] : off[i + 1]] for i in batch] for ids, off in both]
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


def optimisers(model: NMT, lr: float, threads: int) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the layers, AdamW for embeddings, norms and biases."""
    fused = {".qkv.": 3, ".kv.": 2}  # several matrices in one weight
    matrices, others = [], []
    for name, p in model.named_parameters():
        if p.dim() == 2 and name != "emb.weight":
            parts = next((n for part, n in fused.items() if part in name), 1)
            matrices.append({"params": [p], "parts": parts})
        else:
            others.append(p)
    adam = torch.optim.AdamW(
        others, lr=lr, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01, fused=True
    )
    return [Muon(matrices, lr, threads), adam]


def rate(step: int, peak: float, warmup: int, left: float, decay: float) -> float:
    """The learning rate: linear warm-up, inverse square root, then linear to almost nothing.

    `left` is the share of the time that is left and `decay` the share in which the rate falls.

    >>> rate(500, 0.002, 500, 0.9, 0.3)
    0.002
    >>> rate(2000, 0.002, 500, 0.15, 0.3)
    0.0005
    """
    lr = peak * min(step / warmup, (warmup / step) ** 0.5)
    return float(lr * max(0.01, left / decay) if left < decay else lr)


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
    ap.add_argument("--int8", action="store_true", help="on a CPU with AVX-512 VNNI")
    ap.add_argument("--compile", action="store_true")
    a = ap.parse_args()
    if a.int8 and (a.bf16 or a.drop):
        ap.error("--int8 goes with neither --bf16 nor --drop")
    return a


class Run:
    """A training run: model, optimiser, averaged weights, and how far it has got."""

    def __init__(self, a: argparse.Namespace) -> None:
        self.a, self.start = a, time.time()
        self.device = "cuda" if torch.cuda.is_available() and not a.int8 else "cpu"
        torch.manual_seed(a.seed)
        if self.device == "cuda":
            torch.set_float32_matmul_precision("high")
        vocab = json.loads((a.data / "meta.json").read_text())["vocab"]
        self.train, self.valid = Corpus(a.data, "train"), Corpus(a.data, "valid")
        a.out.mkdir(parents=True, exist_ok=True)
        self.model = NMT(vocab, a.d, a.h, a.f, a.enc, a.dec, a.drop).to(self.device)
        self.optimisers = optimisers(self.model, a.lr, a.workers)
        self.step = self.seen = self.epoch = 0
        self.pairs: int = a.skip
        self.ema = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        if a.resume:
            self.resume(a.resume)
        if a.compile:
            self.model.compile(dynamic=True)
        if a.int8:
            from int8 import Int8  # compiles its kernels

            self.model.multiply(Int8())
        self.model.how.refresh(self.model)
        self.workers = Workers(self.model, a.workers, self.device, a.bf16)
        self.marks = (self.start, self.seen)
        self.loss, self.tokens = 0.0, 0
        size = sum(p.numel() for p in self.model.parameters()) / 1e6
        print(f"{size:.1f} M parameters, {self.device}, {self.train.n} pairs", flush=True)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint: weights, optimisers, step and so the learning rate.

        One of AdamW alone (key `opt`) gives no state to the optimisers: they begin anew.
        """
        old = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(old["model"])
        if "optimisers" in old:
            for optimiser, state in zip(self.optimisers, old["optimisers"], strict=True):
                optimiser.load_state_dict(state)
        self.step, self.seen = old["step"], old["seen"]
        self.epoch = old["epoch"] if self.a.skip else old["epoch"] + 1
        self.ema = {k: v.float() for k, v in old.get("ema", old["model"]).items()}

    def save(self, name: str) -> None:
        """Write everything that is needed to go on; a kill leaves the old file."""
        state = {
            "model": self.model.state_dict(),
            "ema": self.ema,
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
            "cfg": self.model.cfg,
            "step": self.step,
            "seen": self.seen,
            "epoch": self.epoch,
            "pairs": self.pairs,
        }
        part: Path = self.a.out / (name + ".tmp")
        torch.save(state, part)
        part.replace(self.a.out / name)

    def groups(self) -> Iterator[list[list[int]]]:
        """The small batches of one step after the other, pass after pass."""
        a = self.a
        while True:
            seed = a.seed * 1000 + self.epoch
            stream = self.train.batches(a.tokens // a.parts, seed, self.pairs)
            while group := list(itertools.islice(stream, a.parts)):
                yield group
            self.epoch, self.pairs = self.epoch + 1, 0

    def update(self, group: list[list[int]], left: float) -> None:
        """One step of the optimiser; `left` is the share of the time that is left."""
        part, n = self.workers.step([self.train.collate(b) for b in group])
        self.step, self.seen = self.step + 1, self.seen + n
        self.pairs += sum(map(len, group))
        self.loss, self.tokens = self.loss + part, self.tokens + n
        a = self.a
        lr = rate(self.step, a.lr, a.warmup, left, a.decay)
        for p in self.model.parameters():
            if p.grad is not None:
                p.grad.div_(n)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimiser in self.optimisers:
            for settings in optimiser.param_groups:
                settings["lr"] = lr
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.model.how.refresh(self.model)
        if self.step % 10 == 0:
            keep = min(0.98, self.step / (self.step + 100))
            for k, v in self.model.state_dict().items():
                self.ema[k].lerp_(v.float(), 1 - keep)

    def report(self) -> None:
        """A line about the steps since the last one."""
        now, (then, before) = time.time(), self.marks
        speed = (self.seen - before) / (now - then)
        print(
            f"step {self.step} epoch {self.epoch} loss {self.loss / self.tokens:.3f} "
            f"lr {self.optimisers[0].param_groups[0]['lr']:.2e} tok/s {speed:.0f} "
            f"seen {self.seen / 1e6:.2f}M t {now - self.start:.0f}",
            flush=True,
        )
        self.loss, self.tokens, self.marks = 0.0, 0, (now, self.seen)

    def checkpoint(self) -> None:
        """Save, keep the averaged weights apart for the learning curve, measure."""
        self.save("last.pt")
        weights = {k: v.bfloat16() for k, v in self.ema.items()}
        state = {"ema": weights, "cfg": self.model.cfg, "step": self.step, "seen": self.seen}
        torch.save(state, self.a.out / f"at-{self.step}.pt")
        score = validate(self.model, self.valid, self.a.tokens, self.device)
        print(f"valid {score:.4f} step {self.step} seen {self.seen / 1e6:.2f}M", flush=True)

    def go(self) -> None:
        """Train until the time is up; keep the state from before the decay too."""
        self.model.train()
        saved, decaying = self.start, False
        for group in self.groups():
            left = 1 - (time.time() - self.start) / self.a.seconds
            if left <= 0:
                break
            if left < self.a.decay and not decaying:
                decaying = True
                self.save("before-decay.pt")
            self.update(group, left)
            if self.step % self.a.log_every == 0:
                self.report()
            if time.time() - saved > self.a.save_every:
                self.checkpoint()
                saved = time.time()
        self.checkpoint()


if __name__ == "__main__":
    Run(options()).go()
