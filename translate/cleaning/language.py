"""The language of each paragraph and of the document, with the reason for each decision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any, NamedTuple

from translate.document import Document
from translate.facts import Paragraph
from translate.languages import Language, known, language
from translate.languages.addresses import without_addresses
from translate.languages.telling import function_word_counts, function_words
from translate.languages.words import words_of
from translate.reading import read_toml

WORDS = 40  # words of a line that are enough to tell its language
LOOKED = 4000  # characters of a line they are looked for in
REMEMBERED = 1000  # answers of langdetect remembered: captions and menus repeat in a folder
UNSURE = "und"  # ISO 639-2 for "undetermined"
_NOT_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ua7ff\uaa00-\uabff\uac00-\ud7ff]")


class Verdict(NamedTuple):
    """A language (ISO 639-1, or "und"), in words why, and how many letters it is about.

    Of a line that its function words tell, `words` are those of the line: few reasons are read.
    """

    code: str
    reason: str
    letters: int
    words: Sequence[str] = ()

    @property
    def why(self) -> str:
        """The reason in words."""
        if not self.words:
            return self.reason
        return f"function words: {', '.join(_first(self.words, self.code))}"


def check(doc: Document, languages: Sequence[str], expected: str) -> Document:
    """Give `doc` with its languages in `meta`; the text stays as it is.

    `languages` are the ISO 639-1 codes the corpus may hold, `expected` the one it should be in:
    that is the language found where two fifths of the letters are in it, else the one most are in,
    "und" when unsure. Of a text whose function words are of a language without a word list no line
    is told by anything else: the others are as the lines around them.

    >>> text = "Le chat dort sur le lit de la chambre.\\n\\nThe cat is on the bed of the house."
    >>> meta = check(Document("", text), ["fr", "en"], "fr").meta
    >>> [(p.first, p.last, p.language) for p in meta.paragraphs]
    [(0, 0, 'fr'), (2, 2, 'en')]
    """
    among = tuple(languages)
    lines = [
        (i, line) for i, line in enumerate(doc.text.split("\n")) if not line.isspace() and line
    ]
    looks = [look(line, among) for _, line in lines]
    foreign = _without_list(looks, expected)
    if foreign:
        looks = [look(line, ()) for _, line in lines]
    short = _settings()["short"]["letters"]
    names = [
        v.letters < short and _only_names(line) for v, (_, line) in zip(looks, lines, strict=True)
    ]
    told = any(v.code != UNSURE and not name for v, name in zip(looks, names, strict=True))
    verdicts = []
    for verdict, name, (_, line) in zip(looks, names, lines, strict=True):
        if told and name:
            verdicts.append(Verdict(UNSURE, "names or a title", verdict.letters))
        elif verdict.code == UNSURE and not foreign and not (told and verdict.letters < short):
            verdicts.append(ask(line, among))
        else:
            verdicts.append(verdict)
    verdicts = _inherit(verdicts)
    letters: Counter[str] = Counter()
    for verdict in verdicts:
        letters[verdict.code] += verdict.letters
    total = letters.total() or 1
    shares = {code: round(n / total, 4) for code, n in letters.most_common() if n}
    paragraphs = _paragraphs([i for i, _ in lines], verdicts)
    return doc.described(language=_main(letters, expected), languages=shares, paragraphs=paragraphs)


def _main(letters: Counter[str], expected: str) -> str:
    """Give the language of a text that has so many `letters` of each."""
    if letters[expected] >= _settings()["document"]["share"] * (letters.total() or 1):
        return expected
    told = {code: n for code, n in letters.items() if n and code != UNSURE}
    return max(told, key=told.__getitem__, default=UNSURE)


def _without_list(looks: Sequence[Verdict], expected: str) -> bool:
    """Whether the language that function words tell in a text is one without a word list."""
    letters: Counter[str] = Counter()
    for verdict in looks:
        letters[verdict.code] += verdict.letters if verdict.words else 0
    main = _main(letters, expected)
    return main != UNSURE and not language(main).has_lexicon


def look(line: str, languages: tuple[str, ...]) -> Verdict:
    """Give what script, function words and word lists (of `languages`) say of a line, or "und".

    >>> look("Rayon librairie et papeterie", ("fr", "en")).why
    'words seen in French text'
    """
    words, letters = _words(line)
    if not letters:
        return Verdict(UNSURE, "no words", 0)
    if not line.isascii() and len(_NOT_LATIN.findall(line[:LOOKED])) * 2 > letters:
        return _by_script(line[:LOOKED], letters)
    settings = _settings()["first_look"]
    hits = function_word_counts(words)
    second, most = sorted((0, *hits))[-2:]
    if most - second >= settings["lead"] and most >= settings["share"] * len(words):
        return Verdict(known()[hits.index(most)].code, "", letters, words)
    weighed = [one for code in languages if (one := language(code)).has_lexicon]
    if len(weighed) > 1:
        best, odds, seen = _likeliest(words, weighed)
        enough = odds >= settings["odds"] and seen >= settings["known"] * len(words)
        if enough and hits[known().index(best)] >= most:
            return Verdict(best.code, f"words seen in {best.name} text", letters)
    return Verdict(UNSURE, "too little to tell at a look", letters)


def _only_names(line: str) -> bool:
    """Whether every word of `line` begins with a capital and goes on without."""
    words = words_of(line)
    return bool(words) and all(map(str.istitle, words))


def _words(line: str) -> tuple[list[str], int]:
    """Give the words that tell the language of `line`, in lower case, and how many letters it has.

    Addresses are left out, and so are names if words stay: a name is a capitalised word in a line
    that has at least as many others. A function word that begins the line is none. Of a long line
    the beginning is looked at.
    """
    words = words_of(without_addresses(line[:LOOKED]))
    letters = len("".join(words)) * max(len(line), LOOKED) // LOOKED
    small = list(filter(str.islower, words))
    if len(small) * 2 >= len(words):
        first = [word.lower() for word in words[:1] if not word.islower()]
        return [word for word in first if word in function_words()] + small[:WORDS], letters
    return [word.lower() for word in words[:WORDS]], letters


def _first(words: Sequence[str], code: str) -> list[str]:
    """Give the first four different function words of the language `code` among `words`."""
    found: list[str] = []
    for word in words:
        if word not in found and code in function_words().get(word, ()):
            found.append(word)
            if len(found) == 4:
                break
    return found


def _likeliest(words: list[str], among: Sequence[Language]) -> tuple[Language, float, int]:
    """Give the language of `among` whose words `words` most likely are.

    Beside it, by how much (binary logarithm) they are likelier so than of the second language, and
    how many of them stand in its lexicon.
    """
    weighed = [(one, one.weights(words)) for one in among]
    weighed.sort(key=lambda pair: sum(pair[1]), reverse=True)
    (best, weights), (_, others) = weighed[:2]
    return best, sum(weights) - sum(others), len(words) - weights.count(0.0)


def _by_script(text: str, letters: int) -> Verdict:
    """Give the language of a text in another script than Latin: langdetect if several share it."""
    for script in _settings()["scripts"]:
        if len(re.findall(f"[{script['letters']}]", text)) >= script["share"] * letters:
            codes = tuple(script["codes"])
            if len(codes) == 1:
                return Verdict(codes[0], f"{script['name']} script", letters)
            code, probability = _ask(text, codes)
            why = f"{script['name']} script, langdetect {probability:.2f}"
            return Verdict(code, why, letters)
    return Verdict(UNSURE, "a script that is not known", letters)


def ask(line: str, languages: tuple[str, ...]) -> Verdict:
    """Give the language langdetect answers, or "und" when it is unsure.

    A short line is one of `languages` (their prior is all there is); a longer one may be in any
    language of the function words' list, unless langdetect finds none of them probable.
    """
    words, letters = _words(line)
    text = " ".join(words)[:LOOKED]
    short = _settings()["short"]
    among = [languages]
    if letters >= short["letters"]:
        among.insert(0, tuple(sorted({*languages, *(one.code for one in known())})))
    code, probability = UNSURE, 0.0
    for codes in among:
        code, probability = _ask(text, codes)
        if probability >= short["probability"]:
            return Verdict(code, f"langdetect {probability:.2f}", letters)
    return Verdict(UNSURE, f"langdetect: {code} {probability:.2f} only", letters)


@lru_cache(REMEMBERED)
def _ask(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """Give langdetect's first answer among `languages` with its probability, the same each time.

    Of one language alone there is nothing to ask.
    """
    from langdetect.lang_detect_exception import LangDetectException

    if len(languages) == 1:
        return languages[0], 1.0
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


def _inherit(verdicts: list[Verdict]) -> list[Verdict]:
    """Give unsure lines the language of the lines before and after, when those agree."""
    if all(verdict.code != UNSURE for verdict in verdicts):
        return verdicts
    before = list(accumulate((v.code for v in verdicts), _known))
    after = list(accumulate((v.code for v in reversed(verdicts)), _known))[::-1]
    result = []
    for verdict, *sides in zip(verdicts, before, after, strict=True):
        around = sorted(set(sides) - {UNSURE})
        if verdict.code == UNSURE and len(around) == 1:
            why = f"as the lines around ({verdict.why})"
            result.append(Verdict(around[0], why, verdict.letters))
        else:
            result.append(verdict)
    return result


def _known(before: str, code: str) -> str:
    return before if code == UNSURE else code


def _paragraphs(numbers: list[int], verdicts: list[Verdict]) -> tuple[Paragraph, ...]:
    """Give runs of lines in one language, with the reason for the line that has most letters."""
    runs: list[Paragraph] = []
    lines = zip(numbers, verdicts, strict=True)
    for code, found in groupby(lines, key=lambda line: line[1].code):
        run = list(found)
        _, longest = max(run, key=lambda line: line[1].letters)
        runs.append(Paragraph(run[0][0], run[-1][0], code, longest.why))
    return tuple(runs)


@cache
def _settings() -> dict[str, Any]:
    return read_toml(Path(__file__).with_name("data") / "language.toml")
