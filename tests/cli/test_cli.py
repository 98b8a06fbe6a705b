"""The command as a user types it: results, reports and exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from translate import clean_folder, config
from translate.folders import batch
from translate.folders import files as folders

Corpus = Callable[..., Result]
PROJECT = Path(__file__).parents[2]
HEAVY = ("argostranslate", "ctranslate2", "ftfy", "langdetect", "re2", "rich", "sentencepiece")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def names(folder: Path) -> list[str]:
    return list(folders.find(folder, config.Config().include))


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from translate.cli import main; main(['--help'], standalone_mode=False);"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize("group", [[], ["names"], ["rules"], ["models"], ["memory"]])
def test_no_list_of_commands_breaks_off_a_sentence(corpus: Corpus, group: list[str]) -> None:
    said = corpus(*group, "--help").output
    assert "Commands:" in said and "..." not in said.partition("Commands:")[2]


@pytest.mark.parametrize("asked", [["--help"], ["rules", "list"]])
def test_an_output_that_is_full_is_told_with_its_remedy(asked: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "translate", *asked]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=PROJECT
        )
    assert done.returncode == 2
    assert done.stderr == (
        "corpus: standard output: No space left on device: make room, or name another place, and "
        "run again\n"
    )


@pytest.mark.parametrize("asked", [["run"], ["diff"], ["rules", "explain", "raw/a.txt"]])
def test_a_console_that_cannot_show_a_sign_shows_its_number(
    tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Le mot “سلام” veut dire paix  .\n", "utf-8")
    clean_folder(tmp_path / "raw", tmp_path / "cleaned")
    done = subprocess.run(
        [sys.executable, "-m", "translate", *asked],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=False,
    )
    said = (done.stdout + done.stderr).decode("cp1252")
    assert "Traceback" not in said
    assert "\\u0633" in said or asked == ["run"]


def test_a_folder_goes_through_and_comes_back(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    done = corpus("run", raw)
    assert done.exit_code == 0, done.output
    assert f"Translated {len(names(raw))} texts" in done.stdout
    for folder in ("cleaned", "translated"):
        assert names(tmp_path / folder) == names(raw)
    assert corpus("restore").exit_code == 0
    assert tree(tmp_path / "restored") == tree(raw)
    again = corpus("run", raw)
    assert again.stdout.count(f"({len(names(raw))} unchanged)") == 2


def test_the_results_in_the_project_are_up_to_date(
    corpus: Corpus, raw: Path, tmp_path: Path
) -> None:
    assert corpus("clean", raw).exit_code == 0
    assert tree(tmp_path / "cleaned") == tree(PROJECT / "cleaned")


def test_the_translations_in_the_project_are_up_to_date() -> None:
    """By their signatures: another processor may round, and so word, a sentence otherwise."""
    code = "from translate.cli import main; main(['translate', '--dry-run', '--json'])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    statuses = {t["document"]: t["status"] for t in json.loads(done.stdout)["translated"]}
    assert statuses == dict.fromkeys(names(PROJECT / "raw"), "unchanged")


def test_cleaning_cleaned_texts_changes_nothing(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    corpus("clean", raw, "one")
    corpus("clean", "one", "two")
    for name in names(raw):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


def test_the_number_of_workers_changes_no_byte(
    corpus: Corpus, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus("clean", "--jobs", 1, raw, "one")
    monkeypatch.setattr(batch, "SMALL", 0)
    corpus("clean", "--jobs", 3, raw, "three")
    assert tree(tmp_path / "three") == tree(tmp_path / "one")


def test_paragraphs_and_blank_lines_are_kept_one_to_one(
    corpus: Corpus, raw: Path, tmp_path: Path
) -> None:
    corpus("run", raw)
    for name in names(raw):
        before, after = (
            [bool(line.strip()) for line in (tmp_path / f / name).read_text("utf-8").split("\n")]
            for f in ("cleaned", "translated")
        )
        assert before == after, name


def test_diff_names_the_rule_of_each_change(corpus: Corpus, raw: Path) -> None:
    corpus("clean", raw)
    done = corpus("diff", raw / "presse-article.txt", "cleaned/presse-article.txt")
    assert done.exit_code == 1
    assert "Partage" in done.stdout
    assert "fr.share" in done.stdout


def test_diff_of_a_clean_text_is_silent(corpus: Corpus, raw: Path) -> None:
    corpus("clean", raw)
    done = corpus("diff", raw / "article-propre.txt", "cleaned/article-propre.txt")
    assert (done.exit_code, done.output) == (0, "")


def test_diff_shows_what_a_hand_changed(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    corpus("clean", raw)
    text = tmp_path / "cleaned/article-propre.txt"
    text.write_text(text.read_text("utf-8").replace("Marie Curie", "Madame Curie", 1), "utf-8")
    done = corpus("diff", raw / text.name, text)
    assert done.exit_code == 1
    assert "[-Marie-]{+Madame+}" in done.stdout
    assert "was changed by hand since it was cleaned" in done.stderr


def test_diff_as_json_can_be_read_line_by_line(corpus: Corpus, raw: Path) -> None:
    corpus("clean", raw)
    lines = corpus("diff", "--json", raw).stdout.splitlines()
    differences = [json.loads(line) for line in lines]
    assert [d["document"] for d in differences] == names(raw)
    assert all(c["rule"] for d in differences for c in d["changes"])


def test_a_pipe_gives_the_clean_text_and_nothing_else(corpus: Corpus) -> None:
    done = corpus("clean", "-", stdin="Un texte déjÃ\xa0 lu.\n\nPartager cet article :\n".encode())
    assert done.exit_code == 0
    assert done.stdout == "Un texte déjà lu.\n"


def test_a_pipe_translates(corpus: Corpus) -> None:
    done = corpus("translate", "-", stdin=b"Le chat dort.\n\nLe chien mange.\n")
    assert done.exit_code == 0
    lines = done.stdout.split("\n")
    assert (len(lines), lines[1]) == (4, "")
    assert "cat" in lines[0]
    assert "dog" in lines[2]


def test_a_bad_document_is_reported_and_the_others_are_done(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "raw/b.txt").write_text("Un texte court, mais un texte.\n")
    done = corpus("run")
    assert done.exit_code == 1
    assert "a.txt" in done.stderr
    assert names(tmp_path / "cleaned") == names(tmp_path / "translated") == ["b.txt"]


def test_a_document_in_another_language_is_kept_skipped_or_failed(
    corpus: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "raw").mkdir()
    english = "The women who programmed the machine were not even invited to the dinner.\n"
    (tmp_path / "raw/a.txt").write_text(english)
    skipped = corpus("clean", "--on-other-language", "skip")
    failed = corpus("clean", "--on-other-language", "fail")
    assert (skipped.exit_code, failed.exit_code) == (1, 1)
    assert not (tmp_path / "cleaned").exists()
    kept = corpus("clean")
    assert kept.exit_code == 0
    again = corpus("clean")  # what needs a look does so until it is seen to
    for done in (skipped.stderr, failed.stderr, kept.stdout, again.stdout):
        assert "a.txt: looks like 'en', not 'fr'" in done
    assert (tmp_path / "cleaned/a.txt").read_text() == english


def test_a_text_of_which_nothing_is_left_is_pointed_out(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Partager cet article :\n\nPartager sur Facebook\n")
    said = corpus("clean").stdout
    assert "a.txt: nothing is left of it" in said
    assert "left alone" not in said  # no repair was in question
    assert corpus("restore").exit_code == 0


def test_a_cleaned_text_changed_by_hand_is_left_alone(
    corpus: Corpus, raw: Path, tmp_path: Path
) -> None:
    corpus("clean", raw)
    text = tmp_path / "cleaned/article-propre.txt"
    text.write_text("Mon travail.\n")
    done = corpus("clean", raw)
    assert done.exit_code == 1
    assert "was changed since it was made" in done.stderr
    assert text.read_text() == "Mon travail.\n"


def test_a_dry_run_writes_nothing(corpus: Corpus, raw: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    assert corpus("run", "--dry-run", raw).exit_code == 0
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        pytest.param(["clean", "nowhere"], "no such file or folder", id="no folder"),
        pytest.param(["run"], "raw: there is no such", id="no raw/ here"),
        pytest.param(["clean", "--config", "x.toml"], "x.toml: cannot be read", id="no settings"),
        pytest.param(
            ["translate", "--glossary", "g.toml"], "g.toml: cannot be read", id="no glossary"
        ),
        pytest.param(["translate", "--to", "fr"], "are both 'fr'", id="one language"),
        pytest.param(["clean", "--off", "nonsense"], "no rule or kind", id="an unknown rule"),
        pytest.param(["clean", "--keep", "("], "keep (under [clean]", id="a broken pattern"),
        pytest.param(["translate", "--model", "nowhere"], "nowhere", id="no model"),
        pytest.param(["diff"], "no such file or folder", id="nothing cleaned"),
        pytest.param(["restore"], "no such file or folder", id="nothing to restore"),
        *(
            pytest.param(args, "many.jsonl: is read by clean, translate and run only", id=args[0])
            for args in (
                ["diff", "many.jsonl"],
                ["restore", "many.jsonl", "out"],
                ["report", "many.jsonl"],
                ["review", "many.jsonl"],
                ["status", "many.jsonl"],
                ["names", "discover", "many.jsonl"],
                ["rules", "explain", "many.jsonl"],
            )
        ),
    ],
)
def test_wrong_use_is_told_in_one_line(corpus: Corpus, args: list[str], complaint: str) -> None:
    if args[0] in ("clean", "translate") and args[1] != "nowhere":
        Path("raw").mkdir()
        Path("cleaned").mkdir()
        for folder in ("raw", "cleaned"):
            Path(folder, "a.txt").write_text("Un texte.\n")
    Path("many.jsonl").write_text('{"text": "Un texte."}\n')
    done = corpus(*args)
    assert done.exit_code == 2, done.output
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
