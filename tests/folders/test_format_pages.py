"""Saved pages, crawls and mails: the text that is taken out of each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import zstandard

from tests.folders.samples import read
from translate.errors import CorpusWarning, UsageError
from translate.folders.formats import Bad, Row, Text
from translate.folders.formats.folder import members

PAGE = """<html><head><title>Le pont</title></head><body><nav>Accueil | Contact</nav>
<article><h1>Le pont</h1><p>Le pont de la ville a rouvert hier matin, après six mois de travaux.</p>
<p>Les riverains s'en disent contents, et le maire aussi.</p></article></body></html>"""


def test_the_text_of_a_page_is_taken_out(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    [text] = read(tmp_path / "a.html")
    assert isinstance(text, Text) and "six mois de travaux" in text.data.decode()
    assert text.fields["title"] == "Le pont" and text.fields["page_sha256"]
    assert text.data.decode().startswith("Le pont\nLe pont de la ville")
    (tmp_path / "b.html").write_text("<html></html>")
    [bad] = read(tmp_path / "b.html")
    assert isinstance(bad, Bad) and "no text was found" in bad.message


def test_the_headline_of_a_page_stands_first_in_its_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace("<article><h1>Le pont</h1>", "<h1>Le pont rouvre</h1>")
    page = page.replace("</article>", "").replace("<title>Le pont", "<title>Le pont rouvre - Lac")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    [text] = read(tmp_path / "a.html")
    assert isinstance(text, Text)
    assert text.data.decode().startswith("Le pont rouvre\n\nLe pont de la ville")


@pytest.mark.parametrize(
    ("said", "byline", "date"),
    [
        ("<p>Par Odile Bastide, le 26 août 2026</p>", "Odile Bastide", "2026-08-26"),
        ("<p>Par Odile Bastide</p><p>Publié le 26 août 2026</p>", "Odile Bastide", "2026-08-26"),
        ("<p>Un courriel du 4 mars 2024 le disait déjà.</p>", None, None),
    ],
)
def test_a_page_says_under_its_headline_who_wrote_it_and_when(
    tmp_path: Path, said: str, byline: str | None, date: str | None
) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace("</h1>", f"</h1>{said}")
    page = page.replace("</article>", "<p>Le maire l'avait promis le 3 mai 2021.</p></article>")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    [text] = read(tmp_path / "a.html")
    assert isinstance(text, Text)
    assert (text.fields.get("byline"), text.fields.get("date")) == (byline, date)


def test_what_a_page_says_in_its_head_goes_first_and_into_a_folder(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    head = '<meta name="author" content="Odile Bastide">'
    head += '<meta property="article:published_time" content="2026-08-26">'
    page = PAGE.replace("</head>", f"{head}</head>").replace("</h1>", "</h1><p>Le 3 mai 2021</p>")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    [text] = read(tmp_path / "a.html")
    assert isinstance(text, Text)
    assert (text.fields["byline"], text.fields["date"]) == ("Odile Bastide", "2026-08-26")
    row = Row("a", "Le pont", text.fields, {"edits": {}})
    record = json.loads(dict(members(row))["a.txt.edits.json"])
    assert record["page"]["date"] == "2026-08-26"


def test_the_pages_of_a_crawl_are_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    writers = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    with (tmp_path / "a.warc.gz").open("wb") as opened:
        out = writers.WARCWriter(opened, gzip=True)
        for status, kind in (
            ("200 OK", "text/html"),
            ("404 Gone", "text/html"),
            ("200 OK", "image/png"),
        ):
            said = headers(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            out.write_record(
                out.create_warc_record(
                    "https://exemple.fr/pont",
                    "response",
                    io.BytesIO(PAGE.encode()),
                    http_headers=said,
                )
            )
    [text] = read(tmp_path / "a.warc.gz")
    assert isinstance(text, Text) and text.name == "https://exemple.fr/pont"
    assert "six mois" in text.data.decode()


def test_a_crawl_is_read_packed_as_zstd_or_as_its_texts(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    writers = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    made = io.BytesIO()
    out = writers.WARCWriter(made, gzip=False)
    for packed in ("identity", "zstd"):
        fields = [("Content-Type", "text/html"), ("Content-Encoding", packed)]
        said = headers("200 OK", fields, protocol="HTTP/1.1")
        page = {"payload": io.BytesIO(PAGE.encode()), "http_headers": said}
        out.write_record(out.create_warc_record("https://exemple.fr/a", "response", **page))
    text = {"payload": io.BytesIO("L'été.\n".encode()), "warc_content_type": "text/plain"}
    out.write_record(out.create_warc_record("https://exemple.fr/b", "conversion", **text))
    (tmp_path / "a.warc.zst").write_bytes(zstandard.compress(made.getvalue()))
    first, bad, plain = read(tmp_path / "a.warc.zst")
    assert isinstance(first, Text) and "six mois" in first.data.decode()
    assert isinstance(bad, Bad) and bad.message == "the page is packed as 'zstd', which is not read"
    assert isinstance(plain, Text)
    assert (plain.name, plain.data) == ("https://exemple.fr/b", "L'été.\n".encode())


def test_a_text_of_a_crawl_that_is_damaged_is_told(tmp_path: Path) -> None:
    writers = pytest.importorskip("warcio.warcwriter")
    made = io.BytesIO()
    out = writers.WARCWriter(made, gzip=True)
    words = " ".join(str(n**3) for n in range(40_000)).encode()
    out.write_record(
        out.create_warc_record("https://exemple.fr/b", "conversion", payload=io.BytesIO(words))
    )
    packed = bytearray(made.getvalue())
    middle = len(packed) // 2
    packed[middle : middle + 4000] = bytes(range(250)) * 16
    (tmp_path / "a.wet.gz").write_bytes(packed)
    bad, *_ = read(tmp_path / "a.wet.gz")
    assert isinstance(bad, Bad) and bad.message.startswith("damaged (")


def test_a_page_without_an_address_ends_a_crawl_in_one_line(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP/1.1 200 OK\r\n"
    )
    with pytest.raises(UsageError, match=r"a\.warc: cannot be read to its end"):
        read(path)


RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://exemple.fr/%d a\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
)
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    b"<html><body><p>La gare du village rouvre lundi matin.</p></body></html>"
)


def test_damage_of_a_crawl_is_told_by_us_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("warcio")
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.warc"
    size = len(ANSWER)
    wrong, right = RECORD % (1, size - 5, ANSWER), RECORD % (2, size, ANSWER)
    path.write_bytes(wrong + right)
    first, bad, last = read(path)
    assert isinstance(first, Text) and isinstance(last, Text)
    assert bad == Bad(f"{path}:1", "damaged: it does not end where it says")
    assert capfd.readouterr().err == ""


MAILS = {
    "plain, in another encoding": (
        b"From: ada@exemple.fr\nSubject: =?utf-8?q?=C3=89t=C3=A9?=\n"
        b"Content-Type: text/plain; charset=iso-8859-1\n\nL'\xe9t\xe9.\n",
        "L'été.\n",
    ),
    "plain, in an encoding that nobody knows": (
        b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\nL'\xc3\xa9t\xc3\xa9.\n",
        "L'été.\n",
    ),
    "two parts": (
        b"Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        b"Content-Type: text/plain; charset=utf-8\n\nBonjour.\n--b\nContent-Type: text/html\n\n"
        b"<p>Bonjour.</p>\n--b--\n",
        "Bonjour.",
    ),
    "a text on both sides of a picture": (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\nVoici la gare.\n--b\nContent-Type: image/png\n\nx\n--b\n"
        b"Content-Type: text/plain\n\nEt voici le lac.\n--b\n"
        b"Content-Type: text/plain\nContent-Disposition: attachment\n\nUne note.\n--b--\n",
        "Voici la gare.\n\nEt voici le lac.",
    ),
    "a signed text on both sides of a picture, and the line of a list": (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n"
        b"Content-Type: multipart/signed; boundary=b\n\n--b\n"
        b"Content-Type: multipart/mixed; boundary=c\n\n--c\n"
        b"Content-Type: text/plain\n\nVoici la gare.\n--c\nContent-Type: image/png\n\nx\n--c\n"
        b"Content-Type: text/plain\n\nEt voici le lac.\n--c--\n--b\n"
        b"Content-Type: application/pgp-signature\n\nx\n--b--\n--a\n"
        b"Content-Type: text/plain\n\nListe de la gare\n--a--\n",
        "Voici la gare.\n\nEt voici le lac.\n\nListe de la gare",
    ),
    "a mail passed on within another": (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\nPour information.\n--b\nContent-Type: message/rfc822\n\n"
        b"Subject: La gare\nContent-Type: text/plain\n\nLa gare ferme demain.\n--b--\n",
        "Pour information.\n\nLa gare ferme demain.",
    ),
    "a mail that is nothing but another": (
        b"Subject: x\nContent-Type: message/rfc822\n\nSubject: y\n\nLa gare ferme demain.\n",
        "La gare ferme demain.",
    ),
    "several mails in one": (
        b"Subject: x\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: y\n\nUn.\n"
        b"--b\n\nSubject: z\n\nDeux.\n--b--\n",
        "Un.\n\nDeux.",
    ),
    "a mark of UTF-8 before it": (b"\xef\xbb\xbfSubject: x\n\nBonjour.\n", "Bonjour."),
    "a page with a line below": (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/html\n\n"
        b"<html><body><p>La gare du village est ouverte.</p></body></html>\n--b\n"
        b"Content-Type: text/html\n\n<html><body>&nbsp;<br></body></html>\n--b\n"
        b"Content-Type: text/plain\n\nListe des amis de la gare\n--b--\n",
        "La gare du village est ouverte.\n\n\nListe des amis de la gare",
    ),
}


@pytest.mark.parametrize(("raw", "wanted"), MAILS.values(), ids=MAILS)
def test_the_text_of_a_mail(tmp_path: Path, raw: bytes, wanted: str) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    [text] = read(tmp_path / "a.eml")
    assert isinstance(text, Text) and text.data.decode().strip() == wanted.strip()


ENVELOPE = b"From ada@exemple.fr Mon Jan  1 10:00:00 2024\n"
TAKEN_OUT = b"From 17@xxx Mon Jan 01 10:00:00 +0000 2024\r\n"  # as another program writes it
MAILBOXES = {
    "two mails": (
        ENVELOPE + b"Subject: x\n\nUn.\n\n" + ENVELOPE + b"Subject: y\n\nDeux.\n",
        ["Un.", "Deux."],
    ),
    "two mails, lines ended as mails end them": (
        TAKEN_OUT + b"Subject: x\r\n\r\nUn.\r\n\r\n" + TAKEN_OUT + b"Subject: y\r\n\r\nDeux.\r\n",
        ["Un.", "Deux."],
    ),
    "one mail": (ENVELOPE + b"Subject: x\n\nUn.\n", ["Un."]),
    "a mail that nothing is in": (
        ENVELOPE + b"Subject: x\n\n" + ENVELOPE + b"Subject: y\n\nDeux.\n",
        ["", "Deux."],
    ),
    "a paragraph that begins alike": (
        ENVELOPE + b"Subject: x\n\nUn.\n\nFrom Paris with love.\n",
        ["Un.\n\nFrom Paris with love."],
    ),
    "lines of a mail that the mailbox keeps apart from its own": (
        ENVELOPE + b"Subject: x\n\nUn.\n\n>From here on.\n>>From there.\n> From afar.\n",
        ["Un.\n\nFrom here on.\n>From there.\n> From afar."],
    ),
    "a mail that quotes such a line": (
        b"Subject: x\n\nLa ligne :\n\n" + ENVELOPE + b"\nest dite.\n",
        ["La ligne :\n\nFrom ada@exemple.fr Mon Jan  1 10:00:00 2024\n\nest dite."],
    ),
}


@pytest.mark.parametrize("name", ["a.mbox", "a.eml"])
@pytest.mark.parametrize(("raw", "wanted"), MAILBOXES.values(), ids=MAILBOXES)
def test_every_mail_of_a_mailbox_is_a_text(
    tmp_path: Path, name: str, raw: bytes, wanted: list[str]
) -> None:
    (tmp_path / name).write_bytes(raw)
    texts = [one for one in read(tmp_path / name) if isinstance(one, Text)]
    assert [one.data.decode().strip() for one in texts] == wanted
    assert len({one.name for one in texts}) == len(wanted)


def test_files_in_a_mail_are_named_and_a_mail_that_was_cut_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nVoici.\n"
        b'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="plan.txt"\n\nUn'
    )
    with pytest.warns(CorpusWarning, match=r"a\.eml: ends within a part"):
        [text] = read(tmp_path / "a.eml")
    assert isinstance(text, Text) and text.data.decode() == "Voici."
    assert text.fields["attachments"] == ["plan.txt"]


def test_a_page_that_a_browser_saved_as_one_file_is_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace("après", "apr=\r\n=C3=A8s")
    (tmp_path / "a.mhtml").write_bytes(
        b"Subject: Le pont\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + page.encode()
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    [text] = read(tmp_path / "a.mhtml")
    assert isinstance(text, Text) and "hier matin, après six mois" in text.data.decode()
