"""The list of rules: what each is for, its pattern, its examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.patterns import Rule


def rules_list(rules: Iterable[tuple[Rule, bool]]) -> str:
    """Give `rules`, each with whether it is used, as lines of text.

    Under a rule stand its pattern, its examples (`+`) and the look-alikes that stay (`-`).
    """
    lines: list[str] = []
    for rule, used in rules:
        lines.append(f"{rule.id}  {rule.kind}  {rule.scope}{'' if used else '  off'}  {rule.about}")
        if rule.pattern:
            lines.append(f"    {rule.pattern}")
        lines += [f"    + {example!r}" for example in rule.examples]
        lines += [f"    - {lookalike!r}" for lookalike in rule.lookalikes]
    return "\n".join(line.rstrip() for line in lines)


def rule_json(rule: Rule, *, used: bool) -> dict[str, Any]:
    """Give `rule` as values that JSON can hold."""
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "scope": rule.scope,
        "used": used,
        "place": rule.place,
        "about": rule.about,
        "pattern": rule.pattern,
        "examples": list(rule.examples),
        "lookalikes": list(rule.lookalikes),
    }
