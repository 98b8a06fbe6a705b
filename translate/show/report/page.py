"""The page as one file: templates, data and scripts, under a policy that lets nothing else run."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from translate.document import rules_of
from translate.show.alignment import kind_of
from translate.show.report.document import Shown, document_json
from translate.show.report.markup import TEMPLATES, glossary, html, node, summary, terms
from translate.show.report.totals import Totals

MARK = "<!doctype html>\n<!-- corpus report -->\n"  # how a page that may be replaced begins
_SLOT = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What the page tells of a rule: its kind, what it is about, its place and its pattern."""

    kind: str
    about: str
    place: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Documents made ready to be shown: their sums, and the data of each as a part of the page."""

    rules: Mapping[str, RuleFacts]
    totals: Totals
    data: Sequence[bytes]

    @classmethod
    def of(cls, documents: Iterable[Shown], rules: Mapping[str, RuleFacts]) -> Report:
        """Give the report of `documents`; `rules` are told by their ids."""
        totals = Totals({name: rule.kind for name, rule in rules.items()})
        data = []
        for number, shown in enumerate(documents):
            totals.add(shown)
            data.append(data_block(f"d{number}", document_json(shown)))
        return cls(rules, totals, data)

    def page(self, review: Mapping[str, Any] | None = None) -> bytes:
        """Give the page; `review` is what it needs to decide things, None in a report."""
        used = sorted(self.totals.rules)
        index = {
            "documents": self.totals.entries,
            "rules": {name: _rule(name, self.rules) for name in used},
            "kinds": {name: kind_of(name, self.totals.kinds) for name in used},
            "terms": terms(),
            "review": review,
        }
        scripts = ["data.js", "paint.js", "page.js", *(["review.js"] if review else [])]
        filled = {
            "policy": policy(scripts, connect=bool(review)),
            "title": "Review of a corpus" if review else "Report of a corpus",
            "style": f"<style>{_read('page.css')}</style>",
            "summary": summary(self.totals),
            "glossary": glossary(),
            "scripts": "".join(f"<script>{_read(name)}</script>\n" for name in scripts),
        }
        head, _, tail = _read("page.html").partition("{{data}}")
        parts = [
            _filled(head, filled),
            data_block("index", index),
            *self.data,
            _filled(tail, filled),
        ]
        return MARK.encode() + b"".join(parts)


def _rule(name: str, rules: Mapping[str, RuleFacts]) -> list[dict[str, str]]:
    """Give what the page tells of a rule, or of each of several that made one edit."""
    told = []
    for part in rules_of(name):
        known = rules.get(part) or RuleFacts(part.partition(".")[0], terms()["rules"].get(part, ""))
        facts = {"rule": part, "kind": known.kind, "about": known.about}
        facts |= {"place": known.place, "pattern": known.pattern}
        told.append({key: value for key, value in facts.items() if value})
    return told


def _filled(template: str, parts: Mapping[str, str]) -> bytes:
    """Give `template` with `parts` in the places it names; what they hold is not looked at."""
    text = _SLOT.sub(lambda slot: parts[slot[1]], template)
    return text.encode("utf-8", "backslashreplace")


def data_block(name: str, value: Any) -> bytes:
    """Give `value` as JSON in an element that no browser runs; nothing in it can end it.

    >>> data_block("d0", {"text": "</script><b>"})
    b'<script type="application/json" id="d0">{"text":"\\\\u003c/script>\\\\u003cb>"}</script>\\n'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    data = text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes an escape of JSON
    return b'<script type="application/json" id="%b">%b</script>\n' % (name.encode(), data)


def policy(scripts: Iterable[str], *, connect: bool) -> str:
    """Give the content security policy: our own style and `scripts`, by their digests, no more."""
    allowed = " ".join(_digest(_read(name)) for name in scripts)
    rules = [
        "default-src 'none'",
        f"script-src {allowed}",
        f"style-src {_digest(_read('page.css'))}",
        "base-uri 'none'",
        "form-action 'none'",
        *(["connect-src 'self'"] if connect else []),
    ]
    content = "; ".join(rules)
    meta = node("meta", content=content)
    meta.set("http-equiv", "Content-Security-Policy")
    return html([meta])


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
