"""Doubt: how likely a translation is to be right, and why it is not."""
