"""Names in a text: where they are, how they are spelt, and the edits that spell them one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from translate.document import Edit, apply, compose
from translate.languages import Language, language
from translate.languages.addresses import in_address
from translate.languages.words import fold_word
from translate.names.forms import MAY_BE, MAY_BE_IN_PERSON, Form, Index, index, is_person
from translate.names.glossary import Glossary, Name
from translate.names.reading import Reading, whole
from translate.names.spelling import articles, key, no_first_names, plain, titles
from translate.names.truecase import words_with_capitals

RULE = "names.canonical"
# A name put right may complete the name beside it: look again, but not for ever.
PASSES = 4
# A word of at most so many letters may be another with other accents.
SHORT = 5
# The sign that stands with spaces or without: `AT & T`.
JOINING = "&"
# The English article of a name gives way to any other before it.
ARTICLE = "The "


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end` (code points) of a text.

    `text` is the spelling there, `canonical` what should stand there in the source (a surname
    for a surname alone), `target` what should stand for it in the English.
    """

    start: int
    end: int
    text: str
    name: Name
    canonical: str
    target: str

    @property
    def is_canonical(self) -> bool:
        """Whether the spelling is the canonical one, whatever its spaces and apostrophes.

        A term of the field may have capitals: `Machine Analytique` in a title is no variant.
        """
        return same(self.text, self.canonical, self.name)


def same(spelling: str, wanted: str, name: Name) -> bool:
    """Whether `spelling` is `wanted`, but for typography and, in a common noun, capitals.

    >>> same("Difference Engine", "difference engine", Name("difference engine", "term"))
    True
    """
    a, b = plain(spelling), plain(wanted)
    return a == b or (name.is_noun and a.casefold() == b.casefold())


class Search(NamedTuple):
    """What is looked for: the forms, the language `spoken` in the text, and that of the English."""

    table: Index
    spoken: Language
    target: Language


def find(text: str, glossary: Glossary, english: bool = False) -> list[Mention]:
    """Give the names in `text` in order, without overlaps, the longest spelling at each place.

    Case and accents do not matter, nor the kinds of space, apostrophe and hyphen. A short or
    ordinary word (`will`, `Sora`) counts only where its capital makes it a name, or in a line
    without capitals if it is no ordinary word. With `english`, `text` is a translation: target
    forms are known too. Takes time in proportion to the text.

    >>> glossary = Glossary((Name("Ada Lovelace", variants=("ada lovelas",)),))
    >>> text = "les notes d’ada lovelas ; Mme Lovelace les signe A. A. L."
    >>> [(m.text, m.canonical) for m in find(text, glossary)]
    [('ada lovelas', 'Ada Lovelace'), ('Lovelace', 'Lovelace')]
    """
    table = index(glossary, english)
    if not table:
        return []
    reading, other = Reading(text, table.words), language(glossary.target)
    search = Search(table, other if english else language(glossary.source), other)
    found: list[Mention] = []
    at, end = 0, len(reading.words)
    while at < end:
        for length in range(min(table.longest(reading.words[at]), end - at), 0, -1):
            form = table.get(tuple(reading.words[at : at + length]))
            if form and _fits(reading, form, at, search):
                start = reading.spans[at][0] - len(form.head)
                stop = reading.spans[at + length - 1][1]
                stop += len(_tail(form, text, stop))
                source, target = form.source, form.target
                if _has_article(reading, form, at):
                    source = source.removeprefix(ARTICLE)
                if text[start].isupper() and reading.begins_sentence(at):
                    source, target = (s[:1].upper() + s[1:] for s in (source, target))
                found.append(Mention(start, stop, text[start:stop], form.name, source, target))
                at += length - 1
                break
        at += 1
    return found


def _fits(reading: Reading, form: Form, at: int, search: Search) -> bool:
    """Whether `form`, whose words stand at `at`, is a name there."""
    last = at + len(form.words) - 1
    start, end = reading.spans[at][0], reading.spans[last][1]
    spelling = reading.text[start:end]
    return (
        _gaps_agree(reading, form, at)
        and reading.text.endswith(form.head, 0, start)
        # A changed number of words would move the end of the line.
        and ("\n" not in spelling or len(whole(spelling).split()) == len(form.source.split()))
        and not in_address(reading.text, start, end)
        and (at < last or _accents_agree(form, spelling, search.spoken))
        and (not form.name.is_noun or _may_be_noun(reading, form, at, search.spoken))
        and _looks_a_name(reading, form, at, search)
        and (not form.is_part or _stands_alone(reading, form, at, search))
    )


def _tail(form: Form, text: str, stop: int) -> str:
    """Give the signs at `stop` that belong to `form`: not the full stop of the sentence alone."""
    if not text.startswith(form.tail, stop):
        return ""
    rest = text[stop + len(form.tail) :].lstrip()
    return (
        "" if not form.source.endswith(form.tail) and (not rest or rest[0].isupper()) else form.tail
    )


def _has_article(reading: Reading, form: Form, at: int) -> bool:
    """Whether an article stands where `form` lacks the one of its name: `le New York Times`."""
    without = form.source.startswith(ARTICLE) and form.words[0] != fold_word(ARTICLE.strip())
    return without and at > 0 and reading.words[at - 1] in articles()


def _gaps_agree(reading: Reading, form: Form, at: int) -> bool:
    allowed = MAY_BE_IN_PERSON if is_person(form.name) else MAY_BE
    for i, wanted in enumerate(form.gaps):
        there = reading.gap(at + i)
        apart = there == " " and wanted == "0" and JOINING in form.words[i : i + 2]
        if not apart and (not there or there not in allowed.get(wanted, wanted)):
            return False
    return True


def _accents_agree(form: Form, spelling: str, spoken: Language) -> bool:
    """One word may lack the accents of its name; others only where they make no other word.

    `méta` is not Meta, but a long word that nobody knows is its name (`Vélunor`). A common noun
    lacks them in capitals alone, or where what is left is no word: `marche` is not `marché`.
    """
    lower = plain(spelling).casefold()
    if lower == plain(form.spelling).casefold():
        return True
    if lower != fold_word(spelling):
        return len(lower) > SHORT and spoken.weight(lower) == 0 and not form.name.is_noun
    word = form.name.is_noun and not spelling.isupper() and spoken.weight(lower) > 0
    return not word


def _may_be_noun(reading: Reading, form: Form, at: int, spoken: Language) -> bool:
    """Whether what stands before `form` lets it be a noun, and a feminine made by rule a person."""
    before = reading.words[at - 1] if at and reading.gap(at - 1) in (" ", "'") else ""
    if form.kind == "feminine":
        return before in spoken.inflection.determiners or reading.begins_sentence(at)
    if len(form.words) > 1:
        return True
    start, end = reading.spans[at]
    phrase = spoken.inflection.in_phrase(reading.text, start, end)
    return before not in spoken.inflection.subjects and not phrase


def _looks_a_name(reading: Reading, form: Form, at: int, search: Search) -> bool:
    """Whether a form that could be other words is the name, by its capitals."""
    one = len(form.words) == 1
    capitals = form.capitals
    common = form.is_common(search.spoken)
    doubtful = common or form.is_short or (one and form.is_common(search.target))
    # In a translation `variants_left` asks whether the source requires it.
    translated = search.spoken == search.target
    own = capitals[0] if capitals else 0  # "van der Meer" has its capital in its last word
    bare = form.kind == "surname" and not reading.capitalised(at + own) and not translated
    announced = form.is_part and _is_announced(reading, form, at, search.spoken)
    if not capitals or announced or not (doubtful or bare):
        return True
    word = bare and _is_noun_or_verb(reading, form, at, search.spoken)
    if word or not doubtful:
        return not word
    if not reading.cased(at):
        if common:
            return _is_phrase(reading, form, at, search.spoken)
        return form.kind != "surname" or len(form.words[0]) > 3
    # The capital of the first word may be that of the sentence, or lost (`dans le Monde`).
    capitals = [i for i in capitals if i > 0] or capitals
    begins = reading.begins_sentence(at)
    if common and capitals == [0] and begins:
        return _is_subject(reading, form, at, search.spoken)
    # French often has one capital: `la Société générale`.
    first = not one and not begins and reading.capitalised(at)
    return first or all(reading.capitalised(at + i) for i in capitals)


def _is_subject(reading: Reading, form: Form, at: int, spoken: Language) -> bool:
    """Whether an ordinary word that begins a sentence is a name: `Blanc a souri`.

    A noun has an article before it; of more words, as they are in the glossary, none is asked for.
    """
    last = at + len(form.words) - 1
    after = reading.words[last + 1] if reading.gap(last) == " " else ""
    follows = after in spoken.follows or _is_future(after, spoken)
    return reading.capitalised(at) and (follows or _is_phrase(reading, form, at, spoken))


def _is_future(word: str, spoken: Language) -> bool:
    """Whether the folded `word` is a verb of the future: its infinitive is a known word.

    >>> [_is_future(word, language("fr")) for word in ("passera", "prendront", "agora", "camera")]
    [True, True, False, False]
    """
    future = spoken.forms.future.match(word) if spoken.forms else None
    verb = future["infinitive"] if future else ""
    return bool(verb) and any(spoken.weight(one) > 0 for one in (verb, f"{verb}e"))


def _is_phrase(reading: Reading, form: Form, at: int, spoken: Language) -> bool:
    """Whether ordinary words without capitals are a name: `le grand canyon`, not `le monde`.

    It needs two that are more than articles and the like, and nothing before it that says it is
    one of several (`un grand canyon`).
    """
    telling = [word for word in form.words if word not in spoken.function_words]
    if len(telling) < 2 or form.words[0] != telling[0]:
        return False
    before = reading.words[at - 1] if at and reading.gap(at - 1) == " " else ""
    return before not in spoken.determiners - spoken.definite


def _is_noun_or_verb(reading: Reading, form: Form, at: int, spoken: Language) -> bool:
    """Whether a surname in small letters is a word of the sentence: `la selle`, `il fonda`."""
    if at and reading.gap(at - 1) in (" ", "'") and reading.words[at - 1] in spoken.determiners:
        return True
    start, end = reading.spans[at][0], reading.spans[at + len(form.words) - 1][1]
    word = reading.text[start:end]
    return reading.cased(at) and word not in words_with_capitals(spoken) and spoken.weight(word) > 0


def _is_announced(reading: Reading, form: Form, at: int, spoken: Language) -> bool:
    """Whether a title or the person's initial stands before a surname: `mme page`, `l. page`."""
    between = reading.gap(at - 1) if at else ""
    before = reading.words[at - 1] if between in (" ", ".") else ""
    return before in spoken.honorifics or (between, before) == (".", key(form.name.canonical)[0][0])


def _stands_alone(reading: Reading, form: Form, at: int, search: Search) -> bool:
    """Whether no other first name, no initial and no hyphen gives the surname to another."""
    table, spoken, _ = search
    last = at + len(form.words) - 1
    if at and reading.hyphen(at - 1) and reading.words[at - 1] not in spoken.prefixes:
        return _is_pair(reading.words[at - 1], form, table)
    if reading.hyphen(last) and reading.words[last + 1] not in spoken.pointers:
        return _is_pair(reading.words[last + 1], form, table)
    surname_follows = (
        reading.gap(last) == " "
        and reading.cased(last)
        and reading.capitalised(last + 1)
        and reading.words[last + 1] not in spoken.ordinary
    )
    return not surname_follows and _may_follow(reading, form, at)


def _is_pair(word: str, form: Form, table: Index) -> bool:
    """Whether `word`, hyphened to a surname, is a name by itself: `l'affaire Babbage-OpenAI`.

    Two people's names may be one surname: `Joliot-Curie` stays as it is.
    """
    other = table.get((word,))
    return bool(other and other.name != form.name and not is_person(other.name))


def _may_follow(reading: Reading, form: Form, at: int) -> bool:
    """Whether the word before number `at` is no first name of somebody else."""
    between = reading.gap(at - 1) if at else ""
    before = reading.words[at - 1] if between in (" ", ".") else ""
    if not before.isalpha() or before in no_first_names():
        return True
    if len(before) == 1 and reading.capitalised(at - 1):
        return _are_initials(reading, form, at)
    if between == ".":
        return True
    if reading.cased(at):
        return not reading.capitalised(at - 1) or before == _initials(form)
    return form.words == key(form.source)  # not a variant: right whoever it is


def _are_initials(reading: Reading, form: Form, at: int) -> bool:
    """Whether the initials before number `at` are the person's: `J.-P. Serre`, `M. P. Dupin`."""
    found = ""
    while at and reading.gap(at - 1) in (" ", ".", ".-", "-"):
        letter = reading.words[at - 1]
        if len(letter) > 1 or not letter.isalpha() or (found and letter in titles()):
            break
        found, at = letter + found, at - 1
    return _initials(form).startswith(found)


def _initials(form: Form) -> str:
    """Give the initials of the first names of the person of `form`."""
    words = key(form.name.canonical)
    return "".join(word[0] for word in words[: len(words) - len(form.words)])


def canonicalise(text: str, glossary: Glossary) -> list[Edit]:
    """Give the edits of `text` that write every name of the glossary in its canonical spelling.

    The edits have the rule `names.canonical`. A second pass finds nothing to do.

    >>> glossary = Glossary((Name("OpenAI", "organisation", ("open ai",)),))
    >>> apply("l'avis d’openai, ex-open ai", canonicalise("l'avis d’openai, ex-open ai", glossary))
    "l'avis d’OpenAI, ex-OpenAI"
    """
    edits: list[Edit] = []
    now = text
    for _ in range(PASSES):
        more = [_edit(m) for m in find(now, glossary) if not m.is_canonical]
        if not more:
            break
        edits = compose(text, edits, more) if edits else more
        now = apply(now, more)
    return edits


def respelt(spelling: str, canonical: str) -> str:
    """Give `canonical` with the spaces that `spelling` has, where both have as many words.

    The end of a line that cuts a word comes after the last.

    >>> respelt("ada\\nlovelas", "Ada Lovelace"), respelt("Ada Love-\\nlas", "Ada Lovelace")
    ('Ada\\nLovelace', 'Ada Lovelace\\n')
    """
    words, spaces = canonical.split(), re.findall(r"\s+", whole(spelling))
    if len(words) != len(spaces) + 1:
        return canonical
    new = "".join(w + s for w, s in zip(words, [*spaces, ""], strict=True))
    return new + "\n" * (spelling.count("\n") - new.count("\n"))


def _edit(mention: Mention) -> Edit:
    new = respelt(mention.text, mention.canonical)
    reason = f"'{mention.text}' stands for {mention.name.canonical} in the glossary"
    return Edit(mention.start, mention.text, new, RULE, reason)
