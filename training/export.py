"""Turn a checkpoint of train.py into an int8 CTranslate2 model inside an Argos package.

    python export.py last.pt VOCABULARY fr_en --version 1.0 --facts facts.json
    python export.py last.pt VOCABULARY fr_en --zip translate-fr_en.argosmodel

The folder is the unpacked package; the archive is what `argostranslate.package.install_from_path`
takes. VOCABULARY is the folder with `sentencepiece.model` and `target.json`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import package
import sentencepiece as spm
import torch
from ctranslate2.converters.converter import Converter
from ctranslate2.specs import TransformerSpec, common_spec
from model import NMT, Attention, DecoderLayer, EncoderLayer
from torch import nn


def _linear(spec: Any, layer: nn.Linear) -> None:
    spec.weight, spec.bias = layer.weight.numpy(), layer.bias.numpy()


def _norm(spec: Any, layer: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = layer.weight.numpy(), layer.bias.numpy()


def _attention(spec: Any, layer: Attention, norm: nn.LayerNorm) -> None:
    _norm(spec.layer_norm, norm)
    parts = [layer.q, layer.kv, layer.o] if layer.cross else [layer.qkv, layer.o]
    for target, source in zip(spec.linear, parts, strict=True):
        _linear(target, source)


def _feed_forward(spec: Any, norm: nn.LayerNorm, first: nn.Linear, second: nn.Linear) -> None:
    _norm(spec.layer_norm, norm)
    _linear(spec.linear_0, first)
    _linear(spec.linear_1, second)


class CheckpointConverter(Converter):  # type: ignore[misc]
    """Writes the weights of a checkpoint in CTranslate2's layout."""

    def __init__(
        self, checkpoint: dict[str, Any], read: list[str], written: list[str], which: str
    ) -> None:
        self.checkpoint, self.read, self.written, self.which = checkpoint, read, written, which

    def _load(self) -> TransformerSpec:
        cfg = self.checkpoint["cfg"]
        model = NMT(**cfg)
        weights = self.checkpoint[self.which]
        model.load_state_dict({k: v.float() for k, v in weights.items()})
        model.eval().requires_grad_(False)
        relu = common_spec.Activation.RELU
        layers = (cfg["enc"], cfg["dec"])
        spec = TransformerSpec.from_config(layers, cfg["h"], pre_norm=False, activation=relu)
        spec.config.decoder_start_token = "<s>"
        spec.config.add_source_eos = True
        spec.config.add_source_bos = False
        for side, table in ((spec.encoder, model.semb), (spec.decoder, model.temb)):
            both = side.embeddings
            emb = both[0] if isinstance(both, list) else both
            emb.weight, emb.multiply_by_sqrt_depth = table.weight.numpy(), True
            side.scale_embeddings = True
            side.position_encodings.encodings = model.pe.numpy()
        for target, layer in zip(spec.encoder.layer, model.enc, strict=True):
            assert isinstance(layer, EncoderLayer)
            _attention(target.self_attention, layer.a, layer.n1)
            _feed_forward(target.ffn, layer.n2, layer.f1, layer.f2)
        for target, layer in zip(spec.decoder.layer, model.dec, strict=True):
            assert isinstance(layer, DecoderLayer)
            _attention(target.self_attention, layer.a, layer.n1)
            _attention(target.attention, layer.c, layer.n2)
            _feed_forward(target.ffn, layer.n3, layer.f1, layer.f2)
        spec.decoder.projection.weight = model.temb.weight.numpy()
        spec.decoder.projection.bias = model.bias.numpy()
        spec.register_source_vocabulary(self.read)
        spec.register_target_vocabulary(self.written)
        return spec


def main() -> None:
    """Read the command line, convert, write the package."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("vocabulary", type=Path, help="folder of the vocabularies")
    ap.add_argument("out", type=Path, help="package folder to write; an old one is replaced")
    ap.add_argument("--which", choices=["ema", "model"], default="ema", help="averaged or last")
    ap.add_argument("--quantization", default="int8")
    ap.add_argument("--version", default="1.0")
    ap.add_argument("--facts", type=Path, help="JSON object added to the training facts")
    ap.add_argument("--readme", type=Path, help="README.md of the package")
    ap.add_argument("--zip", type=Path, help="also write this .argosmodel archive")
    a = ap.parse_args()
    checkpoint = torch.load(a.checkpoint, map_location="cpu", weights_only=True)
    reader = a.vocabulary / "sentencepiece.model"
    sp = spm.SentencePieceProcessor(model_file=str(reader))
    written = json.loads((a.vocabulary / "target.json").read_text(encoding="utf-8"))
    pieces = [sp.id_to_piece(i) for i in range(sp.get_piece_size())]
    shutil.rmtree(a.out, ignore_errors=True)
    a.out.mkdir(parents=True)
    converter = CheckpointConverter(checkpoint, pieces, written, a.which)
    converter.convert(str(a.out / "model"), quantization=a.quantization, force=True)
    shutil.copyfile(reader, a.out / "sentencepiece.model")
    if a.readme:
        shutil.copyfile(a.readme, a.out / "README.md")
    facts = json.loads(a.facts.read_text(encoding="utf-8")) if a.facts else {}
    text = json.dumps(package.metadata(a.version, checkpoint, facts), indent=2, ensure_ascii=False)
    (a.out / "metadata.json").write_text(text + "\n", encoding="utf-8")
    if a.zip:
        package.pack(a.out, a.zip)


if __name__ == "__main__":
    main()
