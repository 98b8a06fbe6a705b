"""The tests: a package, so that `python -m tests.gate` finds its own modules."""
