"""Sentences and quotations that are in another language than their text: they are left as they are.

The language check of the cleaning tells of whole lines; here a few words must be enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.languages import language
from translate.languages.telling import function_word_hits
from translate.languages.words import WORD
from translate.mt.data import table
from translate.mt.held import HeldSpan

QUOTED = re.compile(r"[«“\"]\s*(?P<said>[^«»“”\"]+?)\s*[»”\"]")


# What is part of a word, and no word: 2e, motivé(e).
PART = re.compile(r"(?<=\d)[^\W\d_]+|(?<=[^\W\d_])\([^\W\d_]{1,5}\)")
# Of the words of a line that was taken for another language, so many are known in ours.
MOST = 0.75
# Signs that only Spanish begins a sentence with.
TURNED = re.compile("[¡¿]")


def language_of(text: str, source: str, target: str, kind: str = "words") -> str:
    """Give the language of `text`, "" where that is `source` or cannot be told.

    `kind` names the limit of words that it needs: `words`, or `quoted` for a quotation.

    >>> language_of("Nobody said a word until the lamps went out.", "fr", "en")
    'en'
    >>> language_of("Elle lit le New York Times dans le train.", "fr", "en")
    ''
    """
    limits = table("foreign")
    text = PART.sub(" ", text)
    outside = QUOTED.sub(" ", text)  # what is quoted tells nothing of what is around it
    words = [word for word in WORD.findall(outside) if word.islower()]
    words = words or [word for word in WORD.findall(text) if word.islower()]
    first = WORD.search(outside)
    if kind == "words" and len(words) == limits[kind] - 1 and first and first[0].istitle():
        words = [first[0].lower(), *words]  # "Happy to announce…"
    if len(words) < limits[kind]:
        return ""
    hits = function_word_hits(words)
    mine = hits.pop(source, 0)
    if target in hits and hits[target] == max(hits.values()):
        best = target
    else:
        best = max(sorted(hits), key=hits.__getitem__, default="")
    lead = hits.get(best, 0) - mine
    if lead >= limits["lead"] and hits[best] >= limits["share"] * len(words):
        return best
    here, there = language(source), language(target)
    if lead < 0 or not (here.has_lexicon and there.has_lexicon):
        return ""
    weights, others = there.weights(words), here.weights(words)
    odds = sum(weights) - sum(others)
    return target if odds >= limits["odds"] * len(words) and all(weights) else ""


def familiar(text: str, source: str, other: str) -> bool:
    """Tell whether `text`, outside its quotations, is `source` after all, though of a paragraph
    that was taken for `other`: it has words, and knows each of them but names, or most where its
    function words are more than those of `other`.

    >>> familiar("Préparation : 20 min – Cuisson : 35 min", "fr", "ro")
    True
    >>> familiar("Brec s'incline à domicile", "fr", "it")
    True
    >>> familiar("« No hay mal que por bien no venga », conclut le chercheur.", "fr", "es")
    True
    >>> familiar("El artículo fue publicado ayer en una revista.", "fr", "es")
    False
    """
    found = [word for word in WORD.findall(QUOTED.sub(" ", PART.sub(" ", text))) if len(word) > 1]
    words = [word.lower() for word in found]
    known = [bool(weight) for weight in language(source).weights(words)]
    if sum(known) > 1:  # a name is known in none
        known = [one for word, one in zip(found, known, strict=True) if one or word.islower()]
    hits = function_word_hits(words)
    lead = hits.get(source, 0) - hits.get(other, 0)
    enough = all(known) or (lead > 0 and sum(known) >= MOST * len(known))
    return bool(words) and enough and lead >= 0


def foreign_quotations(text: str, source: str, target: str) -> Iterator[HeldSpan]:
    """Give the quotations in `text` that are in another language than `source`.

    >>> text = "Il a crié : « You were all wonderful tonight » et puis « merci à tous »."
    >>> [text[s.start : s.end] for s in foreign_quotations(text, "fr", "en")]
    ['You were all wonderful tonight']
    >>> text = "Le « big data » et la « grande maison »."
    >>> [text[s.start : s.end] for s in foreign_quotations(text, "fr", "en")]
    ['big data']
    """
    for match in QUOTED.finditer(text):
        said = match["said"]
        if TURNED.search(said) or language_of(said, source, target, "quoted"):
            yield HeldSpan(*match.span("said"), "foreign")
