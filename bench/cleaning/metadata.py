"""How often title and date of a page are found, by what its HTML and its address say.

    python bench/cleaning/metadata.py BENCH [--show title|date] [--language fr]

BENCH holds pages.jsonl, pages-en.jsonl and more-pages.jsonl.xz. The headline of a page is its only
`h1`; its date is the one in its address, or else the only day in the short lines about that `h1`.
A title is right when it says what the headline says, and the headline is still there in the text.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import train  # type: ignore[import-not-found]

from translate.cleaning import pipeline
from translate.cleaning.metadata import dates
from translate.config import Config
from translate.document import Document
from translate.languages.words import fold

LABEL = 0.6  # of an h1, at least, is the headline; the rest is a label ("Faits divers", "4 min")
ABOVE, UNDER, WORDS = 4, 8, 12  # lines about the headline in which its date stands; their words
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?)[/-]?(\d\d?)\b")
WHAT = ("title", "kept", "date")
Row = dict[str, Any]


def plain(text: str) -> str:
    """Give the letters and digits of `text` alone: what two spellings of a title share."""
    return "".join(c for c in fold(text).lower() if c.isalnum())


def right_title(found: str, headline: str) -> bool:
    """Whether `found` says what the `headline` (as `plain` gives it) says, or but for a label."""
    said = plain(found)
    return said == headline or (said in headline and len(said) >= LABEL * len(headline))


def headline(page: Row) -> int | None:
    """Give the number of the line that is the only h1 of `page` and no chrome, or None."""
    found = [i for i, line in enumerate(page["lines"]) if line["tag"] == "h1"]
    return found[0] if len(found) == 1 and page["lines"][found[0]]["label"] != "DROP" else None


def day(page: Row, head: int) -> str:
    """Give the day the page is of, as far as its address or its head tells it beyond doubt."""
    if match := _IN_ADDRESS.search(page.get("url") or ""):
        year, month, number = map(int, match.groups())
        return f"{year}-{month:02}-{number:02}" if 0 < month < 13 and 0 < number < 32 else ""
    near = [line["text"] for line in page["lines"][max(0, head - ABOVE) : head + 1 + UNDER]]
    said = {date.iso for date in dates(text for text in near if len(text.split()) <= WORDS)}
    return said.pop() if len(said) == 1 else ""


def pages(bench: Path, language: str) -> Iterator[tuple[Row, int]]:
    """Give the pages that have a headline, each with the number of its line."""
    for name in train.PAGES:
        for page in train.read(bench / name):
            head = headline(page)
            if head is not None and page["lang"].startswith(language):
                yield page, head


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bench", type=Path)
    options.add_argument("--show", default="", choices=["", "title", "date"])
    options.add_argument("--language", default="", help="pages of one language only")
    args = options.parse_args()
    if not (args.bench / "pages.jsonl").is_file():
        sys.exit(f"{args.bench}: no pages.jsonl in it")
    config = Config(languages=tuple(train.LANGUAGES))
    count: Counter[tuple[str, str]] = Counter()
    for page, head in pages(args.bench, args.language):
        lines = [line["text"].replace("\n", " ") for line in page["lines"]]
        doc = pipeline.clean(Document(page["id"], "\n".join(lines) + "\n"), config=config)
        title = plain(lines[head])
        right = {
            "title": right_title(doc.meta.title or "", title),
            "kept": title in plain(doc.text),
        }
        if iso := day(page, head):
            right["date"] = doc.meta.date is not None and doc.meta.date.iso == iso
        for what, good in right.items():
            count[page["lang"], what] += 1
            count[page["lang"], f"{what} right"] += good
        if args.show and not right.get(args.show, True):
            got = (doc.meta.date and doc.meta.date.iso) if args.show == "date" else doc.meta.title
            want = iso if args.show == "date" else lines[head]
            print(f"    {page['id']}\n        want {want}\n        got  {got}")
    for code in sorted({code for code, _ in count}):
        told = (f"{w} {count[code, f'{w} right']} of {count[code, w]}" for w in WHAT)
        print(f"{code}: {', '.join(told)}")
    for what in WHAT:
        found = sum(n for (_, w), n in count.items() if w == f"{what} right")
        total = sum(n for (_, w), n in count.items() if w == what)
        print(f"{what}: {found} of {total}, {100 * found / max(total, 1):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
