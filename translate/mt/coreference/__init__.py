"""Whom a pronoun means: he, she and it set right in the English where the text knows better."""

from translate.mt.coreference.speaking import Spoken, spoken

__all__ = ["Spoken", "spoken"]
