"""One setting: what it takes, how a value of it is checked, and what is said of a wrong one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from translate.errors import UsageError, nearest

T = TypeVar("T")
KINDS: dict[type[int | str | Path], str] = {
    int: "a whole number",
    str: "a string",
    Path: "a string",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What one setting takes.

    `name` is its key in `corpus.toml` and, after `--`, its option; `section` is the table it
    stands in and `field` the attribute that holds it. `kind` is the type of its value, or of each
    where it takes `many`. A value must be from `least` to `most`, one of `choices`, or match
    `pattern`, which `wanted` puts in words, or be the code of a `language`; the `default` always is
    right, and `words` stand for values. One that may be a `folder` is then relative to the file.
    """

    help: str
    name: str = ""
    metavar: str | None = None
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    pattern: str = ""
    wanted: str = ""
    folder: bool = False
    words: Mapping[str, Any] = field(default_factory=dict, hash=False)
    language: bool = False
    default: Any = None
    section: str = ""
    field: str = ""
    kind: type[int | str | Path] = str
    many: bool = False

    def fits(self, value: object) -> bool:
        """Tell whether `value`, or one of many, is of the right type."""
        return isinstance(value, self.kind) and not isinstance(value, bool)

    def checked(self, value: Any, where: str) -> Any:
        """Give `value` back if the setting takes it; else raise UsageError, which names `where`."""
        if not self.fits(value):
            raise UsageError(f"{where} must be {KINDS[self.kind]}")
        if self.many and value == "":  # as a pattern it would match every line
            raise UsageError(f"{where} has an empty string in it: take it out")
        if self.least is not None and value < self.least:
            raise UsageError(f"{where} must be at least {self.least}")
        if self.most is not None and value > self.most:
            raise UsageError(f"{where} must be at most {self.most}")
        if self.choices and value not in self.choices:
            raise UsageError(f"{where} must be one of {', '.join(self.choices)}, not '{value}'")
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise UsageError(f"{where} must be {self.wanted}, not '{value}'")
        if self.language:
            check_code(value, where)
        return value

    def check(self, value: Any) -> None:
        """Raise TypeError or UsageError unless the field may hold `value`."""
        if value == self.default:
            return
        many = self.many and isinstance(value, tuple)
        if not all(map(self.fits, value if many else (value,))) or many != self.many:
            wanted = f"{'tuple of ' * self.many}{self.kind.__name__}"
            raise TypeError(f"{self.name}: a value of type {wanted} is needed, not {value!r:.40}")
        for one in value if many else (value,):
            self.checked(one, self.name)

    def read(self, value: Any, where: str, folder: Path) -> Any:
        """Give `value`, as TOML reads it in a file of `folder`, as the field holds it."""
        if not self.many:
            return self._one(value, where, folder)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise UsageError(f"{where} must be a list of strings")
        return tuple(self._one(one, where, folder) for one in value)

    def _one(self, value: Any, where: str, folder: Path) -> Any:
        if isinstance(value, str) and value in self.words:
            return self.words[value]
        if self.kind is Path and isinstance(value, str):
            if not value:
                raise UsageError(f"{where} is empty: leave it out, or name a file")
            if "\0" in value:
                raise UsageError(f"{where} is no name of a file: {value!r:.40}")
            return folder / value
        value = self.checked(value, where)
        return str(folder / value) if self.folder and value and (folder / value).is_dir() else value


def check_code(code: str, where: str) -> None:
    """Raise UsageError, which names the nearest, unless `code` is one of ISO 639-1."""
    from translate.languages import common  # only where a code is not the default

    codes = common("codes")
    if code not in codes:
        raise UsageError(f"{where}: there is no language code '{code}'{nearest(code, codes)}")


def setting(default: T, help: str, **facts: Any) -> T:
    """Give a field with `default` that is a setting: `help` and `facts` are those of `Setting`."""
    return field(default=default, metadata={"setting": Setting(help, default=default, **facts)})
