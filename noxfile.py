"""What must pass, session by session, each in an environment of its own: `nox`, `nox -s lint`."""

import nox

nox.options.default_venv_backend = "venv"


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests, doctests and the quality gate; arguments go to pytest."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    session.install("ruff")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types."""
    session.install("-e", ".[test]")
    session.run("mypy")


@nox.session
def gate(session: nox.Session) -> None:
    """Show the scores of the quality gate; arguments go to it (`nox -s gate -- --wrong`)."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.gate", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Run the examples of the README and of all docstrings, and look for what the pages name."""
    session.install("-e", ".[test]")
    session.run("pytest", "tests/test_docs.py", "translate")


@nox.session
def audit(session: nox.Session) -> None:
    """Look for known faults in what is installed; this asks the network."""
    session.install("-e", ".[test]", "pip-audit")
    session.run("pip-audit", "--skip-editable")
