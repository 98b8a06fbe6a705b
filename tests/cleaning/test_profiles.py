"""Which profile `auto` takes, and the steps down to gentler ones where too little would be left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from translate.cleaning import clean
from translate.config import CleanConfig, Config
from translate.document import Document

PROSE = [
    "Le bac du lac change de câble lundi, après quarante ans de service et deux orages.",
    "Le passeur a prévenu les riverains par une affiche clouée sur la porte de l’auberge.",
    "Personne ne sait encore si le nouveau câble tiendra aussi longtemps que l’ancien.",
]
CHROME = [
    "Se connecter", "S’abonner", "Mentions légales", "Partager sur Facebook", "Plan du site",
    "Partager sur Twitter", "Politique de confidentialité", "Gérer mes cookies", "Contact",
]  # fmt: skip
BELOW = ["À lire aussi", "© 2021 La Gazette du lac – Tous droits réservés"]


@pytest.mark.parametrize(
    ("lines", "profile"),
    [
        pytest.param(PROSE, "gentle", id="an article alone"),
        pytest.param([CHROME[3], *PROSE, BELOW[1]], "gentle", id="an article and two buttons"),
        pytest.param(PROSE * 30 + CHROME, "gentle", id="a little chrome under a long text"),
        pytest.param([*CHROME, *PROSE, *BELOW], "page", id="a whole page"),
        pytest.param([*CHROME, *PROSE * 10, *BELOW], "page", id="a whole page, longer"),
    ],
)
def test_auto_takes_the_profile_by_how_much_chrome_there_is(lines: list[str], profile: str) -> None:
    doc = clean("\n".join(lines) + "\n")
    assert doc.meta.profile == profile
    assert doc.meta.fallback is None
    assert [line for line in doc.text.split("\n") if line] == [x for x in lines if x in PROSE]
    again = clean(doc)
    assert again.meta.profile == profile  # what was decided before holds
    assert again.text == doc.text


def rule(kind: str, profile: str) -> str:
    within = f'profile = "{profile}"\n' if profile else ""
    return (
        f'[[rule]]\nid = "all"\nkind = "{kind}"\nabout = "a line of the lake"\n{within}'
        "pattern = '(?:le bac|le passeur|personne).*'\nwords = 40\n"
        'examples = ["Le bac est là"]\nsettings = { sure = true }\n'
    )


@pytest.mark.parametrize(
    ("kind", "within", "asked", "used"),
    [
        pytest.param("navigation", "page", "page", "gentle", id="a rule of the page profile"),
        pytest.param("navigation", "page", "gentle", None, id="that rule is not in use"),
        pytest.param("call", "gentle", "gentle", "rules", id="what weighs lines takes them all"),
        pytest.param("navigation", "", "page", None, id="rules that know what they take"),
    ],
)
def test_the_steps_down_to_what_leaves_enough(
    tmp_path: Path, kind: str, within: str, asked: str, used: str | None
) -> None:
    own = tmp_path / "lake.toml"
    own.write_text(rule(kind, within), encoding="utf-8")
    settings = Config(clean=CleanConfig(rules=(own,), profile=asked))
    doc = clean("\n".join(PROSE) + "\n", config=settings)
    if used:
        said = f"under '{asked}' next to nothing would be left: '{used}' was used"
        assert (doc.meta.fallback, doc.meta.profile) == (said, used)
    else:
        assert doc.meta.fallback is None
    assert doc.text == ("\n".join(PROSE) + "\n" if used or within == "page" else "")


def told(doc: Document) -> list[str]:
    return [note.message for note in doc.notes if note.rule == "clean.removed"]


def test_it_is_told_that_more_went_than_is_usual() -> None:
    assert told(clean("\n".join(CHROME) + "\n")) == [
        "100% of the letters were removed: more than is usual"
    ]
    assert told(clean("\n".join(PROSE) + "\n")) == []


def test_letters_that_a_repair_joins_were_not_removed() -> None:
    damaged = PROSE[1].encode().decode("cp1252").encode().decode("cp1252")
    doc = clean(damaged + "\n")
    assert doc.text == PROSE[1] + "\n"
    assert doc.meta.removed == 0
    assert told(doc) == []


@pytest.mark.parametrize("lines", [CHROME, CHROME[:1]], ids=["all of it", "one line"])
def test_a_text_of_which_nothing_is_left_is_told_and_the_exit_code_is_one(
    lines: list[str], corpus: Callable[..., Result]
) -> None:
    Path("raw").mkdir(exist_ok=True)
    Path("raw/bac.txt").write_text("\n".join(PROSE) + "\n", encoding="utf-8")
    Path("raw/vide.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = corpus("clean")
    assert done.exit_code == 1
    assert "vide.txt: nothing is left of it" in done.stdout
    assert "bac.txt: nothing" not in done.stdout
