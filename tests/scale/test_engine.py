"""Ray: the same bytes as by the workers of this machine."""

import json
import socket
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from translate.config import Config
from translate.errors import StorageError, UsageError
from translate.folders import shards
from translate.folders.collecting import Job, Workers, collect
from translate.folders.jobs import unwatched
from translate.folders.local import Local
from translate.folders.stages import Stages


def made(source: Path, target: Path, workers: Workers, jobs: int) -> bytes:
    collect(
        Job(source, target, Config(jobs=jobs)),
        workers,
        lambda outcome: None,
        progress=unwatched,
    )
    return target.read_bytes()


def test_ray_makes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install '.[ray]'")
    pytest.importorskip("ray.data", reason="Ray Data is not installed: pip install '.[ray]'")
    from translate.scale.engine import RayWorkers

    monkeypatch.setattr(shards, "MOST_TEXTS", 2)
    texts = [f"Le pont {n} est ouvert.\n\nPartager cet article :\n" for n in range(6)]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(lines))
    local = made(source, tmp_path / "local.jsonl", Local(), 1)
    try:
        for actors in (1, 2):
            assert made(source, tmp_path / f"{actors}.jsonl", RayWorkers(), actors) == local
    finally:
        ray.shutdown()


class Full:
    """The stages of a collection on a disk that is full."""

    def clean(self, number: int) -> None:
        raise StorageError(f"{number:06}.cleaned.jsonl: No space left on device: make room")


def test_what_a_worker_meets_comes_back_as_a_row() -> None:
    from translate.scale import engine

    row = engine.Actor(cast(Stages, Full()), "clean")({"number": 3})
    assert engine.ERRORS[row["error"]] is StorageError
    assert row["said"] == "000003.cleaned.jsonl: No space left on device: make room"


def test_a_cluster_that_is_not_there_is_one_line_and_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from translate.scale import engine

    monkeypatch.setattr(engine, "needed", lambda *_: SimpleNamespace(is_initialized=lambda: False))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(UsageError, match=rf"{address}: Ray does not answer .*--address names"):
        engine.RayWorkers(address)


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from translate.scale import engine

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("translate.folders.formats.importlib.import_module", missing)
    with pytest.raises(UsageError, match=r"pip install 'corpus-translate\[ray\]'"):
        engine.RayWorkers()
