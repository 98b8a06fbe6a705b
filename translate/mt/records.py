"""What a translation leaves behind for the reader: the English, and a record per sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """A text to translate.

    `paragraphs` is what the language check of the cleaning found, a list of
    `[first line, last line, code, why]` with lines counted from 0; None when it was not asked.

    >>> Source("a.txt", "Bonjour.").name
    'a.txt'
    """

    name: str
    text: str
    paragraphs: list[list[Any]] | None = None


@dataclass(frozen=True, slots=True)
class NameRecord:
    """What became of a glossary name: `status` is `kept`, `repaired` or `failed`."""

    name: str
    target: str
    status: str

    def to_json(self) -> dict[str, str]:
        """Give the record as a JSON object."""
        return {"name": self.name, "target": self.target, "status": self.status}


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """What became of a sentence.

    `line` counts from 1; `source` is the sentence as in the text, `sent` what the model was given
    (names spelt canonically, capitals folded), `english` what stands in the translation. `checks`
    are the doubts that remain, in words that begin with the id of the check. `score` is the mean
    log-probability of the tokens (0 is best; None when no model was asked).

    >>> SentenceRecord(1, "Oui.", "Oui.", "Yes.", (), (), -0.2).doubtful
    False
    """

    line: int
    source: str
    sent: str
    english: str
    names: tuple[NameRecord, ...]
    checks: tuple[str, ...]
    score: float | None

    @property
    def doubtful(self) -> bool:
        """Whether a reader should look at the sentence."""
        return any(not c.startswith("info:") for c in self.checks) or any(
            n.status == "failed" for n in self.names
        )

    def to_json(self) -> dict[str, Any]:
        """Give the record as a JSON object."""
        return {
            "line": self.line,
            "source": self.source,
            "sent": self.sent,
            "english": self.english,
            "names": [name.to_json() for name in self.names],
            "checks": list(self.checks),
            "score": self.score,
            "doubtful": self.doubtful,
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> SentenceRecord:
        """Read what `to_json` gave."""
        return cls(
            value["line"],
            value["source"],
            value["sent"],
            value["english"],
            tuple(NameRecord(**name) for name in value["names"]),
            tuple(value["checks"]),
            value["score"],
        )


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the target language, with the record of each of its sentences.

    >>> Translation("a.txt", "Yes.", ()).text
    'Yes.'
    """

    name: str
    text: str
    records: tuple[SentenceRecord, ...]

    @property
    def doubtful(self) -> list[SentenceRecord]:
        """The records a reader should look at."""
        return [record for record in self.records if record.doubtful]
