"""What is found out about a text on its way: how its bytes were read, its title, its languages."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from translate.errors import DocumentError

PAIRS = " of surrogates"  # after UTF-32: characters beyond 16 bits are two units, as in UTF-16


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text: the byte order mark, then spans of so many characters in one codec.

    >>> Decoding("", ((4, "cp1252"),)).spans
    ((4, 'cp1252'),)
    """

    bom: str
    spans: tuple[tuple[int, str], ...]

    @property
    def encoding(self) -> str:
        """The codec that most characters are in.

        >>> Decoding("", ((90, "utf-8"), (3, "cp1252"))).encoding
        'utf-8'
        """
        sizes: dict[str, int] = {}
        for size, codec in self.spans:
            sizes[codec] = sizes.get(codec, 0) + size
        return max(sizes, key=sizes.__getitem__, default="utf-8")

    def to_json(self) -> dict[str, Any]:
        """Give what JSON can hold.

        >>> Decoding("efbbbf", ((2, "utf-8"),)).to_json()
        {'encoding': 'utf-8', 'bom': 'efbbbf', 'spans': [[2, 'utf-8']]}
        """
        spans = [list(span) for span in self.spans]
        return {"encoding": self.encoding, "bom": self.bom, "spans": spans}

    @classmethod
    def from_json(cls, value: Any) -> Decoding:
        """Read what `to_json` gave; raises DocumentError when it is something else."""
        try:
            spans = tuple((int(size), str(codec)) for size, codec in value["spans"])
            bytes.fromhex(value["bom"])
            for _, codec in spans:
                codecs.lookup(codec.removesuffix(PAIRS))
            return cls(value["bom"], spans)
        except (KeyError, TypeError, ValueError, LookupError) as error:
            raise DocumentError(f"not a decoding: {value!r:.80}") from error


@dataclass(frozen=True, slots=True)
class Date:
    """A date as a text `found` it, and as ISO 8601; the day may be missing.

    >>> Date("mai 2021", "2021-05").iso
    '2021-05'
    """

    found: str
    iso: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines `first` to `last` (from 0), their language and, in words, why it is that.

    `language` is an ISO 639-1 code, "und" when unsure.

    >>> Paragraph(0, 2, "fr", "function words: le, la").lines
    range(0, 3)
    """

    first: int
    last: int
    language: str
    why: str

    @property
    def lines(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document; None: not found, or not looked for yet.

    `sha256` is that of the raw bytes and `encoding` how they were read; `source` is a host name, or
    the name after a copyright sign; `places` are the lines of the raw text, from 1, in which title,
    date and byline stood; `languages` are shares of the letters by ISO 639-1 code, and
    `language` the main one. `profile` is how boilerplate was looked for, `removed` the share of the
    letters that went with it, and `fallback` says why a gentler profile was taken than was asked.

    >>> facts = Facts(title="Le pont", paragraphs=(Paragraph(0, 0, "fr", "words"),))
    >>> Facts.from_json(facts.to_json()) == facts
    True
    """

    encoding: Decoding | None = None
    sha256: str | None = None
    title: str | None = None
    date: Date | None = None
    byline: str | None = None
    source: str | None = None
    places: Mapping[str, int] | None = None
    profile: str | None = None
    removed: float | None = None
    fallback: str | None = None
    language: str | None = None
    languages: Mapping[str, float] | None = None
    paragraphs: tuple[Paragraph, ...] | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the facts that are known as values that JSON can hold.

        >>> Facts(date=Date("3 mai 2021", "2021-05-03")).to_json()
        {'date': {'found': '3 mai 2021', 'iso': '2021-05-03'}}
        """
        known = {f.name: getattr(self, f.name) for f in fields(self)}
        value = {name: fact for name, fact in known.items() if fact is not None}
        if self.encoding:
            value["encoding"] = self.encoding.to_json()
        if self.date:
            value["date"] = {"found": self.date.found, "iso": self.date.iso}
        if self.paragraphs is not None:
            value["paragraphs"] = [[p.first, p.last, p.language, p.why] for p in self.paragraphs]
        return value

    @classmethod
    def from_json(cls, value: Any) -> Facts:
        """Read what `to_json` gave; raises DocumentError when it is something else."""
        try:
            known = dict(value)
            if "encoding" in known:
                known["encoding"] = Decoding.from_json(known["encoding"])
            if "date" in known:
                known["date"] = Date(**known["date"])
            if "paragraphs" in known:
                known["paragraphs"] = tuple(Paragraph(*p) for p in known["paragraphs"])
            return cls(**known)
        except (TypeError, ValueError) as error:
            raise DocumentError(f"not the facts of a document: {value!r:.80}") from error
