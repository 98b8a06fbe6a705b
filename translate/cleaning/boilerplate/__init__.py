"""Removing what is no part of a text: one way of judging a file, the rules as data."""
