"""Signs that a vocabulary lacks come through: written otherwise, or hidden from the model."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import Edit
from translate.mt.closed import plain
from translate.mt.engines.engine import PLAIN, Hypothesis, ModelCard, Search
from translate.mt.held import SYMBOLS, show
from translate.mt.out_of_vocabulary import rewritten
from translate.mt.prepare import prepare
from translate.mt.terms import Term, Terms


class Poor:
    """A model whose vocabulary has no piece for some signs."""

    source, target, signature, limit = "fr", "en", "poor 1", 30
    card = ModelCard(placeholders=SYMBOLS, lacks="€$&[]§“”Çüß".__contains__)

    def count(self, text: str) -> int:
        return len(text.split())

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        raise NotImplementedError


class Mayor(Terms):
    """A glossary with one name, spelt with a letter that the model lacks."""

    def required(self, source: str) -> list[Term]:
        return [Term("Müller", "Müller", "Müller")] if "Müller" in source else []

    def prepare(self, text: str) -> list[Edit]:
        return []

    def places(self, source: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer("Müller", source)]


@pytest.mark.parametrize(
    ("source", "sent", "hidden"),
    [
        pytest.param("Il coûte 12 € net.", "Il coûte ⟦0⟧ net.", ("€12",), id="a sign apart"),
        pytest.param("Il coûte 12,50€.", "Il coûte ⟦0⟧.", ("€12.50",), id="with its number"),
        pytest.param("Il coûte $150.", "Il coûte ⟦0⟧.", ("$150",), id="before its number"),
        pytest.param("Voir la note [12].", "Voir la note ⟦0⟧.", ("[12]",), id="a note"),
        pytest.param("La R&D de Weiß part.", "La ⟦0⟧ de ⟦1⟧ part.", ("R&D", "Weiß"), id="words"),
        pytest.param("Ça dit “ ici.", 'Ça dit " ici.', (), id="otherwise"),
        pytest.param("Ça dit “oui”.", "Ça dit « oui ».", (), id="quotation marks are French"),
        pytest.param("Vu par M. Müller.", "Vu par M. Müller.", (), id="names are the glossary's"),
        pytest.param("Rien ne manque : 5 %.", "Rien ne manque : 5 %.", (), id="nothing"),
    ],
)
def test_what_the_model_is_given(source: str, sent: str, hidden: tuple[str, ...]) -> None:
    sentence = prepare(source, Poor(), Mayor())
    assert [u.text for u in sentence.units] == [sent]
    assert sentence.hidden == hidden


@given(st.text("ab€$& [“”Ç.,ü"))
def test_what_is_hidden_and_shown_is_the_text(text: str) -> None:
    """Amounts apart, which are shown in their English form; quotation marks are French ones."""
    sentence = prepare(text, Poor(), Terms())
    whole = show(
        "".join(p if isinstance(p, str) else p.text for p in sentence.parts), sentence.hidden
    )
    assert whole.lower() == plain(rewritten(sentence.bare, Poor()), "fr").lower()


def test_a_sentence_is_not_filled_with_symbols() -> None:
    sentence = prepare("1 € 2 € 3 € 4 € 5 € 6 € 7 € et la suite", Poor(), Terms())
    assert len(sentence.hidden) == 6
