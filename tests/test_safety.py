"""What SECURITY.md promises of the code as a whole."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SOURCES = sorted((PROJECT / "translate").rglob("*.py"))
# What runs what it reads, or hands it to a shell.
FORBIDDEN = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}
CALLS = {"eval", "exec", "compile", "system", "popen"}


def calls(tree: ast.AST) -> set[str]:
    """Give the bare names and `os` functions that are called."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(node.func.id)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("os."):
            found.add(ast.unparse(node.func).removeprefix("os."))
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_that_is_read_is_run(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    assert not imported & FORBIDDEN
    assert not calls(tree) & CALLS


def test_the_tests_that_security_names_are_there() -> None:
    page = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|bench)/[\w/]+\.py)`", page)
    assert len(named) > 8
    assert [name for name in named if not (PROJECT / name).is_file()] == []


def test_the_matrix_runs_what_is_promised() -> None:
    page = (PROJECT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    versions = re.findall(r'"(3\.\d+)"', page.split("python:")[1].splitlines()[0])
    needed = re.search(r'requires-python = ">=(3\.\d+)"', (PROJECT / "pyproject.toml").read_text())
    assert needed and versions[0] == needed[1]
    sessions = {s for line in re.findall(r"nox -s ([\w ]+)", page) for s in line.split()}
    assert sessions <= set(
        re.findall(r"^def (\w+)\(session", (PROJECT / "noxfile.py").read_text(), re.M)
    )
