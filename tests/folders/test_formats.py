"""Formats: what is read of each, what is told of bad records, and that what is written is read."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zstandard

from translate.errors import UsageError
from translate.folders.formats import Bad, Columns, Row, Text, format_of, to_write
from translate.folders.formats import folder as folders

COLUMNS = Columns()
GOOD: list[dict[str, object]] = [
    {"id": "a", "text": "Le pont est ouvert.", "page": 2, "tags": ["ville"]},
    {"id": "b", "text": "« Été »\n\nœuf", "page": None, "tags": []},
]


def read(path: Path) -> list[Text | Bad]:
    found = format_of(path)
    assert found
    return list(found.read(path, COLUMNS))


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def parquet(path: Path, rows: list[dict[str, object]]) -> None:
    arrow, table = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table.write_table(arrow.Table.from_pylist(rows), path)


def csv(path: Path, rows: list[dict[str, object]]) -> None:
    cells = (",".join(f'"{value}"' for value in row.values()) for row in rows)
    path.write_text("\n".join([",".join(rows[0]), *cells]) + "\n", encoding="utf-8")


def xlsx(path: Path, rows: list[dict[str, object]]) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in (list(rows[0]), *(list(map(str, row.values())) for row in rows)):
        book.active.append(row)
    book.save(path)


MAKERS: dict[str, Callable[[Path, list[dict[str, object]]], object]] = {
    "a.jsonl": lambda path, rows: path.write_bytes(lines(*rows)),
    "a.ndjson.gz": lambda path, rows: path.write_bytes(gzip.compress(lines(*rows))),
    "a.jsonl.zst": lambda path, rows: path.write_bytes(zstandard.compress(lines(*rows))),
    "a.parquet": parquet,
    "a.csv": csv,
    "a.xlsx": xlsx,
}


@pytest.mark.parametrize("name", MAKERS)
def test_texts_and_fields_are_read(tmp_path: Path, name: str) -> None:
    MAKERS[name](tmp_path / name, GOOD)
    found = read(tmp_path / name)
    assert [(t.name, t.data.decode()) for t in found if isinstance(t, Text)] == [
        ("a", "Le pont est ouvert."),
        ("b", "« Été »\n\nœuf"),
    ]
    assert all(isinstance(t, Text) and t.fields.keys() == {"id", "page", "tags"} for t in found)
    assert "text" not in found[0].fields if isinstance(found[0], Text) else False


BAD = {
    "no JSON": (b"{oops\n", "not JSON (Expecting property"),
    "a list": (b"[1]\n", "no object"),
    "no text": (b'{"id": 1}\n', "no text in 'text'; known: id"),
    "nothing at all": (b"{}\n", "no text in 'text'"),
    "a misspelt field": (b'{"id": 1, "texte": "Oui."}\n', "; did you mean 'texte'?"),
    "a number for a text": (b'{"text": 3}\n', "no text in 'text'"),
    "a null": (b'{"text": null}\n', "no text in 'text'"),
    "no UTF-8": (b'{"text": "\xff"}\n', "not JSON"),
    "brackets without end": (b"[" * 100_000 + b"\n", "not JSON"),
    "a NUL byte": (b"\0\0\n", "not JSON"),
}


@pytest.mark.parametrize(("line", "said"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_with_its_number_and_the_others_are_read(
    tmp_path: Path, line: bytes, said: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(GOOD[0]) + line + b"\n" + lines(GOOD[1]))
    first, bad, last = read(path)
    assert isinstance(first, Text) and isinstance(last, Text)
    assert isinstance(bad, Bad) and said in bad.message and bad.place == f"{path}:2"


def test_a_text_without_a_name_is_called_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "Un."}, {"id": 7, "text": "Deux."}))
    assert [t.name for t in read(path) if isinstance(t, Text)] == ["a.jsonl:1", "7"]


def test_other_fields_may_hold_text_and_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"corps": "Un.", "clef": "k", "text": "no"}))
    [text] = format_of(path).read(path, Columns("corps", "clef"))  # type: ignore[union-attr]
    assert text == Text("k", b"Un.", {"clef": "k", "text": "no"}, f"{path}:1")


CUT: dict[str, Callable[[Path], object]] = {
    "a.jsonl.gz": lambda path: path.write_bytes(gzip.compress(lines(*GOOD))[:-9]),
    "a.jsonl.zst": lambda path: path.write_bytes(b"\x28\xb5\x2f\xfd" + b"x" * 40),
    "a.parquet": lambda path: path.write_bytes(b"PAR1 and no more"),
    "a.tar": lambda path: path.write_bytes(b"no archive " * 100),
    "a.tar.gz": lambda path: path.write_bytes(b"\x1f\x8b no gzip"),
    "a.xlsx": lambda path: path.write_bytes(b"PK\x03\x04 no zip"),
    "a.csv": lambda path: path.write_bytes(b""),
    "b.csv": lambda path: path.write_text("id,body\n1,Un.\n"),
}


def test_a_damaged_value_of_a_table_is_one_line(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    latin = arrow.array([b"\x80 d'argent"]).view(arrow.utf8())
    parquet.write_table(arrow.table({"text": latin}), tmp_path / "a.parquet")
    with pytest.raises(UsageError, match=r"a\.parquet: cannot be read to its end"):
        read(tmp_path / "a.parquet")


@pytest.mark.parametrize("name", CUT)
def test_a_damaged_file_is_one_line(tmp_path: Path, name: str) -> None:
    CUT[name](tmp_path / name)
    with pytest.raises(UsageError, match=rf"{name}.*") as raised:
        read(tmp_path / name)
    assert "\n" not in str(raised.value)


def test_rows_of_a_table_that_are_too_long_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id;text\n1;"Un; deux."\n2;Trois;quatre\n3;Cinq\n')
    first, bad, last = read(path)
    assert isinstance(first, Text) and first.data == b"Un; deux."
    assert bad == Bad(f"{path}:3", "3 cells, but 2 columns")
    assert isinstance(last, Text)


def test_a_missing_column_is_told_in_one_line_whatever_the_others_are_called(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text('c;"a\nb"\n1;2\n')
    with pytest.raises(UsageError, match=r"no column 'text' \(--text-field\); it has c, a b$"):
        read(path)


TABLES = {
    "a quote that is not closed": (b'"Un\n"Deux."\n"Trois."\n', ["Deux.", "Trois."], [2]),
    "at the end": (b'"Un."\n"Deux', ["Un."], [3]),
    "signs behind a quote": (b'"Un."x\n"Deux."\n', ["Deux."], [2]),
    "lines within quotes": (b'"Un\ndeux."\n"x"y\nTrois.\n', ["Un\ndeux.", "Trois."], [4]),
    "cp1252": (b'"\xe9t\xe9"\n', ["\xe9t\xe9"], []),
    "the word null": (b"null\n", ["null"], []),
}


@pytest.mark.parametrize(("rows", "wanted", "bad"), TABLES.values(), ids=TABLES)
def test_a_bad_row_of_a_table_takes_no_other_with_it(
    tmp_path: Path, rows: bytes, wanted: list[str], bad: list[int]
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"text\n" + rows)
    found = read(path)
    texts = [t.data.decode("latin-1") for t in found if isinstance(t, Text)]
    assert texts == wanted
    assert [t.place for t in found if isinstance(t, Bad)] == [f"{path}:{n}" for n in bad]


def test_tables_as_excel_saves_them_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("pr\u00e9nom\ttext\n\u00c9lise\tUn.\n", encoding="utf-16")
    (tmp_path / "b.csv").write_text("pr\u00e9nom;text\n\u00c9lise;Un.\n", encoding="cp1252")
    for name in ("a.tsv", "b.csv"):
        [text] = read(tmp_path / name)
        assert isinstance(text, Text) and (text.data, text.fields) == (b"Un.", {"prénom": "Élise"})


BOOK = [
    Row("a", "=1+1", {"id": "a", "n": 1, "deep": {"x": [1]}}, {"edits": {}, "cleaned": "null"}),
    Row("b", "'=1\x01\ud800", {"id": "b", "n": None, "deep": None}, {"edits": {}, "cleaned": ""}),
]


def test_a_book_has_texts_and_fields_and_neither_formulas_nor_times(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "a.xlsx"
    with to_write(path).writer(path, COLUMNS) as write:
        for row in BOOK:
            write(row)
    cells = list(openpyxl.load_workbook(path).active.iter_rows())
    assert [cell.value for cell in cells[0]] == ["id", "n", "deep", "text", "corpus_cleaned"]
    assert [c.value for c in cells[1]] == ["a", 1, '{"x": [1]}', "=1+1", "null"]
    assert cells[1][3].data_type == "s" and cells[1][3].quotePrefix
    found = [(t.name, t.data.decode()) for t in read(path) if isinstance(t, Text)]
    assert found == [("a", "=1+1"), ("b", "'=1\ufffd\ufffd")]
    with zipfile.ZipFile(path) as book:
        assert {member.date_time[0] for member in book.infolist()} == {1980}
        assert b">1980-01-01T00:00:00Z<" in book.read("docProps/core.xml")


def test_a_book_without_texts_is_one(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "a.xlsx"
    with to_write(path).writer(path, COLUMNS):
        pass
    with pytest.raises(UsageError, match="is empty"):
        read(path)
    with pytest.raises(KeyError), to_write(path).writer(path, COLUMNS):
        raise KeyError


def test_a_text_that_no_cell_holds_is_told(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "a.xlsx"
    with (
        pytest.raises(UsageError, match="a: a cell holds 32767 characters, this text has 40000"),
        to_write(path).writer(path, COLUMNS) as write,
    ):
        write(Row("a", "x" * 40_000))


def archive(path: Path, *members: tuple[str, bytes, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as out:
        for name, data, kind in members:
            member = tarfile.TarInfo(name)
            member.type, member.size, member.linkname = kind, len(data), "/etc/passwd"
            out.addfile(member, io.BytesIO(data))
    return path


def test_an_archive_gives_its_files_and_refuses_what_leads_out(tmp_path: Path) -> None:
    plain = tarfile.REGTYPE
    path = archive(
        tmp_path / "a.tgz",
        ("a/b.txt", b"Un.", plain),
        ("../up.txt", b"Un.", plain),
        ("/root.txt", b"Un.", plain),
        ("link.txt", b"", tarfile.SYMTYPE),
        ("pipe.txt", b"", tarfile.FIFOTYPE),
        (".hidden", b"Un.", plain),
        ("a/b.txt.edits.json", b"{}", plain),
    )
    first, *others = read(path)
    assert isinstance(first, Text) and (first.name, first.data) == ("a/b.txt", b"Un.")
    assert [bad.message.split(":")[0] for bad in others if isinstance(bad, Bad)] == ["refused"] * 4


BROKEN = {
    "the head of the second": (slice(1024 + 148, 1024 + 156), ["a.txt", "c.txt"], "before 'c.txt'"),
    "the head of the first": (slice(148, 156), ["b.txt", "c.txt"], "damaged before 'b.txt'"),
    "the head of the last": (slice(2048 + 148, 2048 + 156), ["a.txt", "b.txt"], "at its end"),
}


@pytest.mark.parametrize(("where", "names", "said"), BROKEN.values(), ids=BROKEN)
def test_a_damaged_head_in_an_archive_is_told_and_the_others_are_read(
    tmp_path: Path, where: slice, names: list[str], said: str
) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as out:
        for name in ("a.txt", "b.txt", "c.txt"):
            member = tarfile.TarInfo(name)
            member.size = 3
            out.addfile(member, io.BytesIO(b"Un."))
    data = bytearray(path.read_bytes())
    data[where] = b"9" * 8
    path.write_bytes(data)
    found = read(path)
    assert [t.name for t in found if isinstance(t, Text)] == names
    [bad] = [t for t in found if isinstance(t, Bad)]
    assert bad.place == str(path) and said in bad.message


def test_archives_one_behind_the_other_are_read(tmp_path: Path) -> None:
    one = archive(tmp_path / "a.tgz", ("a.txt", b"Un.", tarfile.REGTYPE))
    two = archive(tmp_path / "b.tgz", ("b.txt", b"Deux.", tarfile.REGTYPE))
    (tmp_path / "c.tgz").write_bytes(one.read_bytes() + two.read_bytes())
    assert [t.name for t in read(tmp_path / "c.tgz") if isinstance(t, Text)] == ["a.txt", "b.txt"]


def test_an_archive_that_is_cut_in_a_head_is_told(tmp_path: Path) -> None:
    whole = gzip.decompress(
        archive(
            tmp_path / "a.tgz",
            ("a.txt", b"Un.", tarfile.REGTYPE),
            ("b.txt", b"Un.", tarfile.REGTYPE),
        ).read_bytes()
    )
    (tmp_path / "a.tar").write_bytes(whole[:1100])
    first, bad = read(tmp_path / "a.tar")
    assert isinstance(first, Text)
    assert bad == Bad(str(tmp_path / "a.tar"), "damaged at its end (truncated header)")


ODD_FIELDS: list[dict[str, Any]] = [
    {"id": "a", "key\ud800": 1, "big": 10**30, "deep": {"x": "\ud800"}, "n": float("inf")},
    {"id": "b", "key\ud800": 1 << 63, "big": 1, "deep": None, "n": None},
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.csv", "a.xlsx"])
def test_odd_fields_are_carried_through(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    pytest.importorskip("pyarrow")
    pytest.importorskip("openpyxl")
    with to_write(path).writer(path, COLUMNS) as write:
        for fields in ODD_FIELDS:
            write(Row(str(fields["id"]), "Un.", fields))
    found = [text for text in read(path) if isinstance(text, Text)]
    assert [text.name for text in found] == ["a", "b"]
    assert [str(text.fields["big"]) for text in found] == [str(10**30), "1"]


def test_lines_in_utf_16_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Un."}\n', encoding="utf-16")
    with pytest.raises(UsageError, match="is UTF-16, but JSON lines are UTF-8"):
        read(path)


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,text\nUn.,Deux.\n")
    with pytest.raises(UsageError, match=r"a\.csv:1: two columns are called 'text'"):
        read(tmp_path / "a.csv")


def test_a_page_without_an_address_ends_a_crawl_in_one_line(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP/1.1 200 OK\r\n"
    )
    with pytest.raises(UsageError, match=r"a\.warc: cannot be read to its end"):
        read(path)


def test_a_book_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("openpyxl")
    monkeypatch.setattr("translate.folders.formats.xlsx.LARGEST", 1000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", bytes(2000))
    with pytest.raises(UsageError, match="refused: unpacks to more"):
        read(tmp_path / "a.xlsx")


PAGE = """<html><head><title>Le pont</title></head><body><nav>Accueil | Contact</nav>
<article><h1>Le pont</h1><p>Le pont de la ville a rouvert hier matin, après six mois de travaux.</p>
<p>Les riverains s'en disent contents, et le maire aussi.</p></article></body></html>"""


def test_the_text_of_a_page_is_taken_out(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    [text] = read(tmp_path / "a.html")
    assert isinstance(text, Text) and "six mois de travaux" in text.data.decode()
    assert text.fields["title"] == "Le pont" and text.fields["page_sha256"]
    (tmp_path / "b.html").write_text("<html></html>")
    [bad] = read(tmp_path / "b.html")
    assert isinstance(bad, Bad) and "no text was found" in bad.message


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
}


@pytest.mark.parametrize(("raw", "wanted"), MAILS.values(), ids=MAILS)
def test_the_text_of_a_mail(tmp_path: Path, raw: bytes, wanted: str) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    [text] = read(tmp_path / "a.eml")
    assert isinstance(text, Text) and text.data.decode().strip() == wanted.strip()


def test_a_folder_gives_the_texts_of_its_files_in_any_format(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.txt").write_text("Un.")
    (tmp_path / "b.jsonl").write_bytes(lines(GOOD[0]))
    (tmp_path / "c.csv").write_bytes(b"")
    (tmp_path / "picture.png").touch()
    (tmp_path / "d.eml").write_bytes(MAILS["two parts"][0])
    found = list(folders.read(tmp_path, COLUMNS))
    assert [t.name for t in found if isinstance(t, Text)] == ["a", "d.eml", "sub/a.txt"]
    assert [t.place for t in found if isinstance(t, Bad)] == [str(tmp_path / "c.csv")]


ROWS = [
    Row("a", "=1+1", {"id": "a", "n": 1, "deep": {"x": [1]}}, {"edits": {"notes": []}}),
    Row(
        "b",
        'Yes, "sure"\nand more\ud800',
        {"id": "b", "n": 2, "deep": None},
        {"edits": {"notes": [1]}},
    ),
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.csv"])
def test_what_is_written_is_read_and_made_of_the_same_bytes(tmp_path: Path, name: str) -> None:
    def made(folder: str) -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir()
        with to_write(path).writer(path, COLUMNS) as write:
            for row in ROWS:
                write(row)
        return path

    first = made("one")
    assert first.read_bytes() == made("two").read_bytes()
    found = [text for text in read(first) if isinstance(text, Text)]
    assert [text.name for text in found] == ["a", "b"]
    assert found[0].data == b"=1+1"
    assert found[1].data.startswith(b'Yes, "sure"\nand more')
    assert all("corpus_edits" in text.fields for text in found)


def test_no_spreadsheet_takes_a_text_for_a_formula(tmp_path: Path) -> None:
    with to_write(tmp_path / "a.csv").writer(tmp_path / "a.csv", COLUMNS) as write:
        write(ROWS[0])
    assert ",'=1+1," in (tmp_path / "a.csv").read_text()


def test_one_text_is_a_file_of_its_own_and_two_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    with to_write(path).writer(path, COLUMNS) as write:
        write(Row("film.srt", "Yes.\n", {"n": 1}))
    assert path.read_text() == "Yes.\n"
    with (
        pytest.raises(UsageError, match=r"'a' and 'b': a file such as \.srt is one text"),
        to_write(path).writer(path, COLUMNS) as write,
    ):
        write(Row("a", ""))
        write(Row("b", ""))


def test_types_of_a_table_are_kept(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    with to_write(path).writer(path, COLUMNS) as write:
        for number in range(600):
            write(Row(str(number), "x", {"id": str(number), "n": number, "odd": number % 2 == 1}))
        write(Row("more", "x", {"id": "more", "n": None, "odd": None, "new": 3}))
    rows = arrow.read_table(path).to_pylist()
    assert (rows[3]["n"], rows[3]["odd"], rows[3]["corpus_more"]) == (3, True, None)
    assert (rows[-1]["n"], rows[-1]["corpus_more"]) == (None, '{"new": 3}')


def test_dates_are_carried_as_text(tmp_path: Path) -> None:
    parquet(tmp_path / "a.parquet", [{"text": "Un.", "on": date(2024, 5, 1), "raw": b"\xc3\xa9"}])
    [text] = read(tmp_path / "a.parquet")
    assert isinstance(text, Text) and text.fields == {"on": "2024-05-01", "raw": "é"}


@pytest.mark.parametrize("name", ["../up", "/root", "..", ""])
def test_a_name_that_leads_elsewhere_makes_no_file(tmp_path: Path, name: str) -> None:
    with (
        pytest.raises(UsageError, match="no name of a file"),
        to_write(tmp_path / "out").writer(tmp_path / "out", COLUMNS) as write,
    ):
        write(Row(name, "x"))
    assert list((tmp_path / "out").rglob("*")) == []


def test_two_texts_of_one_name_make_no_files(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="two texts have this name"),
        to_write(tmp_path / "a.tar").writer(tmp_path / "a.tar", COLUMNS) as write,
    ):
        write(Row("a", "x"))
        write(Row("a.txt", "x"))


def test_a_format_that_is_only_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"results go to a folder, or a file that ends in \.jsonl.*[^/]$"
    ):
        to_write(tmp_path / "a.warc")


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(*GOOD) * 50_000 + b"{")
    found: Iterator[Text | Bad] = format_of(path).read(path, COLUMNS)  # type: ignore[union-attr]
    assert isinstance(next(found), Text)
