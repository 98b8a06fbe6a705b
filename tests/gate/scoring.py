"""Read the pages and sentences of the gate, and score what the tool makes of them."""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate import CleanConfig, Config, Document, Rules, Translation, clean, translate

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
LANGUAGES = ("fr", "en", "de")
PROFILES = ("gentle", "page")
KEPT = 0.5  # a line of which at least so much is left counts as kept

Cleaner = Callable[[str, str], Document]  # a text and a profile


@dataclass(frozen=True)
class Page:
    """A page of the gate; `marks` holds for each line `+` (KEEP), `-` (DROP) or nothing (blank)."""

    name: str
    language: str
    lines: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@dataclass(frozen=True)
class Judged:
    """A line of a page, its mark, and the share of it that cleaning left."""

    page: Page
    line: str
    keep: bool
    left: float

    @property
    def kept(self) -> bool:
        return self.left >= KEPT


@dataclass(frozen=True)
class Sentence:
    """A French sentence, its English, and of each fact the forms that count."""

    french: str
    english: str
    facts: tuple[str, ...]


def pages(folder: Path = HERE / "pages") -> list[Page]:
    """Read all pages; raises ValueError with file and line where a line bears no mark."""
    return [page for path in sorted(folder.glob("*.txt")) for page in read(path)]


def read(path: Path) -> Iterator[Page]:
    """Read the pages of one file: each begins with `=== fr1 what it is`."""
    parts = re.split(r"^=== (\S+) .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for ident, body in zip(parts[1::2], parts[2::2], strict=True):
        rows = body.strip("\n").split("\n")
        for row in rows:
            if row and not re.match(r"[+-] \S", row):
                raise ValueError(f"{path.name}: {ident}: neither '+ ' nor '- ' before: {row}")
        lines, marks = tuple(row[2:] for row in rows), tuple(row[:1] for row in rows)
        yield Page(f"{path.stem}/{ident}", ident[:2], lines, marks)


def sentences() -> list[Sentence]:
    """Read all sentences."""
    data = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
    return [Sentence(row["fr"], row["en"], tuple(row["facts"])) for row in data["sentence"]]


def cleaned(text: str, profile: str) -> Document:
    """Clean `text` as the tool does, asked for the three languages of the gate."""
    config = Config(languages=LANGUAGES, clean=CleanConfig(profile=profile))
    return clean(text, config=config, rules=rules(profile))


@cache
def rules(profile: str) -> Rules:
    """Load the rules of `profile`, once for all pages."""
    return Rules.load(CleanConfig(profile=profile), LANGUAGES)


def translated(texts: Sequence[str]) -> Translation:
    """Translate `texts`, a line each, on the embedded model without a memory."""
    return translate("\n\n".join(texts), model="fr_en")


def judge(page: Page, document: Document) -> list[Judged]:
    """Tell of each line of `page` how much of it `document`, the page cleaned, still holds."""
    judged, edits = [], document.edits
    start = 0
    for line, mark in zip(page.lines, page.marks, strict=True):
        end = start + len(line)
        if mark:
            gone = 0.0
            for edit in edits:
                common = min(end, edit.end) - max(start, edit.start)
                if common > 0:
                    gone += common * max(0.0, 1 - len(edit.new) / len(edit.old))
            judged.append(Judged(page, line, mark == "+", 1 - gone / len(line)))
        start = end + 1
    return judged


def judge_all(cleaner: Cleaner = cleaned) -> dict[str, list[Judged]]:
    """Clean every page under every profile, and give the lines by `profile language`."""
    found: dict[str, list[Judged]] = {}
    for profile in PROFILES:
        for page in pages():
            lines = judge(page, cleaner(page.text, profile))
            found.setdefault(f"{profile} {page.language}", []).extend(lines)
    return found


def cleaning_scores(judged: dict[str, list[Judged]]) -> dict[str, float]:
    """Give precision, recall and F1 of KEEP and of DROP, in percent, by profile and language.

    `text` is the share of the letters of KEEP lines that is left: it falls when a line is cut.
    """
    scores = {}
    for name, lines in judged.items():
        for mark in ("KEEP", "DROP"):
            hits = sum(j.keep == j.kept == (mark == "KEEP") for j in lines)
            said = sum(j.kept == (mark == "KEEP") for j in lines)
            there = sum(j.keep == (mark == "KEEP") for j in lines)
            scores[f"cleaning {name} {mark} precision"] = percent(hits, said)
            scores[f"cleaning {name} {mark} recall"] = percent(hits, there)
            scores[f"cleaning {name} {mark} F1"] = percent(2 * hits, said + there)
        good = [j for j in lines if j.keep]
        letters = sum(len(j.line) for j in good)
        scores[f"cleaning {name} text"] = percent(sum(j.left * len(j.line) for j in good), letters)
    return scores


@dataclass(frozen=True)
class Rendered:
    """A sentence, what became of it, the facts that its English lacks, and whether it says so."""

    sentence: Sentence
    english: str
    lost: tuple[str, ...]
    doubtful: bool


def render(found: Sequence[Sentence], translation: Translation) -> list[Rendered]:
    """Look for the facts of each sentence in `translation`, of a text with a sentence a line."""
    english = translation.text.split("\n\n")
    doubtful = {(record.line - 1) // 2 for record in translation.doubtful}
    return [
        Rendered(s, e, tuple(f for f in s.facts if not says(e, f)), n in doubtful)
        for n, (s, e) in enumerate(zip(found, english, strict=True))
    ]


def says(english: str, fact: str) -> bool:
    """Tell whether `english` has one of the forms of `fact`.

    >>> says("They don’t know 3.5 % of it.", "not|never"), says("They know 3.52.", "3.5")
    (True, False)
    """
    plain = re.sub(r"n['’]t\b", " not", english.replace("cannot", "can not"), flags=re.IGNORECASE)
    forms = "|".join(re.escape(form) for form in fact.split("|"))
    pattern = rf"(?<!\w)(?<!\d[.,])(?:{forms})(?!\w|[.,]\d)"
    return re.search(pattern, plain, re.IGNORECASE) is not None


def translation_scores(rendered: Sequence[Rendered]) -> dict[str, float]:
    """Give in percent: facts kept; facts kept or told; sound sentences not doubted; chrF.

    A lost fact is told when its sentence is called doubtful, and a sentence that lost none is
    sound.
    """
    from sacrebleu.metrics.chrf import CHRF

    facts = sum(len(r.sentence.facts) for r in rendered)
    lost = sum(len(r.lost) for r in rendered)
    untold = sum(len(r.lost) for r in rendered if not r.doubtful)
    sound = [r for r in rendered if not r.lost]
    chrf = CHRF().corpus_score(
        [r.english for r in rendered], [[r.sentence.english for r in rendered]]
    )
    return {
        "translation facts kept": percent(facts - lost, facts),
        "translation facts kept or told": percent(facts - untold, facts),
        "translation sound and not doubted": percent(
            sum(not r.doubtful for r in sound), len(sound)
        ),
        "translation chrF": percent(chrf.score, 100),
    }


def percent(part: float, whole: float) -> float:
    """Give `part` of `whole` in percent, cut after one decimal; of nothing, 100.

    >>> percent(2, 3), percent(0, 0)
    (66.6, 100.0)
    """
    return math.floor(1000 * part / whole + 1e-9) / 10 if whole else 100.0


@dataclass(frozen=True)
class Floors:
    """The scores that must be reached, and by how much each half may miss them."""

    floors: dict[str, float]
    margin: dict[str, float]

    @classmethod
    def load(cls) -> Floors:
        return cls(**json.loads(FLOORS.read_text(encoding="utf-8")))

    def save(self) -> None:
        data = {"margin": self.margin, "floors": self.floors}
        FLOORS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

    def fallen(self, scores: dict[str, float]) -> list[str]:
        """Name what is below its floor in `scores`, or missing there or here."""
        return [
            name
            for name in sorted({*self.floors, *scores})
            if name not in self.floors
            or scores.get(name, -1.0) < self.floors[name] - self.margin[name.split()[0]]
        ]

    def raised(self, scores: dict[str, float]) -> Floors:
        """Give the floors with those raised that `scores` has passed; none is lowered."""
        higher = {n: max(score, self.floors.get(n, 0.0)) for n, score in scores.items()}
        return Floors(higher, self.margin)


def wrong(judged: Iterable[Judged]) -> list[str]:
    """Name the lines judged otherwise than marked, and the KEEP lines that lost a part."""
    told = {(True, False): "lost", (False, True): "left", (True, True): "cut"}
    return [
        f"{told[j.keep, j.kept]} {j.page.name}: {j.line}"
        for j in judged
        if j.keep != j.kept or (j.keep and j.left < 1)
    ]
