"""Who begins a sentence as "the latter", said so where the English takes him for a thing.

"Elle a quitté son mari. Celui-ci nie": « It denies » is right of no person, "the latter" is of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.document import Edit
from translate.languages.words import with_capital_of
from translate.mt.coreference.mentions import Mention
from translate.mt.coreference.rules import Pronouns, Words


def the_latter(
    text: str, english: str, last: Sequence[Mention], words: Words, told: Pronouns
) -> Iterator[Edit]:
    """Give what says so in the `english` of `text`; `last` are those in the sentence before.

    >>> from translate.mt.coreference.rules import rules
    >>> told = [Mention(0, 7, "man")], *rules("fr", "en")
    >>> [(edit.old, edit.new) for edit in the_latter("Celui-ci nie.", "It denies.", *told)]
    [('It', 'The latter')]
    >>> [*the_latter("Celle-ci nie.", "It denies.", *told)]
    []
    """
    found = words.latest.match(text)
    if not found:
        return
    gender = "woman" if found["woman"] else "man"
    people = any(one.gender == gender and not one.pronoun for one in last)
    said = told.this.match(english)
    if people and said and not said[gender]:
        start, end = said.span("word")
        yield Edit(start, english[start:end], with_capital_of(english[start:end], told.latter))
