"""The options that commands share, made from the table of settings."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

import click

from translate import config
from translate.config import Config
from translate.errors import UsageError
from translate.folders.files import EVERY, Selection
from translate.setting import Setting

F = TypeVar("F", bound=Callable[..., Any])

PATH = click.Path(path_type=Path)
FLAGS = {  # with a short form, or none
    "dry-run": ("Write nothing.", ()),
    "force": ("Make again what is done already; what you changed by hand stays.", ()),
    "json": ("Results as JSON on standard output.", ()),
    "verbose": ("Report every document.", ("-v",)),
    "quiet": ("Report only failures.", ("-q",)),
}
TIMES = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
JSON_VERSION = 2  # of the words in what --json prints
CLEANING = tuple(name for name, one in config.table().items() if one.section == "clean")


class Call(NamedTuple):
    """What the common options of a command said."""

    config: Config
    dry_run: bool
    json: bool
    verbose: bool
    quiet: bool
    selection: Selection = EVERY
    outer: Path | None = None  # the project whose settings hold, where it is that of a folder above
    given: Mapping[str, object] = {}  # the options that name settings, by their names

    def beside(self, texts: Path) -> Call:
        """Give the call with the glossary nearest to `texts`, where it names none."""
        return self._replace(config=config.with_glossary(self.config, texts))

    def say(self, text: str) -> None:
        """Print a report to standard error unless -q was given."""
        if not self.quiet:
            echo(text, err=True)


def common(*names: str) -> Callable[[F], F]:
    """Give a decorator that adds the settings and flags `names`, passed as one `Call`.

    Every command also has --config, --json, -v and -q.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def run(**values: Any) -> Any:
            options = {name: values.pop(_variable(name), None) for name in names}
            since = options.pop("since", None)
            given = {k: v for k, v in options.items() if k not in FLAGS and v not in (None, ())}
            named = values.pop("config")
            settings = config.merged(config.load(named), given)
            if named:
                given["config"] = named
            selection = Selection(bool(options.get("force")), since.timestamp() if since else None)
            if values["json"]:
                standard_output()  # a closed one is told before the work
            dry = bool(options.get("dry-run"))
            json_, verbose, quiet = (values.pop(name) for name in ("json", "verbose", "quiet"))
            outer = None if named else config.outer()
            call = Call(settings, dry, json_, verbose, quiet, selection, outer, given)
            return function(call, **values)

        for name in reversed(("config", *names, "json", "verbose", "quiet")):
            run = _option(name)(run)
        return run  # type: ignore[return-value]

    return decorate


class Texts(click.Path):
    """A folder of texts, or one of its files: no file of many texts, which looks like one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path."""
        place = Path(os.fsdecode(super().convert(value, param, ctx)))
        no_collection(place)
        return place


def no_collection(place: Path) -> None:
    """Raise UsageError where `place` is a file that only clean, translate and run take apart."""
    from translate.folders.formats import is_collection

    if is_collection(place) and place.is_file():
        raise UsageError(
            f"{place}: is read by clean, translate and run only; to look at texts one by one, make "
            "folders of them: corpus clean SOURCE -o cleaned, then corpus restore cleaned raw"
        )


TEXTS = Texts(path_type=Path)


def _variable(name: str) -> str:
    return name.replace("-", "_")


def _option(name: str) -> Callable[[F], F]:
    """Give the decorator for one option."""
    if name == "config":
        text = "Settings; default: corpus.toml of this folder."
        return click.option("--config", type=PATH, metavar="FILE", help=text)
    if name == "since":
        text = "Only texts changed since then."
        return click.option("--since", type=Date(TIMES), metavar="DATE", help=text)
    if name in FLAGS:
        text, short = FLAGS[name]
        return click.option(f"--{name}", *short, _variable(name), is_flag=True, help=text)
    one = config.table()[name]
    metavar = one.metavar or ("FILE" if one.kind is Path else None)
    return click.option(
        f"--{name}", _variable(name), type=_type(one), multiple=one.many, metavar=metavar,
        help=one.help,
    )  # fmt: skip


class Number(click.IntRange):
    """A number, or a word that stands for one."""

    def __init__(self, one: Setting) -> None:
        super().__init__(min=one.least, max=one.most)
        self._words = one.words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the number."""
        if value in self._words:
            return self._words[value]
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            most = "" if self.max is None else f" to {self.max}"
            wanted = " or ".join([f"a number from {self.min}{most}", *self._words])
            self.fail(f"'{value}' is not {wanted}.", param, ctx)


class Date(click.DateTime):
    """A day, or a time of a day."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the time."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no date as 2026-01-31, nor 2026-01-31T08:30.", param, ctx)


def _type(one: Setting) -> Any:
    if one.choices:
        return click.Choice(one.choices)
    if one.least is not None:
        return Number(one) if one.words else click.IntRange(min=one.least, max=one.most)
    return PATH if one.kind is Path else one.kind


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print `text`; nothing in it can drive a terminal."""
    from translate.show.signs import harmless

    if not err:
        standard_output()  # a closed one is told
    click.echo(harmless(text), err=err, nl=nl)


def standard_output() -> IO[bytes]:
    """Give standard output; raises UsageError where it is closed."""
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    return sys.stdout.buffer


def print_json(value: Mapping[str, Any], *, line: bool = False) -> None:
    """Print `value` as one JSON document, or as one line; names that are no UTF-8 are escaped.

    Which command says so, and the version of the words (docs/JSON.md), stand first.
    """
    from translate.show.signs import harmless

    head = {"format": _said(click.get_current_context()), "version": JSON_VERSION}
    text = json.dumps({**head, **value}, ensure_ascii=False, indent=None if line else 1)
    out = standard_output()
    out.write(harmless(text).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()


def _said(context: click.Context | None) -> str:
    """Give the command as it is typed, whatever the program is called: `corpus names check`."""
    words: list[str] = []
    while context and context.parent:
        words.insert(0, str(context.info_name))
        context = context.parent
    return " ".join(["corpus", *words])
