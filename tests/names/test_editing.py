"""A glossary edited by commands keeps its comments, its order and its layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import UsageError
from translate.names.editing import accepted, rejected, renamed
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key

TEXT = """\
# Our names.

[[name]]
canonical = "Ada Lovelace"   # the countess
variants = [
  "ada lovelas",  # in the minutes
  # "Ada Byron",
]
note = "Lord Byron is somebody else."

[[name]]
canonical = "OpenAI"

# What we said no to.
[rejected]
pairs = [["OpenAI", "OpenAir"]]  # a festival
"""

ACCEPTED = {
    "a variant on its own line": (
        Name("ada lovelace", variants=("Aida Lovelace", "ADA LOVELAS")),
        TEXT.replace('  # "Ada Byron",\n', '  # "Ada Byron",\n  "Aida Lovelace",\n'),
    ),
    "a kind where there is none": (
        Name("OpenAI", "organisation"),
        TEXT.replace('"OpenAI"\n\n#', '"OpenAI"\nkind = "organisation"\n\n#'),
    ),
    "a new name before what was rejected": (
        Name("Exalys", "organisation", ("exalis",), target="Exalys Ltd"),
        TEXT.replace(
            "# What we",
            '[[name]]\ncanonical = "Exalys"\nkind = "organisation"\n'
            'target = "Exalys Ltd"\nvariants = ["exalis"]\n\n# What we',
        ),
    ),
    "what it has already": (Name("OpenAI"), TEXT),
    "what was rejected": (
        Name("OpenAI", variants=("openair",)),
        TEXT.replace('"OpenAI"\n\n#', '"OpenAI"\nvariants = ["openair"]\n\n#').replace(
            '[["OpenAI", "OpenAir"]]', "[]"
        ),
    ),
}


@pytest.mark.parametrize(("name", "after"), ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(name: Name, after: str) -> None:
    assert accepted(TEXT, [name]) == after
    assert accepted(after, [name]) == after


REJECTED = {
    "a pair": (["OpenAI", "OpenAIR Ltd"], '["OpenAI", "OpenAir"], ["OpenAI", "OpenAIR Ltd"]]'),
    "a pair that is there, in other letters": (["openai", "OPENAIR"], '[["OpenAI", "OpenAir"]]'),
    "a name": (["Bonjour"], 'names = [\n  "Bonjour",\n]'),
}


@pytest.mark.parametrize(("spellings", "there"), REJECTED.values(), ids=REJECTED)
def test_rejected(spellings: list[str], there: str) -> None:
    after = rejected(TEXT, spellings)
    assert there in after
    assert after.startswith(TEXT[: TEXT.index("pairs")])
    assert rejected(after, spellings) == after


def test_a_variant_that_is_rejected_is_one_no_longer() -> None:
    found = Glossary.parse(rejected(TEXT, ["Ada Lovelace", "Ada Lovelas"]))
    assert found.names[0].variants == ()
    assert found.rejected.parts("ada lovelas", "ada lovelace")


def test_a_name_of_the_glossary_is_not_said_to_be_none() -> None:
    with pytest.raises(UsageError, match=r"^g\.toml: has the name 'ada lovelace'; take its entry"):
        rejected(TEXT, ["ada lovelace"], "g.toml")


def test_renamed() -> None:
    after = renamed(TEXT, "ada lovelace", "Ada Byron")
    assert after == TEXT.replace('"Ada Lovelace"   #', '"Ada Byron"   #').replace(
        '  # "Ada Byron",\n', '  # "Ada Byron",\n  "Ada Lovelace",\n'
    )
    # A variant that becomes the name is none any more; accents alone make no variant.
    found = Glossary.parse(renamed(after, "Ada Byron", "ada lovelas"))
    assert found.names[0].variants == ("Ada Lovelace", "Ada Byron")
    assert Glossary.parse(renamed(TEXT, "OpenAI", "OPENAI")).names[1].variants == ()


def test_a_name_that_is_renamed_is_still_never_what_it_was_not() -> None:
    text = rejected(TEXT, ["OpenAI", "OpenIA"])
    no = Glossary.parse(renamed(text, "OpenAI", "OpenAI Group")).rejected
    assert no.parts("openia", "OpenAI Group")
    no = Glossary.parse(renamed(text, "OpenAI", "OpenIA")).rejected
    assert not no.parts("OpenAI", "OpenIA")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('name = [{canonical = "Ada"}]', id="entries in one list"),
        pytest.param("[[name]]\n", id="no glossary before"),
        pytest.param("[[name", id="no TOML"),
    ],
)
def test_what_cannot_be_edited_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        accepted(text, [Name("Ida")])


def test_a_file_without_end_of_line_and_an_empty_one() -> None:
    assert accepted("", [Name("Ida")]) == '[[name]]\ncanonical = "Ida"\n'
    assert accepted("# ours", [Name("Ida")]) == '# ours\n\n[[name]]\ncanonical = "Ida"\n'


SPELLING = st.sampled_from(["Ada", "ada b", "OpenAI", 'Le "Q"', "Zoé\\x", "ida", "Ada Lovelas"])
DECISION = st.one_of(
    st.tuples(st.just("accept"), SPELLING, st.lists(SPELLING, max_size=2)),
    st.tuples(st.just("reject"), SPELLING, st.lists(SPELLING, max_size=2)),
    st.tuples(st.just("rename"), SPELLING, st.lists(SPELLING, min_size=1, max_size=1)),
)


@given(st.lists(DECISION, max_size=6))
def test_any_decisions_leave_a_glossary_and_the_comments(
    decisions: list[tuple[str, str, list[str]]],
) -> None:
    text = TEXT
    for what, name, others in decisions:
        try:
            if what == "accept":
                text = accepted(text, [Name(name, variants=tuple(others))])
            elif what == "reject":
                text = rejected(text, [name, *others])
            else:
                text = renamed(text, name, others[0])
        except UsageError:
            continue
        found = Glossary.parse(text)
        assert text.startswith("# Our names.\n")
        for comment in (
            "# the countess",
            '# "Ada Byron",',
            "# What we said no to.",
            "# a festival",
        ):
            assert comment in text
        if what == "accept":
            assert key(name) in {key(n.canonical) for n in found.names}
