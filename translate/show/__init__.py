"""Showing people what was done: diffs and summaries."""
