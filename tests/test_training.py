"""The training scripts and the embedded package."""

import json
import os
import platform
import random
import re
import shutil
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sentencepiece as spm

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "translate" / "models" / "fr_en"
sys.path.insert(0, str(ROOT / "training"))

import lexicon  # type: ignore[import-not-found]  # noqa: E402
import made  # type: ignore[import-not-found]  # noqa: E402
import noise  # type: ignore[import-not-found]  # noqa: E402

PAIRS = [
    (
        "Le 12 mai 2019, Marie Curie a visité d'Arcole à Brest.",
        "On 12 May 2019, Marie Curie visited d'Arcole in Brest.",
    ),
    ("La Commission accepte la proposition de Paris.", "The Commission accepts Paris's proposal."),
    ("Voir https://exemple.fr/a pour la liste.", "See https://exemple.fr/a for the list."),
    ("Il pleut.", "It is raining."),
]


@pytest.fixture
def stuff() -> noise.Material:
    found = noise.Material(
        lexicon={"proposition": "proposal", "liste": "list", "mai": "may"},
        names=["Hilary", "Wanda Clark"],
        words=["maison", "été"],
    )
    found.index()
    return found


def symbols(text: str) -> Counter[str]:
    return Counter(re.findall("⟦[0-9]⟧", text))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("pair", PAIRS)
def test_placeholders_are_the_same_on_both_sides(
    pair: tuple[str, str], seed: int, stuff: noise.Material
) -> None:
    fr, en = noise.placeholders(*pair, random.Random(seed), stuff)
    assert symbols(fr) == symbols(en)
    assert set(symbols(fr)) <= set(noise.PLACEHOLDERS)
    if pair == PAIRS[3]:
        assert (fr, en) == pair


@pytest.mark.parametrize("seed", range(40))
def test_framed_pairs_keep_the_sentence(seed: int) -> None:
    fr, en = noise.framed("Il pleut.", "It is raining.", random.Random(seed))
    assert symbols(fr) == symbols(en) and symbols(fr)
    assert fr.lower().count("il pleut.") == en.lower().count("it is raining.") == 1


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("pair", PAIRS)
def test_the_given_target_form_is_in_the_translation(
    pair: tuple[str, str], seed: int, stuff: noise.Material
) -> None:
    fr, en = noise.terms(*pair, random.Random(seed), stuff)
    given = re.findall("⟦7⟧ (.+?) ⟦8⟧ (.+?) ⟦9⟧", fr)
    assert not symbols(en)
    assert all(target.lower() in en.lower() for _, target in given)
    assert re.sub("⟦7⟧ (.+?) ⟦8⟧ .+? ⟦9⟧", r"\1", fr) == pair[0]
    assert bool(given) == (pair != PAIRS[3])


@pytest.mark.parametrize("seed", range(60))
def test_extras_are_the_same_on_both_sides(seed: int, stuff: noise.Material) -> None:
    fr, en = noise.extras("Oui, merci.", "Yes, thanks.", random.Random(seed), stuff)
    added = [x for x in fr.split() if x not in en.split() and not re.fullmatch(r"[\w',.:!-]+", x)]
    assert fr != "Oui, merci."
    assert not added, (fr, en)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize(
    ("pair", "label"),
    [
        (("Il est venu en 2019.", "He came in 2019."), "digits"),
        (("Les trois maisons sont à vendre.", "The three houses are for sale."), "words"),
        (("Il pleut.", "It is raining."), "none"),
    ],
)
def test_numbers_are_the_same_on_both_sides(pair: tuple[str, str], label: str, seed: int) -> None:
    fr, en = noise.numbers(*pair, random.Random(seed))
    digits = [sorted(re.sub(r"\D", "", x) for x in re.findall(r"\d[\d.,\s]*", t)) for t in (fr, en)]
    assert digits[0] == digits[1] and digits[0]
    assert not {"2019", "trois", "three"} & {*fr[:-1].split(), *en[:-1].split()}, label


def test_surface_touches_about_a_quarter_and_is_repeatable() -> None:
    pair = ("« L’été », à Brest : 3 hôtels.", "Summer in Brest: 3 hotels.")
    first = [noise.surface(*pair, random.Random(i)) for i in range(2000)]
    assert first == [noise.surface(*pair, random.Random(i)) for i in range(2000)]
    assert 0.25 < sum(x != pair for x in first) / 2000 < 0.35
    assert 0.15 < sum(x[0] == pair[0].lower() and x[1] == pair[1] for x in first) / 2000 < 0.21


def test_numbers_keep_their_value() -> None:
    for seed in range(200):
        left, right = made.number(random.Random(seed))
        digits = [re.sub(r"[^\d]", "", x) for x in (left, right)]
        assert digits[0] == digits[1]


def test_lexicon_finds_terms_and_phrases() -> None:
    pairs = [
        ("le développement durable avance", "sustainable development goes ahead"),
        ("le développement durable aussi", "sustainable development too"),
        ("le développement recule", "development falls back"),
        ("une maison durable", "a sustainable house"),
    ] * 15 + [("autre chose", "another thing")] * 1200
    found = lexicon.build(pairs)
    assert found["développement durable"] == "sustainable development"
    assert found["développement"] == "development"
    assert found["maison"] == "house"


def test_package_says_how_to_mask() -> None:
    meta = json.loads((PACKAGE / "metadata.json").read_text(encoding="utf-8"))
    sp = spm.SentencePieceProcessor(model_file=str(PACKAGE / "sentencepiece.model"))
    assert (meta["from_code"], meta["to_code"]) == ("fr", "en")
    assert meta["placeholders"] == noise.PLACEHOLDERS
    assert -1.5 < meta["unsure_below"] < -0.4
    for symbol in noise.SYMBOLS:
        assert sp.id_to_piece(sp.piece_to_id(symbol)) == symbol
    size = sum(p.stat().st_size for p in PACKAGE.rglob("*") if p.is_file())
    assert size < 45_000_000


_STOCK = """
import sys, zipfile
from pathlib import Path
import ctranslate2
from argostranslate import package
package.install_from_path(Path(sys.argv[1]))
(found,) = package.get_installed_packages()
model = ctranslate2.Translator(str(found.package_path / "model"))
tokens = found.tokenizer.encode("Je suis à Paris avec ⟦3⟧.")
print(found.tokenizer.decode(model.translate_batch([tokens])[0].hypotheses[0]))
"""


def test_package_loads_in_stock_argos_translate(tmp_path: Path) -> None:
    pytest.importorskip("argostranslate")
    clean = {**os.environ, "HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path / "p")}
    clean |= {f"XDG_{x}_HOME": str(tmp_path / x) for x in ("DATA", "CACHE", "CONFIG")}
    archive = tmp_path / "translate-fr_en.argosmodel"
    import package  # type: ignore[import-not-found]

    package.pack(PACKAGE, archive)
    run = subprocess.run(
        [sys.executable, "-c", _STOCK, str(archive)],
        env=clean,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert "Paris" in run.stdout and "⟦3⟧" in run.stdout


def vocabulary(folder: Path) -> None:
    """Put the vocabularies of the package into `folder`, as vocabulary.py leaves them."""
    shutil.copyfile(PACKAGE / "sentencepiece.model", folder / "sentencepiece.model")
    shutil.copyfile(PACKAGE / "model" / "target_vocabulary.json", folder / "target.json")


def test_english_is_cut_into_pieces_that_the_model_writes(tmp_path: Path) -> None:
    from prepare import encoders  # type: ignore[import-not-found]

    vocabulary(tmp_path)
    written = json.loads((tmp_path / "target.json").read_text(encoding="utf-8"))
    french, english = encoders(tmp_path)
    sentence = "The ⟦3⟧ of São Paulo: a naïve 你 café."
    (numbers,) = english([sentence])
    assert max(numbers) < len(written) and written.index("<unk>") not in numbers
    assert written.index("⟦3⟧") in numbers
    reader = spm.SentencePieceProcessor(model_file=str(tmp_path / "sentencepiece.model"))
    assert french([sentence]) == reader.encode([sentence])
    assert reader.decode_pieces([written[n] for n in numbers]) == sentence


def test_two_vocabularies_joined_have_every_piece_once() -> None:
    import vocabulary as made_of  # type: ignore[import-not-found]
    from sentencepiece import sentencepiece_model_pb2 as proto

    pieces = made_of.mixed({"▁the": -2.0, "s": -3.0}, {"▁le": -2.0, "s": -3.0})
    model = made_of.joined(proto.ModelProto(), pieces)
    names = [p.piece for p in model.pieces]
    assert names[:5] == ["<pad>", "<unk>", "<s>", "</s>", "⟦0⟧"]
    assert names[-3:] == ["▁le", "▁the", "s"]
    assert len(names) == len(set(names)) == 4 + 10 + 256 + 3


def marian_file(tensors: dict[str, tuple[int, tuple[int, ...], bytes]]) -> bytes:
    """Give a file as Marian writes it: heads, names, shapes, a gap, data."""
    heads = b"".join(
        struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data))
        for name, (kind, shape, data) in tensors.items()
    )
    names = b"".join(name.encode() + b"\0" for name in tensors)
    shapes = b"".join(struct.pack(f"<{len(s)}i", *s) for _, s, _ in tensors.values())
    data = b"".join(data for _, _, data in tensors.values())
    return (
        struct.pack("<QQ", 1, len(tensors))
        + heads
        + names
        + shapes
        + struct.pack("<Q", 3)
        + (b"\0\0\0" + data)
    )


def test_weights_of_marian_are_read(tmp_path: Path) -> None:
    import marian  # type: ignore[import-not-found]

    six, scale = bytes([1, 2, 3, 4, 5, 255]), struct.pack("<f", 2.0)
    path = tmp_path / "model.bin"
    tensors = {
        "bias": (marian.FLOAT32, (1, 2), struct.pack("<2f", 0.5, -1.0)),
        "W": (0x101, (2, 3), six + scale),
        "Wemb": (0x101, (2, 3), six + scale),
        "W_QuantMultA": (marian.FLOAT32, (1, 1), scale),
        "special:model.yml": (0x101, (4,), b"a: 1"),
    }
    path.write_bytes(marian_file(tensors))
    read = {name: array.tolist() for name, array in marian.read_weights(path).items()}
    assert read == {
        "bias": [[0.5, -1.0]],
        "W": [[0.5, 1.5, 2.5], [1.0, 2.0, -0.5]],  # column after column
        "Wemb": [[0.5, 1.0, 1.5], [2.0, 2.5, -0.5]],
    }
    for cut in (10, 90, len(path.read_bytes()) - 1):
        path.write_bytes(marian_file(tensors)[:cut])
        with pytest.raises(ValueError, match="no whole Marian model"):
            marian.read_weights(path)


def test_weights_of_a_package_are_read(tmp_path: Path) -> None:
    import unpack  # type: ignore[import-not-found]

    def text(words: str) -> bytes:
        return struct.pack("<H", len(words) + 1) + words.encode() + b"\0"

    def array(name: str, shape: tuple[int, ...], kind: int, data: bytes) -> bytes:
        sizes = struct.pack(f"<B{len(shape)}IBI", len(shape), *shape, kind, len(data))
        return text(name) + sizes + data

    table = "decoder/embeddings/weight"
    whole = struct.pack("<I", 6) + text("TransformerSpec") + struct.pack("<II", 7, 3)
    whole += array(table, (2, 2), 1, bytes([1, 255, 3, 4]))
    whole += array(table + "_scale", (2,), 0, struct.pack("<2f", 2.0, 4.0))
    whole += array("decoder/activation_scale", (), 1, b"\1")  # a setting: no array has it
    path = tmp_path / "model.bin"
    path.write_bytes(whole)
    read = {name: array.tolist() for name, array in unpack.read_model(path).items()}
    assert read == {table: [[0.5, -0.5], [0.75, 1.0]], "decoder/activation_scale": 1}
    for cut in (2, 30, len(whole) - 1):
        path.write_bytes(whole[:cut])
        with pytest.raises(ValueError, match="no whole CTranslate2 model"):
            unpack.read_model(path)


def test_every_weight_of_the_embedded_package_has_a_place() -> None:
    import unpack

    arrays = unpack.read_model(PACKAGE / "model" / "model.bin")
    facts = json.loads((PACKAGE / "metadata.json").read_text(encoding="utf-8"))["model"]
    found = unpack.shape(arrays)
    assert list(found.values()) == [
        facts[name]
        for name in [
            "source_pieces",
            "target_pieces",
            "width",
            "heads",
            "feed_forward",
            "encoder_layers",
            "decoder_layers",
        ]
    ]
    unplaced = [name for name, array in arrays.items() if array.ndim and not unpack.our_name(name)]
    assert unplaced == ["decoder/position_encodings/encodings"]


@pytest.mark.skipif(not shutil.which("cc"), reason="needs a C compiler")
def test_words_find_their_partners() -> None:
    from align import aligned  # type: ignore[import-not-found]

    house, red, one = 1, 2, 3
    text = [[house], [red, house], [one, house], [red, one]]
    found = aligned(text, [[word + 10 for word in line] for line in text])
    assert {word: partners[0][1] for word, partners in found.items()} == {1: 11, 2: 12, 3: 13}


@pytest.mark.skipif(not shutil.which("cc"), reason="needs a C compiler")
def test_a_word_that_only_stands_nearby_is_no_entry() -> None:
    from dictionary import confirmed  # type: ignore[import-not-found]

    pairs = [
        ("marée noire", "oil slick"),
        ("la marée", "the tide"),
        ("la marée monte", "the tide rises"),
        ("la nuit noire", "the dark night"),
    ]
    entries = [("marée", "tide"), ("marée", "slick"), ("nuit", "night"), ("pluie", "rain")]
    found = confirmed(entries, pairs * 3)
    assert ("marée", "tide") in found and ("pluie", "rain") not in found


def test_rate_falls_to_almost_nothing() -> None:
    pytest.importorskip("torch")
    from train import rate  # type: ignore[import-not-found]

    assert rate(250, 2e-3, 500, 0.9, 0.3) == pytest.approx(1e-3)
    assert rate(2000, 2e-3, 500, 0.9, 0.3) == pytest.approx(2e-3)
    assert rate(2000, 2e-3, 500, 0.0, 0.3) == pytest.approx(2e-5)


def test_a_tiny_model_learns_and_is_exported(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from model import NMT  # type: ignore[import-not-found]

    for name in ("valid.tsv", "train.tsv"):
        lines = [f"{a}\t{b}\n" for a, b in PAIRS * 8]
        (tmp_path / name).write_text("".join(lines), encoding="utf-8")

    def script(name: str, *args: object) -> str:
        done = subprocess.run(
            [sys.executable, str(ROOT / "training" / name), *map(str, args)],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    data, out, start = tmp_path / "data", tmp_path / "out", tmp_path / "start.pt"
    vocabulary(tmp_path)
    read, written = (
        json.loads((PACKAGE / "model" / f"{side}_vocabulary.json").read_text(encoding="utf-8"))
        for side in ("source", "target")
    )
    model = NMT(len(read), len(written), d=32, h=2, f=64, enc=1, dec=1)
    state = {"model": model.state_dict(), "cfg": model.cfg, "step": 0, "seen": 0}
    torch.save(state, start)
    valid, train = tmp_path / "valid.tsv", tmp_path / "train.tsv"
    script("prepare.py", data, train, "--vocabulary", tmp_path, "--valid", valid)
    sizes = {"seconds": 8, "tokens": 800}
    small = [f"--{key}={value}" for key, value in {**sizes, "log-every": 1, "warmup": 10}.items()]
    said = script("train.py", data, out, start, *small)
    losses = [float(x) for x in re.findall(r"loss ([\d.]+)", said)]
    assert losses[-1] < losses[0]
    assert torch.load(out / "last.pt", weights_only=True)["step"] == len(losses)
    script("export.py", out / "last.pt", tmp_path, tmp_path / "fr_en", "--version", "9")
    assert json.loads((tmp_path / "fr_en" / "metadata.json").read_text())["package_version"] == "9"
    script("evaluate.py", tmp_path / "fr_en", valid, valid, "--beam", 1)
    script("unpack.py", tmp_path / "fr_en", tmp_path / "again.pt")
    again = torch.load(tmp_path / "again.pt", weights_only=True)
    last = torch.load(out / "last.pt", weights_only=True)
    assert again["cfg"] == last["cfg"]
    for name, weight in last["ema"].items():
        off = (again["model"][name] - weight).abs()
        assert bool((off <= weight.abs().amax(-1, keepdim=True) / 253).all()), name


def test_a_trained_model_goes_on_gently() -> None:
    """AdamW has all weights then; else Muon has the matrices of the layers."""
    pytest.importorskip("torch")
    from model import NMT
    from train import optimisers

    model = NMT(src=40, tgt=30, d=8, h=2, f=16, enc=1, dec=1)
    held = [
        [sum(len(group["params"]) for group in one.param_groups) for one in made]
        for made in (optimisers(model, 1e-3, 1, gently=True), optimisers(model, 1e-3, 1))
    ]
    assert held[0] == [len(list(model.parameters()))]
    assert len(held[1]) == 2 and sum(held[1]) == held[0][0]


def test_a_mean_is_a_share_of_the_way() -> None:
    torch = pytest.importorskip("torch")
    from mean import mean  # type: ignore[import-not-found]

    first, later = ({"bias": torch.full((2,), value)} for value in (1.0, 3.0))
    for share, value in ((0.0, 1.0), (0.3, 1.6), (1.0, 3.0)):
        assert mean(first, later, share)["bias"].tolist() == pytest.approx([value, value])


def test_muon_makes_every_direction_equally_long() -> None:
    torch = pytest.importorskip("torch")
    from muon import orthogonal  # type: ignore[import-not-found]

    torch.manual_seed(0)
    singular = torch.linalg.svdvals(orthogonal(torch.randn(64, 16)))
    assert 0.6 < float(singular.min()) <= float(singular.max()) < 1.4


@pytest.mark.skipif(
    not shutil.which("cc") or platform.machine() != "x86_64", reason="needs a C compiler for x86"
)
def test_int8_gradients_point_where_those_of_floats_do() -> None:
    torch = pytest.importorskip("torch")
    from int8 import Int8  # type: ignore[import-not-found]
    from model import NMT

    torch.manual_seed(0)
    model = NMT(src=3000, tgt=3000, d=64, h=4, f=128, enc=2, dec=1)
    with torch.no_grad():
        model.bias[200:] = -6.0  # most words are rare
    source, target = torch.randint(4, 200, (20, 12)), torch.randint(4, 200, (20, 9))

    def gradients() -> tuple[float, Any]:
        loss, tokens = model.loss(source, target[:, :-1], target[:, 1:])
        return float(loss.detach()) / tokens, torch.autograd.grad(loss, list(model.parameters()))

    exact, wanted = gradients()
    how = Int8()
    model.multiply(how)
    how.refresh(model)
    near, found = gradients()
    assert near == pytest.approx(exact, rel=0.01)
    for (name, weight), a, b in zip(model.named_parameters(), wanted, found, strict=True):
        assert b.stride() == weight.stride(), name
        if float(a.norm()) > 1e-3:  # keys have no use for a bias: the softmax takes it out
            likeness = torch.cosine_similarity(a.flatten(), b.flatten(), dim=0)
            assert float(likeness) > 0.97, name
        if name == "temb.weight":
            rare = torch.cosine_similarity(a[200:], b[200:], dim=1)
            assert float(rare.mean()) > 0.9


def test_pairs_like_a_text_come_first() -> None:
    from rank import scorer  # type: ignore[import-not-found]

    news = ["Le train a déraillé près de la gare.", "La pluie a coupé la route du village."]
    pool = ["Monsieur le Président, le rapport est adopté.", "La gare du village est fermée."] * 3
    score = scorer(news, pool)
    assert max(pool, key=score) == pool[1]


def test_capitalised_words_that_english_writes_otherwise() -> None:
    from capitals import otherwise  # type: ignore[import-not-found]

    pairs = [
        ("Elle va à Londres avec Turing.", "She goes to London with Turing."),
        ("Le Conseil de Londres attend.", "The Council of London waits."),
        ("Il quitte Londres.", "He leaves London."),
    ]
    assert otherwise(pairs * 2) == ["Londres"]
    assert otherwise(pairs) == []
