"""The summary says in plain words what was done, and first what needs a look."""

from typing import Any

import pytest

from translate.folders.files import Outcome
from translate.show.doubts import reason
from translate.show.summary import Ran, summary

FACTS = {
    "kinds": {"share": 2}, "language": "fr", "notes": 0, "removed_letters": 10, "letters": 90,
}  # fmt: skip
STATUSES: tuple[Any, ...] = ("made", "failed")
CLEANED = Outcome("a.txt", "made", "", FACTS)
ENGLISH: dict[str, Any] = {"sentences": 4, "words": 40, "sure": 40, "doubtful": [], "names": {}}
TRANSLATED = Outcome("a.txt", "made", "", ENGLISH)


def doubt(line: int, confidence: float | None) -> dict[str, Any]:
    return {"line": line, "column": 7, "source": f"Phrase {line}.", "english": f"Sentence {line}.",
            "confidence": confidence, "checks": ["short: too little is said"]}  # fmt: skip


def told(cleaned: list[Outcome], translated: list[Outcome], shown: int = 10) -> str:
    return summary(cleaned, translated, Ran("cleaned", "translated", shown))


def test_what_was_done_comes_first_and_nothing_needs_a_look() -> None:
    assert told([CLEANED], [TRANSLATED]) == (
        "Cleaned 1 text -> cleaned\n"
        "  languages: 1 fr\n"
        "  changes by kind (see them all: corpus diff)\n"
        "    share  2\n"
        "\n"
        "Translated 1 text -> translated\n"
        "  4 sentences, 0 of them doubtful\n"
        "  no glossary: corpus names discover proposes one\n"
        "\n"
        "Nothing needs a look.\n"
        "\n"
        "see it all: corpus report"
    )


@pytest.mark.parametrize(
    "facts, said",
    [
        (
            {"known": 4, "likely": 3.4},
            "0 of them doubtful; of the others about 85% should be right",
        ),
        ({"known": 0, "likely": 0}, "0 of them doubtful\n"),
        (
            {"doubtful": [doubt(1, 0.5)], "words": 1000, "sure": 999},
            "1 of them doubtful\n  99% of the words are in sentences without a doubt\n",
        ),
        ({"left": 2}, "  2 sentences in another language, left as they stand\n"),
    ],
)
def test_how_much_of_the_rest_can_be_relied_on(facts: dict[str, Any], said: str) -> None:
    assert said in told([], [Outcome("a.txt", "made", "", {**ENGLISH, **facts})])


def outcome(status: Any, message: str = "", **facts: Any) -> Outcome:
    return Outcome("b.txt", status, message, {**FACTS, **facts} if facts else {})


@pytest.mark.parametrize(
    ("cleaned", "translated", "point"),
    [
        pytest.param(
            [outcome("failed", "b.txt: cannot be read")], [],
            "1 text could not be done: b.txt (the reason stands above)", id="failed",
        ),
        pytest.param(
            [outcome("kept", "b.txt: was changed", notes=0)], [],
            "1 text left as changed by hand: b.txt", id="changed by hand",
        ),
        pytest.param(
            [outcome("kept", "b.txt: was not made by this tool, or its record is gone")], [],
            "1 text left as there is no record of how it was made: b.txt (delete the result",
            id="nothing tells by whom",
        ),
        pytest.param([outcome("skipped", "b.txt: 'en'")], [], "1 text passed over: b.txt",
                     id="skipped"),
        pytest.param(
            [outcome("made", "b.txt: nothing is left of it", notes=0)], [],
            "b.txt: nothing is left of it", id="emptied",
        ),
        pytest.param(
            [outcome("made", removed_letters=80, letters=20)], [],
            "most was taken out of 1 text: b.txt (80%)", id="most is gone",
        ),
        pytest.param(
            [
                Outcome(name, "made", "", {**FACTS, "text_sha256": text})
                for name, text in (("a.txt", "1"), ("b.txt", "2"), ("c.txt", "1"), ("d.txt", "1"))
            ],
            [],
            "the same text in several files, once cleaned: a.txt, c.txt, d.txt",
            id="copies",
        ),
        pytest.param(
            [outcome("made", notes=2)], [],
            "2 places of b.txt left alone: no repair was certain", id="notes",
        ),
        pytest.param(
            [], [Outcome("a.txt", "made", "", {**ENGLISH, "names": {"kept": 1, "failed": 2}})],
            "2 names missing in the English of a.txt", id="names lost",
        ),
        pytest.param(
            [], [Outcome("a.txt", "made", "", {**ENGLISH, "doubtful": [doubt(1, 0.4)]})],
            "1 sentence in doubt", id="doubtful",
        ),
    ],
)  # fmt: skip
def test_a_point_to_look_at(cleaned: list[Outcome], translated: list[Outcome], point: str) -> None:
    lines = told(cleaned, translated).splitlines()
    assert lines[lines.index("Look at this first:") + 1].startswith(f"  1. {point}")


def test_the_commands_that_show_more_are_those_of_the_run() -> None:
    names = {"names check": "corpus names check c t", "diff": "corpus diff texts c"}
    lost = Outcome("a.txt", "made", "", {**ENGLISH, "names": {"failed": 1}})
    thin = outcome("made", removed_letters=80, letters=20)
    said = summary([thin], [lost], Ran("c", "t", commands=names))
    for words in (
        "(see them all: corpus diff texts c)",
        "the English of a.txt (corpus names check c t tells which)",
        "b.txt (80%) (corpus diff texts c shows what)",
        "see it all: corpus report",
    ):
        assert words in said


def test_what_is_as_frequent_stands_by_the_alphabet() -> None:
    two = [outcome("made", kinds={"share": 1, "login": 1}), outcome("made", kinds={"ad": 1})]
    rows = told(two, []).split("corpus diff)\n")[1].split("\n")[:3]
    assert [row.split()[0] for row in rows] == ["ad", "login", "share"]


def test_the_most_urgent_comes_first() -> None:
    lost = {**ENGLISH, "names": {"failed": 1}, "doubtful": [doubt(1, 0.4)]}
    cleaned = [CLEANED, outcome("made", notes=1), outcome("failed", "b.txt: is locked")]
    shown = told(cleaned, [Outcome("a.txt", "made", "", lost)])
    words = ["could not be done", "missing in the English", "in doubt", "left alone"]
    assert [line.split(". ")[0].strip() for line in shown.splitlines() if line.startswith("  ")
            and line.split(". ")[0].strip().isdigit()] == ["1", "2", "3", "4"]  # fmt: skip
    places = [shown.index(word) for word in words]
    assert places == sorted(places)


def test_sentences_least_likely_right_are_listed_and_the_others_counted() -> None:
    doubts = [doubt(1, 0.9), doubt(2, None), doubt(3, 0.2)]
    shown = told([], [Outcome("a.txt", "made", "", {**ENGLISH, "doubtful": doubts})], shown=2)
    assert "3 sentences in doubt" in shown
    assert shown.index("a.txt:2:7: too little") < shown.index("a.txt:3:7: too little")
    assert "a.txt:1" not in shown
    assert "1 more: -v shows them" in shown


def test_what_was_not_translated_is_listed_behind_what_was_translated_badly() -> None:
    foreign = {**doubt(1, None), "checks": ["language: in 'de', not 'fr': kept as it is"]}
    facts = {**ENGLISH, "doubtful": [foreign, doubt(2, 0.6), doubt(3, None)]}
    shown = told([], [Outcome("a.txt", "made", "", facts)], shown=3)
    places = [shown.index(f"a.txt:{line}:7: ") for line in (3, 2, 1)]
    assert places == sorted(places)


MISSING = "missing: 'toit' is missing from the English"
UNSURE = "unsure: the model is unsure here, most of all of 'toit'"


@pytest.mark.parametrize(
    ("checks", "confidence", "said"),
    [
        pytest.param([MISSING, UNSURE], 0.05,
                     "'toit' is missing from the English; right with a chance of 5%",
                     id="a fault goes first"),
        pytest.param([UNSURE, MISSING], 0.05,
                     "'toit' is missing from the English; right with a chance of 5%",
                     id="whatever the order"),
        pytest.param([MISSING, "number: 3 is missing from the English"], None,
                     "'toit' is missing from the English (and 1 more)", id="others are counted"),
        pytest.param([MISSING, MISSING], None, "'toit' is missing from the English", id="once"),
        pytest.param([f"info: {MISSING}", UNSURE], 0.64,
                     "the model is unsure here, most of all of 'toit'; "
                     "right with a chance of 64%", id="harmless is no reason"),
        pytest.param(["unsure: the model is unsure here"], 0.0,
                     "the model is unsure here; right with a chance of less than 1%",
                     id="hardly a chance"),
        pytest.param(["unsure: the model is unsure here"], None, "the model is unsure here",
                     id="no chance is known"),
        pytest.param(["repeat: 'le: la' is said twice"], None, "'le: la' is said twice",
                     id="a colon in the words"),
    ],
)  # fmt: skip
def test_one_reason_in_plain_words(checks: list[str], confidence: float | None, said: str) -> None:
    assert reason({"checks": checks, "confidence": confidence}) == said


def test_nothing_of_a_text_acts_on_the_terminal() -> None:
    evil = "\x1b[2J\x9b\u202e"
    bad = {**ENGLISH, "doubtful": [{**doubt(1, None), "source": evil, "checks": [evil]}],
           "names": {"failed": 1}}  # fmt: skip
    cleaned = [Outcome(f"{evil}.txt", status, evil, dict(FACTS)) for status in STATUSES]
    shown = summary(cleaned, [Outcome(evil, "made", "", bad)], Ran(evil, evil, 5, evil))
    assert not set(evil[0] + evil[4:]) & set(shown)
