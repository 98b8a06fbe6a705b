"""The folder of a language: its files, and how each kind of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.reading import read_toml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Folder:
    """The data of the language `code` (ISO 639-1). A file that is not there is an empty one.

    >>> Folder("fr").words("ours")[:2], Folder("fr").options("meanings-en.tsv")["poireaux"]
    (['nous', 'notre'], 'leeks')
    """

    code: str

    @property
    def folder(self) -> Path:
        """Where its data are, if there are any."""
        return HERE / self.code

    def text(self, name: str) -> str:
        """Give the text of its file `name`."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @cache  # noqa: B019 - there is one object of a language, and it stays
    def table(self, name: str) -> dict[str, Any]:
        """Give what its TOML file `name` tells."""
        path = self.folder / name
        return read_toml(path) if path.is_file() else {}

    @contextmanager
    def row(self, name: str, said: str) -> Iterator[None]:
        """Raise UsageError with its file and row for what is wrong in a row of the table `name`.

        >>> with Folder("fr").row("idioms.toml", "ne rien dire"):
        ...     raise ValueError("begins with no verb")
        Traceback (most recent call last):
        translate.errors.UsageError: ...fr/idioms.toml: ne rien dire: begins with no verb
        """
        try:
            yield
        except KeyError as error:
            raise UsageError(f"{self.folder / name}: {said}: {error} is not listed") from error
        except (ValueError, re.error) as error:
            raise UsageError(f"{self.folder / name}: {said}: {error}") from error

    def words(self, group: str) -> list[str]:
        """Give the words of one of its groups of words."""
        words: str = self.table("language.toml").get("words", {}).get(group, "")
        return words.split()

    def of_names(self, group: str) -> frozenset[str]:
        """Give the words of one of the groups that tell of names."""
        return frozenset(self.table("names.toml").get(group, "").split())

    def listed(self, name: str) -> frozenset[str]:
        """Give the words of its file `name`, which lists them."""
        return frozenset(self.text(name).split())

    def options(self, name: str) -> dict[str, str]:
        """Give what the table `name` has for each word."""
        flat = self.text(name).rstrip("\n").replace("\t?", "\t").replace("\n", "\t").split("\t")
        return dict(zip(flat[::2], flat[1::2], strict=False))  # no text: "" alone
