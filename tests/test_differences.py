"""What differs is found whatever the length, and what is called the same is the same."""

from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import differences as module
from translate.differences import differences

TOKENS = st.lists(st.sampled_from("abc "), max_size=30)


def rebuilt(old: list[str], new: list[str]) -> list[str]:
    """Make `new` of `old` by the differences alone."""
    made, at = list[str](), 0
    for i, j, k, m in differences(old, new):
        made += [*old[at:i], *new[k:m]]
        at = j
    return [*made, *old[at:]]


@given(TOKENS, TOKENS, st.integers(1, 9))
def test_the_differences_lead_from_one_to_the_other(
    old: list[str], new: list[str], window: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WINDOW", window)
        assert rebuilt(old, new) == new


@given(TOKENS, TOKENS)
def test_stretches_do_not_touch_and_all_of_them_differ(old: list[str], new: list[str]) -> None:
    found = list(differences(old, new))
    assert all(old[i:j] != new[k:m] for i, j, k, m in found)
    assert all(a[1] < b[0] and a[3] < b[2] for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("Ab c", "ab c", [(0, 1, 0, 1)], id="a letter"),
        pytest.param("A  b", "a b", [(0, 2, 0, 1)], id="of two spaces the one beside goes"),
        pytest.param("a b", "A  b", [(0, 1, 0, 2)], id="and the one beside comes"),
        pytest.param("A b c", "a bc", [(0, 1, 0, 1), (3, 4, 3, 3)], id="another space stays apart"),
    ],
)
def test_neighbouring_changes_are_one(old: str, new: str, found: list[tuple[int, ...]]) -> None:
    assert list(differences(old, new)) == found


@pytest.mark.parametrize("at", [0, 10_000, 19_999])
def test_a_change_in_a_long_text_is_found_alone(at: int) -> None:
    old = [f"word{n}" for n in range(20_000)]
    new = [*old[:at], "another", "one", *old[at + 1 :]]
    assert list(differences(old, new)) == [(at, at + 1, at, at + 2)]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda old: [word.upper() for word in old], id="every word"),
        pytest.param(lambda old: old[:100], id="the rest cut off"),
        pytest.param(lambda old: old[1::3], id="two words of three"),
    ],
)
def test_time_grows_with_the_length(change: Callable[[list[str]], list[str]]) -> None:
    def seconds(length: int) -> float:
        old = [f"word{n}" for n in range(length)]
        before = process_time()
        list(differences(old, change(old)))
        return process_time() - before

    seconds(100)
    assert seconds(40_000) < 8 * seconds(10_000) + 0.05  # its square would be 16 times
