"""clean, translate, run, diff and restore: what they print, their JSON, their exit codes."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from translate.cli.options import Call
from translate.cli.outcomes import progress
from translate.config import Config
from translate.folders.files import EDITS, SENTENCES
from translate.folders.records import record_path

Corpus = Callable[..., Result]


def told(done: Result) -> Any:
    """What the command printed, read as JSON."""
    return json.loads(done.stdout)


def test_a_run_sums_up_both_stages(small: Corpus) -> None:
    done = small("run")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Cleaned 2 texts -> cleaned\n  languages: 2 fr\n")
    assert "Translated 2 texts -> translated\n  3 sentences" in done.stdout
    assert "names of the glossary: 1 kept" in done.stdout
    assert done.stderr == ""


def test_a_run_in_a_folder_of_a_project_says_which_that_is(
    small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "raw"
    monkeypatch.chdir(inner)
    said = f"note: the project is {tmp_path}: this folder has no corpus.toml\n"
    for command in ("run", "clean", "translate"):
        assert small(command).stderr == said
    assert small("clean", "-q").stderr == ""
    assert small("clean", "--config", tmp_path / "corpus.toml").stderr == ""
    (inner / "corpus.toml").touch()
    assert "project" not in small("clean", ".").stderr


def test_a_run_as_json_holds_an_outcome_a_text_and_stage(small: Corpus) -> None:
    done = small("run", "--json")
    value = told(done)
    assert isinstance(value, dict)
    assert [o["document"] for o in value["cleaned"]] == ["gare.txt", "lac.txt"]
    assert [o["status"] for o in value["translated"]] == ["made", "made"]
    assert value["cleaned"][0]["kinds"]["share"] == 1
    assert value["translated"][0]["names"] == {"kept": 1}
    again = told(small("run", "--json"))
    assert isinstance(again, dict)
    statuses = [o["status"] for stage in ("cleaned", "translated") for o in again[stage]]
    assert statuses == ["unchanged"] * 4


def test_a_run_of_one_file_is_of_that_alone(small: Corpus, tmp_path: Path) -> None:
    assert small("run", "raw/lac.txt").exit_code == 0
    for folder in ("cleaned", "translated"):
        assert [p.name for p in (tmp_path / folder).glob("*.txt")] == ["lac.txt"]


def test_without_a_glossary_a_run_says_how_to_begin_one(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text("")
    assert "glossary: glossary.toml\n" in small("run").stdout  # the one beside the texts
    (tmp_path / "glossary.toml").write_text("# none yet\n")
    assert "glossary.toml (no name yet: corpus names discover proposes" in small("run").stdout
    (tmp_path / "glossary.toml").unlink()
    assert "no glossary: corpus names discover proposes one" in small("run").stdout


@pytest.mark.parametrize(
    ("options", "out", "err"),
    [
        pytest.param([], "Cleaned 2 texts -> cleaned", "", id="a summary"),
        pytest.param(["-q"], "", "", id="quiet"),
        pytest.param(["-v"], "Cleaned 2 texts", "made: gare.txt\nmade: lac.txt\n", id="verbose"),
        pytest.param(["--dry-run"], "This was a dry run: nothing was written.", "", id="dry"),
    ],
)
def test_how_much_clean_says(small: Corpus, options: list[str], out: str, err: str) -> None:
    done = small("clean", *options)
    assert done.exit_code == 0
    assert out in done.stdout
    assert bool(done.stdout) == bool(out)
    assert done.stderr == err


def test_failures_are_told_even_when_quiet(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw/bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = small("clean", "-q")
    assert done.exit_code == 1
    assert done.stderr.startswith("failed: ")
    assert "bad.txt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_dry_run_after_a_change_says_what_it_would_do(small: Corpus, tmp_path: Path) -> None:
    small("run")
    (tmp_path / "raw/lac.txt").write_text("Le lac a fondu ce matin, et les enfants nagent.\n")
    value = told(small("run", "--dry-run", "--json"))
    assert isinstance(value, dict)
    for stage in ("cleaned", "translated"):
        assert [o["status"] for o in value[stage]] == ["unchanged", "made"]
    assert small("run", "--dry-run").stdout.startswith(
        "Would have cleaned 1 text, 1 unchanged -> cleaned\n  new or changed: lac.txt\n"
    )
    (tmp_path / "raw/neuf.txt").write_text("Le canal est vide depuis hier soir.\n")
    value = told(small("run", "--dry-run", "--json"))
    assert isinstance(value, dict)
    assert [o["status"] for o in value["translated"]] == ["unchanged", "made", "made"]
    assert "gelé" in (tmp_path / "cleaned/lac.txt").read_text()


def test_a_dry_run_tells_of_work_by_hand_as_a_run_does(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    (tmp_path / "cleaned/lac.txt").write_text("Mon travail.\n")
    done = small("clean", "--dry-run")
    assert done.exit_code == 1
    assert done.stderr.startswith("kept: ")


def test_files_that_are_no_texts_are_named(small: Corpus, tmp_path: Path) -> None:
    for name in ("plan.pdf", "page.html", ".hidden"):
        (tmp_path / "raw" / name).write_text("<p>")
    told = "note: 2 files of raw passed over: page.html, plan.pdf (`include` says"
    for command in ("clean", "status"):
        done = small(command)
        assert (done.exit_code, told in done.stderr) == (0, True)
    assert small("clean", "-q").stderr == ""
    assert "passed over" not in small("clean", "raw/gare.txt").stderr


def test_pipes_and_links_to_folders_are_named(small: Corpus, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "raw/pipe.txt")
    (tmp_path / "raw/link").symlink_to(tmp_path)
    done = small("clean")
    told = "note: raw: passed over, being pipes, devices or links to folders: link, pipe.txt"
    assert (done.exit_code, told in done.stderr) == (0, True)


def test_a_text_goes_by_its_name_whatever_is_wrong(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw/bin.txt").write_bytes(b"\0" * 99)
    (tmp_path / "raw/gone.txt").symlink_to("nowhere")
    said = small("clean").stderr.splitlines()
    remedy = "export it as plain text, or leave it out with `include`"
    assert said[0].startswith("failed: bin.txt: not a text") and said[0].endswith(remedy)
    assert said[1].startswith("failed: gone.txt: cannot be read")
    piped = small("clean", "-", stdin=b"\0" * 99).stderr
    assert piped.strip().endswith("; export it as plain text")


def test_texts_of_one_name_are_counted(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Il pleut."}\n' * 3)
    done = small("clean", "in.jsonl", "-o", "out.jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "  2 texts with the name of one before; a folder refuses them" in done.stdout


def test_results_among_the_texts_are_no_texts(small: Corpus, tmp_path: Path) -> None:
    told = "note: raw: 2 results of this tool among them passed over: out/gare.txt, out/lac.txt"
    assert told not in small("clean", "raw", "raw/out").stderr
    done = small("clean", "--json")
    value = json.loads(done.stdout)
    assert [o["document"] for o in value["cleaned"]] == ["gare.txt", "lac.txt"]
    assert told in done.stderr
    assert not (tmp_path / "cleaned/out").exists()
    named = small("clean", "raw/out/lac.txt", "elsewhere", "--json")  # by its name it is asked for
    assert [o["status"] for o in json.loads(named.stdout)["cleaned"]] == ["made"]


def test_a_line_that_no_rule_takes_is_told_when_it_is_to_be_kept(
    small: Corpus, tmp_path: Path
) -> None:
    assert "no rule takes" not in small("keep", "--at", "gare.txt:1").stderr  # nobody knows yet
    small("clean")
    told = "note: no rule takes this line: it stands in cleaned, too"
    assert told in small("keep", "--at", "raw/gare.txt:1").stderr
    assert told not in small("keep", "--at", "raw/gare.txt:1", "--forget").stderr
    assert told not in small("keep", "--at", "raw/gare.txt:5").stderr
    assert told not in small("keep", "-q", "--at", "raw/gare.txt:1").stderr
    with (tmp_path / "raw/gare.txt").open("a", encoding="utf-8") as text:
        text.write("Une ligne de plus.\n")
    last = (tmp_path / "raw/gare.txt").read_text(encoding="utf-8").count("\n")
    added = small("keep", "--at", f"raw/gare.txt:{last}")  # nobody knows of this one, either
    assert (added.exit_code, told in added.stderr) == (0, False)


@pytest.mark.parametrize("command", ["translate", "restore", "diff"])
def test_what_must_be_done_first_is_said(small: Corpus, command: str) -> None:
    done = small(command)
    assert done.exit_code == 2
    assert done.stderr.endswith(
        "cleaned: there is no such file or folder; run 'corpus clean' first\n"
    )


def test_results_whose_text_is_gone_are_named(small: Corpus, tmp_path: Path) -> None:
    small("run")
    (tmp_path / "raw/lac.txt").unlink()
    assert "note: lac.txt: its raw text is gone" in small("clean").stderr
    (tmp_path / "cleaned/lac.txt").unlink()
    assert "note: lac.txt: its raw text is gone" in small("translate").stderr


def test_many_results_whose_text_is_gone_are_a_line(small: Corpus, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        shutil.copy(tmp_path / "raw/lac.txt", tmp_path / "raw" / name)
    small("clean")
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / "raw" / name).unlink()
    said = (
        "note: 4 results without a raw text: a.txt, b.txt, c.txt and 1 more (the raw text is gone"
    )
    assert small("clean").stderr.count("raw text is gone") == 1
    assert said in small("clean").stderr
    assert small("clean", "-v").stderr.count("its raw text is gone; the result is left") == 4


def test_a_translation_changed_by_hand_is_left_and_told(small: Corpus, tmp_path: Path) -> None:
    small("run")
    (tmp_path / "translated/lac.txt").write_text("My work.\n")
    done = small("translate")
    assert done.exit_code == 1
    assert "kept: " in done.stderr
    assert (tmp_path / "translated/lac.txt").read_text() == "My work.\n"


def test_a_cleaned_text_that_is_no_text_fails_and_the_other_is_translated(
    small: Corpus, tmp_path: Path
) -> None:
    small("clean")
    (tmp_path / "cleaned/bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    record_path(tmp_path / "cleaned/lac.txt", EDITS).write_text("{")
    done = small("translate")
    assert done.exit_code == 1
    assert sorted(line.partition(":")[0] for line in done.stderr.splitlines()) == ["failed"] * 2
    assert [p.name for p in (tmp_path / "translated").glob("*.txt")] == ["gare.txt"]


def test_a_model_that_is_not_there_is_told_before_anything_is_written(
    small: Corpus, tmp_path: Path
) -> None:
    done = small("run", "--model", "nowhere")
    assert done.exit_code == 2
    assert not (tmp_path / "cleaned").exists()


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_diff_is_zero_only_where_nothing_differs(small: Corpus, options: list[str]) -> None:
    small("clean")
    assert small("diff", *options, "raw/lac.txt", "cleaned/lac.txt").exit_code == 0
    assert small("diff", *options).exit_code == 1


def test_diff_tells_what_was_never_cleaned_and_what_is_gone(small: Corpus, tmp_path: Path) -> None:
    small("clean", "raw/lac.txt")
    done = small("diff")
    assert done.exit_code == 1
    assert "gare.txt: has not been cleaned" in done.stderr
    (tmp_path / "raw/lac.txt").unlink()
    assert "lac.txt: stands in cleaned but not in raw" in small("diff").stderr
    assert small("diff", "-q").stderr == ""


def test_restore_counts_the_files(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    assert small("restore", "--dry-run").stdout == "2 of 2 files can be restored to restored\n"
    assert not (tmp_path / "restored").exists()
    done = small("restore")
    assert (done.exit_code, done.stdout) == (0, "2 of 2 files restored to restored\n")
    value = told(small("restore", "--json"))
    assert value["restored"] == [
        {"document": path.name, "status": "made", "message": "", "bytes": path.stat().st_size}
        for path in sorted((tmp_path / "raw").iterdir())
    ]
    assert small("restore", "-q").output == ""


def test_restore_never_replaces_another_file(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    (tmp_path / "restored").mkdir()
    (tmp_path / "restored/lac.txt").write_text("Mon travail.\n")
    done = small("restore")
    assert done.exit_code == 1
    assert "another file stands here" in done.stderr
    assert "1 of 2 files restored" in done.stdout
    assert (tmp_path / "restored/lac.txt").read_text() == "Mon travail.\n"


def test_restore_refuses_a_record_that_leads_elsewhere(small: Corpus, tmp_path: Path) -> None:
    small("clean")
    record = record_path(tmp_path / "cleaned/lac.txt", EDITS)
    record.write_text(record.read_text().replace('"sha256": "', '"sha256": "0'))
    done = small("restore", "cleaned/lac.txt")
    assert done.exit_code == 1
    assert "does not lead back to the raw file" in done.stderr


def test_restore_without_records_says_so(small: Corpus) -> None:
    done = small("restore", "raw")
    assert done.exit_code == 2
    assert "nothing to restore from" in done.stderr


def test_a_pipe_gives_text_and_record_as_json(small: Corpus) -> None:
    text = b"Le chat dort sur le lit.\n\nPartager cet article\n"
    value = told(small("clean", "--json", "-", stdin=text))
    assert isinstance(value, dict)
    assert value["text"] == "Le chat dort sur le lit.\n"
    assert value["facts"]["kinds"] == {"share": 1}
    value = told(small("translate", "--json", "-", stdin=b"Le chat dort sur le lit.\n"))
    assert isinstance(value, dict)
    assert [s["source"] for s in value["sentences"]] == ["Le chat dort sur le lit."]


def test_a_pipe_may_lead_to_a_file_with_its_record(small: Corpus, tmp_path: Path) -> None:
    assert small("clean", "-", "out.txt", stdin=b"Le chat dort sur le lit.\n").stdout == ""
    assert (tmp_path / "out.txt").read_text() == "Le chat dort sur le lit.\n"
    assert record_path(tmp_path / "out.txt", EDITS).exists()
    small("translate", "out.txt", "english.txt")
    assert small("translate", "out.txt", "-").stdout == (tmp_path / "english.txt").read_text()
    assert record_path(tmp_path / "english.txt", SENTENCES).exists()
    small("clean", "--dry-run", "-", "dry.txt", stdin=b"Le chat dort.\n")
    assert not (tmp_path / "dry.txt").exists()


def test_a_pipe_in_another_language_is_noted_or_fails(small: Corpus) -> None:
    english = b"The women who programmed the machine were not even invited to the dinner.\n"
    kept = small("clean", "-", stdin=english)
    assert (kept.exit_code, kept.stdout) == (0, english.decode())
    assert kept.stderr == "note: standard input: looks like 'en', not 'fr'\n"
    assert small("clean", "--on-other-language", "fail", "-", stdin=english).exit_code == 1
    dutch = "De gemeente koopt de oude brug en haalt de slagboom weg, zegt de burgemeester.\n"
    told = (
        "looks like 'nl', not 'fr'; --from nl, or 'nl' among the `languages` of corpus.toml, "
        "cleans it by its own rules; --from nl translates it if there is a model "
        "(corpus models fetch nl en)\n"
    )
    assert small("clean", "-", stdin=dutch.encode()).stderr == f"note: standard input: {told}"


def test_a_page_under_the_name_of_a_text_is_noted(small: Corpus, tmp_path: Path) -> None:
    page = b"<!DOCTYPE html>\n<html><body><p>Le chat dort sur le lit.</p></body></html>\n"
    said = "was taken for a text, but reads as a web page; name it .html and read it with -o"
    done = small("clean", "-", stdin=page)
    assert (done.exit_code, done.stdout) == (0, page.decode())
    assert done.stderr == f"note: standard input: {said}\n"
    (tmp_path / "raw/page.txt").write_bytes(page)
    for _ in ("made", "unchanged"):
        told = small("run")
        assert (told.exit_code, f"page.txt: {said}" in told.stdout) == (0, True)
    rows = small("run", "raw", "-o", "out.jsonl").stdout
    assert "1 text taken for plain text, but reading as a web page; name it" in rows


def test_a_pipe_counts_what_is_doubtful(small: Corpus) -> None:
    done = small("translate", "-", stdin="Die Katze ist auf dem Bett und schläft.\n".encode())
    assert done.exit_code == 0
    first, place, *_ = done.stderr.splitlines()
    assert first == "note: standard input: 1 doubtful sentence (see --json)"
    assert place == "  standard input:1:1: in 'de', not 'fr': kept as it is"
    many = small("translate", "-", stdin="Die Katze schläft auf dem Bett.\n\n".encode() * 5)
    assert many.stderr.count("kept as it is") == 3
    quiet = small(
        "translate", "-q", "-", stdin="Die Katze ist auf dem Bett und schläft.\n".encode()
    )
    assert len(quiet.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["clean", "raw", "-"], "one file is needed", id="a folder to a stream"),
        pytest.param(["clean", "-", "raw"], "is a folder", id="a stream to a folder"),
    ],
)
def test_a_pipe_is_of_one_text(small: Corpus, args: list[str], said: str) -> None:
    done = small(*args, stdin=b"Un texte.\n")
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("option", "said"),
    [
        pytest.param(["--jobs", "-1"], "not a number from 0 to 1024 or auto", id="less than none"),
        pytest.param(["--jobs", "5000"], "not a number from 0 to 1024 or auto", id="too many"),
        pytest.param(["--jobs", "many"], "not a number from 0 to 1024 or auto", id="no number"),
        pytest.param(["--since", "yesterday"], "no date as 2026-01-31", id="no date"),
        pytest.param(["--profile", "wild"], "gentle", id="a profile that is none"),
        pytest.param(["--from", "French"], "--from must be a language code", id="a language"),
        pytest.param(["--from", ""], "--from must be a language code", id="no language"),
    ],
)
def test_a_wrong_option_says_what_is_right(small: Corpus, option: list[str], said: str) -> None:
    done = small("clean", *option)
    assert done.exit_code == 2
    assert said in done.stderr


def test_options_go_before_the_file_and_lists_come_on_top(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[clean]\nprofile = "page"\noff = ["share"]\n')
    assert "Partager" in small("clean", "raw/gare.txt", "-").stdout
    small("clean", "--off", "byline")
    assert "Partager" in (tmp_path / "cleaned/gare.txt").read_text()
    small("clean", "--on", "fr.share.call", "raw", "other")
    assert "Partager" not in (tmp_path / "other/gare.txt").read_text()


def test_progress_is_shown_where_a_person_looks(
    small: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    call = Call(Config(), dry_run=False, json=False, verbose=False, quiet=False)
    for quiet, shown in ((False, True), (True, False)):
        with progress(call._replace(quiet=quiet), "cleaning") as show:
            show(1, 2)
        assert ("cleaning" in capsys.readouterr().err) == shown


def test_a_line_is_kept_dropped_and_corrected_by_a_command(small: Corpus, tmp_path: Path) -> None:
    sentence = "La gare rouvre"
    for decided in (
        ["keep", "--at", "raw/gare.txt:5"],
        ["keep", "--at", "gare.txt:1"],
        ["drop", "^Le lac"],
        ["correct", sentence, "The station opens again"],
    ):
        done = small(*decided)
        assert (done.exit_code, done.stdout) == (0, ""), done.output
        assert "review.toml: corpus run makes it so" in done.stderr
    small("run")
    cleaned = (tmp_path / "cleaned/gare.txt").read_text(encoding="utf-8")
    assert cleaned.endswith("\n\nPartager cet article\n")
    assert (tmp_path / "cleaned/lac.txt").read_text(encoding="utf-8") == ""
    english = (tmp_path / "translated/gare.txt").read_text(encoding="utf-8")
    assert english.startswith("The station opens again\n\n")
    assert small("correct", sentence, "--forget").exit_code == 0
    small("run")
    english = (tmp_path / "translated/gare.txt").read_text(encoding="utf-8")
    assert not english.startswith("The station opens again")


def test_a_part_of_a_sentence_is_told_to_correct_nothing(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw/chat.txt").write_text("Le chat de l’école dort. Il pleut.\n", encoding="utf-8")
    small("run", "-q")
    part = small("correct", "Le chat de l'école", "The cat of the school").stderr
    unknown = small("correct", "Le chien dort.", "The dog sleeps.").stderr
    assert "holds this sentence, so it corrects none" in unknown
    assert "makes it so" not in part + unknown
    assert (
        "a part of a sentence, and corrects nothing; the whole is: Le chat de l’école dort." in part
    )
    for whole in ("Le chat de l'école dort.", "Il pleut."):
        assert "part of" not in small("correct", whole, "It is whole.").stderr


def test_a_file_that_is_no_text_does_not_hide_how_much_a_pattern_takes(
    small: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "raw/a.txt").write_bytes(bytes(range(256)) * 4)
    done = small("drop", "du village")
    assert (done.exit_code, "it matches 2 lines of raw" in done.stderr) == (0, True)


def test_what_was_broken_to_a_width_is_one_line_to_a_pattern(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw/a.txt").write_text(
        "Le pont qui mène au village est fermé depuis\n"
        "hier, parce que la rivière est haute et que\n"
        "personne ne sait où elle ira.\n"
    )
    assert "it matches 1 line of raw" in small("drop", "depuis hier").stderr


@pytest.mark.parametrize(
    ("decided", "note"),
    [
        pytest.param(["drop", "du village"], "it matches 2 lines of raw", id="more than was meant"),
        pytest.param(["keep", "^Publié"], "it matches 0 lines of raw", id="none"),
        pytest.param(["drop", "^"], "it matches 4 lines of raw", id="all but blank ones"),
        pytest.param(["correct", "Elle dort.", "She sleeps."], "holds this", id="no sentence"),
    ],
)
def test_what_a_decision_is_about_is_said_at_once(
    decided: list[str], note: str, small: Corpus
) -> None:
    done = small(*decided)
    assert (done.exit_code, done.stdout) == (0, "")
    assert note in done.stderr
    assert small(*decided[:2], "--forget").stderr.count("\n") == 1


def test_a_sentence_is_corrected_as_it_stands_however_it_is_typed(small: Corpus) -> None:
    small("clean", "-q")
    typed = "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l'aube."
    done = small("correct", typed, "The lake froze.", "--json")
    assert json.loads(done.stdout)["correct"]["source"] == typed.replace("'", "’")
    assert small("correct", typed, "--forget").exit_code == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["keep"], "either a pattern or --at", id="nothing to keep"),
        pytest.param(["keep", "("], "RE2 does not take the pattern '('", id="a pattern"),
        pytest.param(["keep", "--at", "gare.txt"], "write FILE:LINE", id="no line"),
        pytest.param(["keep", "--at", "gare.txt:9"], "there is no such line", id="no such line"),
        pytest.param(["keep", "--at", "gare.txt:2"], "or it is blank", id="a blank line"),
        pytest.param(["keep", "--at", "../../x:1"], "there is no such file", id="no such file"),
        pytest.param(
            ["keep", "--at", "cleaned/a.txt:1"], "name the line of the raw", id="a result"
        ),
        pytest.param(["drop", "a", "--forget"], "no such decision under [[drop]]", id="forget"),
        pytest.param(["correct", "La gare."], "a sentence and its English", id="no English"),
        pytest.param(["correct", "La gare.", " "], "'english' is empty", id="empty English"),
    ],
)
def test_a_wrong_decision_is_one_line(
    args: list[str], said: str, small: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "cleaned").mkdir()
    (tmp_path / "cleaned/a.txt").write_text("La gare.\n")
    done = small(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr and done.stderr.count("\n") <= 2
    assert not (tmp_path / "review.toml").exists()


def test_a_run_names_its_folders_and_makes_again_what_it_is_told(small: Corpus) -> None:
    done = small("run", "--cleaned", "c", "--translated", "t", "--json")
    assert [o["status"] for o in json.loads(done.stdout)["translated"]] == ["made", "made"]
    assert sorted(p.name for p in Path("t").glob("*.txt")) == ["gare.txt", "lac.txt"]
    assert not Path("cleaned").exists()
    again = ("run", "--cleaned", "c", "--translated", "t", "--json")
    for options, status in (((), "unchanged"), (("--force",), "made")):
        value = json.loads(small(*again, *options).stdout)
        both = [*value["cleaned"], *value["translated"]]
        assert {o["status"] for o in both} == {status}
    value = json.loads(small(*again, "--since", "2999-01-01").stdout)
    assert (value["cleaned"], value["translated"]) == ([], [])
    assert small("run", "--since", "soon").exit_code == 2


def test_the_status_tells_what_a_run_would_do(small: Corpus) -> None:
    assert "cleaned: 2 to do" in small("status").stdout
    small("run", "-q")
    done = small("status")
    assert (done.exit_code, "translated: 2 done" in done.stdout) == (0, True)
    Path("raw/lac.txt").write_text("Le lac du village a gelé dans la nuit de mardi.\n")
    value = json.loads(small("status", "--json").stdout)["documents"]
    assert [(t["document"], t["cleaned"], t["done"]) for t in value] == [
        ("gare.txt", "done", True),
        ("lac.txt", "stale", False),
    ]


def test_a_project_has_a_memory_of_its_own(small: Corpus) -> None:
    small("run", "-q")
    assert Path(".corpus/memory.db").is_file()
    assert ".corpus/memory.db" in small("memory", "stats").stdout


def test_what_was_restored_of_a_text_that_is_none_is_told(small: Corpus) -> None:
    entry = 'document = "gara.txt"\nline = 1\ntext = "Facebook"\n'
    Path("review.toml").write_text(f"[[restore]]\n{entry}")
    said = "note: review.toml restores lines of what is no text: gara.txt\n"
    assert said in small("clean").stderr
    Path("review.toml").write_text(f"[[restore]]\n{entry.replace('gara', 'gare')}")
    assert "what is no text" not in small("clean").stderr


WRONG = {
    "a rule in no pack": (["clean", "--off", "nope.rule"], "or --off): no rule or"),
    "no proposal yet": (["names", "accept"], "corpus names discover makes one"),
    "a file for results": (["run", "--translated", "raw/lac.txt"], "name a folder for the results"),
    "pages alone": (["run", "pages"], "name with -o a file of results to read pages"),
}


@pytest.mark.parametrize(("args", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_says_what_to_do(args: list[str], said: str, small: Corpus) -> None:
    Path("pages").mkdir()
    Path("pages/a.html").write_text("<p>Le pont</p>")
    done = small(*args)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_a_pattern_where_there_are_no_texts_says_so(corpus: Corpus) -> None:
    done = corpus("drop", "^Lire aussi")
    assert (done.exit_code, "there is no folder raw here" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        pytest.param("translated", ["elsewhere"], id="the folder"),
        pytest.param("translated/lac.txt", ["elsewhere"], id="one text"),
        pytest.param("translated/lac.txt", ["-"], id="through a pipe"),
    ],
)
def test_english_of_its_own_is_not_translated_again(
    texts: str, options: list[str], small: Corpus, tmp_path: Path
) -> None:
    small("run", "-q")
    done = small("translate", texts, *options)
    said = "is a translation of this tool, in 'en', not 'fr'"
    assert (done.exit_code, said in done.stderr, done.stdout) == (2, True, "")
    assert not (tmp_path / "elsewhere").exists()
    assert small("translate", "--from", "en", "--to", "de", texts, "x").stderr.count(said) == 0


def test_a_text_that_is_english_already_is_told(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("The lake froze overnight, and the children went skating.\n")
    told = small("translate", "en.txt", "elsewhere").stdout
    assert "\n  1 sentence in another language, left as it stands\n" in told


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("diff", "is none of the texts in raw, so nothing in cleaned was made of it; name what to"),
        *((name, "cleaned: holds the results of") for name in ("status", "report", "run", "clean")),
    ],
)
@pytest.mark.parametrize("texts", ["elsewhere", "elsewhere/c.txt", "elsewhere/lac.txt"])
def test_texts_from_elsewhere_are_not_looked_for_among_the_results(
    texts: str, command: str, told: str, small: Corpus, tmp_path: Path
) -> None:
    small("run", "-q")
    (tmp_path / "elsewhere").mkdir()
    for name in ("c.txt", "lac.txt"):
        (tmp_path / "elsewhere" / name).write_text("Le lac a gelé.\n")
    done = small(command, texts)
    assert (done.exit_code, told in done.stderr, done.stdout) == (2, True, "")
    assert sorted(p.name for p in (tmp_path / "cleaned").glob("*.txt")) == ["gare.txt", "lac.txt"]


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("hosts", "hostname"), ("a", "b.txt")])
def test_any_two_files_are_compared_also_outside_a_project(
    names: tuple[str, str], corpus: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "corpus.toml").unlink()
    for name, word in zip(names, ("ouvert", "fermé"), strict=True):
        (tmp_path / name).write_text(f"Le pont est {word}.\n")
    done = corpus("diff", *names)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "Le pont est [-ouvert-]{+fermé+}." in done.stdout


def test_a_correction_of_a_text_changed_by_hand_says_what_to_do(
    small: Corpus, tmp_path: Path
) -> None:
    small("run", "-q")
    english = tmp_path / "translated/gare.txt"
    english.write_text("The station is open again\n", encoding="utf-8")
    said = small("correct", "La gare rouvre", "The station opens again").stderr
    assert "makes it so" not in said
    assert "note: changed by hand, so it stays as it is: " in said
    assert "gare.txt; change it there, too, or delete that text and run 'corpus run'" in said
    english.unlink()
    small("run", "-q")
    assert english.read_text(encoding="utf-8").startswith("The station opens again\n")


@pytest.mark.parametrize(
    ("decision", "in_use"),
    [
        pytest.param(["keep", "--at", "raw/gare.txt:5"], False, id="a line"),
        pytest.param(["keep", "^Partager"], False, id="lines of that text alone"),
        pytest.param(["drop", "gare"], False, id="lines to drop"),
        pytest.param(["drop", "village"], True, id="lines of others, too"),
    ],
)
def test_a_decision_on_a_text_changed_by_hand_says_what_to_do(
    small: Corpus, tmp_path: Path, decision: list[str], in_use: bool
) -> None:
    small("clean", "-q")
    (tmp_path / "cleaned/gare.txt").write_text("La gare ferme\n", encoding="utf-8")
    said = small(*decision).stderr
    assert ("makes it so" in said) == in_use
    assert "so it stays as it is: cleaned/gare.txt; change it there, too, or delete" in said
    assert "stays as it is" not in small("drop", "enfants").stderr


def test_a_file_outside_is_named_to_the_report(
    small: Corpus, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "un texte.txt"
    outside.write_text("Le lac est gelé depuis hier.\n", encoding="utf-8")
    small("run", "-q")
    refused = small("run", str(outside))
    assert refused.exit_code == 2
    assert "corpus run FILE --cleaned other/cleaned --translated other/translated" in refused.stderr
    shutil.rmtree(tmp_path / "raw")
    shutil.rmtree(tmp_path / "cleaned")
    shutil.rmtree(tmp_path / "translated")
    done = small("run", str(outside))
    hint = f"see it all: corpus report '{outside}'"
    assert done.stdout.rstrip().endswith(hint), done.output
    assert small("report", str(outside), "-o", str(tmp_path / "all.html")).exit_code == 0


def test_what_is_said_of_many_records_alike_is_said_of_ten(small: Corpus, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"texte": "Il pleut."}\n' * 15)
    said = small("clean", "in.jsonl", "--text-field", "corps", "-o", "out.jsonl")
    assert said.exit_code == 1
    assert said.stderr.count("no text in 'corps'") == 11
    assert "in.jsonl: 5 records more failed" in said.stderr


@pytest.mark.parametrize(
    "places", ["--cleaned raw", "--translated raw", "--cleaned c --translated c"]
)
def test_a_folder_serves_one_end(small: Corpus, tmp_path: Path, places: str) -> None:
    (tmp_path / "raw").mkdir(exist_ok=True)
    (tmp_path / "raw/a.txt").write_text("Il pleut.")
    said = small("run", "raw", *places.split())
    assert (said.exit_code, "need a folder each" in said.stderr) == (2, True)
    assert [p.name for p in (tmp_path / "raw").iterdir() if p.name.startswith("a.")] == ["a.txt"]
