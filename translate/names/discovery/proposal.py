"""A proposal: names of texts and spellings that may stand for them, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from translate.names.editing import toml_value

HEAD = """\
# Names of the texts, proposed. Delete what you do not want, and take the # away from the spellings
# that stand for the name above them: what has its # is not merged. Then: corpus names accept
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a spelling stands: line `line` of `document`, counted from 1, with the text around."""

    document: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}: {self.text}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A `spelling` that may stand for a name: how often and where it stands, how likely, why."""

    spelling: str
    count: int
    score: float
    signals: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A name: how often it stands in how many texts, where, and what else may stand for it.

    `known` tells that the glossary has it already, `target` how it stands in the English that is
    there, where that is otherwise.
    """

    canonical: str
    kind: str
    known: bool
    count: int
    texts: int
    places: tuple[Place, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    target: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the name as values that JSON can hold; a spelling may become a variant."""
        value = asdict(self)
        renamed = {"documents": value.pop("texts"), "variants": value.pop("spellings")}
        return {**value, **renamed}


def as_toml(names: Sequence[Proposed]) -> str:
    """Give `names` as a glossary to edit, in which no spelling is a variant yet.

    >>> place = Place("a.txt", 3, "… selon ada lovelas, oui …")
    >>> near = Spelling("ada lovelas", 1, 0.81, ("letters", "sound"), (place,))
    >>> text = as_toml([Proposed("Ada Lovelace", "person", False, 5, 2, (), (near,))])
    >>> print(text.partition("accept\\n")[2], end="")
    <BLANKLINE>
    # 5 times in 2 texts
    [[name]]
    canonical = "Ada Lovelace"
    kind = "person"
    variants = [
      # "ada lovelas",  # 1 time, 0.81: letters, sound; a.txt:3: … selon ada lovelas, oui …
    ]
    """
    return HEAD + "".join(f"\n{chr(10).join(_entry(name))}\n" for name in names)


def _entry(name: Proposed) -> Iterator[str]:
    where = f"{_times(name.count)} in {name.texts} text{'s' if name.texts != 1 else ''}"
    where = where if name.count else "nowhere spelt so"
    yield f"# {where}{'; in the glossary' if name.known else ''}"
    yield from (f"# {_line(place)}" for place in name.places)
    yield "[[name]]"
    yield f"canonical = {toml_value(name.canonical)}"
    if name.kind:
        yield f"kind = {toml_value(name.kind)}"
    if name.target:
        yield f"target = {toml_value(name.target)}  # so it stands in the English now"
    if name.spellings:
        yield "variants = ["
        for one in name.spellings:
            why = f"{_times(one.count)}, {one.score:.2f}: {', '.join(one.signals)}"
            place = f"; {_line(one.places[0])}" if one.places else ""
            yield f"  # {toml_value(one.spelling)},  # {why}{place}"
        yield "]"


def _times(count: int) -> str:
    return f"{count} time{'s' if count != 1 else ''}"


def _line(place: Place) -> str:
    """Give `place` as a comment may hold it: no control characters."""
    return "".join(c if c.isprintable() else " " for c in str(place))
