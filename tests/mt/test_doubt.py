"""What makes a translation doubtful, and the reason that is told."""

import re

import pytest

from translate.languages import language
from translate.mt.checks import Attempt
from translate.mt.counterparts.coverage import coverage
from translate.mt.counterparts.senses import strangers
from translate.mt.doubt.confidence import confidence, features
from translate.mt.doubt.reasons import reason, standing, suspects
from translate.mt.job import loaded, translate_documents
from translate.mt.terms import Term
from translate.mt.units import Source, Unit

PAIR = ("fr", "en")
MEANING = {"grange": "barn"}


def attempt(source: str, english: str) -> Attempt:
    return Attempt(Unit(source), english)


@pytest.mark.parametrize(
    "source, english, found",
    [
        pytest.param(
            "Le maire de Niort lit.", "The mayor of Kelvar reads.", ("Kelvar",), id="name"
        ),
        pytest.param("Une vieille grange.", "An old grenthery.", ("grenthery",), id="made up"),
        pytest.param("Elle part en mai.", "She leaves in May.", (), id="a month"),
        pytest.param(
            "Il aime les rues berlinoises.", "He likes Berlin streets.", (), id="begins alike"
        ),
        pytest.param("Elle dit : oui.", "She says: Certainly.", (), id="begins what is said"),
        pytest.param("La ⟦0⟧ ment.", "⟦0⟧ lies.", (), id="a symbol is no word"),
        pytest.param("Il habite aux États-Unis.", "He lives in the US.", (), id="all capitals"),
    ],
)
def test_words_that_come_out_of_the_blue(source: str, english: str, found: tuple[str, ...]) -> None:
    assert strangers(source, english, PAIR) == found


@pytest.mark.parametrize(
    "source, english, missing",
    [
        ("Il part aujourd'hui.", "He leaves today.", []),
        ("Il part aujourd’hui.", "He is leaving now.", []),
        ("Il part aujourd'hui.", "He is leaving.", ["aujourd'hui"]),
        ("Lorsqu'il neige, il dort.", "When it snows, he sleeps.", []),
    ],
)
def test_a_word_with_an_apostrophe_is_one(source: str, english: str, missing: list[str]) -> None:
    assert [gap.word for gap in coverage(source, english, PAIR).missing] == missing


def test_what_is_told_to_stand_for_a_word_is_missing_on_neither_side() -> None:
    found = coverage(
        "Deux cadres veulent licencier le chef.", "Two executives want to fire him.", PAIR
    )
    assert [gap.word for gap in (*found.missing, *found.added)] == ["chef"]


@pytest.mark.parametrize(
    "source, english, meaning, told",
    [
        pytest.param("Elle range la grange.", "She stores the grain.", {"grange": "barn"},
                     "'grange' may be 'barn' rather than 'grain'", id="what it may be"),
        pytest.param("Elle range la grange.", "She tidies up.", {"grange": "barn"},
                     "'grange' may be 'barn'", id="nothing stands for it"),
        pytest.param("Elle range la grange.", "She tidies up.", {},
                     "the model is unsure here, most of all of 'grange'", id="no dictionary"),
        pytest.param("Elle craint un putsch.", "She fears a move.", {"putsch": "putsch"},
                     "the model is unsure here, most of all of 'putsch'", id="the same word"),
        pytest.param("Le maire dort.", "The mayor of Kelvar sleeps.", {},
                     "the model is unsure here, most of all of 'Kelvar'", id="out of the blue"),
        pytest.param("Il dort.", "He sleeps.", {}, "the model is unsure here", id="nothing"),
    ],
)  # fmt: skip
def test_the_reason_names_the_words(
    source: str, english: str, meaning: dict[str, str], told: str
) -> None:
    assert reason(attempt(source, english), meaning) == told


@pytest.mark.parametrize(
    "source, english, least, told",
    [
        pytest.param("Il dort.", "He sleeps.", ["sleeps"],
                     "the model is unsure here, most of all of 'sleeps'", id="the English alone"),
        pytest.param("Elle craint un putsch.", "She fears a move.", ["move"],
                     "the model is unsure here, most of all of 'putsch'; in the English of 'move'",
                     id="both sides"),
        pytest.param("Elle range la grange.", "She stores the grain.", ["grain", "stores"],
                     "'grange' may be 'barn' rather than 'grain'; the model is unsure of 'stores'",
                     id="beside what it may be"),
        pytest.param("Le maire dort.", "The mayor of Kelvar sleeps.", ["sleeps", "Kelvar"],
                     "the model is unsure here, most of all of 'Kelvar', 'sleeps'",
                     id="out of the blue first, each once"),
    ],
)  # fmt: skip
def test_the_reason_names_the_least_likely_words(
    source: str, english: str, least: list[str], told: str
) -> None:
    assert reason(attempt(source, english), MEANING, least) == told


@pytest.mark.parametrize(
    "told, source, english, left",
    [
        pytest.param("the model is unsure here, most of all of 'fonder'; in the English of 'firm'",
                     "Elle monte sa boîte.", "She founds her firm.",
                     "the model is unsure here, most of all of 'firm'", id="put in, and English"),
        pytest.param("the model is unsure here, most of all of 'fonder'",
                     "Elle monte sa boîte.", "She founds it.",
                     "the model is unsure here", id="put in alone"),
        pytest.param("'fonder' may be 'found' rather than 'melts'; the model is unsure of 'firm'",
                     "Elle monte sa boîte.", "She melts her firm.",
                     "the model is unsure here, most of all of 'melts', 'firm'", id="may be"),
        pytest.param("'grange' may be 'barn'; the model is unsure of 'stores'",
                     "Elle range la GRANGE.", "She stores it.",
                     "'grange' may be 'barn'; the model is unsure of 'stores'", id="all stand"),
        pytest.param("the model is unsure here, most of all of 'aujourd'hui'",
                     "C'est aujourd'hui.", "It is.",
                     "the model is unsure here, most of all of 'aujourd'hui'", id="an apostrophe"),
        pytest.param("the model is unsure here, most of all of 'œuf'", "Un œuf.", "One.",
                     "the model is unsure here, most of all of 'œuf'", id="a ligature"),
        pytest.param("the model is unsure here, most of all of 'sous'", "Il est dessous.", "One.",
                     "the model is unsure here", id="a part of a word is none"),
    ],
)  # fmt: skip
def test_a_reason_names_only_words_that_a_reader_sees(
    told: str, source: str, english: str, left: str
) -> None:
    assert standing(told, source, english) == left


def test_only_content_words_of_the_english_that_are_unlikely_are_suspects() -> None:
    words = [("Of", -4.0), ("oats", -3.0), ("he", -0.1), ("sells,", -1.5), ("bags", -0.9)]
    assert suspects(attempt("", "He sells bags of oats."), words) == ["oats", "sells"]
    assert suspects(attempt("", "He sells bags."), words) == ["sells"], "what was mended is gone"


def test_what_the_glossary_has_for_a_term_is_no_suspect() -> None:
    said, term = "Une toupie sèche le linge.", Term("toupie", "spindrell", "toupie")
    plain, listed = (
        Attempt(Unit(said, terms), "A spindrell dries the linen.") for terms in ((), (term,))
    )
    words = [("spindrell", -4.0), ("linen.", -2.0)]
    assert suspects(plain, words) == ["spindrell", "linen"]
    assert suspects(listed, words) == ["linen"]
    assert features(plain, ())["strangers"] == 1
    assert features(listed, ())["strangers"] == 0


def test_the_embedded_model_tells_how_likely_each_word_is() -> None:
    engine = loaded("", "fr", "en")
    (best, *_) = next(engine.translate(["La grange brûle."]))
    assert engine.card.weigh is not None
    (words,) = engine.card.weigh(["La grange brûle."], [best])
    assert " ".join(word for word, _ in words) == best.text
    assert all(score <= 0 for _, score in words)


def test_a_doubtful_sentence_names_its_unlikely_words_alone_or_among_others() -> None:
    doubtful = "Le smaragdin ébouriffe les chausse-trapes du trébuchet."
    engine = loaded("", "fr", "en")

    def checks(*texts: str) -> tuple[str, ...]:
        found = translate_documents([Source(text, text) for text in texts], engine)
        return next(one.records[0].checks for one in found if one.name == doubtful)

    alone = checks(doubtful)
    assert any(check.startswith("unsure: ") and "'" in check for check in alone)
    assert checks("Il pleut.", doubtful, "Le chat dort sur le lit de la grand-mère.") == alone


@pytest.mark.parametrize(
    "worse, better",
    [
        pytest.param(("Il a vendu la maison.", "He sold the boat."),
                     ("Il a vendu la maison.", "He sold the house."), id="a word without likeness"),
        pytest.param(("Le maire dort.", "The mayor of Kelvar sleeps."),
                     ("Le maire dort.", "The mayor sleeps."), id="a name out of the blue"),
        pytest.param(("La bielle grince.", "The connecting rod creaks."),
                     ("La porte grince.", "The door creaks."), id="rare words"),
        pytest.param(("Une outarde vole.", "An outer flies."),
                     ("Une outarde vole.", "A bustard flies."), id="a rare word is not said"),
        pytest.param(("Est sur la route maison la.", "The house is on the road."),
                     ("La maison est sur la route.", "The house is on the road."),
                     id="words that seldom stand side by side"),
        pytest.param(("Il dort et il dort.", "He sleeps and he sleeps."),
                     ("Il dort.", "He sleeps."), id="more words"),
    ],
)  # fmt: skip
def test_what_makes_a_translation_less_likely_right(
    worse: tuple[str, str], better: tuple[str, str]
) -> None:
    low, high = (confidence(attempt(*pair), []) for pair in (worse, better))
    assert low is not None and high is not None
    assert low < high


def test_the_score_of_the_model_counts() -> None:
    one = attempt("Il dort.", "He sleeps.")
    low, high = (confidence(one, [], score) for score in (-0.4, 0.2))
    assert low is not None and high is not None
    assert low < high


def test_a_meaning_that_had_to_be_told_counts() -> None:
    one = attempt("Il dort.", "He sleeps.")
    low, high = (confidence(one, [], 0.2, told=told) for told in (1, 0))
    assert low is not None and high is not None
    assert low < high


def test_from_so_many_words_on_length_tells_no_more() -> None:
    some, more = (attempt(" ".join(["Il dort"] * n), "He sleeps.") for n in (4, 9))
    assert features(some, ())["length"] == features(more, ())["length"]


def test_every_feature_has_a_weight() -> None:
    from translate.mt.data import table

    names = set(features(attempt("Il dort.", "He sleeps."), ()))
    assert all(
        set(one) <= names | {"intercept", "score"} for one in table("confidence")["choice"].values()
    )
    without = names | {"intercept", "told"}
    assert set(table("confidence")["without_score"]) == without
    assert set(table("confidence")["with_score"]) == without | {"score"}


@pytest.mark.parametrize("code", ["fr"])
def test_a_trap_has_two_patterns_and_a_meaning_that_is_no_trap(code: str) -> None:
    for target, traps in language(code).traps.items():
        assert len({said for said, _, _ in traps}) == len(traps), "a trap twice"
        for said, wrong, meant in traps:
            re.compile(said)
            taken = re.search(rf"\b(?:{wrong})\b", meant, re.I)
            assert taken is None, f"{target}: {meant!r} would be taken for a wrong reading"
