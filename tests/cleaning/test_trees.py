"""The line model scores all lines of a text at once, and gives what a walk down each tree gives."""

from math import exp, isclose, log
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.boilerplate import trees

NAMES, TREES = trees.load()
ASKED = sorted({t for tree in TREES for f, t in zip(tree[0], tree[1], strict=True) if f >= 0})
VALUES = st.sampled_from([-1.0, 0.0, 1e6, *ASKED, *(value + 1e-6 for value in ASKED)])


def walked(row: list[float]) -> float:
    """Give the sum of the leaves that a walk down each tree ends in."""
    total = 0.0
    for feature, threshold, left, right, value in TREES:
        node = 0
        while feature[node] >= 0:
            node = (left if row[feature[node]] <= threshold[node] else right)[node]
        total += value[node]
    return total


@settings(max_examples=30, deadline=None)
@given(st.lists(st.randoms(use_true_random=False), min_size=1, max_size=5), st.data())
def test_lines_scored_together_get_what_walks_give(
    chances: list[Random], data: st.DataObject
) -> None:
    values = data.draw(st.lists(VALUES, min_size=9, max_size=9))
    rows = [[chance.choice(values) for _ in NAMES] for chance in chances]
    table = {name: [row[place] for row in rows] for place, name in enumerate(NAMES)}
    assert trees.chances(table) == [1 / (1 + exp(-walked(row))) for row in rows]


def test_lines_of_long_texts_are_scored_like_those_of_short_ones() -> None:
    lines = range(trees.TOGETHER + 35)
    rows = [[ASKED[(i * 7 + place) % len(ASKED)] for place in range(len(NAMES))] for i in lines]
    table = {name: [row[place] for row in rows] for place, name in enumerate(NAMES)}
    assert trees.chances(table) == [1 / (1 + exp(-walked(row))) for row in rows]


def test_what_the_features_added_is_the_way_from_the_roots_to_the_chance() -> None:
    row = [ASKED[place % len(ASKED)] for place in range(len(NAMES))]
    [chance] = trees.chances({name: [row[place]] for place, name in enumerate(NAMES)})
    roots = sum(tree[4][0] for tree in TREES)
    total = roots + sum(trees.added(row).values())
    assert isclose(total, log(chance / (1 - chance)), abs_tol=1e-6)
