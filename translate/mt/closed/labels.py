"""What labels before a value say: « Prétentions : 1 800 € » -> "Salary expectations: €1,800".

A small model takes a label in its sense within sentences. What it says is listed (`labels.toml` of
the language), for some by the value behind it; a set phrase before a colon is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from translate.languages import language, names_in_a_row
from translate.languages.words import NEVER, with_capital_of
from translate.mt.closed.grammar import any_of
from translate.mt.closed.phrases import forms_of, key
from translate.mt.held import SYMBOL

SAID = r"(?P<said>[^:\n]{2,40}?)\s*:"
LABEL = re.compile(rf"{SAID}(?=\s)")
# Behind a name there may be brackets: when it scored, where it is from.
BRACKETS = r"(?: \((?:[^()\n]{0,29}\d[^()\n]{0,29}|(?-i:[A-ZÀ-Þ])[^()\n]{1,29})\))?"


@dataclass(frozen=True, slots=True)
class Labels:
    """What a language tells of labels and their values in another.

    `said` by label, `valued` by label and a pattern of its value; `values` behind a label. `one`
    are what labels are before the name of somebody (`people`), `more` before what may be a word
    alone, too (`each`); `joined` is what stands before and between names, in the other language.
    """

    said: Mapping[str, tuple[str, ...]]
    valued: Mapping[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]]
    values: Mapping[str, Mapping[str, str]]
    people: re.Pattern[str]
    each: re.Pattern[str]
    one: Mapping[str, str]
    more: Mapping[str, str]
    joined: Mapping[str, str]

    def told(self, label: str) -> bool:
        """Tell whether `label` is listed as one, and no set phrase alone."""
        return label in self.said or label in self.valued

    def role(self, label: str, value: str) -> str:
        """Give what `label` is before the `value`, if that is the name of somebody, else ""."""
        if self.each.fullmatch(value) and label in self.more:
            return self.more[label]
        return self.one.get(label, "") if self.people.fullmatch(value) else ""


def cased_like(said: str, english: str) -> str:
    """Give `english` in capitals where the label `said` is, or with its first letter.

    >>> cased_like("PLATS", "main courses"), cased_like("Plats", "main courses")
    ('MAIN COURSES', 'Main courses')
    """
    return english.upper() if said.isupper() else with_capital_of(said, english)


def label_forms(label: str, value: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give what `label` before `value` may be in the other language, the best first.

    A symbol of `value` stands for a number, or a name that tells as much.

    >>> label_forms("genre", "roman", ("fr", "en"))[0]
    'genre'
    >>> label_forms("genre", "masculin", ("fr", "en")), label_forms("pont", "bas", ("fr", "en"))
    (('gender',), ())
    >>> label_forms("image", "Guy Roy", ("fr", "en")), label_forms("image", "floue", ("fr", "en"))
    (('cinematography',), ())
    """
    known = labels(pair)
    if role := known.role(label, value):
        return (role,)
    for pattern, forms in known.valued.get(label, ()):
        if pattern.fullmatch(SYMBOL.sub("0", value.lower())):
            return forms
    return known.said.get(label) or forms_of(label, pair)


def with_label(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the label that `source` begins with, where that is a known one.

    What is longer than either by more than a word says more than a label, and stays.

    >>> with_label("Objet : un don", "Items: a gift", ("fr", "en"))
    'Subject: a gift'
    >>> with_label("Taille : 1,80 m", "Size: 1.80 m", ("fr", "en"))
    'Size: 1.80 m'
    >>> with_label("Oui : il l'a dit, ce soir.", "Yes, he did say so: tonight.", ("fr", "en"))
    'Yes, he did say so: tonight.'
    """
    mine, theirs = LABEL.match(source), LABEL.match(english)
    if not (mine and theirs):
        return english
    forms = label_forms(key(mine["said"]), source[mine.end() :].strip(), pair)
    if not forms or theirs["said"].lower() in map(str.lower, forms):
        return english
    most = 1 + max(len(words.split()) for words in (mine["said"], *forms))
    if len(theirs["said"].split()) > most:
        return english
    return with_capital_of(mine["said"], forms[0]) + english[theirs.end("said") :]


@cache
def labels(pair: tuple[str, str]) -> Labels:
    """Give what the first of `pair` tells of labels in the second."""
    told = language(pair[0]).table("labels.toml")
    roles = told.get("roles", {})
    joined = language(pair[0]).table("phrases.toml").get("joints", {}).get(pair[1], {})
    valued: dict[str, list[tuple[re.Pattern[str], tuple[str, ...]]]] = {}
    for row in told.get("valued", {}).get(pair[1], ()):
        rows = valued.setdefault(row["label"], [])
        rows.append((re.compile(row["value"]), tuple(row["to"].split("|"))))
    values: dict[str, dict[str, str]] = {}
    for row in told.get("values", {}).get(pair[1], ()):
        for label in row["labels"]:
            values.setdefault(label, {}).update(row["said"])
    titles = roles.get("titles", {}).get(pair[1], {})
    title = any_of(titles) or NEVER.pattern
    joints = [word.strip() for word in roles.get("and", ())]
    between = "|".join([", ", *(f" {re.escape(word)} " for word in joints)])
    name = rf"(?:(?:{title})?{names_in_a_row().pattern}){BRACKETS}"
    full = (
        rf"(?=(?:{title})|[^,\s]+ (?!(?:{'|'.join(joints) or NEVER.pattern}) |\())"  # of two words
    )
    return Labels(
        said={said: tuple(to.split("|")) for said, to in told.get(pair[1], {}).items()},
        valued={label: tuple(rows) for label, rows in valued.items()},
        values=values,
        people=re.compile(rf"{full}{name}(?:(?:{between}){full}{name})*"),
        each=re.compile(rf"{name}(?:(?:{between}){name})*"),
        one=roles.get("one", {}).get(pair[1], {}),
        more=roles.get("each", {}).get(pair[1], {}),
        joined={
            **titles,
            **{word: joined[word] for word in roles.get("and", ()) if word in joined},
        },
    )
