"""Three texts are cut into paragraphs that stand side by side, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tests.show.report.sentences import sentence
from translate.document import Edit, apply
from translate.show.report.document import Shown, document_json

RAW = "Le pont 😀 est ouvert.\n\nPartager\n\nFin du rÃ©cit. Bravo.\n"
EDITS = [
    Edit(23, "Partager\n\n", "", "fr.share.call", "a word"),
    Edit(41, "Ã©", "é", "repair.mojibake"),
]
ENGLISH = "The bridge 😀 is open.\n\nThe tale ends. Well done.\n"


SENTENCES = [
    sentence("Le pont 😀 est ouvert.", "The bridge 😀 is open."),
    sentence("Fin du récit.", "The tale ends.", doubtful=True, checks=["short: words missing"]),
    sentence("Bravo.", "Well done.", confidence=0.5, names=[{"target": "Bravo", "status": "kept"}]),
]


def test_paragraphs_stand_side_by_side() -> None:
    made = document_json(Shown("a.txt", RAW, EDITS, ENGLISH, SENTENCES))
    assert made["rows"] == [
        {
            "l": 1,
            "p": ["Le pont 😀 est ouvert.\n"],
            "s": [[0, 22, 0]],  # in UTF-16 units: the emoji counts twice
            "e": [["The bridge 😀 is open.", 0], "\n"],
        },
        {"l": 3, "p": [["Partager\n", "", [0]]]},
        {
            "l": 5,
            "p": ["Fin du r", ["Ã©", "é", [1]], "cit. Bravo.\n"],
            "s": [[0, 13, 1], [14, 20, 2]],
            "e": [["The tale ends.", 1], " ", ["Well done.", 2], "\n"],
        },
    ]
    assert made["edits"] == [["fr.share.call", "a word"], ["repair.mojibake", ""]]
    assert made["sentences"] == [
        {},
        {"c": ["short: words missing"], "d": 1},
        {"n": [["Bravo", "Bravo", "kept"]], "p": 0.5},
    ]


def test_a_text_that_was_not_translated_has_no_english() -> None:
    made = document_json(Shown("a.txt", RAW, EDITS))
    assert [row.get("e") for row in made["rows"]] == [None] * 3


def test_english_of_other_line_ends_is_shown_to_the_end() -> None:
    made = document_json(Shown("a.txt", "Un.\nDeux.\n", [], "One.\nTwo.\n\nThree.\n", []))
    assert [row["e"] for row in made["rows"]] == [["One.\n"], ["Two.\n\nThree.\n"]]


@given(st.data())
def test_nothing_that_can_be_read_is_left_out(data: st.DataObject) -> None:
    raw = data.draw(st.text("ab \n😀", max_size=30))
    edits, at = [], 0
    while at < len(raw) and data.draw(st.booleans()):
        start = data.draw(st.integers(at, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 4)))
        edits.append(Edit(start, raw[start:end], data.draw(st.text("xy\n", max_size=3)), "r"))
        at = end + 1
    english = data.draw(st.text("cd \n", max_size=30))
    rows = document_json(Shown("a", raw, edits, english))["rows"]
    pieces = [[p, p] if isinstance(p, str) else p for row in rows for p in row["p"]]
    shown = ["".join(piece[side] for piece in pieces) for side in (0, 1)]
    shown.append("".join(part for row in rows for part in row.get("e", ())))
    wanted = [raw, apply(raw, edits), english]
    assert ["".join(t.split()) for t in shown] == ["".join(t.split()) for t in wanted]
