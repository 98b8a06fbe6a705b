"""Files that are no texts as one would wish: what is told of each, and that the others are done."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from translate.cleaning import clean, restore

Corpus = Callable[..., Result]
SENTENCE = "Le pont de la ville est ouvert depuis hier matin."
WIDE = f"{SENTENCE}\n"
# The bytes, the exit code, what is told of them, the text that they become where there is one.
FILES: dict[str, tuple[bytes, int, str, str | None]] = {
    "empty": (b"", 0, "", ""),
    "blank": (b" \n\t\n", 0, "", " \n\t\n"),
    "a NUL byte": (b"Le pont\0 est ouvert.\n", 0, "", "Le pont est ouvert.\n"),
    "NUL bytes": (b"\0" * 1000, 1, "not a text (1000 of its 1000 characters are control", None),
    "a text that ends in NUL bytes": (
        WIDE.encode() + b"\0" * 99,
        1,
        "not a text (99 of its 149 characters are control characters)",
        None,
    ),
    "half a surrogate pair": (
        b"Le pont \xed\xa0\x80 est ouvert.\n",
        0,
        "",
        "Le pont \ufffd\ufffd\ufffd est ouvert.\n",
    ),
    "UTF-16, no mark": (WIDE.encode("utf-16-le"), 0, "", WIDE),
    "the other UTF-16": (WIDE.encode("utf-16-be"), 0, "", WIDE),
    "UTF-32, no mark": (WIDE.encode("utf-32-le"), 0, "", WIDE),
    "the other UTF-32": (WIDE.encode("utf-32-be"), 0, "", WIDE),
    "UTF-16 that lacks a byte": (WIDE.encode("utf-16")[:-1], 0, "", WIDE),
    "directions": (
        "Le pont \u202eest\u202c ouvert.\n".encode(),
        0,
        "",
        "Le pont est ouvert.\n",
    ),
    "ZIP": (b"PK\x03\x04" + bytes(range(256)), 1, "it begins like a ZIP archive", None),
    "PDF": (b"%PDF-1.7\n1 0 obj\nendobj\n", 1, "it begins like a PDF file", None),
    "ten million lines": (
        b"a\n" * 10_000_000,
        1,
        "10,000,000 lines, and more than 1,000,000 are too many for one text; cut it, as split -l",
        None,
    ),
    "lines as the Mac had them": (b"a\r" * 1_000_001, 1, "1,000,001 lines, and more", None),
    "a picture": (b"\x89PNG\r\n\x1a\n", 1, "it begins like a PNG image", None),
}


@pytest.mark.parametrize("case", FILES.values(), ids=FILES)
def test_what_is_told_of_a_bad_file_and_the_others_are_done(
    corpus: Corpus, tmp_path: Path, case: tuple[bytes, int, str, str | None]
) -> None:
    data, code, said, text = case
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/bad.txt").write_bytes(data)
    (tmp_path / "raw/good.txt").write_text(SENTENCE)
    made = corpus("clean")
    assert made.exit_code == code
    told = [line for line in made.stderr.splitlines() if "bad.txt" in line]
    assert len(told) == code and said in "".join(told)
    found = tmp_path / "cleaned/bad.txt"
    assert (found.read_text() if found.exists() else None) == text
    assert (tmp_path / "cleaned/good.txt").read_text() == SENTENCE
    assert (tmp_path / "raw/bad.txt").read_bytes() == data


# What is long, and the seconds of processor time that it may take on a slow machine.
LONG = {
    "one line of 10 MB": (f"{SENTENCE} " * 200_000, 60),
    "many short lines": ("Oui.\n" * 50_000, 60),
    "a million of one letter": ("a" * 1_000_000, 20),
    "deep marks": (f"{SENTENCE}e{chr(0x301) * 200_000}\n", 20),
    "a million of spaces": (f"{SENTENCE}{' ' * 1_000_000}\n{SENTENCE}", 20),
    "a million of directions": (f"{SENTENCE}{chr(0x202E) * 1_000_000}\n", 20),
}


@pytest.mark.parametrize(("text", "seconds"), LONG.values(), ids=LONG)
def test_what_is_long_takes_its_time_and_no_more(text: str, seconds: float) -> None:
    began = time.process_time()
    doc = clean(text.encode(), name="long.txt")
    assert time.process_time() - began < seconds
    assert restore(doc) == text.encode()


@pytest.mark.parametrize("name", [f"{'é' * 120}.txt", f"{'a' * 251}.txt"], ids=["letters", "bytes"])
def test_a_name_as_long_as_names_may_be_has_its_records(
    name: str, tmp_path: Path, corpus: Corpus
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for text in (name, "a.txt"):
        (raw / text).write_text(f"{WIDE}\nPartager sur Facebook\n")
    assert corpus("run").exit_code == 0
    made = (tmp_path / "translated" / name).read_text()
    again = corpus("run")
    assert (again.exit_code, "2 unchanged" in again.output) == (0, True)
    assert "open" in made and "Facebook" not in made
    assert "Facebook" in corpus("diff", raw / name).output
    (raw / name).unlink()
    assert f"{name}: its raw text is gone" in corpus("clean").output
