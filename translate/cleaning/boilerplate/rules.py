"""Rule packs: what boilerplate looks like, as data with examples that are tests.

How a rule is written is told in `packs/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from translate.cleaning.boilerplate.by_heading import heads_by
from translate.cleaning.boilerplate.lines import Line, split
from translate.cleaning.boilerplate.patterns import (
    INLINE,
    SCOPES,
    WHOLE,
    Patterns,
    Rule,
    asked_at_once,
    compiled,
    compiled_rule,
)
from translate.config import CleanConfig, written_as
from translate.errors import UsageError, misspelt, nearest
from translate.languages import Language, known, language
from translate.languages.words import fold
from translate.reading import key_line, parse_toml, read_text, table_lines

PACKS = Path(__file__).with_name("packs")
DATA = Path(__file__).with_name("data")
NEUTRAL = ("web", "sites", "tools", "linkedin", "structure")  # packs for texts of any language
PROFILES = ("gentle", "page")
MODELS = ("line-model", "call")  # kinds that weigh lines instead of knowing them
_KEYS = {
    "id": str, "kind": str, "scope": str, "pattern": str, "about": str, "insert": str,
    "profile": str, "words": int, "off": bool, "examples": list, "lookalikes": list,
    "settings": dict,
}  # fmt: skip
# Characters of a pattern with its lists and parts: parts that name parts grow without limit.
LONGEST = 200_000
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_PART = re.compile(r"\{([a-z_]+)\}")


def built_in(languages: Sequence[str]) -> Iterator[Rule]:
    """Give the rules of the packs that concern `languages` (ISO 639-1 codes).

    >>> list(dict.fromkeys(rule.id.split(".")[0] for rule in built_in(["fr"])))
    ['fr', 'web', 'sites', 'tools', 'linkedin', 'structure']
    """
    for one in map(language, languages):
        if one.rules:
            yield from read_pack(one.rules, one)
    for name in NEUTRAL:
        yield from read_pack(PACKS / f"{name}.toml")


def read_pack(path: Path, of: Language | None = None) -> list[Rule]:
    """Read the rules of one TOML file; raises UsageError that names the file, rule and fault.

    The pack of a language, `of`, has its code as its name, and knows its months and days; a pack
    for texts of any language knows the months of all.
    """
    source = read_text(path)
    tables = parse_toml(source, str(path))
    unknown = set(tables) - {"rule", "lists", "parts"}
    if unknown:
        place = f"{path}{key_line(source, min(unknown))}"
        raise UsageError(f"{place}: unknown table '{min(unknown)}'; known: rule, lists, parts")
    given: dict[str, list[str]] = of.lists if of else {}
    if not of and path.parent == PACKS:
        given = {"month": [form for one in known() for form in one.months_by_name]}
    lists = {**given, **tables.get("lists", {})}
    parts = {name: _alternatives(path, name, words) for name, words in lists.items()}
    for name, value in tables.get("parts", {}).items():
        if not isinstance(value, str):
            raise UsageError(f"{path}: part '{name}' must be a piece of a pattern")
        parts[name] = _filled(value, parts, f"{path}: part '{name}'")
    entries = tables.get("rule", [])
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise UsageError(f"{path}: write [[rule]] in double brackets, one for each rule")
    lines = table_lines(source, "rule", len(entries))
    rules: list[Rule] = []
    pack, file = (of.code, f"{of.code}/{path.name}") if of else (path.stem.lower(), path.name)
    for line, table in zip(lines, entries, strict=True):
        place = f"{file}{line}"
        where = f"{path}: rule '{table.get('id', '')}' ({place})"
        rule = replace(_rule(where, table, parts), id=f"{pack}.{table['id']}", place=place)
        if rule.pattern and not of and path.parent != PACKS:  # the tests compile those built in
            compiled_rule(rule, where)
        if any(other.id == rule.id for other in rules):
            raise UsageError(f"{path}: rule '{rule.id}': a second rule of this id ({place})")
        rules.append(rule)
    return rules


def _alternatives(path: Path, name: str, words: Any) -> str:
    """Give a word list as one group of a pattern, the longest word first."""
    if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
        raise UsageError(f"{path}: list '{name}' must be a list of words")
    longest_first = sorted(set(map(fold, words)), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _filled(pattern: str, parts: dict[str, str], where: str) -> str:
    """Give `pattern` with the lists and parts it names in braces."""
    named = _PART.findall(pattern)
    if len(pattern) + sum(len(parts.get(name, "")) for name in named) > LONGEST:
        raise UsageError(f"{where}: with its parts it is longer than {LONGEST} characters")

    def part(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise UsageError(f"{where}: no list or part '{match[1]}' in this file")
        return parts[match[1]]

    return _PART.sub(part, pattern)


def _rule(where: str, table: dict[str, Any], parts: dict[str, str]) -> Rule:
    """Give the rule that `table` tells, or say what is wrong with it."""
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{where}: unknown key '{key}'; known: {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise UsageError(f"{where}: '{key}' must be of type {_KEYS[key].__name__}")
    for key in ("id", "kind"):
        if not _NAME.fullmatch(table.get(key, "")):
            raise UsageError(f"{where}: '{key}' must be lower-case words joined by dots or hyphens")
    scope = table.get("scope", "line")
    if scope not in SCOPES:
        raise UsageError(f"{where}: scope '{scope}' is none of {', '.join(SCOPES)}")
    if table.get("profile", "gentle") not in PROFILES:
        raise UsageError(f"{where}: profile must be one of {', '.join(PROFILES)}")
    if scope != "method" and not table.get("pattern"):
        raise UsageError(f"{where}: a pattern is missing")
    if scope != "method" and not table.get("examples"):
        raise UsageError(f"{where}: examples that must match are missing")

    fields: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in table.items()
    }
    fields["pattern"] = fold(_filled(table.get("pattern", ""), parts, where))
    return Rule(**{**fields, "scope": scope, "place": where})


@dataclass(frozen=True)
class Rules:
    """The rules of one run: those of the packs and the user's, less what is switched off.

    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> rules.matching(split("Partagez cet article :")[0])[0].kind
    'share'
    """

    rules: tuple[Rule, ...]
    config: CleanConfig
    kept_lines: frozenset[str] = frozenset()

    @classmethod
    def load(cls, config: CleanConfig, languages: Sequence[str]) -> Rules:
        """Read the packs of `languages` and the user's files, as `config` says.

        Raises UsageError for a wrong file, rule, keep pattern, or an unknown name in on or off.
        """
        rules = list(built_in(languages))
        seen = {rule.id for rule in rules}
        for path in config.rules:
            own = read_pack(path)
            for rule in own:
                if rule.id in seen:
                    raise UsageError(f"{path}: rule '{rule.id}' exists already: rename the file")
            seen |= {rule.id for rule in own}
            rules += own
        kinds = {rule.kind for rule in rules}
        for setting, name in [("off", n) for n in config.off] + [("on", n) for n in config.on]:
            if name not in seen | kinds:
                meant = nearest(name, seen | kinds, f"kinds: {', '.join(sorted(kinds))}")
                said = f"no rule or kind is called '{name}'{meant}"
                raise UsageError(f"{written_as(setting)}: {said}")
        made = cls(tuple(rules), config, _keep_file(config.keep_file))
        made.keeps("")  # wrong patterns are told now
        made.dropped_by("")
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {"rules": self.rules, "config": self.config, "kept_lines": self.kept_lines}

    def enabled(self, rule: Rule) -> bool:
        """Whether `rule` is used: its id in `on` or `off` decides, then its kind, then the pack."""
        for name in (rule.id, rule.kind):
            if name in self.config.on:
                return True
            if name in self.config.off:
                return False
        return not rule.off and rule.profile in ("", self.profile)

    def list(self) -> tuple[Rule, ...]:
        """Give every rule, those switched off too, in the order of the packs."""
        return self.rules

    @property
    def profile(self) -> str:
        """The profile of the settings; where each text decides, the gentle one until it has."""
        return "gentle" if self.config.profile == "auto" else self.config.profile

    def under(self, profile: str) -> Rules:
        """Give the same rules under `profile`; "rules" is gentle without what the models judge."""
        if profile not in self._under:
            off = MODELS if profile == "rules" else ()
            name = "gentle" if profile == "rules" else profile
            config = replace(self.config, profile=name, off=(*self.config.off, *off))
            self._under[profile] = replace(self, config=config)
        return self._under[profile]

    @cached_property
    def _under(self) -> dict[str, Rules]:
        return {}

    def scoped(self, *scopes: str) -> Sequence[Rule]:
        """Give the enabled rules of these scopes."""
        return [rule for rule in self.rules if rule.scope in scopes and self.enabled(rule)]

    @cached_property
    def _whole_lines(self) -> Patterns:
        """The rules that whole lines are asked about, on or off: every profile asks the same."""
        scopes = {*WHOLE, "signal"} - {"sign"}
        return asked_at_once(tuple(r for r in self.rules if r.scope in scopes), whole=True)

    @cached_property
    def _signs(self) -> Patterns:
        """Those that take whole lines with the arrows and stars around them."""
        return asked_at_once(tuple(r for r in self.rules if r.scope == "sign"), whole=True)

    @cached_property
    def _on(self) -> dict[str, Rule]:
        """The enabled rules by their ids."""
        return {rule.id: rule for rule in self.rules if self.enabled(rule)}

    @cached_property
    def inline(self) -> Patterns:
        """The enabled rules that work inside a line."""
        return asked_at_once(tuple(self.scoped(*INLINE)), whole=False)

    @cached_property
    def _keep(self) -> Sequence[Any]:
        return [compiled(pattern, f"{written_as('keep')}:") for pattern in self.config.keep]

    @cached_property
    def _drop(self) -> Sequence[Any]:
        return [compiled(pattern, f"{written_as('drop')}:") for pattern in self.config.drop]

    def keeps(self, text: str) -> bool:
        """Whether the user's keep patterns or keep file protect the line `text`."""
        if not (self.kept_lines or self._keep):
            return False
        return text.strip() in self.kept_lines or any(p.search(text) for p in self._keep)

    def dropped_by(self, text: str) -> str | None:
        """Give the user's drop pattern that takes the line `text`, if there is one."""
        return next((p.pattern for p in self._drop if p.search(text)), None)

    def matching(self, line: Line) -> Sequence[Rule]:
        """Give the whole-line rules whose pattern `line` matches, wherever it may stand."""
        return self._taking(line, self._whole_lines.of(line.folded, line.words))

    def matching_each(self, lines: Sequence[Line]) -> Sequence[Sequence[Rule]]:
        """Give for each of `lines`, those of a text, what `matching` gives."""
        known = zip(lines, self._of_lines(lines), strict=True)
        return [
            self._taking(line, places) if places or line.dressed else () for line, places in known
        ]

    def _taking(self, line: Line, places: Sequence[int]) -> Sequence[Rule]:
        """Give what takes a line by itself; a heading that begins with "by" has no author."""
        found = [rule for rule in self._whole(line, places) if rule.scope != "call"]
        if any(rule.kind == "byline" for rule in found) and heads_by(line.text):
            return [rule for rule in found if rule.kind != "byline"]
        return found

    def signals(self, lines: Sequence[Line]) -> Sequence[Sequence[Rule]]:
        """Give for each line the rules that know it, and say only what kind of text this is."""
        return [
            [r for r in self._known(self._whole_lines, places) if r.scope == "signal"]
            if places
            else ()
            for places in self._of_lines(lines)
        ]

    def _of_lines(self, lines: Sequence[Line]) -> Sequence[Sequence[int]]:
        folded, words = [line.folded for line in lines], [line.words for line in lines]
        return self._whole_lines.of_lines(folded, words)

    @cached_property
    def _off(self) -> Sequence[Rule]:
        """The rules of whole lines that the user switched off."""
        off = set(self.config.off)
        rules = (r for r in self.rules if r.scope in WHOLE and r.scope != "call")
        return [r for r in rules if {r.id, r.kind} & off and r.id not in self._on]

    def spares(self, line: Line) -> bool:
        """Whether the user switched off a rule that knows `line`: then no model takes it."""
        return any(compiled_rule(rule).fullmatch(line.folded) for rule in self._off)

    def net(self, line: Line) -> Rule | None:
        """Give the first rule in whose net `line` is: what its words say decides."""
        places = self._whole_lines.of(line.folded, line.words)
        if not (places or line.dressed):
            return None
        return next((rule for rule in self._whole(line, places) if rule.scope == "call"), None)

    def _whole(self, line: Line, places: Sequence[int]) -> Sequence[Rule]:
        """Give the enabled rules at these `places`, and the signs, that take `line`."""
        found = self._known(self._whole_lines, places)
        if len(line.folded) < len(line.plain.strip()):
            signs = self._signs.of(line.plain.strip(), line.words)
            found = (*found, *self._known(self._signs, signs))
        return [rule for rule in found if rule.scope != "signal" and line.words <= rule.words]

    def _known(self, patterns: Patterns, places: Sequence[int]) -> Sequence[Rule]:
        """Give the enabled rules among those at these `places` of `patterns`."""
        if not places:
            return ()
        return [r for place in places if (r := patterns.rules[place]).id in self._on]

    def method(self, name: str) -> Rule | None:
        """Give the enabled rule without a pattern whose id is `name`, if it is enabled."""
        return self._on.get(name)

    def check_examples(self) -> Iterator[str]:
        """Give a sentence for every example that does not match and look-alike that does.

        And for every kind that is nearly a built-in one, so that `off` would not find the rule.

        >>> list(Rules.load(CleanConfig(), ["fr", "en"]).check_examples())
        []
        """
        kinds = {rule.kind for rule in built_in([one.code for one in known()])}
        for rule in self.rules:
            if rule.kind not in kinds and (meant := misspelt(rule.kind, kinds)):
                yield f"{rule.place}: rule '{rule.id}' has the kind '{rule.kind}'{meant}"
            if rule.scope == "method":
                continue
            compiled = compiled_rule(rule)
            inline = rule.scope in INLINE
            look = compiled.search if inline else compiled.fullmatch
            for text, wanted in _expectations(rule):
                line = split(text)[0]
                whole = fold(text).strip() if rule.scope == "sign" else line.folded
                found = look(fold(text) if inline else whole)
                # What an inline rule does, it does to its group, which must be there.
                matched = bool(found) and (not (inline and compiled.groups) or found.start(1) >= 0)
                if rule.scope in WHOLE:
                    matched = matched and line.words <= rule.words
                if matched != wanted:
                    fault = "does not match its example" if wanted else "matches its look-alike"
                    yield f"{rule.place}: rule '{rule.id}' {fault} {text!r}"


def _expectations(rule: Rule) -> Iterable[tuple[str, bool]]:
    """Give the examples of a rule with what must come of them."""
    yield from ((text, True) for text in rule.examples)
    yield from ((text, False) for text in rule.lookalikes)


def _keep_file(path: Path | None) -> frozenset[str]:
    """Read the lines that the user wants kept."""
    lines = read_text(path).split("\n") if path else ()
    return frozenset(filter(None, map(str.strip, lines)))
