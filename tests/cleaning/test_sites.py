"""Pages of many kinds of sites, each line marked: what the author wrote stays, the rest goes.

`sites/<language>.txt` holds pages as `=== kind: what it is`. `+` is a line that stays, `-` one that
goes, `!` one that ought to go and does not yet, `?` one that is lost: when that is mended, the
mark must be `-` or `+`.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from translate import CleanConfig, Config, Document, Rules, clean

SITES = Path(__file__).with_name("sites")
LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl", "ca", "ro")
EDIT_LINK = re.compile(r" ?\[[^\]]*\]")  # of an encyclopedia: the heading stays, the link goes


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules.load(CleanConfig(), LANGUAGES)


def pages() -> list[Any]:
    found = []
    for path in sorted(SITES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, *rows = part.rstrip("\n").split("\n")
            found.append(pytest.param([row for row in rows if row], id=f"{path.stem} {name}"))
    return found


def left(document: Document, lines: list[str]) -> list[str]:
    """Give the lines of which at least half is left."""
    found, start = [], 0
    for line in lines:
        end = start + len(line)
        gone = sum(
            max(0, min(end, edit.end) - max(start, edit.start))
            for edit in document.edits
            if len(edit.new) < len(edit.old)
        )
        own = len(EDIT_LINK.sub("", line))
        if gone < len(line) - own / 2:
            found.append(line)
        start = end + 1
    return found


@pytest.mark.parametrize("rows", pages())
def test_what_the_author_wrote_stays_and_the_rest_goes(rows: list[str], rules: Rules) -> None:
    lines = [row[2:] for row in rows]
    config = Config(languages=LANGUAGES)
    stay = left(clean("\n".join(lines) + "\n", config=config, rules=rules), lines)
    wanted = [row[2:] for row in rows if row[0] in "+!"]
    assert stay == wanted
