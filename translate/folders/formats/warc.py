"""WARC archives of crawls: the pages in them, as saved pages are; needs the extra `web`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translate.folders.formats import Bad, Columns, Text, cannot_be_read, needed
from translate.folders.formats.html import extracted

SUFFIXES = (".warc", ".warc.gz")
LARGEST = 64 << 20  # bytes of a page, unpacked
GOOD = "200"


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of every page that was answered; its name is its address."""
    archive = needed("warcio.archiveiterator", "web", "WARC")
    faults = needed("warcio.exceptions", "web", "WARC").ArchiveLoadFailed
    number = 0
    try:
        with file.open("rb") as opened:
            for record in archive.ArchiveIterator(opened):
                number += 1
                if record.rec_type != "response" or record.http_headers is None:
                    continue
                kind = record.http_headers.get_header("Content-Type") or ""
                if record.http_headers.get_statuscode() != GOOD or "html" not in kind.lower():
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or f"{file.name}:{number}"
                place = f"{file}:{number} ({url})"
                page = record.content_stream().read(LARGEST + 1)
                if len(page) > LARGEST:
                    yield Bad(place, f"longer than {LARGEST >> 20} MB")
                    continue
                date = record.rec_headers.get_header("WARC-Date") or ""
                yield extracted(page, url, place, {"url": url, "crawled": date})
    except (OSError, EOFError, ValueError, AttributeError, faults) as error:
        # Without its address a page is looked at by warcio as if it had one.
        raise cannot_be_read(file, error) from error
