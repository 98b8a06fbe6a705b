"""Shards worked on by Ray Data: actors that clean, and actors that hold the model.

The shards lie in the folder beside the result, which all machines must see. A worker that dies is
replaced and its shard begun again; what it left is whole or not there, so the bytes are the same.
"""

from __future__ import annotations

import importlib
import logging
import os
import re
import socket
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from translate.errors import CorpusError, DocumentError, ModelError, StorageError, UsageError
from translate.folders.formats import needed
from translate.folders.shards import DamagedError
from translate.folders.stages import Stages

D = TypeVar("D")
PATIENCE = 10  # seconds that the head of a cluster may take to answer
ERRORS = {
    kind.__name__: kind
    for kind in (DamagedError, StorageError, ModelError, UsageError, DocumentError)
}


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
            try:
                _knock(address)
                self._ray.init(
                    address=address or None, log_to_driver=False, include_dashboard=False
                )
            except (OSError, ValueError, RuntimeError) as error:
                said = f"{address or 'this machine'}: Ray does not answer ({_in_one_line(error)})"
                raise UsageError(
                    f"{said}; --address names HOST:PORT of a cluster's head"
                ) from error
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
        try:
            for row in done.iter_rows():
                if row["said"]:
                    raise ERRORS.get(row["error"], CorpusError)(row["said"])
                yield None
        except self._ray.exceptions.RayError as error:
            raise CorpusError(f"Ray gave up ({_in_one_line(error)}); what is done stays") from error


class Actor:
    """A worker that does one of the stages.

    What goes wrong it gives back as a row: of an error Ray would send the traceback alone.
    """

    def __init__(self, stages: Stages, what: str) -> None:
        self._do = getattr(stages, what)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Do it for the shard that `row` numbers."""
        try:
            self._do(int(row["number"]))
        except CorpusError as error:
            return {**row, "error": type(error).__name__, "said": str(error)}
        return {**row, "error": "", "said": ""}


def _knock(address: str) -> None:
    """Raise OSError where nobody listens at `address`: Ray itself would try again for minutes."""
    if found := re.fullmatch(r"(?:ray://)?([^:/]+):(\d+)", address):
        with socket.create_connection((found[1], int(found[2])), PATIENCE):
            pass


def _in_one_line(error: Exception) -> str:
    """Give the last line of what Ray says: those above it are a traceback."""
    lines = str(error).strip().splitlines()
    return lines[-1].strip() if lines else type(error).__name__


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
