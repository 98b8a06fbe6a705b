"""Layout: sentences, lines broken to a width, code, marks of emphasis, lines in capitals."""
