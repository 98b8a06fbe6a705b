"""Models that CTranslate2 runs: an Argos Translate package, or a plain CTranslate2 folder."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from translate.config import BEAM
from translate.errors import ModelError
from translate.locks import scratch
from translate.mt.engines.engine import (
    PLAIN,
    Engine,
    Hypothesis,
    ModelCard,
    Search,
    Weighed,
)
from translate.mt.engines.metadata import fingerprint, read_metadata
from translate.mt.engines.processor import instruction_set
from translate.mt.words.dictionary import read_dictionary

# The tokens of one batch. Measured on two cores: from 1,024 on there is nothing to gain. Of a few
# segments there are batches enough for every worker to have some, none of them smaller than FEW.
BATCH_TOKENS, FEW = 1024, 256
SHARE = 4
# Segments are padded to 14, 31, 48, 65, 82, 99 … tokens: where padding is added, sums may run in
# another order, and one sentence in some hundreds comes out otherwise, so each has always the same.
# From 15 and from 100 on the library multiplies in another way: what is padded within these limits
# is to the bit what it is alone (bench/mt/RESULTS-speed.md).
STEP, LESS = 17, 3
# What a batch is padded by: a segment of ends, whose translation is at its end at once.
END = "</s>"
# Tokens of a segment when the package does not say ("max_tokens"): models of this kind are trained
# on sentences of up to about 130 pieces and lose the thread beyond.
LIMIT = 120
# A translation may be this many times as long as its segment, and some more, before it is cut.
MOST_TOKENS = 3 * LIMIT

WORD_START = "▁"  # how SentencePiece writes the space before a word
BYTE = re.compile("<0x[0-9A-F]{2}>")  # how SentencePiece writes a byte of what it has no piece for

Tokenize = Callable[[str], list[str]]
Detokenize = Callable[[list[str]], str]


class CTranslateEngine:
    """A CTranslate2 model with its tokenizers; make one with `load_engine`."""

    def __init__(
        self,
        folder: Path,
        metadata: dict[str, Any],
        tokenizers: tuple[Tokenize, Detokenize],
        *,
        beam: int,
        threads: int,
    ) -> None:
        import ctranslate2

        self.source: str = metadata["from_code"]
        self.target: str = metadata["to_code"]
        self.limit: int = metadata.get("max_tokens", LIMIT)
        self.name = f"{self.source}_{self.target} {metadata.get('package_version', '')}".strip()
        self._prefix: str = metadata.get("target_prefix", "")
        self._beam = beam
        self._tokenize, self._detokenize = tokenizers
        self.card = ModelCard(
            placeholders=tuple(metadata.get("placeholders", ())),
            terminology=metadata.get("terminology", ""),
            abbreviations=metadata.get("abbreviations", {}),
            dictionary=read_dictionary(folder),
            unsure=metadata.get("unsure_below", float("-inf")),
            rare_name_tokens=metadata.get("rare_name_tokens", 0),
            lacks=cache(self._lacks),
            weigh=self._weigh,
        )
        self._workers = threads or os.cpu_count() or 1
        model = folder / "model" if (folder / "model").is_dir() else folder
        try:
            self._translator = ctranslate2.Translator(
                str(model), inter_threads=self._workers, intra_threads=1
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{model}: not a CTranslate2 model: {error}") from error
        self.signature = (
            f"{self.name} {fingerprint(folder)} beam {beam} {self._translator.compute_type} "
            f"on {instruction_set()}"
        )

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""
        return len(self._tokenize(text))

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the hypotheses of each segment, best first, in the order of `segments`."""
        pending: deque[list[Any]] = deque()
        for batch in batches(list(map(self._tokenize, segments)), self._workers):
            pending.append(self._submit(batch, search))
            if len(pending) > 2 * self._workers:
                yield from self._results(pending.popleft())
        while pending:
            yield from self._results(pending.popleft())

    def _lacks(self, sign: str) -> bool:
        return any(BYTE.fullmatch(token) for token in self._tokenize(sign))

    def _submit(self, batch: list[list[str]], search: Search) -> list[Any]:
        sent = [*batch, [END] * padded(max(map(len, batch)))]
        prefix = [[self._prefix]] * len(sent) if self._prefix else None
        futures: list[Any] = self._translator.translate_batch(
            sent,
            target_prefix=prefix,
            beam_size=search.beam or self._beam,
            # All that the search comes to: this costs nothing (see bench/mt/RESULTS-speed.md).
            num_hypotheses=search.beam or self._beam,
            no_repeat_ngram_size=search.no_repeat,
            max_input_length=0,
            max_decoding_length=MOST_TOKENS,
            return_scores=True,
            replace_unknowns=True,
            asynchronous=True,
        )
        return futures[:-1]

    def _results(self, futures: list[Any]) -> Iterator[list[Hypothesis]]:
        for future in futures:
            result = future.result()
            yield [
                Hypothesis(self._read(tokens), score, len(tokens) < MOST_TOKENS, tuple(tokens))
                for tokens, score in zip(result.hypotheses, result.scores, strict=True)
            ]

    def _weigh(
        self, segments: Sequence[str], hypotheses: Sequence[Hypothesis]
    ) -> Iterator[Weighed]:
        futures = self._translator.score_batch(
            [self._tokenize(segment) for segment in segments],
            [list(hypothesis.tokens) for hypothesis in hypotheses],
            max_batch_size=1,  # so that nothing is padded: see STEP
            asynchronous=True,
        )
        for future, hypothesis in zip(futures, hypotheses, strict=True):
            yield weighed(hypothesis.tokens, future.result().log_probs)

    def _read(self, tokens: list[str]) -> str:
        if self._prefix and tokens[:1] == [self._prefix]:
            tokens = tokens[1:]
        return self._detokenize(tokens).strip()


def padded(length: int) -> int:
    """Give the number of tokens that a segment of `length` tokens is padded to.

    >>> [padded(length) for length in (1, 14, 15, 31, 32)]
    [14, 14, 31, 31, 48]
    """
    return -(-(length + LESS) // STEP) * STEP - LESS


def batches(segments: Sequence[list[str]], workers: int) -> Iterator[list[list[str]]]:
    """Give `segments`, their tokens, in batches of which all are padded alike, in their order.

    >>> [len(batch) for batch in batches([["a"] * 20] * 50 + [["a"] * 3], workers=2)]
    [8, 8, 8, 8, 8, 8, 2, 1]
    """
    most = sum(map(len, segments)) // (SHARE * workers)
    tokens = min(BATCH_TOKENS, max(FEW, most))
    for length, group in groupby(segments, key=lambda segment: padded(len(segment))):
        some, size = list(group), max(1, tokens // length)
        yield from (some[at : at + size] for at in range(0, len(some), size))


def weighed(tokens: Sequence[str], scores: Sequence[float]) -> Weighed:
    """Give the words that `tokens` make up, each with the sum of their `scores`.

    >>> weighed(["▁Yes", ",", "▁in", "side", "."], [-1, -2, -3, -4, -5])
    [('Yes,', -3), ('inside.', -12)]
    """
    words: Weighed = []
    for token, score in zip(tokens, scores, strict=False):  # the end has a score too
        if words and not token.startswith(WORD_START):
            word, sum_ = words.pop()
            words.append((word + token, sum_ + score))
        else:
            words.append((token.removeprefix(WORD_START), score))
    return words


def load_engine(
    folder: Path, *, source: str = "", target: str = "", beam: int = BEAM, threads: int = 0
) -> Engine:
    """Give the model in `folder`.

    An Argos package has a `metadata.json`; a plain CTranslate2 folder has `model.bin` and
    SentencePiece models (`source.spm` and `target.spm`, or one for both), and its languages are
    those given. `threads` is the number of sentences batches run at a time, 0 for one a core.
    Raises ModelError when there is no such model.
    """
    metadata = read_metadata(folder)
    if not metadata:
        if not (folder / "model.bin").is_file():
            raise ModelError(f"{folder}: neither an Argos package nor a CTranslate2 model")
        if not (source and target):
            raise ModelError(f"{folder}: has no metadata.json: say from which language to which")
        metadata = {"from_code": source, "to_code": target}
    for wanted, key in ((source, "from_code"), (target, "to_code")):
        if wanted and metadata[key] != wanted:
            pair = f"{metadata['from_code']} to {metadata['to_code']}"
            raise ModelError(f"{folder}: translates {pair}, not {source} to {target}")
    both = tokenizers(folder, packaged=(folder / "metadata.json").is_file())
    return CTranslateEngine(folder, metadata, both, beam=beam, threads=threads)


def tokenizers(folder: Path, *, packaged: bool) -> tuple[Tokenize, Detokenize]:
    """Give the functions text to tokens and tokens to text of the model in `folder`."""
    both = ("sentencepiece.model", "sentencepiece.bpe.model", "spm.model")
    if packaged and not (folder / both[0]).is_file():
        tokenizer = argos_package(folder).tokenizer
        return tokenizer.encode, tokenizer.decode
    # Argos Translate reads a package's SentencePiece model so, too, but its decode turns every
    # underscore into a space, and to import it takes as long as to load the model.
    import sentencepiece

    def processor(*names: str) -> Any:
        for name in names:
            if (folder / name).is_file():
                try:
                    return sentencepiece.SentencePieceProcessor(model_file=str(folder / name))
                except (OSError, RuntimeError) as error:
                    raise ModelError(f"{folder}: has no usable tokenizer: {error}") from error
        raise ModelError(f"{folder}: has no SentencePiece model ({', '.join(names)})")

    reader, writer = processor("source.spm", *both), processor("target.spm", *both)
    return lambda text: reader.encode(text, out_type=str), writer.decode_pieces


def argos_package(folder: Path) -> Any:
    """Give the `argostranslate` package object of `folder`.

    Importing that library makes folders where its settings say: they are sent to a temporary
    folder that is removed at once, so that nothing appears in the user's home.
    """
    names = ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    before = {name: os.environ.get(name) for name in names}
    with scratch() as folders:
        os.environ.update({name: str(folders / name) for name in names})
        try:
            from argostranslate.package import Package
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
    try:
        package = Package(folder)
        package.tokenizer.encode("Bonjour.")
    except (OSError, RuntimeError, AttributeError) as error:
        raise ModelError(f"{folder}: has no usable tokenizer: {error}") from error
    return package
