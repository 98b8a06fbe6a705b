"""Words that a model lost, and whose meaning is known: a symbol carries each past it.

Luong and others (2015, aclanthology.org/P15-1002) let a model mark what it does not know and put a
dictionary's word there. Here coverage tells which words of the source were lost, and a symbol that
the model copies says where their English stands.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, cast

from translate.config import SOURCE, TARGET
from translate.document import Edit, apply
from translate.languages import family_of_a_place, language
from translate.languages.words import with_capital_of
from translate.mt.checks import Attempt
from translate.mt.checks.meaning import covered, listed_words, lost_names, lost_parts, whole_name
from translate.mt.counterparts.coverage import Gap
from translate.mt.counterparts.expressions import english_of, listed_as
from translate.mt.counterparts.senses import is_rare, likely
from translate.mt.data import table
from translate.mt.strings import swap, whole, with_articles
from translate.mt.units import Names, Repair, Unit
from translate.mt.words.agreeing import done, present
from translate.mt.words.classes import as_it_stands, behind_noun, in_form
from translate.mt.words.dictionary import Dictionary

KINDS = ("infinitive", "participle", "finite", "plural", "doing")


@dataclass(frozen=True, slots=True)
class Told:
    """A text with symbols for some of its words, and the `words`: symbol, source, English.

    `verbs` are the symbols of infinitives behind a preposition, `participles` those of participles
    behind an auxiliary, `finite` those of verbs with a subject, `plain` and `third` those of verbs
    of the present in that form, `doing` those of what is done while something else is; `nouns` are
    those behind which the words of some symbols stand; `pair` is that of the languages.
    """

    text: str
    words: Names
    verbs: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    third: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    nouns: Mapping[str, str] = field(default_factory=dict)
    pair: tuple[str, str] = (SOURCE, TARGET)

    def repairs(self, answer: str) -> tuple[Repair, ...]:
        """Give what reading `answer`, a translation, puts in."""
        meant = self._meant(answer)
        words = ((old, meant[symbol]) for symbol, old, _ in self.words)
        return tuple(Repair("meaning", old, new) for old, new in words if old != new)

    def read(self, english: str) -> str | None:
        """Give `english` with the words in the place of their symbols; None where one cannot be.

        >>> Told("Une ⟦0⟧ passe.", (("⟦0⟧", "outarde", "bustard"),)).read("An ⟦0⟧ passes.")
        'A bustard passes.'
        >>> verb = Told("Prêt à ⟦0⟧.", (("⟦0⟧", "coasser", "croak"),), ("⟦0⟧",))
        >>> verb.read("Ready for ⟦0⟧."), verb.read("Ready to ⟦0⟧."), verb.read("Ready at ⟦0⟧.")
        ('Ready to croak.', 'Ready to croak.', None)
        >>> verb.read("Ready without ⟦0⟧.")
        'Ready without croaking.'
        >>> done = Told("Il n'a pas ⟦0⟧.", (("⟦0⟧", "coassé", "croaked"),), (), ("⟦0⟧",))
        >>> done.read("It has not ⟦0⟧."), done.read("It has no ⟦0⟧.")
        ('It has not croaked.', None)
        >>> does = Told("Il ne ⟦0⟧ pas.", (("⟦0⟧", "coassait", "croaked"),), finite=("⟦0⟧",))
        >>> does.read("It does not ⟦0⟧."), does.read("It never ⟦0⟧."), does.read("And, ⟦0⟧ it.")
        (None, 'It never croaked.', None)
        >>> rang = Told("Il n'a pas ⟦0⟧.", (("⟦0⟧", "sonné", "rang"),), (), ("⟦0⟧",))
        >>> rang.read("It has not ⟦0⟧."), rang.read("It never ⟦0⟧.")
        ('It has not rung.', 'It never rang.')
        >>> [repair.after for repair in rang.repairs("It has not ⟦0⟧.")]
        ['rung']
        """
        rules = table("meanings").get(self.pair[1])
        if rules:
            kinds = {"noun": self.participles, "finite": self.finite}
            kinds |= {"plain": self.plain, "third": self.third}
            for kind, symbols in kinds.items():
                for symbol in symbols:
                    if re.search(rules[kind], english.partition(symbol)[0]):
                        return None
            if (placed := self._placed(english, rules)) is None:
                return None
            english = self._counted(placed, rules)
        return swap(with_articles(english, Unit("", names=self.words)), self._meant(english))

    def _placed(self, english: str, rules: Mapping[str, Any]) -> str | None:
        """Give `english` with symbols of verbs behind what they can stand behind, None if not.

        What the source says behind a noun stands before it.

        >>> nouns = {"⟦0⟧": "stratégie"}
        >>> Told("", (("⟦0⟧", "habile", "skillful"),), nouns=nouns).read("A strategy ⟦0⟧, then.")
        'A skillful strategy, then.'
        >>> doing = Told("", (("⟦0⟧", "évacuant", "evacuating"),), doing=("⟦0⟧",))
        >>> doing.read("Secure the place in ⟦0⟧ it."), doing.read("It fell, in ⟦0⟧ it.")
        ('Secure the place by evacuating it.', 'It fell, evacuating it.')
        """
        instead = partial(_with_capital, rules["instead"])
        for symbol in self.verbs:
            before, found, after = english.partition(symbol)
            before = re.sub(rules["before"], instead, before)
            if not (re.search(rules["bare"], before) or re.search(rules["gerund"], before)):
                return None
            english = before + found + after
        for symbol in self.doing:
            before, found, after = english.partition(symbol)
            for old, new in rules["by"] if found else ():
                before = re.sub(old, new, before)
            english = before + found + after
        for noun in dict.fromkeys(self.nouns.values()):
            some = "|".join(re.escape(symbol) for symbol, one in self.nouns.items() if one == noun)
            row = re.compile(rf"(?<![\w-])(?P<noun>[a-z]+)(?P<row>(?: (?:{some}))+)(?![\w-])")
            if (
                (there := row.search(english))
                and likely(noun, there["noun"], self.pair) >= table("coverage")["told_behind"]
                and re.search(rules["after"], english[there.end() :])
                and not re.search(rules["aside"], english[: there.start()])
            ):
                turned = " ".join([*reversed(there["row"].split()), there["noun"]])
                english = english[: there.start()] + turned + english[there.end() :]
        return english

    def _counted(self, english: str, rules: Mapping[str, Any]) -> str:
        """Give `english` without an article of one before symbols of what is several.

        >>> told = Told("", (("⟦0⟧", "témoins", "witnesses"),))
        >>> told.read("They came as a ⟦0⟧.")
        'They came as witnesses.'
        """
        for symbol, old, new in self.words:
            before, found, after = english.partition(symbol)
            several = old.lower().endswith("s") and re.search(rules["many"], new)
            if found and several and (one := re.search(rules["single"], before)):
                english = before[: one.start()] + found + after
        return english

    def _meant(self, english: str) -> dict[str, str]:
        """Give what each symbol of `english` stands for, in the form that it has there."""
        meaning = {symbol: target for symbol, _, target in self.words}
        rules = table("meanings").get(self.pair[1], {})
        for symbol in self.participles:
            meaning[symbol] = done(meaning[symbol], english.partition(symbol)[0], self.pair[1])
        for symbol in self.verbs if rules else ():
            before = english.partition(symbol)[0]
            if re.search(rules["gerund"], before) and not re.search(rules["bare"], before):
                meaning[symbol] = in_form(meaning[symbol], "going", self.pair[1])
        for symbol, target in meaning.items() if rules else ():
            if re.search(rules["counted"], english.partition(symbol)[0]):
                meaning[symbol] = re.sub(rules["many"], "", target)
        return meaning


def with_listed(counted: Dictionary, pair: tuple[str, str]) -> Dictionary:
    """Give `counted` with the meanings that are listed for `pair`, which come first.

    >>> both = with_listed(Dictionary(frozenset(["the"]), {"gazon": "grass"}), ("fr", "en"))
    >>> both.meaning["gazon"], {"the", "lawn"} <= both.words
    ('lawn', True)
    """
    listed = language(pair[0]).meanings(pair[1])
    words = counted.words and counted.words | listed_words(*pair)
    return replace(counted, words=words, meaning=ChainMap(listed, dict(counted.meaning)), pair=pair)


def told(
    attempt: Attempt,
    meaning: Mapping[str, str],
    symbols: Sequence[str],
    before: Names = (),
    doubted: bool = False,
) -> Told | None:
    """Give the source of `attempt` with `symbols` for words that its English lacks, if there are.

    They are those that are rare or lost for sure, all that may be lost where it is `doubted`, have
    a `meaning`, and stand in small letters but at the beginning, or have a capital in the other
    language too, as a name has, which is its own; a part of a name of several words stands for all
    of it. Words told `before` go with them.

    >>> attempt = Attempt(Unit("Le noyau a des neutrons."), "The kernel has antibodies.")
    >>> told(attempt, {"neutrons": "neutrons"}, ["⟦0⟧", "⟦1⟧"]).text
    'Le noyau a des ⟦0⟧.'
    """
    least, source = table("coverage")["told"], attempt.source
    wholes = {name: whole_name(name, source, attempt.pair) for name in lost_names(attempt)}
    wholes = lost_parts(attempt) | wholes
    names = {listed_as(name): name for name in wholes.values()}
    names |= {listed_as(word): english for _, word, english in before}
    meaning = ChainMap(names, cast("MutableMapping[str, str]", meaning))
    gaps = sorted(covered(attempt).missing, key=lambda gap: -gap.weight)
    lost = dict.fromkeys(  # one is told twice where it is a part of a compound, too
        wholes.get(gap.word, gap.word)
        for gap in gaps
        if gap.word in wholes or (gap.weight >= least and _tellable(gap, attempt, meaning, doubted))
    )
    again = dict.fromkeys(word for _, word, _ in before)
    if lost.keys() <= again.keys():
        return None
    lost = again | lost
    free = [symbol for symbol in symbols if symbol not in source]
    every: list[str] = []
    for word in lost:
        if len(whole(*every, word).findall(source)) <= len(free):
            every.append(word)
    if not every:
        return None
    longest = whole(*sorted(every, key=len, reverse=True))
    about = attempt.unit.about
    known = {
        m: english_of(m[0], source, attempt.pair, meaning, about) for m in longest.finditer(source)
    }
    verbal = {m: present(m, said, attempt.pair, meaning) for m, said in known.items()}
    known = {m: as_it_stands(m, said, attempt.pair, meaning) for m, said in known.items() if said}
    known |= {m: one.english for m, one in verbal.items() if one}
    there = list(zip((m for m, said in known.items() if said), free, strict=False))
    if not there:
        return None
    nouns = {symbol: noun for m, symbol in there if (noun := behind_noun(m, attempt.pair[0]))}
    text = apply(source, (Edit(match.start(), match[0], symbol) for match, symbol in there))
    words = tuple((symbol, match[0], known[match]) for match, symbol in there)
    verbs, participles, finite, plural, doing = (
        tuple(symbol for match, symbol in there if _stands(match, source, rules))
        for rules in (table("meanings").get(attempt.pair[0], {}).get(kind) for kind in KINDS)
    )
    plain, third = (
        tuple(symbol for match, symbol in there if (one := verbal[match]) and one.form == form)
        for form in ("plain", "third")
    )
    finite = (*finite, *plural)
    kinds = verbs, participles, finite, plain, third, doing
    none = {symbol for symbols in kinds for symbol in symbols}
    nouns = {symbol: noun for symbol, noun in nouns.items() if symbol not in none}
    return Told(text, words, *kinds, nouns=nouns, pair=attempt.pair)


def _tellable(gap: Gap, attempt: Attempt, meaning: Mapping[str, str], doubted: bool) -> bool:
    """Tell whether the `meaning` of a lost word may be told: it is known, and no name's."""
    word = gap.word
    english = english_of(word, attempt.source, attempt.pair, meaning, attempt.unit.about)
    there = whole(word).search(attempt.source)
    spoken = language(attempt.pair[0])
    if not english or not there or family_of_a_place(attempt.source, *there.span(), spoken):
        return False
    untold = table("meanings").get(attempt.pair[0], {}).get("untold", {}).get("words", "")
    if word.lower() in untold.split():
        return False
    if _reflexive(word, attempt.source[: there.start()], attempt.pair[0]):
        return False
    begins = attempt.source.startswith(word) and word[1:].islower()
    surely = gap.weight >= table("coverage")["fault"] or (doubted and not _verbal(word, attempt))
    return (surely or is_rare(word.lower(), attempt.pair[0])) and (
        word.partition(" ")[0].islower() or begins or english[0].isupper()
    )


def _reflexive(word: str, before: str, code: str) -> bool:
    """Tell whether `word`, behind `before`, is a reflexive verb, which may mean another thing.

    >>> [_reflexive(word, "Il se ", "fr") for word in ("trouvait", "trouver")]
    [True, False]
    """
    rules = table("meanings").get(code, {}).get("reflexive")
    return bool(rules and re.search(rules["end"], word) and re.search(rules["before"], before))


def _verbal(word: str, attempt: Attempt) -> bool:
    """Tell whether `word` of the source of `attempt` looks like a verb."""
    rules = table("meanings").get(attempt.pair[0], {}).get("doubted")
    if not rules:
        return False
    before = attempt.source.partition(word)[0]
    verb = re.search(rules["verb"], word) and not re.search(rules["behind"], before)
    return bool(verb or re.search(rules["subject"], before))


def _with_capital(new: str, old: re.Match[str]) -> str:
    return with_capital_of(old[0], new)


def _stands(word: re.Match[str], text: str, rules: Mapping[str, str] | None) -> bool:
    """Tell whether `word`, no name, ends and stands in `text` as the `rules` say."""
    before = text[: word.start()]
    return bool(
        rules
        and word[0].islower()
        and re.search(rules["end"], word[0])
        and re.search(rules["before"], before)
    )
