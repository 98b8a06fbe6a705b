"""Counterparts: what of a text, a word, a number, a no, has what in its translation."""
