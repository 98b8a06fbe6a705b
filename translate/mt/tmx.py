"""The translation memory as TMX, the exchange format of translators' tools (TMX 1.4b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO
from xml.etree import ElementTree

from translate.errors import UsageError
from translate.mt.held import SYMBOL, hide, protected
from translate.mt.memory import Memory

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def export_tmx(memory: Memory, file: Path, source: str, target: str) -> int:
    """Write all units of `memory` for `source` to `target` to `file`; give how many there are.

    Symbols of protected stretches become `<ph x="1"/>`, counted from 1. Raises UsageError.
    """
    count = 0
    with replaced(file) as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n')
        out.write(
            '<header creationtool="corpus" creationtoolversion="1" segtype="sentence" '
            f'o-tmf="corpus" adminlang="en" srclang="{source}" datatype="plaintext"/>\n<body>\n'
        )
        for left, right in memory.pairs(source, target):
            both = f"{variant(source, left)}{variant(target, right)}"
            out.write(f"<tu>{both}</tu>\n")
            count += 1
        out.write("</body>\n</tmx>\n")
    return count


@contextmanager
def replaced(file: Path) -> Iterator[TextIO]:
    """Give a new file that takes the place of `file` once it is whole; raises UsageError."""
    place = file.resolve()
    new = place.with_name(f".{place.name}.new")
    try:
        if place.exists() and not place.is_file():
            raise UsageError(f"{file}: not a plain file: name another one")
        with new.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        new.replace(place)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


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


def import_tmx(memory: Memory, file: Path, source: str, target: str) -> int:
    """Take the units of the TMX `file` for `source` to `target` into `memory`; give how many.

    A sentence that stands in them is from now on translated as they say, whatever the model.
    Raises UsageError when the file is not TMX.
    """
    return memory.take(source, target, units(file, source, target))


def forget_tmx(memory: Memory, file: Path, source: str, target: str) -> int:
    """Take the units of the TMX `file` out of `memory`, as if never imported; give how many.

    What a model made of their sources stays. Raises UsageError when it is not TMX.
    """
    return memory.forget(source, target, units(file, source, target))


def units(file: Path, source: str, target: str) -> list[tuple[str, str]]:
    """Give the pairs of the TMX `file` as a memory holds them."""
    pairs = (hidden_pair(*pair) for pair in read_tmx(file, source, target))
    return [pair for pair in pairs if pair]


def hidden_pair(left: str, right: str) -> tuple[str, str] | None:
    """Give a pair with protected stretches hidden; None when the target does not hold them.

    >>> hidden_pair("Voir https://a.fr !", "See https://a.fr!")
    ('Voir ⟦0⟧ !', 'See ⟦0⟧!')
    """
    spans = [span for span in protected(left) if span.kind != "symbol"]
    if not spans:
        return left, right
    hidden_left, hidden = hide(left, spans)
    for n, text in enumerate(hidden):
        if text not in right or n > 9:
            return None
        right = right.replace(text, f"⟦{n}⟧", 1)
    return hidden_left, right


def read_tmx(file: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Give the pairs for `source` to `target` in the TMX `file`; raises UsageError."""
    from defusedxml.ElementTree import iterparse

    try:
        for _, element in iterparse(file):
            if element.tag != "tu":
                continue
            texts = {
                (variant.get(LANG) or variant.get("lang") or "").lower().split("-")[0]: seg
                for variant in element.iter("tuv")
                if (seg := segment_text(variant))
            }
            if source in texts and target in texts:
                yield texts[source], texts[target]
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
