"""Time against length: what doubling a line, a file, a list or a glossary costs, stage by stage.

    python bench/scale/lengths.py [--size 100000] [--only NAME] [--stage NAME]

A shape is one unit over and over, in one line or many; the examples of all rules are shapes for
cleaning, too ("rule ID"). A list has an entry for every 200 characters of SIZE; a file has SIZE
characters of sentences, no two alike, as lines, in one line or broken to a width. Translating is
done with a model that echoes. Prints the processor time for SIZE and for twice as much, in brackets
what of it went into garbage, with the memory that was needed so far, and marks what grows more than
2.3 times; with --stage every time is told.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import re
import resource
import tempfile
import textwrap
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.fuzzing import Echo
from translate.cleaning import clean, restore
from translate.cleaning.boilerplate.rules import built_in
from translate.cleaning.decode import decode
from translate.document import Document
from translate.folders.decisions import Decisions, Restored
from translate.folders.files import SENTENCES, digest
from translate.folders.formats import Columns, format_of
from translate.folders.naming import passages
from translate.folders.records import save
from translate.mt.held import protected
from translate.mt.job import translate_documents
from translate.mt.memory import Memory
from translate.mt.memory.tmx import forget_tmx, import_tmx, variant
from translate.mt.sentences import pieces
from translate.mt.units import SentenceRecord, Source
from translate.names.check import by_line, check
from translate.names.discovery.discover import discover
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary
from translate.names.variants import find
from translate.show.alignment import aligned
from translate.show.diff.comparing import compare
from translate.show.explain import explain
from translate.show.report.document import Shown, document_json

LIMIT = 2.3
LEAST = 0.05  # seconds below which nothing is told
LONGEST = 150  # seconds after which nothing longer is tried
SHAPES = {
    "a word": "a",
    "a word of accents": "é",
    "words": "le pont de la ville est ouvert ",
    "sentences": "Le pont est ouvert. ",
    "initials": "A. ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "full stops": ".",
    "question marks": "a?",
    "lost letters": "\ufffd",
    "mojibake": "Ã©tÃ© ",
    "entities": "&amp;",
    "emoji": "ok 👉 ",
    "bullets": "- ",
    "quotes": "« ",
    "brackets": "([",
    "digits": "1",
    "amounts": "1 000,5 € ",
    "dates": "12/05/2024 ",
    "names": "Ada Lovelace, ",
    "addresses": "https://a.fr/b?c=d ",
    "half addresses": "a@",
    "dots and letters": "a.",
    "slashes": "a/",
    "hyphens": "a-",
    "apostrophes": "l’",
    "combining marks": "e\u0301",
    "deep combining marks": "\u0301",
    "controls": "a\x0b",
    "directions": "\u202e",
    "zero width": "\u200b",
    "capitals": "ABC ",
    "glued": "unDeux",
    "pipes": "a | ",
    "chrome in text": "Partager cet article\nLe maire a présenté hier son projet.\n\n",
    "commas": "le pont, la ville, ",
    "idioms": "il a mis les pieds dans le plat et botté en touche ",
    "firms": "OpenAI Zaremba, le pont, ",
    "words in brackets": "(le pont) ",
    "words in quotes": "« le pont » ",
    "misread words": "La soirйe dйbute а huit heures ",
    "words with lost letters": "d?j? une �tude ",
}


ENTRY = 200  # characters that stand for an entry of a list
NAME = '[[name]]\ncanonical = "{0}"\nvariants = ["{1}"]\n'
LETTERS = "bcdfghjklmnprstv"
WORDS = (
    "le la un de pont ville maire projet école rue train matin soir ouvert fermé grand petit vert "
    "vieux jardin place marché livre prix eau terre vent route forêt maison porte table lampe"
)
Work = Callable[[], object]
Make = Callable[[int], Work]  # of so many characters or entries


def translated(text: str, glossary: Glossary) -> object:
    return list(translate_documents([Source("a", text)], Echo(), terms=NameKeeper(glossary)))


def stages(language: str = "fr") -> dict[str, Callable[[str], object]]:
    glossary = Glossary.parse(NAME.format("Ada Lovelace", "ada lovelass"))
    return {
        "decoding": lambda text: decode(text.encode("cp1252", "replace")),
        "cleaning": clean,
        "restoring": lambda text: restore(clean(text)),
        "sentences": lambda text: list(pieces(text, language)),
        "held": lambda text: list(protected(text)),
        "explaining": lambda text: list(explain(clean(text))),
        "names": lambda text: find(text, glossary),
        "translating": lambda text: translated(text, glossary),
        "comparing": lambda text: compare(text, text.replace("a", "o")),
    }


def name(number: int) -> str:
    """Give a name of its own for each number."""
    letters = [LETTERS[number >> shift & 15] for shift in (0, 4, 8, 12, 16)]
    return f"Ada {letters[0].upper()}{'a'.join(letters[1:])}on"


def lists(folder: Path) -> dict[str, Make]:
    """Give by its name what makes a list of so many entries and gives the work to be done on it."""

    def glossary(count: int) -> str:
        return "".join(NAME.format(name(n), name(n).lower()) for n in range(count))

    def names(count: int) -> Work:
        known = Glossary.parse(glossary(count))
        text = "\n".join(f"Selon {name(n).lower()}, le pont est ouvert." for n in range(count))
        return lambda: (find(text, known), translated(text, known))

    def units(count: int) -> Work:
        file = folder / f"{count}.tmx"
        both = (f"{variant('fr', f'Le {n}.')}{variant('en', f'The {n}.')}" for n in range(count))
        body = "".join(f"<tu>{one}</tu>" for one in both)
        file.write_text(f'<tmx version="1.4"><body>{body}</body></tmx>')

        def work() -> None:
            with Memory(folder / f"{count}.db") as memory:
                import_tmx(memory, file, "fr", "en")
                forget_tmx(memory, file, "fr", "en")

        return work

    def decisions(count: int) -> Work:
        lines = [f"Partager la page {n}" for n in range(count)]
        known = Decisions(
            tuple(Restored("a", n, line, "fr.a") for n, line in enumerate(lines, 1)),
            corrected={f"Le pont {n} est ouvert.": "The bridge." for n in range(count)},
        )
        text = "\n".join(lines)
        return lambda: (
            clean(Document("a", text, held=known.held("a", text))),
            known.sentences(text),
        )

    def rows(suffix: str, head: str, row: str) -> Make:
        def made(count: int) -> Work:
            file = folder / f"{count}{suffix}"
            file.write_text(head + "".join(row.replace("0", str(n)) for n in range(count)))
            format_ = format_of(file)
            assert format_
            return lambda: deque(
                format_.read(file, Columns()), maxlen=0
            )  # as a run reads: none kept

        return made

    text = json.dumps({"id": 0, "text": "Le pont est ouvert."}) + "\n"
    return {
        "glossary": lambda count: partial(Glossary.parse, glossary(count)),
        "names of a text": names,
        "units of a memory": units,
        "decisions": decisions,
        "rows of JSONL": rows(".jsonl", "", text),
        "rows of CSV": rows(".csv", "id,text\n", '0,"Le pont."\n'),
        "rows of CSV that are damaged": rows(".csv", "id,text\n", '0,"Le pont.\n'),
    }


def prose(size: int, width: int = 0) -> str:
    """Give sentences, no two alike, of so many characters: one a line, or broken to a width."""
    chance, lines, left = random.Random(1), list[str](), size
    known = WORDS.split()
    while left > 0:
        words = " ".join(chance.choices(known, k=chance.randint(5, 14)))
        lines.append(f"{words.capitalize()}.")
        left -= len(lines[-1]) + 1
    return textwrap.fill(" ".join(lines), width) if width else "\n".join(lines)


def recorded(text: str) -> list[dict[str, Any]]:
    """Give the records of the sentences of `text`, as if they had been translated."""
    found, several = enumerate(re.findall(r"[^\s.][^.]*\.", text), 1), "\n" in text
    made = ((n if several else 1, 1, one, one, one, (), (), -0.5) for n, one in found)
    return [SentenceRecord(*one).to_json() for one in made]


def files(folder: Path) -> dict[str, Make]:
    """Give by its name what makes a file of so many entries and gives the work to be done on it."""

    def of(work: Callable[[str], object], width: int = 0, joint: str = "\n") -> Make:
        def made(count: int) -> Work:
            return partial(work, prose(count * ENTRY, width).replace("\n", joint))

        return made

    def record(text: str) -> object:
        file = folder / f"{digest(text)}.txt"  # what replaces another is written twice
        found = {"signature": "a", "sentences": recorded(text)}
        save(file, text, found, SENTENCES)
        return passages(file, text, text.encode())

    def report(text: str) -> object:
        return document_json(Shown("a", text, (), text, recorded(text)))

    def difference(change: Callable[[str], str]) -> Callable[[str], object]:
        return lambda text: list(aligned(text, compare(text, change(text))))

    def shuffled(text: str) -> str:
        lines = text.split("\n")
        return "\n".join(random.Random(2).sample(lines, len(lines)))

    def named(count: int) -> str:
        return "\n".join(f"Selon {name(n)}, le pont est ouvert." for n in range(count))

    def discovered(joint: str) -> Make:
        return lambda count: partial(
            discover, [("a", named(count).replace("\n", joint))], Glossary()
        )

    def proof(after: str) -> Make:
        def made(count: int) -> Work:
            known = Glossary.parse("".join(NAME.format(name(n), f"b{n}") for n in range(count)))
            text = named(count)
            return lambda: check([("a", by_line(text, text + after))], known).proofs()

        return made

    with_echo = partial(translated, glossary=Glossary())
    return {
        "lines: cleaning": of(clean),
        "lines: translating": of(with_echo),
        "lines: record": of(record),
        "one line: record": of(record, joint=" "),
        "lines: report": of(report),
        "one line: report": of(report, joint=" "),
        "lines: diff of words": of(difference(lambda text: text.replace("pont", "port"))),
        "lines: diff of lines in another order": of(difference(shuffled)),
        "one line: translating": of(with_echo, joint=" "),
        "no full stops: translating": of(lambda text: with_echo(text.replace(".", "")), joint=" "),
        "wrapped: cleaning": of(clean, 72),
        "wrapped: sentences": of(lambda text: list(pieces(text)), 72),
        "wrapped: translating": of(with_echo, 72),
        "wrapped: diff of lines joined": of(difference(lambda t: t.replace("\n", " ")), 72),
        "names: discover": discovered("\n"),
        "names in one line: discover": discovered(" "),
        "names: check by lines": proof(""),
        "names: check of a text as a whole": proof("\n\n"),
    }


def seconds(work: Work) -> tuple[float, float]:
    """Give the processor time that `work` takes, and how much of it went into garbage."""
    garbage = 0.0

    def collected(phase: str, _: object) -> None:
        nonlocal garbage
        garbage += time.process_time() * (1 if phase == "stop" else -1)

    gc.collect()
    gc.callbacks.append(collected)
    began = time.process_time()
    work()
    took = time.process_time() - began
    gc.callbacks.remove(collected)
    return took, garbage


def grows(title: str, make: Make, size: int, told: bool) -> bool:
    """Tell, and print, whether twice the size takes more than so many times as long."""
    times = [seconds(make(size))]
    if times[0][0] <= LONGEST:
        times.append(seconds(make(2 * size)))
    ratio = times[-1][0] / max(times[0][0], LEAST)
    grown = ratio > LIMIT or len(times) == 1
    if grown or told:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        took = ", ".join(f"{whole:.2f} s ({garbage:.2f})" for whole, garbage in times)
        print(f"{title}: {took}: {ratio:.2f} times, {most} MB", flush=True)
    return grown


def over_and_over(work: Callable[[str], object], unit: str, size: int) -> Work:
    """Give the `work` on a text of one unit over and over."""
    return partial(work, unit * (size // len(unit)) + "x")


def works() -> Iterator[tuple[str, str, Make]]:
    """Give every shape, with the stage and what makes a text and gives the work on it."""
    rules = {f"rule {rule.id}": rule.examples[0] for rule in built_in(("fr",)) if rule.examples}
    for shape, unit in {**SHAPES, **rules}.items():
        for joint, lines in (("", "one line"), ("\n", "lines")):
            whole = unit + (joint or " " * (shape in rules))
            for stage, work in stages().items():
                if shape in SHAPES or stage == "cleaning":
                    yield f"{shape}, {lines}", stage, partial(over_and_over, work, whole)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--stage", default="")
    options = parser.parse_args()
    for work in stages().values():
        work("Un mot.")
    grown = tried = 0
    for shape, stage, make in works():
        if options.only in shape and options.stage in ("", stage):
            tried += 1
            grown += grows(f"{shape}: {stage}", make, options.size, bool(options.stage))
    with tempfile.TemporaryDirectory() as folder:
        for kind, made in (("list", lists), ("file", files)):
            for title, make in made(Path(folder)).items():
                if options.only in title and options.stage in ("", kind):
                    tried += 1
                    size = options.size // ENTRY
                    grown += grows(f"{title}: {kind}", make, size, bool(options.stage))
    print(f"{grown} of {tried} grow more than {LIMIT} times")


if __name__ == "__main__":
    main()
