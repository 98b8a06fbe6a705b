"""The gate: what the tool makes of its own pages and sentences is never worse than it was."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gate import scoring
from tests.gate.__main__ import main
from tests.gate.scoring import Floors, Judged, Page, Rendered, Sentence
from translate.document import Document, Edit


@pytest.fixture(scope="module")
def judged() -> dict[str, list[Judged]]:
    return scoring.judge_all()


@pytest.fixture(scope="module")
def rendered() -> list[Rendered]:
    found = scoring.sentences()
    return scoring.render(found, scoring.translated([s.french for s in found]))


@pytest.fixture(scope="module")
def scores(judged: dict[str, list[Judged]], rendered: list[Rendered]) -> dict[str, float]:
    return {**scoring.cleaning_scores(judged), **scoring.translation_scores(rendered)}


def test_no_score_is_below_its_floor(scores: dict[str, float]) -> None:
    """`python -m tests.gate --wrong` says which lines; `--raise` writes what has become better."""
    floors = Floors.load()
    fallen = [f"{n}: {scores.get(n)} < {floors.floors.get(n)}" for n in floors.fallen(scores)]
    assert not fallen, "\n".join(fallen)


def test_the_gate_holds_what_it_says() -> None:
    pages = scoring.pages()
    assert len(pages) == len({page.name for page in pages}) == 60
    assert set(Counter(page.name.split("/")[0] for page in pages).values()) == {6}
    assert len({page.name.split("/")[0] for page in pages}) == 10
    assert Counter(page.language for page in pages) == {"fr": 40, "en": 10, "de": 10}
    assert all("+" in page.marks for page in pages)
    assert len(scoring.sentences()) == 40


def test_the_english_that_is_given_has_all_facts() -> None:
    """Facts are found in the reference, so a good translation can have them."""
    facts = [(s.english, fact) for s in scoring.sentences() for fact in s.facts]
    assert [pair for pair in facts if not scoring.says(*pair)] == []


@pytest.mark.parametrize(
    ("label", "spoil"),
    [
        ("nothing is removed", lambda text: ""),
        ("all is removed", lambda text: text),
        ("the last line of every page is removed as well", lambda text: text.split("\n")[-2]),
    ],
)
def test_a_worse_cleaner_falls(label: str, spoil: Callable[[str], str]) -> None:
    def cleaner(text: str, profile: str) -> Document:
        gone = spoil(text)
        return Document("", text).edited("spoiled", [Edit(text.rindex(gone), gone, "")])

    fallen = Floors.load().fallen(scoring.cleaning_scores(scoring.judge_all(cleaner)))
    assert any(name.startswith("cleaning") for name in fallen), label


def test_a_single_lost_line_falls(judged: dict[str, list[Judged]]) -> None:
    for name, lines in judged.items():
        first = next(n for n, j in enumerate(lines) if j.keep and j.left == 1)
        lost = Judged(lines[first].page, lines[first].line, True, 0.0)
        spoiled = {**judged, name: [*lines[:first], lost, *lines[first + 1 :]]}
        assert f"cleaning {name} KEEP recall" in Floors.load().fallen(
            scoring.cleaning_scores(spoiled)
        )


def test_lines_are_judged_by_what_is_left_of_them() -> None:
    page = Page("toy/fr1", "fr", ("Menu", "", "Il pleut, 3 min", "Fin"), ("-", "", "+", "+"))
    cleaned = Document("", page.text).edited("x", [Edit(0, "Menu\n", ""), Edit(14, ", 3 min", "")])
    assert [(j.line, j.keep, j.kept, round(j.left, 1)) for j in scoring.judge(page, cleaned)] == [
        ("Menu", False, False, 0.0),
        ("Il pleut, 3 min", True, True, 0.5),
        ("Fin", True, True, 1.0),
    ]


def test_a_repair_takes_nothing_away() -> None:
    page = Page("toy/fr2", "fr", ("Le trÃ¨s bel Ã©tÃ©",), ("+",))
    repaired = Document("", page.text).edited("repair", [Edit(5, "Ã¨", "éé")])
    assert scoring.judge(page, repaired)[0].left == 1


def test_scores_of_a_toy() -> None:
    page = Page("toy/fr1", "fr", (), ())
    lines = [(True, 1.0), (True, 1.0), (True, 0.0), (False, 1.0), (False, 0.0), (False, 0.0)]
    toy = {"page fr": [Judged(page, "abcd", keep, left) for keep, left in lines]}
    assert scoring.cleaning_scores(toy) == {
        "cleaning page fr KEEP precision": 66.6,
        "cleaning page fr KEEP recall": 66.6,
        "cleaning page fr KEEP F1": 66.6,
        "cleaning page fr DROP precision": 66.6,
        "cleaning page fr DROP recall": 66.6,
        "cleaning page fr DROP F1": 66.6,
        "cleaning page fr text": 66.6,
    }


def test_lost_facts_that_are_told_and_doubts_without_cause() -> None:
    sentence = Sentence("", "a b c", ("a", "b"))
    rendered = [
        Rendered(sentence, "a b c", (), False),
        Rendered(sentence, "a b c", (), True),
        Rendered(sentence, "a", ("b",), True),
        Rendered(sentence, "", ("a", "b"), False),
    ]
    scores = scoring.translation_scores(rendered)
    assert scores["translation facts kept"] == 62.5
    assert scores["translation facts kept or told"] == 75.0
    assert scores["translation sound and not doubted"] == 50.0


@pytest.mark.parametrize(
    ("english", "fact", "there"),
    [
        ("It isn't so.", "not", True),
        ("He can’t go.", "not", True),
        ("He cannot go.", "not", True),
        ("Nothing is lost.", "not", False),
        ("It costs 3.10 euros.", "3.1", False),
        ("It costs 22.5 euros.", "22", False),
        ("In 1911.", "1911", True),
        ("It lost 2-1.", "2", True),
        ("Write to a@b.fr, please.", "a@b.fr", True),
        ("PARIS", "Paris", True),
        ("Cape Grey", "Gris|Grey", True),
    ],
)
def test_forms_of_facts(english: str, fact: str, there: bool) -> None:
    assert scoring.says(english, fact) is there


def test_a_line_without_mark_is_named(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("=== fr1 a page\n+ Titre\nMenu\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"news\.txt: fr1: .*: Menu"):
        scoring.pages(tmp_path)


class TestFloors:
    """What is raised and lowered, and when the command fails."""

    @pytest.fixture
    def floors(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        path = tmp_path / "floors.json"
        monkeypatch.setattr(scoring, "FLOORS", path)
        margin = {"cleaning": 0.0, "translation": 2.0}
        Floors({"cleaning a": 50.0, "translation b": 50.0}, margin).save()
        yield path

    def test_the_margin(self, floors: Path) -> None:
        fallen = Floors.load().fallen
        assert fallen({"cleaning a": 50.0, "translation b": 48.0}) == []
        assert fallen({"cleaning a": 49.9, "translation b": 47.9}) == [
            "cleaning a",
            "translation b",
        ]

    def test_a_score_that_is_missing_or_new_is_told(self, floors: Path) -> None:
        assert Floors.load().fallen({"cleaning a": 50.0, "cleaning c": 9.0}) == [
            "cleaning c",
            "translation b",
        ]

    def test_raising_never_lowers(self, floors: Path) -> None:
        raised = Floors.load().raised({"cleaning a": 60.0, "translation b": 49.0})
        assert raised.floors == {"cleaning a": 60.0, "translation b": 50.0}

    @pytest.mark.parametrize(
        ("option", "code", "a", "b"),
        [("", 1, 50.0, 50.0), ("--raise", 1, 60.0, 50.0), ("--lower", 0, 60.0, 40.0)],
    )
    def test_the_command(  # noqa: PLR0917
        self,
        floors: Path,
        monkeypatch: pytest.MonkeyPatch,
        option: str,
        code: int,
        a: float,
        b: float,
    ) -> None:
        monkeypatch.setattr("sys.argv", ["gate", *option.split()])
        monkeypatch.setattr("tests.gate.__main__.judge_all", dict)
        monkeypatch.setattr("tests.gate.__main__.cleaning_scores", lambda _: {"cleaning a": 60.0})
        monkeypatch.setattr("tests.gate.__main__.translated", lambda _: None)
        monkeypatch.setattr("tests.gate.__main__.render", lambda *_: [])
        monkeypatch.setattr(
            "tests.gate.__main__.translation_scores", lambda _: {"translation b": 40.0}
        )
        assert main() == code
        assert Floors.load().floors == {"cleaning a": a, "translation b": b}
