"""Glossaries as TBX-Basic (ISO 30042): written in the edition of 2019, read in that of 2008 too.

A concept has its spellings as terms: the canonical one is preferred, variants are admitted, what is
forbidden is deprecated; a plural that follows no rule is a term of that number.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from translate.names.exchange.entries import Taken, fields, taken
from translate.names.glossary import KINDS, Glossary, Name
from translate.reading import read_xml, xml_tag

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{source}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>corpus</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFERRED, ADMITTED, DEPRECATED = (
    f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated")
)
FORBIDDEN = (DEPRECATED, "supersededTerm-admn-sts")


def write(glossary: Glossary) -> tuple[str, list[str]]:
    """Give the glossary as TBX-Basic; nothing is left out."""
    body = "".join(_concept(n, name, glossary) for n, name in enumerate(glossary.names, 1))
    return f"{HEAD.format(source=glossary.source)}{body}</body></text>\n</tbx>\n", []


def _concept(number: int, name: Name, glossary: Glossary) -> str:
    told = fields(name)
    about = f'<descrip type="subjectField">{name.kind}</descrip>' if name.kind else ""
    about += f'<descrip type="definition">{escape(name.gloss)}</descrip>' if name.gloss else ""
    about += f"<note>{escape(name.note)}</note>" if name.note else ""
    source = [(name.canonical, PREFERRED, ""), *((v, ADMITTED, "") for v in name.variants)]
    target = [(name.target, PREFERRED, ""), *((f, DEPRECATED, "") for f in name.forbidden)]
    if name.plural:
        source.append((name.plural, ADMITTED, "plural"))
    if name.target_plural:
        target.append((name.target_plural, ADMITTED, "plural"))
    if "target" not in told and len(target) == 1:
        target = []
    langs = ((glossary.source, source), (glossary.target, target))
    sections = "".join(
        f'<langSec xml:lang="{code}">{"".join(_term(*t) for t in terms)}</langSec>'
        for code, terms in langs
        if terms
    )
    return f'<conceptEntry id="c{number}">{about}{sections}</conceptEntry>\n'


def _term(term: str, status: str, number: str) -> str:
    notes = f'<termNote type="administrativeStatus">{status}</termNote>'
    if number:
        notes += f'<termNote type="grammaticalNumber">{number}</termNote>'
    return f"<termSec><term>{escape(term)}</term>{notes}</termSec>"


def read(file: Path, glossary: Glossary) -> Taken:
    """Give the names of the TBX `file` that have a term in the language of the source.

    Raises UsageError when it is no XML, or defines entities.
    """
    root = read_xml(file)
    concepts = (e for e in root.iter() if xml_tag(e) in ("conceptEntry", "termEntry"))
    return taken(
        (f"{file}: entry {number}", entry)
        for number, concept in enumerate(concepts, 1)
        if (entry := _entry(concept, glossary))
    )


def _entry(concept: Element, glossary: Glossary) -> dict[str, Any]:
    entry: dict[str, Any] = {"variants": [], "forbidden": []}
    for section in concept.iter():
        tag, text = xml_tag(section), (section.text or "").strip()
        if tag == "descrip" and section.get("type") == "subjectField" and text in KINDS:
            entry["kind"] = text
        elif tag == "descrip" and section.get("type") == "definition":
            entry["gloss"] = " ".join(text.split())
        elif tag == "note" and "note" not in entry:
            entry["note"] = " ".join(text.split())
        elif tag in ("langSec", "langSet"):
            code = (section.get(LANG) or section.get("lang") or "").lower().split("-")[0]
            if code == glossary.source:
                _put(entry, _terms(section), "canonical", "plural", "variants", "")
            elif code == glossary.target:
                _put(entry, _terms(section), "target", "target_plural", "", "forbidden")
    if entry.get("canonical", "").islower() and "kind" not in entry:
        entry["kind"] = "term"
    return entry if "canonical" in entry else {}


def _put(entry: dict[str, Any], terms: list[tuple[str, str, str]], *keys: str) -> None:
    """Put `terms` under `keys`: those of the best, its plural, other spellings, forbidden ones."""
    best, plural, others, forbidden = keys
    usable = [t for t in terms if t[1] not in FORBIDDEN and t[2] != "plural"]
    usable.sort(key=lambda term: term[1] != PREFERRED)
    if usable:
        entry[best] = usable[0][0]
    for term, status, number in terms:
        if status in FORBIDDEN:
            if forbidden:
                entry[forbidden].append(term)
        elif number == "plural":
            entry[plural] = term
        elif others and usable and term != usable[0][0]:
            entry[others].append(term)


def _terms(section: Element) -> list[tuple[str, str, str]]:
    """Give the terms of a language section, each with its status and its number."""
    found = []
    for part in section.iter():
        if xml_tag(part) not in ("termSec", "tig", "ntig"):
            continue
        term, notes = "", {}
        for one in part.iter():
            text = " ".join("".join(one.itertext()).split())
            if xml_tag(one) == "term":
                term = text
            elif xml_tag(one) == "termNote":
                notes[one.get("type", "")] = text
        if term:
            status = notes.get("administrativeStatus", notes.get("normativeAuthorization", ""))
            found.append((term, status, notes.get("grammaticalNumber", "")))
    return found
