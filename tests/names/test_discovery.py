"""What a folder's texts tell of names: found, counted, brought near each other, never merged."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import language
from translate.names.discovery.blocks import Blocks
from translate.names.discovery.discover import discover
from translate.names.discovery.kinds import kind_of
from translate.names.discovery.likely import likely
from translate.names.discovery.proposal import Proposed, as_toml
from translate.names.discovery.written import with_targets
from translate.names.glossary import Glossary, Name
from translate.names.rejected import Rejected
from translate.names.spelling import key

CASES = json.loads(Path(__file__).with_name("discovery.json").read_text(encoding="utf-8"))
GLOSSARY = Glossary.load(Path(__file__).with_name("glossary_of_tests.toml"))


def found(*texts: str, glossary: Glossary = Glossary()) -> list[Proposed]:  # noqa: B008
    return discover([(f"{i}.txt", text) for i, text in enumerate(texts)], glossary)


def spellings(names: list[Proposed]) -> dict[str, list[str]]:
    return {name.canonical: [s.spelling for s in name.spellings] for name in names}


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_names_and_their_spellings(case: dict[str, Any]) -> None:
    assert spellings(found(*case["texts"])) == case["names"]


NEAR = {
    "letters": ("Charls Babage écrit.", {"Charles Babbage": ["Charls Babage"]}),
    "in small letters": ("selon charls babage, oui", {"Charles Babbage": ["charls babage"]}),
    "sound": ("Selon Meera Murati, oui.", {"Mira Murati": ["Meera Murati"]}),
    "a thing": ("Il va chez Opennai.", {"OpenAI": ["Opennai"]}),
    "listed variants are no question": ("Ada Byron, Mira Mulati, Chatbot ChatGPT.", {}),
    "another person": ("L'avis de Joachim Murat et de Charles Darwin.", {}),
}


@pytest.mark.parametrize(("text", "near"), NEAR.values(), ids=NEAR)
def test_spellings_near_a_name_of_the_glossary(text: str, near: dict[str, list[str]]) -> None:
    known = [name for name in found(text, glossary=GLOSSARY) if name.known]
    assert spellings(known) == near


def test_another_number_is_another_thing() -> None:
    glossary = Glossary((Name("GPT-4o"), Name("Windows 11")))
    names = found("Il teste GPT-5o et Windows 10.", glossary=glossary)
    assert [name.canonical for name in names if name.known] == []


def test_counts_texts_and_places() -> None:
    texts = [
        "Un.\n\nHier, Emmy Noether a parlé.",
        "Selon Noether, oui.\nemmy noeter et EMY NOETHER",
    ]
    [name] = found(*texts)
    assert (name.canonical, name.kind, name.known) == ("Emmy Noether", "person", False)
    assert (name.count, name.texts) == (2, 2)
    assert [(p.document, p.line) for p in name.places] == [("0.txt", 3), ("1.txt", 1)]
    assert "… Selon Noether, oui." in name.places[1].text
    assert {(s.spelling, s.places[0].line) for s in name.spellings} == {
        ("emmy noeter", 2),
        ("EMY NOETHER", 2),
    }
    assert all("letters" in s.signals for s in name.spellings)


def test_what_was_rejected_is_not_proposed_again() -> None:
    texts = ["Selon Mira Murati et Mira Murati.", "Selon Meera Murati, oui.", "Voir Exalys."]
    no = Rejected((("MIRA MURATI", "Meera Murati"),), ("Exalys",))
    assert spellings(found(*texts)) == {"Mira Murati": ["Meera Murati"], "Exalys": []}
    # Whoever is not Mira is somebody else.
    assert spellings(found(*texts, glossary=Glossary(rejected=no))) == {
        "Mira Murati": [],
        "Meera Murati": [],
    }


def test_an_entry_of_its_own_ends_the_question() -> None:
    lovelace, lovelock = Name("Ada Lovelace"), Name("Ida Lovelock", "person")
    text = "Selon Ida Lovelock, oui."
    assert spellings(found(text, glossary=Glossary((lovelace,)))) == {
        "Ada Lovelace": ["Ida Lovelock"]
    }
    assert found(text, glossary=Glossary((lovelace, lovelock))) == []


KINDS = {
    "a first name": ("Hier, Emmy Noether lit.", "person"),
    "a title": ("Selon Mme Hilberta, oui.", "person"),
    "a role after it": ("Le mot de Glabuk, directeur de la banque.", "person"),
    "who works there": ("Les salariés de Glabuk rient.", "organisation"),
    "a word of firms": ("Le rapport de Glabuk Securities.", "organisation"),
    "a number": ("Il installe Glabuk-3.", "product"),
    "what is used": ("Le logiciel Glabuk arrive.", "product"),
    "where it is": ("La ville de Glabuk dort.", "place"),
    "where, and who acts there": ("À Glabuk, le maire se tait.", "place"),
    "to somebody, called as a town": ("Il parle à Nancy, présidente du club.", "person"),
    "to somebody, or in a town": ("Il loge à Florence, dit-on.", ""),
    "to somebody, by the first name": ("Il a demandé à Josiane, puis rit.", "person"),
    "a first name alone": ("Selon le bruit, Josiane rit.", "person"),
    "a river with the letters of a first name": ("L’eau monte dans l’Aude, hélas.", "place"),
    "a town that is listed": ("On parle, Bayonne aussi.", "place"),
    "a body that is listed": ("Il s’inscrit à France Travail, enfin.", "organisation"),
    "an abbreviation that is listed": ("Le rapport de la CNIL, enfin.", "organisation"),
    "a maker that is listed": ("Il vit à côté de Facebook, dit-on.", "organisation"),
    "a product that is listed": ("On parle, ChatGPT aussi.", "product"),
    "who is fined": ("Il inflige 3 millions d’euros à Glabuk, hier.", ""),
    "who is owed": ("On reproche tout à Glabuk, hier.", ""),
    "of whom the chips are": ("Les puces de Glabuk arrivent.", ""),
    "what is besieged": ("Le siège de Glabuk dure.", ""),
    "the head office": ("Le siège social de Glabuk dort.", "organisation"),
    "an article of another language": ("On lit, El Glabuk aussi.", ""),
    "a saint of another country": ("Il aime San Glabuk.", "place"),
    "fruit of two words, after an article": ("Les Glabuk Mirov sont mûres.", ""),
    "two words, without an article": ("On parle, Glabuk Mirov aussi.", "person"),
    "two words of another language": ("On parle, Marble Trading aussi.", ""),
    "a make": ("Il achète la marque Glabuk.", "organisation"),
    "what somebody marked": ("Elle a marqué contre Glabuk.", ""),
    "what is read": ("Le journal Glabuk arrive.", "work"),
    "a firm to which something is due": (
        "La société Glabuk perd. Il parle à Glabuk, puis à Glabuk.",
        "organisation",
    ),
    "a firm that begins as a first name": ("La société Lorraine Glabuk perd.", "organisation"),
    "a woman, spoken to": ("Mme Glabuk a ri. Il parle à Glabuk, puis à Glabuk.", "person"),
    "a town, with a club": (
        "La ville de Glabuk rit. Les salariés de Glabuk aussi, chez Glabuk.",
        "place",
    ),
    "a firm by its form": ("La SARL Glabuk a fermé.", "organisation"),
    "nothing tells": ("On parle, Glabuk aussi.", ""),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_kinds(text: str, kind: str) -> None:
    [name] = found(text)
    assert name.kind == kind


@pytest.mark.parametrize(
    ("name", "sentences", "target"),
    [
        pytest.param("Chostakovitch", [("De Chostakovitch.", "By Shostakovich.")], "Shostakovich",
                     id="spelt otherwise"),
        pytest.param("Piotr Tchaïkovski", [("De Piotr Tchaïkovski.", "By Pyotr Tchaikovsky.")],
                     "Pyotr Tchaikovsky", id="of two words"),
        pytest.param("Glabuk", [("À Glabuk.", "In Glabuk.")], "", id="spelt so"),
        pytest.param("Chostakovitch", [("De Chostakovitch.", "By Shostakovich."),
                                       ("À Chostakovitch.", "To Chostakovitch.")], "",
                     id="once otherwise, once so"),
        pytest.param("Chostakovitch", [("De Chostakovitch.", "By Shostakovich."),
                                       ("À Chostakovitch.", "To Chostakovich.")], "",
                     id="otherwise in two ways"),
        pytest.param("Calabre", [("La Calabre.", "The region.")], "", id="lost"),
        pytest.param("Kerbor", [("De Kerbor.", "By Glabuk.")], "", id="by another name"),
        pytest.param("Mira", [("Mira et Mirah.", "Mirah and she.")], "", id="a name beside it"),
    ],
)  # fmt: skip
def test_a_name_has_the_spelling_of_the_english_that_is_there(
    name: str, sentences: list[tuple[str, str]], target: str
) -> None:
    [one] = with_targets([Proposed(name, "", False, 1, 1)], sentences)
    assert one.target == target
    assert Glossary.parse(as_toml([one])).names[0].target == (target or name)
    assert with_targets([Proposed(name, "", True, 1, 1)], sentences)[0].target == ""


def test_a_name_that_begins_with_another_is_no_person() -> None:
    assert kind_of("Exalys Mirov", Counter(), language("fr")) == "person"
    assert kind_of("Exalys Mirov", Counter(), language("fr"), {"exalys"}) == "product"


def test_a_proposal_is_a_glossary_in_which_nothing_is_merged() -> None:
    texts = ['Le « Cray\u00a0"X" » de Mira Murati.', "Selon Mira Murati.\x07 Meera Murati part."]
    text = as_toml(found(*texts))
    assert '# "Meera Murati",  # 1 time, ' in text
    assert [n.variants for n in Glossary.parse(text).names] == [()]
    taken = Glossary.parse(text.replace('# "Meera', '"Meera'))
    assert taken.names[0].variants == ("Meera Murati",)


TEXT = st.lists(
    st.sampled_from(
        [
            "Mira",
            "Murati",
            "mulati",
            "MEERA",
            "emi",
            "L'avis",
            "de",
            "la,",
            "Exalys.",
            "\n",
            "GPT-4",
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXT, max_size=3))
def test_a_proposal_can_be_read_and_accepted_whole(texts: list[str]) -> None:
    names = found(*texts)
    assert names == found(*texts)
    everything = as_toml(names).replace('  # "', '  "')
    assert len(Glossary.parse(everything).names) == len(names)


LETTERS = st.text("aeioubcdlmnrst", min_size=5, max_size=10)


@given(LETTERS, st.integers(0, 9), st.sampled_from("aeioulmnr"))
def test_a_word_with_one_other_letter_shares_a_block(word: str, at: int, letter: str) -> None:
    """Whatever the letter, as long as the two are alike and no two sounds became one."""
    at %= len(word)
    blocks = Blocks[str]()
    blocks.add(word, word)
    assert blocks.near(word) == [word]
    vowels = "aeiou"
    if word[at] in vowels and letter in vowels:
        slip = word[:at] + letter + word[at + 1 :]
        if (
            "c" not in word and "s" not in word and "t" not in word
        ):  # whose sound the next may change
            assert blocks.near(slip) == [word]


def test_a_large_glossary_costs_no_more_for_each_word() -> None:
    """A block with too many words is not gone through."""
    blocks = Blocks[str]()
    for i in range(3000):
        blocks.add(f"mur{'aeiou'[i % 5]}t{'aeiou'[i // 5 % 5]}{i}", str(i))
    blocks.add("sutskever", "Ilya")
    assert blocks.near("murati0") and len(blocks.near("muratix")) <= 200
    assert blocks.near("suzkever") == ["Ilya"]


@given(st.sampled_from(["Mira Murati", "OpenAI", "Jean Martin", "Air France"]))
def test_a_name_is_surely_itself(name: str) -> None:
    assert likely(key(name), Name(name), language("fr")) == 1.0


def test_a_name_like_another_is_shown_where_it_stands() -> None:
    text = (
        "Rien ici.\nSelon Zorka Moulin, non.\nHier Zorka Moulins a dit oui.\nAvec Zorka Moulins.\n"
    )
    found = discover([("a.txt", text)], Glossary())
    assert {one.canonical: [place.line for place in one.places] for one in found} == {
        "Zorka Moulin": [2],
        "Zorka Moulins": [3, 4],
    }
