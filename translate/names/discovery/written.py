"""How a name that is proposed stands in the English that is there: spelt otherwise, as a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate.languages.words import WORD, fold_word
from translate.names.discovery.proposal import Proposed
from translate.names.similarity import sound


def with_targets(found: Sequence[Proposed], sentences: Iterable[tuple[str, str]]) -> list[Proposed]:
    """Give `found`, each new name with its English where every sentence of it has one spelling.

    `sentences` are those of the texts with their English. So a glossary that is taken over as it is
    changes no name that is known to the model by another spelling.

    >>> name = Proposed("Chostakovitch", "", False, 1, 1)
    >>> sentences = [("Un quatuor de Chostakovitch.", "A Shostakovich quartet.")]
    >>> [one.target for one in with_targets([name], sentences)]
    ['Shostakovich']
    """
    starting: dict[str, list[str]] = {}
    for name in found:
        if not name.known and (first := WORD.match(name.canonical)):
            starting.setdefault(first[0], []).append(name.canonical)
    targets: dict[str, set[str]] = {}
    for source, english in sentences:
        words = set(WORD.findall(source))
        for canonical in (name for word in words & starting.keys() for name in starting[word]):
            if re.search(rf"(?<!\w){re.escape(canonical)}(?!\w)", source):
                here = set() if canonical in english else set(_alike(canonical, english, words))
                targets[canonical] = targets.get(canonical, here) & here
    alone = {canonical: min(some) for canonical, some in targets.items() if len(some) == 1}
    return [replace(name, target=alone.get(name.canonical, "")) for name in found]


def _alike(canonical: str, english: str, source: set[str]) -> Iterator[str]:
    """Give what in `english` has a capital and sounds as `canonical`, and is not in `source`."""
    wanted = [sound(fold_word(word)) for word in WORD.findall(canonical)]
    there = list(WORD.finditer(english))
    for at in range(len(there) - len(wanted) + 1):
        words = there[at : at + len(wanted)]
        if source.issuperset(word[0] for word in words) or not all(w[0].istitle() for w in words):
            continue
        if [sound(fold_word(word[0])) for word in words] == wanted:
            yield english[words[0].start() : words[-1].end()]
