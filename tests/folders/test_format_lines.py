"""JSON lines: what is told of bad ones, names and fields, and that reading is lazy."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from tests.folders.samples import COLUMNS, GOOD, lines, read
from translate.errors import UsageError
from translate.folders.formats import Bad, Columns, Text, format_of

BAD = {
    "no JSON": (b"{oops\n", "not JSON (Expecting property"),
    "a list": (b"[1]\n", "no object"),
    "no text": (b'{"id": 1}\n', "no text in 'text' (--text-field); known: id"),
    "nothing at all": (b"{}\n", "no text in 'text'"),
    "a misspelt field": (b'{"id": 1, "texte": "Oui."}\n', "; did you mean 'texte'?"),
    "a number for a text": (b'{"text": 3}\n', "no text in 'text', but a number"),
    "a null": (b'{"text": null}\n', "no text in 'text'"),
    "no UTF-8": (b'{"text": "\xff"}\n', "not UTF-8 (byte 11); save the file as UTF-8"),
    "a list for a text": (b'{"text": []}\n', "no text in 'text', but a list"),
    "a number without end": (b'{"n": %s}\n' % (b"9" * 5000), "value has 5000 digits)"),
    "brackets without end": (b"[" * 100_000 + b"\n", "not JSON"),
    "a field that stands twice": (
        b'{"text": "Un.", "text": "Deux."}\n',
        "fields are called 'text'",
    ),
    "twice, deeper": (b'{"text": "Un.", "a": {"b": 1, "b": 2}}\n', "fields are called 'b'"),
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


@pytest.mark.parametrize("value", [GOOD, GOOD[0]], ids=["a list", "an object"])
def test_json_over_several_lines_is_told_once(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(value, indent=1))
    with pytest.raises(UsageError, match=r"a\.jsonl:1: is JSON over several lines; write each"):
        read(tmp_path / "a.jsonl")


def test_a_text_without_a_name_is_called_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "Un."}, {"id": 7, "text": "Deux."}))
    assert [t.name for t in read(path) if isinstance(t, Text)] == ["a.jsonl:1", "7"]


def test_other_fields_may_hold_text_and_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"corps": "Un.", "clef": "k", "text": "no"}))
    [text] = format_of(path).read(path, Columns("corps", "clef"))  # type: ignore[union-attr]
    assert text == Text("k", b"Un.", {"clef": "k", "text": "no"}, f"{path}:1")


def test_lines_in_utf_16_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Un."}\n', encoding="utf-16")
    with pytest.raises(UsageError, match="is UTF-16, but JSON lines are UTF-8"):
        read(path)


@pytest.mark.parametrize("packed", [gzip.compress(lines(*GOOD)), zstandard.compress(lines(*GOOD))])
def test_packed_lines_that_are_not_called_so_are_told(tmp_path: Path, packed: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(packed)
    with pytest.raises(UsageError, match=r"is packed; give it a name that ends in \.jsonl\."):
        read(path)


def test_frames_of_zstd_follow_one_another_and_none_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    one, many = zstandard.compress(lines(GOOD[0])), zstandard.compress(lines(*GOOD) * 5000)
    path.write_bytes(one + many)
    assert len(read(path)) == 10_001
    for cut in (one + many[:-1], one + many[: len(many) // 2], one[:3], one + many[:4]):
        path.write_bytes(cut)
        with pytest.raises(UsageError, match=r"a\.jsonl\.zst: cannot be read to its end"):
            read(path)


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(*GOOD) * 50_000 + b"{")
    found: Iterator[Text | Bad] = format_of(path).read(path, COLUMNS)  # type: ignore[union-attr]
    assert isinstance(next(found), Text)
