"""The line model: what rules cannot tell, weighed from the shape and words of lines."""

from __future__ import annotations


def model_bytes() -> bytes:
    """Give the bytes of the model, for the signature of the rules."""
    return b""
