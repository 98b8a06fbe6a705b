"""Texts that are none by their beginning are told; look-alikes that an author wrote are not."""

from __future__ import annotations

import pytest

from translate.cleaning.shapes import shape_of, shapes

CASES = [(shape, text) for shape in shapes() for text in shape["examples"]]
ALIKE = [(shape, text) for shape in shapes() for text in shape["lookalikes"]]


@pytest.mark.parametrize(("shape", "text"), CASES, ids=[repr(text[:30]) for _, text in CASES])
def test_what_a_program_wrote_is_told(shape: dict[str, str], text: str) -> None:
    assert shape_of(text) == f"{shape['kind']}; {shape['remedy']}"


@pytest.mark.parametrize(("shape", "text"), ALIKE, ids=[repr(text[:30]) for _, text in ALIKE])
def test_a_look_alike_is_a_text(shape: dict[str, str], text: str) -> None:
    assert shape_of(text) == ""


def test_lines_that_end_as_those_of_a_mail_take_no_longer() -> None:
    assert shape_of("Juliette: Il pleut.\r\n" * 100) == ""  # a tree of choices would never end
    assert shape_of("Subject: Il pleut.\r\n" * 100 + "MIME-Version: 1.0\r\n").startswith("a mail")


def test_what_tells_it_is_the_beginning_alone() -> None:
    assert shape_of("Voici une page :\n\n<!DOCTYPE html>\n<html>\n") == ""
