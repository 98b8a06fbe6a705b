"""The report on names: spellings found, and what is wrong in the English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.show.terminal import columns, excerpt, most_first, plural

if TYPE_CHECKING:
    from translate.names.check import NamesReport, Proof


def names_report(report: NamesReport) -> str:
    """Give the report as lines of text: what became of each name, then every fault."""
    proofs = report.proofs()
    lines = [f"{plural(len(report.documents), 'text')}, {plural(len(proofs), 'name')}"]
    rows = [
        (
            one.canonical,
            _counted(one.spellings),
            _kept(one),
            len(one.failed),
            len(one.variants_left),
        )
        for one in proofs
    ]
    if rows:
        head = ("name", "in the source", "kept, by", "failed", "variants left")
        lines.append(columns([head, *rows]))
    lines.append(f"variants left in the English: {report.variants_left}")
    lines.append(f"names missing in the English: {report.failed}")
    if report.forbidden:
        lines.append(f"forbidden in the English: {report.forbidden}")
    for document in report.documents:
        for fault in document.faults:
            spelling = f" (as '{fault.spelling}')" if fault.spelling else ""
            lines.append(
                f"  {document.document}:{fault.line}: {fault.kind} {fault.target}{spelling}"
            )
            lines += (f"      {excerpt(side)}" for side in (fault.source, fault.english))
    return "\n".join(lines)


def _kept(proof: Proof) -> str:
    """Give how often a name was kept and by which steps, and how often it is not translated yet."""
    said = [f"{proof.kept} ({_counted(proof.steps)})"] if proof.steps else [str(proof.kept)]
    return ", ".join([*said, *([f"{proof.open} not translated"] if proof.open else [])])


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{one} {count}" for one, count in most_first(counts)) or "-"
