"""A person's change is theirs; the rules of all others stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_document import edits_of
from translate.document import Edit, apply, in_order
from translate.show.diff.crediting import found_again, with_hand

RAW = "Accueil\nMenu\nLe café estprÃªt ici.\nPartager\nFin de la page.\n"
RULES = [
    Edit(0, "Accueil\n", "", "fr.menu.head"),
    Edit(8, "Menu\n", "", "fr.menu.head"),
    Edit(RAW.index("Ãª"), "Ãª", "ê", "repair.mojibake"),
    Edit(RAW.index("Partager"), "Partager\n", "", "fr.share.call"),
]
CLEANED = "Le café estprêt ici.\nFin de la page.\n"
ALL = "-fr.menu.head -fr.menu.head ~repair.mojibake -fr.share.call"


def told(edits: list[Edit]) -> str:
    """Give `edits` in short: what they do, and their rules."""
    signs = {(True, False): "-", (False, True): "+", (True, True): "~"}
    return " ".join(signs[bool(edit.old), bool(edit.new)] + edit.rule for edit in edits)


@pytest.mark.parametrize(
    ("now", "changes"),
    [
        pytest.param(CLEANED, ALL, id="nothing by hand"),
        pytest.param(
            CLEANED.replace("Fin de la", "Bas de"), f"{ALL} ~by-hand", id="words of another line"
        ),
        pytest.param(
            CLEANED.replace(" ici", " ici, chaud"),
            ALL.replace(" -fr.share", " +by-hand -fr.share"),
            id="a word beside a repair",
        ),
        pytest.param(
            CLEANED.replace("estprêt", "est prêt"),
            ALL.replace("~repair.mojibake", "~repair.mojibake + by-hand"),
            id="the very word that was repaired: both did it",
        ),
        pytest.param(
            "Accueil\nMenu\n" + CLEANED, "~repair.mojibake -fr.share.call", id="both lines put back"
        ),
        pytest.param(
            "Menu\n" + CLEANED, "-fr.menu.head ~repair.mojibake -fr.share.call", id="one put back"
        ),
        pytest.param(
            "Un titre\n" + CLEANED,
            ALL.replace(" ~repair", " +by-hand ~repair"),
            id="a line of their own at that place",
        ),
        pytest.param(
            "Le café est prêt depuis ce matin.\n",
            "-fr.menu.head -fr.menu.head -repair.mojibake + by-hand -fr.share.call"
            " -by-hand +by-hand",
            id="all around a removal: it is not theirs",
        ),
        pytest.param(
            "",
            "-fr.menu.head -fr.menu.head -repair.mojibake + by-hand -fr.share.call -by-hand",
            id="everything deleted",
        ),
    ],
)
def test_who_did_what(now: str, changes: str) -> None:
    found = with_hand(RAW, RULES, now)
    assert apply(RAW, found) == now
    assert told(found) == changes


TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(st.data())
def test_the_edits_of_all_lead_to_what_is_there_now(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    rules = in_order(data.draw(edits_of(text)))
    now = data.draw(TEXTS)
    assert apply(text, with_hand(text, rules, now)) == now


LATER = {
    "nothing": (RAW, ALL),
    "a paragraph before all": (f"Une phrase ajoutée au début.\n\n{RAW}", ALL),
    "a paragraph between": (RAW.replace("Partager\n", "Il ferme à midi.\nPartager\n"), ALL),
    "a line that was removed: the other stays with its rule": (
        RAW.replace("Menu\n", "Plan du site\n"), ALL.replace(" -fr.menu.head", "", 1),
    ),
    "a letter that was repaired is right now": (
        RAW.replace("estprÃªt", "est prêt"), ALL.replace(" ~repair.mojibake", ""),
    ),
    "all of it": ("Un autre texte.\n", ""),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "rules"), LATER.values(), ids=LATER)
def test_what_was_changed_in_the_raw_text_leaves_the_other_edits_their_rules(
    raw: str, rules: str
) -> None:
    assert told(found_again(raw, RULES)) == rules


def test_the_same_words_of_an_author_elsewhere_are_not_taken_for_a_removal() -> None:
    raw = "Un texte qui dit Menu\nMenu\nFin de la page.\n"
    edits = [Edit(5, "Menu\n", "", "fr.menu.head"), Edit(10, "", "!", "repair.mark")]
    assert found_again(raw, edits) == []


@given(st.data())
def test_what_is_found_again_can_be_made(data: st.DataObject) -> None:
    rules = in_order(data.draw(edits_of(data.draw(TEXTS))))
    text, now = data.draw(TEXTS), data.draw(TEXTS)
    found = found_again(text, rules)
    assert apply(text, with_hand(text, found, now)) == now
    assert len("".join(edit.old for edit in found)) <= len(text)
