"""Addresses of the web and of mail, handles and hashtags: words of no language."""

from __future__ import annotations

import re

from translate.languages.language import common


def _any_of(*lists: str) -> str:
    domains = sorted(frozenset().union(*map(common, lists)), key=lambda d: (-len(d), d))
    return f"(?:{'|'.join(domains)}|{'|'.join(map(str.upper, domains))})"


_REST = r"[^\s<>«»“”\"]"
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
# What every one of them has something of: most texts are done with at this.
HINT = re.compile(r"[@#]|://|\w\.\w")


def has_link(text: str) -> bool:
    """Tell whether `text` holds an address or a handle.

    >>> has_link("Voir example.org."), has_link("à 16.30 #IA")
    (True, False)
    """
    return bool(HINT.search(text) and _LINK.search(text))


def without_addresses(text: str) -> str:
    """Give `text` with a space for each address, handle and hashtag.

    >>> without_addresses("Voir https://a.fr/b ou un@b.example, dit @moi #IA.")
    'Voir   ou  , dit    .'
    """
    return _ANY.sub(" ", text) if HINT.search(text) else text
