"""Glossaries of other programs: what is read from them, and out and back is the same."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.config import Config
from translate.errors import UsageError
from translate.folders.exchanging import import_names
from translate.names.editing import accepted
from translate.names.exchange import FORMATS, format_of
from translate.names.exchange.entries import Taken, taken
from translate.names.glossary import KINDS, Glossary, Name
from translate.names.spelling import key

EMPTY = Glossary()


def read(tmp_path: Path, name: str, text: str, form: str = "") -> Taken:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return format_of(file, form).read(file, EMPTY)


SPELLINGS = (
    st.text(alphabet="aéZ '’=+-@|\\\";,&<>#\t9", min_size=1, max_size=8)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: bool(key(s)))
)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    given = draw(st.lists(SPELLINGS, max_size=8, unique_by=key))
    names = []
    while given:
        variants = tuple(given.pop() for _ in range(draw(st.integers(0, 2))) if len(given) > 1)
        canonical = given.pop()
        kind = draw(st.sampled_from([*KINDS, "" if not canonical.islower() else "person"]))
        noun = kind == "term" and canonical.islower()
        target, target_plural = draw(SPELLINGS), draw(st.just("") | SPELLINGS) if noun else ""
        wanted = {key(target), key(target_plural)}  # of what must stand nothing is forbidden
        forbidden = draw(st.lists(SPELLINGS, max_size=2, unique=True))
        names.append(
            Name(
                canonical,
                kind,
                variants,
                target=target,
                note=draw(st.just("") | SPELLINGS),
                plural=draw(st.just("") | SPELLINGS) if noun else "",
                target_plural=target_plural,
                gloss=draw(st.just("") | SPELLINGS),
                forbidden=tuple(one for one in forbidden if key(one) not in wanted),
            )
        )
    return Glossary(tuple(names))


@pytest.mark.parametrize("form", ["csv", "tsv", "tbx"])
@given(glossary=glossaries())
def test_out_and_back_is_the_same(
    form: str, glossary: Glossary, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("exchange") / f"g.{form}"
    text, left_out = FORMATS[form].write(glossary)
    file.write_text(text, encoding="utf-8")
    back = FORMATS[form].read(file, EMPTY)
    assert (back.names, back.left_out, left_out) == (glossary.names, (), [])


@pytest.mark.parametrize("form", ["omegat", "deepl"])
@given(glossary=glossaries())
def test_pairs_out_and_back_are_the_same(
    form: str, glossary: Glossary, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("exchange") / "g"
    text, left_out = FORMATS[form].write(glossary)
    file.write_text(text, encoding="utf-8")
    back = {(name.canonical, name.target) for name in FORMATS[form].read(file, EMPTY).names}
    every = {(s, n.target) for n in glossary.names for s in (n.canonical, *n.variants)}
    assert back <= every
    assert len(every) - len(back) <= len(left_out) + text.count("\n#") + text.startswith("#")


@pytest.mark.parametrize("form", ["omegat", "deepl"])
def test_what_pairs_have_no_place_for_is_said(form: str) -> None:
    cadre = Name("cadre", "term", target="executive", forbidden=("frame",))
    assert FORMATS[form].write(Glossary((cadre,)))[1] == ["'cadre': 'forbidden' has no place"]


@pytest.mark.parametrize("form", ["csv", "tsv"])
@given(glossary=glossaries())
def test_no_cell_is_a_formula(form: str, glossary: Glossary) -> None:
    text, _ = FORMATS[form].write(glossary)
    rows = csv.reader(io.StringIO(text), delimiter="," if form == "csv" else "\t")
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


@given(glossaries())
def test_what_is_written_to_the_glossary_is_read_again(glossary: Glossary) -> None:
    assert Glossary.parse(accepted("", glossary.names)).names == glossary.names


CADRE = Name("cadre", "term", target="executive")


@pytest.mark.parametrize(
    ("name", "form", "text", "names"),
    [
        pytest.param("a.csv", "", "cadre,executive\n", [CADRE], id="two columns"),
        pytest.param("a.csv", "", "cadre;executive\n", [CADRE], id="semicolons of a spreadsheet"),
        pytest.param(
            "a.csv", "", "\ufeffSource,Target\ncadre,executive\n", [CADRE], id="a head, a mark"
        ),
        pytest.param(
            "a.csv", "", "fr;en-GB;pos\ncadre;executive;noun\n", [CADRE], id="languages as a head"
        ),
        pytest.param(
            "a.tsv", "", "English\tFrench\nexecutive\tcadre\n", [CADRE], id="the English first"
        ),
        pytest.param(
            "a.csv",
            "",
            "Nr;Terme français;Traduction;Remarque\n7;cadre;executive;\n",
            [CADRE],
            id="heads in French, a number before",
        ),
        pytest.param(
            "a.csv",
            "",
            "Source,Cible,Type\nAda Lovelace,Ada Lovelace,personne\ncadre,executive,pluriel\n",
            [Name("Ada Lovelace", "person"), CADRE],
            id="kinds in words of others",
        ),
        pytest.param(
            "a.csv", "", "Français,French\n", [Name("Français", target="French")],
            id="languages as a pair, no head",
        ),
        pytest.param(
            "a.csv", "", "source,spring\n", [Name("source", "term", target="spring")],
            id="a term that might be a head",
        ),
        pytest.param(
            "a.csv",
            "deepl",
            'cadre,executive,FR,EN\n"Nations, les",Nations,fr,en-GB\nhaus,house,de,en\n',
            [CADRE, Name("Nations, les", target="Nations")],
            id="languages beside each pair",
        ),
        pytest.param(
            "a.tsv",
            "",
            "cadre\texecutive\tof a firm\n",
            [Name("cadre", "term", target="executive", note="of a firm")],
            id="a comment",
        ),
        pytest.param(
            "a.txt",
            "",
            "# Our terms\ncadre\texecutive\n\nRome\tRome\tthe town\n",
            [CADRE, Name("Rome", note="the town")],
            id="OmegaT",
        ),
        pytest.param(
            "a.tbx",
            "",
            '<martif type="TBX"><text><body><termEntry>'
            '<langSet xml:lang="en"><tig><term>frame</term>'
            '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>'
            "<tig><term>executive</term></tig></langSet>"
            '<langSet xml:lang="fr-FR"><tig><term>cadre</term></tig></langSet></termEntry>'
            '<termEntry><langSet xml:lang="de"><tig><term>Haus</term></tig></langSet></termEntry>'
            "</body></text></martif>",
            [Name("cadre", "term", target="executive", forbidden=("frame",))],
            id="TBX of 2008",
        ),
    ],
)  # fmt: skip
def test_what_others_write_is_read(
    tmp_path: Path, name: str, form: str, text: str, names: list[Name]
) -> None:
    assert list(read(tmp_path, name, text, form).names) == names


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "cadre\n", "two columns are needed"),
        ("a.csv", '"cadre,executive\n', "not a table"),
        ("a.tbx", "<tbx>", "not XML"),
        ("a.tbx", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "defines entities"),
        ("a.tbx", '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/hosts">]><a>&b;</a>', "defines entities"),
        ("a.xlsx", "x", "its suffix is that of no format"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(tmp_path, name, text)


def test_a_column_that_may_be_the_english_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "terme,sens,note\ncadre,executive,\n")
    assert "column 'sens' is none of" in found.left_out[0]


def test_what_cannot_be_a_name_is_left_out() -> None:
    found = taken([("row 1", {"canonical": "…"}), ("row 2", {"canonical": "Ada"})])
    assert [name.canonical for name in found.names] == ["Ada"]
    assert "which has no letter" in found.left_out[0]


def test_an_import_keeps_what_is_there(tmp_path: Path) -> None:
    glossary, file = tmp_path / "glossary.toml", tmp_path / "a.csv"
    glossary.write_text('# Ours.\n[[name]]\ncanonical = "cadre"  # of a firm\nkind = "term"\n')
    before = glossary.read_text()
    file.write_text("cadre,executive\nbail,lease\n")
    done = import_names(file, Config(glossary=glossary))
    assert (done.count, len(done.left_out)) == (1, 1)
    assert "'cadre' stands in" in done.left_out[0]
    assert glossary.read_text().startswith(before)
    assert Glossary.load(glossary).names[1] == Name("bail", "term", target="lease")
    assert import_names(file, Config(glossary=glossary)).count == 0


def test_a_glossary_is_begun_beside_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus.toml").touch()
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.csv").write_text("bail,lease\n")
    monkeypatch.chdir(tmp_path / "raw")
    import_names(Path("a.csv"), Config())
    assert Glossary.load(tmp_path / "glossary.toml").names[0].canonical == "bail"
