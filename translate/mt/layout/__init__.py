"""Layout: lines broken to a width, code, marks of emphasis, initials, lines in capitals."""
