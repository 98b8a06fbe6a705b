"""Which lines of a text are boilerplate, by which rule and why; removing them as edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.cleaning.boilerplate.line_model import opinions
from translate.cleaning.boilerplate.lines import WORD, Line, split
from translate.cleaning.boilerplate.repeated import Evidence
from translate.cleaning.boilerplate.rules import Rule, Rules
from translate.document import Document, Edit

HEAD_PROSE = 2  # running lines that may stand before a byline or a date: a standfirst, a caption
NEAR = 2  # lines between a label and the chrome that makes it chrome
SIGNED = ("comment", "date")  # kinds of lines that stand above or under each comment
SIGNATURES = 3  # such lines behind a comment header that make all behind it comments
FIRST_SIGNATURE = 15  # the first of them stands within so many lines
COMMENTS_SHARE = 8  # comments may be so many times as long as the text, and no more
SUMMARIES = 0.4  # of the lines in a block of other articles, at most, may be running text
STOPS = re.compile(r"[.,;:!?…]")  # what a row of menu words does not have
SMALL = 3  # letters: articles and prepositions, mostly
LISTED = (*'-–—•*«"“👉', "1.", "1)")  # a list or a dialogue begins so
CUT = ("...", "…")  # how a shop ends a name that is too long for its card
RUN = 3  # labels in a row that need no other chrome beside them


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a line: dropped by `rule` for `reason`, or kept when `rule` is None."""

    line: Line
    rule: Rule | None = None
    reason: str = ""


def remove(doc: Document, rules: Rules, evidence: Evidence | None = None) -> Document:
    """Give `doc` without its boilerplate lines; every other line stays word for word.

    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> doc = remove(Document("a", "Le pont est ouvert.\\n\\nPartager l'article :\\n"), rules)
    >>> doc.text, doc.edits[0].rule
    ('Le pont est ouvert.\\n', 'fr.share.call')
    """
    verdicts = judge(doc.text, rules, evidence)
    return doc.edited("boilerplate", _removals(doc.text, verdicts))


def judge(text: str, rules: Rules, evidence: Evidence | None = None) -> list[Verdict]:
    """Give a verdict for every line of `text`, in order."""
    return _Judgement(split(text), rules, evidence).verdicts()


def _removals(text: str, verdicts: Sequence[Verdict]) -> list[Edit]:
    """Give the edits that remove the dropped lines, with the blank lines they leave behind."""
    edits: list[Edit] = []
    kept = [v.line for v in verdicts if v.rule is None and not v.line.blank]
    last_kept = kept[-1] if kept else None
    closing = "\n" if text.endswith("\n") and kept else ""
    number = 0
    while number < len(verdicts):
        if verdicts[number].rule is None:
            number += 1
            continue
        stop = number  # after the last dropped line of this run
        after = number  # after the blank lines that follow it
        while after < len(verdicts) and (verdicts[after].rule or verdicts[after].line.blank):
            after += 1
            if verdicts[after - 1].rule:
                stop = after
        first = verdicts[number].line
        blank_before = number == 0 or verdicts[number - 1].line.blank
        end = verdicts[after if blank_before and after < len(verdicts) else stop - 1].line
        low = first.start
        high = end.start if blank_before and after < len(verdicts) else min(end.end + 1, len(text))
        if last_kept is None or first.start > last_kept.start:
            low, high = (last_kept.end if last_kept else 0), len(text)
            if closing:
                low += 1
        edits += _cut(text, [v for v in verdicts[number:stop] if v.rule], low, high)
        number = after
    return edits


def _cut(text: str, dropped: Sequence[Verdict], low: int, high: int) -> list[Edit]:
    """Cut `text` from `low` to `high` in one edit for each of the `dropped` lines there."""
    borders = [low, *(v.line.start for v in dropped[1:]), high]
    edits = []
    for verdict, start, end in zip(dropped, borders, borders[1:], strict=False):
        assert verdict.rule is not None
        edits.append(Edit(start, text[start:end], "", verdict.rule.id, verdict.reason))
    return edits


class _Judgement:
    """The lines of one text while rules decide about them."""

    def __init__(self, lines: Sequence[Line], rules: Rules, evidence: Evidence | None) -> None:
        self.lines = lines
        self.rules = rules
        self.full = [line for line in lines if not line.blank]
        self.kept = {line.number for line in self.full if rules.keeps(line.text)}
        self.found = [
            () if line.number in self.kept else rules.matching(line) for line in self.full
        ]
        self.dropped: dict[int, tuple[Rule, str]] = {}
        self._thread()
        self._everywhere()
        self._repeated(evidence)
        self._products()
        while self._by_place():
            pass
        self._heaps()
        self._model()

    def verdicts(self) -> list[Verdict]:
        """Give what was decided."""
        return [Verdict(line, *self.dropped.get(line.number, (None, ""))) for line in self.lines]

    def _drop(self, index: int, rule: Rule, reason: str) -> bool:
        """Drop the line at `index` of the full lines, unless it is kept or gone; say if it went."""
        number = self.full[index].number
        if number in self.kept or number in self.dropped:
            return False
        self.dropped[number] = (rule, reason)
        return True

    def _gone(self, index: int) -> bool:
        return self.full[index].number in self.dropped

    def _everywhere(self) -> None:
        """Rules that need no more than the line."""
        for index, found in enumerate(self.found):
            for rule in found:
                if rule.scope == "line":
                    self._drop(index, rule, f"{rule.about}: '{self.full[index].text.strip():.60}'")
                    break

    def _repeated(self, evidence: Evidence | None) -> None:
        """Lines that stand in many files of the folder."""
        rule = self.rules.method("structure.repeated")
        if rule is None or evidence is None or evidence.files < rule.settings["files"]:
            return
        limits = rule.settings
        marked = []
        for index, line in enumerate(self.full):
            share = limits["long_share" if line.words >= limits["long_words"] else "short_share"]
            count = evidence.count(line.text)
            if count >= max(limits["files"], share * evidence.files):
                marked.append((index, count))
        size = sum(len(line.text) for line in self.full)
        if sum(len(self.full[i].text) for i, _ in marked) > limits["copy_share"] * size:
            return
        for index, count in marked:
            self._drop(index, rule, f"stands in {count} of {evidence.files} files")

    def _products(self) -> None:
        """The cards of a shop's products: prices with buttons between, and the names above."""
        rule = self.rules.method("structure.products")
        if rule is None:
            return
        limits = rule.settings
        kinds = [{r.kind for r in found} for found in self.found]
        priced = [i for i, kind in enumerate(kinds) if "price" in kind]
        runs: list[list[int]] = []
        for index in priced:
            if runs and index - runs[-1][-1] <= limits["card"]:
                runs[-1].append(index)
            else:
                runs.append([index])
        for run in runs:
            gaps = [range(a, b) for a, b in pairwise(run)]
            pressed = sum(any("shop" in kinds[i] for i in gap) for gap in gaps)
            if len(run) < limits["prices"] or pressed < limits["buttons"] * len(gaps):
                continue
            for index in range(max(0, run[0] - int(limits["above"])), run[-1] + 1):
                if _card(self.full[index]):
                    self._drop(index, rule, f"{rule.about}: {len(run)} prices, one after another")

    def _heaps(self) -> None:
        """Menus in one line, next to each other or to other chrome."""
        rule = self.rules.method("structure.heap")
        if rule is None:
            return
        heaps = {
            index: why
            for index, line in enumerate(self.full)
            if (why := _heap(line, rule.settings)) and not self._gone(index)
        }
        reach = int(rule.settings["reach"])
        for index, why in heaps.items():
            near = heaps.keys() & set(range(index - reach, index + reach + 1))
            others = any(self.full[i].folded != self.full[index].folded for i in near)
            if around := self._neighbours(index) or (others and "next to another"):
                self._drop(index, rule, f"{rule.about}: {why}, {around}")

    def _by_place(self) -> bool:
        """Rules for the head, the tail, neighbours and what follows; say if any line went."""
        prose = [i for i, line in enumerate(self.full) if line.prose and not self._gone(i)]
        head = prose[HEAD_PROSE] if len(prose) > HEAD_PROSE else len(self.full)
        tail = prose[-1] if prose else len(self.full)
        before = len(self.dropped)
        for index, found in enumerate(self.found):
            for rule in found:
                about = f"{rule.about}: '{self.full[index].text.strip():.60}'"
                if rule.scope == "head" and prose and index < head:
                    self._drop(index, rule, f"{about}, before the text")
                elif rule.scope == "tail" and prose and index >= tail and index > prose[0]:
                    self._drop(index, rule, f"{about}, at the end")
                elif rule.settings.get("untold") and self._told(index):
                    continue
                elif rule.scope == "near" and (why := self._neighbours(index)):
                    self._drop(index, rule, f"{about}, {why}")
                elif rule.scope == "next":
                    self._drop(index, rule, about)
                    self._titles_after(index, rule, tail)
                elif rule.scope == "list" and prose:
                    self._block(index, rule, about)
                elif rule.scope == "rest" and prose and index > prose[0]:
                    self._rest(index, rule, about)
        return len(self.dropped) > before

    def _model(self) -> None:
        """The line model, where rules have found chrome."""
        rule = self.rules.method(f"structure.model.{self.rules.config.profile}")
        if rule is None or len(self.dropped) < rule.settings["least"]:
            return
        gone = [line.number in self.dropped for line in self.full]
        for index, reason in opinions(self.full, self.found, gone, rule.settings).items():
            self._drop(index, rule, reason)

    def _neighbours(self, index: int) -> str:
        """Say why a label at `index` is chrome, if what stands around it tells."""
        around = [i for i in range(index - NEAR, index + NEAR + 1) if 0 <= i < len(self.full)]
        if any(self._gone(i) for i in around):
            return "next to other chrome"
        low = high = index
        while low > 0 and self._label(low - 1):
            low -= 1
        while high + 1 < len(self.full) and self._label(high + 1):
            high += 1
        return f"{high - low + 1} labels in a row" if high - low + 1 >= RUN else ""

    def _told(self, index: int) -> bool:
        """Whether running text follows: then a title is the title of that text."""
        return index + 1 < len(self.full) and self.full[index + 1].prose

    def _label(self, index: int) -> bool:
        return any(r.scope == "near" and r.settings.get("run", 1) for r in self.found[index])

    def _titles_after(self, index: int, rule: Rule, tail: int) -> None:
        """Drop the title after a marker; after the last running text, all that follow."""
        after = index + 1
        while after < len(self.full) and _title(self.full[after]):
            self._drop(after, rule, f"title under '{self.full[index].text.strip():.40}'")
            after += 1
            if index < tail:
                break

    def _block(self, index: int, rule: Rule, about: str) -> None:
        """Drop a block of other articles at the end: titles, with one line about each at most.

        Other chrome must stand there too, and nothing that reads as a list, a dialogue, sections.
        """
        behind = [i for i in range(index + 1, len(self.full)) if not self._gone(i)]
        lines = [self.full[i] for i in behind]
        told = [i for i in behind if not _title(self.full[i])]
        size = [len(line.text) for line in self.full]
        if (
            len(told) > SUMMARIES * len(behind)
            or any(b == a + 1 for a, b in pairwise(told))
            or any(line.text.lstrip().startswith(LISTED) for line in lines)
            or not any(self._gone(i) for i in range(index + 1, len(self.full)))
            or sum(size[i] for i in told) > sum(size[i] for i in range(index) if self.full[i].prose)
        ):
            return
        self._drop(index, rule, about)
        for i in behind:
            self._drop(i, rule, f"in the block '{self.full[index].text.strip():.40}'")

    def _rest(self, index: int, rule: Rule, about: str) -> None:
        """Drop a comment header and what follows it, if that is the lesser part or reads as such.

        Comments read as such when several of the lines behind tell who wrote them and when.
        """
        size = [len(line.text) if line.prose else 0 for line in self.full]
        before, behind = sum(size[:index]), sum(size[index + 1 :])
        signed = [any(r.kind in SIGNED for r in found) for found in self.found[index + 1 :]]
        enough = rule.settings.get("signed", SIGNATURES)
        reads_so = sum(signed) >= enough and any(signed[:FIRST_SIGNATURE])
        if reads_so and behind <= before * COMMENTS_SHARE:
            pass
        elif "signed" in rule.settings or behind > before:
            return
        self._drop(index, rule, about)
        for after in range(index + 1, len(self.full)):
            self._drop(after, rule, f"after '{self.full[index].text.strip():.40}'")

    def _thread(self) -> None:
        """The comments of a LinkedIn page: what follows the post, when the signs are there."""
        rule = self.rules.method("linkedin.thread")
        if rule is None or not self.full:
            return
        signs = [
            [self.rules.signals.rules[i] for i in self.rules.signals.of(line.folded)]
            for line in self.full
        ]
        first = next((i for i, line in enumerate(self.full) if line.prose), None)
        if first is None:
            return
        after = {r.id: r.settings["weight"] for found in signs[first + 1 :] for r in found}
        if sum(after.values()) < rule.settings["weight"]:
            return
        post = self.full[first]
        symbols = sum(ord(c) > 0x2190 and not c.isalnum() for c in post.text)
        whole = (
            post.words >= rule.settings["post_words"] and symbols >= rule.settings["post_symbols"]
        )
        start = first + 1 if whole else next(i for i in range(first + 1, len(signs)) if signs[i])
        names = ", ".join(sorted(name.rpartition(".")[2] for name in after))
        for index in range(start, len(self.full)):
            self._drop(index, rule, f"after the post of a LinkedIn page (signs: {names})")
        for index in range(first):
            if signs[index]:
                self._drop(index, rule, f"above the post of a LinkedIn page (signs: {names})")


def _card(line: Line) -> bool:
    """Whether a line may stand on a product's card: a name, cut or not; no sentence, no detail."""
    text = line.text.rstrip()
    return text.endswith(CUT) or not (line.prose or text.endswith(".") or ":" in text)


def _heap(line: Line, limits: dict[str, float]) -> str:
    """Say what makes a line a heap of words: one again and again, no sentence; or nothing."""
    if line.words < limits["words"] or STOPS.search(line.folded):
        return ""
    words = WORD.findall(line.folded.lower())
    long = Counter(word for word in words if len(word) > SMALL)
    often, times = max(long.items(), key=lambda item: item[1], default=("", 0))
    enough = times >= max(limits["times"], limits["share"] * len(words))
    few = len(words) - long.total() <= limits["small"] * len(words)
    return f"'{often}' {times} times" if enough and few else ""


def _title(line: Line) -> bool:
    """Whether a line reads as the title of another article."""
    return line.words <= 30 and not line.text.rstrip().endswith((".", ":", ";"))
