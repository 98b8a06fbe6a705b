"""`corpus keep`, `corpus drop` and `corpus correct`: decisions that the next run honours."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from translate.cli.options import Call, common, print_json
from translate.errors import UsageError

FORGET = click.option("--forget", is_flag=True, help="Withdraw the decision.")


@click.command()
@click.argument("pattern", required=False)
@click.option("--at", metavar="FILE:LINE", help="Restore this line of a raw text instead.")
@FORGET
@common()
def keep(call: Call, pattern: str | None, at: str | None, forget: bool) -> None:
    """Never remove lines that match PATTERN (RE2). With --at, the one line of a text.

    Written to review.toml; the next run brings the lines back.
    """
    from translate.folders.deciding import line_at, untouched

    if (pattern is None) == (at is None):
        raise UsageError("keep takes either a pattern or --at FILE:LINE")
    if at is not None:
        line = line_at(at, call.config)
        vain = _note_by_hand(call, [line["document"]], call.config.cleaned)
        _decide(call, "restore", line, forget, in_use=not vain)
        if not forget and untouched(line, call.config):
            call.say(f"note: no rule takes this line: it stands in {call.config.cleaned}, too")
    else:
        _decide_on_lines(call, "keep", str(pattern), forget)


@click.command()
@click.argument("pattern")
@FORGET
@common()
def drop(call: Call, pattern: str, forget: bool) -> None:
    """Always remove lines that match PATTERN (RE2). What is kept stays.

    Written to review.toml; the next run takes the lines out, by the rule user.drop.
    """
    _decide_on_lines(call, "drop", pattern, forget)


@click.command()
@click.argument("sentence")
@click.argument("english", required=False)
@FORGET
@common()
def correct(call: Call, sentence: str, english: str | None, forget: bool) -> None:
    """Say what ENGLISH a SENTENCE has. It goes before any model's.

    Written to review.toml; the next run puts it wherever the sentence stands.
    """
    from translate.folders.deciding import as_it_stands, holding, sentence_around

    if (english is None) != forget:
        raise UsageError("correct takes a sentence and its English, or a sentence and --forget")
    there = None if forget else as_it_stands(sentence, call.config)
    whole = sentence_around(there, call.config) if there else None
    unknown = there is None and not forget
    vain = bool(whole) or (unknown and call.config.cleaned.is_dir())
    if unknown:
        so = ", so it corrects none" * vain
        call.say(f"note: no text of {call.config.cleaned} holds this sentence{so}")
    elif whole:
        call.say(f"note: it is a part of a sentence, and corrects nothing; the whole is: {whole}")
    elif there:
        vain = _note_by_hand(call, holding(there, call.config), call.config.translated)
    entry = {"source": there or sentence, "english": english or ""}
    _decide(call, "correct", entry, forget, in_use=not vain)


def _decide_on_lines(call: Call, table: str, pattern: str, forget: bool) -> None:
    """Decide on the lines that match `pattern`, and say how many there are now."""
    from translate.folders.deciding import matched
    from translate.show.terminal import plural

    raw = call.config.raw
    found = matched(pattern, call.config) if raw.is_dir() else {}
    vain = _note_by_hand(call, found, call.config.cleaned)
    _decide(call, table, {"pattern": pattern}, forget, in_use=not vain)
    if forget or call.quiet:
        return
    if raw.is_dir():
        call.say(f"note: it matches {plural(sum(found.values()), 'line')} of {raw}")
    else:
        call.say(f"note: there is no folder {raw} here: it matches no line yet")


def _note_by_hand(call: Call, names: Collection[str], folder: Path) -> bool:
    """Say which results in `folder`, of those of `names`, no run touches; whether that is all."""
    from translate.folders.deciding import by_hand
    from translate.show.terminal import named

    found, every = by_hand(names, folder)
    if found:
        files = named(list(map(str, found)))
        call.say(
            f"note: changed by hand, so it stays as it is: {files}; change it there, too, or "
            "delete that text and run 'corpus run'"
        )
    return every


def _decide(
    call: Call, table: str, entry: dict[str, Any], forget: bool, *, in_use: bool = True
) -> None:
    """Write the decision or withdraw it, and say so; the next run uses it if it is `in_use`."""
    from translate.folders import decisions

    place: Path = call.config.review
    if not forget:
        decisions.add(place, table, entry)
    elif not decisions.withdraw(place, table, entry):
        raise UsageError(f"{place}: holds no such decision under [[{table}]]")
    if call.json:
        print_json({"file": str(place), "withdrawn": forget, table: entry})
    else:
        done = "withdrawn from" if forget else "written to"
        then = ": corpus run makes it so" if in_use else ""
        call.say(f"{done} {place}{then}")
