"""Names of people with initials, "G. Le Goff", "M.-C. Blanc": no sentence ends within one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.languages import Language, language
from translate.languages.words import WORD, fold_word

FAMILY = r"(?![A-Z]['’])[A-ZÀ-Þ](?:[\w’'-]*[a-zà-ÿ]|['’A-ZÀ-Þ-]*[A-ZÀ-Þ])(?![\w-])"
# Two initials alone: "(A. M.)", "P. M. et C. D.".
PAIR = re.compile(r"(?<![\w.’'-])[A-ZÀ-Þ]\.\s[A-ZÀ-Þ]\.(?=\s*(?:[,;)»]|$|(?:et|à)\s))")
# What stands behind a name that may be a word, where it is none: "S. La Porte, maire".
ALONE = re.compile(r"\s*(?:[,;)»]|\.(?:\s|$))")


def initialled(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Give where the names of `text` begin and end whose initials look like something else.

    Two initials with a hyphen are of a name. One before an article is, if it stands where a name
    does and no word follows; behind a title an article is the family's.

    >>> text = "Lire M.-C. Blanc, G. Le Goff et Me La Pryne. Vitamine C. Le Goff l'a dit."
    >>> [text[start:end] for start, end in initialled(text, "fr")]
    ['M.-C. Blanc', 'G. Le Goff', 'La Pryne']
    >>> text = "Lu par A. M. et B. C. (S. M., à Niort)"
    >>> [text[start:end] for start, end in initialled(text, "fr")]
    ['A. M.', 'S. M.']
    >>> list(initialled("En l’an 50 av. J.-C. César gagne. Réponse : B. Le Maroc", "fr"))
    []
    """
    told = language(code).table("names.toml").get("people")
    if not told:
        return
    names = [] if text.isupper() else [*_names(text, code)]
    taken = {place for name in names for place in range(*name)}
    pairs = (one.span() for one in PAIR.finditer(text) if one.start() not in taken)
    names += (one for one in pairs if not re.search(told["era"], text[: one[0]]))
    yield from sorted(names)


def _names(text: str, code: str) -> Iterator[tuple[int, int]]:
    told = language(code).table("names.toml")["people"]
    end = 0  # of the name before
    for match in _pattern(code).finditer(text):
        joined = bool(end) and re.fullmatch(told["joins"], text[end : match.start()]) is not None
        if joined or _stands(match, language(code)):
            end = match.end()
            yield match.span()


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Give the pattern of initials and a name, or of a name with an article alone."""
    particle = language(code).table("names.toml")["people"]["particle"]
    return re.compile(
        r"(?<![\w’'.-])(?:(?P<two>[A-ZÀ-Þ][hr]?\.?-[A-ZÀ-Þ][hr]?)\.\s"
        rf"(?:{particle})?|(?:(?P<one>[A-ZÀ-Þ])\.\s|(?<=[\w.]\s))(?P<particle>{particle}))"
        rf"(?P<family>{FAMILY})(?:[- ](?:{particle})?{FAMILY})*"
    )


def _stands(match: re.Match[str], spoken: Language) -> bool:
    told, before = spoken.table("names.toml")["people"], match.string[: match.start()]
    family = fold_word(match["family"])
    if family in spoken.function_words:
        return False
    if match["two"]:
        short = match["two"].lower()
        known = spoken.sentences.other | spoken.sentences.titles
        return not (re.search(told["era"], before) or (short in known and short != told["own"]))
    if not match["one"]:
        last = WORD.findall(before[-20:])
        titled = bool(last) and last[-1] in told["titles"].split()
        return titled and family not in spoken.roles
    if match["one"] == told["mister"] or not re.search(told["introduced"], before):
        return False
    word = family in spoken.ordinary or family in spoken.roles or match["family"] in spoken.renamed
    behind = match.string[match.end() :]
    if not word or ALONE.match(behind) or re.match(rf"{told['joins']}[A-ZÀ-Þ]\.", behind):
        return True
    ends = match.end() == len(match.string) and match.start() > 0
    return ends and re.match(told["of"], f" {match['particle'].lower()}") is not None
