"""What doubt rests on, counted and fitted: senses.py, neighbours.py and confidence.py."""

import json
import lzma
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "translate" / "models" / "fr_en"
sys.path.insert(0, str(ROOT / "training"))

import confidence  # type: ignore[import-not-found]  # noqa: E402
import neighbours  # type: ignore[import-not-found]  # noqa: E402
import senses  # type: ignore[import-not-found]  # noqa: E402

# Every noun and every verb stands with every other, so only what always stands opposite tells.
NOUNS = {"chien": "dog", "maison": "house", "route": "road", "lampe": "lamp"}
VERBS = {"voit": "sees", "vend": "sells", "lave": "washes", "montre": "shows"}
PAIRS = [
    (f"{a.title()} {v} {b}", f"{NOUNS[a].title()} {VERBS[v]} {NOUNS[b]}")
    for v in VERBS
    for a in NOUNS
    for b in NOUNS
    if a != b
]


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """What senses.py writes for PAIRS: its lines by French stem, then those by English one."""
    folder = tmp_path_factory.mktemp("senses")
    text, out = folder / "pairs.tsv", folder / "senses.txt.xz"
    text.write_text("".join(f"{fr}\t{en}\n" for fr, en in PAIRS), encoding="utf-8")
    subprocess.run([sys.executable, ROOT / "training/senses.py", out, text], check=True)
    forth, _, back = lzma.decompress(out.read_bytes()).decode().partition("\n\n")
    first, second = (
        dict(line.split(" ", 1) for line in half.splitlines()) for half in (forth, back)
    )
    return first, second


@pytest.mark.parametrize("french, english", [("chien", "dog"), ("lamp", "lamp"), ("lav", "wash")])
def test_a_stem_has_what_always_stands_opposite(
    french: str, english: str, counted: tuple[dict[str, str], dict[str, str]]
) -> None:
    share, best, *_ = counted[0][french].split(" ")
    assert best.split(":")[0] == english
    assert int(best.split(":")[1]) > 80
    assert int(share) > 90
    assert int(counted[1][english]) > 90


def test_a_stem_met_too_seldom_is_not_counted() -> None:
    lines = senses.lines([*PAIRS, ("Chien rarissime", "Rarest dog")])
    assert not any(line.startswith("rariss") for line in lines)


def test_neighbours_are_kept_where_they_are_met_often(tmp_path: Path) -> None:
    text, out = tmp_path / "pairs.tsv", tmp_path / "neighbours.bin"
    often = ["Le chien dort.\tThe dog sleeps."] * neighbours.LEAST
    text.write_text("\n".join([*often, "Le chien chante.\tThe dog sings."]), encoding="utf-8")
    subprocess.run([sys.executable, ROOT / "training/neighbours.py", out, text], check=True)
    assert out.read_bytes() == neighbours.kept({("le", "chien"), ("chien", "dort")})


def points(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of two numbers: the first makes 1 likely, the second tells nothing."""
    r = np.random.default_rng(seed)
    x = r.normal(size=(n, 2))
    y = (r.random(n) < 1 / (1 + np.exp(-(1 + 2 * x[:, 0])))).astype(float)
    return x, y


def test_the_fit_finds_what_tells_and_leaves_what_does_not() -> None:
    x, y = points(4000, 1)
    intercept, tells, other = confidence.fitted(x, y, np.ones(len(y)))
    assert intercept == pytest.approx(1, abs=0.15)
    assert tells == pytest.approx(2, abs=0.2)
    assert other == pytest.approx(0, abs=0.1)


def test_a_row_that_counts_twice_is_like_two_rows() -> None:
    x, y = points(200, 2)
    twice = confidence.fitted(x, y, np.full(len(y), 2.0))
    again = confidence.fitted(np.r_[x, x], np.r_[y, y], np.ones(2 * len(y)))
    assert twice == pytest.approx(again)


def test_the_intercept_is_that_of_the_last_file() -> None:
    x, y = points(1000, 3)
    fewer = np.where(np.arange(len(y)) % 2 == 0, y, 0.0)  # a text of which half as much is right
    b = confidence.calibrated(confidence.fitted(x, y, np.ones(len(y))), x, fewer)
    assert confidence.predicted(b, x).mean() == pytest.approx(fewer.mean(), abs=1e-6)


def test_a_translation_has_the_score_that_the_tool_gave_it() -> None:
    from translate.mt.engines.ctranslate import load_engine

    french = ["Le chien dort.", "Elle vend la maison de son père."]
    engine = load_engine(PACKAGE)
    best = [said[0] for said in engine.translate(french)]
    rows = [(fr, said.text) for fr, said in zip(french, best, strict=True)]
    rows.append(("Le chien dort.", "The lamp is purple."))
    own, nonsense = confidence.scores(PACKAGE, rows)[:2], confidence.scores(PACKAGE, rows)[2]
    assert own == [said.score for said in best]
    assert nonsense < min(own) - 0.3


def test_one_command_fits_and_writes_the_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right = [(fr, en) for fr, en in PAIRS[:24]]
    r = random.Random(4)
    wrong = [(fr, r.choice(PAIRS)[1]) for fr, _ in PAIRS[24:]]
    labels = tmp_path / "labels.tsv"
    lines = [f"1\t{fr}.\t{en}." for fr, en in right] + [f"0\t{fr}.\t{en}." for fr, en in wrong]
    labels.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(confidence, "OUT", tmp_path / "confidence.toml")
    monkeypatch.setattr(sys, "argv", ["confidence.py", str(PACKAGE), str(labels)])
    confidence.main()
    import tomllib

    made = tomllib.loads((tmp_path / "confidence.toml").read_text(encoding="utf-8"))
    assert made["with_score"]["share_missing"] < 0  # words without a counterpart are a bad sign
    assert json.dumps(made["soft"]) in (ROOT / "translate/mt/data/confidence.toml").read_text()
    assert "of the wrong" in capsys.readouterr().out
