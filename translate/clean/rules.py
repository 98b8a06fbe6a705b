"""The rules that cleaning goes by: see `translate.cleaning.boilerplate.rules`."""

from translate.cleaning.boilerplate.rules import Rule, Rules

__all__ = ["Rule", "Rules"]
