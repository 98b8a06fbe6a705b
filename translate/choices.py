"""The words that settings choose from: apart, so that `corpus --help` loads no settings."""

from __future__ import annotations

CHOICES = {
    "profile": ("gentle", "page"),
    "on_other_language": ("keep", "skip", "fail"),
}
