"""Names that stand in no glossary, by their capitals alone.

Within a French sentence a capital mostly means a name, and most names are spelt in English as they
are in French. What is not (`Londres`, `ONU`) or no name at all (`Commission`) is told by the
ordinary words of the language, by its form and place (`names.toml`), and by `renamed.txt`, which
training/capitals.py counts out of parallel text. In doubt a word is left to the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.languages import Language, after_first_name, common, language
from translate.languages.parts import NameForms
from translate.languages.words import alone, capital_within, fold_word
from translate.names.spelling import APOSTROPHES, HYPHENS, no_first_names

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_SIGN = f"[{re.escape(HYPHENS + APOSTROPHES)}]"
# A whole word with a capital, compounds in one.
WORD = alone(rf"(?![a-zß-öø-ÿœ])(?:{_LETTER})++(?:{_SIGN}(?:{_LETTER})++)*+")
PARTS = re.compile(_SIGN)
# A letter before the capital of a name that is no elision: O'Brien, N'Golo.
LETTERED = re.compile(rf"\w[{APOSTROPHES}][A-ZÀ-Þ]")
# How far the text before a word is looked at; the longest first name with a particle.
BEFORE = 40
# What ends a sentence as a title with a point would: 7 mm. is no MM.
UNIT = re.compile(r"\d[ \u00a0\u202f]?[a-z]{1,2}\. $")
# What follows a first word, where that is a name: the next of several, or a verb mostly.
THEN = re.compile(r",? (?:et |ou )?(?P<next>[A-ZÀ-Þ][a-zà-ÿ]+)|,? (?P<verb>[a-zà-ÿ]+)")
# A family name behind a first name, in a sentence that goes on.
FAMILY = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]{2,},? (?:[a-zà-ÿ]{2}|[aà] |(?<=, )\d)")
# What stands before the second of several.
ALSO = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]+)(?:,| et| ou) $")
# A word seen so often (binary logarithm) in small letters is an ordinary one.
COMMON = 8.0
# A name has at most so many particles in a row.
PARTICLES = 2


def unlisted(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Give the places, start and end, of names in `text`, a sentence, that English spells alike.

    `code` is the language. A first word counts only with a name after it, or if it has a capital
    within. There are none in a language without data, nor in a line of capitals.

    >>> text = "À Londres, Satya Nadella a vu Mandelbrot et des Singapouriens."
    >>> [text[a:b] for a, b in unlisted(text, "fr")]
    ['Satya Nadella', 'Mandelbrot']
    """
    spoken = language(code)
    telling = spoken.forms
    if telling is None or text.isupper():
        return
    words = [_alone(m, telling) for m in WORD.finditer(text) if m[0][0].isupper()]
    names = _names(words, telling, spoken)
    start = end = -1
    for i, word in enumerate(words):
        between = text[end : word.start()] if end >= 0 else ""
        if between and word[0] in telling.particles and _is_first(text[start:end], spoken):
            continue  # Jean Le Goff, Jean de La Tour
        if between and (names[i] or _goes_on(text[start:end], word[0], names[i + 1], spoken)):
            particle = not telling.particles.isdisjoint(between.split()[-1:])
            first = (names[i] or particle) and _is_first(text[start:end], spoken)
            joined = telling.joined.search(between) and not _of_a_firm(words, names, i, telling)
            if joined or (first and telling.of.search(between)):
                end = word.end()
                continue
        if end >= 0:
            yield start, end
        start, end = word.span() if names[i] else (-1, -1)
    if end >= 0:
        yield start, end


def _of_a_firm(words: list[re.Match[str]], names: list[bool], i: int, telling: NameForms) -> bool:
    """Tell whether the name of somebody begins with word `i`, behind that of a firm.

    >>> text = "Selon le patron d'OpenAI Wojciech Zaremba, oui."
    >>> [text[a:b] for a, b in unlisted(text, "fr")]
    ['OpenAI', 'Wojciech Zaremba']
    """
    firm = words[i - 1]
    before = firm.string[max(0, firm.start() - BEFORE) : firm.start()]
    return bool(
        (capital_within(firm[0]) or firm[0] in common("brands"))
        and telling.of.search(before[before.rstrip().rfind(" ") :])
        and names[i]
        and names[i + 1]
        and telling.joined.search(_between(words, i, i + 1))
    )


def _alone(match: re.Match[str], telling: NameForms) -> re.Match[str]:
    """Give a word without the elided one it begins with, if what is left must be a name."""
    elided = telling.elided.search(match[0])
    if elided is None or not capital_within(match[0][elided.end() :]):
        return match
    return WORD.match(match.string, match.start() + elided.end()) or match


def _names(words: list[re.Match[str]], telling: NameForms, spoken: Language) -> list[bool]:
    """Tell of each of `words`, and of the end after them, whether it is a name."""
    names = [False] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        if i + 1 < len(words) and _between(words, i, i + 1) == " ":
            names[i] = after_first_name(words[i][0], words[i + 1][0], spoken)
            if names[i]:
                continue
        after = _next(words, i, telling)
        near = after > i and telling.joined.search(_between(words, i, after))
        named = bool(near) and names[after]
        if not named and _is_first(words[i][0], spoken) and i + 1 < len(words):
            second = _next(words, i + 1, telling) if near and after == i + 1 else 0
            named = (  # Hugues d'Estrabonne, Jean Loup Pardessac
                names[i + 1] and bool(telling.of.search(_between(words, i, i + 1)))
            ) or (names[second] and bool(telling.joined.search(_between(words, i + 1, second))))
        names[i] = _is_name(words[i], words[after][0] if near else "", named, telling, spoken)
    return names


def _next(words: list[re.Match[str]], i: int, telling: NameForms) -> int:
    """Give the number of the word after number `i`, particles left out; 0 after the last."""
    after, last = i + 1, min(i + 1 + PARTICLES, len(words) - 1)
    while after < last and words[after][0] in telling.particles:
        after += 1
    return after if after < len(words) else 0


def _between(words: list[re.Match[str]], i: int, j: int) -> str:
    return words[i].string[words[i].end() : words[j].start()]


def _is_name(
    match: re.Match[str], after: str, named: bool, telling: NameForms, spoken: Language
) -> bool:
    """Tell whether a word is a name; `after` is the word that follows, `named` that it is one."""
    word = match[0]
    if len(word) < 2 or telling.elided.search(word) or telling.pointed.search(word):
        return False
    if capital_within(word) or LETTERED.match(word):
        return True
    people = "-" in word and PARTS.split(word)[-1] in spoken.renamed  # Afro-Américains
    if (
        (people and not _is_first(word, spoken))
        or telling.numeral.search(word)
        or telling.numeral.search(after)
    ):
        return False
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    called = _is_called(match, before, telling, spoken)
    if called or word in spoken.renamed or is_ordinary(word, spoken):
        return called or (named and _is_first(word, spoken))
    if not telling.within.search(before) or telling.item.search(before):
        return named and not telling.command.search(word)
    return named or not _is_noun(word, before, telling)


def _is_called(match: re.Match[str], before: str, telling: NameForms, spoken: Language) -> bool:
    """Tell whether a word, ordinary perhaps, is somebody's name by its place.

    That is any word after "Mme", and a first name inside a sentence, where no article stands before
    it, or at the beginning, where a verb follows or it is no other word.
    """
    word = match[0]
    last = before.replace(".", " ").split()[-1:]
    if last and before.endswith(" ") and fold_word(last[0]) in spoken.honorifics:
        return not UNIT.search(before)
    if not _is_first(word, spoken) or telling.royal.search(before):
        return False
    then = THEN.match(match.string, match.end())
    follows = then is not None and fold_word(then["verb"] or "") in spoken.follows
    other = then["next"] if then else None
    beside = ALSO.search(before)
    several = {other, beside[1] if beside else ""} & spoken.first_names
    if telling.within.search(before):
        said = bool(last) and last[0].lower() in spoken.sentences.attributions
        second = bool(last) and before.endswith(" ") and _is_first(last[0], spoken)
        told = word not in spoken.renamed or follows or several or said or second
        # Virginie is a state too
        article = last and PARTS.split(fold_word(last[0]))[0] in spoken.determiners
        return bool(told) and not article
    if telling.item.search(before):
        return bool(several)
    if then is None or other:
        return bool(several) or FAMILY.match(match.string, match.end()) is not None
    ordinary = is_ordinary(word, spoken) or spoken.weight(word.lower()) >= COMMON
    return follows or not ordinary


def _is_noun(word: str, before: str, telling: NameForms) -> bool:
    """Tell whether a word that stands alone is a people, a unit or a thing with a capital."""
    if telling.counted.search(before) and len(word) <= telling.unit_letters:
        return True
    several = bool(telling.several.search(before))
    if telling.noun.search(word) or (several and word.endswith("s")):
        return True
    return bool(telling.people.search(word)) and (several or bool(telling.one.search(before)))


def is_ordinary(word: str, language: Language) -> bool:
    """Tell whether `word`, or each part of a compound, is an ordinary word of `language`.

    >>> is_ordinary("Aujourd'hui", language("fr")), is_ordinary("Nadella", language("fr"))
    (True, False)
    """
    parts = [fold_word(part) for part in PARTS.split(word)]
    return all(len(part) < 2 or part in language.ordinary for part in parts)


def _goes_on(name: str, word: str, named: bool, spoken: Language) -> bool:
    """Tell whether `name` goes on with `word`, which is none by itself: `Gustave Doré`."""
    if after_first_name(name.rpartition(" ")[2], word, spoken):
        return True
    if word in spoken.renamed or len(word) < 2 or PARTS.search(word):
        return False
    first = all(_is_first(one, spoken) for one in name.split())
    return named or ((first or " " not in name) and fold_word(word) not in no_first_names())


def _is_first(name: str, spoken: Language) -> bool:
    """Tell whether `name` is a first name, or of several with hyphens: Anne-Sophie."""
    return spoken.first_names.issuperset(name.split("-"))
