"""Turn tab-separated files (French, English) into arrays of token ids for train.py.

    python prepare.py DATA --spm sentencepiece.model --valid dev.tsv europarl.tsv@130000 tatoeba.tsv

`FILE@N` takes N pairs of a file, without repeating any. The French side gets the noise of
noise.py. Without --spm a SentencePiece model is trained first.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from pathlib import Path

import lexicon
import noise
import numpy as np
import sentencepiece as spm

Pair = tuple[str, str]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a tab-separated file; lines without two fields are skipped."""
    with path.open(encoding="utf-8") as lines:
        fields = (line.rstrip("\n").split("\t") for line in lines)
        return [(f[0], f[1]) for f in fields if len(f) >= 2 and f[0] and f[1]]


def choose(specs: list[str], forbidden: set[str], r: random.Random) -> list[Pair]:
    """The wanted number of pairs of each file, without those that occur in `forbidden`."""
    chosen: list[Pair] = []
    for spec in specs:
        name, _, count = spec.partition("@")
        pairs = [p for p in read_pairs(Path(name)) if not forbidden.intersection(p)]
        part = r.sample(pairs, min(int(count), len(pairs))) if count else pairs
        print(name, len(part), "of", len(pairs), flush=True)
        chosen += part
    r.shuffle(chosen)
    return chosen


def train_spm(pairs: list[Pair], out: Path, vocab: int) -> Path:
    """Train a joint unigram vocabulary with byte fallback and the ten symbols."""
    text = out / "spm.txt"
    with text.open("w", encoding="utf-8") as file:
        file.writelines(f"{fr}\n{en}\n" for fr, en in pairs)
    spm.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(out / "sentencepiece"),
        vocab_size=vocab,
        model_type="unigram",
        character_coverage=0.9998,
        byte_fallback=True,
        user_defined_symbols=noise.SYMBOLS,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        normalization_rule_name="nmt_nfkc",
        input_sentence_size=1_000_000,
        shuffle_input_sentence=True,
        num_threads=os.cpu_count(),
        max_sentence_length=2000,
    )
    return out / "sentencepiece.model"


def dump(
    out: Path, name: str, pairs: list[Pair], sp: spm.SentencePieceProcessor, longest: int
) -> None:
    """Write NAME.fr.bin, NAME.en.bin (uint16 ids, end to end) and their offsets."""
    ids: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for start in range(0, len(pairs), 50_000):
        part = pairs[start : start + 50_000]
        left = sp.encode([p[0] for p in part])
        right = sp.encode([p[1] for p in part])
        for a, b in zip(left, right, strict=True):
            if a and b and len(a) <= longest and len(b) <= longest:
                ids[0].append(np.array(a, np.uint16))
                ids[1].append(np.array(b, np.uint16))
    for side, lang in zip(ids, ("fr", "en"), strict=True):
        np.concatenate(side).tofile(out / f"{name}.{lang}.bin")
        lengths = np.array([0, *map(len, side)], np.int64)
        np.save(out / f"{name}.{lang}.off.npy", np.cumsum(lengths))
        print(name, lang, len(side), "sentences", int(lengths.sum()), "tokens", flush=True)


def gather(pairs: list[Pair], size: int) -> noise.Material:
    """Terms, names and words from the first `size` pairs."""
    sample = pairs[:size]
    stuff = noise.Material(lexicon=lexicon.build(sample))
    stuff.index()
    names: dict[str, int] = {}
    words: dict[str, int] = {}
    for fr, en in sample[:40_000]:
        for item in noise.shared_items(fr, en):
            if item.replace(" ", "").isalpha():
                names[item] = names.get(item, 0) + 1
        for word in fr.split():
            if word.isalpha() and 3 < len(word) < 12:
                words[word] = words.get(word, 0) + 1
    stuff.names = sorted(names)
    stuff.words = sorted(words)
    return stuff


def main() -> None:
    """Read the command line and write the data directory."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("out", type=Path, help="data directory to write")
    ap.add_argument("tsv", nargs="+", help="FILE or FILE@N")
    ap.add_argument("--spm", type=Path, help="SentencePiece model to use")
    ap.add_argument("--vocab", type=int, default=10_000, help="size of a new vocabulary")
    ap.add_argument("--valid", type=Path, required=True, help="pairs for the validation loss")
    ap.add_argument("--exclude", type=Path, nargs="*", default=[], help="texts to keep out")
    ap.add_argument("--longest", type=int, default=110, help="longest sentence in tokens")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    r = random.Random(a.seed)
    forbidden = {s for path in a.exclude for s in path.read_text(encoding="utf-8").splitlines()}
    pairs = choose(a.tsv, forbidden, r)
    model = a.spm or train_spm(pairs, a.out, a.vocab)
    sp = spm.SentencePieceProcessor(model_file=str(model))
    dump(a.out, "valid", read_pairs(a.valid), sp, a.longest)
    stuff = gather(pairs, 80_000)
    print(len(stuff.lexicon), "terms", len(stuff.names), "names", flush=True)
    noised = [noise.noisy(fr, en, r, stuff) for fr, en in pairs]
    touched = sum(any(s in fr for s in noise.SYMBOLS) for fr, _ in noised)
    print(f"symbols in {touched / len(noised):.1%} of the sentences", flush=True)
    with (a.out / "sample.tsv").open("w", encoding="utf-8") as file:
        file.writelines(f"{fr}\t{en}\n" for fr, en in noised[:2000])
    dump(a.out, "train", noised, sp, a.longest)
    (a.out / "meta.json").write_text(json.dumps({"vocab": sp.get_piece_size()}))


if __name__ == "__main__":
    main()
