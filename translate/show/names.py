"""The report on names: spellings found, and what is wrong in the English."""

from __future__ import annotations

from collections import Counter
from textwrap import shorten
from typing import TYPE_CHECKING

from translate.show.signs import visible
from translate.show.terminal import columns

if TYPE_CHECKING:
    from translate.names.check import NamesReport

WIDTH = 96


def names_report(report: NamesReport) -> str:
    """Give the report as lines of text: each name with its spellings, then every fault."""
    source: dict[str, Counter[str]] = {}
    english: dict[str, Counter[str]] = {}
    for document in report.documents:
        for found, into in ((document.source, source), (document.english, english)):
            for name, spellings in found.items():
                into.setdefault(name, Counter()).update(spellings)
    lines = [f"{len(report.documents)} texts, {len(source)} names"]
    rows = [(name, _spelt(source[name]), _spelt(english.get(name, Counter()))) for name in source]
    if rows:
        lines.append(columns([("name", "in the source", "in the English"), *rows]))
    lines.append(f"variants left in the English: {report.variants_left}")
    lines.append(f"names missing in the English: {report.missing}")
    for document in report.documents:
        for fault in document.faults:
            spelling = f" (as '{fault.spelling}')" if fault.spelling else ""
            lines.append(
                f"  {document.document}:{fault.line}: {fault.kind} {fault.wanted}{spelling}"
            )
            lines.append(f"      {visible(shorten(fault.source, WIDTH, placeholder=' …'))}")
            lines.append(f"      {visible(shorten(fault.english, WIDTH, placeholder=' …'))}")
    return "\n".join(lines)


def _spelt(spellings: Counter[str]) -> str:
    return ", ".join(f"{spelling} {count}" for spelling, count in spellings.most_common()) or "-"
