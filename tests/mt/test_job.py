"""A whole job, with a model made for the purpose: it spells every word backwards."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.document import Edit
from translate.facts import Paragraph
from translate.mt.engines.engine import PLAIN, Hypothesis, ModelCard, Search
from translate.mt.engines.pivot import Pivot
from translate.mt.held import SYMBOLS
from translate.mt.job import translate_documents
from translate.mt.memory import Memory
from translate.mt.terms import Term, Terms
from translate.mt.units import Source, Translation
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name


class Backwards:
    """An engine whose answers are words spelt backwards, or what `answers` says."""

    source, target, signature, limit = "fr", "xx", "backwards 1", 30

    def __init__(
        self,
        answers: dict[str, list[str]] | None = None,
        card: ModelCard = ModelCard(placeholders=SYMBOLS),  # noqa: B008 - it is frozen
    ) -> None:
        self.answers = answers or {}
        self.card = card
        self.asked: list[str] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for segment in segments:
            self.asked.append(segment)
            texts = [] if search.no_repeat else self.answers.get(segment, [])
            back = re.sub(r"(?<!<)[^\W\d_]+(?!>)", lambda m: m[0][::-1], segment)
            yield [Hypothesis(text, -0.5, True) for text in texts or [back]]


class OneName(Terms):
    """A glossary of one name, `Ada Lovelace`, with one variant."""

    def prepare(self, text: str) -> list[Edit]:
        return [Edit(m.start(), m[0], "Ada Lovelace") for m in re.finditer("ada lovlace", text)]

    def required(self, source: str) -> list[Term]:
        return [Term(n, n, n) for n in re.findall("Ada Lovelace", source)]

    def missing(self, english: str, required: Sequence[Term]) -> list[Term]:
        return list(required)[english.count("Ada Lovelace") :]

    def polish(self, source: str, english: str, required: Sequence[Term]) -> str:
        return english.replace("Ada Lovelass", "Ada Lovelace")


def run(text: str, engine: Backwards | None = None, **options: object) -> Translation:
    [done] = translate_documents([Source("a", text)], engine or Backwards(), **options)  # type: ignore[arg-type]
    return done


LONG = {
    "a word": "a" * 20_000,
    "names": "Ada Lovelace, " * 600,
    "like words": "va " * 3_000,
    "brackets": "([" * 5_000,
    "signs without width": "\u200b" * 20_000 + "x",
    "emoji": "ok 👉 " * 3_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_line_takes_the_time_of_its_length(text: str) -> None:
    start = time.process_time()
    run(text, terms=NameKeeper(Glossary((Name("Ada Lovelace"),))))
    assert time.process_time() - start < 6  # seconds; most took minutes, as the square


LAYOUT = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "\t", "\u3000"]),
        st.sampled_from(["", "- ", "• ", "1. ", "👉 ", "## "]),
        st.sampled_from(["Le chat dort.", "Un titre", "Il part. Elle reste.", "", "***"]),
        st.sampled_from(["", " ", "\r", "\n\n", "\u00a0"]),
    ),
    max_size=6,
)


@given(LAYOUT)
@settings(max_examples=60)
def test_layout_is_kept(lines: list[tuple[str, str, str, str]]) -> None:
    text = "\n".join("".join(line) for line in lines)
    english = run(text).text
    assert re.sub(r"[^\W\d_]", "x", english) == re.sub(r"[^\W\d_]", "x", text)


def test_every_sentence_has_a_record() -> None:
    done = run("Un mot.\n\nDeux mots. Trois !")
    assert [(r.line, r.column, r.source, r.english) for r in done.records] == [
        (1, 1, "Un mot.", "nU tom."),
        (3, 1, "Deux mots.", "xueD stom."),
        (3, 12, "Trois !", "siorT !"),
    ]
    assert not done.doubtful


class English(Backwards):
    """The same engine, which says it writes English."""

    target = "en"


VARIETIES = [
    pytest.param("en-US", "May 3, 2024", "4:30 p.m.", id="American"),
    pytest.param("en-GB", "3 May 2024", "4:30pm", id="British"),
    pytest.param("", "May 3, 2024", "4:30 p.m.", id="none is said"),
]


@pytest.mark.parametrize(("variety", "date", "time"), VARIETIES)
def test_the_variety_decides_how_dates_and_times_are_written(
    variety: str, date: str, time: str
) -> None:
    engine = English({"Il part le 3 mai 2024.": ["He leaves on 3rd May, 2024."],
                      "Il dort à 16h30.": ["He sleeps at 14.30 p.m."]})  # fmt: skip
    text = "Il part le 3 mai 2024.\nIl dort à 16h30.\n"
    english = run(text, engine, variety=variety).text.splitlines()
    assert english == [f"He leaves on {date}.", f"He sleeps at {time.rstrip('.')}."]


def test_a_memory_keeps_varieties_apart(tmp_path: Path) -> None:
    answers = {"Il dort à 16h30.": ["He sleeps at 14.30 p.m."]}
    with Memory(tmp_path / "memory.db") as memory:
        for variety, time in (("en-US", "4:30 p.m."), ("en-GB", "4:30pm."), ("en-US", "4:30 p.m.")):
            done = run("Il dort à 16h30.", English(answers), variety=variety, memory=memory)
            assert done.text == f"He sleeps at {time}"


def test_the_same_sentence_is_asked_once() -> None:
    engine = Backwards()
    sources = [Source(str(n), "Le chat dort.\nLe chien aussi.") for n in range(3)]
    assert len(list(translate_documents(sources, engine))) == 3
    assert sorted(engine.asked) == ["Le chat dort.", "Le chien aussi."]


@pytest.mark.parametrize(("first", "window"), [(1, 2), (1, 8), (2, 10_000), (5, 10)])
def test_texts_come_out_in_their_order_whatever_the_waves(
    first: int, window: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources = [Source(str(n), "Mot " * (n % 5 + 1) + ".\nAda Lovelace") for n in range(12)]
    whole = list(translate_documents(sources, Backwards(), terms=OneName()))
    monkeypatch.setattr("translate.mt.job.FIRST", first)
    monkeypatch.setattr("translate.mt.job.WINDOW", window)
    assert list(translate_documents(sources, Backwards(), terms=OneName())) == whole
    with Memory(tmp_path / "memory.db") as memory:
        for _ in range(2):
            found = translate_documents(sources, Backwards(), terms=OneName(), memory=memory)
            assert list(found) == whole


def test_a_sentence_of_several_waves_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.mt.job.FIRST", 1)
    engine, told = Backwards(), list[tuple[int, int]]()
    sources = [Source(str(n), f"Le chat dort.\nFoin {'a' * (n + 1)}.") for n in range(9)]
    found = translate_documents(
        sources, engine, progress=lambda done, known: told.append((done, known))
    )
    assert [text.records[0].english for text in found] == ["eL tahc trod."] * 9
    assert len(engine.asked) == len(set(engine.asked)) == 10
    assert told[-1] == (10, 10)


@pytest.mark.parametrize("together", [1, 2, 5])
def test_doubtful_sentences_are_mended_however_many_are_tried_together(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sung = {f"Il chante {n} fois.": [f"He sings{' and sings' * 4} {n} times."] for n in range(5)}
    whole = run("\n".join(sung), Backwards(sung))
    monkeypatch.setattr("translate.mt.fallbacks.ladder.TOGETHER", together)
    assert run("\n".join(sung), Backwards(sung)) == whole
    assert "sings" not in whole.text


def test_the_engine_is_at_work_on_what_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.mt.job.FIRST", 1)
    engine = Backwards()
    sources = (Source(word, f"Un {word} dort.") for word in ("chat", "loup", "merle", "bœuf"))
    assert next(translate_documents(sources, engine)).text == "nU tahc trod."
    assert engine.asked == ["Un chat dort.", "Un loup dort."]


def test_capitals_are_folded_and_restored() -> None:
    engine = Backwards()
    done = run("LES PRIX MONTENT", engine)
    assert engine.asked == ["les prix montent"]
    assert done.text == "SEL XIRP TNETNOM"


def test_a_line_in_capitals_keeps_reigns_centuries_addresses_and_units() -> None:
    engine = Backwards()
    run("VOIR WWW.A.FR : LOUIS XIV, LA VIE AU XVIIE SIÈCLE, 12 DÉC. 2024, 3 M€", engine)
    (asked,) = engine.asked
    assert asked == "Voir ⟦0⟧ : Louis XIV, la vie au XVIIe siècle, 12 décembre 2024, 3 M€"


def test_names_keep_their_case_in_capitals() -> None:
    engine = Backwards({"les prix de ada lovelace": ["The prices of Ada Lovelace"]})

    class Folded(OneName):
        def prepare(self, text: str) -> list[Edit]:
            return [
                Edit(m.start(), m[0], "Ada Lovelace") for m in re.finditer("ada lovelace", text)
            ]

    engine.answers["les prix de Ada Lovelace"] = ["The prices of Ada Lovelace"]
    assert run("LES PRIX DE ADA LOVELACE", engine, terms=Folded()).text == (
        "THE PRICES OF Ada Lovelace"
    )


def test_a_first_letter_is_raised_for_the_model() -> None:
    engine = Backwards()
    run("le chat dort. il rêve.", engine)
    assert sorted(engine.asked) == ["Il rêve.", "Le chat dort."]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        pytest.param("Vu : a) une corde ; b) le pain.", "a) a rope; b) the bread.", id="items"),
        pytest.param("Vu :\n- une corde\n- le pain\n", "- a rope\n- the bread\n", id="bullets"),
        pytest.param("Il part. le pain.", " The bread.", id="a sentence without its capital"),
        pytest.param("une corde", "A rope", id="a text without capitals"),
    ],
)
def test_an_item_in_small_letters_stays_in_them(text: str, english: str) -> None:
    answers = {"Une corde ;": ["A rope;"], "Une corde": ["A rope"], "une corde": ["A rope"]}
    bread = {"Le pain.": ["The bread."], "le pain": ["The bread"]}
    assert run(text, English({**answers, **bread})).text.endswith(english)


def test_a_full_stop_that_the_model_adds_to_a_heading_goes() -> None:
    assert run("Un titre", Backwards({"un titre": ["a heading."]})).text == "A heading"


def test_long_sentences_are_cut_at_clauses_and_nothing_is_lost() -> None:
    text = "Il marche, " * 40 + "puis il dort."
    engine = Backwards()
    done = run(text, engine)
    assert len(done.records) == 1
    assert max(map(engine.count, engine.asked)) <= engine.limit
    assert len(done.text.split()) == len(text.split())


PROTECTED = "Voir https://a.fr/b avec @moi et 😀 rapport.pdf demain."
WORDS = ["https://a.fr/b", "@moi", "😀", "rapport.pdf"]


@pytest.mark.parametrize("known", [10, 2, 0], ids=["symbols", "two symbols", "no symbols"])
def test_protected_stretches_come_through(known: int) -> None:
    engine = Backwards(card=ModelCard(placeholders=SYMBOLS[:known]))
    done = run(PROTECTED, engine)
    assert re.findall("|".join(WORDS), done.text) == WORDS
    assert not any("https" in text for text in engine.asked)


def test_symbols_of_another_form_are_used() -> None:
    engine = Backwards(card=ModelCard(placeholders=("<x0>", "<x1>")))
    done = run("Voir https://a.fr demain.", engine)
    assert engine.asked == ["Voir <x0> demain."]
    assert done.text == "rioV https://a.fr niamed."


def test_a_lost_symbol_is_put_back_in_its_place() -> None:
    engine = Backwards({"Voir ⟦0⟧ demain.": ["See tomorrow."]})
    done = run("Voir https://a.fr demain.", engine)
    assert done.text == "rioV https://a.fr niamed."
    assert not done.doubtful


LADDER = {
    "left alone, kept": ({"Ada Lovelace était là.": ["Ada Lovelace was here."]}, "kept"),
    "another hypothesis": (
        {"Ada Lovelace était là.": ["She was here.", "Ada Lovelace was here."]},
        "repaired",
    ),
    "a symbol": (
        {"Ada Lovelace était là.": ["She was here."], "⟦0⟧ était là.": ["⟦0⟧ was here."]},
        "repaired",
    ),
    "similarity": (
        {
            "Ada Lovelace était là.": ["Ada Lovelass was here."],
            "⟦0⟧ était là.": ["She was here."],
        },
        "repaired",
    ),
    "nothing helps": (
        {"Ada Lovelace était là.": ["She was here."], "⟦0⟧ était là.": ["She was here."]},
        "failed",
    ),
}


KEEPER = NameKeeper(
    Glossary((Name("Ada Lovelace", "person"), Name("Sora", "product"), Name("OpenAI")))
)


@pytest.mark.parametrize(
    "text, sent",
    [
        ("ada lovelace lit, puis lovelace sort.", "Ada Lovelace lit, puis Lovelace sort."),
        ("le modèle sora d’openai est là.", "Le modèle Sora d’OpenAI est là."),
        ("LOVELACE LIT, ADA LOVELACE SORT.", "Lovelace lit, Ada Lovelace sort."),
    ],
    ids=["a surname beside the full name", "a short name beside another", "capitals"],
)
def test_names_are_found_before_other_words_get_capitals(text: str, sent: str) -> None:
    [record] = run(text, terms=KEEPER).records
    assert record.sent == sent
    assert len(record.names) == 2


def test_a_translation_of_the_memory_may_lack_a_name_and_says_so(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory.db") as memory:
        memory.take("fr", "xx", [("Voir OpenAI.", "See it.")])
        [record] = run("Voir OpenAI.", memory=memory, terms=KEEPER).records
    assert [(name.target, name.status) for name in record.names] == [("OpenAI", "failed")]
    assert record.doubtful


def test_no_fallback_doubles_a_name() -> None:
    twice = {
        "Le chef d’OpenAI part.": ["The boss leaves."],
        "Le chef d’⟦0⟧ part.": ["The boss and ⟦0⟧ of ⟦0⟧ leave."],
    }
    done = run("Le chef d’OpenAI part.", Backwards(twice), terms=KEEPER)
    assert done.text == "The boss leaves."
    assert [name.status for name in done.records[0].names] == ["failed"]


@pytest.mark.parametrize("answers, status", LADDER.values(), ids=LADDER)
def test_names_climb_the_ladder(answers: dict[str, list[str]], status: str) -> None:
    done = run("ada lovlace était là.", Backwards(answers), terms=OneName())
    [record] = done.records
    assert [name.status for name in record.names] == [status]
    assert (record.english == "Ada Lovelace was here.") == (status != "failed")
    assert record.doubtful == (status == "failed")
    assert record.source == "ada lovlace était là."
    assert record.sent == "Ada Lovelace était là."


def test_a_name_can_be_told_where_the_model_knows_how() -> None:
    engine = Backwards(
        {
            "Ada Lovelace était là.": ["She was here."],
            "<Ada Lovelace|Ada Lovelace> était là.": ["Ada Lovelace was here."],
        },
        ModelCard(placeholders=SYMBOLS, terminology="<{source}|{target}>"),
    )
    assert run("Ada Lovelace était là.", engine, terms=OneName()).text == "Ada Lovelace was here."


def test_names_alone_need_no_model() -> None:
    engine = Backwards()
    assert run("Ada Lovelace, Ada Lovelace !", engine, terms=OneName()).text == (
        "Ada Lovelace, Ada Lovelace !"
    )
    assert engine.asked == []


def test_a_number_that_was_lost_is_held_by_a_symbol() -> None:
    engine = Backwards(
        {"Les 1 500 élèves.": ["The 1,600 pupils."], "Les ⟦0⟧ élèves.": ["The ⟦0⟧ pupils."]}
    )
    assert run("Les 1 500 élèves.", engine).text == "The 1,500 pupils."


def test_a_loop_is_broken_by_the_search_without_repeats() -> None:
    engine = Backwards({"Il chante.": ["He sings and sings and sings and sings."]})
    done = run("Il chante.", engine)
    assert done.text == "lI etnahc."
    assert not done.doubtful


@pytest.mark.parametrize("limit, doubtful", [(-0.6, False), (-0.4, True)])
def test_a_translation_of_a_low_score_is_doubtful(limit: float, doubtful: bool) -> None:
    engine = Backwards(card=ModelCard(unsure=limit))
    [record] = run("Il pleut.", engine).records
    assert (record.score, record.doubtful) == (-0.5, doubtful)
    assert [check.partition(":")[0] for check in record.checks] == ["unsure"] * doubtful


def test_a_doubt_that_remains_is_recorded() -> None:
    engine = Backwards({"Il a dit « Oui ».": ['He said "Yes.']})
    [record] = run("Il a dit « Oui ».", engine).records
    assert record.doubtful
    assert [check.partition(":")[0] for check in record.checks] == ["quotes"]


def test_paragraphs_in_other_languages_are_kept_and_said_so() -> None:
    text = "Le chat dort.\nThe cat sleeps.\nDie Katze schläft."
    paragraphs = tuple(Paragraph(n, n, code, "") for n, code in enumerate(("fr", "en", "de")))
    [done] = translate_documents([Source("a", text, paragraphs)], Backwards())
    assert done.text == "eL tahc trod.\nThe cat sleeps.\nDie Katze schläft."
    assert [record.doubtful for record in done.records] == [False, False, True]
    assert "'de'" in done.records[2].checks[0]


@pytest.mark.parametrize(
    ("text", "codes", "kept"),
    [
        pytest.param("Reportaje de Marta Gil.\nPor sus manos han pasado más de veinte mil relojes.",
                     ("es", "es"), [0, 1], id="a Spanish text: a line that French could have"),
        pytest.param("Le chat dort.\nPréparation : 20 min.", ("fr", "ro"), [],
                     id="look-alike: a line of a French text taken for another language"),
        pytest.param("Préparation : 20 min.", ("ro",), [], id="look-alike: such a line alone"),
    ],
)  # fmt: skip
def test_a_line_of_a_foreign_text_is_foreign(
    text: str, codes: tuple[str, ...], kept: list[int]
) -> None:
    paragraphs = tuple(Paragraph(n, n, code, "") for n, code in enumerate(codes))
    [done] = translate_documents([Source("a", text, paragraphs)], Backwards())
    lines = zip(text.split("\n"), done.text.split("\n"), strict=True)
    assert [n for n, (french, english) in enumerate(lines) if french == english] == kept


def test_another_script_is_not_translated() -> None:
    done = run("Это русское предложение.")
    assert done.text == "Это русское предложение."
    assert done.records[0].doubtful


def test_the_second_run_asks_nothing(tmp_path: Path) -> None:
    text = "Ada Lovelace était là. Voir https://a.fr demain."
    with Memory(tmp_path / "memory.db") as memory:
        first = run(text, memory=memory, terms=OneName())
        engine = Backwards()
        assert run(text, engine, memory=memory, terms=OneName()) == first
        assert engine.asked == []
        run(text + " Un mot de plus.", engine, memory=memory, terms=OneName())
        assert engine.asked == ["Un mot de plus."]


def test_two_engines_over_a_language_between() -> None:
    first, second = Backwards(), Backwards()
    [done] = translate_documents([Source("a", "Le chat dort.")], Pivot(first, second))
    assert done.text == "Le chat dort."
    assert second.asked == ["eL tahc trod."]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    run("Un. Deux.\nTrois.", progress=lambda done, known: told.append((done, known)))
    assert told == [(0, 3), (3, 3)]
