"""The pronouns of the English: of which kind each is, and the one of the other gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.languages.words import with_capital_of
from translate.mt.coreference.rules import Pronouns
from translate.mt.terms import GENDERS, Gender

WORD = re.compile(r"[\w’']+")
LONGEST = 30  # letters of a word
FOLLOWS = re.compile(r"[ \u00a0][\w“\"‘'«(*_]")


@dataclass(frozen=True, slots=True)
class Said:
    """A pronoun of the English, from `start` to `end`, of a `kind`; `gender` "" is a thing's.

    "her" may be an `object` or `owned`: where that is open its kind is ""; "it" behind a verb is
    `done`.
    """

    start: int
    end: int
    word: str
    kind: str
    gender: Gender

    def as_said_of(self, gender: Gender, forms: Pronouns) -> str:
        """Give the word that stands for it when `gender` is meant, "" is a thing's."""
        if gender:
            kind = "object" if self.kind == "done" else self.kind
            return with_capital_of(self.word, forms.forms[kind][gender])
        kind = "subject" if self.kind == "object" else self.kind  # "it" is both
        thing = next(word for word, one in forms.things.items() if one == kind)
        return with_capital_of(self.word, thing)


def said(english: str, told: Pronouns) -> Iterator[Said]:
    """Give the pronouns in `english`, in order.

    >>> from translate.mt.coreference.rules import rules
    >>> told = rules("fr", "en")[1]
    >>> [(one.word, one.kind) for one in said("Her dog saw her and he took his.", told)]
    [('Her', 'owned'), ('her', 'object'), ('he', 'subject'), ('his', 'alone')]
    """
    either = [match.span() for match in told.either.finditer(english)]
    for match in told.any.finditer(english):
        if any(start <= match.start() < end for start, end in either):
            continue
        word = match[0].lower()  # "ſhe" matches too, which is no form
        if match[0].isupper() and len(word) > 1:
            continue
        follows = bool(FOLLOWS.match(english, match.end()))
        kinds = [
            (kind, gender)
            for kind, forms in told.forms.items()
            for gender in GENDERS
            if forms[gender] == word
        ]
        if not kinds:
            if word in told.things:
                kind = told.things[word]
                if kind == "subject" and told.acts.search(english[: match.start()][-LONGEST:]):
                    kind = "done"
                yield Said(match.start(), match.end(), match[0], kind, "")
            continue
        names = [kind for kind, _ in kinds]
        if names == ["object", "owned"]:
            names = [_her(english, match, told)]
        elif len(names) > 1:
            names = ["owned" if follows else "alone"]
        yield Said(match.start(), match.end(), match[0], names[0], kinds[0][1])


def _her(english: str, match: re.Match[str], told: Pronouns) -> str:
    """Tell whether "her" is an `object` or `owned`; "" where it may be either."""
    if not FOLLOWS.match(english, match.end()):
        return "object"
    after = WORD.search(english, match.end())
    if after and after[0].lower() in told.after_object:
        return "object"
    before = WORD.findall(english[max(0, match.start() - 20) : match.start()])
    return "" if before and before[-1].lower() in told.before_either else "owned"
