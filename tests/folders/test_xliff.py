"""Sentences go out for review and come back: what was corrected is a person's from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.config import Config
from translate.errors import UsageError
from translate.folders.files import SENTENCES, digest
from translate.folders.records import encode_record, record_path
from translate.folders.xliff import (
    Segment,
    as_xliff,
    export_xliff,
    forget_xliff,
    import_xliff,
    read_xliff,
    segments_of,
)
from translate.mt.memory import Memory

TEXTS = st.text(alphabet="aé <>&\"'\n\r\t\x00\x1b\ud800\ufffe😀⟦0⟧", max_size=12)


@given(
    st.lists(
        st.builds(
            Segment,
            st.sampled_from(["a.txt", "b/c d.txt"]),
            st.integers(1, 99),
            TEXTS,
            TEXTS,
            st.sampled_from(["translated", "final"]),
            st.lists(TEXTS, max_size=2).map(tuple),
        ),
        max_size=5,
    )
)
def test_out_and_back_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, segments: list[Segment]
) -> None:
    file = tmp_path_factory.mktemp("xliff") / "a.xlf"
    file.write_text(as_xliff(segments, "fr", "en"), encoding="utf-8", newline="")
    assert read_xliff(file) == segments


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    place = tmp_path / "translated" / "a.txt"
    place.parent.mkdir()
    place.write_text("It rains.\n\nIt\nsnows.\n")
    sentences = [
        {"line": 1, "source": "Il pleut.", "english": "It rains.", "checks": [], "doubtful": False},
        {
            "line": 3,
            "source": "Il\nneige.",
            "english": "It\nsnows.",
            "checks": ["short: a word is missing"],
            "doubtful": True,
        },
    ]
    record = {
        "signature": "",
        "text_sha256": digest(place.read_bytes().decode()),
        "sentences": [{**sentence, "names": []} for sentence in sentences],
    }
    record_path(place, SENTENCES).write_bytes(encode_record(record, SENTENCES))
    return place.parent


def test_what_nobody_touched_changes_nothing(translated: Path, tmp_path: Path) -> None:
    file = tmp_path / "review.xlf"
    assert export_xliff(translated, file, Config()) == 2
    assert read_xliff(file) == list(segments_of(translated))
    with Memory(tmp_path / "memory.db") as memory:
        assert import_xliff(memory, file, translated, Config()) == 0
        assert memory.sentences("fr", "en") == {}


def test_what_was_corrected_or_approved_is_a_persons(translated: Path, tmp_path: Path) -> None:
    file = tmp_path / "review.xlf"
    export_xliff(translated, file, Config())
    text = file.read_text().replace("It\nsnows.", "It is snowing.")
    file.write_text(text.replace('state="translated"', 'state="reviewed"', 1))
    with Memory(tmp_path / "memory.db") as memory:
        assert import_xliff(memory, file, translated, Config()) == 2
        assert memory.sentences("fr", "en") == {
            "Il pleut.": "It rains.",
            "Il neige.": "It is snowing.",
        }
        assert import_xliff(memory, file, translated, Config()) == 0
        assert forget_xliff(memory, file, Config()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<xliff", "not XML"),
        ('<xliff version="1.2"/>', "not XLIFF 2"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><xliff version="2.0">&b;</xliff>', "defines entities"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(text)
    with pytest.raises(UsageError, match=said):
        read_xliff(file)


def test_codes_and_several_segments_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="fr">'
        '<file id="1"><group id="g"><unit id="u"><segment><source>Un <pc id="1">mot</pc>.</source>'
        "<target>A word.</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>Rien.</source></segment></unit></group></file></xliff>"
    )
    assert read_xliff(file) == [
        Segment("", 0, "Un mot.", "A word.", "initial"),
        Segment("", 0, "Rien.", "", "initial"),
    ]
