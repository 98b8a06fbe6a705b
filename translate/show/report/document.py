"""One document as the report shows it: its paragraphs in three panes, as values for JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translate.document import Edit, line_starts
from translate.show.alignment import Piece, aligned


@dataclass(frozen=True, slots=True)
class Shown:
    """A document of the corpus with all that is known of it.

    `original` is the raw text, and `edits` make the cleaned one; None: it was not cleaned.
    `english` is the translated text and `sentences` its records, as they stand in their file; None:
    it was not translated. `facts` are those of the cleaning, `message` says what else is off.
    """

    name: str
    original: str
    edits: Sequence[Edit] | None = None
    english: str | None = None
    sentences: Sequence[Mapping[str, Any]] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""


def document_json(shown: Shown) -> dict[str, Any]:
    """Give the document as values for JSON: the paragraphs in order, edits and sentences.

    In a paragraph, `p` are its pieces: a text, or what stood there, what stands there now and the
    numbers of the edits. `e` is its English, in parts: a text, or a text and the number of its
    sentence. `s` are the places of sentences in what is left of the paragraph, in UTF-16 units, as
    a browser counts. Edits are rule, reason and line; what sentences are is told by `_sentence`.
    """
    numbers: dict[Edit, int] = {}
    rows = list(_rows(shown, numbers))
    return {
        "rows": rows,
        "edits": [[edit.rule, edit.reason] for edit in numbers],
        "sentences": [_sentence(sentence) for sentence in shown.sentences],
    }


def _rows(shown: Shown, numbers: dict[Edit, int]) -> Iterator[dict[str, Any]]:
    """Give the paragraphs that are not blank; every edit gets a number."""
    passages = list(aligned(shown.original, shown.edits or ()))
    cleaned, english = "".join(passage.new for passage in passages), shown.english or ""
    said = list(found(cleaned, (s["source"] for s in shown.sentences)))
    put = list(found(english, (s["english"] for s in shown.sentences)))
    # Line ends are the same in the cleaned text and its English; the last line has what is over.
    starts = [*line_starts(english), len(english)]
    at = done = 0
    for passage in passages:
        end = at + len(passage.new)
        line = passage.new_line - 1 + passage.new.count("\n")
        last = end == len(cleaned)
        until = len(english) if last else max(done, starts[min(line, len(starts) - 1)])
        row: dict[str, Any] = {"l": passage.line, "p": [_piece(p, numbers) for p in passage.pieces]}
        if places := list(within(said, at, end)):
            counted = units(passage.new, (p - at for _, a, b in places for p in (a, b)))
            row["s"] = [[next(counted), next(counted), n] for n, _, _ in places]
        if parts := list(_parts(english, put, done, until)):
            row["e"] = parts
        if (passage.old + passage.new + english[done:until]).strip():
            yield row
        at, done = end, until
    if english[done:].strip():  # of a text of which nothing is there
        yield {"l": 1, "p": [], "e": list(_parts(english, put, done, len(english)))}


def _piece(piece: Piece, numbers: dict[Edit, int]) -> Any:
    if not piece.edits:
        return piece.old
    return [piece.old, piece.new, [numbers.setdefault(e, len(numbers)) for e in piece.edits]]


def _sentence(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is worth knowing of a sentence: `c` checks, `n` names, `p` probability, `d` doubt.

    `r` are words the model did not write. What there is none of is left out.
    """
    names = [
        [name.get("canonical", name["target"]), name["target"], name["status"]]
        for name in record["names"]
    ]
    repairs = [[r["old"], r["new"]] for r in record.get("repairs", ())]
    known = {
        "c": list(record["checks"]),
        "n": names,
        "p": record.get("confidence"),
        "d": int(record["doubtful"]),
        "r": repairs,
    }
    return {key: value for key, value in known.items() if value not in ([], None, 0)}


def found(text: str, parts: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Give number, start and end of each of `parts` in `text`, where they stand in their order.

    >>> list(found("Oui. Non. Oui.", ["Oui.", "Si.", "Oui."]))
    [(0, 0, 4), (2, 10, 14)]
    """
    at = 0
    for number, part in enumerate(parts):
        start = text.find(part, at) if part else -1
        if start >= 0:
            at = start + len(part)
            yield number, start, at


def within(
    places: Sequence[tuple[int, int, int]], low: int, high: int
) -> Iterator[tuple[int, int, int]]:
    """Give what of `places`, which are in order, lies between `low` and `high`.

    >>> list(within([(0, 0, 4), (1, 5, 9)], 3, 7))
    [(0, 3, 4), (1, 5, 7)]
    """
    for at in range(bisect_right(places, low, key=lambda p: p[2]), len(places)):
        number, start, end = places[at]
        if start >= high:
            return
        yield number, max(low, start), min(high, end)


def units(text: str, places: Iterable[int]) -> Iterator[int]:
    """Give `places` in `text`, in their order, as a browser counts them.

    It takes signs beyond U+FFFF as two.

    >>> list(units("a😀b", [1, 2]))
    [1, 3]
    """
    at = count = 0
    for place in places:
        count += len(text[at:place].encode("utf-16-le", "surrogatepass")) // 2
        at = place
        yield count


def _parts(text: str, places: Sequence[tuple[int, int, int]], low: int, high: int) -> Iterator[Any]:
    """Give `text` from `low` to `high` in parts: what is of a sentence with its number."""
    at = low
    for number, start, end in within(places, low, high):
        if at < start:
            yield text[at:start]
        yield [text[start:end], number]
        at = end
    if at < high:
        yield text[at:high]
