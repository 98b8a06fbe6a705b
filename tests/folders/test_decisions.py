"""What a person decided is written once, honoured by the next run, and never lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import Document, clean
from translate.config import Config, load
from translate.document import Edit, Held
from translate.errors import UsageError
from translate.folders import decisions
from translate.folders.decisions import Decisions, Restored, StaleError
from translate.folders.jobs import clean_folder, translate_folder

PAGE = """La gare rouvre

La gare du village rouvre lundi matin, après trois ans de travaux.

Partager cet article

Facebook

Twitter

Le chef de gare a compté quarante voyageurs au premier train.

Partager cet article

Facebook

Twitter
"""
KEPT = "La gare du village rouvre lundi matin"


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/gare.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text("")
    return load(tmp_path / "corpus.toml")


def cleaned(settings: Config) -> str:
    (outcome,) = clean_folder(settings.raw, settings.cleaned, settings)
    assert outcome.status in ("made", "unchanged"), outcome
    return (settings.cleaned / "gare.txt").read_text(encoding="utf-8")


def test_one_of_two_equal_lines_is_restored(settings: Config) -> None:
    assert "Facebook" not in cleaned(settings)
    entry = {"document": "gare.txt", "line": 15, "text": "Facebook", "rule": "web.share.name"}
    decisions.add(settings.review, "restore", entry)
    text = cleaned(settings)
    assert text.endswith("quarante voyageurs au premier train.\n\nFacebook\n")
    assert text.count("Facebook") == 1 and "Twitter" not in text
    decisions.withdraw(settings.review, "restore", entry)
    assert "Facebook" not in cleaned(settings)


def test_a_restored_line_that_is_gone_is_told(settings: Config) -> None:
    entry = {"document": "gare.txt", "line": 15, "text": "Instagram"}
    decisions.add(settings.review, "restore", entry)
    for status in ("made", "unchanged"):
        (outcome,) = clean_folder(settings.raw, settings.cleaned, settings)
        assert (outcome.status, outcome.message) == (
            status,
            f"gare.txt: {settings.review} restores what stands there no more: Instagram",
        )


def test_a_restored_line_that_is_repaired_is_not_gone(settings: Config) -> None:
    page = PAGE.replace("\nFacebook", "\nFacebook, l’Ã©tÃ©", 1)
    (settings.raw / "gare.txt").write_text(page, encoding="utf-8")
    entry = {"document": "gare.txt", "line": 7, "text": "Facebook, l’Ã©tÃ©", "rule": "web.share"}
    decisions.add(settings.review, "restore", entry)
    (outcome,) = clean_folder(settings.raw, settings.cleaned, settings)
    assert (outcome.status, outcome.message) == ("made", "")
    assert "Facebook, l’été" in (settings.cleaned / "gare.txt").read_text(encoding="utf-8")


def test_a_text_emptied_by_a_pattern_says_whose_it_was(settings: Config) -> None:
    decisions.add(settings.review, "drop", {"pattern": "."})
    (outcome,) = clean_folder(settings.raw, settings.cleaned, settings)
    assert outcome.message.endswith("boilerplate, or matches a pattern of yours (drop)")


@pytest.mark.parametrize(
    ("table", "pattern", "there", "gone"),
    [
        pytest.param("keep", "^Face", "Facebook", "Twitter", id="lines to keep"),
        pytest.param("drop", "quarante voyageurs", KEPT, "quarante", id="a sentence to drop"),
        pytest.param("drop", "^La gare rouvre$", KEPT, "La gare rouvre", id="the headline"),
    ],
)
def test_a_pattern_holds_for_every_text(
    table: str, pattern: str, there: str, gone: str, settings: Config
) -> None:
    decisions.add(settings.review, table, {"pattern": pattern})
    text = cleaned(settings)
    assert there in text and gone not in text


def test_what_is_kept_goes_before_what_is_dropped(settings: Config) -> None:
    decisions.add(settings.review, "drop", {"pattern": "gare"})
    decisions.add(settings.review, "keep", {"pattern": "rouvre lundi"})
    assert cleaned(settings) == f"{KEPT}, après trois ans de travaux.\n"


def test_what_is_dropped_says_who_wanted_it() -> None:
    config = Config(clean=Decisions(drop=("premier train",)).applied(Config().clean))
    (edit,) = [e for e in clean(PAGE, config=config).edits if "quarante" in e.old]
    assert (edit.rule, edit.reason) == (
        "user.drop",
        "you want lines like this dropped: 'premier train'",
    )


def test_an_item_of_a_list_may_be_dropped_alone() -> None:
    text = "À emporter pour la sortie :\n\n- un chapeau\n- de l’eau\n- un carnet\n- des bottes\n"
    config = Config(clean=Decisions(drop=("un carnet",)).applied(Config().clean))
    assert clean(text, config=config).text == text.replace("- un carnet\n", "")


def test_a_repair_is_taken_back_where_a_person_says_so() -> None:
    text = "Le mot Ã©tÃ© est cassé, et Ã©tÃ© aussi, dit la bibliothécaire du village.\n"
    restored = Restored("a.txt", 1, "Ã©tÃ© est", "repair.mojibake")
    doc = Document("a.txt", text, held=tuple(restored.held(text)))
    assert clean(doc).text == text.replace("et Ã©tÃ©", "et été")


def test_a_restored_line_is_repaired_all_the_same() -> None:
    text = PAGE.replace("Facebook", "FacebookÂ : rÃ©agir", 1)
    restored = Restored("a.txt", 7, "FacebookÂ : rÃ©agir", "repair.mojibake + fr.share.call")
    doc = Document("a.txt", text, held=tuple(restored.held(text)))
    assert "\nFacebook\u00a0: réagir\n" in clean(doc).text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a\nun\nb\nun\n", 7, id="the nearest of two"),
        pytest.param("un\nb\n", 0, id="moved up"),
        pytest.param("a\nb\n", None, id="gone"),
        pytest.param("", None, id="an empty text"),
    ],
)
def test_a_span_is_found_again(text: str, found: int | None) -> None:
    places = {held.start for held in Restored("a.txt", 4, "un", "fr.a").held(text)}
    assert places == (set() if found is None else {found})


@given(st.text("ab\n", max_size=20), st.integers(0, 20), st.integers(0, 5))
def test_what_is_held_is_there_after_any_edits(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    wanted = text[start : start + size]
    held = (Held(start, start + len(wanted), "s"),)
    doc = Document("a", text, held=held)
    for old, new in (("a", ""), ("b", "xx"), ("\n", " ")):
        edits = [Edit(at, old, new) for at, sign in enumerate(doc.text) if sign == old]
        doc = doc.edited("s", edits)
        (one,) = doc.held
        assert doc.text[one.start : one.end] == wanted
    assert doc.original == text


def test_a_corrected_sentence_is_the_english(settings: Config) -> None:
    cleaned(settings)
    entry = {"source": f"{KEPT}, après trois ans de travaux.", "english": "It opens on Monday."}
    assert translate_folder(settings.cleaned, settings.translated, settings)[0].status == "made"
    decisions.add(settings.review, "correct", entry)
    (outcome,) = translate_folder(settings.cleaned, settings.translated, settings)
    assert outcome.status == "made"
    place = settings.translated / "gare.txt"
    assert place.read_text(encoding="utf-8").splitlines()[2] == "It opens on Monday."
    assert "corrected by a person" in (place.parent / "gare.txt.sentences.json").read_text()
    again = translate_folder(settings.cleaned, settings.translated, settings)
    assert again[0].status == "unchanged"
    decisions.withdraw(settings.review, "correct", entry)
    translate_folder(settings.cleaned, settings.translated, settings)
    assert "It opens on Monday." not in place.read_text(encoding="utf-8")


def test_a_sentence_over_several_lines_is_corrected_as_one() -> None:
    text = "La gare du village rouvre lundi matin,\naprès trois ans de travaux."
    said = Decisions(corrected={"La gare du village rouvre lundi matin, après …": "x"})
    assert said.sentences(text) == {}
    known = {" ".join(text.split()): "It opens on Monday after three years."}
    assert Decisions(corrected=known).sentences(text) == known


def test_comments_and_order_stay(tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    written = "# mine\n[[drop]]\npattern = 'a'  # why\n\n[[keep]]\npattern = \"b\"\n"
    place.write_text(written, encoding="utf-8")
    decisions.add(place, "drop", {"pattern": "c"})
    text = place.read_text(encoding="utf-8")
    assert text.startswith("# mine\n[[drop]]\npattern = 'a'  # why\n")
    assert Decisions.load(place) == Decisions(keep=("b",), drop=("a", "c"))
    decisions.withdraw(place, "drop", {"pattern": "c"})
    assert Decisions.load(place) == Decisions(keep=("b",), drop=("a",))
    decisions.add(place, "drop", {"pattern": "a"})  # it is there already
    assert Decisions.load(place).drop == ("a",)
    assert "# why" in place.read_text(encoding="utf-8")


def test_a_blank_line_stands_between_entries(tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    for pattern in ("a", "b"):
        decisions.add(place, "keep", {"pattern": pattern})
    assert place.read_text(encoding="utf-8").endswith(
        '.\n\n[[keep]]\npattern = "a"\n\n[[keep]]\npattern = "b"\n'
    )


def test_a_sentence_is_corrected_once(tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    for english in ("One.", "Two."):
        decisions.add(place, "correct", {"source": "Un  deux.", "english": english})
    assert Decisions.load(place).corrected == {"Un deux.": "Two."}


def test_nothing_is_lost_between_many_writers(tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    patterns = [f"^line {number}$" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda p: decisions.add(place, "keep", {"pattern": p}), patterns))
    assert sorted(Decisions.load(place).keep) == sorted(patterns)
    assert [p.name for p in tmp_path.iterdir()] == ["review.toml"]


def test_who_saw_an_older_file_writes_nothing(tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    seen = decisions.version(place)
    decisions.add(place, "keep", {"pattern": "a"}, expected=seen)
    with pytest.raises(StaleError, match=r"review\.toml: was changed meanwhile"):
        decisions.add(place, "keep", {"pattern": "b"}, expected=seen)
    assert Decisions.load(place).keep == ("a",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[[kept]]\n", "unknown table 'kept'; did you mean 'keep'?", id="a table"),
        pytest.param("[[keep]]\npatern = 'a'\n", "keep 1: unknown key 'patern'; did", id="a key"),
        pytest.param("[keep]\npattern = 'a'\n", "write [[keep]] in double", id="one bracket"),
        pytest.param("[[keep]]\npattern = '('\n", "keep 1: RE2 does not take", id="a pattern"),
        pytest.param("[[keep]]\npattern = ' '\n", "'pattern' is empty", id="an empty pattern"),
        pytest.param("[[restore]]\ndocument = 'a'\n", "'line' must be a whole number", id="line"),
        pytest.param("[[correct]]\nsource = 'a'\n", "'english' must be a string", id="no English"),
        pytest.param("[[keep]\n", "not valid TOML", id="no TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    place = tmp_path / "review.toml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"review\.toml") as told:
        Decisions.load(place)
    assert said in str(told.value)
    with pytest.raises(UsageError):
        decisions.add(place, "keep", {"pattern": "b"})
    assert place.read_text(encoding="utf-8") == text
