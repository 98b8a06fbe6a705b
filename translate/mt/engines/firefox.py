"""Models of Firefox Translations, run by `fxtranslate` (the extra `firefox`).

A model is a folder with `model.*.bin`, one vocabulary (`vocab.*.spm`) or two (`srcvocab.*.spm`,
`trgvocab.*.spm`), and perhaps a shortlist (`lex.*.bin`). It gives one hypothesis and no score.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from translate.errors import ModelError, without
from translate.mt.engines.engine import PLAIN, Engine, Hypothesis, ModelCard, Search
from translate.mt.engines.metadata import fingerprint

# Tokens of a segment. The small Portuguese model loops from some 140 on; at 96 it does not.
LIMIT = 90
# Segments on their way to each thread: enough to keep it busy, few enough for any memory.
AHEAD = 8
LANGUAGES = re.compile(r"model\.([a-z]{2})([a-z]{2})\.")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a model; `shortlist` is None where there is none."""

    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None

    @property
    def metadata(self) -> dict[str, Any]:
        """The languages, as the name of the model says them; {} where it does not."""
        named = LANGUAGES.match(self.model.name)
        return {"from_code": named[1], "to_code": named[2]} if named else {}

    @property
    def all(self) -> list[Path]:
        """Every file, each once."""
        files = (self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist)
        return list(dict.fromkeys(file for file in files if file))


def model_files(folder: Path) -> ModelFiles | None:
    """Give the files of the Firefox model in `folder`, None where there is none.

    >>> model_files(Path("/nowhere"))
    """

    def one(*patterns: str) -> Path | None:
        found = (path for pattern in patterns for path in sorted(folder.glob(pattern)))
        return next((path for path in found if path.is_file()), None)

    model = one("model.*.bin")
    source = one("srcvocab.*.spm", "vocab.*.spm")
    target = one("trgvocab.*.spm", "vocab.*.spm")
    if not (model and source and target):
        return None
    return ModelFiles(model, source, target, one("lex.*.bin"))


class FirefoxEngine:
    """A Firefox model; make one with `load_engine`.

    A translator belongs to the thread that made it, to the end: each of `threads` has its own.
    """

    def __init__(
        self, files: ModelFiles, metadata: dict[str, Any], signature: str, threads: int
    ) -> None:
        import fxtranslate
        import sentencepiece

        self.source: str = metadata["from_code"]
        self.target: str = metadata["to_code"]
        self.limit: int = metadata.get("max_tokens", LIMIT)
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(
                model_file=str(files.source_vocabulary)
            )
            parts = (
                files.model.read_bytes(),
                files.source_vocabulary.read_bytes(),
                files.target_vocabulary.read_bytes(),
                files.shortlist.read_bytes() if files.shortlist else None,
            )
            self.signature = f"{signature} {fxtranslate.Translator(*parts).backend()}"
        except (OSError, RuntimeError, ValueError) as error:
            raise ModelError(f"{files.model}: not a Firefox model: {error}") from error
        self.card = ModelCard(
            placeholders=tuple(metadata.get("placeholders", ())), lacks=cache(self._lacks)
        )
        self._workers = threads or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self._workers, initializer=partial(_load, *parts))

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""
        return len(self._pieces.encode(text))

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the one hypothesis of each segment, in the order of `segments`; it has no score.

        The model searches one way only: `search` changes nothing.
        """
        size = AHEAD * self._workers
        for at in range(0, len(segments), size):
            for english in self._threads.map(_translated, segments[at : at + size]):
                # One that was stopped is a loop, and far too long: others see that.
                yield [Hypothesis(english, None, True)]

    def _lacks(self, sign: str) -> bool:
        return self._pieces.unk_id() in self._pieces.encode(sign)


_mine = threading.local()


def _load(*parts: Any) -> None:
    """Make the translator of this thread."""
    import fxtranslate

    _mine.translator = fxtranslate.Translator(*parts)


def _translated(segment: str) -> str:
    """Give the English of `segment` by the translator of this thread."""
    try:
        return str(_mine.translator.translate(segment)).strip()
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which is no Exception
            raise
        raise ModelError(f"the model does not translate '{segment:.80}': {error}") from error


def load_engine(folder: Path, metadata: dict[str, Any], *, threads: int = 0) -> Engine:
    """Give the Firefox model in `folder`, of which `metadata` tells the languages.

    `threads` is the number of sentences translated at a time, 0 for one a core. Raises ModelError
    when there is no such model, or `fxtranslate` is not installed.
    """
    try:
        import fxtranslate  # noqa: F401 - asked for before anything is read
    except ImportError as error:
        raise ModelError(without("fxtranslate", "firefox", f"{folder}: a Firefox model")) from error
    from importlib.metadata import version

    files = model_files(folder)
    if files is None:
        raise ModelError(f"{folder}: holds no Firefox model (model.*.bin and vocab.*.spm)")
    name = f"{metadata['from_code']}_{metadata['to_code']} {metadata.get('package_version', '')}"
    signature = f"{name.strip()} {fingerprint(folder)} fxtranslate {version('fxtranslate')}"
    return FirefoxEngine(files, metadata, signature, threads)
