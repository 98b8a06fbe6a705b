"""The rules that cleaning goes by: see `translate.cleaning.boilerplate.rules`."""

from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules

__all__ = ["Rule", "Rules"]
