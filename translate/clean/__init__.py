"""`translate.clean(...)` is the function; `translate.clean.rules` are its rules.

The function and this package bear one name: the module is called as the function is.
"""

from __future__ import annotations

import sys
from types import ModuleType

from translate import cleaning


class _Callable(ModuleType):
    """A module that is called as `translate.cleaning.clean`, whose signature and help it has."""

    __call__ = staticmethod(cleaning.clean)


sys.modules[__name__].__class__ = _Callable
__wrapped__ = cleaning.clean  # where `inspect.signature` looks
