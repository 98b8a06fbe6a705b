"""The cores of this machine, working on shards: processes that clean, one model with threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from translate.folders.stages import Stages
from translate.folders.workers import share


class Local:
    """Does each stage for shards, some at a time; see `translate.folders.collecting.Workers`."""

    def look(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Look for the lines of shards."""
        return _share(stages, Stages.look, numbers)

    def clean(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Clean shards."""
        return _share(stages, Stages.clean, numbers)

    def translate(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Translate shards."""
        return map(stages.translate, numbers)


def _share(
    stages: Stages, work: Callable[[Stages, int], None], numbers: Sequence[int]
) -> Iterator[None]:
    jobs = min(stages.config.jobs or os.cpu_count() or 1, len(numbers))
    return share(stages, work, numbers, max(1, jobs))
