"""The parts of the report that need no script: summary with charts, glossary of terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, tostring

from translate.reading import read_toml
from translate.show.alignment import REPAIR
from translate.show.report.totals import BINS, Totals
from translate.show.signs import visible
from translate.show.terminal import most_first, plural

TEMPLATES = Path(__file__).parent.parent / "templates"
FIRST = 12  # documents listed as those to look at first
TITLES = {
    "terms": "Words used here",
    "kinds": "Kinds of what is taken out",
    "checks": "Checks of a translated sentence",
}

Row = tuple[str, int, Mapping[str, str]]  # what, how many, and the filter that shows it


@cache
def terms() -> dict[str, dict[str, str]]:
    """Give what the words, kinds, rules and checks of the page mean, by table and word."""
    return read_toml(TEMPLATES / "terms.toml")


def html(elements: Iterable[Element]) -> str:
    """Give `elements` as HTML; whatever stands in them is text, never markup.

    >>> html([node("p", "a < b")])
    '<p>a &lt; b</p>'
    """
    return "".join(tostring(element, encoding="unicode", method="html") for element in elements)


def node(tag: str, *inside: str | Element, **attributes: str) -> Element:
    """Give an element; a trailing underscore of an attribute's name is left out."""
    made = Element(tag, {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()})
    for part in inside:
        if isinstance(part, Element):
            made.append(part)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + visible(part)
        else:
            made.text = (made.text or "") + visible(part)
    return made


def summary(totals: Totals) -> str:
    """Give the page that sums up, as HTML: figures, charts, and the documents to look at first."""
    share = f"{totals.doubtful / totals.sentences:.0%}" if totals.sentences else "none"
    changes = totals.changes.total()
    figures = [
        ("documents", f"{len(totals.entries):,}"),
        ("letters taken out", f"{sum(totals.removed.values()):,} of {totals.letters:,}"),
        ("changes", f"{changes:,}, {plural(totals.changes[REPAIR], 'repair')} among them"),
        ("sentences", f"{totals.sentences:,}"),
        ("doubtful sentences", f"{totals.doubtful:,} ({share})"),
        ("names lost", f"{totals.names['failed']:,}"),
    ]
    cells = (node("div", node("dt", what), node("dd", value)) for what, value in figures)
    return html([node("dl", *cells, class_="figures"), *_charts(totals), *_first(totals)])


def _charts(totals: Totals) -> Iterable[Element]:
    width = 1 / BINS
    bins = [(f"{n * width:.1f} to {(n + 1) * width:.1f}", c) for n, c in enumerate(totals.likely)]
    charts = [
        bars("Letters taken out, by kind", "kind", _rows(totals.removed, "kind")),
        bars("Languages of the documents", "language", _rows(totals.languages, "language")),
        bars("Names of the glossary", "in the English", _rows(totals.names, "name")),
        bars("What checks say of sentences", "check", _rows(totals.checks, "check")),
    ]
    if any(totals.likely):
        likely: list[Row] = [(what, count, {}) for what, count in bins]
        charts.append(bars("How likely sentences are to be right", "probability", likely))
    return [node("div", *charts, class_="charts")]


def _rows(counts: Mapping[str, int], filter_: str) -> list[Row]:
    return [(what, count, {filter_: what}) for what, count in most_first(counts) if count]


def bars(title: str, what: str, rows: Sequence[Row]) -> Element:
    """Give a chart of bars as a table, so that it can be read without being seen."""
    most = max((count for _, count, _ in rows), default=1)
    head = node("tr", node("th", what, scope="col"), node("th", "count", scope="col", colspan="2"))
    body = [_bar(label, count, most, wanted) for label, count, wanted in rows]
    none = [node("tr", node("td", "nothing", colspan="3"))]
    table = node("table", node("thead", head), node("tbody", *(body or none)))
    return node("figure", node("figcaption", title), table, class_="chart")


def _bar(label: str, count: int, most: int, wanted: Mapping[str, str]) -> Element:
    size = {"width": f"{100 * count / most:.1f}", "height": "10"}
    drawn = node("svg", node("rect", **size), viewBox="0 0 100 10", preserveAspectRatio="none")
    drawn.set("aria-hidden", "true")
    link = node("a", label, href=f"#{urlencode(wanted, errors='replace')}") if wanted else label
    number = node("td", f"{count:,}", class_="number")
    return node("tr", node("th", link, scope="row"), number, node("td", drawn, class_="bar"))


def _first(totals: Totals) -> Iterable[Element]:
    """Give the documents with most to look at: something said of them, names lost, doubts."""

    def weight(entry: Mapping[str, Any]) -> tuple[Any, ...]:
        failed = entry.get("names", {}).get("failed", 0)
        return (bool(entry.get("message")), failed, entry.get("doubtful", 0))

    numbered = sorted(enumerate(totals.entries), key=lambda one: weight(one[1]), reverse=True)
    rows = []
    for number, entry in numbered[:FIRST]:
        said, lost, doubts = weight(entry)
        if said or lost or doubts:
            link = node("a", entry["document"], href=f"#doc={number}")
            count = f"{doubts:,} of {entry.get('sentences', 0):,}"
            cells = (node("td", text) for text in (count, f"{lost:,}", entry.get("message", "")))
            rows.append(node("tr", node("th", link, scope="row"), *cells))
    if not rows:
        return []
    titles = ("document", "doubtful sentences", "names lost", "what else")
    head = node("tr", *(node("th", title, scope="col") for title in titles))
    table = node("table", node("thead", head), node("tbody", *rows), class_="first")
    scroll = node("div", table, class_="scroll", tabindex="0", role="region")
    scroll.set("aria-label", "documents to look at first")
    return [node("h2", "Look at these first"), scroll]


def glossary() -> str:
    """Give the glossary of terms as HTML."""
    parts: list[Element] = []
    for table, title in TITLES.items():
        entries = [
            part
            for word, meaning in terms()[table].items()
            for part in (
                node("dt", word, id=f"{table}-{word.replace(' ', '-')}"),
                node("dd", meaning),
            )
        ]
        parts += [node("h2", title), node("dl", *entries, class_="terms")]
    return html(parts)
