"""An abbreviation that a reader of English cannot know is explained, once a text."""

from __future__ import annotations

import pytest

from translate.mt.words.glosses import Glosses, Glossing, listed
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name

TOLD = Glosses({"CNIL": "the data authority", "Ada Lovelace": "a sage"})
CASES = [
    ("the first one", "La CNIL dit.", "The CNIL says.", "The CNIL (the data authority) says."),
    ("a name", "Ada Lovelace lit.", "Ada Lovelace reads.", "Ada Lovelace (a sage) reads."),
    ("not in a heading", "La CNIL dit non", "The CNIL says no", ""),
    ("not before 's", "L'avis de la CNIL.", "The CNIL's opinion.", ""),
    ("not before what it tells of", "Un avis CNIL est là.", "A CNIL opinion is there.", ""),
    ("not within a compound", "La loi CNIL-État.", "The CNIL-State law.", ""),
    ("not in capitals", "LA CNIL DIT NON.", "THE CNIL SAYS NO.", ""),
    ("the text explains it", "La CNIL (autorité des données) dit non.", "The CNIL says no.", ""),
    ("the text explains it first", "L'autorité (CNIL) dit non.", "The CNIL says no.", ""),
    ("look-alike: another word", "Les CNILs.", "The CNILs.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "english", "to"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_it_is_stands_behind_the_first(source: str, english: str, to: str) -> None:
    glossing = Glossing.of(TOLD, source)
    made, repairs = glossing.put(source, english)
    assert (made, bool(repairs)) == (to or english, bool(to))


def test_it_is_said_once() -> None:
    glossing = Glossing.of(TOLD, "")
    sentence = "The CNIL sees the CNIL."
    assert glossing.put(sentence, sentence)[0].count("(") == 1
    assert glossing.put(sentence, sentence) == (sentence, ())


def test_the_glossary_decides() -> None:
    names = Glossary((Name("CNIL", gloss="our authority"), Name("INSEE")))
    assert NameKeeper(names).glosses() == {"CNIL": "our authority", "INSEE": None}
    assert {"CNIL", "INSEE"} <= listed("fr", "en").keys()


def test_without_glosses_nothing_changes() -> None:
    assert Glossing.of(Glosses({}), "A.").put("A.", "A.") == ("A.", ())
