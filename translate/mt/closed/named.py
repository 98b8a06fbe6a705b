"""Names with one form in the other language, and acronyms: is each in the translation?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from translate.document import Edit, apply
from translate.languages import family_of_a_place, language
from translate.languages.patterns import compiled
from translate.languages.words import LETTER, WORD, alone, fold_word
from translate.mt.closed.full_names import lost_full_names
from translate.mt.closed.grammar import any_of, grammar, literal
from translate.mt.closed.lost import Lost
from translate.mt.closed.single_names import lost_single_names
from translate.mt.counterparts.senses import NONE, senses
from translate.mt.counterparts.stems import stem
from translate.mt.held import HeldSpan, apart

ACRONYM = re.compile(r"(?<![\w.@#/⟦-])[A-ZÀÉÈ]{2,6}(?![\w⟧’'@/-]|\.\w)")
ROMAN = re.compile(r"[IVXLCDM]+")
# A line in capitals has no acronyms.
SHARE = 0.8
# Kinds of names that may be ordinary words, too: "Allier" is a river, and at the beginning a verb.
WORDY = ("persons", "institutions")
# The pattern of a name, its forms, whether a model reads it as words.
Pattern = tuple[str, tuple[str, ...], bool]
INSIDE = r"(?:(?<=[\w,;:] )|(?<=[’'(]))"


@cache
def _names(pair: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    tables = language(pair[0]).table("named.toml")
    return {
        f"{kind} {name}": tuple(forms.split("|"))
        for kind, some in tables.items()
        for name, forms in some.get(pair[1], {}).items()
    }


def _among(words: Collection[str], pair: tuple[str, str]) -> list[Pattern]:
    """Give the patterns of names of which a part is among `words`, in their order."""
    every, by_part = _patterns(pair)
    return [every[n] for n in sorted(n for word in words for n in by_part.get(word, ()))]


@cache
def _patterns(pair: tuple[str, str]) -> tuple[list[Pattern], Mapping[str, list[int]]]:
    """Give for each name its pattern and its forms, and by a word of each where it stands here.

    And whether a model reads it as words: then it is held, though its form is the same.
    """
    found: list[Pattern] = []
    by_part: dict[str, list[int]] = {}
    articles = grammar(pair[0]).table("articles")
    none = grammar(pair[0]).table("firms").get("none", "")
    for key, forms in sorted(_names(pair).items(), key=lambda k: -len(k[0])):
        kind, name = key.split(" ", 1)
        if kind in ("acronyms", "reigns"):
            continue
        article, _, rest = name.partition(" ")
        word = literal(name)
        if kind in ("places", "papers") and article in articles:
            some = articles[article] if kind == "places" else articles[article][1:2]
            spelt = any_of(f(word) for word in some for f in (str, str.capitalize))
            if kind == "papers":  # "du Monde" may be of the world
                spelt = any_of([article, *some])
            word = f"(?P<article>{spelt}) {literal(rest)}"
        before, behind = r"(?<![\w-])", r"(?![\w-])"
        if kind == "papers" and name.count(" ") < 2 and "-" not in name:
            before = r"(?<=\w )"  # at the beginning it may be no name
        if kind in ("papers", "firms") and none:
            behind += f"(?!{none})"
        if kind in WORDY and fold_word(name) in language(pair[0]).ordinary:
            before = rf"(?:{INSIDE}|{before}(?={word}(?:, [A-ZÀ-Þ]| \()))"
        by_part.setdefault(max(WORD.findall(name), key=len), []).append(len(found))
        found.append((before + word + behind, forms, kind in ("institutions", "firms")))
    return found, by_part


@cache
def _reigns(pair: tuple[str, str]) -> re.Pattern[str] | None:
    kings = [key.split(" ", 1)[1] for key in _names(pair) if key.startswith("reigns ")]
    some = rf"(?<![\w-])(?P<king>{any_of(kings)}) (?P<number>[IVX]+)(?![\w’'-]|\. [A-ZÉ])"
    return re.compile(some) if kings else None


@lru_cache(maxsize=1 << 12)  # what holds, mends and checks asks for the same texts
def _found(
    text: str, pair: tuple[str, str]
) -> tuple[tuple[re.Match[str], tuple[str, ...], bool], ...]:
    """Give the names in `text`, what each may be in the other language, and whether it is held."""
    found: list[tuple[re.Match[str], tuple[str, ...], bool]] = []
    for spelt, forms, words in _among(frozenset(WORD.findall(text)), pair):
        pattern = compiled(spelt)
        sure = "article" not in pattern.groupindex and len(forms) == 1
        found += (
            (match, forms, sure and (words or forms[0] != match[0]))
            for match in pattern.finditer(text)
            if not family_of_a_place(text, *match.span(), language(pair[0]))
        )
    if reigns := _reigns(pair):
        for match in reigns.finditer(text):
            forms = _names(pair)[f"reigns {match['king']}"]
            whole = tuple(f"{form} {match['number']}" for form in forms)
            found.append((match, whole, len(forms) == 1))
    return tuple(found)


def with_acronyms(text: str, taken: Sequence[HeldSpan], pair: tuple[str, str]) -> str:
    """Give `text` with capitals for the acronyms in small letters outside of the spans `taken`.

    >>> with_acronyms("Le pdg de la sncf dit : ce pib l'intrigue.", [], ("fr", "en"))
    "Le PDG de la SNCF dit : ce PIB l'intrigue."
    """
    small = _small(pair)
    found = [HeldSpan(*match.span(), "name") for match in small.finditer(text)] if small else []
    there = ((span.start, text[span.start : span.end]) for span in apart(found, taken))
    return apply(text, (Edit(at, small, small.upper()) for at, small in there))


@cache
def _small(pair: tuple[str, str]) -> re.Pattern[str] | None:
    """Give the pattern of acronyms in small letters, but those that are words as well."""
    listed = [key.split(" ")[1] for key in _names(pair) if key.startswith("acronyms ")]
    words = grammar(pair[0]).table("acronyms").get("words", "").split()
    some = {one.lower() for one in [*listed, *language(pair[0]).glosses.get(pair[1], ())]}
    return alone(f"(?:{any_of(some.difference(words))})") if some else None


def named(text: str, pair: tuple[str, str]) -> list[HeldSpan]:
    """Give the names of `text` that have a form of their own in the other language.

    Those without an article come out as that form, if there is but one and it is another; all do
    where nothing but such names is said.

    >>> text = "Elle va du Mans au Havre, sous Henri IV."
    >>> [(text[s.start : s.end], s.english) for s in named(text, ("fr", "en"))]
    [('du Mans', ''), ('au Havre', ''), ('Henri IV', 'Henry IV')]
    >>> [one.english for one in named("Le Mans, Angers (Loire-Atlantique)", ("fr", "en"))]
    ['Le Mans', 'Angers', 'Loire-Atlantique']
    """
    found: list[HeldSpan] = []
    whole: list[HeldSpan] = []
    for match, forms, sure in _found(text, pair):
        new = apart([HeldSpan(*match.span(), "name", forms[0] if sure else "")], found)
        found += new
        whole += (replace(span, english=forms[0]) for span in new)
    rest = apply(text, (Edit(one.start, text[one.start : one.end], "") for one in found))
    nothing_else = bool(found) and not LETTER.search(rest)
    return sorted(whole if nothing_else else found, key=lambda span: span.start)


def lost_names(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the names of `source` whose form `english` does not have.

    >>> lost = lost_names("Elle vit au Havre.", "She is there.", ("fr", "en"))
    >>> [(one.text, one.lead, one.english) for one in lost]
    [('au Havre', 'à ', 'Le Havre')]
    >>> list(lost_names("L’ONU parle.", "The United Nations speaks.", ("fr", "en")))
    []
    """
    taken: list[HeldSpan] = []
    leads = grammar(pair[0]).table("leads")
    for match, forms, _ in _found(source, pair):
        new = apart([HeldSpan(*match.span(), "name")], taken)
        taken += new
        if new and not any(holds(english, form) for form in (*forms, match[0])):
            article = match.groupdict().get("article") or ""
            yield Lost(*match.span(), match[0], leads.get(article.lower(), ""), forms[0])
    for one in (
        *lost_full_names(source, english, pair),
        *lost_single_names(source, english, pair),
    ):
        if apart([HeldSpan(one.start, one.end, "name")], taken):
            yield one
    yield from _lost_acronyms(source, english, pair)


def with_own_articles(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the article that is part of the name of a place of `source`.

    >>> with_own_articles("Il va au Havre.", "He goes to the Havre.", ("fr", "en"))
    'He goes to Le Havre.'
    """
    for match, forms, _ in _found(source, pair):
        article, _, name = forms[0].partition(" ")
        if "article" in match.groupdict() and article in grammar(pair[0]).table("articles"):
            bare = rf"(?:\b[Tt]he )?(?<!{article} )\b{literal(name)}\b"
            english = re.sub(bare, forms[0], english)
    return english


def _lost_acronyms(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    if sum(map(str.isupper, source)) > SHARE * sum(map(str.isalpha, source)):
        return
    names = _names(pair)
    for match in ACRONYM.finditer(source):
        short = match[0]
        listed = f"acronyms {short}" in names
        forms = names.get(f"acronyms {short}", (short,))
        own = listed and forms == (short,)  # the CIC is a bank, and no number
        if (ROMAN.fullmatch(short) and not own) or (
            short in grammar(pair[0]).codes("currencies") and not listed
        ):
            continue
        if any(holds(english, form) for form in forms):
            continue
        if not listed and other_acronym(short, english, source, pair):
            continue
        yield Lost(*match.span(), short, "", forms[0])


def other_acronym(short: str, english: str, source: str, pair: tuple[str, str]) -> bool:
    """Tell whether `english` has an acronym of its own that may stand for `short`.

    It has the same letters, or was met so often where `short` was that it is one of its senses.
    """
    counted = senses(*pair)
    meant = counted.of(stem(short, pair[0])) if counted else NONE
    return any(
        sorted(found) == sorted(short) or stem(found, pair[1]) in meant
        for found in (m[0] for m in new_acronyms(english, source, pair))
    )


def new_acronyms(english: str, source: str, pair: tuple[str, str]) -> Iterator[re.Match[str]]:
    """Give the acronyms of `english` that `source` does not have."""
    for match in ACRONYM.finditer(english):
        if match[0] not in source and match[0].lower() not in language(pair[1]).function_words:
            yield match


def mended_acronym(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the one acronym that the model made up written as the source has it.

    >>> mended_acronym("L’INSEE enquête.", "The INDEE investigates.", ("fr", "en"))
    'The INSEE investigates.'
    """
    lost = list(_lost_acronyms(source, english, pair))
    new = list(new_acronyms(english, source, pair)) if lost else []
    if len(lost) == len(new) == 1:
        return english[: new[0].start()] + lost[0].english + english[new[0].end() :]
    return english


def holds(english: str, form: str) -> bool:
    """Tell whether `form` stands in `english` as words of its own."""
    if form.isalnum() and form not in english:
        return False
    return bool(re.search(rf"(?<!\w){literal(form)}(?!\w)", english))
