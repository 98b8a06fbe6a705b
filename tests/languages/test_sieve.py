"""A pattern is passed over where it cannot match, and only there."""

from __future__ import annotations

import re

import pytest

from translate.languages.language import known
from translate.languages.sieve import Sieved, needs
from translate.mt.closed.grammar import grammar

# The pattern; a text that it matches; one that lacks what it needs, "" where nothing is sure.
CASES = {
    "letters": (r"\bp\. ?ex\.", "Un fruit, p. ex. la poire.", "Un fruit, par exemple."),
    "capitals aside": (r"(?i)\bsvp\b", "Répondez, SVP.", "Répondez."),
    "capitals aside in a group": (r"(?i:fin) Mai", "FIN Mai", "fini"),
    "a small letter with an accent": (r"(?i)été", "L’ÉTÉ", "hiver"),
    "a long s where capitals are aside": (r"(?i)sud", "au \u017fud", "au nord"),
    "a dotless i": (r"(?i)midi", "à m\u0131d\u0131", "à minuit"),
    "a Kelvin sign": (r"(?i)12 k", "à 12 \u212a", "à 12 °"),
    "letters of another script": (r"(?i)12 Σ", "12 ς", "12"),
    "a sharp s": (r"(?i)STRA\u1e9eE", "Straße", "Gasse"),
    "digits of any kind": (r"\d{2} ?h", "à 12 h, à \u0661\u0662 h", "une heure"),
    "a set of digits": (r"[12]\d ?km", "soit 19 km", "soit des km"),
    "a set of letters and digits": (r"x[0-9a-f]", "x7 xa", ""),
    "one of several words": (r"(?:un|deux) (?P<k>ans|jours?)", "deux jours", "deux mois"),
    "one of several or nothing": (r"(?:un|) an", "an an", "mois"),
    "what stands before": (r"(?<=le )chat", "le chat", "un chat"),
    "what must not stand before": (r"(?<!le )chat", "un chat", "un chien"),
    "what stands behind": (r"\d+(?= (?:km|miles))", "12 miles", "12 ans"),
    "what may be left out": (r"ab(?:cd)?ef", "abef", "ab"),
    "what comes again": (r"(?:ab){2,}", "abab", "ba"),
    "what comes again without way back": (r"(?:ab)++c", "ababc", "bac"),
    "all but a letter": (r"[^a]b\d", "xb1", "b"),
    "layout in the pattern": (r"(?x) a \  b  # note", "a b", "ab"),
    "nothing sure": (r"\w+ ?\W", "un !", ""),
}


@pytest.mark.parametrize("pattern, there, lacking", CASES.values(), ids=CASES)
def test_a_pattern_is_asked_where_it_may_match(pattern: str, there: str, lacking: str) -> None:
    sieve = Sieved(pattern)
    assert re.search(pattern, there)
    found = [match.span() for match in sieve.finditer(there)]
    assert found == [match.span() for match in re.finditer(pattern, there)]
    assert sieve.sub("-", there) == re.sub(pattern, "-", there)
    assert sieve.may_match(lacking) == (not lacking)
    assert not re.search(pattern, lacking)


@pytest.mark.parametrize("code", [one.code for one in known()])
def test_no_example_of_a_language_is_passed_over(code: str) -> None:
    tables = grammar(code).tables
    for one in (*tables.get("plain", ()), *tables.get("tidied", ())):
        for text in (*one["example"], *one["example"][0].split(", "), one["other"]):
            if re.search(one["pattern"], text):
                assert Sieved(one["pattern"]).may_match(text), one["pattern"]


def test_most_rules_need_something() -> None:
    rules = grammar("fr").tables["plain"]
    assert sum(bool(needs(rule["pattern"])) for rule in rules) > 0.9 * len(rules)
