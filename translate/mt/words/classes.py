"""The class of a word that is told to a model, by what stands before it and behind.

A listed meaning is that of the word alone, which may be of another class: behind an auxiliary
« a cité » is no housing estate, behind its subject « nous cessions » no sales, behind an article
« les associés » are partners, and not "associated".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from translate.languages import language
from translate.languages.conjugation import infinitives, places
from translate.mt.data import table
from translate.mt.words.agreeing import NOT_FINITE, third

PAST = ("past", "done")  # a verb's, and what is done to a noun
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
    >>> is_known, text = {"associés": "associated"}, "Les associés du cabinet partent."
    >>> as_it_stands(whole("associés").search(text), "associated", pair, is_known)
    'partners'
    """
    before, form = word.string[: word.start()], word[0].lower()
    if known == meaning.get(form) and is_noun(word, pair[0]):
        return _as_noun(form, known, pair)
    for rule in table("meanings").get(pair[0], {}).get("classes", ()):
        if re.search(rule["end"], form) and re.search(rule["before"], before):
            told = table("meanings").get(pair[1], {})
            verb = _infinitive(form, rule["infinitive"], meaning)
            english = meaning.get(verb, "") if verb else ""
            if not told or _is_form(known, english, rule["form"], told, pair[1]):
                return known
            return in_form(english, rule["form"], pair[1]) if english.islower() else ""
    return known


def is_noun(word: re.Match[str], code: str) -> bool:
    """Tell whether `word` of a text stands as a noun: behind an article, with no noun behind it.

    >>> from translate.mt.strings import whole
    >>> texts = ("Ce responsable part.", "Ce responsable, lui, part.", "Un pays responsable.")
    >>> [is_noun(whole("responsable").search(text), "fr") for text in texts]
    [False, True, False]
    """
    rules = table("meanings").get(code, {}).get("noun")
    return bool(
        rules
        and word[0].islower()
        and re.search(rules["before"], word.string[: word.start()])
        and re.search(rules["behind"], word.string[word.end() :])
    )


def behind_noun(word: re.Match[str], code: str) -> str:
    """Give the noun behind which `word` of a text stands, as an adjective does; "" where none is.

    >>> from translate.mt.strings import whole
    >>> texts = ("Une stratégie habile.", "Une stratégie habile à part.", "Un habile homme.")
    >>> [behind_noun(whole("habile").search(text), "fr") for text in texts]
    ['stratégie', '', '']
    """
    rules = table("meanings").get(code, {}).get("behind")
    found = rules and re.search(rules["before"], word.string[: word.start()])
    form = word[0].lower()
    verbs = (verb for verb in infinitives(form, code) if language(code).weight(verb))
    if any(place not in NOT_FINITE for verb in verbs for place in places(verb, form, code)):
        return ""
    if not found or re.search(rules["never"], form):
        return ""
    if not re.search(rules["behind"], word.string[word.end() :]):
        return ""
    return str(found["noun"])


def _as_noun(form: str, known: str, pair: tuple[str, str]) -> str:
    """Give what `form`, a noun, means: as it is listed, else as `known`, if no participle is."""
    listed = language(pair[0]).nouns(pair[1]).get(form)
    if listed is not None:
        return listed
    rules, told = (table("meanings").get(code, {}) for code in pair)
    forms = told.get("forms", {})
    done = re.search(rules["noun"]["end"], form) and any(
        re.search(end, known.partition(" ")[0]) for end in forms.values()
    )
    return "" if done else known


def _infinitive(form: str, ends: Sequence[Sequence[str]], meaning: Mapping[str, str]) -> str:
    """Give the first infinitive of `form` whose meaning is known, by the `ends` of both; or ""."""
    some = (form.removesuffix(old) + new for old, new in ends if form.endswith(old))
    return next((verb for verb in some if verb in meaning), "")


def _is_form(known: str, english: str, form: str, told: Mapping[str, Any], code: str) -> bool:
    """Tell whether what is `known` is such a `form`: where it has none of its own, of `english`."""
    first = known.partition(" ")[0].lower()
    if form in told["forms"]:
        past = (one for forms in language(code).irregular.values() for one in forms[1:] or forms)
        return bool(re.search(told["forms"][form], first)) or (form in PAST and first in past)
    return bool(english) and first[:STEM] == english[:STEM]


def in_form(verb: str, form: str, code: str) -> str:
    """Give a `verb` of language `code` in its `form`; one that is "plain" as it is.

    >>> [in_form(verb, "past", "en") for verb in ("cite", "stop", "go down", "cut")]
    ['cited', 'stopped', 'went down', 'cut']
    >>> [in_form(verb, "done", "en") for verb in ("cite", "fall back", "cut", "tell")]
    ['cited', 'fallen back', 'cut', 'told']
    >>> in_form("despise", "going", "en"), in_form("tie up", "going", "en")
    ('despising', 'tying up')
    """
    told = table("meanings")[code]
    first, space, rest = verb.partition(" ")
    if form in PAST and (irregular := language(code).irregular.get(first)):
        past = irregular[-1] if form == PAST[1] else (*irregular[1:], first)[0]
        return f"{past}{space}{rest}"
    return third(verb, told[form]) if form in told["forms"] else verb
