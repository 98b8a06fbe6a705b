"""Idioms: said plainly before they are translated, in their form; what is meant literally stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import UsageError
from translate.languages import language
from translate.languages.conjugation import forms, places
from translate.mt import closed
from translate.mt.rewording.idioms import plainer
from translate.mt.rewording.inverted import subject_first
from translate.mt.rewording.misspelt import respelt
from translate.mt.rewording.ordered import ordered
from translate.mt.rewording.reported import reported
from translate.mt.rewording.sayings import CLITICS, idioms_of

LISTED = language("fr").table("idioms.toml")
WITHOUT = {
    kind: [said for said in LISTED[kind] if said not in LISTED["when"]]
    for kind in ("verbs", "words")
}
SAID = {
    "the present": ("Ils bottent en touche.", "Ils évitent la question."),
    "the past, and an adverb": (
        "Elle n’a jamais baissé les bras.",
        "Elle n’a jamais renoncé.",
    ),
    "the infinitive, elided": ("Il refuse de noyer le poisson.", "Il refuse d'éviter la question."),
    "what is mine": ("Je monte ma boîte.", "Je crée mon entreprise."),
    "what is theirs, of others": (
        "Ils ont marqué contre leur camp.",
        "Ils ont marqué un but contre leur propre équipe.",
    ),
    "what is of whom the verb tells": ("Tu avais pété un plomb.", "Tu avais perdu ton calme."),
    "denied, with words behind": ("Il ne s'en fiche pas.", "Il n'est pas indifférent."),
    "number and gender": ("Elles sont mises au pas.", "Elles sont disciplinées."),
    "a reflexive verb": ("Elle a pris la tangente.", "Elle s'est échappé."),
    "a reflexive verb, denied": ("Ils n’ont pas pris la tangente.", "Ils ne se sont pas échappé."),
    "a reflexive verb, the present": ("Je prends la tangente.", "Je m'échappe."),
    "a reflexive verb said with another": (
        "Elle s’en est prise au maire, puis aux élus.",
        "Elle a attaqué le maire, puis aux élus.",
    ),
    "the article that a preposition held": (
        "Elles s'en prennent au gel et aux taxes.",
        "Elles attaquent le gel et aux taxes.",
    ),
    "the article that a preposition takes": (
        "Il fait une croix sur le titre, elle fait une croix sur les Jeux.",
        "Il renonce au titre, elle renonce aux Jeux.",
    ),
    "a preposition that loses its vowel": (
        "Il accuse réception d'une lettre et s'en prend à elle.",
        "Il confirme la réception d'une lettre et attaque elle.",
    ),
    "a capital before its pronoun": ("S’en prendre à elle ?", "Attaquer elle ?"),
    "we and us": ("Nous nous serrons les coudes.", "Nous restons unis."),
    "a form of two persons": ("Elle baisse les bras.", "Elle renonce."),
    "the third person of a form of two": ("Il prend la tangente.", "Il s'échappe."),
    "the first, denied": ("Je ne botte pas en touche.", "Je n'évite pas la question."),
    "a form of two spellings, its object inside": (
        "Il balaie les critiques d'un revers de main.",
        "Il rejette les critiques.",
    ),
    "quoted behind its auxiliary": (
        "Elle s’est « pris les pieds dans le tapis », ils ont “jeté l’éponge”.",
        "Elle s'est « trompé », ils ont “renoncé”.",
    ),
    "to be for to have": ("Le chef a plié bagage.", "Le chef est parti."),
    "to have for to be": ("Le vin est tombé sur un os.", "Le vin a rencontré un problème."),
    "a plural that ends alike": ("Ils sont tombés d'accord.", "Ils se sont mis d'accord."),
    "a verb alone": ("Le juge a retoqué deux textes.", "Le juge a rejeté deux textes."),
    "a capital": ("Mettre le feu aux poudres ?", "Provoquer une crise ?"),
    "anybody's": ("Tu as perdu ton latin.", "Tu as été perdu."),
    "to be, which the plain verb has": (
        "Il a ramené sa fraise.",
        "Il est intervenu au mauvais moment.",
    ),
    "a pronoun of its own": ("Je m'en veux de partir.", "Je regrette de partir."),
    "somebody else's": ("Ils nous en veulent.", "Ils sont en colère contre nous."),
    "somebody else's, by the first person": (
        "Je t'en veux de partir.",
        "Je suis en colère contre toi de partir.",
    ),
    "one's own, before an infinitive": (
        "Je ne peux pas me taire.",
        "Je ne peux pas garder le silence.",
    ),
    "the other's own": ("Tu t'en veux de partir.", "Tu regrettes de partir."),
    "a participle that ends in s": ("Ils sont tombés d'accord.", "Ils se sont mis d'accord."),
    "a future of its own": ("Il renverra l'ascenseur.", "Il rendra le service en retour."),
    "a verb that ends like to go": (
        "Il déballe son linge sale.",
        "Il parle en public de ses conflits.",
    ),
    "an object in the middle": (
        "Elle n'a pas pris les élus de la ville de court.",
        "Elle n'a pas surpris les élus de la ville.",
    ),
    "an object in the middle, and a preposition": (
        "Il met son échec sur le compte du froid.",
        "Il attribue son échec au froid.",
    ),
    "words": ("Il avance vaille que vaille.", "Il avance avec difficulté."),
    "several": ("Deux chevilles ouvrières.", "Deux figures centrales."),
    "a space that does not break": ("Il est parti en\xa0trombe.", "Il est parti très vite."),
    "two of them": (
        "Il a jeté l'éponge et parle sans ambages.",
        "Il a renoncé et parle franchement.",
    ),
}
STAY = {
    "a pronoun of another person": "Ce livre me plaît, s'il te plaît.",
    "a pronoun of another person than the subject": "Je te plais ?",
    "a pronoun of another person, in the past": "Le bal ne m'a pas plu.",
    "another verb": "Il regarde le poisson.",
    "an object in the middle that is none": "Il prend le train, puis tourne de court.",
    "an object in the middle of what has its own": "Elle jette le linge, puis l'éponge.",
    "a part of a word": "Il met sa main au feuillage.",
    "spoken of itself": "Que veut dire « en trombe » ?",
    "a verb that begins like another": "Un carton plein.",
    "a letter that is no s": "Elle eſt tombée à pic et fuſtige Paul.",
    "you, who do it": "Il faut que vous serriez les coudes au pont.",
    "a pronoun that is not its own": "Ce pain me plaît, il te plaira.",
    "a pronoun that is its own": "Nous en voulons deux.",
    "no verb": "Une vis, le poisson.",
    "a noun that looks like a verb": "Un voyant rouge s'allume.",
    "a plural that looks like a verb": "Il a de larges épaules.",
    "a noun like a verb behind a preposition": "Pas d'escompte, pas de galère.",
    "a noun like a verb behind an article": "L'escompte est de 3 %.",
    "somebody else's, before an infinitive": "Je veux te plaire.",
    "an adverb that looks like a participle": "Tout s'est plus ou moins bien passé.",
    "what opens to somebody": "La marque ouvre son capital à un fonds.",
}


@pytest.mark.parametrize("said, plain", SAID.values(), ids=SAID)
def test_an_idiom_is_said_plainly(said: str, plain: str) -> None:
    assert plainer(said, "fr") == plain


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_look_alikes_stay(text: str) -> None:
    assert plainer(text, "fr") == text


def test_a_language_without_idioms_stays() -> None:
    assert plainer("Es regnet Bindfäden.", "de") == "Es regnet Bindfäden."


@pytest.mark.parametrize("said", LISTED["verbs"])
def test_every_verb_is_known(said: str) -> None:
    found = CLITICS.fullmatch(said)
    assert found and list(places(found["verb"], found["verb"], "fr")) == ["inf"]


@pytest.mark.parametrize("said", LISTED["parted"])
def test_an_object_stands_in_what_is_listed(said: str) -> None:
    verb, _, rest = said.partition(" ")
    text = f"Ils {forms(verb, 'fr')['i6']} le maire {rest}."
    assert said in LISTED["verbs"] and plainer(text, "fr") != text


@pytest.mark.parametrize("said", WITHOUT["verbs"])
def test_every_idiom_with_a_verb_is_found(said: str) -> None:
    found = CLITICS.fullmatch(said)
    assert found
    verb, pronouns, rest = found["verb"], found["clitics"], found["rest"]
    assert plainer(f"Il va {said}.", "fr") != f"Il va {said}."
    conjugated = f"Ils {pronouns}{forms(verb, 'fr')['i6']} {rest}."
    assert plainer(conjugated, "fr") != conjugated


@pytest.mark.parametrize("said", WITHOUT["words"])
def test_every_other_idiom_is_found(said: str) -> None:
    for many in ("", "s"):
        text = f"Voici : {said.replace('~', many)} !"
        assert plainer(text, "fr") != text


@pytest.mark.parametrize("said, around", LISTED["when"].items(), ids=LISTED["when"])
def test_an_idiom_is_found_where_it_is_meant_so(said: str, around: dict[str, str]) -> None:
    assert said in LISTED["verbs"].keys() | LISTED["words"].keys()
    assert plainer(around["example"], "fr") != around["example"]
    assert plainer(around["other"], "fr") == around["other"]


@pytest.mark.parametrize("kind", ["verbs", "words"])
def test_nothing_before_changes_what_an_idiom_says(kind: str) -> None:
    bare = [said.replace("~", "").replace("’", "'") for said in LISTED[kind]]
    listed = [said + more for said in bare for more in ("", " hier.")]
    spelt = [respelt(said, ("fr", "en")) for said in listed]
    plain = [subject_first(reported(closed.plain(said, "fr"), "fr"), "fr") for said in spelt]
    assert [ordered(said, "fr") for said in plain] == listed


@given(st.text("abé ’'.«» \n", max_size=30))
def test_text_without_idioms_stays(text: str) -> None:
    assert plainer(text, "fr") == text


def test_of_two_that_overlap_the_first_is_said() -> None:
    text = "La grosse boîte d'informatique est vendue."
    assert plainer(text, "fr") == "La grande entreprise d'informatique est vendue."


def test_an_idiom_that_begins_with_no_verb_is_told_with_its_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LISTED["verbs"], "ne rien lâcher", "persévérer")
    with pytest.raises(UsageError, match=r"fr/idioms\.toml: ne rien lâcher: 'ne' is no infinitive"):
        idioms_of.__wrapped__("fr")
