"""Which lines go, which stay, and that nothing else is touched."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.removing import remove
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Document

RULES = Rules.load(CleanConfig(), ["fr", "en"])
PAGE_RULES = Rules.load(CleanConfig(profile="page"), ["fr"])
A = "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l’aube."
B = "Le garde a mesuré douze centimètres de glace, ce qui suffit pour une personne."
C = "Demain le vent tournera au sud et la glace fondra, prévient la météo nationale."


def cleaned(text: str, rules: Rules = RULES) -> str:
    doc = Document("", text)
    while (after := remove(unglue(doc, rules), rules)).text != doc.text:
        doc = after
    return doc.text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param(f"{A}\n\nPartager l’article :\n\n\n\nLinkedIn\n", f"{A}\n", id="share bar"),
        pytest.param(
            f"{A}\n\nÀ lire aussi : Un été au lac\n\n{B}", f"{A}\n\n{B}", id="related, inside"
        ),
        pytest.param(
            f"{A}\nÀ lire aussi :\nUn été au lac\n{B}", f"{A}\n{B}", id="related, on two lines"
        ),
        pytest.param(f"nouvelles\n\n{A}", A, id="a menu word before"),
        pytest.param(
            f"{A}\n{B}\nQu’en pensez-vous ?\nLaisser un commentaire",
            f"{A}\n{B}",
            id="comments asked",
        ),
        pytest.param(
            f"{A}\n{B}\n2 commentaires\nUn hiver rude.\nRépondre\n", f"{A}\n{B}\n", id="comments"
        ),
        pytest.param(
            f"{A}\nEnglishFrançaisDeutsch日本語Ελληνικά\n{B}", f"{A}\n{B}", id="languages in a row"
        ),
        pytest.param(f"{A}\n\nPublicité\n\n{B}\n", f"{A}\n\n{B}\n", id="advertisement"),
        pytest.param(
            f"{A}\r\n\r\nPublicité\r\n\r\n{B}\r\n", f"{A}\r\n\r\n{B}\r\n", id="Windows line ends"
        ),
        pytest.param(f"12/03/2022\n\n{A}\n{B}", f"{A}\n{B}", id="date before"),
        pytest.param(
            f"{A}\n\nThe lake froze.\nShare this article\nTwitter",
            f"{A}\n\nThe lake froze.",
            id="English",
        ),
        pytest.param(
            f"{A}\n{B}\n{C}\nLes plus lus\nLe pont rouvre\n{B[:60]} et ce matin.\nUn été au lac"
            "\nLa foire annulée\nMétéo",
            f"{A}\n{B}\n{C}",
            id="titles and summaries of other articles, at the end",
        ),
        pytest.param(
            f"{A}\n{B}\nPatins\nPatins de bois\n49,00 €\nAchat rapide\nEn stock\nPatins de fer\n"
            "79,00 € 99,00 €\nAchat rapide\nBonnet de laine tricoté à la main dans la vallée"
            "...\n19,00 €\nAchat rapide\nGants\n12,50 €\nRupture de stock",
            f"{A}\n{B}",
            id="a shop's products",
        ),
        pytest.param(
            f"{A}\n{B}\nRestez courtois dans vos commentaires.\n", f"{A}\n{B}\n", id="manners"
        ),
    ],
)
def test_removed(text: str, rest: str) -> None:
    assert cleaned(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Les actus du jour\n- Énergie : la digue redémarre\n- Budget : le vote est remis\n"
            "- Rugby : l’équipe gagne",
            id="a digest",
        ),
        pytest.param(
            "Les dernières nouvelles\n— Tu as vu le pont ?\n— Oui, il a rouvert.\n— Déjà ?",
            id="a dialogue",
        ),
        pytest.param(
            "💡 Nos articles :\n👉 On arrête les réunions.\n👉 On écrit tout.\n👉 On lit.",
            id="a post",
        ),
        pytest.param("Latest updates\n10:32 Police close the road\n10:40 It opens", id="live"),
        pytest.param("Livraison en Ukraine de chars", id="a delivery in the news"),
        pytest.param("Retours gratuits : la fin d’une époque pour la mode", id="returns"),
        pytest.param("Ships in our harbour were damaged by the storm.", id="ships"),
        pytest.param("Les commentaires seront soumis au Parlement en juin.", id="comments"),
        pytest.param("Avez-vous des informations qui nous diraient pourquoi ?", id="information"),
        pytest.param("Adultes\n12 €\n9 €\n6 €", id="a table of prices, cell by cell"),
        pytest.param("Nord\n33 %\n28 %\nSud\n21 %\n18 %", id="results of a vote"),
        pytest.param("Piccard (12) Curie (30) Verne (88)", id="scorers"),
        pytest.param(
            "\n".join(
                f"Voiture {n}\nAutonomie : {n}00 km.\nPrix de base\n2{n} 990 €" for n in range(2, 7)
            ),
            id="cars compared",
        ),
        pytest.param(
            "Alouette gentille alouette alouette je te plumerai\nEt la tête\n"
            "Alouette gentille alouette alouette je te plumerai",
            id="a refrain",
        ),
        pytest.param("20h50Le Bureau du roi, saison 3\n21h40Le lac\n22h10La nuit", id="TV"),
    ],
)
def test_ordinary_lines_stay(text: str) -> None:
    article = f"{A}\n{B}\n{C}\n{text}\n{B}\n{C}"
    assert cleaned(article) == article
    assert cleaned(f"{A}\n{B}\n{C}\n{text}") == f"{A}\n{B}\n{C}\n{text}"


def test_prices_in_an_article_stay() -> None:
    """A table of prices has no buttons; a block of headings with their text is no list of links."""
    table = f"{A}\nBateau\n12 €\nTrain\n25 €\nCar\n9 €\nVélo\n4 €\n{B}\n{C}"
    assert cleaned(table) == table
    sections = f"{A}\n{B}\n{C}\nLes plus lus\nLe vent\n{B}\nLa glace\n{A}\n{C}"
    assert cleaned(sections).endswith(f"\n{B}\nLa glace\n{A}\n{C}")


@pytest.mark.parametrize(
    "line",
    [
        "Hiver 1956",
        "« Jamais vu ça »",
        "Auguste Piccard, physicien",
        "Facebook et l’hiver",
        "Commentaires et critiques",
        "12 mars 1956, une nuit à oublier",
        "Partager la glace",
        "La newsletter du club date de 1990.",
        "Le maire s’est refusé à tout commentaire.",
        "Que pense le maire de tout cela ?",
    ],
)
def test_short_lines_of_a_text_stay(line: str) -> None:
    text = f"{A}\n\n{line}\n\n{B}\n\n{C}\n"
    assert cleaned(text) == text


POST = (
    "Ce matin j’ai marché sur un lac gelé, et j’y ai trouvé trois leçons pour nos équipes 👇 "
    + "1️⃣ La glace porte quand chacun garde sa distance. " * 3
    + "2️⃣ On avance mieux à plusieurs, reliés par une corde. " * 3
    + "👉 Et surtout, personne ne court. " * 4
)


def test_of_a_linkedin_page_the_post_stays() -> None:
    comments = (
        "Merci pour cette image, elle me parle beaucoup.\n"
        "Guide de montagne | Conférencière | Sécurité\n"
        "3 semBelle leçon, je la garde pour lundi.\n"
    )
    assert cleaned(f"{POST}\n{comments}") == f"{POST}\n"


def test_one_sign_does_not_make_a_linkedin_page() -> None:
    text = f"{POST}\nSkis | Patins | Luges\n{A}\n"
    assert cleaned(text) == text


def test_kept_lines_win_over_every_rule(tmp_path: Path) -> None:
    text = f"{A}\nPublicité\nPartager l’article\nÀ lire aussi : Un été au lac\n"
    kept = tmp_path / "keep.txt"
    kept.write_text("Publicité\n", encoding="utf-8")
    config = CleanConfig(keep=("^Partager",), keep_file=kept)
    assert cleaned(text, Rules.load(config, ["fr"])) == f"{A}\nPublicité\nPartager l’article\n"


def test_a_verdict_tells_rule_and_reason() -> None:
    verdicts = judge(f"{A}\nPartager l’article :\nLinkedIn", RULES)
    assert [v.rule.id if v.rule else None for v in verdicts] == [
        None,
        "fr.share.call",
        "web.share.name",
    ]
    assert verdicts[2].reason.endswith("next to other boilerplate")


def test_a_line_of_many_files_goes_unless_the_file_is_a_copy() -> None:
    folder = [f"Gazette du lac, depuis 1860\n{A} {n}\n{B} {n}" for n in range(10)]
    seen = RepeatedLines.of(folder)
    assert remove(Document("", folder[0]), RULES, seen).text == f"{A} 0\n{B} 0"
    copies = RepeatedLines.of([f"{A}\n{B}"] * 10)
    assert remove(Document("", f"{A}\n{B}"), RULES, copies).text == f"{A}\n{B}"


PAGE = (
    "Accueil\nPolitique\nCulture\nSport\nMétéo\nSentiers\nCabanes\nSe connecter\nS’abonner\n"
    "Le lac gelé attire les patineurs\n"
    f"Publié le 3 mars 2021\n{A}\n{B}\n{C}\n{A}\n{B}\nPartager cet article\nFacebook\nTwitter\n"
    "Sur le même sujet\nLe col est fermé\nLa luge revient\nNewsletter\nMentions légales\nContact\n"
    "Les patineurs du dimanche\nToutes nos randonnées\n© 2021 La Gazette du lac\n"
)  # fmt: skip


def test_of_a_whole_page_title_and_text_stay() -> None:
    assert cleaned(PAGE, PAGE_RULES) == (
        f"Le lac gelé attire les patineurs\n{A}\n{B}\n{C}\n{A}\n{B}\n"
    )


def test_the_line_model_says_what_weighed_most() -> None:
    reasons = [v.reason for v in judge(PAGE, PAGE_RULES) if v.rule and v.rule.kind == "line-model"]
    assert reasons
    said = re.compile(r"reads as boilerplate by shape, words and place \(\d+%\): [a-z][a-z0-9, ]+")
    assert all(said.fullmatch(reason) for reason in reasons), reasons


LINES = st.sampled_from(
    [
        A,
        B,
        C,
        "",
        "Publicité",
        "LinkedIn",
        "Accueil",
        "À lire aussi :",
        "Un été au lac",
        "2 moisBravo",
        "3 commentaires",
        "Répondre",
        "3 mars 2021",
        "Par Marie Curie",
        "Français",
        "Facebook Twitter X",
        "Et vous, qu’en pensez-vous ?",
        "Hiver",
        "© 2021 Gazette",
    ]
)


@pytest.mark.parametrize("rules", [RULES, PAGE_RULES], ids=["gentle", "page"])
@settings(max_examples=200, deadline=None)
@given(lines=st.lists(LINES, max_size=30))
def test_laws(rules: Rules, lines: list[str]) -> None:
    text = "\n".join(lines)
    doc = Document("", text)
    while (after := remove(unglue(doc, rules), rules)).text != doc.text:
        doc = after
    assert doc.original == text
    assert cleaned(doc.text, rules) == doc.text
    kept = [line for line in doc.text.split("\n") if line.strip()]
    source = iter(unglue(Document("", text), rules).text.split("\n"))
    assert all(line in source for line in kept), "kept lines stay word for word and in order"
