"""Names asked about one by one: `corpus names discover --interactive`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click

from translate.names.discovery.proposal import Place, Proposed
from translate.names.glossary import Name
from translate.show.signs import visible

ANSWERS = click.Choice(("y", "n", "s", "q"))


def ask(
    found: Iterable[Proposed],
    accept: Callable[[Sequence[Name]], object],
    reject: Callable[[Sequence[str]], object],
) -> None:
    """Ask about each of `found` and of its spellings; each answer is remembered at once.

    Yes accepts, no rejects, skip decides nothing, quit ends the questions.
    """
    for name in found:
        if not name.known:
            kind = f" ({name.kind})" if name.kind else ""
            target = f", {name.target} in English" if name.target else ""
            asked = f"{name.canonical}{kind}{target}: a name?"
            said = _asked(asked, name.count, name.places)
            if said == "y":
                accept([Name(name.canonical, name.kind, target=name.target)])
            elif said == "n":
                reject([name.canonical])
            if said == "q":
                return
            if said != "y":
                continue
        for one in name.spellings:
            said = _asked(f"  {one.spelling}  =  {name.canonical}?", one.count, one.places)
            if said == "y":
                accept([Name(name.canonical, name.kind, (one.spelling,))])
            elif said == "n":
                reject([name.canonical, one.spelling])
            elif said == "q":
                return


def _asked(question: str, count: int, places: Iterable[Place]) -> str:
    """Give the answer to `question`: y, n, s or q, which the end of the input is too."""
    for place in places:
        click.echo(f"    {visible(str(place))}")
    try:
        answer: str = click.prompt(
            f"{visible(question)} ({count} time{'s' * (count != 1)}) yes, no, skip, quit",
            type=ANSWERS, default="s",
        )  # fmt: skip
    except click.Abort:
        return "q"
    return answer
