"""Rule packs and the user's own rules: what loads, what is refused and with which words."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
import re2

from translate.cleaning.boilerplate import patterns
from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.patterns import TOGETHER, WHOLE, Patterns, Rule, compiled_rule
from translate.cleaning.boilerplate.rules import Rules, read_pack
from translate.cleaning.boilerplate.wording import Wording
from translate.config import CleanConfig
from translate.document import Document
from translate.errors import UsageError
from translate.languages.words import fold

LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl")
RULE = Rule("own.words", "ad", "line", "mots", "own.toml:1")
KINDS = {
    "share", "follow", "subscribe", "newsletter", "affiliate", "ad", "cookie", "login", "paywall",
    "navigation", "language-switcher", "related", "tag", "comment-call", "comment-header",
    "comment", "linkedin-comment", "author-bio", "byline", "date", "photo-credit", "copyright",
    "app-download",
}  # fmt: skip


def kinds_of(text: str, config: CleanConfig | None = None) -> set[str]:
    rules = Rules.load(config or CleanConfig(), ["fr", "en"])
    return {rule.kind for rule in rules.matching(split(text)[0])}


def test_every_rule_matches_its_examples_and_spares_its_lookalikes() -> None:
    rules = Rules.load(CleanConfig(), LANGUAGES)
    assert list(rules.check_examples()) == []


def test_rules_asked_together_answer_as_each_alone() -> None:
    rules = [r for r in Rules.load(CleanConfig(), LANGUAGES).list() if r.scope in WHOLE]
    assert len(rules) > 2 * TOGETHER
    together = Patterns(rules, whole=True)
    for text in (fold(example) for rule in rules[::9] for example in rule.examples[:2]):
        alone = [i for i, rule in enumerate(rules) if compiled_rule(rule).fullmatch(text)]
        assert list(together.of(text)) == alone, text


def test_rules_too_large_for_one_automaton_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "ROOM", 1 << 16)
    large = [replace(RULE, pattern=f"mot{n} (?:[a-z]{{200}}|fin)") for n in range(30)]
    with pytest.raises(re2.error):
        re2.compile("|".join(rule.pattern for rule in large), patterns._options(memory=1 << 16))
    assert Patterns(large, whole=True).of("mot7 fin") == (7,)


def test_every_rule_has_examples_and_lookalikes() -> None:
    tested = [r for r in Rules.load(CleanConfig(), LANGUAGES).list() if r.scope != "method"]
    assert [r.id for r in tested if not r.examples] == []
    bare = [r.id for r in tested if not r.lookalikes]
    assert bare == []


def test_the_packs_know_every_kind_of_chrome() -> None:
    assert {r.kind for r in Rules.load(CleanConfig(), LANGUAGES).list()} >= KINDS


def test_a_rule_tells_where_it_stands() -> None:
    rule = next(r for r in Rules.load(CleanConfig(), ["fr"]).list() if r.id == "fr.share.call")
    name, line = rule.place.split(":")
    path = Path(__file__).parents[2] / "translate" / "languages" / name
    assert path.read_text(encoding="utf-8").split("\n")[int(line)] == 'id = "share.call"'


@pytest.mark.parametrize(
    ("config", "found"),
    [
        pytest.param(CleanConfig(), {"share"}, id="as it comes"),
        pytest.param(CleanConfig(off=("share",)), set(), id="a kind off"),
        pytest.param(CleanConfig(off=("fr.share.call", "fr.share.window")), set(), id="rules off"),
        pytest.param(
            CleanConfig(off=("share",), on=("fr.share.call",)),
            {"share"},
            id="a rule of it on again",
        ),
    ],
)
def test_rules_and_kinds_are_switched(config: CleanConfig, found: set[str]) -> None:
    assert kinds_of("Partagez cet article", config) == found


OWN = """
[lists]
beast = ["chat", "chien"]

[[rule]]
id = "beasts"
kind = "zoo"
pattern = '''(?:les )?{beast}s? du jour'''
examples = ["Chien du jour"]
lookalikes = ["Le chien du voisin"]
"""


def test_a_rule_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN, encoding="utf-8")
    config = CleanConfig(rules=(path,))
    assert kinds_of("CHATS DU JOUR", config) == {"zoo"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[[rule]", "not valid TOML", id="no TOML"),
        pytest.param("[[rules]]\nid = 'a'", "unknown table 'rules'", id="a table misspelt"),
        pytest.param(OWN.replace("pattern", "patern"), "unknown key 'patern'", id="a key misspelt"),
        pytest.param(
            OWN.replace("'zoo'", "1").replace('"zoo"', "1"),
            "'kind' must be of type str",
            id="a number",
        ),
        pytest.param(OWN.replace("{beast}", "{best}"), "no list or part 'best'", id="no such list"),
        pytest.param(OWN.replace("(?:les", "(?:(les"), "RE2 does not take", id="a bracket open"),
        pytest.param(
            OWN.replace("(?:les )?", r"(a)\1"), "RE2 does not take", id="a back reference"
        ),
        pytest.param(OWN + OWN.partition("]\n\n")[2], "a second rule of this id", id="twice"),
        pytest.param(
            OWN.replace("kind =", 'scope = "line-ish"\nkind ='), "scope 'line-ish'", id="no scope"
        ),
        pytest.param(OWN.replace('examples = ["Chien du jour"]', ""), "examples", id="no example"),
        pytest.param(
            '[parts]\np0 = "aaaaaaaaaa"\n'
            + "".join(f'p{chr(97 + n)} = "{f"{{p{chr(96 + n)}}}" * 10}"\n' for n in range(1, 9))
            + 'pa = "aaaaaaaaaa"\n',
            "no list or part 'pa'",
            id="parts before those they name",
        ),
        pytest.param(
            '[parts]\npa = "aaaaaaaaaa"\n'
            + "".join(f'p{chr(97 + n)} = "{f"{{p{chr(96 + n)}}}" * 10}"\n' for n in range(1, 9)),
            "longer than 200000 characters",
            id="parts that grow tenfold, eight times",
        ),
    ],
)
def test_a_wrong_rule_is_told_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.toml.*" + said.replace("(", r"\(")):
        Rules.load(CleanConfig(rules=(path,)), ["fr"])


def test_a_rule_that_fails_its_own_example_is_found(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN.replace("Chien du jour", "Lapin du jour"), encoding="utf-8")
    (fault,) = Rules.load(CleanConfig(rules=(path,)), ["fr"]).check_examples()
    assert "mine.beasts" in fault and "Lapin du jour" in fault


GROUPED = """
[[rule]]
id = "call"
kind = "share"
scope = "span"
pattern = '(clic )?petit journal'
examples = ["Un clic petit journal du soir."]
lookalikes = ["Un petit carnet."]
"""


def test_a_group_that_is_absent_leaves_the_text_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GROUPED, encoding="utf-8")
    rules = Rules.load(CleanConfig(rules=(path,)), ["fr"])
    assert list(rules.check_examples()) == []
    text = "Un petit journal du soir.\nUn clic petit journal du soir.\n"
    assert unglue(Document("a", text), rules).text == text.replace("clic ", "")
    path.write_text(GROUPED.replace('"Un clic', '"Un'), encoding="utf-8")
    assert "does not match" in next(Rules.load(CleanConfig(rules=(path,)), ["fr"]).check_examples())


@pytest.mark.parametrize(
    ("config", "told"),
    [
        pytest.param(CleanConfig(off=("shares",)), "did you mean 'share'", id="a kind"),
        pytest.param(CleanConfig(on=("fr.date.lines",)), "mean 'fr.date.line'", id="a rule"),
        pytest.param(CleanConfig(on=("xylophone",)), "kinds: ad, affiliate, ", id="nothing near"),
    ],
)
def test_an_unknown_name_is_refused(config: CleanConfig, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        Rules.load(config, ["fr"])


def test_a_wrong_keep_pattern_is_refused() -> None:
    with pytest.raises(UsageError, match=r"keep \(under \[clean\]"):
        Rules.load(CleanConfig(keep=("(",)), ["fr"])


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_pack(tmp_path / "none.toml")


def test_rules_travel_to_other_processes() -> None:
    rules = Rules.load(CleanConfig(), ["fr"])
    line = split("Partagez cet article")[0]
    found = rules.matching(line)
    again = pickle.loads(pickle.dumps(rules))
    assert again.matching(line) == found


def test_a_reason_tells_no_word_twice() -> None:
    added = {"info": 2.0, "info$": 3.0, "^envoyer": 1.0, "<we>": 0.5, "reste": -1.0}
    assert Wording(5.5, added).why() == "ends with 'info', begins with 'envoyer', says 'we'"
