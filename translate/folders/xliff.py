"""Translated texts as XLIFF 2 for review in a translator's tool, and back what was corrected there.

A text is a file, a sentence a unit; doubts are notes. A sentence that comes back with another
English, or as reviewed or final, is from then on what a person said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from translate.config import Config
from translate.errors import DocumentError, UsageError
from translate.exported import exported
from translate.folders import files, records
from translate.folders.decisions import said
from translate.folders.files import SENTENCES
from translate.reading import read_xml, xml_tag

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from translate.mt.memory import Memory

SUFFIXES = (".xlf", ".xliff", ".xlf2")
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="{{}}" trgLang="{{}}">\n'
)
HUMAN = ("reviewed", "final")  # states of a segment that a person looked at
# What XML has no way to write: as code points. A carriage return would be read as a line end.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of the text `document` with its English; `state` is XLIFF's, `notes` its doubts.

    `line` counts from 1.
    """

    document: str
    line: int
    source: str
    english: str
    state: str = "translated"
    notes: tuple[str, ...] = ()


def export_xliff(translated: Path, file: Path, config: Config) -> int:
    """Write the sentences of the texts in `translated` to `file`; give how many there are.

    Raises UsageError where there are none, or another file stands there.
    """
    segments = list(segments_of(translated))
    if not segments:
        raise UsageError(f"{translated}: no translated text with its sentences (*{SENTENCES}) here")
    with exported(file) as out:
        out.write(as_xliff(segments, config.source, config.target))
    return len(segments)


def import_xliff(memory: Memory, file: Path, translated: Path, config: Config) -> int:
    """Take what a person corrected or approved in `file` into `memory`; give how many sentences.

    `translated` is the folder it was exported from. Raises UsageError when the file is no XLIFF 2.
    """
    there = {(said(s.source), said(s.english)) for s in segments_of(translated)}
    pairs = {
        said(one.source): said(one.english)
        for one in read_xliff(file)
        if one.english.strip()
        and (one.state in HUMAN or (said(one.source), said(one.english)) not in there)
    }
    known = memory.sentences(config.source, config.target)
    new = [(left, right) for left, right in pairs.items() if known.get(left) != right]
    return memory.take(config.source, config.target, new) if new else 0


def forget_xliff(memory: Memory, file: Path, config: Config) -> int:
    """Take what was imported from `file` out of `memory`; give how many. Raises UsageError."""
    pairs = ((said(one.source), said(one.english)) for one in read_xliff(file))
    return memory.forget(config.source, config.target, pairs)


def segments_of(translated: Path) -> Iterator[Segment]:
    """Give the sentences of the texts in the folder `translated`, as their records have them."""
    for name in files.results(translated, SENTENCES):
        record = records.read_record(translated / name, SENTENCES) or {"sentences": []}
        for sentence in record["sentences"]:
            checks = sentence["checks"]
            human = any(check.startswith("info: corrected") for check in checks)
            yield Segment(
                name,
                sentence["line"],
                sentence["source"],
                sentence["english"],
                "final" if human else "translated",
                tuple(checks) if sentence["doubtful"] else (),
            )


def standing(translated: Path) -> dict[str, dict[tuple[str, str], None]]:
    """Give the sentences of the texts in `translated` with their English, by what was sent.

    They are in order and each once; a damaged record tells of none.
    """
    found: dict[str, dict[tuple[str, str], None]] = {}
    for name in files.results(translated, SENTENCES):
        try:
            record = records.read_record(translated / name, SENTENCES) or {"sentences": []}
        except DocumentError:
            continue
        for sentence in record["sentences"]:
            pair = said(sentence["source"]), said(sentence["english"])
            found.setdefault(sentence.get("sent", ""), {})[pair] = None
    return found


def as_xliff(segments: Iterable[Segment], source: str, target: str) -> str:
    """Give `segments`, those of a text together, as XLIFF 2 for the two languages."""
    out = [HEAD.format(source, target)]
    for number, (document, some) in enumerate(groupby(segments, lambda s: s.document), 1):
        out.append(f'<file id="f{number}" original={_quoted(document)}>\n')
        out += (_unit(n, segment) for n, segment in enumerate(some, 1))
        out.append("</file>\n")
    return "".join([*out, "</xliff>\n"])


def _unit(number: int, segment: Segment) -> str:
    notes = "".join(f'<note category="doubt">{_written(note)}</note>' for note in segment.notes)
    doubt = ' subState="corpus:doubtful"' if notes else ""
    return (
        f'<unit id="u{number}" name="{segment.line}">{f"<notes>{notes}</notes>" if notes else ""}'
        f'<segment state="{segment.state}"{doubt}>'
        f'<source xml:space="preserve">{_written(segment.source)}</source>'
        f'<target xml:space="preserve">{_written(segment.english)}</target></segment></unit>\n'
    )


def _written(text: str) -> str:
    return UNWRITABLE.sub(lambda m: f'<cp hex="{ord(m[0]):04X}"/>', escape(text))


def _quoted(name: str) -> str:
    """Give a file's name as an attribute; what XML cannot write is shown as an escape."""
    return quoteattr(UNWRITABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", name))


def read_xliff(file: Path) -> list[Segment]:
    """Give the segments of the XLIFF 2 `file`; raises UsageError when it is none."""
    root = read_xml(file)
    if xml_tag(root) != "xliff" or not root.get("version", "").startswith("2"):
        raise UsageError(f"{file}: not XLIFF 2; export it so from the translator's tool")
    return [
        segment
        for part in root
        if xml_tag(part) == "file"
        for unit in part.iter()
        if xml_tag(unit) == "unit"
        for segment in _segments(unit, part.get("original", ""))
    ]


def _segments(unit: Element, document: str) -> Iterator[Segment]:
    notes = tuple(_text(one) for one in unit.iter() if xml_tag(one) == "note")
    line = unit.get("name", "")
    for one in unit.iter():
        if xml_tag(one) == "segment":
            texts = {xml_tag(side): _text(side) for side in one}
            yield Segment(
                document,
                int(line) if line.isdecimal() else 0,
                texts.get("source", ""),
                texts.get("target", ""),
                one.get("state", "initial"),
                notes,
            )


def _text(element: Element) -> str:
    """Give the text in `element`, inline codes aside."""
    parts: list[str] = [element.text or ""]
    for child in element:
        code = child.get("hex", "") if xml_tag(child) == "cp" else ""
        parts.append(chr(int(code, 16)) if code else _text(child))
        parts.append(child.tail or "")
    return "".join(parts)
