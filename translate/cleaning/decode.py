"""Bytes to text and back: which encoding they are in, line by line where lines differ.

`encode` is the exact inverse of `decode`: bytes that mean nothing in their encoding are carried
through the text as lone surrogates (PEP 383).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from translate.cleaning.likelihood import likelihood, settings
from translate.config import LANGUAGES
from translate.errors import BinaryFileError, DocumentError
from translate.facts import PAIRS, Decoding
from translate.languages import accents
from translate.languages.parts import Accents

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1 << 16  # bytes that are enough to tell an encoding
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_LOW = re.compile(rb"[\x00-\x1f\x7f]")  # half of UTF-16 in scripts whose letters lie below U+2000
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_UTF8_OR_STRAY = re.compile(
    rb"((?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+)"
    rb"|[\x80-\xff]"
)

_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# Halves of a pair of UTF-16, alone: no letter of any encoding. Pairs are mended as mojibake.
_HALVES = re.compile(
    rb"\xed[\xa0-\xaf][\x80-\xbf](?!\xed[\xb0-\xbf])|(?<!\xed[\xa0-\xaf][\x80-\xbf])\xed[\xb0-\xbf][\x80-\xbf]"
)
_CUT = re.compile(rb"(?:[\xc3-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")


def encode(text: str, decoding: Decoding) -> bytes:
    """Give the bytes that `decode` read as `text`; raises DocumentError for another text.

    >>> encode(*decode(b"caf\\xe9\\r\\n"))
    b'caf\\xe9\\r\\n'
    """
    parts = [bytes.fromhex(decoding.bom)]
    at = 0
    try:
        for size, codec in decoding.spans:
            parts.append(_encoded(text[at : at + size], codec))
            at += size
    except UnicodeEncodeError as error:
        place = at + error.start
        raise DocumentError(f"the text was changed at {place}: not what was decoded") from error
    if at != len(text):
        raise DocumentError(f"the text has {len(text)} characters, {at} were decoded")
    return b"".join(parts)


def decode(
    raw: bytes, languages: Sequence[str] = LANGUAGES, *, name: str = ""
) -> tuple[str, Decoding]:
    r"""Give the text that `raw` holds, and how it was read.

    A byte order mark decides, then the zeros of UTF-16 and UTF-32 (not a few that strayed into a
    text), then valid UTF-8, then the 8-bit encoding in which the letters stand where letters stand
    in a language of `languages` (ISO 639-1 codes). A file may mix UTF-8 and 8-bit encodings. Line
    ends stay as they are.
    Raises BinaryFileError, which names `name`, when `raw` is not text, DocumentError for too many
    lines.

    >>> decode(b"\xef\xbb\xbf\xc3\x89t\xc3\xa9")
    ('Été', Decoding(bom='efbbbf', spans=((3, 'utf-8'),)))
    >>> decode("« Déjà vu », dit l’hôte.".encode("mac_roman"))[0]
    '« Déjà vu », dit l’hôte.'
    """
    for magic, kind in settings()["magic"].items():
        if raw.startswith(bytes.fromhex(magic)):
            raise _binary(name, f"it begins like {kind}")
    bom, codec = next((b for b in BOMS if _starts(raw, *b)), (b"", ""))
    body = raw[len(bom) :]
    codec = codec or _wide(body)
    if codec and codec != "utf-8":
        try:
            spans = list(_fixed_width(body, codec))
        except UnicodeDecodeError as error:
            raise _binary(name, f"{codec}, but damaged at byte {error.start}") from error
    elif _is_utf8(body) or _is_utf8(_HALVES.sub(b"", body)):
        spans = [(body.decode("utf-8", "surrogateescape"), "utf-8")]
    else:
        spans = list(_mixed(body, languages))
    text = "".join(part for part, _ in spans)
    decoding = Decoding(bom.hex(), _sizes(spans))
    if not _exact(text, decoding, raw):  # a codec whose reading and writing differ
        text = body.decode("utf-8", "surrogateescape")
        decoding = Decoding(bom.hex(), ((len(text), "utf-8"),))
    _refuse_binary(text, decoding, name)
    _refuse_long(text, name)
    return text, decoding


def reread(raw: bytes, decoding: Decoding) -> str:
    """Give the text that `decode` read in `raw`, as it found then that it is to be read.

    >>> reread(b"caf\\xe9", Decoding("", ((4, "cp1252"),)))
    'café'
    """
    parts: list[str] = []
    at = len(decoding.bom) // 2
    left = sum(size for size, _ in decoding.spans)
    for size, codec in decoding.spans:
        left -= size
        # A character takes four bytes at most, those of the other spans one at least.
        end = min(at + 4 * size, len(raw) - left) if left else len(raw)
        parts.append(_decoded(raw[at:end], codec)[:size])
        at += len(_encoded(parts[-1], codec))
    return "".join(parts)


def _starts(raw: bytes, bom: bytes, codec: str) -> bool:
    """Whether `raw` begins with `bom` and, for UTF-32, goes on as UTF-32 does."""
    if not raw.startswith(bom):
        return False
    if not codec.startswith("utf-32"):
        return True
    try:
        raw.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _exact(text: str, decoding: Decoding, raw: bytes) -> bool:
    """Whether `encode` gives `raw` back."""
    try:
        return encode(text, decoding) == raw
    except DocumentError:
        return False


def _encoded(text: str, codec: str) -> bytes:
    """Give `text` in `codec`, which may be UTF-32 of the units of UTF-16."""
    if not codec.endswith(PAIRS):
        return text.encode(codec, _errors(codec))
    return "".join(map(_parted, text)).encode(codec.removesuffix(PAIRS), "surrogatepass")


def _parted(char: str) -> str:
    """Give a character beyond 16 bits as the two surrogates that UTF-16 has for it."""
    if char <= "\uffff":
        return char
    high, low = divmod(ord(char) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)


def _decoded(raw: bytes, codec: str) -> str:
    """Give the text that `raw` holds in `codec`: see `_encoded`."""
    text = raw.decode(codec.removesuffix(PAIRS), _errors(codec))
    if not codec.endswith(PAIRS):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _errors(codec: str) -> str:
    """The error handler with which `codec` loses nothing."""
    return "surrogatepass" if codec.startswith(("utf-16", "utf-32")) else "surrogateescape"


def _sizes(spans: Iterable[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
    """Give the lengths of `spans`, neighbours in one codec joined."""
    joined = ((codec, sum(len(p) for p, _ in run)) for codec, run in groupby(spans, lambda s: s[1]))
    return tuple((size, codec) for codec, size in joined if size)


def _binary(name: str, why: str) -> BinaryFileError:
    where = f"{name}: " if name else ""
    return BinaryFileError(f"{where}not a text ({why}); export it as plain text")


def _refuse_binary(text: str, decoding: Decoding, name: str) -> None:
    """Raise BinaryFileError when too many characters of `text` are controls."""
    limits = settings()["control_share"]
    spans = decoding.spans
    if spans and spans[-1][1] == "ascii":  # bytes that fill no unit of UTF-16 or UTF-32
        text, spans = text[: -spans[-1][0]], spans[:-1]
    unicode = all(codec.startswith("utf-") for _, codec in spans)
    limit = limits["utf8" if unicode else "other"]
    controls = len(_CONTROL.findall(text))
    if controls > limit * len(text):
        raise _binary(name, f"{controls} of its {len(text)} characters are control characters")


def _refuse_long(text: str, name: str) -> None:
    """Raise DocumentError when `text` has more lines than can be read well."""
    most: int = settings()["most_lines"]
    if (lines := max(map(text.count, "\n\r"))) > most:
        said = f"{lines:,} lines, and more than {most:,} are too many for one text"
        remedy = f"cut it, as split -l {most // 2} does, or make it a text a line of JSONL"
        raise DocumentError(f"{name}{': ' * bool(name)}{said}; {remedy}")


def _wide(body: bytes) -> str:
    """Give the UTF-16 or UTF-32 codec whose zeros stand in `body`, or nothing."""
    sample = body[:SAMPLE]
    if 0 not in sample or len(sample) < 2 or _narrow(sample):
        return ""
    quarters = [sample[i::4] for i in range(4)]
    zeros = [part.count(0) / (len(part) or 1) for part in quarters]
    low, high = zeros[0] + zeros[2], zeros[1] + zeros[3]
    codec = ""
    if min(zeros[2:]) > 0.9:
        codec = "utf-32-le"
    elif min(zeros[:2]) > 0.9:
        codec = "utf-32-be"
    elif high > 0.1 and low < high / 10:
        codec = "utf-16-le"
    elif low > 0.1 and high < low / 10:
        codec = "utf-16-be"
    if not codec:
        return ""
    text = sample[: len(sample) // 4 * 4 or 2].decode(codec, "replace")
    odd = sum(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in text)
    odd += len(_CONTROL.findall(text)) + text.count("\ufffd")
    return codec if odd <= 0.05 * len(text) else ""


def _narrow(sample: bytes) -> bool:
    """Whether `sample`, in which zeros stand, has a byte or two a letter all the same.

    Read as UTF-16, a zero that strayed into a text makes ideographs of its words.
    """
    least = settings()["narrow"]
    if len(_LOW.findall(sample)) > least["controls"] * len(sample):
        return False
    letters = len(_ASCII_LETTER.findall(sample)) + sample.count(b" ")
    return letters > least["letters"] * len(sample) or _is_utf8(_CUT.sub(b"", sample))


def _fixed_width(body: bytes, codec: str) -> Iterator[tuple[str, str]]:
    """Give the text of UTF-16 or UTF-32, then the bytes left over that fill no unit."""
    unit = int(codec[4:6]) // 8
    whole = len(body) // unit * unit
    text = body[:whole].decode(codec, "surrogatepass")
    if codec.startswith("utf-32") and _PAIR.search(text):  # what some programs take for UTF-32
        codec += PAIRS
        text = _decoded(body[:whole], codec)
    yield text, codec
    if body[whole:]:
        yield body[whole:].decode("ascii", "surrogateescape"), "ascii"


def _mixed(body: bytes, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the text of bytes that are not all UTF-8, in spans of one codec."""
    lines = [m.group() for m in _LINE.finditer(body)]
    foreign = [line for line in lines if _HIGH.search(line) and not _is_utf8(line)]
    sample = b"".join(foreign)[:SAMPLE]
    spoken = accents(languages)
    encodings: list[str] = settings()["encodings"]
    utf8 = _mostly_utf8(body)
    scores = {codec: likelihood(_read(sample, codec, utf8), spoken) for codec in encodings}
    best = max(encodings, key=scores.__getitem__)
    high = len(_HIGH.findall(sample))
    dense = high >= 20 and high > settings()["dense"] * (high + len(_ASCII_LETTER.findall(sample)))
    if not utf8 and (dense or scores[best] < settings()["hopeless"] * high):
        general = _general(body)
        if general:
            yield _as(body, general), general
            return
    margin: float = settings()["line_margin"]
    for line in lines:
        if utf8 and (_UTF8.search(line) or _CUT.search(line, len(line) - 3)):
            yield from _apart(line, best)
        elif _HIGH.search(line):
            yield from _line(line, best, margin, spoken)
        else:
            yield line.decode("ascii"), "utf-8" if utf8 else best


def _mostly_utf8(body: bytes) -> bool:
    """Whether most bytes beyond ASCII make characters of UTF-8; by chance few bytes do."""
    cut = _CUT.search(body, max(0, len(body) - 3))
    if cut and (len(cut[0]) > 1 or cut[0] == b"\xc3") and _is_utf8(body[: cut.start()]):
        return True  # nothing else is wrong, and neither "Ã" nor "â‚" ends a word
    left = sum(len(m.group()) for m in _UTF8_OR_STRAY.finditer(body) if not m.group(1))
    share: float = settings()["stray"]
    return left < share * len(_HIGH.findall(body))


def _read(sample: bytes, codec: str, utf8: bool) -> str:
    """Give `sample` in one codec, with `utf8` only what is not UTF-8."""
    return "".join(part for part, _ in _apart(sample, codec)) if utf8 else _as(sample, codec)


def _apart(body: bytes, codec: str) -> Iterator[tuple[str, str]]:
    """Give what is UTF-8 as it is, and stray bytes as `codec` has them.

    A character of UTF-8 cut off at the end of `body` is lost: its bytes mean nothing.
    """
    for match in _UTF8_OR_STRAY.finditer(body):
        if match.group(1):
            yield match.group().decode("utf-8"), "utf-8"
        elif _CUT.match(body, match.start()):
            yield body[match.start() :].decode("utf-8", "surrogateescape"), "utf-8"
            return
        else:
            yield _as(match.group(), codec), codec


def _line(
    line: bytes, best: str, margin: float, spoken: Accents | None
) -> Iterator[tuple[str, str]]:
    """Give the spans of one line of a file whose 8-bit lines are in `best`."""
    mixed = list(_apart(line, best))
    usual = likelihood(_as(line, best), spoken)
    if likelihood("".join(part for part, _ in mixed), spoken) > usual:
        yield from mixed
        return
    scores = {c: likelihood(_as(line, c), spoken) for c in settings()["encodings"]}
    other = max(scores, key=scores.__getitem__)
    codec = other if scores[other] > usual + margin else best
    yield _as(line, codec), codec


def _as(raw: bytes, codec: str) -> str:
    return raw.decode(codec, "surrogateescape")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _general(body: bytes) -> str:
    """Give the codec a general detector proposes for `body`, when it reads ASCII as ASCII."""
    import charset_normalizer

    match = charset_normalizer.from_bytes(body[:SAMPLE]).best()
    if match is None:
        return ""
    ascii_too = bytes(range(128)).decode(match.encoding, "replace") == "".join(map(chr, range(128)))
    return match.encoding if ascii_too else ""
