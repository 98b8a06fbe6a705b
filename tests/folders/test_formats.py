"""Formats: what all of them have in common, folders, and that what is written is read."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from tests.folders.samples import COLUMNS, GOOD, ROWS, lines, parquet, read, written
from tests.folders.test_format_pages import MAILS
from translate.errors import UsageError
from translate.folders.formats import Bad, Row, Text, to_write
from translate.folders.formats import folder as folders


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


@pytest.mark.parametrize("name", CUT)
def test_a_damaged_file_is_one_line(tmp_path: Path, name: str) -> None:
    CUT[name](tmp_path / name)
    with pytest.raises(UsageError, match=rf"{name}.*") as raised:
        read(tmp_path / name)
    assert "\n" not in str(raised.value)


ODD_FIELDS: list[dict[str, Any]] = [
    {"id": "a", "key\ud800": 1, "big": 10**30, "deep": {"x": "\ud800"}, "n": float("inf")},
    {"id": "b", "key\ud800": 1 << 63, "big": 1, "deep": None, "n": None},
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.csv", "a.xlsx"])
def test_odd_fields_are_carried_through(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("openpyxl")
    path = written(tmp_path / name, [Row(str(f["id"]), "Un.", f) for f in ODD_FIELDS])
    found = [text for text in read(path) if isinstance(text, Text)]
    assert [text.name for text in found] == ["a", "b"]
    assert [str(text.fields["big"]) for text in found] == [str(10**30), "1"]


def strict(data: bytes) -> list[Any]:
    """Read JSON lines as others do, who know no NaN."""

    def refused(word: str) -> None:
        raise AssertionError(word)

    return [json.loads(line, parse_constant=refused) for line in data.splitlines()]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        pytest.param("a.jsonl", ["NaN", "-Infinity"], id="JSON lines"),
        pytest.param("a.csv", ["NaN", "-Infinity"], id="a table"),
        pytest.param("a.xlsx", ["NaN", "-Infinity"], id="a book"),
        pytest.param("a.parquet", [math.nan, -math.inf], id="where such numbers are known"),
    ],
)
def test_numbers_that_json_has_not_are_carried_through(
    tmp_path: Path, name: str, wanted: list[object]
) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("openpyxl")
    source = tmp_path / "in.jsonl"
    source.write_bytes(
        b'{"id": "a", "text": "Un.", "score": NaN, "deep": {"by": [NaN, 1.5]}}\n'
        b'{"id": "b", "text": "Deux.", "score": -Infinity, "deep": {"by": [2]}}\n'
    )
    rows = [Row(t.name, "x", t.fields) for t in read(source) if isinstance(t, Text)]
    path = written(tmp_path / name, rows)
    found = [text.fields for text in read(path) if isinstance(text, Text)]
    assert str([row["score"] for row in found]) == str(wanted)
    deep = [row["deep"] if name == "a.jsonl" else json.loads(row["deep"]) for row in found]
    assert deep == [{"by": ["NaN", 1.5]}, {"by": [2]}]
    if name == "a.jsonl":
        assert strict(path.read_bytes())


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
@pytest.mark.parametrize("number", ["1", "NaN"])
def test_a_field_may_be_deep(tmp_path: Path, name: str, number: str) -> None:
    deep = "[" * 700 + number + "]" * 700
    source = tmp_path / "in.jsonl"
    source.write_text(f'{{"id": "a", "text": "Un.", "deep": {deep}}}\n')
    rows = [Row(t.name, "x", t.fields) for t in read(source) if isinstance(t, Text)]
    said = written(tmp_path / name, rows).read_text()
    assert deep.strip("[]") in said and "[" * 700 in said


@pytest.mark.parametrize("levels", [800, 960, 985, 100_000])
def test_a_field_that_is_too_deep_is_told(tmp_path: Path, levels: int) -> None:
    source = tmp_path / "in.jsonl"
    deep = "[" * levels + "]" * levels
    source.write_text(f'{{"text": "Un.", "deep": {deep}}}\n{{"text": "Deux."}}\n')
    bad, other = read(source)
    assert isinstance(bad, Bad)
    assert isinstance(other, Text)


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


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.csv"])
def test_what_is_written_is_read_and_made_of_the_same_bytes(tmp_path: Path, name: str) -> None:
    def made(folder: str) -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir()
        return written(path, ROWS)

    first = made("one")
    assert first.read_bytes() == made("two").read_bytes()
    found = [text for text in read(first) if isinstance(text, Text)]
    assert [text.name for text in found] == ["a", "b"]
    assert found[0].data == b"=1+1"
    assert found[1].data.startswith(b'Yes, "sure"\nand more')
    assert all("corpus_edits" in text.fields for text in found)


def test_one_text_is_a_file_of_its_own_and_two_are_none(tmp_path: Path) -> None:
    path = written(tmp_path / "a.srt", [Row("film.srt", "Yes.\n", {"n": 1})])
    assert path.read_text() == "Yes.\n"
    with pytest.raises(UsageError, match=r"'a' and 'b': one file of text holds one text"):
        written(path, [Row("a", ""), Row("b", "")])


@pytest.mark.parametrize("name", ["../up", "/root", "..", ""])
def test_a_name_that_leads_elsewhere_makes_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no name of a file"):
        written(tmp_path / "out", [Row(name, "x")])
    assert list((tmp_path / "out").rglob("*")) == []


def test_a_format_that_is_only_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"results go to a folder, or a file that ends in \.jsonl.*[^/]$"
    ):
        to_write(tmp_path / "a.warc")
