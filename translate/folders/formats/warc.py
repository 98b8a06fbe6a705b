"""WARC archives of crawls: the pages in them, as saved pages are; needs the extra `web`.

Texts that were made of pages (`.wet`) are read as they are.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any, TypeVar

from translate.folders.formats import Bad, Columns, Text, cannot_be_read, needed
from translate.folders.formats.html import extracted
from translate.folders.formats.jsonl import packing, unpacked

T = TypeVar("T")
SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wet", ".wet.gz")
LARGEST = 64 << 20  # bytes of a page, unpacked
GOOD = "200"


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of every page that was answered; its name is its address."""
    archive = needed("warcio.archiveiterator", "web", "WARC")
    faults = needed("warcio.exceptions", "web", "WARC").ArchiveLoadFailed
    number = odd = 0
    try:
        with _opened(file) as opened:
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
    """Give the text of `record`, if it is a page that was answered, or the text of one."""
    made = record.rec_type == "conversion"  # somebody made a text of a page, as WET files have it
    if not made and not _answered(record):
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or name
    place = f"{place} ({url})"
    packed = "" if made else (record.http_headers.get_header("Content-Encoding") or "").lower()
    reader = needed("warcio.bufferedreaders", "web", "WARC").BufferedReader
    if packed not in ("", "identity", *reader.get_supported_decompressors()):
        yield Bad(place, f"the page is packed as '{packed:.20}', which is not read")
        return
    page, damage = _unsaid(lambda: record.content_stream().read(LARGEST + 1))
    if damage:
        yield Bad(place, f"damaged ({damage})")
    elif len(page) > LARGEST:
        yield Bad(place, f"longer than {LARGEST >> 20} MB")
    else:
        date = record.rec_headers.get_header("WARC-Date") or ""
        fields = {"url": url, "crawled": date}
        yield Text(url, page, fields, place) if made else extracted(page, url, place, fields)


def _answered(record: Any) -> bool:
    """Tell whether `record` is a page that was answered."""
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == GOOD and "html" in kind.lower()


def _opened(file: Path) -> AbstractContextManager[IO[bytes]]:
    """Open `file`; gzip is unpacked by warcio, which asks for one record a member."""
    return file.open("rb") if packing(file) == "gzip" else unpacked(file)


def _unsaid(work: Callable[[], T]) -> tuple[T, str]:
    """Give what comes of `work`, and in one line what the library prints meanwhile of damage."""
    with contextlib.redirect_stderr(io.StringIO()) as said:
        done = work()
    return done, " ".join(said.getvalue().split())
