from translate.clean.rules import Rules
from translate.config import CleanConfig

LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl")


def test_every_rule_matches_its_examples_and_spares_its_lookalikes() -> None:
    rules = Rules.load(CleanConfig(), LANGUAGES)
    assert len(rules.list()) > 50
    assert list(rules.check_examples()) == []
