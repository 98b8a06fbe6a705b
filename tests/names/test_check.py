"""The report tells what stands where; suggestions tell what might."""

from __future__ import annotations

import json
from pathlib import Path

from translate.names.check import Passage, by_line, check
from translate.names.glossary import Glossary, Name
from translate.names.suggest import suggest

GLOSSARY = Glossary.load(Path(__file__).parent / "glossary_of_tests.toml")


def test_spellings_are_counted_on_both_sides() -> None:
    source = "ada byron écrit à Babbage.\n\nAda Lovelace aussi."
    english = "Ada Lovelace writes to Babbage.\n\nAda Lovelace too."
    document = check([("a.txt", by_line(source, english))], GLOSSARY).documents[0]
    assert document.source == {
        "Ada Lovelace": {"ada byron": 1, "Ada Lovelace": 1},
        "Charles Babbage": {"Babbage": 1},
    }
    assert document.english["Ada Lovelace"] == {"Ada Lovelace": 2}
    assert document.faults == ()


def test_faults_say_line_and_sentence() -> None:
    passages = [Passage(4, "Mira Murati part.", "Mira Mulati leaves."), Passage(5, "Née.", "Born.")]
    report = check([("b.txt", passages)], GLOSSARY)
    assert [(f.line, f.kind, f.wanted, f.spelling) for f in report.documents[0].faults] == [
        (4, "variant", "Mira Murati", "Mira Mulati"),
        (4, "missing", "Mira Murati", ""),
    ]
    assert report.documents[0].faults[0].english == "Mira Mulati leaves."


def test_each_name_is_proven() -> None:
    steps = (("Mira Murati", "model"), ("Murati", "spelling"))
    done = Passage(2, "mira mulati, puis mulati.", "Mira Murati, then Murati.", steps)
    lost = Passage(3, "Murati et Varsovie.", "She is in Varsovie.")
    later = Passage(1, "mira mulati", None)
    murati, warsaw = check([("a.txt", [done, lost]), ("b.txt", [later])], GLOSSARY).proofs()
    assert (murati.source, murati.kept, murati.open) == (4, 2, 1)
    assert murati.steps == {"model": 1, "spelling": 1}
    assert (murati.failed, murati.variants) == (("a.txt:3",), ())
    assert (warsaw.failed, warsaw.variants) == (("a.txt:3",), ("a.txt:3",))


def test_what_is_forbidden_is_a_fault() -> None:
    names = Glossary((Name("cadre", "term", target="executive", forbidden=("frame",)),))
    report = check([("a.txt", [Passage(1, "Le cadre.", "The executive frames a frame.")])], names)
    assert (report.missing, report.forbidden) == (0, 2)
    assert report.proofs()[0].forbidden == ("a.txt:1", "a.txt:1")


def test_a_text_not_yet_translated_has_no_faults() -> None:
    report = check([("c.txt", by_line("ada byron\nrit", None))], GLOSSARY)
    assert (report.variants_left, report.missing) == (0, 0)
    assert report.documents[0].english == {}


def test_other_lines_make_one_passage() -> None:
    assert by_line("Un.\nDeux.", "One. Two.") == [Passage(1, "Un.\nDeux.", "One. Two.")]


def test_the_report_is_json() -> None:
    report = check([("d.txt", by_line("Varsovie", "Varsovie"))], GLOSSARY)
    value = json.loads(json.dumps(report.to_json()))
    assert (value["variants_left"], value["glossary"]) == (1, GLOSSARY.signature)
    assert value["documents"][0]["faults"][0]["wanted"] == "Warsaw"
    assert value["names"][0]["failed"] == ["d.txt:1"]


def near(text: str, *names: Name) -> list[tuple[str, str]]:
    found = suggest([("a.txt", text)], Glossary(names) if names else GLOSSARY)
    return [(s.spelling, s.canonical) for s in found]


def test_a_name_written_in_one_is_suggested() -> None:
    found = near("Ramidlamini parle à Abdelkouta.", Name("Rami Dlamini"), Name("Abd el Kouta"))
    assert found == [("Abdelkouta", "Abd el Kouta"), ("Ramidlamini", "Rami Dlamini")]


def test_misspelt_names_are_suggested() -> None:
    text = "Charls Babage écrit. Selon Meera Murati, oui. chez Opennai"
    assert near(text) == [
        ("Charls Babage", "Charles Babbage"),
        ("Opennai", "OpenAI"),
        ("Meera Murati", "Mira Murati"),
    ]
    assert near("selon charls babage, oui") == [("charls babage", "Charles Babbage")]


def test_another_number_is_another_thing() -> None:
    assert near("GPT-5o et Windows 10", Name("GPT-4o"), Name("Windows 11")) == []


def test_other_people_are_not_suggested() -> None:
    assert near("Joachim Murat, Elena Mulati et Charles Darwin lisent.") == []


def test_what_the_glossary_knows_is_not_suggested() -> None:
    assert near("Ada Byron, ada lovelace, Mira Mulati, ChatGPT et Chatbot ChatGPT.") == []


def test_an_entry_of_its_own_ends_the_question() -> None:
    lovelace, lovelock = Name("Ada Lovelace"), Name("Ida Lovelock", "person")
    assert near("Selon Ida Lovelock, oui.", lovelace) == [("Ida Lovelock", "Ada Lovelace")]
    assert near("Selon Ida Lovelock, oui.", lovelace, lovelock) == []


def test_suggestions_count_and_show_places() -> None:
    texts = [(f"{n}.txt", "Hier Charles Babage riait.") for n in range(5)]
    (found,) = suggest(texts, GLOSSARY)
    assert (found.count, len(found.contexts)) == (5, 3)
    assert found.contexts[0] == "0.txt: … Hier Charles Babage riait. …"
