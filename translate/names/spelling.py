"""Words as names are compared: folded, split, ordinary or not."""

from __future__ import annotations

import lzma
import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files

# A word, or a sign that can be part of a name (C++, AT&T, Yahoo!); other signs part words.
TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[+#&!@/,%*$=]")

APOSTROPHES = "'’ʼ‘`´"
HYPHENS = "-‐‑‒–−·"
SIGNS = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "\u00ad": None}
)

# Letters that Unicode does not take apart, as they are written where they are missing.
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "æ": "ae", "ı": "i", "ŋ": "n"}
)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Give `text` in lower case, without accents and ligatures.

    >>> fold("Różycki"), fold("Cœur"), fold("ÉLYSÉE")
    ('rozycki', 'coeur', 'elysee')
    """
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in lower if not unicodedata.combining(c)).translate(LETTERS)


def key(name: str) -> tuple[str, ...]:
    """Give the folded words of `name`: two spellings with one key are one spelling.

    >>> key("GPT-4o"), key("L’Oréal"), key("C++")
    (('gpt', '4o'), ('l', 'oreal'), ('c', '+', '+'))
    """
    return tuple(fold(word) for word in TOKEN.findall(name))


def plain(name: str) -> str:
    """Give `name` with one kind of space, apostrophe and hyphen: what typography may change.

    >>> plain("l’abbaye de Port‑Royal")
    "l'abbaye de Port-Royal"
    """
    return " ".join(unicodedata.normalize("NFC", name).translate(SIGNS).split())


@lru_cache
def _groups(language: str) -> dict[str, frozenset[str]]:
    text = files("translate.names").joinpath("ordinary.toml").read_text(encoding="utf-8")
    groups: dict[str, str] = tomllib.loads(text)[language]
    return {group: frozenset(map(fold, words.split())) for group, words in groups.items()}


@lru_cache
def ordinary(language: str) -> frozenset[str]:
    """Give the folded ordinary words of `language` (`fr` or `en`), which alone are no name.

    They come from `ordinary.toml` and `words-LANGUAGE.txt.xz`, read at the first call (20 ms).

    >>> [word in ordinary("en") for word in ("will", "turning", "murati")]
    [True, True, False]
    """
    packed = files("translate.names").joinpath(f"words-{language}.txt.xz").read_bytes()
    words = lzma.decompress(packed).decode("utf-8").split()
    return frozenset(words).union(*_groups(language).values())


@lru_cache
def no_first_names() -> frozenset[str]:
    """Give the folded words, French and English, that are nobody's first name.

    >>> "selon" in no_first_names(), "pierre" in no_first_names()
    (True, False)
    """
    return _all("function", "verbs", "roles", "particles")


@lru_cache
def titles() -> frozenset[str]:
    """Give the folded words that stand with a name and do not tell people apart.

    >>> {"mme", "dr", "van"} <= titles()
    True
    """
    return _all("roles", "particles")


def _all(*groups: str) -> frozenset[str]:
    tables = [_groups(table) for table in ("fr", "en", "any")]
    return frozenset().union(*(table.get(group, ()) for table in tables for group in groups))
