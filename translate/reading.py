"""Files that are no texts of the corpus, read one way: settings, glossary, rules, kept lines, data.

They are UTF-8, with a byte order mark or without. What is wrong is said in one line with the file,
the place in it and what to do.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.errors import UsageError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def read_text(path: Path) -> str:
    r"""Give the text of `path` with line ends as `\n`; raises UsageError."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device might never end
            raise UsageError(f"{path}: is not a file; name one")
        raw = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except FileNotFoundError as error:
        said = "cannot be read (no such file): make it, or name another"
        raise UsageError(f"{path}: {said}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise UsageError(f"{str(path)!r}: is no name of a file ({error})") from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: is not UTF-8; save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_xml(path: Path) -> Element:
    """Give the root of the XML file `path`, which may define no entities; raises UsageError."""
    from defusedxml import DefusedXmlException, ElementTree

    try:
        root: Element = ElementTree.parse(path).getroot()
    except DefusedXmlException as error:
        raise UsageError(f"{path}: defines entities, which are not read; take them out") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, LookupError, ElementTree.ParseError, RecursionError) as error:
        raise UsageError(f"{path}: not XML: {error}") from error
    return root


def xml_tag(element: Element) -> str:
    """Give the tag of `element` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def parse_toml(text: str, where: str) -> dict[str, Any]:
    """Give the tables of TOML `text`; `where` names it in the UsageError for what is wrong.

    >>> parse_toml("beam = 4", "corpus.toml")
    {'beam': 4}
    """
    import tomllib  # only where there is something to read

    try:
        return tomllib.loads(text)
    except ValueError as error:  # numbers of thousands of digits too
        at = re.search(r"\(at line (\d+), ", str(error))
        line = f":{at[1]}" if at else ""
        raise UsageError(f"{where}{line}: not valid TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(f"{where}: not valid TOML: brackets nested too deep") from error


def table_lines(text: str, table: str, count: int) -> list[str]:
    """Give where in TOML `text` each of `count` tables of one name begins, as `:3`.

    Empty where they are not written one by one.

    >>> text = "# Names\\n[[name]]\\ncanonical = 'Ada'\\n[[name]]\\ncanonical = 'Bo'"
    >>> table_lines(text, "name", 2)
    [':2', ':4']
    """
    header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    found = [f":{n}" for n, line in enumerate(text.split("\n"), 1) if header.match(line)]
    return found if len(found) == count else [""] * count


def key_line(text: str, key: str, table: str = "") -> str:
    """Give where in TOML `text` the `key` of a `table`, or a table so called, stands, as `:3`.

    Empty where it is written otherwise.

    >>> text = "jobs = 2\\n[clean]\\nprofle = 'page'"
    >>> key_line(text, "profle", "clean"), key_line(text, "clean"), key_line(text, "profle")
    (':3', ':2', '')
    """
    here = ""
    for number, line in enumerate(text.split("\n"), 1):
        if head := re.match(r"\s*\[+\s*[\"']?([\w.-]+)[\"']?\s*\]", line):
            here = head[1]
            if not table and here.partition(".")[0] == key:
                return f":{number}"
        elif here == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return f":{number}"
    return ""


def read_toml(path: Path) -> dict[str, Any]:
    """Give the tables of the TOML file `path`; raises UsageError."""
    return parse_toml(read_text(path), str(path))
