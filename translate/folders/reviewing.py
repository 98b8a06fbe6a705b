"""A review: the report as a page on which things are decided, and what becomes of a decision."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import UsageError
from translate.folders import decisions, files
from translate.folders.decisions import IDENTITY, Restored, StaleError
from translate.folders.files import EDITS, SENTENCES, Item
from translate.folders.records import record_path
from translate.folders.reporting import corpus_items, rules, shown
from translate.show.report.page import Report
from translate.show.serving import Answer

MEANWHILE = (
    "Something was decided elsewhere since this page was loaded. Nothing was written now; what is "
    "decided is shown as it stands. Please do it again."
)
CHANGED = (
    "The text was changed since this page was made, and this does not stand there any more. "
    "Nothing was written: run 'corpus run', then load the page again."
)


class Review:
    """The review of the texts in `raw`; several requests may come at a time."""

    def __init__(self, raw: Path, config: Config) -> None:
        self.raw, self.config = raw, config
        self._one = threading.Lock()  # one page is made, one decision written at a time
        self._seen: list[tuple[int, int]] = []
        self._report: Report | None = None
        corpus_items(raw, config)  # wrong folders are told before anything is served

    def page(self, token: str) -> bytes:
        """Give the page as the folders and decisions are now."""
        items = corpus_items(self.raw, self.config)
        seen = [_stamp(place) for item in items for place in self._places(item)]
        with self._one:
            if self._report is None or seen != self._seen:
                self._report = Report.of(shown(items, self.config), rules(self.config))
                self._seen = seen
            return self._report.page({"token": token, **self.state()})

    def _places(self, item: Item) -> Iterator[Path]:
        """Give the files of which the page is made, but for the decisions."""
        yield item.source
        english = self.config.translated / item.name
        for text, suffix in ((item.target, EDITS), (english, SENTENCES)):
            yield from (text, record_path(text, suffix))

    def state(self) -> dict[str, Any]:
        """Give what is decided, and the version that a new decision must know of."""
        place = self.config.review
        version = decisions.version(place)
        return {"version": version, "file": str(place), "decisions": decisions.tables(place)}

    def decide(self, asked: Mapping[str, Any]) -> Answer:
        """Do what is `asked`: `add` or `withdraw` the `entry` of a `table`, knowing a `version`.

        Raises UsageError for what is no decision; one that does not fit what is there any more is
        answered with what is.
        """
        table, entry = asked.get("table"), asked.get("entry")
        if table not in IDENTITY or not isinstance(entry, dict):
            raise UsageError("this is no decision")
        with self._one:
            try:
                if asked.get("do") == "withdraw":
                    decisions.withdraw(self.config.review, table, entry, asked.get("version"))
                elif self.stands(table, entry):
                    decisions.add(self.config.review, table, entry, asked.get("version"))
                else:
                    return HTTPStatus.CONFLICT, {"message": CHANGED, **self.state()}
            except StaleError:
                return HTTPStatus.CONFLICT, {"message": MEANWHILE, **self.state()}
            return HTTPStatus.OK, self.state()

    def stands(self, table: str, entry: Mapping[str, Any]) -> bool:
        """Whether what is to be restored stands in its raw text still."""
        if table != "restore":
            return True
        decisions.check(table, entry, "restore")
        items = corpus_items(self.raw, self.config)
        item = next((item for item in items if item.name == entry["document"]), None)
        if item is None:
            return False
        from translate.cleaning.decode import decode

        text, _ = decode(files.read(item.source), self.config.languages, name=item.name)
        wanted = Restored(item.name, entry["line"], entry["text"], entry.get("rule", ""))
        return any(True for _ in wanted.held(text))


def _stamp(place: Path) -> tuple[int, int]:
    """Give what changes when the file at `place` does."""
    try:
        found = place.stat()
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size
