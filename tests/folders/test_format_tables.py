"""CSV, XLSX and Parquet: what is read of each, what is told, and what is written."""

from __future__ import annotations

import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.folders.samples import COLUMNS, ROWS, parquet, read, written
from translate.errors import CorpusWarning, MissingLibraryError, UsageError
from translate.folders.formats import Bad, Fields, Row, Text, to_write


def test_a_damaged_value_of_a_table_is_one_line(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    latin = arrow.array([b"\x80 d'argent"]).view(arrow.utf8())
    parquet.write_table(arrow.table({"text": latin}), tmp_path / "a.parquet")
    with pytest.raises(UsageError, match=r"a\.parquet: cannot be read to its end"):
        read(tmp_path / "a.parquet")


TOO_LONG = "name each column, or put such a text in quotes"


def test_rows_of_a_table_that_are_too_long_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id;text\n1;"Un; deux."\n2;Trois;quatre\n3;Cinq\n')
    first, bad, last = read(path)
    assert isinstance(first, Text) and first.data == b"Un; deux."
    assert bad == Bad(f"{path}:3", f"3 cells, but 2 columns; {TOO_LONG}")
    assert isinstance(last, Text)


def test_a_missing_column_is_told_in_one_line_whatever_the_others_are_called(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text('c;"a\nb"\n1;2\n')
    with pytest.raises(UsageError, match=r"no column 'text' \(--text-field\); known: a b, c$"):
        read(path)
    path.write_text("ID,Text\n1,Un.\n")
    with pytest.raises(UsageError, match=r"no column 'text' \(--text-field\); did you mean 'Text'"):
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


TOLD = {
    "the sign that parts cells, in a line of its own": b"sep=;\r\nid;text\r\na;Un, deux.\r\n",
    "a bar, as databases print them": b"id|text\na|Un, deux.\n",
    "a tab that is told": b"SEP=\t\nid\ttext\na\tUn, deux.\n",
    "UTF-16 that nothing tells of": "id;text\na;Un, deux.\n".encode("utf-16-le"),
    "UTF-16, its bytes the other way round": "id;text\na;Un, deux.\n".encode("utf-16-be"),
}


@pytest.mark.parametrize("table", TOLD.values(), ids=TOLD)
def test_what_a_table_says_of_itself_is_heard(tmp_path: Path, table: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(table)
    [text] = read(tmp_path / "a.csv")
    assert isinstance(text, Text) and (text.name, text.data) == ("a", b"Un, deux.")


def test_formulas_without_a_value_are_told(tmp_path: Path) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in (["id", "text"], ["a", "Un."], ["b", '=A2&"."']):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.warns(CorpusWarning, match="1 formula without a value that was saved, B3 first"):
        assert [text.data for text in read(tmp_path / "a.xlsx") if isinstance(text, Text)] == [
            b"Un.",
            b"",
        ]


def test_times_of_nanoseconds_are_carried_as_text(tmp_path: Path) -> None:
    arrow, table = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = {"text": ["Un."], "at": arrow.array([1], arrow.timestamp("ns"))}
    table.write_table(arrow.table(rows), tmp_path / "a.parquet")
    [text] = read(tmp_path / "a.parquet")
    assert isinstance(text, Text) and text.fields == {"at": "1970-01-01 00:00:00.000000001"}


BOOK = [
    Row("a", "=1+1", {"id": "a", "n": 1, "deep": {"x": [1]}}, {"edits": {}, "cleaned": "null"}),
    Row("b", "'=1\x01\ud800", {"id": "b", "n": None, "deep": None}, {"edits": {}, "cleaned": ""}),
]


def test_a_book_has_texts_and_fields_and_neither_formulas_nor_times(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = written(tmp_path / "a.xlsx", BOOK)
    cells = list(openpyxl.load_workbook(path).active.iter_rows())
    assert [cell.value for cell in cells[0]] == ["id", "n", "deep", "text", "corpus_cleaned"]
    assert [c.value for c in cells[1]] == ["a", 1, '{"x": [1]}', "=1+1", "null"]
    assert cells[1][3].data_type == "s" and cells[1][3].quotePrefix
    found = [(t.name, t.data.decode()) for t in read(path) if isinstance(t, Text)]
    assert found == [("a", "=1+1"), ("b", "'=1\ufffd\ufffd")]
    with zipfile.ZipFile(path) as book:
        assert {member.date_time[0] for member in book.infolist()} == {1980}
        assert b">1980-01-01T00:00:00Z<" in book.read("docProps/core.xml")


def test_empty_rows_before_the_first_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n,,\nid,text\n\na,Un.\n")
    [text] = read(tmp_path / "a.csv")
    assert isinstance(text, Text) and (text.name, text.data) == ("a", b"Un.")
    (tmp_path / "b.csv").write_text("\n\n")
    with pytest.raises(UsageError, match=r"b\.csv: is empty"):
        read(tmp_path / "b.csv")


def test_of_several_sheets_it_is_told_which_is_read(tmp_path: Path) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    book.active.append(["text"])
    book.create_sheet("Notes")
    book.save(tmp_path / "a.xlsx")
    with pytest.warns(CorpusWarning, match=r"a\.xlsx: of its 2 sheets the first is read, 'Sheet'"):
        assert read(tmp_path / "a.xlsx") == []


def test_a_sheet_that_is_a_chart_is_passed_over(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["Le pont."])
    book.create_chartsheet("Courbe", 0).add_chart(openpyxl.chart.BarChart())
    book.save(tmp_path / "a.xlsx")
    [text] = read(tmp_path / "a.xlsx")
    assert isinstance(text, Text) and text.data == b"Le pont."
    only = openpyxl.Workbook()
    only.create_chartsheet("Courbe").add_chart(openpyxl.chart.BarChart())
    only.remove(only.worksheets[0])
    only.save(tmp_path / "b.xlsx")
    with pytest.raises(UsageError, match=r"b\.xlsx: has no sheet with cells"):
        read(tmp_path / "b.xlsx")


def test_a_cell_that_nobody_filled_is_an_empty_text(tmp_path: Path) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in (["id", "text", None], ["a"], [None, None], ["b", ""], ["c", None, None, "d"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    first, second, bad = read(tmp_path / "a.xlsx")
    assert [(t.name, t.data) for t in (first, second) if isinstance(t, Text)] == [
        ("a", b""),
        ("b", b""),
    ]
    assert bad == Bad(f"{tmp_path / 'a.xlsx'}:5", f"4 cells, but 2 columns; {TOO_LONG}")
    again = written(tmp_path / "b.xlsx", [Row("a", "", {"id": "a"}), Row("b", "Un.", {"id": "b"})])
    assert [t.data for t in read(again) if isinstance(t, Text)] == [b"", b"Un."]


def test_a_book_without_texts_is_one(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = written(tmp_path / "a.xlsx", [])
    with pytest.raises(UsageError, match="is empty"):
        read(path)
    with pytest.raises(KeyError), to_write(path).writer(path, COLUMNS, Fields()):
        raise KeyError


def test_a_text_that_no_cell_holds_is_told(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    with pytest.raises(UsageError, match="a: a cell holds 32767 characters, this text has 40000"):
        written(tmp_path / "a.xlsx", [Row("a", "x" * 40_000)])


@pytest.mark.parametrize("made", ["id,text\n1,Un.\n", "\xd0\xcf\x11\xe0 locked"])
def test_what_is_called_a_book_and_is_none_is_told(tmp_path: Path, made: str) -> None:
    (tmp_path / "a.xlsx").write_text(made, encoding="latin-1")
    with pytest.raises(UsageError, match=r"a\.xlsx: is no XLSX book, or is locked"):
        read(tmp_path / "a.xlsx")


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,text\nUn.,Deux.\n")
    with pytest.raises(UsageError, match=r"a\.csv:1: two columns are called 'text'"):
        read(tmp_path / "a.csv")


def test_a_book_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("openpyxl")
    monkeypatch.setattr("translate.folders.formats.xlsx.LARGEST", 1000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", bytes(2000))
    with pytest.raises(UsageError, match="refused: unpacks to more"):
        read(tmp_path / "a.xlsx")


def test_no_spreadsheet_takes_a_text_for_a_formula(tmp_path: Path) -> None:
    assert ",'=1+1," in written(tmp_path / "a.csv", ROWS[:1]).read_text()


def test_types_of_a_table_are_kept(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    rows = [Row(str(n), "x", {"id": str(n), "n": n, "odd": n % 2 == 1}) for n in range(600)]
    rows.append(Row("more", "x", {"id": "more", "n": None, "odd": "no"}))
    found = arrow.read_table(written(tmp_path / "a.parquet", rows)).to_pylist()
    assert (found[3]["n"], found[3]["odd"]) == (3, "true")
    assert (found[-1]["n"], found[-1]["odd"]) == (None, "no")


LATE = [
    Row("a", "Un.", {"id": "a", "page": 1}),
    Row("b", "Deux.", {"id": "b", "note": "neuf"}, {"cleaned": "Two."}),
]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx", "a.parquet"])
def test_a_field_that_comes_late_has_its_column(tmp_path: Path, name: str) -> None:
    pytest.importorskip("openpyxl")
    pytest.importorskip("pyarrow")
    first, second = read(written(tmp_path / name, LATE))
    assert isinstance(first, Text) and isinstance(second, Text)
    assert list(first.fields)[:2] == ["id", "page"]
    assert (str(first.fields["page"]), first.fields.get("note") or "") == ("1", "")
    assert (second.fields["note"], second.fields["corpus_cleaned"]) == ("neuf", "Two.")
    assert (second.fields["page"] or "") == ""


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.parquet"])
def test_more_fields_than_a_table_has_columns_are_told(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("openpyxl")
    pytest.importorskip("pyarrow")
    monkeypatch.setattr("translate.folders.formats.MOST_COLUMNS", 3)
    said = rf"{name}: the texts have more than 3 different fields; write JSONL"
    with pytest.raises(UsageError, match=said):
        written(tmp_path / name, LATE)


def test_dates_are_carried_as_text(tmp_path: Path) -> None:
    parquet(tmp_path / "a.parquet", [{"text": "Un.", "on": date(2024, 5, 1), "raw": b"\xc3\xa9"}])
    [text] = read(tmp_path / "a.parquet")
    assert isinstance(text, Text) and text.fields == {"on": "2024-05-01", "raw": "é"}


@pytest.mark.parametrize("target", ["out.parquet", "out.xlsx"])
def test_a_library_that_is_missing_is_told_before_any_work(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingLibraryError, match="pip install"):
        to_write(tmp_path / target)
