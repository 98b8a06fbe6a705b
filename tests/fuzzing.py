"""What fuzzing feeds to the readers: for each a way to make inputs, and what reads them.

`tests/test_fuzzing.py` tries a few of them at every run, `bench/scale/fuzz.py` as many as wanted.
Whatever is read, nothing but an error of this package may come of it, in little time, and nothing
is lost.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from translate.cleaning import clean, restore
from translate.cleaning.boilerplate.rules import read_pack
from translate.cleaning.decode import decode, encode
from translate.config import load
from translate.errors import CorpusError
from translate.folders.formats import Bad, Columns, Row, Text, folder, format_of
from translate.folders.xliff import read_xliff
from translate.mt.engines.engine import PLAIN, Hypothesis, ModelCard, Search
from translate.mt.engines.install import unpack
from translate.mt.held import SYMBOLS, protected
from translate.mt.job import translate_documents
from translate.mt.memory.tmx import units
from translate.mt.sentences import pieces
from translate.mt.units import Source
from translate.names.exchange import tbx
from translate.names.glossary import Glossary

SLOW = 2.0  # seconds that one input may take
SNIPPETS = (
    "Partager cet article", "Ã©tÃ©", "é", "\ufffd", "l?été", "&amp;", "&#x26;", "\r\n", "\n\n",
    "«\u00a0", "\u202e", "\ud83d", "😀", "e\u0301", "\x00", "\x1b[2J", "12/05/2024", "A.", "…",
    "https://a.fr", "@moi", "1 000 €", "---", "```", "- ", "\ufeff", "\u2028", "DeutschEnglish",
    "def f(x):\n", "    x = [a_b(", "print(\"", ">>> ",
    "{", "[", "\"", "<tu>", "<!ENTITY a 'b'>", "[[name]]", "canonical = ", "pattern = ", "\\",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=12)), max_size=40).map(
    "".join
)
blobs = st.one_of(
    st.binary(max_size=400),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(texts, st.sampled_from(["cp1252", "utf-16", "utf-32", "cp850"])).map(
        lambda both: both[0].encode(both[1], "replace")
    ),
)


def damaged(whole: bytes) -> SearchStrategy[bytes]:
    """Give `whole` cut, with bytes changed, or with something in between."""
    place = st.integers(0, len(whole))
    return st.one_of(
        place.map(lambda at: whole[:at]),
        st.tuples(place, st.binary(max_size=8)).map(
            lambda at: whole[: at[0]] + at[1] + whole[at[0] + len(at[1]) :]
        ),
        st.tuples(place, st.binary(max_size=8)).map(
            lambda at: whole[: at[0]] + at[1] + whole[at[0] :]
        ),
    )


def decoding(data: bytes) -> None:
    """Bytes come back from the text that they were read as."""
    text, found = decode(data)
    assert encode(text, found) == data


def cleaning(text: str) -> None:
    """The raw text comes back from the cleaned one, and what was removed stands in the edits."""
    doc = clean(text.encode("utf-8", "surrogatepass"))
    assert restore(doc) == text.encode("utf-8", "surrogatepass")
    assert doc.text.isspace() or not doc.text or doc.text.encode()


def text_of_a_kind(name: str, data: bytes) -> None:
    """A text with marks of its own comes back, too, and no text becomes empty."""
    doc = clean(data, name=name)
    assert restore(doc) == data
    [done] = translate_documents([Source(name, doc.text)], Echo())
    assert bool(done.text.strip()) == bool(doc.text.strip())


def cutting(text: str) -> None:
    """The pieces of a text are the text; what is held lies in it."""
    assert "".join(piece.text for piece in pieces(text)) == text
    assert all(text[span.start : span.end] for span in protected(text))


class Echo:
    """A model that says what it hears."""

    source, target, signature, limit = "fr", "en", "echo", 200
    card = ModelCard(placeholders=SYMBOLS)

    def count(self, text: str) -> int:
        return text.count(" ") + 1

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        return ([Hypothesis(segment, -0.5, True)] for segment in segments)


def translating(text: str) -> None:
    """Every sentence of a text has a record, whatever it holds."""
    [done] = translate_documents([Source("a", text)], Echo())
    assert len(done.records) == sum(piece.sentence for piece in pieces(text))


def file(suffix: str, read: Callable[[Path], object]) -> Callable[[bytes], None]:
    """Give what writes its input to a file with the ending `suffix` and has it read."""

    def tried(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as place:
            path = Path(place, f"a{suffix}")
            path.write_bytes(data)
            read(path)

    return tried


def records(path: Path) -> None:
    """Everything that a format reads is a text or a bad record with its place."""
    found = format_of(path)
    assert found
    for one in found.read(path, Columns()):
        assert isinstance(one, (Text, Bad)) and one.place


def unpacked(path: Path) -> None:
    """No text of an archive has a name that leads out of the folder it would be written to."""
    home = path.parent / "out"
    texts = format_of(path)
    assert texts
    for text in folder.fitting(texts.read(path, Columns())):
        if isinstance(text, Text):
            for name, _ in folder.members(Row(text.name, "")):
                assert os.path.normpath(home / name).startswith(f"{home}{os.sep}")


# Names as no good archive has them: they lead elsewhere, are no UTF-8, hold signs of control.
NAMES_OF_MEMBERS = st.lists(
    st.one_of(
        st.sampled_from(["..", ".", "", "a.txt", "~", "CON", "a\n.txt", "é.txt", "e\u0301.txt"]),
        st.text(max_size=8),
        st.binary(max_size=6).map(lambda some: some.decode("utf-8", "surrogateescape")),
        st.just("a" * 300),
    ),
    min_size=1,
    max_size=4,
).map("/".join)
KINDS_OF_MEMBERS = st.sampled_from(
    [tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, b"9"]
)


def archive(entries: list[tuple[str, bytes, bytes]]) -> bytes:
    """Give a tar of members: their names, kinds and contents."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", errors="surrogateescape") as tar:
        for name, kind, data in entries:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, name[::-1]
            member.size = len(data) if kind == tarfile.REGTYPE else 0
            with contextlib.suppress(ValueError, UnicodeError):  # a name that no tar can have
                tar.addfile(member, io.BytesIO(data))
    return out.getvalue()


def sample(suffix: str) -> bytes:
    """Give a small sound file of a format, to be damaged."""
    from tests.folders.samples import written

    rows = [Row(f"n{n}", "Le pont\nest ouvert.", {"id": f"n{n}", "page": n}) for n in range(3)]
    with tempfile.TemporaryDirectory() as place:
        return written(Path(place, f"a{suffix}"), rows).read_bytes()


def glossary(text: str) -> None:
    """A glossary is read, or told what is wrong with it."""
    Glossary.parse(text)


PAGE = (
    "<html><body><p>Le pont de la ville a rouvert hier, après six mois.</p></body></html>".encode()
)
ENVELOPE = b"From ada@exemple.fr Mon Jan  1 10:00:00 2024\n"
MAIL = b"From: a@b.fr\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nBonjour.\n"
TMX = (
    b'<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv>'
    b'<tuv xml:lang="en"><seg>Yes.</seg></tuv></tu></body></tmx>'
)
TBX = (
    b'<tbx type="TBX-Basic" xml:lang="fr"><text><body><conceptEntry id="c1">'
    b'<langSec xml:lang="fr"><termSec><term>pont</term></termSec></langSec>'
    b'<langSec xml:lang="en"><termSec><term>bridge</term></termSec></langSec>'
    b"</conceptEntry></body></text></tbx>"
)
XLIFF = (
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">'
    b'<file id="f1" original="a.txt"><unit id="u1"><segment state="final"><source>Oui.</source>'
    b"<target>Yes.</target></segment></unit></file></xliff>"
)
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://exemple.fr/\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
)
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
SUBTITLES = b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n- Le <i>pont</i>\nest ouvert.\n\nNOTE x\n"
SRT = "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nLe pont\r\nest ouvert.\r\n\r\n2\r\n".encode()
CODE = b"Voici :\n\ndef f(x):\n    y = [x, 'a']\n    return y\n\nx = {\n  'a': 1\n}\nLe pont.\n"
MATTER = b"---\ntitle: 'Le pont'\ntags: [a, b]\n---\n\n# Le pont\n\nIl est ouvert.\n"
RULES = (
    b'[[rule]]\nid = "a.b"\nkind = "share"\npattern = "un (?:pont|lac)"\nexamples = ["un pont"]\n'
)
NAMES = '[[name]]\ncanonical = "Ada Lovelace"\nkind = "person"\nvariants = ["ada"]\n'
JSON = json.dumps({"id": 1, "text": "Le pont.", "page": [1, {"a": None}]}).encode() + b"\n"


def targets() -> Iterator[tuple[str, SearchStrategy[Any], Callable[[Any], None]]]:
    """Give each reader by its name, with what it is fed."""
    yield "decode", blobs, decoding
    yield "clean", texts, cleaning
    yield "sentences", texts, cutting
    yield "translate", texts, translating
    yield (
        "glossary",
        st.one_of(texts, damaged(NAMES.encode()).map(lambda b: b.decode("utf-8", "replace"))),
        glossary,
    )
    yield "rules", damaged(RULES), file(".toml", read_pack)
    yield (
        "settings",
        damaged(b'from = "fr"\njobs = 2\n[clean]\noff = ["byline"]\n'),
        file(".toml", load),
    )
    yield "TMX", damaged(TMX), file(".tmx", lambda path: list(units(path, "fr", "en", {})))
    yield "TBX", damaged(TBX), file(".tbx", lambda path: tbx.read(path, Glossary()))
    yield "XLIFF", damaged(XLIFF), file(".xlf", read_xliff)
    yield (
        "package",
        damaged(b"PK\x03\x04" + bytes(60)),
        file(".argosmodel", lambda path: unpack(path, path.parent)),
    )
    yield "JSONL", st.one_of(blobs, damaged(JSON * 3)), file(".jsonl", records)
    for suffix in (".jsonl.gz", ".jsonl.zst", ".tar", ".csv", ".parquet", ".xlsx"):
        yield suffix, damaged(sample(suffix)), file(suffix, records)
    yield "mail", st.one_of(blobs, damaged(MAIL)), file(".eml", records)
    box = ENVELOPE + MAIL + b"\n>From me\n\n" + ENVELOPE + MAIL
    yield "mail box", st.one_of(blobs.map(ENVELOPE.__add__), damaged(box)), file(".mbox", records)
    members = st.lists(st.tuples(NAMES_OF_MEMBERS, KINDS_OF_MEMBERS, blobs), max_size=5)
    yield "names in tar", members.map(archive), file(".tar", unpacked)
    yield "page", damaged(PAGE), file(".html", records)
    crawl = WARC % (len(ANSWER), ANSWER)
    yield "WARC", damaged(crawl), file(".warc", records)
    yield "subtitles", damaged(SUBTITLES), partial(text_of_a_kind, "a.vtt")
    yield "SRT", damaged(SRT), partial(text_of_a_kind, "a.srt")
    yield "code", damaged(CODE).map(lambda data: data.decode("utf-8", "replace")), translating
    yield "front matter", damaged(MATTER), partial(text_of_a_kind, "a.md")


def fed(read: Callable[[Any], None], given: Any) -> float:
    """Have `given` read; give the seconds; only an error of this package may come of it."""
    began = time.process_time()
    try:
        read(given)
    except CorpusError as error:
        assert "\n" not in str(error).strip(), error
    return time.process_time() - began
