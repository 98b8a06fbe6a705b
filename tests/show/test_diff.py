"""The diff shows each change at its place, and finds changes by itself where no record is."""

from hypothesis import given
from hypothesis import strategies as st

from translate.document import Document, Edit, apply
from translate.show.diff import changes, compare, hunks

WORDS = st.lists(st.sampled_from(["le", "chat", "dort", ".", " ", "\n"]), max_size=25).map("".join)


def test_a_change_has_its_line_its_words_and_its_rule() -> None:
    doc = Document("a.txt", "Titre\nPartager\nLe café est prÃªt ici.\n")
    doc = doc.edited("repair", [Edit(29, "Ãª", "ê", "repair.ftfy", "mojibake")])
    doc = doc.edited("boilerplate", [Edit(6, "Partager\n", "", "fr.share", "one word")])
    removed, repaired = changes(doc.original, doc.edits)
    assert (removed.kind, removed.line, removed.column, removed.rule) == (
        "removed",
        2,
        1,
        "fr.share",
    )
    assert (repaired.kind, repaired.line, repaired.column) == ("replaced", 3, 15)
    assert repaired.before + repaired.old + repaired.after == "Le café est prÃªt ici."


@given(WORDS, WORDS)
def test_comparing_two_texts_gives_edits_that_lead_from_one_to_the_other(
    old: str, new: str
) -> None:
    assert apply(old, compare(old, new)) == new


def test_changes_parted_by_a_short_word_read_as_one() -> None:
    [edit] = compare("il va au marché demain", "elle court au supermarché demain")
    assert (edit.old, edit.new) == ("il va au marché", "elle court au supermarché")


def test_one_word_of_a_long_line_is_shown_alone() -> None:
    old = " ".join(f"Le jour {n} la neige tombe, puis elle fond." for n in range(2000))
    [edit] = compare(old, old.replace("jour 1500 la neige", "jour 1500 la grêle"))
    assert (edit.old, edit.new) == ("neige", "grêle")


def test_many_changes_of_one_line_are_one_hunk() -> None:
    old = " ".join(f"mot{n} et la suite" for n in range(3000))
    [hunk] = hunks(old, compare(old, old.replace("mot", "Mot")))
    assert len(hunk.changes) == 3000
