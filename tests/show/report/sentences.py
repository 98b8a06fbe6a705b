"""Records of translated sentences, as a report is given them."""

from typing import Any


def sentence(source: str, english: str, **more: Any) -> dict[str, Any]:
    """Give the record of a sentence without a fault, but for what `more` says of it."""
    return {
        "source": source,
        "english": english,
        "checks": [],
        "names": [],
        "doubtful": False,
        **more,
    }
