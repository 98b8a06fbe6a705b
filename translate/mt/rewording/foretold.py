"""What became of somebody long ago, told in the future: "Né en 1890, il deviendra architecte."

French tells lives and histories so; in English that is said of what is still to come. In the
simple past a model has it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.document import Edit, apply
from translate.languages import language
from translate.languages.conjugation import forms, infinitives_of_future
from translate.languages.words import WORD


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns: of what tells of `long` ago, of what is `never` so, of a verb of the `future`."""

    long: re.Pattern[str]
    never: re.Pattern[str]
    future: re.Pattern[str]


def foretold(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, in the past if it tells of what is long ago.

    >>> foretold("Né à Lyon en 1890, il deviendra architecte et mourra à Nice.", "fr")
    'Né à Lyon en 1890, il devint architecte et mourut à Nice.'
    >>> foretold("Signée en 1921, la paix ne sera rompue que dix ans plus tard.", "fr")
    'Signée en 1921, la paix ne fut rompue que dix ans plus tard.'
    >>> foretold("Bâti en 1890, le pont sera fermé en mai.", "fr")
    'Bâti en 1890, le pont sera fermé en mai.'
    """
    rules = _rules(code)
    if rules is None or not rules.long.search(text) or rules.never.search(text):
        return text
    return apply(text, _edits(text, rules, code))


def _edits(text: str, rules: Rules, code: str) -> Iterator[Edit]:
    for word in WORD.finditer(text):
        form = word[0]
        if not form.islower() or not rules.future.search(form):
            continue
        verb = max(infinitives_of_future(form, code), key=language(code).weight, default="")
        if verb and language(code).weight(verb):
            told = forms(verb, code)
            yield Edit(word.start(), form, told["s3" if form == told["f3"] else "s6"])


@cache
def _rules(code: str) -> Rules | None:
    told = language(code).table("verbs.toml").get("foretold")
    if not told:
        return None
    return Rules(*(re.compile(told[name]) for name in ("long", "never", "future")))
