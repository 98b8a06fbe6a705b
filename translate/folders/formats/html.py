"""Saved web pages: trafilatura takes the text out of them; needs the extra `web`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from translate.folders import files
from translate.folders.formats import Bad, Columns, Text, needed, only_text
from translate.languages.words import fold

FIRST = 5  # lines of a text in which its headline may stand
SUFFIXES = (".html", ".htm", ".xhtml")


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of the page `file`."""
    yield only_text(file, file.name, partial(extracted, fields={}))


def extracted(page: bytes, name: str, place: str, fields: dict[str, str]) -> Text | Bad:
    """Give the text of a page with what it says of itself: title, byline, date, address.

    The headline stands first in the text, as in one that is copied. The page is not made again
    from the text; `page_sha256` tells which it was.
    """
    trafilatura = needed("trafilatura", "web", "a web page")
    try:
        found = trafilatura.bare_extraction(
            page, include_comments=True, include_tables=True, with_metadata=True
        )
    except (ValueError, RecursionError, AssertionError) as error:
        return Bad(place, f"no page that can be read ({error})")
    text = found.text if found else None
    if not text or not text.strip():
        return Bad(place, "no text was found in the page")
    said = {"title": found.title, "byline": found.author, "date": found.date, "url": found.url}
    told = {key: value for key, value in said.items() if value}
    version = f"trafilatura {trafilatura.__version__}"
    made = {"page_sha256": files.digest(page), "extracted_by": version}
    named = found.title if found.title != found.sitename else None
    text = headed(text, named)
    return Text(name, text.encode("utf-8", "replace") + b"\n", {**told, **fields, **made}, place)


def headed(text: str, title: str | None) -> str:
    """Give the text of a page under its headline, unless that is one of its first lines.

    >>> headed("Le pont a rouvert.", "Le pont"), headed("Le pont\\nIl a rouvert.", "Le pont")
    ('Le pont\\n\\nLe pont a rouvert.', 'Le pont\\nIl a rouvert.')
    """
    first = {_letters(line) for line in text.split("\n")[:FIRST]}
    if not title or _letters(title) in first:
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def _letters(line: str) -> str:
    """Give the letters and figures of a line, folded: marks, spaces and quotes differ."""
    return "".join(filter(str.isalnum, fold(line).lower()))
