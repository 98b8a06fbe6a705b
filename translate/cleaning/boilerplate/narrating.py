"""Does a line speak of others? Then it is a statement, whatever its words are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translate.cleaning.boilerplate.ends import without_tail
from translate.cleaning.boilerplate.lines import Line, split, undressed
from translate.cleaning.boilerplate.remembered import remembered
from translate.cleaning.boilerplate.shapes import shape, whole
from translate.cleaning.boilerplate.wording import call
from translate.languages import common, known, language
from translate.languages.patterns import compiled, in_all_languages
from translate.languages.telling import function_word_hits
from translate.languages.words import WORD, fold, fold_word

OWN = 8  # words: a writer tells of what is his own; "my lists and orders" has fewer
TOLD = 10  # words of a sentence that tells enough for the paragraph it stands in
LEAST = 5  # words: labels and buttons have fewer
# Log-odds: a sentence that reads as a call no more than that is a statement; one that narrates.
STATED, NARRATED = -1.0, 0.0
EARLY = 20  # words in which a call turns to its reader, at the latest
PAST = {"<English past>", "<speaker>"}  # signs of who tells
CALLS = {  # signs of who calls on somebody
    *("<we>", "<you>", "<thou>", "<this page>"),
    *("<an order first>", "<an infinitive first>"),
}
WRITER = {"<first person>"}  # and of who speaks of himself
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|»[^«»]*«|\"[^\"]*\"")
ACCENT, STANDS = "á", r"\b(?:{stands})\b"  # what is, and no "this"
QUOTES = "«“„»\"'"
# One quotation and nothing else, which ends as a sentence.
WHOLE = re.compile(rf"(?:<\w{{1,9}}>)?(?:{QUOTED.pattern})[.!?…]?\s*$")
# What may stand before a sentence: which one of a thread or a list, marks of emphasis and quoting.
LED = re.compile(r"^(?:[>#*_]+\s*|[(\[]?\d{1,2}(?:/\d{0,2}|[.)\]])\s+)+")
ENDED = re.compile(r"[.!?…]\W*$")
COLON = re.compile(r"(?<=\w) ?: (?=\w)")  # before what an order is good for


def narrates(line: Line) -> bool:
    """Tell whether somebody or something else is the subject of `line`, which speaks to nobody.

    Who says it stands behind it (", promised the site"); or its subject begins with an article or
    a pronoun, is a network ("Facebook supprime"), or, in a line of some length, something of the
    writer's own ("My father"), or a form of "to be" or "to have" shows it, or the past. Then no
    word turns to the reader ("you", "we", "this page"), nor does an order behind a full stop; but
    who tells what he did with others says "we". A line that is one quotation is somebody's words.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [narrates(split(text)[0]) for text in (
    ...     "Le journal a perdu la moitié de ses abonnés.", "Ce journal a besoin de ses abonnés.",
    ...     "Twitter modifie sa page d'accueil.", "Partager sur Twitter ou par courriel",
    ...     "La carte est masquée. Acceptez les cookies.")]
    [True, False, True, False, False]
    """
    bare = LED.sub("", undressed(" ".join(fold(without_tail(line.text)).split())))
    if WHOLE.match(bare):
        return line.words >= OWN and ENDED.search(bare) is not None
    if line.words < LEAST or not (bare[:1].isalpha() or bare[:1] in QUOTES):
        return False
    # What somebody else says turns to nobody here.
    told = _narrates(QUOTED.sub(" ", bare), _verbs(line))
    return told or (ENDED.search(bare) is not None and reported(bare))


def begins_telling(line: Line) -> bool:
    """Tell whether `line` speaks of something else before a word of it turns to the reader.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [begins_telling(split(text)[0]) for text in (
    ...     "La carte est un carton que le roi glisse dans votre poche.", "Votre carte est là.")]
    [True, False]
    """
    words = list(WORD.finditer(line.folded))
    turning = _turning(languages_of([word[0].lower() for word in words[:EARLY]]))
    turned = next((word for word in words if word[0].lower() in turning), None)
    begun = line.folded[: turned.start()] if turned else line.folded
    return len(WORD.findall(begun)) >= LEAST and _narrates(begun, _verbs(line))


def states(line: Line) -> bool:
    """Tell whether one of several sentences in `line` is no call: then the whole is none.

    It has so many words, narrates or turns to nobody, and its wording is that of a statement; what
    others say in what narrates is left out. So it is where what an order is good for, behind its
    colon, is told of others.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [states(split(text)[0]) for text in (
    ...     "Sais-tu qui les lit ? Les lettres du roi étaient gardées dans une tour de la ville.",
    ...     "Recevez notre lettre chaque matin. Elle est gratuite.",
    ...     "Partagez la page : ma mère n'a jamais dit combien de sel il y faut.")]
    [True, False, True]
    """
    return any(map(_told, line.sentences() or [line])) or any(
        one.words >= TOLD
        and (
            call(_own(one)) <= NARRATED
            if narrates(one)
            else call(one) <= STATED and not asks_reader(one)
        )
        for one in line.sentences()
    )


def _told(line: Line) -> bool:
    """Whether what stands behind the colon of a sentence tells of others, or how a thing arose."""
    behind = COLON.search(line.text)
    if behind is None:
        return False
    told = _own(split(line.text[behind.end() :].strip())[0])
    if told.words < OWN:
        return False
    arose = _said(told.folded, "arose", _begun_in(told.folded))
    return arose or (call(told) <= STATED and not asks_reader(told))


def _own(line: Line) -> Line:
    """Give a line without what others say in it."""
    said = QUOTED.sub(" ", line.text)
    return line if said == line.text else split(said)[0]


def addresses(line: Line) -> bool:
    """Tell whether `line` turns to the reader, speaks of us or of this page, or gives an order.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [addresses(split(text)[0]) for text in ("Recevez la lettre", "La lettre du roi")]
    [True, False]
    """
    return bool(WRITER & shape(line.text)) or asks_reader(line)


def asks_reader(line: Line) -> bool:
    """Tell whether `line` turns to the reader, speaks of all of us or of this page, or orders.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [asks_reader(split(text)[0]) for text in ("Mon mari lit la lettre", "Lisez la lettre")]
    [False, True]
    """
    return not CALLS.isdisjoint(shape(line.text)) or _asks(line.folded, _verbs(line))


@remembered
def reported(folded: str) -> bool:
    """Tell whether a folded line says who says it: then a call in it is what it tells of.

    >>> reported("Partagez, disait le panneau."), reported("Partagez la page du panneau.")
    (True, False)
    """
    codes = _begun_in(folded)
    return any(_said(text, "incise", codes) for text in (QUOTED.sub(" ", folded), folded))


@remembered
def _asks(folded: str, verbs: frozenset[str]) -> bool:
    """Whether a word of a folded line turns to the reader, or a later sentence gives an order.

    It is none of the `verbs` that only an accent tells from such a word.
    """
    words = [word.lower() for word in WORD.findall(whole(folded) if "-" in folded else folded)]
    codes = languages_of(words)
    return not (_turning(codes) - verbs).isdisjoint(words) or _said(folded, "order", codes)


@remembered
def _narrates(folded: str, verbs: frozenset[str]) -> bool:
    folded = whole(folded) if "-" in folded else folded
    tokens = WORD.findall(folded)[:EARLY]
    if len(tokens) < 2:
        return False
    words = [word.lower() for word in tokens]
    codes = languages_of(words)
    if _said(folded, "incise", codes):
        return True
    own = words[0] in _words("own", codes)
    together = len(words) >= OWN and _said(folded, "recount", codes)
    turning = _turning(codes) - (_words("ours", codes) if together else frozenset()) - verbs
    turned = any(word in turning for word in words[own:])
    if turned or "<this page>" in shape(folded) or _said(folded, "order", codes):
        return False
    told = together or (own and len(words) >= OWN) or _said(folded, "lived", codes)
    if told or words[0] in _words("subject", codes):
        return True
    if words[0] in common("networks") and tokens[1] not in _words("function", codes):
        return tokens[1].islower() and folded.startswith(f"{tokens[0]} {tokens[1]}")
    finite = _words("finite", codes)
    rest = folded.partition(tokens[0])[2]
    return tokens[0][0].isupper() and (bool(PAST & shape(rest)) or any(w in finite for w in words))


def _verbs(line: Line) -> frozenset[str]:
    """Give the verbs of a line, folded, that only an accent tells from "this".

    >>> sorted(_verbs(split("El puente está cerrado.")[0])), sorted(_verbs(split("Esta página")[0]))
    (['esta'], [])
    """
    if ACCENT not in line.text:
        return frozenset()
    return frozenset(map(fold_word, in_all_languages(STANDS, re.IGNORECASE).findall(line.text)))


def confides(line: Line) -> bool:
    """Tell whether the writer speaks of himself in `line`; what others say is left out.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [confides(split(text)[0]) for text in ("J'ai lu la lettre", "« Je pars », dit-il.")]
    [True, False]
    """
    said = QUOTED.sub(" ", line.folded)
    words = [word.lower() for word in WORD.findall(said)]
    own = _words("own", languages_of(words))
    return bool(WRITER & shape(said)) or any(word in own for word in words)


def lived(line: Line) -> bool:
    """Tell whether the writer says in `line` what he did, and turns to nobody.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [lived(split(text)[0]) for text in (
    ...     "Pourquoi j'ai refusé tous les cookies", "J'ai lu et j'accepte les cookies")]
    [True, False]
    """
    if line.words < LEAST or asks_reader(line):
        return False
    return _said(line.folded, "lived", _begun_in(line.folded))


def _said(folded: str, what: str, codes: tuple[str, ...]) -> bool:
    """Tell whether one of these languages finds its pattern of `what` in a folded line.

    "order" is one that begins a sentence behind the first, "incise" says who speaks the line,
    "recount" that somebody tells what he did with others, "lived" what he did himself, "arose" how
    something came about.
    """
    patterns = (language(code).page.get(what) for code in codes)
    return any(compiled(one, re.IGNORECASE).search(folded) for one in patterns if one)


def _begun_in(folded: str) -> tuple[str, ...]:
    """Give the codes of the languages that the first words of a folded line speak for."""
    return languages_of([word.lower() for word in WORD.findall(folded)[:EARLY]])


def languages_of(words: Sequence[str]) -> tuple[str, ...]:
    """Give the codes of the languages that `words`, in lower case, speak for most.

    >>> languages_of(["the", "cat", "is", "on", "the", "mat"]), languages_of(["newsletter"])
    (('en',), ())
    """
    hits = function_word_hits(words)
    most = max(hits.values(), default=0)
    return tuple(code for code, count in hits.items() if count == most)


@cache
def _turning(codes: tuple[str, ...]) -> frozenset[str]:
    """Give the words that turn to a reader in these languages, and are no other word of one.

    Of few words it is not known which language they are: "du" is "you" in German, "of the" in
    French.
    """
    turning = {code: _words("address", (code,)) for code in codes}
    other = (_words("function", (code,)) - turning[code] for code in codes)
    return frozenset().union(*turning.values()).difference(*other)


@cache
def determiners() -> frozenset[str]:
    """Give the words of all languages that begin what is done to something: "the", "my", "this".

    >>> [word in determiners() for word in ("la", "ma", "pour")]
    [True, True, False]
    """
    codes = tuple(one.code for one in known())
    return _words("subject", codes) | _words("own", codes) | _words("address", codes)


@cache
def _words(group: str, codes: tuple[str, ...]) -> frozenset[str]:
    """Give the words of these languages together."""
    lists = (getattr(language(code), f"{group}_words") for code in codes)
    return frozenset(fold_word(word) for words in lists for word in words)
