"""`corpus names`: discover, edit or accept, and the glossary has it; nothing merges by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Corpus
from translate.names.glossary import Glossary

TEXT = "Marie Curie lit. Selon Marie Curie, oui.\n\nPour Curie, non : Mary Curi part.\n"
PROPOSAL = "names-proposal.toml"


@pytest.fixture
def bare(small: Corpus, tmp_path: Path) -> Corpus:
    """The small corpus without a glossary, with one text about one person."""
    (tmp_path / "glossary.toml").unlink()
    (tmp_path / "corpus.toml").write_text("")
    (tmp_path / "raw/gare.txt").write_text(TEXT)
    return small


def glossary(folder: Path) -> Glossary:
    return Glossary.load(folder / "glossary.toml")


def test_discover_then_edit_then_accept(bare: Corpus, tmp_path: Path) -> None:
    done = bare("names", "discover", "raw")
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{PROPOSAL}: 1 name, 1 spelling to decide on" in done.stderr
    proposal = tmp_path / PROPOSAL
    text = proposal.read_text()
    assert '  # "Mary Curi",  # 1 time, ' in text
    assert "gare.txt:3: … " in text
    assert not (tmp_path / "glossary.toml").exists()  # a proposal is no decision
    proposal.write_text(text.replace('# "Mary', '"Mary'))
    assert bare("names", "discover", "raw").exit_code == 2  # what was edited is not written over
    assert bare("names", "accept").exit_code == 0
    [name] = glossary(tmp_path).names
    assert (name.canonical, name.kind, name.variants) == ("Marie Curie", "person", ("Mary Curi",))
    assert bare("names", "discover", "raw").exit_code == 0  # all of it was taken over
    assert Glossary.load(proposal).names == ()


def test_a_proposal_left_as_it_is_merges_nothing(bare: Corpus, tmp_path: Path) -> None:
    bare("names", "discover", "raw")
    assert bare("names", "accept").stderr == "glossary.toml: 1 name added\n"
    assert bare("names", "accept").stderr == "glossary.toml: 0 names added\n"
    assert [name.variants for name in glossary(tmp_path).names] == [()]


def test_a_proposal_of_a_name_that_was_renamed_since_goes_to_the_new_one(
    bare: Corpus, tmp_path: Path
) -> None:
    bare("names", "discover", "raw")
    proposal = tmp_path / PROPOSAL
    proposal.write_text(proposal.read_text().replace('# "Mary', '"Mary'))
    assert bare("names", "accept", "Marie Curie").exit_code == 0
    assert bare("names", "rename", "Marie Curie", "Maria Curie").exit_code == 0
    assert bare("names", "accept").exit_code == 0
    [name] = glossary(tmp_path).names
    assert (name.canonical, name.variants) == ("Maria Curie", ("Marie Curie", "Mary Curi"))
    assert bare("names", "discover", "raw").exit_code == 0


def test_it_can_be_printed_and_is_json(bare: Corpus, tmp_path: Path) -> None:
    done = bare("names", "discover", "raw", "--proposal", "-")
    assert 'canonical = "Marie Curie"' in done.stdout
    assert not (tmp_path / PROPOSAL).exists()
    [name] = json.loads(bare("names", "discover", "raw", "--json").stdout)["names"]
    assert (name["canonical"], name["kind"], name["count"]) == ("Marie Curie", "person", 3)
    [place] = name["variants"][0]["places"]
    assert (place["document"], place["line"]) == ("gare.txt", 3)
    assert "Pour Curie, non : Mary Curi part." in place["text"]
    assert bare("names", "draft", "raw").stdout == done.stdout  # its old names are still known
    assert bare("names", "suggest", "raw", "--interactive").exit_code == 2  # but only print


def test_with_a_glossary_what_is_near_its_names_is_proposed(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw/lac.txt").write_text("Selon Ada Lovelas, le lac est gelé.\n")
    done = small("names", "discover", "raw", "--proposal", "-")
    assert "in the glossary" in done.stdout
    assert '# "Ada Lovelas",' in done.stdout
    small("names", "reject", "Ada Lovelace", "Ada Lovelas")
    done = small("names", "discover", "raw", "--proposal", "-")
    assert '# "Ada Lovelas",' not in done.stdout


def test_interactive_remembers_each_answer(bare: Corpus, tmp_path: Path) -> None:
    done = bare("names", "discover", "raw", "--interactive", stdin=b"y\nn\n")
    assert done.exit_code == 0
    assert "Marie Curie (person): a name? (3 times)" in done.stdout
    assert "gare.txt:1: … Marie Curie lit." in done.stdout
    found = glossary(tmp_path)
    assert [name.canonical for name in found.names] == ["Marie Curie"]
    assert found.rejected.pairs == (("Marie Curie", "Mary Curi"),)
    assert bare("names", "discover", "raw", "--interactive", stdin=b"").exit_code == 0
    assert "Mary Curi  =" not in bare("names", "discover", "raw", "--interactive", stdin=b"").stdout


@pytest.mark.parametrize(
    ("answers", "names", "rejected"),
    [
        pytest.param(b"y\ny\n", [("Marie Curie", ("Mary Curi",))], (), id="yes and yes"),
        pytest.param(b"s\n", [], (), id="skip"),
        pytest.param(b"q\n", [], (), id="quit"),
        pytest.param(b"", [], (), id="the end of the input"),
        pytest.param(b"n\n", [], ("Marie Curie",), id="no name"),
    ],
)
def test_answers(
    bare: Corpus,
    tmp_path: Path,
    answers: bytes,
    names: list[tuple[str, tuple[str, ...]]],
    rejected: tuple[str, ...],
) -> None:
    (tmp_path / "glossary.toml").write_text("# ours\n")
    assert bare("names", "discover", "raw", "--interactive", stdin=answers).exit_code == 0
    found = glossary(tmp_path)
    assert [(name.canonical, name.variants) for name in found.names] == names
    assert found.rejected.names == rejected
    assert (tmp_path / "glossary.toml").read_text().startswith("# ours\n")


def test_single_decisions(small: Corpus, tmp_path: Path) -> None:
    assert small("names", "accept", "Mary Somerville", "mary somervil").exit_code == 0
    assert small("names", "accept", "Exalys", "--kind", "organisation").exit_code == 0
    assert small("names", "reject", "Bonjour").exit_code == 0
    assert small("names", "reject", "Mary Somerville", "Mary Sommer", "Mary Summer").exit_code == 0
    assert small("names", "rename", "Exalys", "Exalis").exit_code == 0
    found = glossary(tmp_path)
    assert [(n.canonical, n.kind, n.variants) for n in found.names] == [
        ("Ada Lovelace", "", ("ada lovelass",)),
        ("Mary Somerville", "", ("mary somervil",)),
        ("Exalis", "organisation", ("Exalys",)),
    ]
    assert found.rejected.names == ("Bonjour",)
    assert len(found.rejected.pairs) == 2


PLACE = '[[name]]\ncanonical = "Gravlin"\nkind = "place"  # on the coast\nvariants = ["Gravelin"]\n'


@pytest.mark.parametrize(
    ("args", "said", "kind"),
    [
        pytest.param(
            ["Gravlin", "--kind", "organisation"],
            "Gravlin: kind 'organisation' now, before 'place'\n", "organisation",
            id="another kind",
        ),
        pytest.param(
            ["Gravlin", "--kind", "place"], "Gravlin: was there so already\n", "place", id="same"
        ),
        pytest.param(
            ["gravlin", "gravelin"], "gravlin, gravelin: was there so already\n", "place",
            id="a spelling that is there",
        ),
        pytest.param(
            ["Gravlin", "--kind", "plaec"],
            "corpus: --kind: there is no kind 'plaec'; did you mean 'place'?\n", "place",
            id="no kind",
        ),
        pytest.param(
            ["Gravelin"], "first 'corpus names reject \"Gravlin\" \"Gravelin\"'\n", "place",
            id="what stands for another",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_name_that_is_there(
    small: Corpus, tmp_path: Path, args: list[str], said: str, kind: str
) -> None:
    (tmp_path / "glossary.toml").write_text(PLACE)
    done = small("names", "accept", *args)
    assert done.stderr.endswith(said), done.stderr
    assert done.exit_code == (2 if done.stderr.startswith("corpus: ") else 0)
    assert (tmp_path / "glossary.toml").read_text() == PLACE.replace('"place"', f'"{kind}"')


@pytest.mark.parametrize(
    ("args", "value"),
    [
        pytest.param(
            ["accept", "Exalys", "exalis"],
            {"accepted": {"canonical": "Exalys", "kind": "", "variants": ["exalis"]}}, id="accept",
        ),
        pytest.param(
            ["accept", "Ada Lovelace", "--kind", "work"],
            {"accepted": {"canonical": "Ada Lovelace", "kind": "work", "variants": []}}, id="kind",
        ),
        pytest.param(
            ["reject", "Bonjour"],
            {"rejected": {"canonical": "Bonjour", "variants": []}}, id="reject",
        ),
        pytest.param(
            ["rename", "Ada Lovelace", "Ada King"],
            {"renamed": {"old": "Ada Lovelace", "new": "Ada King"}}, id="rename",
        ),
    ],
)  # fmt: skip
def test_a_decision_is_json_too(small: Corpus, args: list[str], value: dict[str, object]) -> None:
    done = small("names", *args, "--json")
    head = {"format": f"corpus names {args[0]}", "version": 2}
    assert json.loads(done.stdout) == {**head, "file": "glossary.toml", **value}
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["discover"], "cleaned: there is no such folder; run", id="nothing cleaned"),
        pytest.param(
            ["discover", "nowhere"],
            "nowhere: there is no such folder, here or in cleaned",
            id="no folder",
        ),
        pytest.param(["discover", "glossary.toml"], "not a folder", id="a file"),
        pytest.param(
            ["check", "gare.txt"],
            "gare.txt: there is no such folder, here or in cleaned",
            id="no text",
        ),
        pytest.param(["discover", "raw", "--from", "ja"], "cannot be told", id="a language"),
        pytest.param(["accept"], PROPOSAL, id="no proposal"),
        pytest.param(["accept", "Ada", "--kind", "persn"], "did you mean 'person'?", id="a kind"),
        pytest.param(["accept", "Ida", "ada lovelass"], "both have", id="somebody else's"),
        pytest.param(["rename", "Ida", "Ada"], "there is no name 'Ida'", id="rename nobody"),
        pytest.param(["accept", "…"], "needs a letter", id="no letter"),
    ],
)
def test_wrong_use_is_one_line(small: Corpus, tmp_path: Path, args: list[str], said: str) -> None:
    before = (tmp_path / "glossary.toml").read_bytes()
    done = small("names", *args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "glossary.toml").read_bytes() == before


def test_one_text_or_a_part_is_checked_by_the_name_of_every_report(
    small: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "raw/sud").mkdir()
    (tmp_path / "raw/sud/port.txt").write_text("Le port de Nice plaît à ada lovelass.\n")
    small("run", "-q")

    def documents(*places: str) -> list[str]:
        found = json.loads(small("names", "check", *places, "--json").stdout)
        assert found["names"][0]["open"] == 0  # the English is found
        return [one["document"] for one in found["documents"]]

    assert documents("gare.txt") == documents("cleaned/gare.txt") == ["gare.txt"]
    assert documents("sud") == documents("sud/port.txt") == ["sud/port.txt"]
    assert documents("cleaned/sud", "translated/sud") == ["sud/port.txt"]
    assert documents("cleaned/gare.txt", "translated/gare.txt") == ["gare.txt"]


def test_a_proposal_taken_over_keeps_the_spelling_of_the_english(
    corpus: Corpus, tmp_path: Path
) -> None:
    """Names that stay as they are, and one that English spells otherwise."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "corpus.toml").write_text("")
    (tmp_path / "raw/a.txt").write_text(
        "Le soir, Soazig Kerbrat dirige le quatuor de Chostakovitch à la salle Pleyel.\n\n"
        "La piscine de Salzinnes rouvre lundi, selon Hervé Tanguy, de Porsmeur.\n",
        encoding="utf-8",
    )
    corpus("run", "-q")
    assert "Shostakovich" in (tmp_path / "translated/a.txt").read_text(encoding="utf-8")
    for command in (["names", "discover"], ["names", "accept"], ["run", "-q"]):
        assert corpus(*command).exit_code == 0
    assert len(glossary(tmp_path).names) > 3
    english = (tmp_path / "translated/a.txt").read_text(encoding="utf-8")
    for name in ("Shostakovich", "Soazig Kerbrat", "Salzinnes", "Hervé Tanguy", "Porsmeur"):
        assert name in english
