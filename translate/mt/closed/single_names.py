"""Names of one word, a first name, a place with hyphens or what is quoted: is each there?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from translate.languages import language
from translate.languages.words import WORD, fold, fold_word
from translate.mt.called import acts
from translate.mt.closed.lost import Lost
from translate.mt.counterparts.senses import meant
from translate.mt.sentences import opening

# One word with a capital, none like it beside it.
ALONE = re.compile(
    r"(?<![\w’'-])(?:[cdlnsmtj]['’]|[Qq]u['’])?(?P<name>[A-ZÀ-Þ][a-zà-ÿœ]+)(?![\w’'-])(?! [A-ZÀ-Þ])"
)
# Two words with a capital or more, hyphens and small words between them.
JOINED = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿœ]+(?:-(?:[a-zà-ÿ]{1,4}-){0,2}(?:[dl]['’])?[A-ZÀ-Þ][a-zà-ÿœ]+)+(?![\w-])"
)
# The last word before one, where it has a capital: "Avec Sophie", no "C'est".
CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w.-]* $")
# A word with a capital that is quoted alone, and any quotation.
QUOTED = re.compile(r"(?<=[a-zà-ÿ] )[«“\"]\s?(?P<said>[A-ZÀ-Þ][a-zà-ÿœ]+)\s?[»”\"]")
QUOTATION = re.compile(r"[«“\"][^«»“”\"]+[»”\"]")
BEFORE = 40  # how far the text before a name is looked at


def lost_single_names(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the first names and places of one word of `source` that `english` does not have.

    >>> pair = ("fr", "en")
    >>> said = "Hier, avec Sophie, il est allé à Sainte-Marnette."
    >>> [one.text for one in lost_single_names(said, "He went to Saint-Marnette.", pair)]
    ['Sophie', 'Sainte-Marnette']
    >>> list(lost_single_names(said, "With Sophie, he went to Sainte Marnette.", pair))
    []
    >>> list(lost_single_names("La Vierge Marie, en Virginie.", "Mary, in Virginia.", pair))
    []
    """
    told, folded = _told(pair[0]), fold(english)
    if not told or source.isupper():
        return
    for match in ALONE.finditer(source):
        name = match["name"]
        if not _stands(folded, name) and _is_first_name(match, pair[0]):
            yield Lost(match.start("name"), match.end(), name, "", name)
    for match in JOINED.finditer(source):
        name = match[0]
        if not _stands(folded, name) and _is_place(name, source[: match.start()], pair):
            yield Lost(match.start(), match.end(), name, "", name)
    for match in re.finditer(told["letter"], source):
        name = match["name"]
        if not _stands(folded, name):
            yield Lost(match.start("name"), match.end(), name, "", name)
    yield from _lost_quoted(source, english, told)


def _lost_quoted(source: str, english: str, told: Mapping[str, str]) -> Iterator[Lost]:
    """Give the names in quotation marks that `english` does not have in such."""
    gone = len(QUOTATION.findall(source)) > len(QUOTATION.findall(english))
    for match in QUOTED.finditer(source):
        said = match["said"]
        a_thing = re.search(told["quoted"], source[: match.start()])
        if (gone or a_thing) and not re.search(rf"[“\"]{re.escape(said)}[”\",.]", english):
            yield Lost(match.start(), match.end(), said, "", f'"{said}"')


def _stands(folded: str, name: str) -> bool:
    """Tell whether a `folded` text has `name`, without its accents, spaces for its hyphens."""
    words = re.split(r"[-’']", fold(name))
    spelt = r"[-’' ]".join(map(re.escape, words))
    return bool(re.search(rf"(?<![^\W_]){spelt}(?!\w)", folded))


def _is_first_name(match: re.Match[str], code: str) -> bool:
    """Tell whether a word is somebody's first name, by its place, and nobody of history's."""
    name, text, spoken, told = match["name"], match.string, language(code), _told(code)
    if name not in spoken.first_names or name in told["never"].split():
        return False
    if re.search(told["old"], text):
        return False
    start = match.start("name")
    before, after = text[max(0, start - BEFORE) : start], text[match.end() :]
    last = CAPITAL.search(before)  # "Mme Alexandre", "Carrefour Sophie"
    of_place = name in told["places"].split() and re.search(told["place"], before)
    of_more = last and fold_word(last[0].strip()) not in spoken.function_words
    if of_place or of_more or _is_royal(before, code):
        return False
    if re.search(told["before"], before) or re.match(told["behind"], after):
        return False
    if start == opening(text):
        return acts(after, code)
    return bool(spoken.forms and spoken.forms.within.search(before))


def _is_place(name: str, before: str, pair: tuple[str, str]) -> bool:
    """Tell whether `name`, of several words, has no other form in the other language."""
    spoken, small, told = language(pair[0]), name.lower(), _told(pair[0])
    if re.search(told["compound"], name) or _is_royal(before, pair[0]):
        return False
    if re.match(told["saint"], name):
        return name not in spoken.renamed  # what is listed of one may be another
    parts = {name, *WORD.findall(name)} & spoken.renamed  # Grande-Bretagne, Espagne-Portugal
    if any(fold_word(one) not in spoken.ordinary for one in parts - spoken.first_names):
        return False
    lists = spoken.expressions(pair[1]), spoken.renderings(pair[1]), spoken.meanings(pair[1])
    known = any(small in some for some in lists) or meant(name, pair)
    return not known and (not spoken.weight(small) or name in spoken.cased)


def _is_royal(before: str, code: str) -> bool:
    """Tell whether who is named behind the text `before` is a saint or a ruler."""
    forms = language(code).forms
    return forms is not None and bool(forms.royal.search(before))


@cache
def _told(code: str) -> dict[str, Any]:
    told: dict[str, Any] = language(code).table("names.toml").get("single", {})
    return told
