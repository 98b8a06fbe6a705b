"""What was found out of a word, kept: quicker to ask for than a function that remembers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 1 << 15  # answers; then it begins anew, so that memory stays bounded


class Remembering(dict[Key, Value]):
    """The answers of a function, each found out when it is first asked for by its key.

    >>> sizes = Remembering(len)
    >>> sizes["pont"], dict(sizes)
    (4, {'pont': 4})
    """

    def __init__(self, find: Callable[[Key], Value]) -> None:
        self._find = find

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self._find(key)
        return value
