"""What a reader sees of a passage: no crumbs, only what is wanted, and what moved."""

import pytest

from translate.document import Edit
from translate.show.alignment import aligned
from translate.show.diff.comparing import compare
from translate.show.diff.reading import Choice, passages, readable

SHARE = "fr.share.call"
KINDS = {SHARE: "share", "fr.menu.head": "navigation"}


def read(text: str, edits: list[Edit], choice: Choice) -> str:
    """Give the one passage of `text` with its changes in marks."""
    [passage] = aligned(text, edits)
    return "".join(
        f"[{piece.old}|{piece.new}]" if piece.edits else piece.old
        for piece in readable(passage.pieces, choice)
    )


def repair(text: str, old: str, new: str) -> Edit:
    return Edit(text.index(old), old, new, "repair.mojibake")


TEXT = "Le mÃ©tro et le prÃªt sont ici. Partager"
LETTERS = [repair(TEXT, "Ã©", "é"), repair(TEXT, "Ãª", "ê")]
CUT = Edit(TEXT.index(" Partager"), " Partager", "", SHARE)


@pytest.mark.parametrize(
    ("text", "edits", "choice", "shown"),
    [
        pytest.param(
            TEXT, LETTERS, Choice(), "Le [mÃ©tro|métro] et le [prÃªt|prêt] sont ici. Partager",
            id="letters are shown as words",
        ),
        pytest.param(
            "un mÃ©tro prÃªt ici",
            [Edit(4, "Ã©", "é", "repair.a"), Edit(12, "Ãª", "ê", "repair.b")], Choice(),
            "un [mÃ©tro prÃªt|métro prêt] ici", id="with no word between, as one change",
        ),
        pytest.param(
            "au prix de 3  € ici", [Edit(12, "  ", " ", "repair.space")], Choice(),
            "au prix de [3  €|3 €] ici", id="spaces, with the words around them",
        ),
        pytest.param(
            TEXT, [*LETTERS, CUT], Choice(hidden=("repair",)),
            "Le métro et le prêt sont ici.[ Partager|]", id="hidden repairs are done and unseen",
        ),
        pytest.param(
            TEXT, [*LETTERS, CUT], Choice(KINDS, kinds=("repair",)),
            "Le [mÃ©tro|métro] et le [prÃªt|prêt] sont ici.", id="only one kind",
        ),
        pytest.param(
            "Partager Le texte", [Edit(0, "Partager ", "", SHARE)], Choice(),
            "[Partager |]Le texte", id="a removal is no more than it is",
        ),
        pytest.param(
            "PartagerLe tÃ©moin", [Edit(0, "Partager", "", SHARE), Edit(12, "Ã©", "é", "repair.a")],
            Choice(KINDS), "[Partager|]Le [tÃ©moin|témoin]", id="a repair is apart from a removal",
        ),
    ],
)  # fmt: skip
def test_a_passage_reads_well(text: str, edits: list[Edit], choice: Choice, shown: str) -> None:
    assert read(text, edits, choice) == shown


@pytest.mark.parametrize(
    ("choice", "rule", "wanted"),
    [
        pytest.param(Choice(), SHARE, True, id="everything"),
        pytest.param(Choice(KINDS, kinds=("share",)), SHARE, True, id="its kind"),
        pytest.param(Choice(KINDS, kinds=("navigation",)), SHARE, False, id="another kind"),
        pytest.param(Choice(rules=("fr.share.*",)), SHARE, True, id="a pattern of rules"),
        pytest.param(Choice(rules=("fr.share",)), SHARE, False, id="the whole id is asked for"),
        pytest.param(Choice(KINDS, hidden=("share",)), SHARE, False, id="its kind is hidden"),
        pytest.param(Choice(hidden=(SHARE,)), SHARE, False, id="it is hidden"),
        pytest.param(
            Choice(KINDS, kinds=("share",)), f"{SHARE} + by-hand", True, id="one of two rules"
        ),
        pytest.param(
            Choice(KINDS, hidden=("repair",)), f"repair.space + {SHARE}", True,
            id="what a removal took is no mere repair",
        ),
    ],
)  # fmt: skip
def test_what_is_wanted(choice: Choice, rule: str, wanted: bool) -> None:
    assert choice.wants(rule) == wanted


A = "Le premier paragraphe parle de la pluie.\n"
B = "Le second dit tout du beau temps, et longuement.\n"
C = "Un troisième se tait.\n"


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        pytest.param(A + B + C, B + C + A, [(1, 3), (3, 1)], id="a paragraph to the end"),
        pytest.param(
            A + B + C, B + C + A.replace("pluie", "neige"), [(1, 3), (3, 1)],
            id="with another word",
        ),
        pytest.param(A + B, B, [], id="a paragraph that went was not moved"),
        pytest.param("Menu\n" + A + B, A + B + "Menu\n", [], id="one word is at home anywhere"),
        pytest.param(A + B, B + A + A, [], id="one that came twice"),
    ],
)  # fmt: skip
def test_what_was_moved_says_so(old: str, new: str, moved: list[tuple[int, int]]) -> None:
    found = passages(old, compare(old, new))
    at = [(p.line if p.fate == "removed" else p.new_line, p.moved) for p in found if p.moved]
    assert at == moved


def test_what_a_rule_removed_was_not_moved() -> None:
    edits = [Edit(0, A, "", SHARE), Edit(len(A + B), "", A, "by-hand")]
    assert not any(passage.moved for passage in passages(A + B, edits))
