"""What `import translate` offers: the names, their types, and what a wrong type is told."""

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import translate
from translate import (
    CleanConfig,
    Config,
    Document,
    Edit,
    Glossary,
    Rules,
    Translation,
    clean,
    clean_folder,
    restore,
    translate_folder,
)

RAW = "Le texte est là.\n\nPartager cet article :\n"


def test_every_name_of_the_face_is_there() -> None:
    for name in translate.__all__:
        assert getattr(translate, name) is not None, name
    assert dir(translate) == translate.__all__
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = translate.nothing_of_ours  # type: ignore[attr-defined]


def test_importing_it_loads_no_more_than_the_errors() -> None:
    code = "import sys, translate; print([m for m in sys.modules if m.startswith('translate.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['translate.errors']"


def test_the_function_that_cleans_and_the_package_of_its_rules_go_by_one_name() -> None:
    rules = importlib.import_module("translate.clean.rules")
    assert rules.Rules is Rules
    assert importlib.import_module("translate").clean(RAW) == clean(RAW)
    assert list(inspect.signature(clean).parameters)[:3] == ["source", "name", "profile"]


def test_a_text_bytes_and_a_document_are_cleaned() -> None:
    doc = clean(RAW)
    assert doc.text == "Le texte est là.\n"
    assert [edit.rule for edit in doc.edits] == ["fr.share.call"]
    assert clean(RAW.encode("cp1252")).text == doc.text
    assert clean(doc) == doc
    assert restore(clean(RAW.encode("cp1252"))) == RAW.encode("cp1252")


def test_a_document_that_a_hand_edited_keeps_its_edits() -> None:
    doc = Document("a.txt", "Titre\n" + RAW).edited("by-hand", [Edit(0, "Titre\n", "")])
    assert clean(doc).text == "Le texte est là.\n"
    assert restore(clean(doc)).decode() == "Titre\n" + RAW


@pytest.mark.parametrize(("profile", "left"), [("gentle", True), ("page", False)])
def test_the_profile_goes_before_that_of_the_settings(profile: str, left: bool) -> None:
    page = "Accueil | Sport | Culture | Contact\n\n" + "Le lac a gelé dans la nuit de mardi.\n" * 4
    loaded = Rules.load(CleanConfig(profile=profile), ("fr", "en"))
    other = Config(clean=CleanConfig(profile="page" if left else "gentle"))
    assert clean(page, profile=profile, config=other) == clean(page, rules=loaded)


def test_files_of_rules_are_read_again_when_they_changed(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    config = Config(clean=CleanConfig(rules=(own,)))
    rule = '[[rule]]\nid = "word"\nkind = "own"\npattern = "{}"\nexamples = ["{}"]\n'
    for word in ("Bonjour", "Bonsoir"):
        own.write_text(rule.format(word.lower(), word))
        assert word not in clean("Bonjour\n\nBonsoir\n", config=config).text


def test_a_text_and_a_document_are_translated() -> None:
    said: Translation = translate.translate("Le chat dort.")
    assert "cat" in said.text
    text = "Le chat dort sur le lit de la chambre.\n\nDie Katze ist auf dem Bett und schläft.\n"
    done = translate.translate(clean(text, config=Config(languages=("fr", "de"))))
    assert done.text.endswith("\n\nDie Katze ist auf dem Bett und schläft.\n")
    assert "language" in done.records[1].checks[0]


def test_a_byte_that_nothing_could_decode_is_no_obstacle() -> None:
    assert "cat" in translate.translate("Le chat dort.\n\udce9\n").text


def test_a_name_of_the_glossary_is_kept() -> None:
    names = Glossary.parse('[[name]]\ncanonical = "Ada Lovelace"\nvariants = ["ada lovelass"]')
    assert "Ada Lovelace" in translate.translate("ada lovelass est là.", glossary=names).text


def test_a_glossary_is_read_from_a_name_or_a_path(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('[[name]]\ncanonical = "Ada Lovelace"\n')
    assert Glossary.load(str(path)) == Glossary.load(path)


def test_folders_are_cleaned_and_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Le chat dort sur le lit.\n\nPartager cet article :\n")
    assert [(o.name, o.status) for o in clean_folder("raw", "out")] == [("a.txt", "made")]
    assert (tmp_path / "out/a.txt").read_text() == "Le chat dort sur le lit.\n"
    [outcome] = translate_folder(tmp_path / "out", "english", Config())
    assert outcome.facts["sentences"] == 1
    assert "cat" in (tmp_path / "english/a.txt").read_text()


def test_a_text_and_its_file_have_one_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Sophie a souri. Hier, Ovshinsky a lu la lettre du pdg à Mme Rose.\n"
    (tmp_path / "french").mkdir()
    (tmp_path / "french/a.txt").write_text(text)
    list(translate_folder("french", "english", Config()))
    english = (tmp_path / "english/a.txt").read_text()
    assert translate.translate(text).text == english
    assert all(name in english for name in ("Sophie", "Ovshinsky", "CEO", "Rose"))


WRONG: list[tuple[str, Callable[[Any], object], object, str]] = [
    ("a path to clean", clean, Path("a.txt"), "clean_folder takes paths"),
    ("a number for settings", lambda v: clean("a", config=v), 3, "give a Config"),
    ("a name for rules", lambda v: clean("a", rules=v), "fr", "Rules.load"),
    ("a number for a profile", lambda v: clean("a", profile=v), 3, "'gentle' or 'page'"),
    ("a text to restore", restore, "a", "as clean gives it"),
    ("bytes to translate", translate.translate, b"a", "clean makes one of bytes"),
    ("a path for a glossary", lambda v: translate.translate("a", glossary=v), "g", "Glossary.load"),
    ("a path for a model", lambda v: translate.translate("a", model=v), Path("m"), "as a str"),
    ("a country for English", lambda v: translate.translate("a", english=v), "GB", "'en-GB'"),
    ("a number for a folder", lambda v: clean_folder(v, "out"), 3, "a str or a Path"),
    ("a table for settings", lambda v: translate_folder("a", "b", v), {}, "as a Config"),
    ("a word for a number", lambda v: Config(jobs=v), "two", "of type int is needed"),
    ("true for a number", lambda v: Config(jobs=v), True, "of type int is needed, not True"),
    ("a list for a tuple", lambda v: Config(languages=v), ["fr"], "of type tuple of str is"),
    ("numbers in a tuple", lambda v: CleanConfig(off=v), (3,), "of type tuple of str is"),
    ("a name for a path", lambda v: Config(raw=v), "raw", "of type Path is needed"),
]


@pytest.mark.parametrize(
    ("call", "value", "said"), [pytest.param(*row[1:], id=row[0]) for row in WRONG]
)
def test_a_wrong_type_says_what_to_give(
    call: Callable[[Any], object], value: object, said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        call(value)


def test_rules_of_another_profile_are_told() -> None:
    with pytest.raises(TypeError, match="loaded for this profile"):
        clean("a", profile="page", rules=Rules.load(CleanConfig(), ("fr",)))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda: Config(source="French"), "a language code", id="a name of a language"),
        pytest.param(lambda: Config(jobs=-1), "jobs must be at least 0", id="less than none"),
        pytest.param(
            lambda: CleanConfig(profile="wild"), "one of auto, gentle, page", id="a profile"
        ),
        pytest.param(
            lambda: clean("a", profile="wild"), "one of auto, gentle, page", id="in the call"
        ),
    ],
)
def test_a_wrong_value_says_what_to_give(make: Callable[[], object], said: str) -> None:
    with pytest.raises(translate.CorpusError, match=said):
        make()
