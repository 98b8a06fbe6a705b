"""Names that no glossary lists are told by their capitals, and carried past a model they defeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.checks import Attempt, issues
from translate.mt.engines.engine import PLAIN, Hypothesis, ModelCard, Search
from translate.mt.held import SYMBOLS
from translate.mt.job import translate_documents
from translate.mt.memory import EngineId, Memory
from translate.mt.prepare import prepare
from translate.mt.units import Rendering, Source
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.unlisted import unlisted

FOUND = {
    "a name within": ("Le calcul de Ramanujan a parlé.", ["Ramanujan"]),
    "first and last name": ("Hier, Emmy Noether est venue.", ["Emmy Noether"]),
    "at the beginning": ("Emmy Noether est venue.", ["Emmy Noether"]),
    "at the beginning, both words of the language": ("Claire Fontaine dort.", ["Claire Fontaine"]),
    "a first word alone may be any word": ("Ramanujan a parlé.", []),
    "a capital within is of a name": ("OpenAI a parlé.", ["OpenAI"]),
    "elided at the beginning": (
        "L'OpenAI de DeepMind, d’OpenAI.",
        ["OpenAI", "DeepMind", "OpenAI"],
    ),
    "somebody of a firm": (
        "L’avis de l’ami d’OpenAI Wojciech Zaremba.",
        ["OpenAI", "Wojciech Zaremba"],
    ),
    "somebody of a firm with one capital": (
        "La voix de Meta Wojciech Zaremba.",
        ["Meta", "Wojciech Zaremba"],
    ),
    "a thing of a firm": ("Le robot d’OpenAI Five joue.", ["OpenAI Five"]),
    "but an elided word is not": ("L’Opéra rouvre.", []),
    "nor is a first word after a quotation mark": ("Elle dit : « Ramanujan a parlé. »", []),
    "after an elision": ("Le but d’Ovshinsky et l'avis d'Emmy.", ["Ovshinsky", "Emmy"]),
    "a first name that is a word": (
        "Hier, Pierre Fermat et Marie Curie.",
        ["Pierre Fermat", "Marie Curie"],
    ),
    "a word that is no first name here": ("La Rose de Noël et le Pierre d'hier.", []),
    "a first name alone that is no word": ("Sophie a souri.", ["Sophie"]),
    "one that is a word, before a verb": ("Rose explique son choix.", ["Rose"]),
    "one that is a word, before none": ("Pierre précieuse, elle brille.", []),
    "several first names": (
        "Pierre et Marie, Rose et Luc dorment.",
        ["Pierre", "Marie", "Rose", "Luc"],
    ),
    "first names within": ("Hier, Rose dit à Pierre : oui.", ["Rose", "Pierre"]),
    "after Mrs any word is a name": ("Mme Rose et M. Boulanger.", ["Rose", "Boulanger"]),
    "a state that is a first name too": ("Elle vit en Virginie.", []),
    "a first name that a state has too": ("Hier, Virginie a souri.", ["Virginie"]),
    "who says so": ("« Oui », répond Sophie.", ["Sophie"]),
    "people of two countries": ("Les Nord-Coréens et les Afro-Américains.", []),
    "a saint": ("L'évangile de Pierre et la Vierge Marie.", []),
    "a command with a pronoun": ("Marie-toi vite.", []),
    "first name, of, name": ("Un livre d'Antoine de Saint-Exupéry.", ["Antoine de Saint-Exupéry"]),
    "goes on with an ordinary word": ("L'acteur Charlie Petit rit.", ["Charlie Petit"]),
    "whose it is stays apart": ("Selon Hilbert de Königsberg.", ["Hilbert", "Königsberg"]),
    "a unit is no title": ("Un joint de 7 mm. Je suis parti, 3 dr. Nous aussi.", []),
    "a double first name, its second one English writes otherwise": (
        "Selon Anne-Sophie Petit, oui.",
        ["Anne-Sophie Petit"],
    ),
    "two first names and a word": ("Hier, Anne Sophie Petit rit.", ["Anne Sophie Petit"]),
    "a surname with an article": ("Selon Jean Le Maire, oui.", ["Jean Le Maire"]),
    "a surname with a preposition and an article": (
        "Hier, Jean de La Tour rit.",
        ["Jean de La Tour"],
    ),
    "a letter and an apostrophe": ("N'Golo rit, dit O'Brien.", ["N'Golo", "O'Brien"]),
    "an elision with capitals": ("J'Aime Paris, et d'Ada.", ["Paris", "Ada"]),
    "after a title": ("Avec M. Hilbert et le Dr. Ehrlich.", ["Hilbert", "Ehrlich"]),
    "a letter beyond Latin-1": ("Selon Łukasiewicz, oui.", ["Łukasiewicz"]),
    "elided verbs are no names": ("C'est Hilbert, aujourd'hui.", ["Hilbert"]),
    "a compound at the beginning": ("Aujourd'hui Emmy Noether parle.", ["Emmy Noether"]),
    "a command at the beginning": ("Retrouvez Emmy Noether ce soir.", ["Emmy Noether"]),
    "after a dash in the line": ("Étape 2 - Téléchargez le texte.", []),
    "one of a people": ("Une Togolaise et un vieux Singapourien.", []),
    "centuries": ("Du VIIe au XVIIIe siècle.", []),
    "rulers": ("Sous Louis XIV et François Ier.", []),
    "teachings": ("Le Cubisme et la Méritocratie.", []),
    "a command in a list": ("1) Réinitialisez le modem.", []),
    "a role after a name": ("Hier, Nadella Président de la banque.", ["Nadella"]),
    "a pointed word": ("Ce Hilbert-là.", []),
    "part of a longer thing": ("Le virus SARS-CoV-2 et Noether/AFP.", []),
    "a line in capitals": ("AVEC EMMY NOETHER", []),
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

    source, target, signature, limit = "fr", "en", "speller 1", 400
    card = ModelCard(
        placeholders=SYMBOLS,
        abbreviations={"PDG": ("CEO", "CEOs"), "IA": ("AI", "AIs")},
        rare_name_tokens=7,
        lacks="€&".__contains__,
    )

    def count(self, text: str) -> int:
        return len(text)

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        raise NotImplementedError


HIDDEN = {
    "rare": ("Le calcul de Ramanujan étonne.", "Le calcul de ⟦0⟧ étonne.", ("Ramanujan",)),
    "easy": ("Le calcul de Gauss étonne.", "Le calcul de Gauss étonne.", ()),
    "first name and all": ("Hier, Emmy Noether rit.", "Hier, ⟦0⟧ rit.", ("Emmy Noether",)),
    "signs go first": (
        "Selon Ramanujan, Grothendieck, Chandrasekhar, Kovalevskaïa, Weierstrass et "
        "Schwarzschild, 12 € net.",
        "Selon ⟦0⟧, ⟦1⟧, ⟦2⟧, ⟦3⟧, ⟦4⟧ et Schwarzschild, ⟦5⟧ net.",
        ("Ramanujan", "Grothendieck", "Chandrasekhar", "Kovalevskaïa", "Weierstrass", "€12"),
    ),
    "beside a name of the glossary": (
        "Le livre de Mandelbrot Grothendieck.",
        "Le livre de ⟦0⟧.",
        ("Mandelbrot Grothendieck",),
    ),
    "a sign beside a name": (
        "Chez Ramanujan&Noether, oui.",
        "Chez ⟦0⟧, oui.",
        ("Ramanujan&Noether",),
    ),
    "an acronym in small letters": (
        "Selon Gauss, le pdg dort.",
        "Selon Gauss, le ⟦0⟧ dort.",
        ("CEO",),
    ),
    "one in a quotation of another language": (
        "Il dit : « Das ist nicht das Haus von mir » et sort.",
        "Il dit : « ⟦0⟧ » et sort.",
        ("Das ist nicht das Haus von mir",),
    ),
    "half of a compound": (
        "Frédéric Joliot-Mandelbrot rit.",
        "⟦0⟧ rit.",
        ("Frédéric Joliot-Mandelbrot",),
    ),
    "in the glossary": ("Hier, Mandelbrot rit.", "Hier, ⟦0⟧ rit.", ("Mandelbrot",)),
    "a variant of one in it": ("Hier, Mandelbrod rit.", "Hier, Mandelbrot rit.", ()),
    "a line in lower case": (
        "selon john grothendieck de londres, oui.",
        "Selon ⟦0⟧ de Londres, oui.",
        ("John Grothendieck",),
    ),
    "an address in lower case": (
        "voir http://a.fr/?ia=londres à londres",
        "voir ⟦0⟧ à Londres",
        ("http://a.fr/?ia=londres",),
    ),
    "a place in capitals": ("LE CALCUL DE LONDRES", "le calcul de Londres", ()),
    "a family called after a place": (
        "Hier, Richard Calabre a quitté Lyon.",
        "Hier, ⟦0⟧ a quitté Lyon.",
        ("Richard Calabre",),
    ),
    "a first name that begins a sentence, and such a family": (
        "Claire Lisbonne a quitté Lisbonne.",
        "⟦0⟧ a quitté Lisbonne.",
        ("Claire Lisbonne",),
    ),
    "such a name with an age": (
        "Claire Lisbonne, 58 ans, a quitté Lisbonne.",
        "⟦0⟧, 58 ans, a quitté Lisbonne.",
        ("Claire Lisbonne",),
    ),
    "a first name that is in no list of the language": (
        "Léo Vienne a quitté Vienne.",
        "⟦0⟧ a quitté Vienne.",
        ("Léo Vienne",),
    ),
    "a place that is listed with its English": (
        "Hier, Léo Mayence a quitté Mayence.",
        "Hier, ⟦0⟧ a quitté ⟦1⟧.",
        ("Léo Mayence", "Mainz"),
    ),
    "a place beside one that has a first name's form": (
        "Hier, Virginie Allemagne et France.",
        "Hier, Virginie Allemagne et France.",
        (),
    ),
    "a line in capitals": ("LE CALCUL DE RAMANUJAN", "le calcul de ramanujan", ()),
    "no more than six": (
        "Avec Ramanujan, Noether, Grothendieck, Chandrasekhar, Mirzakhani, Bernoulli et Lagrange.",
        "Avec ⟦0⟧, ⟦1⟧, ⟦2⟧, ⟦3⟧, ⟦4⟧, ⟦5⟧ et Lagrange.",
        ("Ramanujan", "Noether", "Grothendieck", "Chandrasekhar", "Mirzakhani", "Bernoulli"),
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
    sentence = prepare(text, Speller(), NameKeeper(glossary), lower=text.islower())
    assert [unit.text for unit in sentence.units] == [sent]
    assert sentence.hidden == hidden


@pytest.mark.parametrize(
    ("text", "sent", "hidden"),
    [
        pytest.param("Le PDG parle d'IA.", "Le ⟦0⟧ parle d'⟦1⟧.", ("CEO", "AI"), id="singular"),
        pytest.param("Des PDG parlent.", "Des ⟦0⟧ parlent.", ("CEOs",), id="plural"),
        pytest.param("12\u00a0PDG partent.", "12 ⟦0⟧ partent.", ("CEOs",), id="counted"),
        pytest.param("Le 1 PDG.", "Le 1 ⟦0⟧.", ("CEO",), id="one"),
        pytest.param("L'IA-pilote et l'IAM.", "L'IA-pilote et l'IAM.", (), id="part of a word"),
        pytest.param("le pdg parle d'ia", "Le ⟦0⟧ parle d'⟦1⟧", ("CEO", "AI"), id="lower case"),
        pytest.param("LE PDG DE LA BANQUE", "le ⟦0⟧ de la banque", ("CEO",), id="capitals"),
    ],
)
def test_abbreviations_come_out_in_english(text: str, sent: str, hidden: tuple[str, ...]) -> None:
    sentence = prepare(text, Speller(), NameKeeper(Glossary()), lower=text.islower())
    assert [unit.text for unit in sentence.units] == [sent]
    assert sentence.hidden == hidden


def test_a_glossary_has_its_own_word_for_an_abbreviation() -> None:
    glossary = Glossary((Name("PDG", target="chief executive"),))
    (unit,) = prepare("Le PDG parle.", Speller(), NameKeeper(glossary)).units
    assert [term.target for term in unit.terms] == ["chief executive"]
    assert not unit.names
    glossary = Glossary((Name("IA Factory"),))
    (unit,) = prepare("Elle dirige IA Factory.", Speller(), NameKeeper(glossary)).units
    assert unit.names == (("⟦0⟧", "IA Factory", "IA Factory"),)
    glossary = Glossary((Name("Mandelbrot", target="Mandelbrote"),))
    (unit,) = prepare("Hier, Mandelbrot rit.", Speller(), NameKeeper(glossary)).units
    assert [term.target for term in unit.terms] == ["Mandelbrote"]


def test_names_may_change_places_and_addresses_may_not() -> None:
    text = "Emmy Noether et David Hilbert : exemple.org, exemple.com"
    (unit,) = prepare(text, Speller(), NameKeeper(Glossary())).units
    assert unit.text == "⟦0⟧ et ⟦1⟧ : ⟦2⟧, ⟦3⟧"
    assert unit.plain == "Emmy Noether et David Hilbert : ⟦2⟧, ⟦3⟧"

    def kinds(english: str) -> list[str]:
        return [issue.kind for issue in issues(Attempt(unit, english))]

    assert kinds("⟦1⟧ and ⟦0⟧: ⟦2⟧, ⟦3⟧") == []
    assert kinds("⟦0⟧ and ⟦1⟧: ⟦3⟧, ⟦2⟧") == ["mask"]
    assert kinds("⟦0⟧ and ⟦0⟧: ⟦2⟧, ⟦3⟧") == ["rare", "rare"]


def test_a_long_row_of_names_is_read_in_one_go() -> None:
    text = "Le mot " + "Marie Hilbert " * 5000
    assert list(unlisted(text, "fr")) == [(7, len(text) - 1)]
    assert list(unlisted("La " * 5000, "fr")) == []


def test_an_imported_translation_is_found_with_its_names(tmp_path: Path) -> None:
    (unit,) = prepare("Hier, Ramanujan parle.", Speller(), NameKeeper(Glossary())).units
    with Memory(tmp_path / "memory.db") as memory:
        memory.take("fr", "en", [("Hier, Ramanujan parle.", "Ramanujan spoke yesterday.")])
        (found,) = memory.get(EngineId("fr", "en", "speller 1"), [unit])
    assert found is not None
    assert found.english == "Ramanujan spoke yesterday."


def test_the_memory_gives_names_away_in_their_places(tmp_path: Path) -> None:
    (unit,) = prepare("Hier, Ramanujan et le PDG.", Speller(), NameKeeper(Glossary())).units
    with Memory(tmp_path / "memory.db") as memory:
        memory.put(
            EngineId("fr", "en", "a"), [(unit, Rendering("Yesterday ⟦0⟧ and the ⟦1⟧.", -0.1))]
        )
        memory.take("fr", "en", [("Il pleut.", "It rains.")])
        pairs = list(memory.pairs("fr", "en"))
    assert pairs == [
        ("Hier, Ramanujan et le PDG.", "Yesterday Ramanujan and the CEO."),
        ("Il pleut.", "It rains."),
    ]


class Forgetful(Speller):
    """An engine that drops symbols and copies everything else."""

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for segment in segments:
            yield [Hypothesis(re.sub("⟦.⟧ ?", "", segment), -0.1, True)]


def test_a_lost_symbol_gives_way_to_the_name() -> None:
    texts = [Source("a.txt", "Hier, Ramanujan cite Ramanujan.")]
    (done,) = translate_documents(texts, Forgetful(), terms=NameKeeper(Glossary()))
    assert done.text.count("Ramanujan") == 2
    assert not any(check.startswith("rare") for check in done.records[0].checks)
