"""WARC archives of crawls: the pages in them, as saved pages are; needs the extra `web`."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from translate.folders.formats import Bad, Columns, Text, cannot_be_read, needed
from translate.folders.formats.html import extracted

T = TypeVar("T")
SUFFIXES = (".warc", ".warc.gz")
LARGEST = 64 << 20  # bytes of a page, unpacked
GOOD = "200"


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of every page that was answered; its name is its address."""
    archive = needed("warcio.archiveiterator", "web", "WARC")
    faults = needed("warcio.exceptions", "web", "WARC").ArchiveLoadFailed
    number = odd = 0
    try:
        with file.open("rb") as opened:
            records = archive.ArchiveIterator(opened)
            while True:
                record, _ = _unsaid(lambda: next(records, None))
                if records.err_count > odd:
                    odd = records.err_count
                    yield Bad(f"{file}:{number}", "damaged: it does not end where it says")
                if record is None:
                    return
                number += 1
                yield from _page(record, f"{file}:{number}", f"{file.name}:{number}")
    except (OSError, EOFError, ValueError, AttributeError, faults) as error:
        # Without its address a page is looked at by warcio as if it had one.
        raise cannot_be_read(file, error) from error


def _page(record: Any, place: str, name: str) -> Iterator[Text | Bad]:
    """Give the text of `record`, if it is a page that was answered."""
    if record.rec_type != "response" or record.http_headers is None:
        return
    kind = record.http_headers.get_header("Content-Type") or ""
    if record.http_headers.get_statuscode() != GOOD or "html" not in kind.lower():
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or name
    place = f"{place} ({url})"
    page, damage = _unsaid(lambda: record.content_stream().read(LARGEST + 1))
    if damage:
        yield Bad(place, f"damaged ({damage})")
    elif len(page) > LARGEST:
        yield Bad(place, f"longer than {LARGEST >> 20} MB")
    else:
        date = record.rec_headers.get_header("WARC-Date") or ""
        yield extracted(page, url, place, {"url": url, "crawled": date})


def _unsaid(work: Callable[[], T]) -> tuple[T, str]:
    """Give what comes of `work`, and in one line what the library prints meanwhile of damage."""
    with contextlib.redirect_stderr(io.StringIO()) as said:
        done = work()
    return done, " ".join(said.getvalue().split())
