"""Rewording: a sentence of the source said so that a small model reads it well."""
