"""Fetching models over the network: the only part of the program that opens sockets."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from translate.errors import ModelError, without
from translate.locks import scratch
from translate.mt.engines.install import MOST_BYTES, install
from translate.mt.engines.packages import Package, models_folder, version_key

if TYPE_CHECKING:
    from translate.mt.job import Progress

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
BLOCK = 1 << 16
MOST_INDEX = 64 << 20  # bytes; the index of Argos Translate has some 50,000
TIMEOUT = 60
# What a server or a connection may do: HTTPException is no OSError.
FAULTS = (OSError, ValueError, http.client.HTTPException)
PARTIAL = 206
NOTHING_LEFT = 416


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index names: its languages, version, addresses, and what it must be.

    `size` in bytes and `sha256` in hexadecimal digits are None and "" where not published.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    size: int | None
    sha256: str


def fetch(
    source: str, target: str, *, index: str = "", progress: Progress | None = None
) -> Package:
    """Fetch the newest package for `source` to `target` and install it.

    `index` is the address of the index, by default `$CORPUS_MODEL_INDEX` or that of Argos
    Translate. A download that was interrupted goes on where it stopped. `progress` is told how many
    megabytes of how many are there. Raises ModelError.
    """
    offer = best_offer(read_index(index), source, target)
    home = models_folder() / ".fetched"
    home.mkdir(parents=True, exist_ok=True)
    file = home / f"{source}_{target}-{offer.version}.argosmodel"
    problems: list[str] = []
    for link in offer.links:
        try:
            download(link, file, offer.size, progress)
            break
        except FAULTS as error:
            problems.append(f"{link}: {error}")
    else:
        raise ModelError("; ".join(problems) or f"the index gives no address for {file.name}")
    check_download(file, offer)
    try:
        return install(file, source=source, target=target)
    finally:
        file.unlink()


def fetch_firefox(source: str, target: str) -> list[Package]:
    """Fetch the models of Firefox Translations for `source` to `target` and install them.

    They are two, over a language between, where there is none for the pair. `fxtranslate` finds,
    downloads and verifies them. Raises ModelError.
    """
    try:
        from fxtranslate import discovery
    except ImportError as error:
        raise ModelError(without("fxtranslate", "firefox", "a Firefox model")) from error
    home = models_folder()
    home.mkdir(parents=True, exist_ok=True)
    with scratch(home) as folder:
        try:
            route = discovery.add_models(source, target, cache_dir=str(folder))
        except ValueError as error:
            raise ModelError(f"'{source}' to '{target}' from Firefox: {error}") from error
        stops = [route["src"], *([route["pivot"]] if "pivot" in route else []), route["trg"]]
        return [
            install(folder / f"{one}-{other}", source=one, target=other)
            for one, other in pairwise(stops)
        ]


def read_index(address: str = "") -> list[dict[str, Any]]:
    """Give the entries of the index at `address`; raises ModelError when it cannot be had."""
    address = address or os.environ.get("CORPUS_MODEL_INDEX") or INDEX
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
            entries = json.loads(answer.read(MOST_INDEX))
    except (*FAULTS, RecursionError) as error:
        raise ModelError(f"{address}: the index cannot be read: {error}") from error
    if not isinstance(entries, list):
        raise ModelError(f"{address}: not an index of packages")
    return [entry for entry in entries if isinstance(entry, dict)]


def on_the_network(links: object) -> tuple[str, ...]:
    """Give the addresses among `links`, as an index has them, that lead to another machine.

    An index must not be able to name files of this one.

    >>> on_the_network(["https://exemple.org/a", "file:///dev/zero", None])
    ('https://exemple.org/a',)
    """
    given = [link for link in links if isinstance(link, str)] if isinstance(links, list) else []
    return tuple(g for g in given if urllib.parse.urlsplit(g).scheme in ("http", "https"))


def best_offer(entries: list[dict[str, Any]], source: str, target: str) -> Offer:
    """Give the newest package for `source` to `target`; raises ModelError when there is none.

    >>> best_offer([{"from_code": "fr", "to_code": "en", "package_version": "1.9",
    ...              "links": ["https://exemple.org/a"]}], "fr", "en").version
    '1.9'
    """
    found = [
        Offer(
            source,
            target,
            str(entry.get("package_version", "0")),
            on_the_network(entry.get("links")),
            entry.get("size") if isinstance(entry.get("size"), int) else None,
            str(entry.get("sha256", "")).lower(),
        )
        for entry in entries
        if (entry.get("from_code"), entry.get("to_code")) == (source, target)
        and entry.get("type", "translate") == "translate"
    ]
    if not found:
        pairs = sorted({f"{e.get('from_code')}-{e.get('to_code')}" for e in entries})
        near = [pair for pair in pairs if source in pair.split("-") or target in pair.split("-")]
        raise ModelError(
            f"the index has no package for '{source}' to '{target}'; "
            f"it has: {', '.join(near) or 'none with either language'}"
        )
    return max(found, key=lambda offer: version_key(offer.version))


def download(link: str, file: Path, size: int | None, progress: Progress | None = None) -> None:
    """Write what stands at `link` to `file`, going on where an earlier download stopped.

    Raises OSError when it is longer than `size`, or than any package where that is not known.
    """
    part = file.with_suffix(".part")
    have = part.stat().st_size if part.exists() else 0
    if size is not None and have > size:
        part.unlink()
        have = 0
    request = urllib.request.Request(link)
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            resumed = have and answer.status == PARTIAL
            with part.open("ab" if resumed else "wb") as out:
                most = (MOST_BYTES if size is None else size) - out.tell()
                copy(answer, out, answer.headers.get("Content-Length"), most, progress)
    except urllib.error.HTTPError as error:
        if not have or error.code != NOTHING_LEFT:
            raise
    part.replace(file)


def copy(
    answer: BinaryIO, out: BinaryIO, length: str | None, most: int, progress: Progress | None
) -> None:
    """Copy `answer` to `out`; raises OSError when it ends before its `length` or after `most`."""
    done = 0
    while block := answer.read(BLOCK):
        done += len(block)
        if done > most:
            raise OSError("the download is longer than the index says: it was stopped")
        out.write(block)
        if progress and length:
            progress(done >> 20, int(length) >> 20)
    if length is not None and done < int(length):
        raise OSError(f"the connection ended after {done} of {length} bytes: try again")


def check_download(file: Path, offer: Offer) -> None:
    """Raise ModelError, and remove `file`, when it is not what `offer` says."""
    size = file.stat().st_size
    digest = hashlib.sha256()
    with file.open("rb") as read:
        while block := read.read(BLOCK):
            digest.update(block)
    wrong = ""
    if offer.size is not None and size != offer.size:
        wrong = f"{size} bytes instead of {offer.size}"
    elif offer.sha256 and digest.hexdigest() != offer.sha256:
        wrong = f"SHA-256 {digest.hexdigest()} instead of {offer.sha256}"
    if wrong:
        file.unlink()
        raise ModelError(f"{file.name}: the download is not what the index says: {wrong}")
