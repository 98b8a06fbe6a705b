"""The pages of the repository are true: what they name is there, what they show runs."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from pkgutil import resolve_name

import pytest
from click.testing import CliRunner

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "translate"
README = (PROJECT / "README.md").read_text(encoding="utf-8")
GUIDES = tuple(f"docs/{name}.md" for name in ("PROJECTS", "NAMES", "FORMATS", "JSON", "SCALING"))
PAGES = ("README.md", *GUIDES, "ARCHITECTURE.md", "CONTRIBUTING.md", "tests/gate/README.md")
MADE = ("trial/", "cleaned/", "translated/")  # by the commands, not in the repository


def blocks(page: str, kind: str) -> list[str]:
    """Give the code blocks of a page that are marked as `kind`."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def named(page: str) -> Iterator[str]:
    """Give the paths and dotted names in backticks, and the targets of links, of a page."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    paths = re.findall(r"`(\.?\w[\w.-]*/[\w./-]*|translate(?:\.\w+)+|\w+\.(?:md|py))`", prose)
    yield from (path for path in paths if not path.startswith(MADE))
    yield from re.findall(r"\]\((?!https?:)([^)#]+)\)", prose)


@pytest.mark.parametrize(
    ("page", "name"), [(page, name) for page in PAGES for name in dict.fromkeys(named(page))]
)
def test_what_is_named_is_there(page: str, name: str) -> None:
    if name.startswith("translate."):
        resolve_name(name)
        return
    near = (PROJECT / page).parent
    assert (PROJECT / name).exists() or (near / name).exists(), f"{page} names {name}"


def test_names_are_found_on_the_pages() -> None:
    for page in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        assert len(set(named(page))) > 5, page


def scripts_and_links(page: Path) -> Iterator[Path]:
    """Give where the scripts of `bench/` that a file of it names are said to be, and its links."""
    text = page.read_text(encoding="utf-8")
    yield from (PROJECT / name for name in re.findall(r"\bbench/[\w/]+\.py", text))
    if page.suffix == ".md":
        yield from (page.parent / name for name in re.findall(r"\]\((?!https?:)([^)#]+)\)", text))


BENCHES = [path for path in sorted(PROJECT.glob("bench/**/*")) if path.suffix in (".md", ".py")]


def test_what_the_benches_name_is_there() -> None:
    found = [(page, place) for page in BENCHES for place in scripts_and_links(page)]
    assert len(found) > len(BENCHES) / 2
    absent = [f"{page.name} names {place}" for page, place in found if not place.exists()]
    assert not absent


def commands(text: str) -> list[str]:
    """Give the lines of the `sh` blocks of `text` that call `corpus`, without their comments."""
    lines = [line for block in blocks(text, "sh") for line in block.splitlines()]
    return [line.split("  #")[0] for line in lines if line.startswith("corpus ")]


SHOWN = [
    line
    for page in ("README.md", *GUIDES)
    for line in commands((PROJECT / page).read_text("utf-8"))
]


@pytest.mark.parametrize("line", dict.fromkeys(SHOWN))
def test_a_command_of_the_pages_is_one(line: str) -> None:
    from translate.cli import main

    words = re.split(r" [<>] ", shlex.join(shlex.split(line)).replace("'<'", "<"))[0]
    args = shlex.split(words)[1:]
    if args != ["--version"]:
        args.append("--help")
    assert CliRunner().invoke(main, args).exit_code == 0, line


def test_the_readme_names_every_command() -> None:
    from translate.cli import main

    shown = {tuple(line.split()[1:3]) for line in commands(README)}
    first = {words[0] for words in shown if words}
    assert set(main.commands) <= first


@pytest.mark.parametrize("code", blocks(README, "python"))
def test_python_of_the_readme_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out


def test_toml_of_the_pages_is_right(tmp_path: Path) -> None:
    from translate.cli import main
    from translate.folders.decisions import Decisions
    from translate.names.glossary import Glossary

    for page in PAGES:
        for number, block in enumerate(blocks((PROJECT / page).read_text("utf-8"), "toml")):
            table = tomllib.loads(block)
            if "rule" in table:
                path = tmp_path / f"mine{number}.toml"
                path.write_text(block, encoding="utf-8")
                tested = CliRunner().invoke(main, ["rules", "test", str(path)])
                assert tested.exit_code == 0, tested.output
            elif "restore" in table:
                assert Decisions.parse(block).restored
            else:
                assert Glossary.parse(block).names


def test_the_samples_of_the_readme_are_results() -> None:
    """The raw text, what cleaning said of it, and its English stand in the files."""
    raw, said, english = blocks(README, "text")[:3]
    files = {
        raw: (PROJECT / "raw/tout-en-minuscules.txt").read_text("utf-8"),
        said: (PROJECT / "cleaned/tout-en-minuscules.txt.edits.json").read_text("utf-8"),
        english: (PROJECT / "translated/tout-en-minuscules.txt").read_text("utf-8"),
    }
    for block, text in files.items():
        for line in filter(None, block.splitlines()):
            sample = line.replace("[…] ", "").strip()
            sample = re.sub(r"^\d+ - |^[a-z-]+, ", "", sample)  # of a diff: the line, the rule
            sample = sample.split(": ")[0]
            assert sample in text, sample


def imports(path: Path) -> Iterator[str]:
    """Give the rooms of ours that a module imports, but for types alone."""

    def walk(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, ast.ImportFrom) and node.module and node.module != "translate":
            yield node.module
        elif isinstance(node, ast.ImportFrom):
            yield from (f"translate.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        for child in ast.iter_child_nodes(node):
            yield from walk(child)

    for module in walk(ast.parse(path.read_text(encoding="utf-8"))):
        package, _, rest = module.partition(".")
        room = rest.partition(".")[0]
        if package == "translate" and not room.startswith("__"):
            yield room


def known() -> dict[str, set[str]]:
    """Give for each room, a folder or a module of the package, those that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if not room.startswith("__"):
            found.setdefault(room, set()).update(set(imports(path)) - {room})
    return found


def told() -> dict[str, set[str]]:
    """Give for each room of the table in ARCHITECTURE.md the rooms that it may know.

    The ground floor may be known by all.
    """
    page = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]*)\|$", page, re.MULTILINE)
    return {name: set(re.findall(r"`(\w+)`", knows)) for name, knows in rows}


def test_every_room_is_told() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(told()) == folders


@pytest.mark.parametrize("room", sorted(known()))
def test_a_room_knows_no_other_than_is_told(room: str) -> None:
    ground = (known().keys() - told().keys()) | {"languages"}
    assert known()[room] - ground <= told().get(room, set())


def test_there_is_no_circle_of_rooms() -> None:
    TopologicalSorter(known()).prepare()
