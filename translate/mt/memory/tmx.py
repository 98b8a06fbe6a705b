"""The translation memory as TMX, the exchange format of translators' tools (TMX 1.4b)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from translate.errors import CorpusWarning, UsageError
from translate.exported import exported
from translate.mt.held import SYMBOL, SYMBOLS, hide, protected
from translate.mt.memory import Memory

TOLD = 3  # units that a remark names
Pair = tuple[str, str]
# The sentences of texts with their English, by what was sent to the model for them.
Standing = Mapping[str, Collection[Pair]]
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def export_tmx(
    memory: Memory, file: Path, source: str, target: str, standing: Standing | None = None
) -> int:
    """Write all units of `memory` for `source` to `target` to `file`; give how many there are.

    What a model made of a sentence that is among those `standing` in texts is written as it stands
    there, with the English that stands there. Symbols of protected stretches become
    `<ph x="1"/>`, counted from 1. Raises UsageError.
    """
    count = 0
    with exported(file) as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n')
        out.write(
            '<header creationtool="corpus" creationtoolversion="1" segtype="sentence" '
            f'o-tmf="corpus" adminlang="en" srclang="{source}" datatype="plaintext"/>\n<body>\n'
        )
        for left, right in _as_they_stand(memory, source, target, standing or {}):
            both = f"{variant(source, left)}{variant(target, right)}"
            out.write(f"<tu>{both}</tu>\n")
            count += 1
        out.write("</body>\n</tmx>\n")
    return count


def _as_they_stand(memory: Memory, source: str, target: str, standing: Standing) -> Iterator[Pair]:
    """Give the units of `memory`, what models made as it is `standing` in texts, each pair once."""
    made = frozenset(memory.by_models(source, target) if standing else ())
    given: set[Pair] = set()
    for pair in memory.pairs(source, target):
        there = standing.get(pair[0]) if pair in made else None
        if not there:
            yield pair
            continue
        yield from (one for one in there if one not in given)
        given.update(there)


def variant(language: str, text: str) -> str:
    """Give `text` as a translation unit variant.

    >>> variant("fr", "Voir ⟦0⟧ & co")
    '<tuv xml:lang="fr"><seg>Voir <ph x="1"/> &amp; co</seg></tuv>'
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    segment = SYMBOL.sub(lambda m: f'<ph x="{int(m[1]) + 1}"/>', escaped)
    # XML has no way to write control signs.
    segment = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", segment)
    return f'<tuv xml:lang="{language}"><seg>{segment}</seg></tuv>'


def import_tmx(
    memory: Memory, file: Path, source: str, target: str, standing: Standing | None = None
) -> int:
    """Take the units of the TMX `file` for `source` to `target` into `memory`; give how many.

    A sentence that stands in them is from now on translated as they say, whatever the model. What
    says no more than a model said already, or stands so in a text, is not taken: nobody wrote or
    approved it. A
    CorpusWarning names the first units of which nothing is taken, or whose target lacks something.
    Raises UsageError when the file is not TMX.
    """
    remarks: dict[str, list[str]] = {}
    made = list(memory.by_models(source, target))
    there = (pair for left, _ in made for pair in (standing or {}).get(left, ()))
    theirs = frozenset(made).union(there)
    found = list(units(file, source, target, remarks, theirs))
    for said, places in remarks.items():
        first = ", ".join(places[:TOLD]) + ", …" * (len(places) > TOLD)
        about = f"{file}: {len(places)} of its units {said}: unit {first}"
        warnings.warn(about, CorpusWarning, stacklevel=2)
    return memory.take(source, target, found)


def forget_tmx(memory: Memory, file: Path, source: str, target: str) -> int:
    """Take the units of the TMX `file` out of `memory`, as if never imported; give how many.

    What a model made of their sources stays. Raises UsageError when it is not TMX.
    """
    return memory.forget(source, target, units(file, source, target, {}))


def units(
    file: Path,
    source: str,
    target: str,
    remarks: dict[str, list[str]],
    known: Collection[tuple[str, str]] = (),
) -> Iterator[tuple[str, str]]:
    """Give the pairs of the TMX `file` as a memory holds them, but for those `known`.

    What there is to say of units goes to `remarks`, with their numbers, from 1.
    """
    for number, texts in enumerate(read_tmx(file), 1):
        if not (source in texts and target in texts):
            said = f"passed over, without a text in {source} and one in {target}"
            remarks.setdefault(said, []).append(f"{number} (has {', '.join(texts) or 'no text'})")
            continue
        if (texts[source], texts[target]) in known:
            remarks.setdefault("passed over, say what the model says", []).append(str(number))
            continue
        left, right, lacking = hidden_pair(texts[source], texts[target])
        taken = not (lacking and SYMBOL.search(left))
        if lacking:
            kept = "taken as they stand, lack" if taken else "passed over, do not fit places of"
            said = f"{kept} in the target what is to be copied"
            remarks.setdefault(said, []).append(f"{number} ('{lacking:.40}')")
        if taken:
            yield left, right


def hidden_pair(left: str, right: str) -> tuple[str, str, str]:
    """Give a pair with protected stretches hidden, and the first that the target lacks.

    Where it lacks one the pair stands as it is, for the whole sentence, with single spaces.

    >>> hidden_pair("Voir https://a.fr !", "See https://a.fr!")
    ('Voir ⟦0⟧ !', 'See ⟦0⟧!', '')
    >>> hidden_pair("Voir  @moi !", "See me!")
    ('Voir @moi !', 'See me!', '@moi')
    """
    spans = [span for span in protected(left) if span.kind != "symbol"]
    if not spans:
        return left, right, ""
    found = [left[span.start : span.end] for span in spans]
    hidden = right
    for n, text in enumerate(found):
        if text not in hidden or n >= len(SYMBOLS) or SYMBOL.search(left):
            return " ".join(left.split()), right, text
        hidden = hidden.replace(text, SYMBOLS[n], 1)
    return hide(left, spans)[0], hidden, ""


def read_tmx(file: Path) -> Iterator[dict[str, str]]:
    """Give the texts of each unit of the TMX `file` by their languages; raises UsageError."""
    from defusedxml.ElementTree import iterparse

    try:
        for _, element in iterparse(file):
            if element.tag != "tu":
                continue
            yield {
                (variant.get(LANG) or variant.get("lang") or "").lower().split("-")[0]: seg
                for variant in element.iter("tuv")
                if (seg := segment_text(variant))
            }
            element.clear()
    except FileNotFoundError as error:
        raise UsageError(f"{file}: there is no such file") from error
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise UsageError(f"{file}: not TMX: {error}") from error


def segment_text(variant: ElementTree.Element) -> str:
    """Give the text of the segment of `variant`, our own symbols for `<ph x="…"/>`.

    What stands in `<hi>` is text; what stands in the other inline elements is code.

    >>> text = '<tuv><seg>Le <hi>moulin</hi> <bpt>{</bpt>du<ept>}</ept> <ph x="1"/></seg></tuv>'
    >>> segment_text(ElementTree.fromstring(text))
    'Le moulin du ⟦0⟧'
    """
    segment = variant.find("seg")
    return "" if segment is None else inline_text(segment).strip()


def inline_text(element: ElementTree.Element) -> str:
    """Give the text in `element`, a segment or a highlighted part of one."""
    parts = [element.text or ""]
    for child in element:
        place = child.get("x", "")
        if child.tag == "hi":
            parts.append(inline_text(child))
        elif child.tag == "ph" and place.isdigit() and 1 <= int(place) <= 10:
            parts.append(f"⟦{int(place) - 1}⟧")
        parts.append(child.tail or "")
    return "".join(parts)
