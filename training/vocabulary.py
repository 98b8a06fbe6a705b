"""Make the vocabulary: French pieces of our own joined with the English ones of the start model.

    python vocabulary.py OUT old.spm europarl.tsv@500000 tatoeba.tsv …

`old.spm` is the SentencePiece model of the start (Portuguese-English). Of its pieces those stay
that English needs. `OUT/sentencepiece.model` reads both languages, `OUT/target.json` lists what
the model can write; English must be cut with those pieces alone (`prepare.writer`), else the model
learns to write the sign for unknown.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import noise
import sentencepiece as spm
from prepare import choose, read_model
from sentencepiece import sentencepiece_model_pb2 as proto

OFTEN = 30  # an English piece met so often in the text is needed; all single characters are
FRENCH = 20_000  # pieces
NORMAL, UNKNOWN, CONTROL, USER, BYTE = 1, 2, 3, 4, 6  # SentencePiece's kinds
SPECIAL = (("<pad>", CONTROL), ("<unk>", UNKNOWN), ("<s>", CONTROL), ("</s>", CONTROL))


def needed(old: spm.SentencePieceProcessor, english: Iterable[str]) -> list[str]:
    """Give the pieces of `old` that `english` needs, in their order."""
    count = Counter(i for line in english for i in old.encode(line))
    size = old.get_piece_size()
    pieces = {i: old.id_to_piece(i) for i in range(size) if not old.is_control(i)}
    return [p for i, p in pieces.items() if count[i] >= OFTEN or len(p) == 1]


def mixed(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Give every piece of two unigram models with its log-probability under half of each.

    >>> {piece: round(score, 2) for piece, score in mixed({"a": -1.0}, {"a": -1.0}).items()}
    {'a': -1.0}
    """
    none = -99.0
    return {
        piece: math.log((math.exp(first.get(piece, none)) + math.exp(second.get(piece, none))) / 2)
        for piece in first.keys() | second.keys()
    }


def scores(model: proto.ModelProto) -> dict[str, float]:
    """Give the plain pieces of a SentencePiece model with their scores."""
    return {p.piece: p.score for p in model.pieces if p.type == NORMAL}


def joined(base: proto.ModelProto, pieces: dict[str, float]) -> proto.ModelProto:
    """Give `base` with other pieces: four marks, the ten symbols, 256 bytes, then `pieces`."""
    made = proto.ModelProto()
    made.CopyFrom(base)
    del made.pieces[:]
    symbols = [(symbol, USER) for symbol in noise.SYMBOLS]
    octets = [(f"<0x{n:02X}>", BYTE) for n in range(256)]
    for piece, kind in (*SPECIAL, *symbols, *octets):
        made.pieces.add(piece=piece, score=0.0, type=kind)
    for piece, score in sorted(pieces.items(), key=lambda p: (-p[1], p[0])):
        made.pieces.add(piece=piece, score=score, type=NORMAL)
    spec = made.trainer_spec
    spec.byte_fallback, spec.vocab_size, spec.pad_piece = True, len(made.pieces), SPECIAL[0][0]
    spec.pad_id, spec.unk_id, spec.bos_id, spec.eos_id = range(4)
    for where in ("input", "model_prefix"):  # paths of whoever trained the pieces
        spec.ClearField(where)
    del spec.user_defined_symbols[:]
    spec.user_defined_symbols.extend(noise.SYMBOLS)
    return made


def french(lines: Iterable[str], out: Path) -> proto.ModelProto:
    """Train a unigram model on the French lines."""
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(out / "french"),
        vocab_size=FRENCH,
        model_type="unigram",
        character_coverage=0.9999,
        normalization_rule_name="nmt_nfkc",
        hard_vocab_limit=False,
    )
    return read_model(out / "french.model")


def main() -> None:
    """Read the command line and write the two vocabularies."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("out", type=Path)
    ap.add_argument("old", type=Path, help="SentencePiece model of the start")
    ap.add_argument("tsv", nargs="+", help="FILE, FILE@N or FILE^N")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    pairs = choose(a.tsv, set(), random.Random(1))
    base = read_model(a.old)
    old = spm.SentencePieceProcessor(model_file=str(a.old))
    there = scores(base)
    english = [p for p in needed(old, (en for _, en in pairs)) if p in there]
    ours = scores(french((fr for fr, _ in pairs), a.out))
    model = joined(base, mixed({p: there[p] for p in english}, ours))
    (a.out / "sentencepiece.model").write_bytes(model.SerializeToString())
    special = [p.piece for p in model.pieces if p.type != NORMAL]
    (a.out / "target.json").write_text(json.dumps(special + english, ensure_ascii=False))
    print(len(model.pieces), "pieces to read,", len(special) + len(english), "to write")


if __name__ == "__main__":
    main()
