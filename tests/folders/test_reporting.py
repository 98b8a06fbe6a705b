"""The report is gathered from folders, whatever state they are in, and replaces only a report."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from translate.config import Config, load
from translate.errors import UsageError
from translate.folders.jobs import run_folder
from translate.folders.reporting import write_report

Corpus = Any


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    (tmp_path / "raw/a").mkdir(parents=True)
    (tmp_path / "raw/a/gare.txt").write_text(
        "La gare rouvre lundi matin.\n\nPartager cet article\n", encoding="utf-8"
    )
    (tmp_path / "raw/lac.txt").write_bytes("Le lac a gelé dans la nuit.\n".encode("cp1252"))
    (tmp_path / "corpus.toml").write_text("")
    return load(tmp_path / "corpus.toml")


def written(settings: Config) -> dict[str, Any]:
    """Write the report and give its data, by the name of the element."""
    place = settings.raw.parent / "report.html"
    write_report(settings.raw, place, settings)
    html = place.read_text(encoding="utf-8")
    blocks = re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', html)
    return {name: json.loads(text) for name, text in blocks}


def entries(settings: Config) -> dict[str, Any]:
    return {entry["document"]: entry for entry in written(settings)["index"]["documents"]}


def test_it_holds_every_text_with_rules_facts_and_english(settings: Config) -> None:
    run_folder(settings.raw, settings)
    data = written(settings)
    gare, lac = data["index"]["documents"]
    assert (gare["document"], lac["document"]) == ("a/gare.txt", "lac.txt")
    assert gare["rules"] == {"fr.share.call": 1} and gare["kinds"] == {"share": 1}
    assert lac["facts"]["encoding"] == "cp1252" and lac["facts"]["language"] == "fr"
    assert data["index"]["rules"]["fr.share.call"][0]["about"] == "the title of a share bar"
    assert data["d0"]["rows"][1]["p"] == [["Partager cet article\n", "", [0]]]
    english = data["d1"]["rows"][0]["e"]
    assert english[0][0].startswith("The lake")


def test_what_is_wrong_with_a_document_is_said(settings: Config) -> None:
    run_folder(settings.raw, settings)
    (settings.cleaned / "lac.txt").write_text("Le lac a fondu dans la nuit.\n", encoding="utf-8")
    (settings.translated / "a/gare.txt").write_text("The station.\n", encoding="utf-8")
    (settings.raw / "new.txt").write_text("Un texte de plus.\n", encoding="utf-8")
    told = {name: entry.get("message") for name, entry in entries(settings).items()}
    assert "changed by hand" in told["lac.txt"]
    assert told["a/gare.txt"] == "the English was changed by hand"
    assert told["new.txt"] == "has not been cleaned"
    lac = next(e for e in written(settings)["index"]["documents"] if e["document"] == "lac.txt")
    assert lac["rules"] == {"by-hand": 1}


def test_a_damaged_record_stops_no_report(settings: Config) -> None:
    run_folder(settings.raw, settings)
    for record in (*settings.cleaned.rglob("*.json"), *settings.translated.rglob("*.json")):
        record.write_text("{")
    assert all("damaged record" in e["message"] for e in entries(settings).values())


def test_the_same_folders_give_the_same_bytes(settings: Config) -> None:
    run_folder(settings.raw, settings)
    pages = []
    for name in ("one.html", "two.html"):
        write_report(settings.raw, settings.raw.parent / name, settings)
        pages.append((settings.raw.parent / name).read_bytes())
    assert pages[0] == pages[1]


def test_another_file_is_never_replaced(settings: Config, tmp_path: Path) -> None:
    run_folder(settings.raw, settings)
    (tmp_path / "mine.html").write_text("<p>mine</p>")
    with pytest.raises(UsageError, match=r"mine\.html: is not a report of this tool"):
        write_report(settings.raw, tmp_path / "mine.html", settings)
    with pytest.raises(UsageError, match="is a folder"):
        write_report(settings.raw, tmp_path, settings)
    write_report(settings.raw, tmp_path / "ours.html", settings)
    write_report(settings.raw, tmp_path / "ours.html", settings)


def test_before_a_run_it_says_what_to_do(settings: Config, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run 'corpus run' first"):
        write_report(settings.raw, tmp_path / "report.html", settings)


def test_the_command_writes_it_and_a_run_names_it(corpus: Corpus, settings: Config) -> None:
    done: Result = corpus("run")
    assert done.stdout.rstrip().endswith("see it all: corpus report"), done.stdout
    told = json.loads(corpus("report", "--json").stdout)
    assert (told["file"], told["documents"]) == ("report.html", 2)
    assert Path("report.html").stat().st_size == told["bytes"]
    assert "a/gare.txt: 2 documents" not in corpus("report", "-q").stderr
