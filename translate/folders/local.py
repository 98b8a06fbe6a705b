"""The cores of this machine, working on shards: processes that clean, one model with threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.folders.stages import Stages
from translate.folders.workers import count, share


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
    return share(stages, work, numbers, count(stages.config.jobs, len(numbers)))
