"""How good is the English, measured against translations by people?"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from translate.errors import UsageError, without
from translate.mt.engines.engine import Engine
from translate.mt.job import Progress, translate_documents
from translate.mt.memory import Memory
from translate.mt.terms import Terms
from translate.mt.units import Source


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a translation: BLEU and chrF with their signatures, doubts, and speed.

    `checks` counts the sentences that failed each check; `doubtful` is the share of sentences that
    failed any (0 to 1), `speed` counts sentences a second.
    """

    bleu: float
    bleu_signature: str
    chrf: float
    chrf_signature: str
    sentences: int
    doubtful: float
    checks: dict[str, int]
    seconds: float
    speed: float

    def to_json(self) -> dict[str, Any]:
        """Give the evaluation as a JSON object."""
        return asdict(self)


def evaluate(  # noqa: PLR0913 - all but the lines and the engine have defaults
    source: Sequence[str],
    reference: Sequence[str],
    engine: Engine,
    *,
    terms: Terms | None = None,
    memory: Memory | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Translate the lines `source` with `engine` and score them against the lines `reference`.

    Raises UsageError when the two are not of one length, or sacreBLEU is not installed.
    """
    try:
        import sacrebleu
    except ImportError as error:
        raise UsageError(without("sacreBLEU", "eval", "a score")) from error
    if len(source) != len(reference):
        raise UsageError(f"{len(source)} lines to translate but {len(reference)} to compare with")
    texts = (Source(str(n), line) for n, line in enumerate(source))
    start = time.perf_counter()
    done = list(
        translate_documents(
            texts,
            engine,
            terms=terms,
            memory=memory,
            source=engine.source,
            target=engine.target,
            progress=progress,
        )
    )
    seconds = time.perf_counter() - start
    english = [translation.text for translation in done]
    bleu, chrf = sacrebleu.metrics.BLEU(), sacrebleu.metrics.CHRF()
    records = [record for translation in done for record in translation.records]
    checks = Counter(
        kind for r in records if r.doubtful for kind in {c.partition(":")[0] for c in r.checks}
    )
    return Evaluation(
        bleu=round(bleu.corpus_score(english, [list(reference)]).score, 2),
        bleu_signature=str(bleu.get_signature()),
        chrf=round(chrf.corpus_score(english, [list(reference)]).score, 2),
        chrf_signature=str(chrf.get_signature()),
        sentences=len(records),
        doubtful=sum(r.doubtful for r in records) / max(1, len(records)),
        checks=dict(sorted(checks.items())),
        seconds=round(seconds, 2),
        speed=round(len(records) / max(seconds, 1e-9), 1),
    )
