"""A review: the report as a page on which things are decided, and what becomes of a decision."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import UsageError
from translate.folders import decisions, files, naming
from translate.folders.decisions import IDENTITY, Restored, StaleError
from translate.folders.files import EDITS, SENTENCES, Item
from translate.folders.records import record_path
from translate.folders.reporting import corpus_items, rules, shown
from translate.names.glossary import Name
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
SNIPPETS = 3  # places shown of a spelling


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
        review = self.config.review
        places = (review, naming.glossary_place(self.config))
        version = ".".join(map(decisions.version, places))
        return {"version": version, "file": str(review), "decisions": decisions.tables(review)}

    def decide(self, asked: Mapping[str, Any]) -> Answer:
        """Do what is `asked`, knowing a `version`: a decision, or `names` to decide about.

        `add` and `withdraw` are about the `entry` of a `table`, `accept` and `reject` about a
        `canonical` name and a `spelling` of it, or the name alone. Raises UsageError for what is
        no decision; one that does not fit what is there any more is answered with what is.
        """
        wanted = asked.get("do")
        if wanted == "names":
            return HTTPStatus.OK, {"names": self.names()}
        with self._one:
            if asked.get("version") != self.state()["version"]:
                return HTTPStatus.CONFLICT, {"message": MEANWHILE, **self.state()}
            try:
                if wanted in ("accept", "reject"):
                    self._name(wanted, asked)
                elif not self._decided(asked):
                    return HTTPStatus.CONFLICT, {"message": CHANGED, **self.state()}
            except StaleError:  # another program was quicker
                return HTTPStatus.CONFLICT, {"message": MEANWHILE, **self.state()}
            return HTTPStatus.OK, self.state()

    def _decided(self, asked: Mapping[str, Any]) -> bool:
        """Write what is `asked` to the decisions, or withdraw it; tell whether it fits the texts.

        Raises UsageError.
        """
        table, entry, place = asked.get("table"), asked.get("entry"), self.config.review
        if table not in IDENTITY or not isinstance(entry, dict):
            raise UsageError("this is no decision")
        expected = str(asked["version"]).partition(".")[0]
        if asked.get("do") == "withdraw":
            decisions.withdraw(place, table, entry, expected)
        elif self.stands(table, entry):
            decisions.add(place, table, entry, expected)
        else:
            return False
        return True

    def _name(self, wanted: str, asked: Mapping[str, Any]) -> None:
        """Accept or reject a name or a spelling in the glossary; raises UsageError."""
        given = [asked.get(key, "") for key in ("canonical", "spelling", "kind")]
        if not all(isinstance(one, str) for one in given) or not given[0]:
            raise UsageError("this is no name")
        canonical, spelling, kind = given
        spellings = (spelling,) if spelling else ()
        if wanted == "accept":
            place = naming.accept(self.config, [Name(canonical, kind, spellings)])
        else:
            place = naming.reject(self.config, [canonical, *spellings])
        self.config = replace(self.config, glossary=place)

    def names(self) -> list[dict[str, Any]]:
        """Give spellings that may stand for a name, then new names: what the page asks about."""
        near, new = [], []
        for name in naming.discover_names(self.config.cleaned, self.config):
            known = {"canonical": name.canonical, "kind": name.kind}
            for one in name.spellings:
                places = list(map(str, one.places[:SNIPPETS]))
                near.append(
                    {**known, "spelling": one.spelling, "count": one.count, "places": places}
                )
            if not name.known:
                places = list(map(str, name.places[:SNIPPETS]))
                new.append({**known, "spelling": "", "count": name.count, "places": places})
        return [*near, *new]

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
        return wanted.stands_in(text)


def _stamp(place: Path) -> tuple[int, int]:
    """Give what changes when the file at `place` does."""
    try:
        found = place.stat()
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size
