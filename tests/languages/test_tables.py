"""Every row of every language's tables is what `tables.toml` says it is; what is not is told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from translate.languages import common, known
from translate.languages.conjugation import places
from translate.mt.closed.families import FAMILIES
from translate.mt.closed.grammar import lists
from translate.mt.counterparts.expressions import any_of, with_subjects
from translate.mt.rewording.sayings import CLITICS
from translate.reading import read_toml

HERE = Path(__file__).parent
KINDS = tomllib.loads((HERE / "tables.toml").read_text(encoding="utf-8"))
IN_BRACES = re.compile(r"\{([a-z_]+)\}")
FORMS = 14  # of a verb in `[forms]` of verbs.toml
RULES = "rules.toml"  # its rules are checked when they are read
TABLES = [path for one in known() for path in one.folder.glob("*.toml") if path.name != RULES]


def faults_in(path: Path) -> Iterator[str]:
    """Give what is wrong in the table at `path`, of a language's folder, each with its row."""
    code = path.parent.name
    table = read_toml(path)
    name = re.sub(r"-[a-z]{2}\.toml$", "-XX.toml", path.name) if path.stem[-3] == "-" else path.name
    for fault in _of_table(table, KINDS.get(path.name) or KINDS[name], "", Told(code, table)):
        yield f"{code}/{path.name}{fault}"


class Told:
    """What rows are checked against: the language `code`, and the `table` that they stand in."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        self.code, self.table = code, table

    def part(self, text: str) -> None:
        """A pattern in which lists of the language stand, named in braces."""
        said = {**self.table.get("pieces", {}), **self.table.get("between", {})}
        names = {*said, *self.table.get("people", {}), *lists(self.code)}
        unknown = set(re.findall(r"\{([a-z]+)\}", text)) - names
        if unknown:
            raise ValueError(f"nothing is called {{{min(unknown)}}}")
        re.compile(re.sub(r"\{[a-zA-Z]+\}", "x", text))

    def verb(self, text: str) -> None:
        """The infinitive of a verb that can be conjugated."""
        if list(places(text, text, self.code)) != ["inf"]:
            raise ValueError(f"{text!r} is no infinitive")

    def idiom(self, text: str) -> None:
        """A verb, perhaps with pronouns before it and words behind."""
        found = CLITICS.fullmatch(text)
        if not found or text != text.strip():
            raise ValueError("begins with no verb")
        self.verb(found["verb"])

    def cues(self, text: str) -> None:
        """Words that stand beside one, with a star for letters, "_" for a space, "@" subjects."""
        try:
            any_of(with_subjects(text, self.code))
        except KeyError as error:
            raise ValueError(f"there is no subject @{error.args[0]}") from error
        _words(text)


def _words(text: str) -> None:
    twice = {word for word in text.split() if text.split().count(word) > 1}
    if twice:
        raise ValueError(f"{min(twice)!r} stands there twice")


def _one_of(names: set[str]) -> Callable[[str, Told], None]:
    def check(text: str, told: Told) -> None:
        if text not in names:
            raise ValueError(f"{text!r} is none of {', '.join(sorted(names))}")

    return check


def _key_of(*tables: str) -> Callable[[str, Told], None]:
    def check(text: str, told: Told) -> None:
        if not any(text in told.table.get(name, {}) for name in tables):
            raise ValueError(f"{text!r} is not listed under {' or '.join(tables)}")

    return check


def _small(text: str, told: Told) -> None:
    if text != text.lower():
        raise ValueError(f"{text!r} is not in small letters")


def _conjugated(text: str, told: Told) -> None:
    if len(text.split()) != FORMS:
        raise ValueError(f"has {len(text.split())} forms, not {FORMS}")


PERIODS = {"year", "month", "week", "day", "hour", "minute", "second"}
# What a text of each kind must be; `any` may be empty, too.
TEXTS: dict[str, Callable[[str, Told], object]] = {
    "any": lambda text, told: None,
    "text": lambda text, told: None,
    "small": _small,
    "form": lambda text, told: text.format_map(dict.fromkeys(_names(text), 1)),
    "words": lambda text, told: _words(text),
    "verbs": lambda text, told: list(map(told.verb, text.split())),
    "verb": lambda text, told: told.verb(text),
    "idiom": lambda text, told: told.idiom(text),
    "cues": lambda text, told: told.cues(text),
    "conjugation": _conjugated,
    "pattern": lambda text, told: re.compile(re.sub(r"\{([a-z]+|[A-Z])\}", "x", text)),
    "patterns": lambda text, told: [re.compile(line) for line in text.strip().splitlines()],
    "part": lambda text, told: told.part(text),
    "fraction": lambda text, told: Fraction(text),
    "language": _one_of(set(common("codes"))),
    "period": _one_of(PERIODS),
    "gender": _one_of({"woman", "man", "either", "anyone"}),
    "person": _one_of(set("123456")),
    "family": _one_of(set(FAMILIES) | {"none"}),
    "currency": _key_of("currencies"),
    "unit": _key_of("currencies", "units"),
    "variety": _key_of("title"),
    "said": _key_of("said"),
    "listed idiom": _key_of("verbs", "words"),
}
OTHERS = {"number": int, "yes or no": bool, "list": list, "table": dict}


def _names(form: str) -> list[str]:
    return re.findall(r"\{(\w+)(?::\w+)?\}", form)


def _of_table(value: Any, kinds: Mapping[str, Any], where: str, told: Told) -> Iterator[str]:
    """Give what is wrong in a table whose keys hold `kinds`."""
    if not isinstance(value, dict):
        yield f"{where}: must be a table"
        return
    any_key = next((key for key in kinds if key.startswith("*")), None)
    for key, one in value.items():
        here = f"{where}: {key}"
        kind = kinds.get(key, kinds.get(f"{key}?"))
        if kind is None and any_key is None:
            yield f"{here}: nothing reads that"
        elif kind is None and any_key:
            yield from _faults(key, any_key[1:], here, told)
            yield from _faults(one, kinds[any_key], here, told)
        else:
            yield from _faults(one, kind, here, told)


def _faults(value: Any, kind: Any, where: str, told: Told) -> Iterator[str]:
    """Give what is wrong with `value`, which should be of a `kind`."""
    if isinstance(kind, dict):
        yield from _of_table(value, kind, where, told)
    elif isinstance(kind, list):
        yield from _of_list(value, kind, where, told)
    else:
        kinds = kind.split("|")
        fit = [k for k in kinds if isinstance(value, OTHERS.get(k, str))]
        if not fit:
            yield f"{where}: must be {' or '.join(kinds)}, not {value!r:.40}"
        elif fit[0] in TEXTS:
            if not value.strip() and fit[0] not in ("any", "text", "cues", "words", "pattern"):
                yield f"{where}: is empty"
            try:
                TEXTS[fit[0]](value, told)
            except (ValueError, KeyError, IndexError, re.error) as error:
                yield f"{where}: {error}"


def _of_list(value: Any, kinds: list[Any], where: str, told: Told) -> Iterator[str]:
    """Give what is wrong in a list: of any number of one kind, or a row of several."""
    if not isinstance(value, list):
        yield f"{where}: must be a list, not {value!r:.40}"
    elif len(kinds) > 1:
        least = sum(not str(kind).endswith("?") for kind in kinds)
        if not least <= len(value) <= len(kinds):
            yield f"{where}: has {len(value)} cells, not {least} to {len(kinds)}"
        for one, kind in zip(value, kinds, strict=False):
            yield from _faults(one, kind.removesuffix("?"), where, told)
    else:
        for number, one in enumerate(value, 1):
            cells = (
                one.values() if isinstance(one, dict) else one if isinstance(one, list) else [one]
            )
            here = f"{where}: row {number} ({next(iter(cells), '')!s:.40})"
            yield from _faults(one, kinds[0], here, told)
            if isinstance(kinds[0], dict):
                needed = (key for key in kinds[0] if key[-1] != "?" and key[0] != "*")
                yield from (f"{here}: has no {key!r}" for key in needed if key not in one)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_row_is_what_its_table_holds(path: Path) -> None:
    assert list(faults_in(path)) == []


SPOILED = {
    "an idiom that begins with no verb": (
        'idioms.toml: [verbs]\n"ne rien lâcher" = "persévérer"',
        "verbs: ne rien lâcher: 'ne' is no infinitive",
    ),
    "the condition of an idiom that is not there": (
        'idioms.toml: [when]\n"rien lâcher" = { example = "Oui.", other = "Non." }',
        "when: rien lâcher: 'rien lâcher' is not listed under verbs or words",
    ),
    "a pattern": (
        'traps.toml: en = [["un (piège", "trap", "pitfall"]]',
        "en: row 1 (un (piège): missing ), unterminated subpattern at position 3",
    ),
    "a list that is none of the language's": (
        'closed.toml: [patterns]\nspan = ["{n} {saison}s"]',
        "patterns: span: row 1 ({n} {saison}s): nothing is called {saison}",
    ),
    "a family": (
        'closed.toml: [patterns]\nsaison = ["{n} hivers"]',
        "patterns: saison: 'saison' is none of ",
    ),
    "an example": (
        'closed.toml: [[plain]]\npattern = "no"\nto = "numéro"\nother = "non"',
        "plain: row 1 (no): has no 'example'",
    ),
    "a subject": (
        'contexts.toml: senses = [["couler", "sombrer", "navire* @bateau"]]',
        "senses: row 1 (couler): there is no subject @bateau",
    ),
    "too few cells": (
        'mistaken-en.toml: verbs = [["couler", "flow"]]',
        "verbs: row 1 (couler): has 2 cells, not 4 to 5",
    ),
    "a word twice": (
        'subjects.toml: sea = "port* quai* port*"',
        "sea: 'port*' stands there twice",
    ),
    "a capital": ('sentences.toml: titles = ["Mme"]', "titles: row 1 (Mme): 'Mme' is not in small"),
    "a value": ('closed.toml: [fractions]\n"un tiers" = "1:3"', "fractions: un tiers: Invalid"),
    "forms of a verb": (
        'verbs.toml: [forms]\nrire = "ri riant"',
        "forms: rire: has 2 forms, not 14",
    ),
    "a number": ('numbers.toml: [words]\ndouze = "12"', "words: douze: must be number, not '12'"),
    "a key": ("language.toml: month = []", "month: nothing reads that"),
    "what holds no table": ('language.toml: words = "le la"', "words: must be a table"),
}


@pytest.mark.parametrize(("spoiled", "told"), SPOILED.values(), ids=SPOILED)
def test_a_row_that_is_not_is_told_with_its_file(spoiled: str, told: str, tmp_path: Path) -> None:
    name, _, text = spoiled.partition(": ")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / name).write_text(text, encoding="utf-8")
    [fault] = faults_in(tmp_path / "fr" / name)
    assert fault.startswith(f"fr/{name}: {told}")
