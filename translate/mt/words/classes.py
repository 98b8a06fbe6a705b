"""The class of a word that is told to a model: a verb where none but a verb can stand.

A listed meaning is that of the word alone, which may be of another class: behind an auxiliary
« a cité » is no housing estate, behind its subject « nous cessions » no sales.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from translate.languages import language
from translate.mt.data import table
from translate.mt.words.agreeing import third

STEM = 3  # letters that the forms of a verb share


def as_it_stands(
    word: re.Match[str], known: str, pair: tuple[str, str], meaning: Mapping[str, str]
) -> str:
    """Give what `word` of a text means, `known` mostly, in the class that its place asks for.

    `meaning` is that of infinitives; "" where it is not known of one that fits.

    >>> from translate.mt.strings import whole
    >>> meaning, pair = {"citer": "cite", "cesser": "stop"}, ("fr", "en")
    >>> for text, said, known in (
    ...     ("Elle a cité un mot.", "cité", "housing estate"),
    ...     ("La cité dort.", "cité", "housing estate"),
    ...     ("Il faut que nous cessions.", "cessions", "sales"),
    ...     ("Elle a épuisé le stock.", "épuisé", "out of print"),
    ... ):
    ...     print(as_it_stands(whole(said).search(text), known, pair, meaning))
    cited
    housing estate
    stop
    <BLANKLINE>
    """
    before, form = word.string[: word.start()], word[0].lower()
    for rule in table("meanings").get(pair[0], {}).get("classes", ()):
        if re.search(rule["end"], form) and re.search(rule["before"], before):
            told = table("meanings").get(pair[1], {})
            verb = _infinitive(form, rule["infinitive"], meaning)
            english = meaning.get(verb, "") if verb else ""
            if not told or _is_form(known, english, rule["form"], told, pair[1]):
                return known
            return _in_form(english, rule["form"], told, pair[1]) if english.islower() else ""
    return known


def _infinitive(form: str, ends: Sequence[Sequence[str]], meaning: Mapping[str, str]) -> str:
    """Give the first infinitive of `form` whose meaning is known, by the `ends` of both; or ""."""
    some = (form.removesuffix(old) + new for old, new in ends if form.endswith(old))
    return next((verb for verb in some if verb in meaning), "")


def _is_form(known: str, english: str, form: str, told: Mapping[str, Any], code: str) -> bool:
    """Tell whether what is `known` is such a `form`: where it has none of its own, of `english`."""
    first = known.partition(" ")[0].lower()
    if form in told["forms"]:
        past = (one for forms in language(code).irregular.values() for one in forms[1:] or forms)
        return bool(re.search(told["forms"][form], first)) or (form == "past" and first in past)
    return bool(english) and first[:STEM] == english[:STEM]


def _in_form(verb: str, form: str, told: Mapping[str, Any], code: str) -> str:
    """Give an English `verb` in its `form`, as `told`; one that is "plain" as it is.

    >>> told = table("meanings")["en"]
    >>> [_in_form(verb, "past", told, "en") for verb in ("cite", "stop", "go down", "cut")]
    ['cited', 'stopped', 'went down', 'cut']
    >>> _in_form("despise", "going", told, "en"), _in_form("tie up", "going", told, "en")
    ('despising', 'tying up')
    """
    first, space, rest = verb.partition(" ")
    if form == "past" and (irregular := language(code).irregular.get(first)):
        return f"{(*irregular[1:], first)[0]}{space}{rest}"
    return third(verb, told[form]) if form in told["forms"] else verb
