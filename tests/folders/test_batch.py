"""Cleaning a folder: each text is looked at once, and again only when that may change something."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translate.cleaning import decode
from translate.config import CleanConfig, Config
from translate.errors import CorpusError, UsageError
from translate.folders import batch, workers
from translate.folders.batch import clean_items
from translate.folders.cleaning import Cleaner
from translate.folders.files import Item, plan

MOTTO = "La Gazette du canal, le journal des gens de l'eau depuis longtemps"
ONE = Config(jobs=1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Twelve texts, four of them of one site, in three encodings."""
    (tmp_path / "raw").mkdir()
    for n in range(12):
        motto = f"{MOTTO}\n\n" if n < 4 else ""
        text = f"{motto}La péniche numéro {n} a passé l'écluse avant midi, déjà chargée de blé.\n"
        (tmp_path / f"raw/{n:02}.txt").write_bytes(
            text.encode(("utf-8", "cp1252", "utf-16")[n % 3])
        )
    return tmp_path


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each text was decoded."""
    counts: Counter[str] = Counter()
    whole = decode.decode

    def counted(raw: bytes, *rest: object, name: str = "") -> object:
        counts[name] += 1
        return whole(raw, *rest, name=name)  # type: ignore[arg-type]

    monkeypatch.setattr(decode, "decode", counted)
    return counts


def items(place: Path) -> list[Item]:
    return plan(place / "raw", place / "out", ("*.txt",))


def run(place: Path, config: Config = ONE, *, dry_run: bool = False) -> Counter[str]:
    return Counter(o.status for o in clean_items(items(place), config, dry_run=dry_run))


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_text_is_decoded_once_a_run(place: Path, decoded: Counter[str]) -> None:
    assert run(place) == {"made": 12}
    assert decoded == dict.fromkeys((f"{n:02}.txt" for n in range(12)), 1)


def test_an_unchanged_folder_is_not_decoded_at_all(place: Path, decoded: Counter[str]) -> None:
    run(place)
    decoded.clear()
    assert run(place) == {"unchanged": 12}
    assert not decoded


def written(place: Path) -> None:
    (place / "raw/05.txt").write_text("Un autre jour, une autre péniche.\n")


def added(place: Path) -> None:
    (place / "raw/new.txt").write_text(f"{MOTTO}\n\nLe canal est gelé depuis hier.\n")


def removed(place: Path) -> None:
    (place / "raw/01.txt").unlink()


def result_gone(place: Path) -> None:
    (place / "out/02.txt").unlink()


def record_gone(place: Path) -> None:
    (place / "out/02.txt.edits.json").unlink()


def same_time(place: Path) -> None:
    """Another text of the same size at the same time, as a copy that keeps times makes it."""
    path = place / "raw/04.txt"
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def nothing(place: Path) -> None:
    pass


@pytest.mark.parametrize(
    "change", [written, added, removed, result_gone, record_gone, same_time, nothing]
)
@pytest.mark.parametrize("forgotten", [False, True], ids=["rerun", "rerun without a cache"])
def test_a_rerun_leaves_what_a_first_run_makes(
    change: Callable[[Path], None],
    forgotten: bool,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(place)
    change(place)
    if forgotten:
        monkeypatch.setenv("XDG_CACHE_HOME", str(place / "elsewhere"))
    counts = run(place)
    assert counts["failed"] == counts["kept"] == 0
    if change is nothing:
        assert counts == {"unchanged": 12}
    again = plan(place / "raw", place / "fresh", ("*.txt",))
    list(clean_items(again, ONE))
    left = tree(place / "out")
    if change is removed:
        left = {name: data for name, data in left.items() if not name.startswith("01.txt")}
    assert left == tree(place / "fresh")


def test_a_file_more_changes_the_texts_that_share_a_line_with_it(place: Path) -> None:
    run(place)
    added(place)
    assert run(place) == {"unchanged": 8, "made": 5}


@pytest.mark.parametrize(
    "config",
    [
        replace(ONE, languages=("fr", "de")),
        replace(ONE, clean=CleanConfig(profile="page")),
        replace(ONE, clean=CleanConfig(off=("share",))),
        replace(ONE, clean=CleanConfig(keep=("canal",))),
    ],
    ids=["languages", "profile", "off", "keep"],
)
def test_another_setting_makes_all_again(place: Path, config: Config) -> None:
    run(place)
    assert run(place, config) == {"made": 12}
    assert run(place, config) == {"unchanged": 12}


def test_a_changed_keep_file_makes_all_again(place: Path) -> None:
    path = place / "keep.txt"
    path.write_text("Une ligne\n")
    config = replace(ONE, clean=CleanConfig(keep_file=path))
    run(place, config)
    path.write_text("Une autre ligne\n")
    assert run(place, config) == {"made": 12}


def test_what_is_no_text_is_told_at_every_run_and_costs_the_others_nothing(
    place: Path, decoded: Counter[str]
) -> None:
    (place / "raw/image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert run(place) == {"made": 12, "failed": 1}
    decoded.clear()
    first, second = (
        [o.message for o in clean_items(items(place), ONE) if o.status == "failed"] for _ in "12"
    )
    assert first == second
    assert "image.txt" in first[0]
    assert not decoded


def test_a_dry_run_leaves_nothing_behind(place: Path) -> None:
    cache = Path(os.environ["XDG_CACHE_HOME"])
    assert run(place, dry_run=True) == {"made": 12}
    assert not cache.exists()
    assert not (place / "out").exists()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}', '{"files": {}}'])
def test_a_damaged_manifest_is_made_again(place: Path, damage: str) -> None:
    run(place)
    [path] = Path(os.environ["XDG_CACHE_HOME"]).rglob("*.json")
    whole = path.read_text()
    path.write_text(damage)
    assert run(place) == {"unchanged": 12}
    added(place)
    run(place)
    assert path.read_text() not in (damage, whole)


def test_no_manifest_can_be_kept_and_the_run_goes_on(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "file"))
    assert run(place) == {"made": 12}
    assert run(place) == {"unchanged": 12}


def test_wrong_rules_are_told_before_anything_is_written(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "SMALL", 0)
    with pytest.raises(UsageError, match="no rule or kind"):
        run(place, Config(jobs=2, clean=CleanConfig(off=("nonsense",))))
    assert not (place / "out").exists()


def killed(cleaner: Cleaner) -> None:
    """Stand in for a worker that the system ends."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_is_an_error_and_what_is_done_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "SMALL", 0)
    start = workers._start
    monkeypatch.setattr(workers, "_start", killed)
    with pytest.raises(CorpusError, match="worker process was ended") as raised:
        run(place, Config(jobs=2))
    assert "\n" not in str(raised.value)
    monkeypatch.setattr(workers, "_start", start)
    assert run(place, Config(jobs=2)) == {"made": 12}


def nap(_: None, seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def test_workers_end_at_once_when_they_are_stopped() -> None:
    begun = time.monotonic()
    shared = workers.share(None, nap, [0, 600, 600], 2)
    assert next(shared) == 0
    shared.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 120
