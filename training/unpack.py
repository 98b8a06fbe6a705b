"""Make a checkpoint of the model in a package, for train.py to go on from.

    python unpack.py ../translate/models/fr_en start.pt

The weights are those of the int8 model: each within half a step of what was trained, a step being
the 127th part of the largest weight of its row. Exported again unchanged, they are the same.
The optimiser begins anew. The vocabularies to train with are the package's `sentencepiece.model`
and its `model/target_vocabulary.json`.
"""

from __future__ import annotations

import argparse
import re
import struct
from pathlib import Path
from typing import Any

import numpy as np

KINDS = (np.float32, np.int8, np.int16, np.int32, np.float16)  # as CTranslate2 numbers them
SCALE = "_scale"
OUTSIDE = {  # CTranslate2's name: ours
    "encoder/embeddings_0/weight": "semb.weight",
    "decoder/embeddings/weight": "temb.weight",
    "decoder/projection/bias": "bias",
}
BLOCKS = {  # of a layer: the module, the norm behind it in either side, the parts
    "self_attention": ("a.", "n1", "n1", ("qkv", "o")),
    "attention": ("c.", "", "n2", ("q", "kv", "o")),
    "ffn": ("", "n2", "n3", ("f1", "f2")),
}
NORM = {"gamma": "weight", "beta": "bias"}


def read_model(path: Path) -> dict[str, np.ndarray]:
    """Give the weights of a CTranslate2 model by name, in float32; an int8 row over its scale.

    The file: a version, the model's kind and its revision; the number of arrays, for each its name,
    rank, shape, type and data; little-endian, a string with its length before and a zero behind
    it. Raises ValueError when it is cut short.
    """
    data = path.read_bytes()
    at = 0

    def take(form: str) -> Any:
        nonlocal at
        (found,) = struct.unpack_from(form, data, at)
        at += struct.calcsize(form)
        return found

    def text() -> str:
        return bytes(take(f"<{take('<H')}s")).rstrip(b"\0").decode()

    arrays: dict[str, np.ndarray] = {}
    try:
        take("<I"), text(), take("<I")
        for _ in range(take("<I")):
            name = text()
            sizes = [take("<I") for _ in range(take("<B"))]
            kind, size = KINDS[take("<B")], take("<I")
            arrays[name] = np.frombuffer(take(f"<{size}s"), kind).reshape(sizes)
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path}: no whole CTranslate2 model: {error}") from error
    return {
        name: array / arrays[name + SCALE][:, None] if name + SCALE in arrays else array
        for name, array in arrays.items()
        if name.removesuffix(SCALE) not in arrays or not name.endswith(SCALE)
    }


def our_name(name: str) -> str | None:
    """Give the name in model.py of a weight in CTranslate2; None for what is no weight.

    >>> our_name("decoder/layer_1/attention/linear_1/bias")
    'dec.1.c.kv.bias'
    >>> our_name("encoder/layer_0/ffn/layer_norm/gamma")
    'enc.0.n2.weight'
    >>> our_name("decoder/position_encodings/encodings")
    """
    found = re.fullmatch(r"(enc|dec)oder/layer_(\d+)/(\w+)/(layer_norm|linear_\d)/(\w+)", name)
    if not found:
        return OUTSIDE.get(name)
    side, layer, block, part, kind = found.groups()
    module, read, written, parts = BLOCKS[block]
    if part == "layer_norm":
        return f"{side}.{layer}.{read if side == 'enc' else written}.{NORM[kind]}"
    return f"{side}.{layer}.{module}{parts[int(part[-1])]}.{kind}"


def shape(arrays: dict[str, np.ndarray]) -> dict[str, int]:
    """Give the arguments of model.NMT for the weights that `read_model` gave."""
    layers = {found[0] for name in arrays if (found := re.match(r"(enc|dec)oder/layer_\d+/", name))}
    source, target = (
        arrays[name] for name in ("encoder/embeddings_0/weight", "decoder/embeddings/weight")
    )
    return {
        "src": len(source),
        "tgt": len(target),
        "d": source.shape[1],
        "h": int(arrays["encoder/num_heads"]),
        "f": len(arrays["encoder/layer_0/ffn/linear_0/bias"]),
        "enc": sum(name.startswith("enc") for name in layers),
        "dec": sum(name.startswith("dec") for name in layers),
    }


def main() -> None:
    """Read the command line and write the checkpoint."""
    import torch
    from model import NMT

    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("package", type=Path)
    ap.add_argument("out", type=Path)
    a = ap.parse_args()
    arrays = read_model(a.package / "model" / "model.bin")
    model = NMT(**shape(arrays))
    named = {our_name(name): array for name, array in arrays.items()}
    weights = {name: torch.from_numpy(array.copy()) for name, array in named.items() if name}
    model.load_state_dict(weights)
    torch.save({"model": weights, "cfg": model.cfg, "step": 0, "seen": 0}, a.out)


if __name__ == "__main__":
    main()
