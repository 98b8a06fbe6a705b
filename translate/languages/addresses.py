"""Addresses of the web and of mail, handles and hashtags: words of no language."""

from __future__ import annotations

import re

from translate.languages.shared import common


def _any_of(*lists: str) -> str:
    domains = sorted(frozenset().union(*map(common, lists)), key=lambda d: (-len(d), d))
    return f"(?:{'|'.join(domains)}|{'|'.join(map(str.upper, domains))})"


_REST = r"(?:[^\s<>«»“”\"\[]|\[(?!\^))"  # not the mark of a note: a.fr/b.[^1]
# A host by its last part; in running text, where a space may be lacking after a full stop, only by
# one that is no common word.
HOST = rf"(?:[\w-]+\.)+{_any_of('domains')}\b"
ANY_HOST = rf"(?:[\w-]+\.)+{_any_of('domains', 'domains_and_words')}\b"
EMAIL = r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
URL = rf"(?:[a-z][a-z0-9+.-]*://|www\.){_REST}+|\b{HOST}(?:/{_REST}*)?"
HANDLE = r"(?<![\w@/.])@\w[\w.-]*(?:@[\w.-]+)?"
HASHTAG = r"(?<![\w&/#])#\w[\w-]*"
_LINK = re.compile(f"{EMAIL}|{URL}|{HANDLE}")
_ANY = re.compile(f"{_LINK.pattern}|{HASHTAG}")
_HINT = re.compile(r"[.:@#](?:(?<=[@#])|[\w/])")  # one class first: found fast


def _may_have(text: str) -> bool:
    """Tell whether `text` has something of what every one of them has: most texts have not."""
    return bool("." in text or ":" in text or "@" in text or "#" in text) and bool(
        _HINT.search(text)
    )


def has_link(text: str) -> bool:
    """Tell whether `text` holds an address or a handle.

    >>> has_link("Voir example.org."), has_link("à 16.30 #IA")
    (True, False)
    """
    return _may_have(text) and bool(_LINK.search(text))


_BEFORE = re.compile(r"://\S*$|(?<!\S)www\.\S*$|[@#][\w.-]*$")
_AFTER = re.compile(r"\.[a-z]{2,6}(?![^\W\d_])|[\w.+-]*@\w")
NEARBY = 80  # characters looked at


def in_address(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is part of an address, a handle, a hashtag or a file name.

    >>> in_address("voir www.openai.com", 9, 15), in_address("voir openai ou", 5, 11)
    (True, False)
    """
    before, after = text[max(0, start - NEARBY) : start], text[end : end + NEARBY]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def without_addresses(text: str) -> str:
    """Give `text` with a space for each address, handle and hashtag.

    >>> without_addresses("Voir https://a.fr/b ou un@b.example, dit @moi #IA.")
    'Voir   ou  , dit    .'
    """
    return _ANY.sub(" ", text) if _may_have(text) else text
