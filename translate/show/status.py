"""The status of a corpus as lines of text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translate.show.signs import visible
from translate.show.terminal import columns, plural

if TYPE_CHECKING:
    from translate.folders.status import Status


def status_report(status: Status, shown: int) -> str:
    """Give `status` as lines: counts, then at most `shown` texts that are to do or by hand."""
    texts = status.texts
    lines = [plural(len(texts), "text")]
    for stage in ("cleaned", "translated"):
        counts = Counter(getattr(text, stage) for text in texts)
        lines.append(f"  {stage}: {', '.join(f'{n} {state}' for state, n in counts.items())}")
    doubtful = [text for text in texts if text.doubtful]
    if doubtful:
        sentences = sum(text.doubtful for text in doubtful)
        found = plural(sentences, "doubtful sentence")
        lines.append(f"  {found} in {plural(len(doubtful), 'text')}")
    open_ = [text for text in texts if {text.cleaned, text.translated} != {"done"}]
    rows = [(visible(t.name), t.cleaned, t.translated, t.why) for t in open_[:shown]]
    if rows:
        lines.append(columns([("text", "cleaned", "translated", ""), *rows]))
    if len(open_) > shown:
        lines.append(f"  {len(open_) - shown} more: -v shows them")
    gone = status.left_behind
    lines += [f"  {visible(name)}: its raw text is gone" for name in gone[:shown]]
    if len(gone) > shown:
        lines.append(f"  {len(gone) - shown} more whose raw text is gone: -v shows them")
    return "\n".join(lines)
