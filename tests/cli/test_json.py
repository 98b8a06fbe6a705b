"""What --json and the records hold is what docs/JSON.md says, and one thing has one name in all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from translate.cli import main

PAGE = Path(__file__).parent.parent.parent / "docs/JSON.md"
PERSON, SPELLING = "Ada Lovelace", "ada lovelass"
TEXTS = {
    "gare.txt": "La gare rouvre\n\nPar Grace Hopper\n\nLe 3 mai 2021\n\n"
    f"Selon {SPELLING}, la gare du village rouvre lundi matin, et le maire Blaise Cendras rit.\n\n"
    "Le maire Blaise Cendrars est venu. Le maire Blaise Cendrars a remercié la SNCF.\n\n"
    "Partager cet article\n",
    "lac.txt": "Le zorglub a gelé dans la nuit, et les flabistes du village patinent ; il rit.\n",
    "sec.txt": "Partager cet article\n",
}
GLOSSARY = f'[[name]]\ncanonical = "{PERSON}"\nkind = "person"\nvariants = ["{SPELLING}"]\n'
TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>Il neige fort.</seg></tuv>'
    '<tuv xml:lang="en"><seg>It snows.</seg></tuv></tu></body></tmx>'
)
FILES = {
    "glossary.toml": GLOSSARY,
    "corpus.toml": 'glossary = "glossary.toml"\n',
    "many.jsonl": "".join(json.dumps({"id": k, "text": v}) + "\n" for k, v in TEXTS.items())
    + '{"id": "x"}\n',
    "one.fr": "Il pleut.\n",
    "one.en": "It rains.\n",
    "m.tmx": TMX,
    "terms.csv": "fr,en\nécluse,lock\n",
    "mine.toml": '[[rule]]\nid = "s.x"\nkind = "share"\npattern = "oui"\nexamples = ["non"]\n',
}
# A command of docs/JSON.md, and how it is called here: first what makes the results, then the rest.
CALLS = {
    "run": "run",
    "clean": "clean --force",
    "translate": "translate --force",
    "clean -": "clean -",
    "translate -": "translate -",
    "run FILE -o FILE": "run many.jsonl -o out.jsonl",
    "status": "status",
    "diff": "diff --file gare.txt",
    "restore": "restore",
    "report": "report",
    "keep": "keep ^Publié",
    "keep --at": "keep --at raw/gare.txt:3",
    "drop": "drop ^Lire",
    "correct": "correct Oui. Yes.",
    "rules list": "rules list",
    "rules explain": "rules explain raw/gare.txt",
    "rules test": "rules test mine.toml",
    "names check": "names check",
    "names discover": "names discover",
    "names accept": "names accept Varsovie Warszawa --kind place",
    "names accept of a proposal": "names accept",
    "names reject": "names reject Bonjour",
    "names rename": "names rename Varsovie Varsovia",
    "names import": "names import terms.csv",
    "models list": "models list",
    "models verify": "models verify fr_en",
    "memory stats": "memory stats",
    "memory import": "memory import m.tmx",
    "eval": "eval one.fr one.en",
    "doctor": "doctor",
}
RECORDS = {
    ".edits.json": "cleaned/gare.txt.edits.json",
    ".sentences.json": "translated/gare.txt.sentences.json",
    ".result.json": "out.jsonl.result.json",
}
# What is counted or told by a name out of the texts, the rules or the models, by no word of ours.
MAPS = {
    "kinds", "languages", "shapes", "spellings", "english_spellings", "steps", "stages", "checks",
    "keys", "models", "names", "rules", "terms",
}  # fmt: skip
# Whatever holds one of these values is called so, wherever it stands.
THINGS = {
    "gare.txt": {"document"},
    PERSON: {"canonical", "target"},
    SPELLING: {"spelling"},
    "fr_en": {"model"},
    "fr.share.call": {"rule", "edits"},
    "SNCF": {"canonical", "old"},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What each command and record gives."""
    home = tmp_path_factory.mktemp("json")
    (home / "raw").mkdir()
    for name, text in {**{f"raw/{k}": v for k, v in TEXTS.items()}, **FILES}.items():
        (home / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield dict(_made(home))


def _made(home: Path) -> Iterator[tuple[str, Any]]:
    for name, line in CALLS.items():
        if name == "names accept of a proposal":
            called("names", "discover")
        if name == "names check":  # what is wrong is told, too
            text = home / "translated/gare.txt"
            text.write_text(text.read_text().replace(PERSON, SPELLING))
        done = called(*line.split(), "--json", stdin=TEXTS["gare.txt"].encode())
        assert done.exit_code in (0, 1), done.output
        yield name, json.loads(done.stdout)
    for name, place in RECORDS.items():
        yield name, json.loads((home / place).read_text())
    found = re.search(r'id="index">(.*?)</script>', (home / "report.html").read_text())
    assert found
    yield "report.html", json.loads(found[1])


def called(*words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, words, input=stdin)


def shape(value: Any) -> str:
    """Give the fields of `value` as docs/JSON.md writes them: `names [canonical, kind]`."""
    inner: dict[str, list[Any]] = {}
    for one in value if isinstance(value, list) else [value]:
        for name, part in one.items() if isinstance(one, dict) else ():
            inner.setdefault(name, []).append(part)
    return ", ".join(f"{name}{_inside(name, parts)}" for name, parts in inner.items())


def _inside(name: str, parts: list[Any]) -> str:
    """Give what the `parts` named `name` hold, in the brackets of JSON."""
    if name in MAPS and any(isinstance(part, dict) for part in parts):
        return " {…}"
    lists = [one for part in parts if isinstance(part, list) for one in part]
    if fields := shape(lists):
        return f" [{fields}]"
    fields = shape(parts)
    return f" {{{fields}}}" if fields else ""


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give each string in `value` with the name of the field that holds it, or of its list."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, name)
    elif isinstance(value, str):
        yield value, name


def rows(head: str) -> Iterator[tuple[str, str]]:
    """Give the rows of the table of docs/JSON.md that begins with `head`, without backticks."""
    table = PAGE.read_text().partition(f"\n| {head} |")[2].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        _, first, second, _ = line.split("|")
        yield first.replace("`", "").strip(), second.strip()


def test_each_command_and_record_gives_what_is_told(made: dict[str, Any]) -> None:
    told = {**dict(rows("command")), **dict(rows("record"))}
    assert {k: shape(v).removeprefix("format, version, ") for k, v in made.items()} == told


def test_what_says_what_it_is_says_the_command(made: dict[str, Any]) -> None:
    for name in ("names check", "diff", "memory import"):
        assert made[name]["format"] == f"corpus {name}"


def test_every_field_is_told_once(made: dict[str, Any]) -> None:
    told = [word for words, _ in rows("field") for word in words.split(", ")]
    fields = {name for value in made.values() for name in re.findall(r"\w+", shape(value))}
    assert sorted(told) == sorted(fields)


def test_one_thing_has_one_name(made: dict[str, Any]) -> None:
    found = {thing: set[str]() for thing in THINGS}
    for value in made.values():
        for text, name in leaves(value):
            if text in found:
                found[text].add(name)
    assert found == THINGS
