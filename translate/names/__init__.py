"""Names: one canonical spelling for each, found in the source and kept in the translation."""
