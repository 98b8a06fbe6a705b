"""The page is one file in which no text is markup; no script but ours runs, nothing is fetched."""

import json
import re
from html.parser import HTMLParser

import pytest

from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Edit
from translate.mt.checks import CHECKS
from translate.show.report.document import Shown
from translate.show.report.markup import terms
from translate.show.report.page import Report, RuleFacts

HOSTILE = (
    "</script><script>window.ran=1</script><img src=x onerror='window.ran=1'>&amp;\u2028\udc80"
)
RULES = {"fr.share.call": RuleFacts("share", f"a share bar {HOSTILE}", "fr.toml:3", "partager.*")}


def page(*documents: Shown) -> str:
    return Report.of(documents, RULES).page().decode()


def hostile() -> Shown:
    edits = [
        Edit(0, HOSTILE, "", "fr.share.call", HOSTILE),
        Edit(200, "", HOSTILE, HOSTILE, HOSTILE),
    ]
    sentence = {
        "source": HOSTILE, "english": HOSTILE, "checks": [f"{HOSTILE}: x"], "doubtful": True,
        "names": [{"canonical": HOSTILE, "target": HOSTILE, "status": HOSTILE}],
    }  # fmt: skip
    text = HOSTILE.ljust(200) + HOSTILE
    facts = {"title": HOSTILE, "language": HOSTILE}
    return Shown(f"{HOSTILE}.txt", text, edits, HOSTILE, [sentence], facts, HOSTILE)


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(html)
    return parser.found


def test_texts_full_of_markup_make_no_element() -> None:
    plain = page(Shown("a.txt", "Un.\n", [Edit(0, "U", "", "fr.share.call")], "One.\n", []))
    found, usual = elements(page(hostile())), elements(plain)
    assert [tag for tag, _ in found if tag in ("script", "img")] == [
        tag for tag, _ in usual if tag in ("script", "img")
    ]
    assert not [attrs for _, attrs in found if any(name.startswith("on") for name in attrs)]


def test_data_are_read_back_as_they_were() -> None:
    blocks = re.findall(
        r'<script type="application/json" id="(\w+)">(.*?)</script>', page(hostile())
    )
    data = {name: json.loads(text) for name, text in blocks}
    assert data["index"]["documents"][0]["document"] == f"{HOSTILE}.txt"
    assert data["d0"]["rows"][0]["p"][0][0] == HOSTILE


def test_an_edit_of_several_rules_has_one_kind_for_charts_and_filters() -> None:
    by_both = Edit(0, "Partager", "", "fr.share.call + by-hand")
    html = page(Shown("a.txt", "Partager", [by_both]))
    [block] = re.findall(r'id="index">(.*?)</script>', html)
    index = json.loads(block)
    assert index["kinds"] == {by_both.rule: "by-hand"}
    assert index["documents"][0]["kinds"] == {"by-hand": 1}


def test_nothing_is_fetched_and_only_our_scripts_run() -> None:
    html = page(hostile())
    policy = next(a["content"] for tag, a in elements(html) if a.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy and "connect-src" not in policy
    links = [v for _, a in elements(html) for n, v in a.items() if n in ("src", "href", "action")]
    assert all(link and link.startswith("#") for link in links)


def test_the_same_texts_give_the_same_page() -> None:
    assert page(hostile()) == page(hostile())


def test_an_empty_corpus_is_a_page_too() -> None:
    assert "Letters taken out" in page()


def test_every_check_and_kind_has_a_meaning() -> None:
    assert set(CHECKS) <= set(terms()["checks"])
    kinds = {rule.kind for rule in Rules.load(CleanConfig(), ["fr", "en", "de", "es"]).list()}
    assert kinds <= set(terms()["kinds"])


@pytest.mark.parametrize("table", ["terms", "kinds", "rules", "checks"])
def test_meanings_are_sentences(table: str) -> None:
    for word, meaning in terms()[table].items():
        assert len(meaning) > 15 and (table == "rules" or meaning.endswith(".")), word
