"""The language of each paragraph and of the document, with the reason for each decision."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from translate.document import Document

UNSURE = "und"  # ISO 639-2 for "undetermined"
_NOISE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#][\w-]+|\b[\w-]+\.(?:com|fr|org|net|io|eu)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
# Scripts that one language of the web, or nearly, is written in.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_NOT_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ua7ff\uaa00-\uabff\uac00-\ud7ff]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A language (ISO 639-1, or "und"), in words why, and how many letters it is about."""

    code: str
    why: str
    letters: int


def check(doc: Document, languages: Sequence[str], expected: str) -> Document:
    """Give `doc` with its languages in `meta`; the text stays as it is.

    `languages` are the ISO 639-1 codes the corpus may hold, `expected` the one it should be in.
    `meta` gets "language" (the one most letters are in, "und" when unsure), "languages" (code to
    share of letters) and "paragraphs": lists of first line, last line (from 0), code and reason.

    >>> text = "Le chat dort sur le lit de la chambre.\\n\\nThe cat is on the bed of the house."
    >>> meta = check(Document("", text), ["fr", "en"], "fr").meta
    >>> [p[:3] for p in meta["paragraphs"]]
    [[0, 0, 'fr'], [2, 2, 'en']]
    """
    found: list[tuple[int, Verdict]] = []
    for number, line in enumerate(doc.text.split("\n")):
        if line and not line.isspace():
            found.append((number, identify(line, tuple(languages))))
    found = _inherit(found)
    letters: Counter[str] = Counter()
    for _, verdict in found:
        letters[verdict.code] += verdict.letters
    known = Counter({code: n for code, n in letters.items() if code != UNSURE})
    total = letters.total() or 1
    shares = {code: round(n / total, 4) for code, n in letters.most_common()}
    main = max(known, key=known.__getitem__, default=UNSURE)
    return doc.described(language=main, languages=shares, paragraphs=_paragraphs(found))


def identify(line: str, languages: tuple[str, ...]) -> Verdict:
    """Give the language of one line, by script, then function words, then langdetect.

    >>> identify("LES ENFANTS SONT PARTIS AVEC LEURS PARENTS", ("fr", "en"))
    Verdict(code='fr', why='function words: les, sont, avec, leurs', letters=36)
    """
    text = _NOISE.sub(" ", line)
    words = _WORD.findall(text.lower())
    letters = sum(map(len, words))
    if not letters:
        return Verdict(UNSURE, "no words", 0)
    if not text.isascii() and len(_NOT_LATIN.findall(text)) * 2 > letters:
        return _by_script(text, letters)
    hits = _hits(words)
    ranked = sorted(hits.items(), key=lambda item: -item[1])
    look = _settings()["first_look"]
    if ranked:
        code, most = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0
        if most - second >= look["lead"] and most >= look["share"] * len(words):
            seen = dict.fromkeys(w for w in words if code in _function_words().get(w, ()))
            return Verdict(code, f"function words: {', '.join(list(seen)[:4])}", letters)
    return _by_letters(" ".join(words), letters, languages)


def _hits(words: list[str]) -> Counter[str]:
    """Count for each language the function words among `words`."""
    known = _function_words()
    hits: Counter[str] = Counter()
    for word in words:
        hits.update(known.get(word, ()))
    return hits


def _by_script(text: str, letters: int) -> Verdict:
    """Give the language of a text in another script than Latin."""
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(text)) * (4 if code == "ja" else 2) > letters:
            return Verdict(code, "script", letters)
    code, probability = _ask(text, _every())
    return Verdict(code, f"script and langdetect {probability:.2f}", letters)


def _by_letters(text: str, letters: int, languages: tuple[str, ...]) -> Verdict:
    """Give the language langdetect answers, or "und" when it is unsure."""
    short = _settings()["short"]
    among = languages if letters < short["letters"] else tuple({*languages, *_latin()})
    code, probability = _ask(text, tuple(sorted(among)))
    if probability < short["probability"]:
        return Verdict(UNSURE, f"langdetect: {code} {probability:.2f} only", letters)
    return Verdict(code, f"langdetect {probability:.2f}", letters)


def _ask(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """Give langdetect's first answer among `languages` with its probability, the same each time."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _detectors(languages).create()
    detector.append(text)
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return UNSURE, 0.0
    return (best[0].lang.partition("-")[0], best[0].prob) if best else (UNSURE, 0.0)


@cache
def _detectors(languages: tuple[str, ...]) -> Any:
    """Give a seeded langdetect factory that knows `languages` only (a prior of nothing else)."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    files = sorted(Path(PROFILES_DIRECTORY).iterdir())
    names = [f for f in files if f.name.partition("-")[0] in languages]
    factory = DetectorFactory()
    factory.load_json_profile([f.read_text(encoding="utf-8") for f in names])
    factory.set_seed(0)
    return factory


@cache
def _every() -> tuple[str, ...]:
    """Give the codes of all languages langdetect knows."""
    from langdetect.detector_factory import PROFILES_DIRECTORY

    return tuple(sorted({f.name.partition("-")[0] for f in Path(PROFILES_DIRECTORY).iterdir()}))


def _inherit(found: list[tuple[int, Verdict]]) -> list[tuple[int, Verdict]]:
    """Give unsure lines the language of the lines before and after, when those agree."""
    codes = [v.code for _, v in found]
    before, after = codes[:], codes[:]
    for i in range(1, len(codes)):
        before[i] = before[i - 1] if before[i] == UNSURE else before[i]
        after[-1 - i] = after[-i] if after[-1 - i] == UNSURE else after[-1 - i]
    result = []
    for (number, verdict), left, right in zip(found, before, after, strict=True):
        around = {left, right} - {UNSURE}
        if verdict.code == UNSURE and len(around) == 1:
            why = f"as the lines around ({verdict.why})"
            result.append((number, Verdict(around.pop(), why, verdict.letters)))
        else:
            result.append((number, verdict))
    return result


def _paragraphs(found: list[tuple[int, Verdict]]) -> list[list[Any]]:
    """Give runs of lines in one language as [first line, last line, code, reason]."""
    runs: list[list[Any]] = []
    for number, verdict in found:
        if runs and runs[-1][2] == verdict.code:
            runs[-1][1] = number
        else:
            runs.append([number, number, verdict.code, verdict.why])
    return runs


@cache
def _settings() -> dict[str, Any]:
    path = Path(__file__).with_name("data") / "functionwords.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Each function word with the languages that have it."""
    table: dict[str, list[str]] = {}
    for code, words in _settings()["words"].items():
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


def _latin() -> tuple[str, ...]:
    """The languages of the first look, which langdetect chooses among too."""
    return tuple(_settings()["words"])
