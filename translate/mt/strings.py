"""What is done to the text of a unit and to its English, whatever the engine: pure functions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from translate.languages import language
from translate.languages.words import LETTER
from translate.mt.data import table
from translate.mt.held import SYMBOL
from translate.mt.sentences import opening
from translate.mt.units import Unit
from translate.mt.words.articles import agreeing, article

# What a model writes of its own: a symbol, and the sign for what it has no piece for.
OWN = re.compile(rf"{SYMBOL.pattern}|⁇")
# What ends a sentence, and the quotation marks and brackets behind it.
END = re.compile(
    r"(?P<mark>[ \xa0\u202f]*(?:…|\.{2,}|[!?]+|[.:;,]|(?<=[\w ])[-–—])|)(?P<after>[\s»”’\"')\]]*)$"
)
# What the end of a text is made of, so that it is looked for nowhere else.
ENDING = "…?!.:;,-–—»”’\"')]" + "".join(filter(str.isspace, map(chr, range(0x3001))))
LOOSE = re.compile(r'(?<![^\s(\[])"[ \xa0]+(?=[^"\s][^"\n]*")')
QUOTES = re.compile(r"[«„]\s*|\s*»|[“”]")
SINGLE = re.compile(r"(?<!\w)‘\s*((?:[^‘’]|’(?=\w))+)’(?!\w)")
DOTS = re.compile(r"…|\.{2,}")
SHORT = re.compile(r"(?:\b\w\.){2,}$")  # p.m.
BRACKETS = frozenset(")]")
# A word, its end mark behind it: no address, and no Greek letter of a formula.
PLAIN = re.compile(r"(?![\u0370-\u03ff])[^\W\d_][\w’'-]*\W*")
LETTERS = re.compile(r"[^\W\d_]+(?![\w-])")
# One word or some, said again at once.
SAID = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
AGAIN = re.compile(
    rf"(?<![\w'’-])(?P<said>{SAID}(?P<more> {SAID}(?: {SAID}){{0,3}})?)"
    r"(?P<again>(?: (?P=said))+)(?![\w'’-])",
    re.I,
)
# A word in which a model mixed capitals and small letters (`SOrbonne`); not `MPs`.
MIXED = re.compile(r"\b[A-ZÀ-Þ]{2}[a-zß-ÿ]{2,}\b")


def without_own_symbols(english: str, source: str) -> str:
    """Give `english` without the symbols that the model wrote and `source` does not hold as often.

    >>> without_own_symbols("The ⟦7⟧ mill ⟦0⟧ ⟦0⟧ turns ⁇.", "Le moulin ⟦0⟧ tourne.")
    'The mill ⟦0⟧ turns.'
    """
    left = Counter(m[0] for m in OWN.finditer(source))
    out: list[str] = []
    at = 0
    for match in OWN.finditer(english):
        left[match[0]] -= 1
        if left[match[0]] < 0:
            out.append(english[at : match.start()].rstrip())
            at = match.end()
    return "".join([*out, english[at:]]).strip() if out else english


def around_symbols(text: str, symbols: Sequence[str]) -> list[str]:
    """Cut `text` at `symbols`, which are kept.

    >>> around_symbols("Ada et ⟦0⟧ : voir ⟦1⟧.", ["⟦1⟧"])
    ['Ada et ⟦0⟧ : voir ', '⟦1⟧', '.']
    """
    places = "|".join(map(re.escape, symbols))
    return [part for part in re.split(f"({places})", text) if part] if places else [text]


def translatable(part: str) -> bool:
    """Tell whether `part` holds words."""
    return bool(LETTER.search(part)) and not SYMBOL.fullmatch(part)


def refill(part: str, english: str) -> str:
    """Give `english` between the spaces that stand around `part`."""
    body = part.strip()
    start = part.index(body)
    return part[:start] + english + part[start + len(body) :]


def swap(text: str, meaning: dict[str, str], *, words: bool = False) -> str:
    """Give `text` with every key of `meaning` replaced by its value, all at a time.

    Of two keys that begin alike the longer one is looked for first; `words` asks for whole words.

    >>> swap("⟦1⟧ and ⟦0⟧", {"⟦1⟧": "⟦0⟧", "⟦0⟧": "Ada"})
    '⟦0⟧ and Ada'
    """
    if not meaning:
        return text
    keys = "|".join(map(re.escape, sorted(meaning, key=len, reverse=True)))
    pattern = rf"(?<!\w)(?:{keys})(?!\w)" if words else keys
    return re.sub(pattern, lambda m: meaning[m[0]], text)


@lru_cache(maxsize=1 << 10)
def whole(*words: str) -> re.Pattern[str]:
    """Give the pattern of any of `words` where it is no part of another or of a compound.

    >>> whole("thé", "riz").findall("Du riz, un thé, un rizotto, un salon-thé.")
    ['riz', 'thé']
    """
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")


def with_articles(english: str, unit: Unit) -> str:
    """Give `english` with the `a` or `an` that each word, and name of `unit`, calls for.

    >>> with_articles("A ⟦0⟧ is there.", Unit("Une ⟦0⟧ est là.", names=(("⟦0⟧", "ONG", "NGO"),)))
    'An ⟦0⟧ is there.'
    >>> from translate.mt.terms import Term
    >>> with_articles("It is a executive.", Unit("", (Term("cadre", "executive", "cadre"),)))
    'It is an executive.'
    """
    english = agreeing(english)
    names = [(symbol, name) for symbol, _, name in unit.names]
    for there, name in (*names, *((term.target, term.target) for term in unit.terms)):
        before = rf"(?<!\w)(a|(?:(?<=^)|(?<=[.!?] ))A)n?(?= {re.escape(there)}(?!\w))"
        english = re.sub(before, rf"\1{article(name)[1:]}", english)
    return english


def neat(source: str, english: str, code: str) -> str:
    """Give `english` with the end and the first letter that `source` calls for.

    A model ends a heading with a full stop of its own, begins the second half of a sentence with a
    capital, and takes the tone out of an end mark.

    >>> neat("Trois départs", "Three departures.", "en")
    'Three departures'
    >>> neat("et il part.", "And he leaves.", "en"), neat("lundi", "Monday", "en")
    ('and he leaves.', 'Monday')
    >>> neat("Bien !", "Well.", "en"), neat("Il dit…", "He says-", "en"), neat("Oui.", "yes", "en")
    ('Well!', 'He says...', 'Yes.')
    """
    english = ended(source, english)
    if source[:1].islower() and lowerable(english, code):
        return english[0].lower() + english[1:]
    return raised(source, english)


def raised(source: str, english: str) -> str:
    """Give `english` with a capital at its start if `source` has one there.

    >>> raised("« Oui. »", '"yes."'), raised("Un iPhone", "iPhone"), raised("et", "and")
    ('"Yes."', 'iPhone', 'and')
    >>> raised("Le a@b.fr sonne.", "a@b.fr rings.")
    'a@b.fr rings.'
    """
    at = opening(english)
    first = source[opening(source) :][:1]
    word = english[at:].split(" ", 1)[0]
    if first.isupper() and word.islower() and PLAIN.fullmatch(word):
        english = english[:at] + english[at].upper() + english[at + 1 :]
    return english


def lowered(english: str, code: str) -> str:
    """Give `english`, in language `code`, with a small letter at its start, but that of a name.

    >>> [lowered(text, "en") for text in ("A rope;", "French bread", "Paris and Rome", "I go")]
    ['a rope;', 'French bread', 'Paris and Rome', 'I go']
    >>> lowered("May 3, 2024", "en"), lowered("May the year end well", "en")
    ('May 3, 2024', 'may the year end well')
    """
    at = opening(english)
    word = LETTERS.match(english, at)
    known = language(code)
    if not word or not word[0].istitle() or (small := word[0].lower()) in known.capitals:
        return english
    if dated(small, english[word.end() :], code):
        return english
    if small not in known.function_words and small not in known.ordinary:
        return english
    return english[:at] + english[at].lower() + english[at + 1 :]


def ended(source: str, english: str) -> str:
    """Give `english` with the end mark of `source`, before the quotation mark that closes it.

    >>> ended("« Où va-t-on ? »", '"Where are we going."'), ended("Voici (p. 3) :", "Here (p. 3)")
    ('"Where are we going?"', 'Here (p. 3):')
    >>> ended("À 16 h", "At 4 p.m."), ended("Un titre", "A title."), ended("Oui ?!", "Yes?!")
    ('At 4 p.m.', 'A title', 'Yes?!')
    """
    mine, theirs = (END.search(text, len(text.rstrip(ENDING))) for text in (source, english))
    if not (mine and theirs and english):
        return english
    wanted, there = (DOTS.sub("...", found["mark"].strip()) for found in (mine, theirs))
    if wanted == there and theirs["mark"] != "…":
        return english
    body, after = english[: theirs.start()], theirs["after"]
    if not wanted:
        # Behind a quotation mark or bracket the full stop may be of the sentence around.
        stays = there != "." or mine["after"].strip() or SHORT.search(english)
        return english if stays else body + after
    if after.strip()[-1:] in BRACKETS and not mine["after"].strip():
        return english + wanted
    return body + wanted + after


def recased(source: str, english: str) -> str:
    """Give `english` with one capital in words that the model wrote with two, as `source` has not.

    >>> recased("La Sorbonne ouvre.", "The SOrbonne opens."), recased("Deux PME.", "Two SMEs.")
    ('The Sorbonne opens.', 'Two SMEs.')
    """
    return MIXED.sub(lambda m: m[0] if m[0] in source else m[0].capitalize(), english)


def undoubled(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with nothing twice in a row if `source` has nothing so.

    >>> undoubled("Une halle couverte.", "A covered covered market.", ("fr", "en"))
    'A covered market.'
    >>> undoubled("Par an, pendant dix ans.", "A year a year for for ten years.", ("fr", "en"))
    'A year for ten years.'
    >>> undoubled("Il sait que ça va.", "He knows that that is fine.", ("fr", "en"))
    'He knows that that is fine.'
    """
    if not AGAIN.search(english):
        return english
    empty = language(pair[0]).telling_words
    if any(m["more"] or m["said"].lower() not in empty for m in AGAIN.finditer(source)):
        return english
    may_be = table("checks")["twice"].get(pair[1], {}).get("may", "").split()

    def once(match: re.Match[str]) -> str:
        said = match["said"]
        # What comes more often is a loop.
        twice = len(match["again"]) == len(said) + 1 and not AGAIN.search(said)
        right = said.lower() in may_be or match[0] in source
        return said if twice and not right else match[0]

    return AGAIN.sub(once, english)


def plain_quotes(english: str) -> str:
    """Give `english` with one style of quotation marks, each close to what it opens.

    >>> plain_quotes('« Oui », “no”, " well"')
    '"Oui", "no", "well"'
    >>> plain_quotes("‘We don’t know’, he said."), plain_quotes("the ’90s, players’ rooms")
    ('"We don’t know", he said.', 'the ’90s, players’ rooms')
    """
    if '"' not in (english := QUOTES.sub('"', english)):
        english = SINGLE.sub(r'"\1"', english)
    return LOOSE.sub('"', english)


def dated(word: str, behind: str, code: str) -> bool:
    """Tell whether `word`, with `behind` behind it, is a month of language `code` with a number.

    >>> dated("may", " 3, 2024", "en"), dated("may", " the year end well", "en")
    (True, False)
    """
    return word in language(code).months_by_name and behind[1:2].isdigit()


def lowerable(english: str, code: str) -> bool:
    """Tell whether `english`, in language `code`, begins with a capital that may be lowered.

    >>> [lowerable(text, "en") for text in ("And so", "Monday, yes", "NASA is", "May 3", "May I")]
    [True, False, False, False, True]
    """
    first = english.split(" ", 1)[0]
    word, lang = first.strip(",.;:"), language(code)
    plain = len(word) > 1 and word[0].isupper() and word[1:].islower() and word[1:].isalpha()
    month = dated(word.lower(), english[len(first) :], code)
    return plain and not month and word.lower() not in lang.capitals
