"""Lines broken to fit a width (mail, copies of PDF): joined to sentences, broken again in English.

Whoever breaks lines by a program breaks where the next word does not fit. A text is taken for one
so broken when several lines in a row show it, and some of the breaks are inside a sentence. Lines
of subtitles and narrow columns show no width: there the words on both sides of a break tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from translate.config import SOURCE
from translate.document import touching
from translate.languages import language
from translate.languages.parts import SentenceEnds
from translate.languages.words import WORD

# Widths in use, in characters: mail has 65 to 80; a column of a newspaper may be narrower. Wider
# lines are paragraphs of one line each.
WIDTHS = range(45, 101)
RUN = 3  # lines in a row, all but the last full, prove a width; then two are enough elsewhere
# A line that continues another begins with a word, a bracket or a quotation, not with a bullet, a
# quoting sign or the number of a list.
CONTINUES = re.compile(
    r"\s*(?=[^\W_]|[«“\"'‘(…]|[–—-](?! ))(?!\(?(?:\d{1,3}[.)°]|[a-zA-Z]\))\s)\S+"
)
END_MARK = re.compile(r"[.!?…][\s»”’\"')\]]*$")
ENDED = re.compile(r"[.!?…:;][\s»”’\"')\]]*$")
FIGURE = re.compile(r"[\W_]*\d")  # at the beginning of a line
BRACKETED = re.compile(r"\([^()]*\)")
# What no line is broken in: a number and the word beside it, a name. Behind a comma one is.
CLOSE = re.compile(
    r"(?:[\w’'%€$£/-]+\.? )?(?<![\w,.])[€$£]?\d[\d.,:]*(?<![,.:])(?: \w[\w.’'-]*)?"
    r"|[A-ZÀ-Þ][\w’'-]*\.?(?: [A-ZÀ-Þ][\w’'-]*\.?)+"
)
BREAK = re.compile(r"\n[^\S\n]*|(?<![^\S\n])[^\S\n]+\n[^\S\n]*")  # with the space around it
HYPHEN = re.compile(rf"(?<![^\W\d_])([^\W\d_]++)-(?:{BREAK.pattern})([^\W\d_]+)")


def continued(lines: Sequence[str], code: str = SOURCE) -> list[bool]:
    """Tell of each of `lines` of a text, in language `code`, whether the next goes on with it.

    >>> continued(["Le pont que la ville avait fermé en mai pour des", "travaux a rouvert hier, "
    ... "et les riverains s'en disent", "contents.", "", "Le maire"])
    [True, True, False, False, False]
    >>> continued(["Posez le panier", "et revenez", "ce soir.", "Farine", "sucre"])
    [True, True, False, False, False]
    """
    marks = [False] * len(lines)
    widths: set[int] = set()
    pairs: list[int] = []
    rules = language(code).sentences
    for run in _runs(lines):
        for i in _told(lines, run, rules):
            marks[i] = True
        most = max(len(lines[i].rstrip()) for i in run)
        if most not in WIDTHS:
            continue
        for part in _parts(lines, run, most):
            inside = any(_broken(lines[a], lines[b]) for a, b in pairwise(part))
            if inside and len(part) >= RUN:
                widths.add(most)
                for i in part[:-1]:
                    marks[i] = True
            elif inside:
                pairs.append(part[0])
    for i in pairs:
        marks[i] |= bool(widths) and _full(lines[i], lines[i + 1], max(widths))
    return marks


def joined(text: str, code: str = SOURCE) -> str:
    r"""Give `text` in one line; a word that was cut at its end is whole again.

    >>> joined("un \r\n  deux et peut-\nêtre, dit l’ingé-\nnieur")
    'un deux et peut-être, dit l’ingénieur'
    """

    def whole(match: re.Match[str]) -> str:
        known = [language(code).weight(w.lower()) for w in (*match.groups(), match[1] + match[2])]
        return match[1] + ("" if known[2] > min(known[:2]) else "-") + match[2]

    return BREAK.sub(" ", HYPHEN.sub(whole, text))


def rewrapped(english: str, source: str) -> str:
    r"""Give `english` with the line breaks of `source`, at spaces about as far in the text.

    None is in a number or a name if it can be. Breaks for which there are no spaces are at its end.

    >>> rewrapped("The bridge is open again.", "Le pont\nest de nouveau\n ouvert.")
    'The\nbridge is open\n again.'
    >>> rewrapped("It opens on May 13.", "Il ouvre le 13\nmai.")
    'It opens on\nMay 13.'
    """
    found = list(BREAK.finditer(source))
    if not found:
        return english
    spaces = [m.start() for m in re.finditer(" ", english)]
    close = touching(match.span() for match in CLOSE.finditer(english))
    apart = [space for space in spaces if not close(space, space + 1)]
    spaces = apart if len(apart) >= len(found) else spaces
    out: list[str] = []
    at = used = 0  # of `english`, of `spaces`
    for number, match in enumerate(found):
        most = len(spaces) - (len(found) - number)  # the last that leaves one for each break
        if most < used:
            return "".join(out) + english[at:] + "".join(m[0] for m in found[number:])
        wanted = len(english) * match.start() / len(source)
        right = min(bisect_left(spaces, wanted, used, most + 1), most)
        left = max(used, right - 1)
        used = min(left, right, key=lambda s: abs(spaces[s] - wanted))
        out += (english[at : spaces[used]], match[0])
        at = spaces[used] + 1
        used += 1
    return "".join(out) + english[at:]


def _told(lines: Sequence[str], run: Sequence[int], rules: SentenceEnds) -> Iterator[int]:
    """Give the lines of `run` whose last words, or the first ones behind them, say that they go on.

    Where nothing but a small letter says so, the sentence must come to an end.
    """
    chain: list[tuple[int, bool]] = []
    for at, (before, number) in enumerate(zip(run, [*run[1:], -1], strict=True), 1):
        sure = _goes_on(lines[before], lines[number], rules) if number >= 0 else None
        if sure is not None and _own(lines[before], [lines[i] for i in run[at:]], rules):
            sure = None
        if sure is False and not chain and _first(lines[number]) in rules.subjects:
            sure = None  # a title, and a sentence that forgot its capital
        if sure is not None and (chain or _first(lines[before])[:1].isupper()):
            chain.append((before, sure))
            continue
        whole = END_MARK.search(lines[before])
        yield from (i for i, certain in chain if certain or whole)
        chain = []


def _goes_on(line: str, following: str, rules: SentenceEnds) -> bool | None:
    """Tell whether `following` goes on with `line`: True for sure, False perhaps, None: it doesn't.

    >>> rules = language("fr").sentences
    >>> [_goes_on("Le pont de", "Saverne", rules), _goes_on("Le pont", "de fer", rules)]
    [True, True]
    >>> [_goes_on("Le pont", "ouvert.", rules), _goes_on("Le pont", "Le maire", rules)]
    [False, None]
    >>> _goes_on("Le pont", "12 euros par jour", rules)  # a title, and what it costs
    """
    ahead, behind = WORD.findall(line.lower()), WORD.findall(following)
    if not ahead or not behind or ENDED.search(line.rstrip()):
        return None
    if ahead[-1] in rules.open and line.rstrip()[-1].isalpha():
        return True
    figure = FIGURE.match(following) and ahead[-1] not in rules.joining
    if not behind[0].islower() or figure:
        return None
    return line.rstrip()[-1] in ",-" or behind[0] in rules.joining


def _own(line: str, rest: Sequence[str], rules: SentenceEnds) -> bool:
    """Tell whether `line`, which may go on with the `rest` of its run, is a label above it.

    A day is, and what has but hours, a bracket or a far longer line below it.

    >>> rules = language("fr").sentences
    >>> [_own(one, ["à la mairie"], rules) for one in ("Samedi 6 juin", "Le bal du samedi 6 juin")]
    [True, False]
    >>> _own("Ouvert", ["de 9 h à midi"], rules), _own("Il ouvre", ["à 9 h", "ou à midi."], rules)
    (True, False)
    """
    goes_on = takewhile(lambda one: _first(one)[:1].islower(), rest)
    ends = END_MARK.search([rest[0], *goes_on][-1].rstrip()) is not None
    words = WORD.findall(line.lower())
    if words[-1] in rules.open or line.rstrip()[-1] in ",-":
        return False
    label, below = line.strip(), rest[0].strip()
    return (
        rules.day.fullmatch(label) is not None
        or (not ends and rules.hours.match(below) is not None)
        or BRACKETED.fullmatch(below) is not None
        or len(below) >= WIDTHS.start > 2 * len(label)
    )


def _first(line: str) -> str:
    word = WORD.search(line)
    return word[0] if word else ""


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the runs of lines of which each may go on from the one before, as far as form tells.

    All but the first have the same indentation; the first may have another, and a bullet.
    """
    run: list[int] = []
    for number, line in enumerate(lines):
        hangs = len(run) == 1 or (run and _indent(line) == _indent(lines[run[-1]]))
        if hangs and CONTINUES.match(line):
            run.append(number)
            continue
        if len(run) > 1:
            yield run
        run = [number] if line.strip() else []
    if len(run) > 1:
        yield run


def _parts(lines: Sequence[str], run: Sequence[int], most: int) -> Iterator[list[int]]:
    """Cut `run` behind each line in which the first word of the next would have had room."""
    part = [run[0]]
    for before, number in pairwise(run):
        if not _full(lines[before], lines[number], most):
            if len(part) > 1:
                yield part
            part = []
        part.append(number)
    if len(part) > 1:
        yield part


def _full(line: str, following: str, most: int) -> bool:
    """Tell whether the first word of `following` would not have had room in `line`."""
    size = len(line.rstrip())
    return size <= most < size + 1 + len(following.split(maxsplit=1)[0])


def _broken(line: str, following: str) -> bool:
    """Tell whether a sentence goes on from `line` to `following`, by the case of its letters."""
    return not ENDED.search(line.rstrip()) and following.lstrip()[:1].islower()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
