"""The whole of cleaning, by law: exact restoration, nothing changed twice, no matter the order."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate.cleaning import clean, pipeline, restore
from translate.cleaning.boilerplate.rules import Rules
from translate.config import Config
from translate.errors import BinaryFileError

CONFIG = Config()
RULES = Rules.load(CONFIG.clean, CONFIG.languages)
LINES = st.sampled_from([
    "Le maire a présenté hier son projet pour les écoles du quartier.",
    "Une idÃ©e gÃ©niale &amp; simple .",
    "Partager sur Facebook",
    "À lire aussi",
    "2 moisCe qui se passe ici est Ã©tonnant.",
    "Publié le 2 nov. 2023",
    "EnglishFrançaisDeutsch",
    "Laisser un commentaire",
    "Abonnez-vous à notre newsletter !",
    "The mayor has presented his plan.",
    "mot\u200b clé\ufffd",
    "",
    " ",
    "\r",
])  # fmt: skip
TEXTS = st.text() | st.lists(LINES | st.text(max_size=12), max_size=14).map("\n".join)
CODECS = st.sampled_from(["utf-8", "cp1252", "mac_roman", "utf-16", "utf-16-be", "cp850"])


@settings(deadline=None)
@given(st.binary() | st.builds(lambda t, c: t.encode(c, "replace"), TEXTS, CODECS))
def test_bytes_are_restored_exactly(raw: bytes) -> None:
    try:
        doc = pipeline.clean(raw, config=CONFIG, rules=RULES)
    except BinaryFileError:
        return
    assert restore(doc) == raw
    doc.text.encode("utf-8")


@settings(deadline=None)
@example("?0#uN COMMENTAIRE\x0cPARTAGE SURFACEBOOK\x0c::")  # a gentler step leaves a short text
@given(TEXTS)
def test_cleaning_cleaned_text_changes_nothing(text: str) -> None:
    once = pipeline.clean(text, config=CONFIG, rules=RULES)
    twice = pipeline.clean(once.text, config=CONFIG, rules=RULES)
    assert once.original == text
    assert twice.text == once.text
    assert twice.layers == ()


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(texts: list[str], source: random.Random) -> None:
    order = list(range(len(texts)))
    source.shuffle(order)
    straight = {i: pipeline.clean(texts[i], config=CONFIG, rules=RULES) for i in range(len(texts))}
    shuffled = {i: pipeline.clean(texts[i], config=CONFIG, rules=RULES) for i in order}
    assert straight == shuffled


def test_a_text_of_which_a_page_is_left_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Le pont est ouvert depuis hier, et les habitants y passent de nouveau à vélo."
    text = f"{told}\n\n© 2024 Gazette du Pont. Tous droits réservés.\n"
    long = len(text) - 5  # what is cleaned is shorter, and the rules know a larger share of it
    monkeypatch.setattr(pipeline, "choose", lambda t, _: "gentle" if len(t) > long else "page")
    once = clean(text.encode())
    assert (once.text, once.meta.profile) == (told + "\n", "page")
    assert clean(once.text.encode()).text == once.text


def test_a_binary_file_is_named() -> None:
    with pytest.raises(BinaryFileError, match=r"^raw/photo\.jpg: not a text"):
        clean(b"\xff\xd8\xff\xe0", name="raw/photo.jpg")


def test_what_is_known_about_a_file() -> None:
    doc = clean("Voilà l’été à la plage, et les enfants jouent.\r\n".encode("cp1252"), name="a.txt")
    assert doc.name == "a.txt"
    assert doc.meta.encoding is not None
    assert doc.meta.encoding.encoding == "cp1252"
    assert doc.meta.language == "fr"
    assert len(doc.meta.sha256 or "") == 64
    assert doc.text == "Voilà l’été à la plage, et les enfants jouent.\r\n"
