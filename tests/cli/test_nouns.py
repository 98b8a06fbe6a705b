"""rules, names, models, memory, eval and doctor: their output, their JSON, their exit codes."""

import json
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from click.testing import Result

from translate.mt.doctor import Finding
from translate.mt.engines.packages import EMBEDDED
from translate.mt.memory.tmx import read_tmx

Corpus = Callable[..., Result]
RULE = """[[rule]]
id = "sign"
kind = "own"
pattern = "signe"
about = "a signature"
examples = ["{}"]
lookalikes = ["Il signe la lettre."]
"""


def test_rules_are_listed_with_pattern_and_examples(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(RULE.format("Signe"))
    lines = corpus("rules", "list", "--rules", "mine.toml").stdout.splitlines()
    at = lines.index("mine.sign  own  line  a signature")
    assert lines[at + 1 : at + 4] == ["    signe", "    + 'Signe'", "    - 'Il signe la lettre.'"]


def test_rules_that_are_off_are_marked(corpus: Corpus) -> None:
    heads = corpus("rules", "list", "--off", "share").stdout.splitlines()
    assert any(line.startswith("fr.share.call  share  line  off") for line in heads)
    value = json.loads(corpus("rules", "list", "--off", "share", "--json").stdout)["rules"]
    used = {rule["rule"]: rule["used"] for rule in value}
    assert not used["fr.share.call"]
    assert used["fr.menu.head"]
    call = next(rule for rule in value if rule["rule"] == "fr.share.call")
    assert call["pattern"]
    assert call["examples"]
    assert call["lookalikes"]
    assert call["place"].endswith(tuple("0123456789"))


def test_rules_explain_tells_the_fate_of_each_line(small: Corpus) -> None:
    done = small("rules", "explain", "raw/gare.txt")
    assert done.exit_code == 0
    assert done.stdout == small("rules", "explain", "gare.txt").stdout
    lines = done.stdout.splitlines()
    assert lines[0] == "    1  kept     La gare rouvre"
    assert lines[2] == "    5  removed  Partager cet article"
    assert lines[3].strip().startswith("fr.share.call (")
    told = json.loads(small("rules", "explain", "--json", "raw/gare.txt").stdout)["lines"]
    assert [(line["line"], line["fate"]) for line in told] == [
        (1, "kept"),
        (3, "kept"),
        (5, "removed"),
    ]
    folder, none = (small("rules", "explain", place) for place in ("raw", "nowhere.txt"))
    assert (folder.exit_code, none.exit_code) == (2, 2)
    assert "raw: is a folder; name a text of it" in folder.stderr
    assert "nowhere.txt: there is no such file, here or in raw" in none.stderr


def test_rules_explain_honours_what_was_decided_of_a_text_in_a_folder(
    small: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "raw/inner").mkdir()
    (tmp_path / "raw/inner/gare.txt").write_bytes((tmp_path / "raw/gare.txt").read_bytes())
    assert small("keep", "--at", "raw/inner/gare.txt:5").exit_code == 0
    for name, fate in (("inner/gare.txt", "kept"), ("gare.txt", "removed")):
        assert f"    5  {fate:<8} Partager cet article" in small("rules", "explain", name).stdout


@pytest.mark.parametrize(("example", "faults"), [("Signe", 0), ("Autre", 1)])
def test_rules_test_is_zero_only_without_a_fault(
    corpus: Corpus, tmp_path: Path, example: str, faults: int
) -> None:
    (tmp_path / "mine.toml").write_text(RULE.format(example))
    done = corpus("rules", "test", "mine.toml")
    assert done.exit_code == faults
    assert done.stdout.endswith(f"rules, {faults} faults\n")
    assert len(done.stderr.splitlines()) == faults
    value = json.loads(corpus("rules", "test", "--json", "mine.toml").stdout)
    assert len(value["faults"]) == faults
    assert value["rules"] > 100


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("shar", "mine.toml:1: rule 'mine.sign' has the kind 'shar'; did you mean 'share'?"),
        ("shares-of-mine", ""),
        ("own", ""),
    ],
)
def test_rules_test_tells_a_kind_that_is_misspelt(
    corpus: Corpus, tmp_path: Path, kind: str, fault: str
) -> None:
    text = RULE.format("Signé").replace('"own"', f'"{kind}"').replace('"signe"', '"signe?|signé"')
    (tmp_path / "mine.toml").write_text(text)
    done = corpus("rules", "test", "mine.toml")
    assert (done.exit_code, done.stderr.strip()) == (int(bool(fault)), fault)


def test_the_built_in_rules_have_no_fault(corpus: Corpus) -> None:
    assert corpus("rules", "test").exit_code == 0


def test_names_check_is_zero_only_when_every_name_is_right(small: Corpus, tmp_path: Path) -> None:
    small("run")
    done = small("names", "check")
    assert done.exit_code == 0, done.output
    assert "2 texts, 1 name\n" in done.stdout
    assert "ada lovelass 1" in done.stdout
    text = tmp_path / "translated/gare.txt"
    for name, fault in (("ada lovelass", "variants_left"), ("somebody", "failed")):
        text.write_text(
            text.read_text().replace("Ada Lovelace", name).replace("ada lovelass", name)
        )
        assert small("names", "check").exit_code == 1
        done = small("names", "check", "--json")
        assert done.exit_code == 1
        value = json.loads(done.stdout)
        assert value[fault] == 1
        assert value["documents"][0]["faults"][0]["canonical"] == "Ada Lovelace"
    assert "gare.txt:3: failed Ada Lovelace" in small("names", "check").stdout


def test_names_check_of_a_part_passes_over_its_own_gone_texts(
    small: Corpus, tmp_path: Path
) -> None:
    for place in ("raw/gare.txt", "raw/sub/gare.txt"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("Selon ada lovelass, le train est parti.\n")
    small("clean")
    (tmp_path / "raw/gare.txt").unlink()
    assert "1 text, 1 name\n" in small("names", "check", "cleaned/sub", "translated/sub").stdout
    (tmp_path / "raw/sub/gare.txt").unlink()
    assert "0 texts, 0 names" in small("names", "check", "cleaned/sub", "translated/sub").stdout


def test_names_need_a_glossary_and_a_folder(small: Corpus, tmp_path: Path) -> None:
    assert small("names", "check").exit_code == 2  # nothing cleaned
    (tmp_path / "corpus.toml").write_text("")
    (tmp_path / "glossary.toml").unlink()
    done = small("names", "check", "raw")
    assert done.exit_code == 2
    assert "no glossary" in done.stderr


def test_the_embedded_model_is_listed_and_works(corpus: Corpus) -> None:
    done = corpus("models", "list")
    assert done.exit_code == 0
    [line] = done.stdout.splitlines()
    assert line.split()[:4] == ["*", "fr_en", "fr", "en"]
    [model] = json.loads(corpus("models", "list", "--json").stdout)["models"]
    assert model["used"]
    assert model["origin"] == "embedded"
    assert corpus("models", "verify").stdout == "works: fr_en (fr to en)\n"
    value = json.loads(corpus("models", "verify", "fr_en", "--json").stdout)
    assert (value["model"], value["from"], value["to"], value["status"]) == (
        "fr_en",
        "fr",
        "en",
        "works",
    )
    assert corpus("models", "verify", "-q").output == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["verify", "none"], "none", id="verify"),
        pytest.param(["remove", "none"], "'none' is installed; none is", id="remove"),
        pytest.param(["use", "none"], "no model 'none'; known: fr_en", id="use"),
        pytest.param(["use", "fr_em"], "did you mean 'fr_en'?", id="use one nearly so named"),
        pytest.param(["install", "none.argosmodel"], "no such file", id="install"),
        pytest.param(["fetch", "fr", "en", "--index", "file:///none"], "index", id="fetch"),
    ],
)
def test_a_model_that_is_not_there_is_told(corpus: Corpus, args: list[str], said: str) -> None:
    done = corpus("models", *args, "-q")
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_model_is_installed_used_and_removed(corpus: Corpus, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "m.argosmodel", "w") as package:
        for path in sorted((EMBEDDED / "fr_en").rglob("*")):
            package.write(path, Path("fr_en") / path.relative_to(EMBEDDED / "fr_en"))
    done = corpus("models", "install", "m.argosmodel")
    assert done.exit_code == 0, done.output
    name = done.stdout.split()[1]
    assert done.stdout == f"installed: {name} (fr to en)\n"
    assert corpus("models", "use", "fr_en").stdout == "in use: fr_en (fr to en)\n"
    listed = json.loads(corpus("models", "list", "--json").stdout)["models"]
    used = {one["model"]: one["used"] for one in listed}
    assert used == {"fr_en": True, name: False}
    assert corpus("models", "remove", name).stdout == f"removed: {name} (fr to en)\n"
    assert len(corpus("models", "list").stdout.splitlines()) == 1


def test_the_memory_is_counted_exported_and_imported(small: Corpus) -> None:
    small("run", "-q")
    stats = json.loads(small("memory", "stats", "--json").stdout)
    assert list(stats["models"].values()) == [3]
    assert stats["bytes"] > 0
    lines = small("memory", "stats").stdout.splitlines()
    assert lines[0].startswith(stats["file"])
    assert lines[1].split()[0] == "3"
    assert small("memory", "prune").stdout == "0 sentences forgotten\n"  # the model is in use
    assert small("memory", "export", "memory.tmx").stdout == "3 sentences written to memory.tmx\n"
    assert json.loads(small("memory", "export", "--json", "memory.tmx").stdout)["sentences"] == 3
    assert small("memory", "export", "-q", "memory.tmx").output == ""
    again = small("memory", "import", "memory.tmx")  # what the model said is nobody's correction
    assert again.stdout == "0 sentences taken from memory.tmx\n"
    assert "3 of its units passed over, say what the model says" in again.stderr
    assert small("memory", "clear").stdout == "3 sentences forgotten\n"
    assert small("memory", "import", "memory.tmx").stdout == "3 sentences taken from memory.tmx\n"
    small("run", "-q", "--force")
    Path("memory.tmx").write_text("checked by hand")
    assert "is there already" in small("memory", "export", "memory.tmx").stderr
    assert Path("memory.tmx").read_text() == "checked by hand"
    forgotten = "3 sentences forgotten, 3 of them imported\n"
    assert small("memory", "clear").stdout == forgotten
    assert small("memory", "clear", "--imported").stdout == "0 sentences forgotten\n"
    assert small("memory", "import", "none.tmx").exit_code == 2
    assert "ends in .tmx, or in .xlf" in small("memory", "export", "memory.xlif").stderr
    assert not Path("memory.xlif").exists()


def test_the_memory_goes_out_with_the_sentences_of_the_texts(small: Corpus) -> None:
    small("run", "-q")
    assert small("memory", "export", "memory.tmx").stdout == "3 sentences written to memory.tmx\n"
    units = list(read_tmx(Path("memory.tmx")))
    [gare] = [one for one in units if "village rouvre" in one["fr"]]
    assert gare["fr"] == "Selon ada lovelass, la gare du village rouvre lundi matin."
    assert gare["en"] in Path("translated/gare.txt").read_text()
    again = small("memory", "import", "memory.tmx")  # nobody's correction
    assert again.stdout == "0 sentences taken from memory.tmx\n"
    Path("memory.tmx").write_text(Path("memory.tmx").read_text().replace(gare["en"], "It is open."))
    assert small("memory", "import", "memory.tmx").stdout == "1 sentence taken from memory.tmx\n"
    small("run", "-q")
    assert "It is open." in Path("translated/gare.txt").read_text()
    Path("cleaned/gare.txt").unlink()
    Path("translated/gare.txt.sentences.json").write_text("{")  # a damaged record tells nothing
    Path("memory.tmx").unlink()
    assert small("memory", "export", "memory.tmx").exit_code == 0


def test_sentences_go_out_for_review_and_come_back_corrected(small: Corpus) -> None:
    small("run", "-q")
    assert small("memory", "export", "a.xlf").stdout == "3 sentences written to a.xlf\n"
    assert small("memory", "import", "a.xlf").stdout == "0 sentences taken from a.xlf\n"
    file = Path("a.xlf")
    target = re.search(r"(?<=<target xml:space=\"preserve\">)[^<]*station[^<]*", file.read_text())
    assert target
    file.write_text(file.read_text().replace(target[0], "The depot is back."))
    assert small("memory", "import", "a.xlf").stdout == "1 sentence taken from a.xlf\n"
    corrected = file.read_text()
    assert small("memory", "export", "a.xlf").exit_code == 2
    assert file.read_text() == corrected
    small("run", "-q")
    assert "The depot is back." in Path("translated/gare.txt").read_text()
    small("memory", "forget", "a.xlf", "-q")
    small("run", "-q")
    assert "The depot is back." not in Path("translated/gare.txt").read_text()


def test_a_glossary_goes_out_and_comes_in(small: Corpus) -> None:
    assert small("names", "export", "g.tbx").stdout == "1 name written to g.tbx\n"
    before = Path("glossary.toml").read_text()
    assert small("names", "import", "g.tbx").stdout == "0 names added to glossary.toml\n"
    Path("more.csv").write_text("cadre,executive\n=1,x\n…,y\n", encoding="utf-8")
    planned = small("names", "import", "more.csv", "--dry-run").stdout
    assert planned == "2 names to add to glossary.toml. This was a dry run: nothing was written.\n"
    done = small("names", "import", "more.csv", "--json")
    assert (done.exit_code, json.loads(done.stdout)["names"]) == (1, 2)
    assert "left out: more.csv: row 3" in done.stderr
    assert Path("glossary.toml").read_text().startswith(before)
    assert small("names", "export", "a.xlsx").exit_code == 2
    assert small("names", "export", "more.csv").exit_code == 2


def test_an_evaluation_prints_scores_with_their_signatures(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "fr").write_text("Le chat dort.\nLe chien mange.\n")
    (tmp_path / "en").write_text("The cat sleeps.\nThe dog eats.\n")
    done = corpus("eval", "fr", "en")
    assert done.exit_code == 0, done.output
    bleu, chrf, speed, doubtful, *_ = done.stdout.splitlines()
    assert bleu.startswith("BLEU ")
    assert "nrefs:1" in bleu
    assert chrf.startswith("chrF ")
    assert "nrefs:1" in chrf
    assert speed.startswith("2 sentences in ")
    assert doubtful.endswith("% doubtful")
    value = json.loads(corpus("eval", "--json", "fr", "en").stdout)
    assert value["sentences"] == 2
    assert 0 <= value["bleu"] <= 100


def test_a_check_that_failed_is_counted(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "fr").write_text("Die Katze ist auf dem Bett und schläft ohne 1234 und 99 Lire.\n")
    (tmp_path / "en").write_text("The cat.\n")
    checks = json.loads(corpus("eval", "--json", "fr", "en").stdout)["checks"]
    printed = corpus("eval", "fr", "en").stdout.splitlines()[4:]
    assert [line.split() for line in printed] == [[str(n), name] for name, n in checks.items()]


def test_without_its_extra_an_evaluation_names_it(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fr").write_text("Oui.\n")
    monkeypatch.setitem(sys.modules, "sacrebleu", None)
    done = corpus("eval", "fr", "fr")
    assert done.exit_code == 2
    assert "pip install 'corpus-translate[eval]'" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param(b"\xff\n", "not UTF-8", id="another encoding"),
        pytest.param(b"Un.\nDeux.\n", "1 lines to translate but 2", id="another length"),
    ],
)
def test_wrong_files_to_compare_are_told(
    corpus: Corpus, tmp_path: Path, data: bytes | None, said: str
) -> None:
    (tmp_path / "fr").write_text("Oui.\n")
    if data is not None:
        (tmp_path / "en").write_bytes(data)
    done = corpus("eval", "fr", "en")
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("good", [True, False])
def test_the_doctor_is_zero_only_when_all_is_well(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, good: bool
) -> None:
    findings = [Finding("Python", "3", True), Finding("models", "fr_en", good)]
    monkeypatch.setattr("translate.mt.doctor.examine", lambda *args: iter(findings))
    done = corpus("doctor")
    assert done.exit_code == int(not good)
    assert done.stdout == f"ok   Python: 3\n{'ok ' if good else 'BAD'}  models: fr_en\n"
    assert corpus("doctor", "-q").stdout == ("" if good else "BAD  models: fr_en\n")
    value = json.loads(corpus("doctor", "--json").stdout)["findings"]
    assert value[1] == {"what": "models", "found": "fr_en", "good": good}
    assert corpus("doctor", "--json").exit_code == int(not good)


def test_the_doctor_finds_this_machine_well(corpus: Corpus) -> None:
    done = corpus("doctor")
    assert done.exit_code == 0, done.output
    assert "sockets: none" in done.stdout


@pytest.mark.parametrize(
    ("end", "code", "said"),
    [
        pytest.param(Mock(side_effect=KeyboardInterrupt), 130, "corpus: stopped", id="Ctrl-C"),
        pytest.param(lambda: signal.raise_signal(signal.SIGTERM), 130, "corpus: stopped", id="end"),
        pytest.param(Mock(side_effect=BrokenPipeError), 1, "", id="the reader has gone"),
    ],
)
def test_what_ends_a_command_leaves_no_traceback(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, end: Callable[[], None], code: int, said: str
) -> None:
    monkeypatch.setattr("translate.mt.doctor.examine", lambda *_: end())
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # a closed pipe is replaced; put back after
    done = corpus("doctor")
    assert done.exit_code == code
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.output
