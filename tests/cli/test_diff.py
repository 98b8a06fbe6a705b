"""corpus diff: its forms, filters, exit codes, any two places, a person's changes, a pager."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Corpus
from tests.cli.terminal import at_terminal
from translate.show.diff.changes import schema

SHARED = "Partager cet article"


def texts(folder: Path, **files: str) -> None:
    """Write texts into a new folder."""
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_a_change_by_hand_leaves_the_rules_of_all_others(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    text = tmp_path / "cleaned/gare.txt"
    text.write_text(text.read_text("utf-8").replace("lundi", "mardi"), encoding="utf-8")
    shown = small("diff", "--json", "--file", "gare.txt").stdout
    told = [(c["old"].strip(), c["new"], c["kind"]) for c in json.loads(shown)["changes"]]
    assert told == [("lundi", "mardi", "by-hand"), (SHARED, "", "share")]


def test_a_change_of_the_raw_text_leaves_them_too(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    text = tmp_path / "raw/gare.txt"
    text.write_text(text.read_text("utf-8").replace("lundi", "mardi"), encoding="utf-8")
    done = small("diff", "--json", "--file", "gare.txt")
    told = [(c["old"].strip(), c["new"], c["kind"]) for c in json.loads(done.stdout)["changes"]]
    assert told == [("mardi", "lundi", "unrecorded"), (SHARED, "", "share")]
    assert "the raw text is not the one that was cleaned" in done.stderr


def test_changes_of_both_leave_the_rules_that_still_fit(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    raw, text = (tmp_path / place / "gare.txt" for place in ("raw", "cleaned"))
    raw.write_text(f"Mise à jour ce soir.\n\n{raw.read_text('utf-8')}", encoding="utf-8")
    text.write_text(text.read_text("utf-8").replace("lundi", "mardi"), encoding="utf-8")
    done = small("diff", "--json", "--file", "gare.txt")
    told = [(c["old"].strip(), c["new"], c["kind"]) for c in json.loads(done.stdout)["changes"]]
    hand = [("Mise à jour ce soir.", "", "by-hand"), ("lundi", "mardi", "by-hand")]
    assert told == [*hand, (SHARED, "", "share")]
    assert "both texts were changed since it was cleaned" in done.stderr


def test_two_results_changed_by_hand_are_no_raw_text(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    for word in ("mardi", "jeudi"):
        text = tmp_path / "cleaned/gare.txt"
        text.write_text(text.read_text("utf-8").replace("lundi", word), encoding="utf-8")
        shutil.copytree(tmp_path / "cleaned", tmp_path / word)
        text.write_text(text.read_text("utf-8").replace(word, "lundi"), encoding="utf-8")
    for other, code in (("mardi", 0), ("jeudi", 1)):
        shutil.copytree(tmp_path / "mardi", tmp_path / f"to-{other}")
        done = small("diff", f"to-{other}", other)
        assert done.exit_code == code
        assert done.stderr == "gare.txt: was changed by hand since it was cleaned\n"


def test_what_a_person_put_back_is_no_difference(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    (tmp_path / "cleaned/gare.txt").write_bytes((tmp_path / "raw/gare.txt").read_bytes())
    done = small("diff", "raw/gare.txt", "cleaned/gare.txt")
    assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        pytest.param("with", "without", (f"\n{SHARED}", "", "share"), id="a rule more"),
        pytest.param("without", "with", ("", f"\n{SHARED}", "share"), id="a rule less"),
    ],
)
def test_between_two_results_each_change_has_the_rule_that_one_of_them_made(
    small: Corpus, old: str, new: str, change: tuple[str, str, str]
) -> None:
    small("clean", "raw", "with", "--off", "share")
    small("clean", "raw", "without")
    done = small("diff", old, new, "--json", "--file", "gare.txt")
    [told] = json.loads(done.stdout)["changes"]
    assert (told["old"].rstrip(), told["new"].rstrip(), told["kind"]) == change
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("options", "shown", "code"),
    [
        pytest.param(["--kind", "share"], True, 1, id="its kind"),
        pytest.param(["--kind", "cookie"], False, 0, id="another kind: nothing differs"),
        pytest.param(["--rule", "fr.share.*"], True, 1, id="its rule"),
        pytest.param(["--rule", "fr.menu.*"], False, 0, id="another rule"),
        pytest.param(["--rule", "repair.letter"], False, 0, id="a repair that was not needed"),
        pytest.param(["--hide", "share"], False, 0, id="its kind is hidden"),
        pytest.param(["--hide", "repair"], True, 1, id="another kind is hidden"),
        pytest.param(["--hide", "fr.share.*"], False, 0, id="its rule is hidden"),
        pytest.param(["--file", "g*.txt"], True, 1, id="its name"),
        pytest.param(["--file", "lac.txt"], False, 0, id="another name"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--stat"], ["--json"]])
def test_filters(
    small: Corpus, form: list[str], options: list[str], shown: bool, code: int
) -> None:
    small("clean")
    done = small("diff", *form, *options)
    assert done.exit_code == code
    word = "gare.txt  " if form == ["--stat"] else SHARED
    assert (word in done.stdout) == shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--kind", "shar"], "did you mean 'share'?", id="no such kind"),
        pytest.param(["--rule", "fr.share.cal"], "mean 'fr.share.call'?", id="no such rule"),
        pytest.param(["--rule", "xyzzy"], "corpus rules list", id="no rule like it"),
        pytest.param(["--hide", "fr.shore.*"], "there is no rule", id="no such rule to hide"),
        pytest.param(["--hide", "repairs"], "did you mean 'repair'?", id="nothing to hide"),
        pytest.param(
            ["--format", "patch", "--kind", "share"], "only --file", id="half a patch"
        ),
        pytest.param(["--format", "json", "--stat"], "choose one", id="numbers in JSON"),
        pytest.param(["--file", "garre*"], "no text of raw is so named", id="no such name"),
        pytest.param(["nowhere.txt"], "no such file or folder", id="no such text"),
        pytest.param(["raw", "nowhere"], "no such file or folder", id="nothing there"),
        pytest.param(
            ["raw/lac.txt", "missing.txt"],
            "missing.txt: there is no such file or folder, here or in raw:",
            id="nothing to compare with",
        ),
        pytest.param(["missing", "missing"], "missing: there is no such", id="nothing twice"),
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_2(small: Corpus, options: list[str], said: str) -> None:
    small("clean")
    done = small("diff", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("raw/2024/mars/gare.txt", id="a text as it lies"),
        pytest.param("2024/mars/gare.txt", id="as every report names it"),
        pytest.param("raw/2024", id="a folder of the texts"),
        pytest.param("2024/mars", id="as it stands in the names"),
    ],
)
def test_a_part_of_the_texts_is_compared_with_that_part_of_the_results(
    small: Corpus, tmp_path: Path, place: str
) -> None:
    (tmp_path / "raw/2024/mars").mkdir(parents=True)
    (tmp_path / "raw/gare.txt").rename(tmp_path / "raw/2024/mars/gare.txt")
    small("clean")
    done = small("diff", place, "--stat")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.splitlines()[1].split() == ["2024/mars/gare.txt", "3", "0", "0", "0"]
    assert "1 text differs" in done.stdout


def test_trouble_is_exit_code_2_and_stops_nothing(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    (tmp_path / "cleaned/lac.txt").unlink()
    (tmp_path / "cleaned/lac.txt").mkdir()
    done = small("diff")
    assert done.exit_code == 2
    assert SHARED in done.stdout
    assert "lac.txt: " in done.stderr


@pytest.mark.parametrize("place", ["raw/gare.txt", "raw", "cleaned/gare.txt", "cleaned", "note"])
def test_what_is_compared_with_itself_is_no_different(
    small: Corpus, tmp_path: Path, place: str
) -> None:
    (tmp_path / "note").write_text("Un mot.\n")
    small("clean")
    (tmp_path / "cleaned/gare.txt").write_text("À la main.\n")
    for other in (place, tmp_path / place):
        done = small("diff", place, other)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_any_two_folders(corpus: Corpus, tmp_path: Path) -> None:
    texts(tmp_path / "a", same="Un.\n", other="Le chat dort sur le lit.\n", gone="Rien.\n")
    texts(tmp_path / "b", same="Un.\n", other="Le chien dort sur le lit.\n", come="Tout.\n")
    done = corpus("diff", "a", "b")
    assert done.exit_code == 1
    assert done.stdout == "other.txt\n    1 ~ Le [-chat-]{+chien+} dort sur le lit.\n\n"
    assert "gone.txt: stands in a but not in b" in done.stderr
    assert "come.txt: stands in b but not in a" in done.stderr
    assert corpus("diff", "a", "b", "--file", "same.txt").exit_code == 0
    assert corpus("diff", "a/other.txt", "b/come.txt").exit_code == 1


def test_a_result_of_before_is_not_said_to_be_uncleaned(small: Corpus, tmp_path: Path) -> None:
    small("clean", "raw", "before")
    small("clean", "raw/lac.txt")
    done = small("diff", "before", "cleaned", "--stat")
    assert done.stderr == "gare.txt: stands in before but not in cleaned\n"
    assert "gare.txt: has not been cleaned" in small("diff").stderr


def test_letters_in_other_bytes_are_a_difference(corpus: Corpus, tmp_path: Path) -> None:
    texts(tmp_path / "a", ete="Un été déjà loin, et l’hiver près de nous.\n")
    (tmp_path / "b").mkdir()
    text = (tmp_path / "a/ete.txt").read_text("utf-8")
    (tmp_path / "b/ete.txt").write_bytes(text.encode("cp1252"))
    done = corpus("diff", "b", "a")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the same text in another encoding" in done.stderr
    assert corpus("diff", "b", "a", "--format", "patch").stdout_bytes.endswith(text.encode())


@pytest.mark.parametrize(
    ("places", "said"),
    [
        pytest.param(("a.txt", "b.txt"), "", id="two files"),
        pytest.param(("gare.txt", "lac.txt"), "", id="two texts, by their names"),
        pytest.param(
            ("a.txt", "cleaned/lac.txt"),
            "a.txt: cleaned/lac.txt was made of another text; compared word by word",
            id="a file, and the result of another",
        ),
        pytest.param(("a.txt", "raw"), "a.txt: there is none in raw", id="a file, and a folder"),
    ],
)
def test_any_two_files_are_compared(
    small: Corpus, tmp_path: Path, places: tuple[str, str], said: str
) -> None:
    small("clean")
    (tmp_path / "a.txt").write_text("Le lac a fondu.\n")
    (tmp_path / "b.txt").write_text("Le lac a gelé.\n")
    done = small("diff", *places)
    assert (done.exit_code, done.stderr.strip()) == (1, said)
    assert ("1 " in done.stdout) == ("none" not in said)


def test_json_is_as_the_schema_says(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    corpus("clean", raw)
    (tmp_path / "cleaned/mojibake.txt").unlink()
    lines = corpus("diff", "--format", "json", raw).stdout.splitlines()
    assert lines == corpus("diff", "--json", raw).stdout.splitlines()
    assert len(lines) == len(list(raw.glob("*.txt")))
    jsonschema.Draft202012Validator.check_schema(schema())
    for line in lines:
        jsonschema.validate(json.loads(line), schema())


def test_the_patch_makes_raw_texts_clean(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    corpus("clean", raw)
    given = corpus("diff", "--format", "patch", raw).stdout_bytes
    for text in raw.glob("*.txt"):
        (tmp_path / text.name).write_bytes(text.read_bytes())
    subprocess.run(["patch", "-p1", "-s"], input=given, cwd=tmp_path, check=True)
    for text in raw.glob("*.txt"):
        cleaned = (tmp_path / "cleaned" / text.name).read_bytes()
        assert (tmp_path / text.name).read_bytes() == cleaned


EVIL = "Un texte\x1b[2J assez long pour qu’un terminal de soixante colonnes le plie.\n"


@pytest.mark.parametrize(
    ("variables", "colours", "first"),
    [
        pytest.param({"PAGER": ""}, True, "", id="no pager"),
        pytest.param({"PAGER": "cat"}, True, "", id="cat is none"),
        pytest.param({"PAGER": "", "NO_COLOR": "1"}, False, "", id="no colours wanted"),
        pytest.param({"PAGER": "", "TERM": "dumb"}, False, "", id="no colours known"),
        pytest.param({"PAGER": "sed 's/^/> /'"}, True, "> ", id="through a pager"),
        pytest.param({"PAGER": "not-there-at-all"}, True, "", id="a pager that is not there"),
    ],
)
def test_at_a_terminal(
    tmp_path: Path, variables: dict[str, str], colours: bool, first: str
) -> None:
    texts(tmp_path / "a", un=EVIL)
    texts(tmp_path / "b", un=EVIL.replace("soixante", "vingt"))
    shown = at_terminal(tmp_path, "diff", "a", "b", **variables)
    lines = shown.splitlines()
    assert lines[0].startswith(first)
    assert ("\x1b[31m" in shown) == colours
    assert "\x1b[2J" not in shown
    plain = shown.replace("\x1b[m", "").replace("\x1b[1m", "")
    for code in ("2", "31", "32"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert "␛[2J" in plain
    assert max(len(line.removeprefix(first)) for line in plain.splitlines()[:-1]) <= 60


def test_a_pager_that_is_closed_early_ends_it_quietly(tmp_path: Path) -> None:
    texts(tmp_path / "a", un="".join(f"La ligne {n} de ce texte.\n" for n in range(20_000)))
    texts(tmp_path / "b", un="Rien.\n")
    shown = at_terminal(tmp_path, "diff", "a", "b", PAGER="head -n 1")
    assert shown.splitlines()[:1] == ["\x1b[1mun.txt\x1b[m"]
    assert "Traceback" not in shown


@pytest.mark.parametrize("form", ["patch", "json"])
def test_no_form_drives_the_terminal(tmp_path: Path, form: str) -> None:
    texts(tmp_path / "a", un="Un \x1b[2J \x9b2J \u202e texte.\n")
    texts(tmp_path / "b", un="Un autre \x1b[2J \x9b2J \u202e texte.\n")
    shown = at_terminal(tmp_path, "diff", "a", "b", "--format", form)
    assert not set("\x1b\x9b\u202e") & set(shown)
