"""Shards worked on by Ray Data: actors that clean, and actors that hold the model.

The shards lie in the folder beside the result, which all machines must see. A worker that dies is
replaced and its shard begun again; what it left is whole or not there, so the bytes are the same.
"""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from translate.folders.formats import needed
from translate.folders.stages import Stages

D = TypeVar("D")


class RayWorkers:
    """The workers of the cluster at `address`, or of a new one on this machine alone.

    Raises UsageError without the extra `ray`. See `translate.folders.collecting.Workers`.
    """

    def __init__(self, address: str = "") -> None:
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent to anybody
        self._ray = needed("ray", "ray", "--engine ray")
        needed("ray.data", "ray", "--engine ray")
        if not self._ray.is_initialized():
            self._ray.init(address=address or None, log_to_driver=False, include_dashboard=False)
        data = importlib.import_module("ray.data")
        data.DataContext.get_current().enable_progress_bars = False  # ours is shown
        logging.getLogger("ray.data").setLevel(logging.WARNING)

    def look(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Look for the lines of shards."""
        return self._each(stages, "look", numbers)

    def clean(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Clean shards."""
        return self._each(stages, "clean", numbers)

    def translate(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Translate shards; every actor loads the model once."""
        return self._each(stages, "translate", numbers)

    def _each(self, stages: Stages, what: str, numbers: Sequence[int]) -> Iterator[None]:
        cores = int(self._ray.cluster_resources().get("CPU", 1))
        actors = max(1, min(stages.config.jobs or cores, cores, len(numbers)))
        one_core = replace(absolute(stages.config), jobs=1)
        rows = self._ray.data.from_items(
            [{"number": n} for n in numbers], override_num_blocks=len(numbers)
        )
        done = rows.map(
            Actor,
            fn_constructor_args=(replace(stages, config=one_core), what),
            compute=self._ray.data.ActorPoolStrategy(size=actors),
            num_cpus=1,
        )
        return (None for _ in done.iter_rows())


class Actor:
    """A worker that does one of the stages."""

    def __init__(self, stages: Stages, what: str) -> None:
        self._do = getattr(stages, what)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Do it for the shard that `row` numbers."""
        self._do(int(row["number"]))
        return row


def absolute(settings: D) -> D:
    """Give `settings` with absolute paths: a worker may be started in another folder.

    >>> from translate.config import Config
    >>> absolute(Config()).raw.is_absolute()
    True
    """
    changes: dict[str, Any] = {}
    for one in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, one.name)
        if isinstance(value, Path):
            changes[one.name] = value.absolute()
        elif isinstance(value, tuple) and any(isinstance(part, Path) for part in value):
            changes[one.name] = tuple(part.absolute() for part in value)
        elif is_dataclass(value):
            changes[one.name] = absolute(value)
    return replace(settings, **changes)  # type: ignore[type-var]
