"""Names that no glossary lists are told by their capitals, and carried past a model they defeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.engine import PLAIN, Hypothesis, Search
from translate.mt.mask import SYMBOLS
from translate.mt.prepare import prepare
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.unlisted import unlisted

FOUND = {
    "a name within": ("Le calcul de Ramanujan a parlé.", ["Ramanujan"]),
    "first and last name": ("Hier, Emmy Noether est venue.", ["Emmy Noether"]),
    "at the beginning": ("Emmy Noether est venue.", ["Emmy Noether"]),
    "a first word alone may be any word": ("Ramanujan a parlé.", []),
    "nor after a quotation mark": ("Elle dit : « Ramanujan a parlé. »", []),
    "after an elision": ("Le but d’Ovshinsky et l'avis d'Emmy.", ["Ovshinsky", "Emmy"]),
    "a first name that is a word": (
        "Hier, Pierre Fermat et Marie Curie.",
        ["Pierre Fermat", "Marie Curie"],
    ),
    "a word that is no first name here": ("La Rose de Noël et le Pierre d'hier.", []),
    "particles": (
        "Par Carl von Linné et Ludwig van Beethoven.",
        ["Carl von Linné", "Ludwig van Beethoven"],
    ),
    "two names": ("Entre Feynman et Turing, rien.", ["Feynman", "Turing"]),
    "with a hyphen": ("Chez Joliot-Curie, on rit.", ["Joliot-Curie"]),
    "English has another name": ("Il va de Londres à Varsovie.", []),
    "peoples": ("Les impôts des Singapouriens montent.", []),
    "ordinary words": ("La Lune et le Conseil de la Ville.", []),
    "an acronym that English has otherwise": ("Les pays de l'ONU.", []),
    "a handle, a tag and an address": ("Voir @Feynman, #Turing et exemple.org/Erdos.", []),
    "a unit": ("Une valeur de 150 Mds et de 12 Mrd.", []),
    "a single letter": ("Le plan B et M. X.", []),
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND)
def test_found(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in unlisted(text, "fr")] == names


def test_a_language_that_capitalises_every_noun_has_no_such_names() -> None:
    assert list(unlisted("Die Rechnung von Ramanujan hat einen Fehler.", "de")) == []


@given(st.text("AbcÉ .'’-«d"))
def test_places_are_in_order_and_apart(text: str) -> None:
    places = list(unlisted(text, "fr"))
    flat = [at for place in places for at in place]
    assert flat == sorted(set(flat))


class Speller:
    """An engine that garbles words of more than six letters."""

    source, target, signature, limit, terminology = "fr", "en", "speller 1", 60, ""
    placeholders = SYMBOLS

    def count(self, text: str) -> int:
        return len(text.split())

    def lacks(self, sign: str) -> bool:
        return False

    def garbles(self, name: str) -> bool:
        return any(len(word) > 6 for word in name.split())

    def translate_segments(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        raise NotImplementedError


HIDDEN = {
    "rare": ("Le calcul de Ramanujan étonne.", "Le calcul de ⟦0⟧ étonne.", ("Ramanujan",)),
    "easy": ("Le calcul de Gauss étonne.", "Le calcul de Gauss étonne.", ()),
    "first name and all": ("Hier, Emmy Noether rit.", "Hier, ⟦0⟧ rit.", ("Emmy Noether",)),
    "in the glossary": ("Hier, Mandelbrot rit.", "Hier, Mandelbrot rit.", ()),
    "a variant of one in it": ("Hier, Mandelbrod rit.", "Hier, Mandelbrot rit.", ()),
    "a line in capitals": ("LE CALCUL DE RAMANUJAN", "Le calcul de ramanujan", ()),
    "no more than four": (
        "Avec Ramanujan, Noether, Grothendieck, Chandrasekhar et Schwarzschild.",
        "Avec ⟦0⟧, ⟦1⟧, ⟦2⟧, ⟦3⟧ et Schwarzschild.",
        ("Ramanujan", "Noether", "Grothendieck", "Chandrasekhar"),
    ),
    "beside an address": (
        "Selon Ramanujan (https://exemple.org/Ramanujan), oui.",
        "Selon ⟦0⟧ (⟦1⟧), oui.",
        ("Ramanujan", "https://exemple.org/Ramanujan"),
    ),
}


@pytest.mark.parametrize(("text", "sent", "hidden"), HIDDEN.values(), ids=HIDDEN)
def test_what_the_model_is_given(text: str, sent: str, hidden: tuple[str, ...]) -> None:
    glossary = Glossary((Name("Mandelbrot", variants=("Mandelbrod",)),))
    sentence = prepare(text, Speller(), NameKeeper(glossary))
    assert [unit.text for unit in sentence.units] == [sent]
    assert sentence.hidden == hidden


def test_names_may_change_places_and_addresses_may_not() -> None:
    text = "Emmy Noether et David Hilbert : exemple.org, exemple.com"
    (unit,) = prepare(text, Speller(), NameKeeper(Glossary())).units
    assert unit.text == "⟦0⟧ et ⟦1⟧ : ⟦2⟧, ⟦3⟧"
    assert unit.holds("⟦1⟧ and ⟦0⟧: ⟦2⟧, ⟦3⟧")
    assert not unit.holds("⟦0⟧ and ⟦1⟧: ⟦3⟧, ⟦2⟧")
    assert not unit.holds("⟦0⟧ and ⟦0⟧: ⟦2⟧, ⟦3⟧")
