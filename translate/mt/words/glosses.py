"""What a reader of the English cannot know: said in brackets behind the first of it in a text.

Those of a language are in its `glosses.toml`; a glossary's go before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from translate.languages import language
from translate.mt.units import Repair
from translate.mt.words.articles import article

# What ends a sentence; a heading has no gloss.
ENDED = re.compile(r"[.!?…][\s»”\"')\]]*$")


@dataclass(frozen=True)
class Glosses:
    """What stands for what: the gloss by the English of a name or an abbreviation."""

    told: Mapping[str, str]

    @cached_property
    def places(self) -> re.Pattern[str] | None:
        """The pattern of anything that has a gloss, as words of their own; None for nothing."""
        known = sorted(self.told, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, known))
        return re.compile(rf"(?<![\w(/-])(?:{words})(?![\w/-]|['’]\w)") if known else None


@dataclass
class Glossing:
    """The glosses of one text, each given once; `done` are those that need not be given."""

    glosses: Glosses
    done: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, glosses: Glosses, text: str) -> Glossing:
        """Begin with `text`, the source; what it explains itself has no gloss."""
        explained = re.findall(r"\(([^()\n]{2,40})\)", text)
        followed = re.findall(r"([^\s(]{2,40}) \(", text)
        return cls(glosses, {word for word in (*explained, *followed) if word in glosses.told})

    def put(self, source: str, english: str) -> tuple[str, tuple[Repair, ...]]:
        """Give `english`, that of the sentence `source`, with glosses, and what was put.

        >>> glossing = Glossing(Glosses({"CNIL": "the data authority"}))
        >>> glossing.put("La CNIL a dit non.", "The CNIL said no.")[0]
        'The CNIL (the data authority) said no.'
        >>> glossing.put("La CNIL a dit oui.", "The CNIL said yes.")[0]
        'The CNIL said yes.'
        """
        places = self.glosses.places
        if places is None or not ENDED.search(source) or english.isupper():
            return english, ()
        given = set(places.findall(english)) - self.done
        repairs: list[Repair] = []

        def put(match: re.Match[str]) -> str:
            word = match[0]
            before = english[: match.start()].lower().split(" ")
            told = english.startswith(" (", match.end())
            if word not in given or told or before[-2:-1] == [article(word)]:  # an AFP report
                return word
            given.remove(word)
            self.done.add(word)
            new = f"{word} ({self.glosses.told[word]})"
            repairs.append(Repair("gloss", word, new))
            return new

        return (places.sub(put, english), tuple(repairs)) if given else (english, ())


@cache
def listed(source: str, target: str) -> Mapping[str, str]:
    """Give the glosses of a language for readers of another.

    >>> listed("fr", "en")["INSEE"], listed("fr", "xx")
    ('the French statistics office', {})
    """
    told: Mapping[str, str] = language(source).glosses.get(target, {})
    return told
