"""How alike two spellings are: letters are counted right, the score tells people apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages.words import fold_word
from translate.names.similarity import closeness, likeness, resemblance

WORD = st.text(alphabet="abcé", max_size=9)


def by_table(a: str, b: str) -> int:
    """Optimal string alignment, the plain way."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            costs = [
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
            ]
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                costs.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(costs)
    return table[-1][-1]


@given(WORD, WORD)
def test_closeness_counts_the_edits_of_the_table(a: str, b: str) -> None:
    assert closeness(a, b) == 1 - by_table(a, b) / max(len(a), len(b), 1)


@given(WORD, WORD)
def test_scores_are_symmetric_and_bounded(a: str, b: str) -> None:
    assert closeness(a, b) == closeness(b, a)
    for score in (closeness(a, b), likeness((a,), (b,)), resemblance(a, b)):
        assert 0 <= score <= 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Meera Murati", "Mira Murati"),
        ("MURATI, Mira", "Mira Murati"),
        ("Dr. Mira Murati", "Mira Murati"),
        ("M. Murati", "Mira Murati"),
        ("MiraMurati", "Mira Murati"),
        ("Ludwig Beethoven", "Ludwig van Beethoven"),
        ("Henri Bequerel", "Henri Becquerel"),
        ("Grace Hopper", "Grace Murray Hopper"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert resemblance(a, b) >= 0.69


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Joachim Murat", "Mira Murati"),
        ("Pierre Curie", "Marie Curie"),
        ("Blaise Pascal", "Étienne Pascal"),
        ("Georg Scheutz", "Edvard Scheutz"),
        ("Lord Byron", "Ada Lovelace"),
        ("Charles Darwin", "Charles Babbage"),
    ],
)
def test_two_people(a: str, b: str) -> None:
    assert resemblance(a, b) < 0.69


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_word(fold_word(text)) == fold_word(text)
