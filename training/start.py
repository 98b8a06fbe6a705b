"""Make the first checkpoint: a Portuguese-English student of Firefox Translations reads French.

    python start.py model.bin old.spm VOCABULARY start.pt triples.tsv

`VOCABULARY` is the folder that vocabulary.py wrote; `triples.tsv` has a French sentence, its
English, and that English in Portuguese (by the same family of models) a line. Every French piece
begins as the weighted mean of the Portuguese pieces it stands for, by IBM model 1; all other
weights stay, but for the decoder's SSRU, which CTranslate2 lacks: self-attention takes its place.
A piece that spells names keeps the vector of its English twin, which is what copying lives on.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import marian
import numpy as np
import sentencepiece as spm
import torch
from align import Table, aligned
from model import BOS, EOS, NMT, PAD, UNK
from torch import Tensor

SHAPE = {"d": 256, "h": 8, "f": 1536, "enc": 6, "dec": 2}
MET = 15  # a piece met so often, with a partner so likely, is translated
LIKELY = 0.15
PARTNERS, BESIDE = 4, 0.3  # at most so many, none less likely than this share of the best
RARE = 50  # a piece met less often that is part of a name, or begins one
NAME = re.compile(r"▁[A-ZÀ-Þ]|(?!▁)\w")
NOISE = 0.05  # spread of a vector that nothing is known of


def mean(partners: list[tuple[float, int]], table: np.ndarray) -> np.ndarray:
    """Give the weighted mean of the likeliest partners' rows, as long as they are on average.

    >>> mean([(0.5, 0), (0.5, 1)], np.array([[2.0, 0.0], [0.0, 2.0]])).round(2).tolist()
    [1.41, 1.41]
    """
    best = partners[0][0]
    few = [(p, i) for p, i in partners[:PARTNERS] if p >= BESIDE * best]
    weights = np.array([p for p, _ in few])
    rows = table[[i for _, i in few]]
    middle = weights @ rows
    length = weights @ np.linalg.norm(rows, axis=1) / weights.sum()
    return np.asarray(middle * (length / (np.linalg.norm(middle) + 1e-6)))


def source_table(
    pieces: list[str],
    met: Counter[int],
    partners: Table,
    old: spm.SentencePieceProcessor,
    table: np.ndarray,
) -> np.ndarray:
    """Give a vector for every piece that the model reads."""
    known = {old.id_to_piece(i): i for i in range(old.get_piece_size())}
    made = np.random.default_rng(1).normal(0, NOISE, (len(pieces), table.shape[1]))
    made[EOS] = table[old.eos_id()]
    for i, piece in enumerate(pieces):
        twin = known.get(piece)
        if twin is not None and met[i] < RARE and NAME.match(piece):
            made[i] = table[twin]
        elif met[i] >= MET and i in partners and partners[i][0][0] >= LIKELY:
            made[i] = mean(partners[i], table)
        elif twin is not None:
            made[i] = table[twin]
        elif not re.fullmatch(r"<.*>|⟦\d⟧", piece):
            parts = [p for p in old.encode(piece.replace("▁", " ").strip()) if p != old.unk_id()]
            made[i] = table[parts].mean(0) if parts else made[i]
    return made.astype(np.float32)


def target_table(
    pieces: list[str], old: spm.SentencePieceProcessor, weights: dict[str, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Give vector and bias for every piece that the model writes."""
    table, bias = weights[marian.TABLE], weights["decoder_ff_logit_out_b"][0]
    known = {old.id_to_piece(i): i for i in range(old.get_piece_size())}
    made = np.random.default_rng(2).normal(0, NOISE, (len(pieces), table.shape[1]))
    level = np.full(len(pieces), -4.0)
    level[[PAD, BOS]], level[UNK] = -20.0, -10.0  # never written
    made[BOS] = 0.0  # the old model begins from nothing
    for i, piece in enumerate(pieces):
        twin = old.eos_id() if i == EOS else known.get(piece) if i > EOS else None
        if twin is not None:
            made[i], level[i] = table[twin], bias[twin]
    return made.astype(np.float32), level.astype(np.float32)


def layer(weights: dict[str, np.ndarray], old: str, new: str, decoder: bool) -> dict[str, Tensor]:
    """Give the weights of a layer under our names; Marian's matrices stand the other way round."""
    found: dict[str, Tensor] = {}

    def linear(name: str, *parts: str) -> None:
        kernels = [weights[old + part.format("W")].T for part in parts]
        found[f"{new}{name}.weight"] = torch.from_numpy(np.concatenate(kernels))
        offsets = [weights[old + part.format("b")][0] for part in parts]
        found[f"{new}{name}.bias"] = torch.from_numpy(np.concatenate(offsets))

    def norm(name: str, part: str) -> None:
        found[f"{new}{name}.weight"] = torch.from_numpy(weights[f"{old}{part}_ln_scale"][0].copy())
        found[f"{new}{name}.bias"] = torch.from_numpy(weights[f"{old}{part}_ln_bias"][0].copy())

    linear("f1", "ffn_{}1")
    linear("f2", "ffn_{}2")
    norm("n3" if decoder else "n2", "ffn_ffn")
    if decoder:
        linear("c.q", "context_{}q")
        linear("c.kv", "context_{}k", "context_{}v")
        linear("c.o", "context_{}o")
        norm("n2", "context_Wo")
        norm("n1", "rnn_ffn")
    else:
        linear("a.qkv", "self_{}q", "self_{}k", "self_{}v")
        linear("a.o", "self_{}o")
        norm("n1", "self_Wo")
    return found


def instead_of_ssru(model: NMT, weights: dict[str, np.ndarray]) -> None:
    """Let each self-attention of the decoder begin small, as a mean of what the SSRU would keep."""
    for n, own in enumerate(model.dec, 1):
        attention, d = own.a, model.d
        candidate = torch.from_numpy(weights[f"decoder_l{n}_rnn_W"].T.copy())
        with torch.no_grad():
            attention.qkv.weight[2 * d :] = candidate
            attention.o.weight.mul_(0.1)


def main() -> None:
    """Read the command line and write the checkpoint."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path, help="model.*.bin of the Portuguese-English student")
    ap.add_argument("old", type=Path, help="its SentencePiece model")
    ap.add_argument("vocabulary", type=Path, help="folder with sentencepiece.model, target.json")
    ap.add_argument("out", type=Path)
    ap.add_argument("triples", type=Path, help="French, English, Portuguese, tab-separated")
    a = ap.parse_args()
    weights = marian.read_weights(a.weights)
    old = spm.SentencePieceProcessor(model_file=str(a.old))
    new = spm.SentencePieceProcessor(model_file=str(a.vocabulary / "sentencepiece.model"))
    written = json.loads((a.vocabulary / "target.json").read_text(encoding="utf-8"))
    lines = a.triples.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    french = new.encode([row[0] for row in rows])
    partners = aligned(french, old.encode([row[2] for row in rows]))
    pieces = [new.id_to_piece(i) for i in range(new.get_piece_size())]
    met = Counter(i for row in french for i in row)
    torch.manual_seed(0)
    model = NMT(len(pieces), len(written), **SHAPE)
    vectors, bias = target_table(written, old, weights)
    state = {
        "semb.weight": torch.from_numpy(
            source_table(pieces, met, partners, old, weights[marian.TABLE])
        ),
        "temb.weight": torch.from_numpy(vectors),
        "bias": torch.from_numpy(bias),
    }
    for side, count in (("enc", SHAPE["enc"]), ("dec", SHAPE["dec"])):
        for n in range(count):
            name = f"{'encoder' if side == 'enc' else 'decoder'}_l{n + 1}_"
            state |= layer(weights, name, f"{side}.{n}.", side == "dec")
    model.load_state_dict(state, strict=False)
    instead_of_ssru(model, weights)
    torch.save({"model": model.state_dict(), "cfg": model.cfg, "step": 0, "seen": 0}, a.out)


if __name__ == "__main__":
    main()
