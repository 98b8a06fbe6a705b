"""The report tells what stands where."""

from __future__ import annotations

import json
from pathlib import Path

from translate.names.check import Passage, by_line, check
from translate.names.glossary import Glossary, Name

GLOSSARY = Glossary.load(Path(__file__).parent / "glossary_of_tests.toml")


def test_spellings_are_counted_on_both_sides() -> None:
    source = "ada byron écrit à Babbage.\n\nAda Lovelace aussi."
    english = "Ada Lovelace writes to Babbage.\n\nAda Lovelace too."
    document = check([("a.txt", by_line(source, english))], GLOSSARY).documents[0]
    assert document.spellings == {
        "Ada Lovelace": {"ada byron": 1, "Ada Lovelace": 1},
        "Charles Babbage": {"Babbage": 1},
    }
    assert document.english_spellings["Ada Lovelace"] == {"Ada Lovelace": 2}
    assert document.faults == ()


def test_faults_say_line_and_sentence() -> None:
    passages = [Passage(4, "Mira Murati part.", "Mira Mulati leaves."), Passage(5, "Née.", "Born.")]
    report = check([("b.txt", passages)], GLOSSARY)
    assert [(f.line, f.kind, f.target, f.spelling) for f in report.documents[0].faults] == [
        (4, "variant", "Mira Murati", "Mira Mulati"),
        (4, "failed", "Mira Murati", ""),
    ]
    assert report.documents[0].faults[0].english == "Mira Mulati leaves."


def test_each_name_is_proven() -> None:
    steps = (("Mira Murati", "model"), ("Murati", "spelling"))
    done = Passage(2, "mira mulati, puis mulati.", "Mira Murati, then Murati.", steps)
    lost = Passage(3, "Murati et Varsovie.", "She is in Varsovie.")
    later = Passage(1, "mira mulati", None)
    murati, warsaw = check([("a.txt", [done, lost]), ("b.txt", [later])], GLOSSARY).proofs()
    assert (murati.count, murati.kept, murati.open) == (4, 2, 1)
    assert murati.steps == {"model": 1, "spelling": 1}
    assert (murati.failed, murati.variants_left) == (("a.txt:3",), ())
    assert (warsaw.failed, warsaw.variants_left) == (("a.txt:3",), ("a.txt:3",))


def test_what_is_forbidden_is_a_fault() -> None:
    names = Glossary((Name("cadre", "term", target="executive", forbidden=("frame",)),))
    report = check([("a.txt", [Passage(1, "Le cadre.", "The executive frames a frame.")])], names)
    assert (report.failed, report.forbidden) == (0, 2)
    assert report.proofs()[0].forbidden == ("a.txt:1", "a.txt:1")


def test_a_text_not_yet_translated_has_no_faults() -> None:
    report = check([("c.txt", by_line("ada byron\nrit", None))], GLOSSARY)
    assert (report.variants_left, report.failed) == (0, 0)
    assert report.documents[0].english_spellings == {}


def test_other_lines_make_one_passage() -> None:
    assert by_line("Un.\nDeux.", "One. Two.") == [Passage(1, "Un.\nDeux.", "One. Two.")]


def test_the_report_is_json() -> None:
    report = check([("d.txt", by_line("Varsovie", "Varsovie"))], GLOSSARY)
    value = json.loads(json.dumps(report.to_json()))
    assert (value["variants_left"], value["glossary"]) == (1, GLOSSARY.signature)
    assert value["documents"][0]["faults"][0]["target"] == "Warsaw"
    assert value["names"][0]["failed"] == ["d.txt:1"]
