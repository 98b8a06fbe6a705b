"""The status says what a run would do, and writes nothing."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, TranslateConfig
from translate.folders import decisions
from translate.folders.files import SENTENCES, Selection, digest
from translate.folders.jobs import clean_folder, run_folder
from translate.folders.records import encode_record, record_path
from translate.folders.reporting import write_report
from translate.folders.status import status
from translate.folders.translating import Translator
from translate.show.status import status_report
from translate.show.summary import Ran, summary

TEXT = "La gare du village rouvre lundi matin après deux ans de travaux.\n"
SENTENCE = {"line": 1, "source": "", "english": "", "checks": ["short: x"], "doubtful": True}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        Path("raw", name).write_text(f"{TEXT}\n{name}\n")
    clean_folder("raw", "cleaned")
    translator = Translator.of(Config())
    for name in ("a.txt", "b.txt"):
        place = Path("translated", name)
        place.parent.mkdir(exist_ok=True)
        place.write_text("The station.\n")
        lost = {"target": "Ada", "status": "failed"}
        record = {
            "signature": translator.signed(Path("cleaned", name)),
            "text_sha256": digest("The station.\n"),
            "sentences": [{**SENTENCE, "names": [lost]}],
        }
        record_path(place, SENTENCES).write_bytes(encode_record(record, SENTENCES))
    return tmp_path


def states() -> list[tuple[str, str, str]]:
    return [(t.name, t.cleaned, t.translated) for t in status(Path("raw"), Config()).texts]


def test_what_is_done_and_to_do(here: Path) -> None:
    assert states() == [
        ("a.txt", "done", "done"),
        ("b.txt", "done", "done"),
        ("c.txt", "done", "to do"),
    ]
    text = status(Path("raw"), Config()).texts[0]
    assert (text.sentences, text.doubtful, text.lost) == (1, 1, 1)


def test_a_changed_text_makes_its_results_stale(here: Path) -> None:
    before = sorted(p.read_bytes() for p in here.rglob("*.json"))
    Path("raw/a.txt").write_text(f"{TEXT}\nUne phrase de plus est arrivée.\n")
    Path("translated/b.txt").write_text("mine")
    assert states()[:2] == [("a.txt", "stale", "stale"), ("b.txt", "done", "by hand")]
    assert status(Path("raw"), Config()).texts[0].why == "raw changed"
    assert sorted(p.read_bytes() for p in here.rglob("*.json")) == before


@pytest.mark.parametrize("first", ["raw/a.txt", "raw/sub", "raw/sub/d.txt", "raw"])
@pytest.mark.parametrize("second", ["raw/a.txt", "raw/sub", "raw/sub/d.txt", "raw"])
@pytest.mark.parametrize("target", ["cleaned", "elsewhere"])
def test_a_text_is_done_the_same_alone_and_with_all(
    target: str, first: str, second: str, here: Path
) -> None:
    for results in ("cleaned", "translated"):
        shutil.rmtree(results)
    Path("raw/sub").mkdir()
    for name in ("sub/d.txt", "sub/e.txt"):
        Path("raw", name).write_text(f"{TEXT}\n{name}\n")
    config = replace(Config(), cleaned=Path(target))
    done = {o.name for o in clean_folder(first, target, config)}
    for text in status(Path(second), config).texts:
        assert (text.cleaned, text.why) == (("done" if text.name in done else "to do"), "")
    again = {o.name: o.status for o in clean_folder(second, target, config)}
    assert again == {name: "unchanged" if name in done else "made" for name in again}


def test_a_file_of_another_folder_is_done_the_same_alone_and_with_all(here: Path) -> None:
    Path("raw").rename("texts")
    config = Config(cleaned=Path("c"))
    clean_folder("texts", "c", config)
    assert [t.cleaned for t in status(Path("texts/a.txt"), config).texts] == ["done"]
    assert [o.status for o in clean_folder("texts/a.txt", "c", config)] == ["unchanged"]


def test_a_text_for_a_place_of_its_own_has_no_company(here: Path) -> None:
    clean_folder("raw/a.txt", "one.txt")
    assert " folder - " in f"{json.loads(Path('one.txt.edits.json').read_text())['signature']} "


CLEANED = "the cleaned text, changed by hand, is older than its raw text: bring over what is new"
ENGLISH = "the translation, changed by hand, is older than its cleaned text: bring over what is new"


@pytest.mark.parametrize(
    ("mine", "changed", "told"),
    [
        pytest.param({"translated/b.txt": "By me.\n"}, False, "", id="English by hand"),
        pytest.param({"translated/b.txt": "By me.\n"}, True, ENGLISH, id="and a new raw text"),
        pytest.param({"translated/b.txt": ""}, False, "", id="English emptied"),
        pytest.param({"translated/b.txt": ""}, True, ENGLISH, id="emptied, and a new raw text"),
        pytest.param({"cleaned/b.txt": f"{TEXT}Et demain.\n"}, False, "", id="cleaned by hand"),
        pytest.param({"cleaned/b.txt": ""}, False, "", id="cleaned text emptied"),
        pytest.param({"cleaned/b.txt": "Le mien.\n"}, True, CLEANED, id="older than its raw one"),
        pytest.param(
            {"cleaned/b.txt": "Le mien.\n", "translated/b.txt": "By me.\n"}, False, ENGLISH,
            id="both by hand, the English first",
        ),
    ],
)  # fmt: skip
def test_what_a_person_changed_is_told_when_it_is_older_than_its_source(
    mine: dict[str, str], changed: bool, told: str, here: Path
) -> None:
    config = Config()
    run_folder("raw", config)
    for place, text in mine.items():
        Path(place).write_text(text)
    if changed:
        Path("raw/b.txt").write_text(f"{TEXT}\nUne phrase de plus est arrivée.\n")
    for dry_run in (False, True, False):
        done, english = run_folder("raw", config, dry_run=dry_run)
        [stands] = [t for t in status(Path("raw"), config).texts if t.name == "b.txt"]
        kept = {"cleaned": done, "translated": english}
        for stage in ("cleaned", "translated"):
            by_hand = f"{stage}/b.txt" in mine
            assert getattr(stands, stage) == ("by hand" if by_hand else "done")
            [outcome] = [o for o in kept[stage] if o.name == "b.txt"]
            assert (outcome.status == "kept") == by_hand
        said = "\n".join(o.message for o in (*done, *english))
        point = summary(done, english, Ran("c", "t"))
        for where in (stands.why, said, point):
            assert told in where
            assert ("is older than" in where) == bool(told)
    write_report(Path("raw"), Path("report.html"), config)
    page = Path("report.html").read_text()
    words = "both texts were changed" if told == CLEANED else told
    assert words in page and ("is older than" in page) == (words == ENGLISH)


def test_texts_changed_by_hand_are_named(here: Path) -> None:
    Path("translated/b.txt").write_text("mine")
    rows = status_report(status(Path("raw"), Config()), 9).splitlines()
    assert ["b.txt", "done", "by", "hand"] in [row.split() for row in rows]


def test_a_translation_whose_cleaned_text_is_gone_says_so(here: Path) -> None:
    Path("cleaned/a.txt").unlink()
    text = status(Path("raw"), Config()).texts[0]
    assert (text.cleaned, text.why) == ("to do", "its cleaned text is gone")


def test_a_change_of_the_settings_names_what_changed(here: Path) -> None:
    config = Config(languages=("fr", "en", "de"))
    assert status(Path("raw"), config).texts[0].why.startswith("settings changed")


def test_another_english_makes_translations_again(here: Path) -> None:
    american, british = (
        Translator.of(Config(translate=TranslateConfig(english=english))).signature
        for english in ("en-US", "en-GB")
    )
    assert american.replace("en-US", "en-GB") == british != american


def test_results_without_texts_and_texts_that_are_none_are_said(here: Path) -> None:
    Path("raw/a.txt").unlink()
    Path("raw/d.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    found = status(Path("raw"), Config())
    assert found.left_behind == ("a.txt",)
    assert (found.texts[-1].cleaned, found.texts[-1].translated) == ("unreadable", "unreadable")
    report = status_report(found, 20).splitlines()
    assert report[0] == "3 texts"
    assert report[-1] == "  a.txt: its raw text is gone"
    assert json.loads(json.dumps(found.to_json()))["documents"][0]["document"] == "b.txt"


DECIDED_ON = {
    "gare.txt": f"{TEXT}\nPartager cet article\n\nLe chef de gare est content.\n",
    "lettre.txt": f"{TEXT}\nPubliÃ© le 3 mai 2024 Ã\u00a0 8 h\n\nLe maire est revenu hier.\n",
    "post.txt": f"{TEXT}\n2 moisBravo pour ce pont, et merci aux ouvriers.\n",
}


@pytest.mark.parametrize(
    ("table", "pattern", "stale"),
    [
        pytest.param("keep", "^Partager", ["gare.txt"], id="a line that a rule takes"),
        pytest.param("drop", "content", ["gare.txt"], id="a line of the author"),
        pytest.param("drop", "^Publié", ["lettre.txt"], id="a line as repair leaves it"),
        pytest.param("keep", "PubliÃ©", ["lettre.txt"], id="a line as it was found"),
        pytest.param("drop", "^Bravo", ["post.txt"], id="a line that was glued to another"),
        pytest.param("drop", "^La gare", list(DECIDED_ON), id="a line of every text"),
        pytest.param("keep", "^Abonnez", [], id="no line at all"),
    ],
)
def test_a_decision_makes_those_texts_stale_that_it_may_change(
    table: str, pattern: str, stale: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    for name, text in DECIDED_ON.items():
        Path("raw", name).write_text(text)
    clean_folder("raw", "cleaned")

    def found() -> dict[str, str]:
        texts = status(Path("raw"), Config()).texts
        return {text.name: text.why for text in texts if text.cleaned == "stale"}

    for change in (decisions.add, decisions.withdraw):
        change(Config().review, table, {"pattern": pattern})
        assert found() == dict.fromkeys(stale, "decisions changed")
        made = [o.name for o in clean_folder("raw", "cleaned") if o.status == "made"]
        assert made == stale
        clean_folder("raw", "again", selection=Selection(force=True))
        for name in DECIDED_ON:
            assert Path("cleaned", name).read_bytes() == Path("again", name).read_bytes()
        assert found() == {}


DAMAGE: dict[str, Callable[[Path], object]] = {
    "damaged": lambda record: record.write_text('{"format": "corpus edits"'),
    "missing": lambda record: record.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("mine", [False, True], ids=["as it was made", "changed by hand"])
def test_without_its_record_nobody_is_said_to_have_changed_a_text(
    here: Path, damage: Callable[[Path], object], mine: bool
) -> None:
    if mine:
        Path("cleaned/a.txt").write_text("Le mien.\n")
    damage(Path("cleaned/a.txt.edits.json"))
    text = status(Path("raw"), Config()).texts[0]
    assert (text.cleaned, text.done) == ("no record", False)
    assert text.why.startswith("a.txt.edits.json: its record is ")
    assert "changed" not in text.why
    [outcome, *_] = clean_folder("raw", "cleaned")
    if mine:  # it is left, and nobody is said to have changed it
        assert (outcome.status, "was changed" in outcome.message) == ("kept", False)
        assert Path("cleaned/a.txt").read_text() == "Le mien.\n"
    else:  # the record is made again
        assert outcome.status == "made"
        assert states()[0][1] == "done"


def test_a_damaged_record_of_sentences_is_told_as_such(here: Path) -> None:
    Path("translated/a.txt.sentences.json").write_text("{")
    text = status(Path("raw"), Config()).texts[0]
    assert (text.translated, text.sentences) == ("no record", 0)
    assert text.why.startswith("a.txt.sentences.json: its record is damaged; a run makes one")
