"""A few inputs of each kind that fuzzing makes; `bench/scale/fuzz.py` tries many."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from tests.fuzzing import SLOW, fed, targets

TARGETS = {name: (inputs, read) for name, inputs, read in targets()}


@pytest.mark.parametrize(("inputs", "read"), TARGETS.values(), ids=TARGETS)
def test_whatever_is_read_only_our_errors_come_of_it(
    inputs: SearchStrategy[Any], read: Callable[[Any], None]
) -> None:
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(inputs)
    def tried(given: Any) -> None:
        assert fed(read, given) < SLOW

    tried()
