"""The translation memory: shared, kept apart by model, exchanged with other tools."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import CorpusWarning, UsageError
from translate.mt.held import protected
from translate.mt.memory import EngineId, Memory, Stats
from translate.mt.memory.tmx import export_tmx, forget_tmx, import_tmx, read_tmx
from translate.mt.terms import Term
from translate.mt.units import Rendering, Unit

MODEL = EngineId("fr", "en", "model 1 beam 4")
RAIN = Unit("Il pleut.")
SENTENCES = (
    st.text(alphabet="aé <&\"' .", min_size=1, max_size=9)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
# What a memory holds as it stands: of "....." it holds a symbol, which is carried past the model.
SOURCES = SENTENCES.filter(lambda text: not any(protected(text)))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.db")


def test_what_is_kept_is_given_back(memory: Memory) -> None:
    outcome = Rendering("It rains.", -0.25, ("quotes: odd",), ("Ada",))
    memory.put(MODEL, [(RAIN, outcome)])
    assert memory.get(MODEL, [RAIN, Unit("Il neige.")]) == [outcome, None]


@pytest.mark.parametrize(
    "model, unit",
    [
        pytest.param(EngineId("fr", "en", "model 2 beam 4"), RAIN, id="another model"),
        pytest.param(EngineId("fr", "de", MODEL.signature), RAIN, id="another language"),
        pytest.param(MODEL, Unit("Il pleut"), id="another text"),
        pytest.param(MODEL, Unit("Il pleut.", (Term("Il", "He", "Il"),)), id="other names"),
    ],
)
def test_what_differs_is_not_found(memory: Memory, model: EngineId, unit: Unit) -> None:
    memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    assert memory.get(model, [unit]) == [None]


def test_many_units_at_once(memory: Memory) -> None:
    units = [Unit(f"Phrase {n}.") for n in range(3000)]
    memory.put(MODEL, [(unit, Rendering(unit.text, 0)) for unit in units])
    assert [found.english for found in memory.get(MODEL, units) if found] == [
        unit.text for unit in units
    ]
    assert memory.stats().models == {MODEL.signature: 3000}


WRITER = """
import sys
from pathlib import Path
from translate.mt.memory import Memory, EngineId, Stats
from translate.mt.units import Unit
from translate.mt.units import Rendering
with Memory(Path(sys.argv[1])) as memory:
    for n in range(40):
        unit = Unit(f"{sys.argv[2]} {n}")
        memory.put(EngineId("fr", "en", "m"), [(unit, Rendering("x", 0))])
"""


def test_what_is_kept_can_be_forgotten(memory: Memory) -> None:
    wind = ("Il vente.", "It blows.")
    assert memory.clear() == memory.prune("m") == memory.forget("fr", "en", [wind]) == 0
    snow = Unit("Il neige.")
    other = EngineId("fr", "en", "another model")
    for model in (MODEL, other):
        memory.put(model, [(unit, Rendering("x", 0)) for unit in (RAIN, snow)])
    assert memory.take("fr", "en", [(wind[0], "Windy."), wind]) == 1  # the last one stays
    assert memory.prune(MODEL.signature) == 2
    assert memory.get(other, [snow]) == memory.get(other, [RAIN]) == [None]
    assert memory.clear(imported_only=True) == 1
    assert memory.clear() == 2
    assert memory.stats().models == {}


def test_what_an_engine_made_in_any_english_is_not_pruned(memory: Memory) -> None:
    for said in ("m 1 beam 4 en-US", "m 1 beam 4 en-GB", "m 1 beam 4", "m 1 beam 40 en-US", "m 2"):
        memory.put(EngineId("fr", "en", said), [(RAIN, Rendering("x", 0))])
    assert memory.prune("m 1 beam 4") == 2
    assert set(memory.stats().models) == {"m 1 beam 4 en-US", "m 1 beam 4 en-GB", "m 1 beam 4"}


def test_an_import_is_forgotten_and_nothing_else(memory: Memory) -> None:
    memory.put(MODEL, [(RAIN, Rendering("He rains.", 0))])
    first = [(RAIN.text, "It is raining."), ("Il vente.", "It blows.")]
    memory.take("fr", "en", first)
    memory.take("fr", "en", [("Il vente.", "The wind blows.")])  # of another file, since
    memory.take("de", "en", first)
    assert memory.forget("fr", "en", first) == 1
    assert memory.get(MODEL, [RAIN]) == [Rendering("He rains.", 0)]
    assert memory.sentences("fr", "en") == {"Il vente.": "The wind blows."}
    assert memory.sentences("de", "en") == dict(first)


def test_processes_share_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Memory(path) as memory:
        assert memory.stats().models == {"m": 80}


def test_another_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes. " * 1000)
    with pytest.raises(UsageError, match="not a translation memory"):
        Memory(path).stats()
    assert path.read_text() == "Notes. " * 1000


def test_asking_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "memory.db"
    with Memory(path) as memory:
        assert memory.get(MODEL, [RAIN]) == [None]
        assert memory.stats() == Stats({}, 0)
        assert memory.imported("fr", "en") == ""
        assert list(memory.pairs("fr", "en")) == []
        assert not path.parent.exists()
        memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    assert path.exists()


def test_a_damaged_memory_is_moved_aside_and_another_begun(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with Memory(path) as memory:
        memory.put(MODEL, [(Unit(f"Phrase {n}."), Rendering("x" * 50, 0)) for n in range(500)])
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)
    with Memory(path) as memory:
        with pytest.warns(CorpusWarning, match=r"damaged .* moved to .*memory\.db\.damaged"):
            assert memory.stats().models == {}
        memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
        assert memory.stats().models == {MODEL.signature: 1}
    assert path.with_name("memory.db.damaged").read_bytes() == data


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE account (name)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(UsageError, match="another program"), Memory(path) as memory:
        memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    assert path.read_bytes() == before


ASKED: dict[str, Callable[[Memory], object]] = {
    "import": lambda memory: memory.take("fr", "en", [("Il neige.", "Snow.")]),
    "forget": lambda memory: memory.forget("fr", "en", [("Il neige.", "Snow.")]),
    "clear": lambda memory: memory.clear(),
    "prune": lambda memory: memory.prune("another"),
}


def test_a_memory_that_may_only_be_read_is_read_and_nothing_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "memory.db"
    with Memory(path) as memory:
        memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.warns(CorpusWarning, match="may only be read"), Memory(path) as memory:
        memory.put(MODEL, [(Unit("Il neige."), Rendering("It snows.", 0))])
        found = memory.get(MODEL, [RAIN, Unit("Il neige.")])
        for change in ASKED.values():
            with pytest.raises(UsageError, match="may only be read: nothing was changed"):
                change(memory)
    assert [o and o.english for o in found] == ["It rains.", None]


def test_the_users_own_memory_is_done_without_where_it_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").touch()  # a file stands where the folder should be
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.warns(CorpusWarning, match="done without"), Memory() as memory:
        memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
        with pytest.raises(UsageError, match=r"cannot be made .*: nothing was changed"):
            memory.take("fr", "en", [("Il neige.", "Snow.")])
    with pytest.raises(UsageError), Memory(tmp_path / "corpus/memory.db") as named:
        named.put(MODEL, [(RAIN, Rendering("It rains.", 0))])


def test_nobody_else_reads_a_memory(memory: Memory) -> None:
    memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    assert memory.path.stat().st_mode & 0o077 == 0


def test_an_export_that_fails_leaves_the_file_before_it(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.put(MODEL, [(RAIN, Rendering("It rains.", 0))])
    file = tmp_path / "memory.tmx"
    export_tmx(memory, file, "fr", "en")
    before = file.read_text()

    def full(*_: str) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("translate.mt.memory.tmx.variant", full)
    with pytest.raises(UsageError, match="cannot be written"):
        export_tmx(memory, file, "fr", "en")
    assert file.read_text() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "tmx" in path.name) == ["memory.tmx"]


def test_an_export_goes_to_plain_files_only(memory: Memory, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a plain file"):
        export_tmx(memory, tmp_path, "fr", "en")


INLINE = {
    "highlighted": 'The <hi type="bold">mill</hi> still turns.',
    "highlighted twice over": "The <hi>old <hi>mill</hi></hi> still turns.",
    "codes around": "The <bpt i='1'>[b]</bpt>mill<ept i='1'>[/b]</ept> still turns.",
    "a code alone": "The mill<it pos='begin'>[i]</it> still<ph>[br]</ph> turns.",
}


@pytest.mark.parametrize("english", INLINE.values(), ids=INLINE)
def test_inline_marks_of_other_tools(tmp_path: Path, english: str) -> None:
    file = tmp_path / "cat.tmx"
    file.write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>Le moulin.</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{english}</seg></tuv></tu></body></tmx>'
    )
    [found] = read_tmx(file)
    assert found["en"].replace("old ", "") == "The mill still turns."


REMARKS = {
    "an address that is missing": (
        ("Voir  https://a.fr !", "See this!"),
        ("Voir https://a.fr !", "See this!"),
        "1 of its units taken as they stand, lack .* copied: unit 1 \\('https://a.fr'\\)",
    ),
    "dots": (("Fin .....", "The end"), ("Fin .....", "The end"), "unit 1 \\('.....'\\)"),
    "more than there are symbols for": (
        (" ".join(f"@a{n}" for n in range(11)),) * 2,
        (" ".join(f"@a{n}" for n in range(11)),) * 2,
        "unit 1 \\('@a10'\\)",
    ),
    "a place beside an address": (
        ('<ph x="1"/> et @moi', '<ph x="1"/> and @moi'),
        None,
        "passed over, do not fit .*unit 1",
    ),
    "no English": (("Il pleut.", ""), None, "without a text in fr and one in en: unit 1 .has fr"),
}


@pytest.mark.parametrize(("unit", "taken", "told"), REMARKS.values(), ids=REMARKS)
def test_what_of_a_tmx_is_not_taken_as_it_is_is_told_with_its_place(
    memory: Memory,
    tmp_path: Path,
    unit: tuple[str, str],
    taken: tuple[str, str] | None,
    told: str,
) -> None:
    file = tmp_path / "a.tmx"
    both = zip(("fr", "en"), unit, strict=True)
    said = "".join(f'<tuv xml:lang="{one}"><seg>{text}</seg></tuv>' for one, text in both)
    file.write_text(f'<tmx version="1.4"><body><tu>{said}</tu></body></tmx>')
    with pytest.warns(CorpusWarning, match=told):
        assert import_tmx(memory, file, "fr", "en") == (taken is not None)
    assert memory.sentences("fr", "en") == dict([taken] if taken else [])
    assert forget_tmx(memory, file, "fr", "en") == (taken is not None)


@given(st.dictionaries(SOURCES, SENTENCES, max_size=6))
def test_tmx_out_and_back_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, pairs: dict[str, str]
) -> None:
    place = tmp_path_factory.mktemp("tmx")
    with Memory(place / "a.db") as first, Memory(place / "b.db") as second:
        first.take("fr", "en", pairs.items())
        for number, memory in enumerate((first, second)):
            export_tmx(memory, place / f"{number}.tmx", "fr", "en")
            if memory is first:
                import_tmx(second, place / "0.tmx", "fr", "en")
    assert (place / "0.tmx").read_bytes() == (place / "1.tmx").read_bytes()


def test_tmx_there_and_back(memory: Memory, tmp_path: Path) -> None:
    unit = Unit("Voir ⟦0⟧ & < b")
    memory.put(MODEL, [(unit, Rendering("See ⟦0⟧ & < b", -1)), (RAIN, Rendering("It rains.", 0))])
    file = tmp_path / "memory.tmx"
    assert export_tmx(memory, file, "fr", "en") == 2
    with Memory(tmp_path / "other.db") as other:
        assert import_tmx(other, file, "fr", "en") == 2
        other_model = EngineId("fr", "en", "another model")
        assert [o and o.english for o in other.get(other_model, [unit, RAIN])] == [
            "See ⟦0⟧ & < b",
            "It rains.",
        ]
        with pytest.warns(CorpusWarning, match="2 of its units passed over, without a text in de"):
            assert import_tmx(other, file, "de", "en") == 0


def test_what_the_model_said_is_nobodys_correction(memory: Memory, tmp_path: Path) -> None:
    snow = Unit("Il neige.")
    memory.put(MODEL, [(RAIN, Rendering("It rains.", 0)), (snow, Rendering("He snows.", 0))])
    file, corrected = tmp_path / "all.tmx", tmp_path / "corrected.tmx"
    export_tmx(memory, file, "fr", "en")
    with pytest.warns(CorpusWarning, match="2 of its units passed over, say what the model says"):
        assert import_tmx(memory, file, "fr", "en") == 0
    corrected.write_text(file.read_text("utf-8").replace("He snows", "It snows"), "utf-8")
    with pytest.warns(CorpusWarning, match="1 of its units passed over"):
        assert import_tmx(memory, corrected, "fr", "en") == 1
    assert memory.sentences("fr", "en") == {"Il neige.": "It snows."}
    with pytest.warns(CorpusWarning, match="1 of its units passed over"):  # the model's again
        assert import_tmx(memory, file, "fr", "en") == 1
    assert memory.sentences("fr", "en") == {"Il neige.": "He snows."}


def test_what_a_translator_wrote_goes_before_the_model(memory: Memory, tmp_path: Path) -> None:
    memory.put(MODEL, [(RAIN, Rendering("He rains.", 0))])
    file = tmp_path / "hand.tmx"
    file.write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="FR-fr"><seg>Il pleut.</seg></tuv>'
        '<tuv xml:lang="en-GB"><seg>It is raining.</seg></tuv></tu></body></tmx>'
    )
    import_tmx(memory, file, "fr", "en")
    assert [o and o.english for o in memory.get(MODEL, [RAIN])] == ["It is raining."]
    assert forget_tmx(memory, file, "fr", "en") == 1
    assert memory.get(MODEL, [RAIN]) == [Rendering("He rains.", 0)]
    assert memory.imported("fr", "en") == ""


def test_what_a_translator_wrote_outlives_a_change_of_the_program(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = Unit("Le ⟦0⟧ dort.", names=(("⟦0⟧", "chat", "cat"),))
    memory.put(MODEL, [(RAIN, Rendering("He rains.", 0)), (named, Rendering("⟦0⟧ sleeps.", 0))])
    memory.take("fr", "en", [(RAIN.text, "It rains."), ("Le chat dort.", "The cat is asleep.")])
    monkeypatch.setattr("translate.provenance.code", lambda *_: "another")
    found = memory.get(MODEL, [RAIN, named])
    assert [one and one.english for one in found] == ["It rains.", "The cat is asleep."]
    memory.take("fr", "en", [(RAIN.text, "It is raining.")])
    assert [one and one.english for one in memory.get(MODEL, [RAIN])] == ["It is raining."]
    assert memory.sentences("fr", "en")[RAIN.text] == "It is raining."
    assert memory.clear(imported_only=True) == 2
    assert memory.get(MODEL, [RAIN, named]) == [None, None]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>'


@pytest.mark.parametrize(
    "content", ["", "<tmx", "plain text", BOMB], ids=["empty", "cut", "text", "entities"]
)
def test_what_is_not_tmx_is_refused(memory: Memory, tmp_path: Path, content: str) -> None:
    file = tmp_path / "bad.tmx"
    file.write_text(content)
    with pytest.raises(UsageError, match="not TMX"):
        import_tmx(memory, file, "fr", "en")
