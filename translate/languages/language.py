"""A language: what its folder says of it, each part read when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path
from typing import Any

from translate.languages import lexicon
from translate.languages.folder import HERE, Folder
from translate.languages.inflection import Inflection
from translate.languages.parts import Accents, NameForms, Numbers, SentenceEnds, Trial, genders_in
from translate.languages.words import fold_word

LEXICON = "lexicon.txt.xz"


@dataclass(frozen=True)
class Language(Folder):
    """The language `code` (ISO 639-1). What its folder does not tell is empty.

    >>> fr = language("fr")
    >>> fr.name, fr.months[0], "mais" in fr.function_words, fr.numbers.words["douze"]
    ('French', ('janvier', 'janv'), True, 12)
    >>> language("xx").months, language("xx").rules
    ((), None)
    """

    @property
    def signs(self) -> dict[str, str]:
        """Patterns by which a line tells who speaks to whom, in the words of the language."""
        return dict(self.table("language.toml").get("signs", {}))

    @property
    def holes(self) -> dict[str, list[str]]:
        """What stands "before" and "after" a hole that a lost number left, and before "stops"."""
        return dict(self.table("language.toml").get("holes", {}))

    @property
    def name(self) -> str:
        """Its English name, or its code."""
        return str(self.table("language.toml").get("name", self.code))

    @cached_property
    def months(self) -> tuple[tuple[str, ...], ...]:
        """For each month its name and then its abbreviations, in lower case."""
        return tuple(map(tuple, self.table("language.toml").get("months", ())))

    @cached_property
    def months_by_name(self) -> dict[str, int]:
        """The number of each month by its name and its abbreviations."""
        return {form: n for n, forms in enumerate(self.months, 1) for form in forms}

    @property
    def lists(self) -> dict[str, list[str]]:
        """The lists that its rules may name without writing them: "month" and "day"."""
        months = [form for forms in self.months for form in forms]
        lists = {"month": months, "day": list(self.table("language.toml").get("days", ()))}
        return {name: words for name, words in lists.items() if words}

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The words that hold its sentences together, in lower case, cut at apostrophes."""
        return frozenset(self.words("function"))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The ordinary words that have a capital wherever they stand, in lower case."""
        return frozenset(self.words("capitals"))

    @property
    def nouns_have_capitals(self) -> bool:
        """Whether every noun has a capital, so that it tells of no name."""
        return bool(self.table("language.toml").get("nouns_have_capitals", False))

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """The function words, and what is left of others when they are cut at an apostrophe."""
        return self.function_words.union(self.words("remnants"))

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The folded words with which a subject of the third person begins: articles, pronouns."""
        return frozenset(map(fold_word, self.words("subject")))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The folded words with which a writer begins to tell of what is his own: "my"."""
        return frozenset(map(fold_word, self.words("own")))

    @cached_property
    def address_words(self) -> frozenset[str]:
        """The folded words that turn to the reader, or point at the page: "you", "we", "this"."""
        return frozenset(map(fold_word, self.words("address")))

    @cached_property
    def ours_words(self) -> frozenset[str]:
        """The folded ones of `address_words` for a writer and others: "we", "our"."""
        return frozenset(map(fold_word, self.words("ours")))

    @cached_property
    def finite_words(self) -> frozenset[str]:
        """The folded forms of the third person by which a sentence is told: "is", "have"."""
        return frozenset(map(fold_word, self.words("finite")))

    @cached_property
    def no_first_names(self) -> frozenset[str]:
        """The folded words that are nobody's first name; none where nothing is told of names."""
        if not self.table("names.toml"):
            return frozenset()
        words = [*self.function_words, *self.words("adverbs"), *self.words("verbs")]
        return self.roles.union(map(fold_word, words))

    @cached_property
    def roles(self) -> frozenset[str]:
        """The folded words that stand with a name: titles and professions."""
        return frozenset(map(fold_word, self.of_names("roles")))

    @cached_property
    def articles(self) -> frozenset[str]:
        """The folded articles, alone or one with a preposition, before a name."""
        return self.of_names("articles")

    @cached_property
    def determiners(self) -> frozenset[str]:
        """The folded words after which a word in small letters is a noun or a verb, no name."""
        return self.of_names("determiners")

    @cached_property
    def definite(self) -> frozenset[str]:
        """Those of the `determiners` that a name may have before it: articles."""
        return self.of_names("definite")

    @cached_property
    def follows(self) -> frozenset[str]:
        """The folded verbs before which a first word without an article is a name."""
        return self.of_names("follows")

    @property
    def contracted(self) -> dict[str, dict[str, str]]:
        """For each article of a name the words that it makes with a preposition, and that one."""
        return dict(self.table("names.toml").get("contracted", {}))

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Those of the `roles` that nothing but a name follows."""
        return self.of_names("honorifics")

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The folded words that a hyphen joins to the name after them: `ex-`."""
        return self.of_names("prefixes")

    @cached_property
    def pointers(self) -> frozenset[str]:
        """The folded words that a hyphen joins to the name before them: `-là`."""
        return self.of_names("pointers")

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The folded ordinary words, which alone are no name; reads part of the lexicon (50 ms)."""
        words = lexicon.ordinary(self.folder / LEXICON) if self.has_lexicon else []
        words += self.of_names("ordinary")
        plain = [word for word in words if word.isascii()]
        # Folded in one piece, which is five times as fast as word by word.
        others = fold_word("\n".join(word for word in words if not word.isascii())).split("\n")
        return self.no_first_names.union(plain, filter(None, others))

    @cached_property
    def forms(self) -> NameForms | None:
        """How names are told from other capitalised words, None where that is not known."""
        table = self.table("names.toml").get("forms")
        return NameForms.read(table) if table else None

    @property
    def kinds(self) -> dict[str, dict[str, str]]:
        """The kinds of names, and what tells each: see `[kinds]` in fr/names.toml."""
        return dict(self.table("names.toml").get("kinds", {}))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Common first names: many are ordinary words too, or are in `renamed`."""
        return self.listed("first-names.txt")

    @cached_property
    def renamed(self) -> frozenset[str]:
        """Capitalised words that English writes otherwise (`Londres`)."""
        return self.listed("renamed.txt")

    @cached_property
    def cased(self) -> frozenset[str]:
        """Words that have a capital nearly always; those that a surname follows end in "+"."""
        return self.listed("cased.txt")

    @cached_property
    def numbers(self) -> Numbers:
        """Its number words."""
        return Numbers.read(self.table("numbers.toml"))

    @cached_property
    def inflection(self) -> Inflection:
        """How its terms are inflected."""
        return Inflection.read(self.table("inflection.toml"))

    @cached_property
    def gender(self) -> dict[str, Any]:
        """What tells a woman from a man in it, and whom its pronouns mean; empty if untold."""
        return genders_in(self.table("gender.toml"))

    @property
    def glosses(self) -> dict[str, dict[str, str]]:
        """What abbreviations are, by the language of the reader: see glosses.toml."""
        return self.table("glosses.toml")

    @property
    def traps(self) -> dict[str, list[list[str]]]:
        """What is often taken at the wrong word, by the language of the reader: see traps.toml."""
        return self.table("traps.toml")

    @cached_property
    def sentences(self) -> SentenceEnds:
        """What the ends of its sentences depend on."""
        short = [form for forms in self.months for form in forms[1:]]
        return SentenceEnds.read(self.table("sentences.toml"), short)

    @property
    def credits(self) -> dict[str, str]:
        """Patterns of words about the making of a text: see `[credits]` in README.md."""
        return dict(self.table("language.toml").get("credits", {}))

    @property
    def page(self) -> dict[str, str]:
        """Patterns of what stands on a page beside its text: see `[page]` in README.md."""
        return dict(self.table("language.toml").get("page", {}))

    @cached_property
    def trial(self) -> Trial:
        """Sentences to try a model on."""
        table = self.table("language.toml").get("trial", {})
        return Trial(**{key: tuple(value) for key, value in table.items()})

    @cached_property
    def accents(self) -> Accents | None:
        """How letters lost in a wrong conversion are put back, None where that is not known."""
        table = self.table("repair.toml")
        return Accents.read(table, self.weight) if table else None

    @cached_property
    def letters(self) -> dict[str, dict[str, float]]:
        """How likely letters with signs stand where: see `decode`, which made them be counted."""
        letters: dict[str, dict[str, float]] = json.loads(self.text("letters.json") or "{}")
        return letters

    @property
    def rules(self) -> Path | None:
        """The rule pack for boilerplate in this language, if there is one."""
        path = self.folder / "rules.toml"
        return path if path.is_file() else None

    def senses(self, target: str) -> str:
        """Give which stems of language `target` stand for its own, "" where that was not counted.

        The lines are those that training/senses.py writes.
        """
        import lzma

        path = self.folder / f"senses-{target}.txt.xz"
        return lzma.decompress(path.read_bytes()).decode("utf-8") if path.is_file() else ""

    @cache  # noqa: B019 - there is one object of a language, and it stays
    def renderings(self, target: str) -> dict[str, str]:
        """Give rarer words with the words of language `target` that may stand for them.

        Nouns, adjectives and verbs, each in the form that it has in a text. The first is the one
        that nearly always fits, empty where there is none.

        >>> language("fr").renderings("en")["gazon"], language("en").renderings("fr")
        ('lawn|turf|grass', {})
        """
        return self.options(f"meanings-{target}.tsv")

    @cache  # noqa: B019 - there is one object of a language, and it stays
    def nouns(self, target: str) -> dict[str, str]:
        """Give adjectives and participles with what of language `target` they are as nouns.

        It is empty where nothing fits mostly.

        >>> language("fr").nouns("en")["associés"], language("en").nouns("fr")
        ('partners', {})
        """
        return self.options(f"nouns-{target}.tsv")

    @cache  # noqa: B019 - there is one object of a language, and it stays
    def expressions(self, target: str) -> dict[str, str]:
        """Give nouns of several words with what may stand for them in language `target`.

        They have their form in a text, small letters and the apostrophe '. The first that may
        stand for one always fits.

        >>> language("fr").expressions("en")["fuseaux horaires"]
        'time zones'
        """
        return self.options(f"expressions-{target}.tsv")

    @cache  # noqa: B019 - there is one object of a language, and it stays
    def meanings(self, target: str) -> dict[str, str]:
        """Give rarer words and expressions with what of language `target` nearly always fits.

        >>> language("fr").meanings("en")["poireaux"], language("en").meanings("fr")
        ('leeks', {})
        """
        every = self.renderings(target) | self.expressions(target)
        return {word: first for word, said in every.items() if (first := said.partition("|")[0])}

    @cached_property
    def irregular(self) -> dict[str, tuple[str, ...]]:
        """By each form of a word whose forms do not end alike all of them.

        >>> language("en").irregular["took"]
        ('take', 'took', 'taken')
        """
        found: dict[str, tuple[str, ...]] = {}
        for forms in self.table("irregular.toml").get("forms", ()):
            for form in (every := tuple(forms.split())):
                found[form] = (*found.get(form, ()), *every)
        return found

    @cached_property
    def has_lexicon(self) -> bool:
        """Whether words of it can be weighed."""
        return (self.folder / LEXICON).is_file()

    @cached_property
    def _weights(self) -> dict[str, float]:
        return lexicon.weights(self.folder / LEXICON) if self.has_lexicon else {}

    def weight(self, word: str) -> float:
        """Give the binary logarithm of how often `word` was seen, 0.0 when it was not.

        Words stand in lower case; French ones with an accented letter also as they stand with a
        capital inside sentences. All languages were counted in texts of the same size, so that
        weights can be compared. Reads the lexicon at its first call (0.1 s).

        >>> fr, en = language("fr"), language("en")
        >>> fr.weight("déjà") > fr.weight("dejà") == 0.0
        True
        >>> fr.weight("Grèce") > fr.weight("grèce"), en.weight("house") > fr.weight("house")
        (True, True)
        """
        return self._weights.get(word, 0.0)

    def weights(self, words: Iterable[str]) -> list[float]:
        """Give the weight of each of `words`.

        >>> language("en").weights(["xyzzy"])
        [0.0]
        """
        return list(map(self._weights.get, words, repeat(0.0)))


@cache
def language(code: str) -> Language:
    """Give the language of ISO 639-1 `code`; one that nothing is known of is a language too."""
    return Language(code)


@cache
def known() -> tuple[Language, ...]:
    """Give all languages that have a folder, in the order of their codes.

    >>> [lang.code for lang in known()][:3]
    ['ca', 'de', 'en']
    """
    folders = sorted(path.parent.name for path in HERE.glob("*/language.toml"))
    return tuple(map(language, folders))
