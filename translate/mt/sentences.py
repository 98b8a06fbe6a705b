"""Where sentences begin and end, and what of a text is layout that must come back as it was.

A text is cut into pieces whose concatenation is the text again, character by character: sentences,
and what stands between them (line ends, indentation, bullets, spaces, rows of signs).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.config import SOURCE
from translate.languages import language
from translate.languages.parts import SentenceEnds
from translate.languages.words import LETTER
from translate.mt.held import EMOJI, LEADER, has_emoji
from translate.mt.layout.code import code_lines
from translate.mt.layout.initials import initialled
from translate.mt.layout.wrap import BREAK, continued

SENTENCE, LAYOUT, CODE = "sentence", "layout", "code"  # kinds of stretches
# Possessive ("++") wherever giving back cannot help: time grows with the length of a line alone.
TERMINAL = re.compile(
    r"(?<![.!?…])[.!?…]++(?:[\s\u202f\xa0]?[»”’\"')\]]++|[*_~]{1,3}+|\[\^?\w{1,4}\]|[¹²³⁴-⁹]++)*(?=\s|$)"
)
SPACE = re.compile(r"\s+")
BLANK = re.compile(r"\s*+")
# What may be a label before a sentence, with what parts it.
LABEL = re.compile(
    r"(?P<label>[^\n.!?…:|]{5,60}?(?:\s?:(?=\s)|(?=\s[–—-]\s)))(?P<sign>(?:\s[–—-])?\s+)(?!\d)"
)
# What a title has in brackets before it: "[Résolu] Le pont rouvre".
TAG = re.compile(
    r"(?P<open>\[)(?P<tag>[A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){0,3})(?P<close>\] )(?=[A-ZÀ-Þ])"
)
# An image or a link that is a line of its own; the label of one that stands within a line.
_TARGET = r"\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)"
LINKED = re.compile(rf"(?P<open>!?\[)(?P<label>[^\[\]\n]+)(?P<close>{_TARGET})")
SMALL = re.compile(r"[^\W\d_A-ZÀ-Þ]{2}")
# What is in capitals counts as written so from this many letters on; shorter ones may be acronyms.
CAPITALS = 6
# The first sign of a sentence that can show its case, past quotes, dashes and brackets.
OPENING = re.compile(r"[\s\"'«“‘(\[*_~–—-]*")
LAST_WORD = re.compile(r"(?:[^\W\d_]+[.\-’' ]{1,2})*[^\W_]+$|[§]$")
INITIAL = re.compile(r"(?:^|[\s(«\"'.’-])[A-ZÀ-Þ]$")
# No sentence begins so: "16 fr. ; avoine", "Vient-il ? », dit Ada"; but a smiley does.
GOES_ON = re.compile(r"[;,](?![-)])|:\s|[»”\"][,;]|[»”)\]]+(?:[\s.,;:!?…]|$)")
# A short word behind what opens a quotation or brackets, and a number before what closes them:
# « Inv. 12 », (pop. 1 200 hab.).
WITHIN = re.compile(r"[«“(\[][\s\xa0\u202f]?[^\W\d_]{1,4}$")
CLOSED = re.compile(r"\d[^«“(\[\n]*?[»”)\]]")
METRES = re.compile(r"\d[ \u00a0\u202f]?mm?$")  # spelt as a title is: "12 m. Il est beau."
COUNT_AHEAD = re.compile(r"[\d°]|[A-Z]{1,4}[-/.]?\d|[A-Z]\b|[ivxlcdmIVXLCDM]+\b")
BULLET = re.compile(
    r"\s*(?:(?:[-–—−*•·▪▫◦‣⁃∙●○■□►▶➢➤✓✔✗✘→>]+|#{1,6}"
    r"|\(?(?:\d{1,3}[.)°]|(?:[a-zA-Z]|[ivxIVX]{1,5})\))|\d{1,2}[-–](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+(?!Milli|Md|Mio)[A-ZÀ-Þ])"  # 2.1. Rivers
    r"|(?:[ivx]{1,4}|[IVX]{2,5})\.(?=\s)|[IVX]{1,5} [-–—](?=\s)|[A-Z]/(?=\s)"
    r"|[a-k]\.(?=\s+(?:[A-ZÀ-Þ]|[«“\"(]|[a-zß-ÿ]{2}))"  # a. First, b. second
    r"|\[[ xX]\]|\[\^[\w-]+\]:"
    r"|\[\d{1,2}(?::[0-5]\d){1,2}(?:[.,]\d{1,3})?\])\s+)*"  # [00:10], of a transcript
)
NEAR = 100  # characters on either side of a full stop that tell what it is
# No sentence has more characters (a very long one of a novel has 5,000): a line without full stops
# is cut, so that what looks at a sentence as a whole costs no more in a line of ten million.
LONGEST = 8_000
# A Czech sentence has a third of letters unknown to French, a French one with Czech names a tenth.
FOREIGN = 0.2
# The marker of an item within a line: "a) ouvrir ; b) fermer".
MARKER = (
    r"(?<=[;:,] )(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s+|\d{1,2}°\s+(?=[^\W\d_]))"
    r"|(?<=\. )\d{1,2}°\s+(?=[A-ZÀ-Þ])"
)
# What stands on the two sides of these, inside a line, does not belong together. Signs that end
# a line in some systems are among them: for us a line ends with "\n".
SEPARATOR = re.compile(
    r"\s+[|•·●■►▪]\s+|\t+|\s{4,}|[\x00-\x08\v\f\r\x0e-\x1f\x7f\x85\u2028\u2029\ufeff]+"
    rf"|{MARKER}"
)
# The cells of a row of a table; items between commas without spaces, four or more.
CELL = re.compile(r"\s*(?<!\\)\|\s*")
ITEMS = 4
ITEM = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
PARTED = re.compile(f"{SEPARATOR.pattern}|\\s*{EMOJI.pattern}(?:\\s*{EMOJI.pattern})*\\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: a sentence to translate, layout to keep, or code to copy.

    It begins in `line` of the text at `column`, both counted from 0. In layout there may be dates
    and amounts, which English writes otherwise; in `code` they stay.
    """

    text: str
    line: int
    column: int
    sentence: bool
    code: bool = False


def pieces(text: str, code: str = SOURCE, goes_on: frozenset[int] = frozenset()) -> Iterator[Piece]:
    """Cut `text`, in language `code`, into sentences and layout.

    Of the lines `goes_on`, from 0, it is known that the next goes on with them.

    >>> [p.text for p in pieces("- M. Roy part. Il a 6,5 ans.\\n\\nFin") if p.sentence]
    ['M. Roy part.', 'Il a 6,5 ans.', 'Fin']
    >>> "".join(p.text for p in pieces(" • Un.  Deux ?\\r\\n\\tTrois"))
    ' • Un.  Deux ?\\r\\n\\tTrois'
    """
    line = column = 0
    for piece, kind in _stretches(text, code, goes_on):
        yield Piece(piece, line, column, kind == SENTENCE, kind == CODE)
        breaks = piece.count("\n")
        line += breaks
        column = len(piece) - piece.rindex("\n") - 1 if breaks else column + len(piece)


def _stretches(text: str, code: str, goes_on: frozenset[int]) -> Iterator[tuple[str, str]]:
    """Cut `text` into stretches, each with its kind."""
    lines = text.split("\n")
    copied = copied_lines(lines, code)
    follows = [told or number in goes_on for number, told in enumerate(continued(lines, code))]
    first = 0
    while first < len(lines):
        last = first
        while follows[last] and not (copied[first] or copied[last + 1]):
            last += 1
        block = "\n".join(lines[first : last + 1])
        body = block.rstrip()
        start = len(body) if copied[first] else bullet_end(body)
        if start:
            yield body[:start], CODE if copied[first] else LAYOUT
        for piece, sentence in paragraph(body[start:], code):
            yield piece, SENTENCE if sentence else LAYOUT
        rest = block[len(body) :] + "\n" * (last + 1 < len(lines))
        if rest:
            yield rest, LAYOUT
        first = last + 1


def copied_lines(lines: Sequence[str], code: str = SOURCE) -> list[bool]:
    """Tell of each of `lines`, in language `code`, whether it is to be copied.

    What stands between two fences of Markdown is, and what is code by its signs.

    >>> copied_lines(["```", "trier", "```", "trier"])
    [True, True, True, False]
    """
    copied = code_lines(lines, code)
    between = False
    for number, line in enumerate(lines):
        fence = line.lstrip().startswith(("```", "~~~"))
        copied[number] |= fence or between
        between ^= fence
    return copied


def paragraph(text: str, code: str) -> Iterator[tuple[str, bool]]:
    """Cut `text`, which may go over several lines, into stretches."""
    breaks = iter([m[0] for m in BREAK.finditer(text)])
    for part, is_text in parts(BREAK.sub("\n", text)):
        names = list(initialled(part, code)) if is_text else []
        names += [match.span() for match in LINKED.finditer(part)] if is_text else []
        whole = split_sentences(part, language(code).sentences, names) if is_text else ()
        sentences = (s for one in whole for s in split_long(one, len, LONGEST, code))
        for piece in spaced(sentences) if is_text else [part]:
            sentence = is_text and piece == piece.strip() and bool(LETTER.search(piece))
            yield re.sub("\n", lambda _: next(breaks), piece), sentence


def foreign_letters(text: str, code: str = SOURCE) -> bool:
    """Tell whether too many letters of `text` are not of language `code` for a name or a word.

    >>> foreign_letters("Это русское предложение."), foreign_letters("Antonín Dvořák est né ici.")
    (True, False)
    """
    known = language(code).sentences.letters
    strange = {c for c in set(text) - known if c.isalpha()}
    if not strange or not known:
        return False
    return sum(map(text.count, strange)) > FOREIGN * sum(map(str.isalpha, text))


def opening(text: str) -> int:
    """Give where the words of `text` begin, behind spaces, quotation marks and the like.

    >>> opening("« (Oui) »"), opening("Oui")
    (3, 0)
    """
    return OPENING.match(text).end()  # type: ignore[union-attr]


def bullet_end(line: str) -> int:
    """Give where the text of `line` starts, after indentation and bullets.

    >>> bullet_end("  1. Ouvrir"), bullet_end("- [ ] fait"), bullet_end("A. Dupont")
    (5, 6, 0)
    """
    match = BULLET.match(line)
    return match.end() if match else 0


def parts(line: str) -> Iterator[tuple[str, bool]]:
    """Cut `line` at separators and emoji; the second value is False for these.

    An emoji in the middle of a sentence stays in it; a label in capitals before it is another, and
    so is a tag in brackets.

    >>> [p for p, is_text in parts("Voici 👇 Un mot, j'aime 😍 bien. 1️⃣ Deux 🎉") if is_text]
    ['Voici', "Un mot, j'aime 😍 bien.", 'Deux']
    >>> [p for p, is_text in parts("| Nom | Âge |") if is_text]
    ['Nom', 'Âge']
    >>> [p for p, is_text in parts("CE QUE L'ON SAIT - Le pont rouvre. SNCF : grève.") if is_text]
    ["CE QUE L'ON SAIT", 'Le pont rouvre. SNCF : grève.']
    >>> [p for p, is_text in parts("![Ada lit. Photo : Bo.](/img/a.jpg)") if is_text]
    ['Ada lit. Photo : Bo.']
    >>> [p for p, is_text in parts("[Résolu] Le pont rouvre.") if is_text]
    ['Résolu', 'Le pont rouvre.']
    """
    at = 0
    linked = LINKED.fullmatch(line)
    if linked and TERMINAL.search(linked["label"]):
        yield from ((linked["open"], False), (linked["label"], True), (linked["close"], False))
        return
    if tag := TAG.match(line):
        yield from ((tag["open"], False), (tag["tag"], True), (tag["close"], False))
        at = tag.end()
    elif label := labelled(line):
        yield line[: label.start("sign")], True
        yield label["sign"], False
        at = label.end()
    separator = PARTED if has_emoji(line) else SEPARATOR
    if line.lstrip().startswith("|"):
        separator = CELL
    elif len(ITEM.findall(line)) + 1 >= ITEMS:
        separator = ITEM
    for match in separator.finditer(line, at):
        if EMOJI.search(match[0]) and not parted(line, match):
            continue
        if match.start() > at:
            yield line[at : match.start()], True
        yield match[0], False
        at = match.end()
    if at < len(line):
        yield line[at:], True


def labelled(line: str) -> re.Match[str] | None:
    """Give the label in capitals that `line` begins with, and what parts it from its sentence."""
    label = LABEL.match(line)
    if not label or not label["label"].isupper() or not SMALL.search(line, label.end()):
        return None
    return label if sum(map(str.isalpha, label["label"])) >= CAPITALS else None


def parted(line: str, emoji: re.Match[str]) -> bool:
    """Tell whether `emoji`, one or several in `line`, stands between sentences, not in one."""
    start, end = emoji.span()
    after = OPENING.match(line, end).end()  # type: ignore[union-attr]
    return bool(
        BLANK.fullmatch(line, 0, start)
        or BLANK.fullmatch(line, end)
        or LEADER.search(emoji[0])
        or line[start - 1] in '.!?…:;»"”)'
        or not line[after : after + 1].islower()
    )


def spaced(sentences: Iterator[str]) -> Iterator[str]:
    """Give sentences and the spaces around them as pieces of their own."""
    for sentence in sentences:
        body = sentence.strip()
        start = sentence.index(body)
        yield from (p for p in (sentence[:start], body, sentence[start + len(body) :]) if p)


def split_sentences(
    line: str, rules: SentenceEnds, whole: Sequence[tuple[int, int]] = ()
) -> Iterator[str]:
    """Cut `line` (a paragraph without bullet) into sentences, spaces at their ends included.

    None ends within a span of `whole`.

    >>> ends = language("fr").sentences
    >>> list(split_sentences("Vu p. 3. « Ah ! » dit-elle. Puis rien… ou si.", ends))
    ['Vu p. 3. ', '« Ah ! » dit-elle. ', 'Puis rien… ou si.']
    >>> list(split_sentences("c'est fini. elle part mercredi. m. roy reste.", ends))
    ["c'est fini. ", 'elle part mercredi. ', 'm. roy reste.']
    """
    lower = begins_small(line)
    start = seen = 0  # what is before `seen` holds no letter of the sentence that begins at `start`
    for match in TERMINAL.finditer(line):
        if any(first < match.start() < last for first, last in whole):
            continue
        space = SPACE.match(line, match.end())
        stop, end = match.end(), space.end() if space else match.end()
        letter = LETTER.search(line, max(start, seen), stop)
        seen = letter.start() if letter else stop
        before, after = line[max(start, stop - NEAR) : stop], line[end : end + NEAR]
        if end < len(line) and ends_here(before, after, rules, lower, lettered=bool(letter)):
            yield line[start:end]
            start = end
    if start < len(line):
        yield line[start:]


def begins_small(line: str) -> bool:
    """Tell whether `line` is written without capitals at the start of its sentences.

    >>> begins_small("il part. elle reste."), begins_small("Env. dix. Il part.")
    (True, False)
    """
    starts = re.findall(r"(?:^|[.!?…]\s++)[\"'«“(\s]*+([^\W\d_])", line)
    lower = [s for s in starts if s.islower()]
    return len(lower) > len(starts) / 2


def ends_here(before: str, after: str, rules: SentenceEnds, lower: bool, *, lettered: bool) -> bool:
    """Tell whether a sentence ends between `before`, with its full stop, and `after`.

    `lettered` says that the sentence has a letter, though `before` may not reach back to it.
    """
    if GOES_ON.match(after):
        return False
    body = before.rstrip("»”’\"')]*_~\xa0\u202f ")
    first = after[opening(after) :][:1]
    if not lettered and not lower and not first.isupper():
        return False
    if len(body) < len(before.rstrip()) and attributed(after, rules):
        return False
    if body.endswith(("!", "?", "…", "..")):
        return not first.islower() or (lower and body.endswith(("!", "?")))
    word = re.split(r"[\s(«]", body[:-1])[-1].lower()
    if abbreviated(body[:-1], word, after, rules):
        return False
    next_word = re.match(r"[^\W\d_]*", after.lstrip("\"'«“( \xa0"))
    begins = next_word is not None and next_word[0] in rules.subjects
    return not first.islower() or ((lower or begins) and len(word) > 1)


def abbreviated(before: str, word: str, after: str, rules: SentenceEnds) -> bool:
    """Tell whether the full stop after `before`, which ends in `word`, marks an abbreviation."""
    first = after[opening(after) :][:1]
    match = LAST_WORD.search(before.lower())
    longest = match[0] if match else word
    if WITHIN.search(before) and CLOSED.match(after):
        return True
    # "l'art. 5", "(p. ex."
    known = {longest, *(re.split(r"[’'(\"-]", w)[-1] for w in (word, longest)), word}
    if known & rules.titles and METRES.search(before):
        return not first.isupper()
    if known & rules.titles or (known & rules.counted and COUNT_AHEAD.match(after)):
        return True
    if known & rules.other or any(longest.endswith(" " + o) for o in rules.other if " " in o):
        return not first.isupper()
    next_word = re.match(r"[^\W\d_]*(?![^\W\d_]|(?<=\b[A-Z])\.)", after)  # S. is no "s’"
    starts = bool(next_word and next_word[0].lower() in rules.starters)
    return bool(INITIAL.search(before)) and first.isalpha() and not starts


def attributed(after: str, rules: SentenceEnds) -> bool:
    """Tell whether `after`, which follows a quotation, says who spoke."""
    words = re.match(r"([^\s,.]+)(?:\s([^\s,.]+))?", after)
    if not words:
        return False
    if words[1] in rules.auxiliaries and words[2]:
        return words[0].islower()
    said = words[1].lower()
    return any(said == verb or said.startswith(verb + "-") for verb in rules.attributions)


def split_long(text: str, size: Callable[[str], int], most: int, code: str = SOURCE) -> list[str]:
    """Cut `text` into parts of at most `most` by `size`, at clauses if it can be done.

    The concatenation of the parts is `text`. `size` need not be exact.

    >>> split_long("un deux, trois quatre", lambda t: len(t.split()), 2)
    ['un deux, ', 'trois quatre']
    """
    if size(text) <= most or len(text) < 2:
        return [text]
    middle = len(text) / 2
    for pattern in language(code).sentences.clauses:
        cuts = [m.end() for m in pattern.finditer(text) if 0 < m.end() < len(text)]
        near = [c for c in cuts if len(text) / 5 < c < 4 * len(text) / 5]
        if near:
            cut = min(near, key=lambda c: abs(c - middle))
            break
    else:
        cut = int(middle)
    return [
        *split_long(text[:cut], size, most, code),
        *split_long(text[cut:], size, most, code),
    ]
