"""Saved web pages: trafilatura takes the text out of them; needs the extra `web`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from translate.cleaning.metadata.bylines import byline, says_author
from translate.cleaning.metadata.dates import PUBLISHED, dates, weighed
from translate.folders import files
from translate.folders.formats import Bad, Columns, Text, needed, only_text
from translate.languages.words import fold

FIRST = 5  # lines of a text in which its headline may stand
# What the library looks at for a day: what the page says of itself, no day of its story; of several
# the first, no change.
DAYS = {"extensive_search": False, "original_date": True}
HEADLINE, BLOCKS = "h1", ("p", "div", "span", "time", "address", "li")
UNDER, LINE = 20, 120  # lines under a headline that tell who wrote a text and when; their letters
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
            page,
            include_comments=True,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=DAYS,
        )
    except (ValueError, RecursionError, AssertionError) as error:
        return Bad(place, f"no page that can be read ({error})")
    text = found.text if found else None
    if not text or not text.strip():
        return Bad(place, "no text was found in the page")
    own = {} if found.author and found.date else _under_headline(trafilatura.load_html(page))
    by, day = found.author or own.get("byline"), found.date or own.get("date")
    said = {"title": found.title, "byline": by, "date": day, "url": found.url}
    told = {key: value for key, value in said.items() if value}
    version = f"trafilatura {trafilatura.__version__}"
    made = {"page_sha256": files.digest(page), "extracted_by": version}
    named = found.title if found.title != found.sitename else None
    text = headed(text, named)
    return Text(name, text.encode("utf-8", "replace") + b"\n", {**told, **fields, **made}, place)


def _under_headline(tree: Any) -> dict[str, str]:
    """Give who wrote a page and when it was published, as short lines below its headline say it."""
    lines: list[str] = []
    for element in tree.iter(HEADLINE, *BLOCKS) if tree is not None else ():
        text = " ".join(element.text_content().split())
        if element.tag == HEADLINE:
            lines = lines or [text]
        elif lines and text and len(text) <= LINE:
            lines.append(text)
    said = [line for line in lines[1:UNDER] if says_author(line)]
    days = [*weighed(lines[1:UNDER])[:1], *((PUBLISHED, day) for day in dates(said))]
    when = next((day.iso for sure, day in days if sure == PUBLISHED), "")
    return {"byline": byline(said[0]) if said else "", "date": when}


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
