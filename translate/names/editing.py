"""Changes to the text of a glossary file, which keep its comments, its order and its layout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from translate.errors import UsageError
from translate.names.exchange.entries import fields
from translate.names.glossary import Glossary, Name
from translate.names.rejected import NOTHING
from translate.names.spelling import key

# Where the table [rejected] begins, with the remarks right above it.
REJECTED = re.compile(r"(?m)(?:^#.*\n)*^\[rejected\]")


def accepted(
    text: str, names: Iterable[Name], where: str = "glossary", *, anew: bool = False
) -> str:
    """Give the glossary `text` with `names` in it; `where` names it in errors.

    A name that is there already gets the variants it lacks, and a kind where it has none, or, with
    `anew`, has another; what was rejected before is so no longer. Raises UsageError where the
    result would be no glossary, and for a name that stands there for another.

    >>> text = '[[name]]\\ncanonical = "Ada Lovelace"  # the countess\\n'
    >>> print(accepted(text, [Name("Ada Lovelace", variants=("ada lovelas",))]), end="")
    [[name]]
    canonical = "Ada Lovelace"  # the countess
    variants = ["ada lovelas"]
    """
    there = Glossary.parse(text, where)
    known = {key(name.canonical) for name in there.names}
    given = list(names)
    new = [name for name in given if key(name.canonical) not in known]
    owners = {key(v): name.canonical for name in there.names for v in name.variants}
    for name in new:
        if owner := owners.get(key(name.canonical)):
            raise UsageError(
                f"{where}: '{name.canonical}' stands for '{owner}' there; if it is not, first "
                f'\'corpus names reject "{owner}" "{name.canonical}"\''
            )
    if there.rejected != NOTHING or len(new) < len(given):
        doc = _document(text, where)
        for name in given:
            _readmit(doc, name)
            if key(name.canonical) in known:
                entry = _entry(doc, name.canonical)
                _extend(entry, name)
                if anew and name.kind:
                    entry["kind"] = name.kind
        text = doc.as_string()
    return _checked(_inserted(text, list(map(as_toml, new))) if new else text, where)


def rejected(text: str, spellings: Sequence[str], where: str = "glossary") -> str:
    """Give the glossary `text` that remembers a no: one of `spellings` is no name, or the first
    is never one name with any of the others.

    A spelling that was a variant of the name is so no longer. Raises UsageError as `accepted`, and
    where what shall be no name has an entry, which may hold more than a command should take.

    >>> print(rejected("", ["Mira Murati", "Murat"]), end="")
    [rejected]
    pairs = [
      ["Mira Murati", "Murat"],
    ]
    >>> print(rejected("", ["Bonjour"]), end="")
    [rejected]
    names = [
      "Bonjour",
    ]
    """
    there = Glossary.parse(text, where)
    no = there.rejected
    doc = _document(text, where)
    first, *others = spellings
    if not others:
        if key(first) in {key(name.canonical) for name in there.names}:
            raise UsageError(f"{where}: has the name '{first}'; take its entry out of the file")
        if not no.drops(first):
            _remember(doc, "names", first)
        return _checked(doc.as_string(), where)
    for other in others:
        for entry in doc.get("name", ()):
            if key(entry["canonical"]) == key(first):
                _without(entry, other)
        if not no.parts(first, other):
            _remember(doc, "pairs", [first, other])
    return _checked(doc.as_string(), where)


def renamed(text: str, old: str, new: str, where: str = "glossary") -> str:
    """Give the glossary `text` where the name `old` is spelt `new`; `old` becomes a variant.

    What was never `old` is never `new`. Raises UsageError where there is no such name, or the
    result would be no glossary.

    >>> print(renamed('[[name]]\\ncanonical = "Ada Byron"', "ada byron", "Ada Lovelace"), end="")
    [[name]]
    canonical = "Ada Lovelace"
    variants = ["Ada Byron"]
    """
    Glossary.parse(text, where)
    doc = _document(text, where)
    entry = _entry(doc, old)
    before = str(entry["canonical"])
    entry["canonical"] = new
    _without(entry, new)
    if key(before) != key(new):
        _readmit(doc, Name(new, variants=(before,)))
        _extend(entry, Name(new, variants=(before,)))
        for pair in doc.get("rejected", {}).get("pairs", ()):
            for i in (0, 1):
                if key(pair[i]) == key(before):
                    pair[i] = new
    return _checked(doc.as_string(), where)


def _document(text: str, where: str) -> Any:
    import tomlkit
    from tomlkit.items import AoT

    doc = tomlkit.parse(text)
    if not isinstance(doc.get("name", tomlkit.aot()), AoT):
        raise UsageError(f"{where}: write each name as a table [[name]], so that it can be edited")
    return doc


def _checked(text: str, where: str) -> str:
    """Give `text` when it is a glossary; raises UsageError."""
    text = text.lstrip("\n").rstrip("\n") + "\n"
    Glossary.parse(text, where)
    return text


def _entry(doc: Any, canonical: str) -> Any:
    for entry in doc.get("name", ()):
        if key(entry["canonical"]) == key(canonical):
            return entry
    raise UsageError(f"there is no name '{canonical}' in the glossary; corpus names accept adds it")


def _extend(entry: Any, name: Name) -> None:
    """Add what `entry` lacks of `name`."""
    import tomlkit

    if name.kind and not entry.get("kind"):
        _set(entry, "kind", name.kind)
    there = {key(entry["canonical"]), *map(key, entry.get("variants", ()))}
    new = [variant for variant in name.variants if key(variant) not in there]
    if new and "variants" not in entry:
        _set(entry, "variants", tomlkit.array())
    for variant in new:
        _add(entry["variants"], variant)


def _set(entry: Any, field: str, value: Any) -> None:
    """Set `field` of `entry`, before the empty lines and remarks that lead to the next table."""
    body, after = entry.value.body, []
    while field not in entry and body[-1][0] is None:
        after.append(body.pop()[1])
    entry[field] = value
    for item in reversed(after):
        entry.add(item)


def _add(array: Any, item: Any) -> None:
    """Add `item` to `array`, on a line of its own where the others have one."""
    if "\n" in array.as_string():
        array.add_line(item, indent="  ")
    else:
        array.append(item)


def _without(entry: Any, spelling: str) -> None:
    """Take `spelling` out of the variants of `entry`."""
    variants = entry.get("variants", ())
    for i in reversed(range(len(variants))):
        if key(variants[i]) == key(spelling):
            del variants[i]


def _remember(doc: Any, group: str, item: Any) -> None:
    """Add `item` to a list of the table [rejected]."""
    import tomlkit

    if "rejected" not in doc:
        if doc.as_string().strip():
            doc.add(tomlkit.nl())
        doc["rejected"] = tomlkit.table()
    if group not in doc["rejected"]:
        doc["rejected"][group] = tomlkit.parse("a = [\n]\n")["a"]
    _add(doc["rejected"][group], item)


def _readmit(doc: Any, name: Name) -> None:
    """Take out of [rejected] what speaks against `name`."""
    no = doc.get("rejected", {})
    pairs, names = no.get("pairs", ()), no.get("names", ())
    wanted = [frozenset((key(name.canonical), key(variant))) for variant in name.variants]
    for i in reversed(range(len(pairs))):
        if frozenset(map(key, pairs[i])) in wanted:
            del pairs[i]
    for i in reversed(range(len(names))):
        if key(names[i]) == key(name.canonical):
            del names[i]


def as_toml(name: Name) -> str:
    """Give `name` as an entry of a glossary file.

    >>> print(as_toml(Name("cadre", "term", target="executive")), end="")
    [[name]]
    canonical = "cadre"
    kind = "term"
    target = "executive"
    """
    lines = [f"{field} = {toml_value(value)}" for field, value in fields(name).items()]
    return "\n".join(["[[name]]", *lines, ""])


def toml_value(value: str | list[str]) -> str:
    """Give `value` as TOML."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inserted(text: str, entries: list[str]) -> str:
    """Give `text` with new `entries` after the others, before what was rejected."""
    table = REJECTED.search(text)
    at = table.start() if table else len(text)
    before = text[:at].rstrip("\n")
    parts = [before, *(entry.rstrip("\n") for entry in entries), text[at:].rstrip("\n")]
    return "\n\n".join(filter(None, parts))
