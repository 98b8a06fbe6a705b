"""The options that commands share, and the settings they make together."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from translate.choices import CHOICES
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.config import Config

F = TypeVar("F", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
MANY: dict[str, Any] = {"multiple": True}
OPTIONS: dict[str, dict[str, Any]] = {
    "config": {"type": FILE, "help": "Settings; default: corpus.toml of this folder."},
    "from": {"help": "Language of the texts, e.g. fr."},
    "to": {"help": "Language to translate to, e.g. en."},
    "glossary": {"type": FILE, "help": "Canonical names."},
    "jobs": {"type": click.IntRange(min=0), "help": "Workers; 0: one a core."},
    "profile": {
        "type": click.Choice(CHOICES["profile"]),
        "help": "gentle: pasted articles; page: whole web pages.",
    },
    "rules": {**MANY, "type": FILE, "help": "Rules of your own; may be repeated."},
    "off": {**MANY, "help": "A rule or kind to switch off; may be repeated."},
    "on": {**MANY, "help": "A rule or kind to switch on; may be repeated."},
    "keep": {**MANY, "help": "Never remove lines that match this; may be repeated."},
    "keep-file": {"type": FILE, "help": "Lines never to remove, one a line."},
    "on-other-language": {
        "type": click.Choice(CHOICES["on_other_language"]),
        "help": "What becomes of a document in another language; default: keep.",
    },
    "model": {"help": "Translation model: a name of 'corpus models list', or a folder."},
    "dry-run": {"is_flag": True, "help": "Write nothing."},
    "json": {"is_flag": True, "help": "Results as JSON on standard output."},
    "verbose": {"is_flag": True, "help": "Report every document."},
    "quiet": {"is_flag": True, "help": "Report only failures."},
}
SHORT = {"verbose": "-v", "quiet": "-q"}
METAVARS = {"from": "CODE", "to": "CODE", "off": "NAME", "on": "NAME", "keep": "PATTERN",
            "model": "NAME", "jobs": "N"}  # fmt: skip
CLEANING = ("profile", "rules", "off", "on", "keep", "keep-file", "on-other-language")


class Call(NamedTuple):
    """What the common options of a command said."""

    config: Config
    dry_run: bool
    json: bool
    verbose: bool
    quiet: bool

    def say(self, text: str) -> None:
        """Print a report to standard error unless -q was given."""
        if not self.quiet:
            click.echo(text, err=True)


def common(*names: str) -> Callable[[F], F]:
    """Give a decorator that adds the common options `names`, passed to the command as one `Call`.

    Every command also has --config, --json, -v and -q.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def run(**values: Any) -> Any:
            settings = read_config(values)
            flags = (values.pop(key, False) for key in ("dry_run", "json", "verbose", "quiet"))
            return function(Call(settings, *flags), **values)

        for name in reversed(("config", *names, "json", "verbose", "quiet")):
            metavar = METAVARS.get(name, "FILE" if OPTIONS[name].get("type") is FILE else None)
            flags = (f"--{name}", *filter(None, [SHORT.get(name)]), name.replace("-", "_"))
            run = click.option(*flags, metavar=metavar, **OPTIONS[name])(run)
        return run  # type: ignore[return-value]

    return decorate


def print_json(value: Any, *, line: bool = False) -> None:
    """Print `value` as one JSON document, or as one line; names that are no UTF-8 are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=None if line else 1)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def read_config(values: dict[str, Any]) -> Config:
    """Take the settings out of the options `values`: what the file says, then what they say."""
    from dataclasses import replace

    from translate import config

    settings = config.load(values.pop("config"))

    def taken(*names: str) -> dict[str, Any]:
        given = {name: values.pop(name, None) for name in names}
        return {k: v for k, v in given.items() if v is not None and v != ()}

    glossary = values.get("glossary")
    if glossary is not None and not glossary.is_file():
        raise UsageError(f"{glossary}: there is no such glossary file")
    languages = {
        name: code for name, key in (("source", "from"), ("target", "to"))
        if (code := values.pop(key, None))
    }  # fmt: skip
    for name, code in languages.items():
        if not re.fullmatch("[a-z]{2,3}", code):
            option = {"source": "--from", "target": "--to"}[name]
            raise UsageError(f"{option} '{code}': give a language code such as fr or en")
    settings = replace(settings, **languages, **taken("glossary", "jobs"))
    added = {settings.source, settings.target} - set(settings.languages)
    cleaning = taken(*(name.replace("-", "_") for name in CLEANING))
    for name, value in cleaning.items():
        if isinstance(value, tuple):  # what the command says comes on top of what the file says
            cleaning[name] = (*getattr(settings.clean, name), *value)
    return replace(
        settings,
        languages=(*settings.languages, *sorted(added)),
        clean=replace(settings.clean, **cleaning),
        translate=replace(settings.translate, **taken("model")),
    )
