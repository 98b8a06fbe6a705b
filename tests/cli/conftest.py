"""A small corpus for tests of the commands: two texts, and a glossary of one name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Corpus = Callable[..., Result]

TEXTS = {
    "gare.txt": "La gare rouvre\n\nSelon ada lovelass, la gare du village rouvre lundi matin.\n"
    "\nPartager cet article\n",
    "lac.txt": "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l’aube.\n",
}
GLOSSARY = '[[name]]\ncanonical = "Ada Lovelace"\nvariants = ["ada lovelass"]\n'


@pytest.fixture
def small(corpus: Corpus, tmp_path: Path) -> Corpus:
    """Run the command where `raw/` holds TEXTS and corpus.toml names the glossary."""
    (tmp_path / "raw").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text('glossary = "glossary.toml"\n', encoding="utf-8")
    return corpus
