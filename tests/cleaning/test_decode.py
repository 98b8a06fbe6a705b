"""Bytes of unknown encoding: by example and by law."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning import clean, restore
from translate.cleaning.decode import decode, encode, reread
from translate.errors import BinaryFileError, DocumentError
from translate.facts import Decoding

FRENCH = (
    "« Où est passé l’élève ? » demanda la maîtresse, très inquiète…\r\nPersonne ne répondit.\n"
)
PLAIN = "À Noël, la forêt était déjà très sombre et le garçon rêvait d'un goûter.\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "utf-32-le"),
        (FRENCH, "utf-32-be"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (PLAIN, "latin-1"),
        (PLAIN, "cp850"),
        ("Prix : 5 € à payer, hélas\n", "iso-8859-15"),
        ("Добрый день, это письмо написано по-русски давно.\n" * 3, "cp1251"),
        ("Добрый день, это письмо.\n", "utf-16-le"),
        ("ASCII only\r", "ascii"),
        ("", "ascii"),
    ],
)
def test_text_is_read_in_its_encoding(text: str, codec: str) -> None:
    raw = text.encode(codec)
    read, decoding = decode(raw)
    assert read == text
    assert encode(read, decoding) == raw


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Un zéro \0 dedans.", "utf-8"),
        ("À six\0 heures", "utf-8"),
        ("Привет,\0 мир", "utf-8"),
        ("un\0deux et trois\0quatre, et cinq\0fini", "utf-8"),
        ("Déjà six heures,\0 et le train est là.", "cp1252"),
        ("Déjà six heures,\0 et le train est là.", "mac_roman"),
    ],
)
def test_a_zero_that_strayed_into_a_text_makes_no_utf_16_of_it(text: str, codec: str) -> None:
    raw = text.encode(codec)
    assert decode(raw)[0] == text
    assert restore(clean(raw)) == raw


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "A\n",
        "À 5 h.",
        "Il\nva\n",
        "Δεν ξέρω τι ώρα είναι.",
        "नमस्ते, आप कैसे हैं? मैं ठीक हूँ।",
        "今天天气 5 度, 很冷 .\n我们 不 出门 .\n",
        "これは ペン です .\n",
        "مرحبا بكم في المدينة القديمة",
    ],
)
def test_utf_16_without_a_mark_is_told_by_its_zeros(text: str, codec: str) -> None:
    assert decode(text.encode(codec))[0] == text


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be"])
def test_utf_32_with_the_surrogates_of_utf_16_comes_back(codec: str) -> None:
    raw = "\ufeffBonjour \ud83d\ude00 à tous.\n".encode(codec, "surrogatepass")
    doc = clean(raw)
    assert doc.text == "Bonjour 😀 à tous.\n"
    assert Decoding.from_json(json.loads(json.dumps(doc.meta.to_json()))["encoding"])
    assert restore(doc) == raw


def test_lines_may_differ_in_encoding() -> None:
    raw = b"".join(PLAIN.encode(codec) for codec in ("utf-8", "cp1252", "utf-8", "cp850"))
    text, decoding = decode(raw)
    assert text == PLAIN * 4
    assert {codec for _, codec in decoding.spans} == {"utf-8", "cp1252", "cp850"}


def test_a_stray_byte_in_utf_8_is_read_alone() -> None:
    text, decoding = decode("L’été à la mer, c".encode() + b"\x92est l\xe0.")
    assert text == "L’été à la mer, c’est là."
    assert decoding.encoding == "utf-8"


@pytest.mark.parametrize(
    ("codec", "cut"),
    [("utf-16-le", 1), ("utf-32-le", 1), ("utf-32-be", 2), ("utf-32-be", 3)],
)
def test_a_wide_text_cut_within_a_character_is_read_up_to_there(codec: str, cut: int) -> None:
    raw = FRENCH.encode(codec)[:-cut]
    doc = clean(raw, profile="gentle")
    assert doc.text.split() == FRENCH.split()
    assert restore(doc) == raw


def test_a_text_cut_within_the_euro_sign_is_still_utf_8() -> None:
    raw = "Le billet vaut 10 €".encode()[:-1]
    assert decode(raw)[1].encoding == "utf-8"
    assert clean(raw).text == "Le billet vaut 10 "


def test_an_accent_at_the_very_end_is_no_cut_character() -> None:
    assert decode(b"Il a trop mang\xe9", ["fr"])[0] == "Il a trop mangé"


def test_a_byte_without_meaning_is_carried_through() -> None:
    text, decoding = decode("Déjà vu.\n".encode("cp1252") + b"\x81\n")
    assert text == "Déjà vu.\n\udc81\n"
    assert encode(text, decoding).endswith(b"\x81\n")


@pytest.mark.parametrize(
    "raw",
    [b"%PDF-1.7 rest", b"PK\x03\x04rest", b"\x89PNG\r\n", bytes(range(256)) * 4, b"\x00\x01" * 50],
    ids=["pdf", "zip", "png", "every byte", "zeros"],
)
def test_binary_files_are_refused_by_name(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"^raw/a\.bin: not a text"):
        decode(raw, name="raw/a.bin")


@pytest.mark.parametrize("piece", [b"a", b"ab ", b"\xc3\xa9", b"zz\n"], ids=repr)
def test_a_long_line_with_a_stray_byte_is_read_in_time(piece: bytes) -> None:
    raw = piece * (60_000 // len(piece)) + b" \xe9"
    start = time.process_time()
    decode(raw)
    assert time.process_time() - start < 10  # seconds; it took minutes when time grew as the square


def test_a_changed_text_is_not_encoded() -> None:
    _, decoding = decode("été".encode("cp1252"))
    for text in ("étés", "ét", "ét\u4e00"):
        with pytest.raises(DocumentError):
            encode(text, decoding)


@pytest.mark.parametrize(
    "value", [None, {}, {"bom": "zz", "spans": []}, {"bom": "", "spans": [[1, "no"]]}]
)
def test_a_broken_record_is_refused(value: object) -> None:
    with pytest.raises(DocumentError, match="not a decoding"):
        Decoding.from_json(value)


LIKE_TEXT = st.text().flatmap(
    lambda t: st.sampled_from(
        ["utf-8", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-32-be"]
    ).map(lambda codec: t.encode(codec, "ignore"))
)


@settings(deadline=None)
@given(st.binary() | LIKE_TEXT | st.lists(LIKE_TEXT).map(b"\n".join))
def test_bytes_come_back(raw: bytes) -> None:
    try:
        text, decoding = decode(raw)
    except BinaryFileError:
        return
    assert encode(text, Decoding.from_json(decoding.to_json())) == raw


@given(
    st.lists(
        st.sampled_from(
            [
                "é".encode(),
                b"\xe9",
                "œ".encode("cp1252"),
                b"a",
                b"\n",
                "🚲".encode(),
                b"\xc3",
                b"\xf0",
            ]
        ),
        max_size=40,
    ).map(b"".join)
    | st.text(max_size=20).map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.text(max_size=20).map(lambda text: text.encode("utf-16", "surrogatepass") + b"a")
    | st.text("é€a\n", max_size=20).map(lambda text: b"\xff\xfe\0\0" + text.encode("utf-32-le"))
    | st.binary(max_size=40)
)
def test_what_was_read_once_is_reread_alike(raw: bytes) -> None:
    try:
        text, decoding = decode(raw)
    except BinaryFileError:
        return
    assert reread(raw, decoding) == text


def test_damaged_utf32_is_told() -> None:
    raw = bytearray("Le canal est gelé.\n".encode("utf-32-le") * 9)
    raw[402] = 0x50
    with pytest.raises(BinaryFileError, match="damaged at byte 400"):
        decode(bytes(raw), name="a.txt")
