"""`translate.clean(...)` is the function; `translate.clean.rules` are its rules.

It takes a text, the bytes of a file or a document, and gives a document with all its edits;
`help(translate.cleaning.clean)` tells its settings and errors. The function and this package bear
one name: the module is called as the function is.

>>> import translate
>>> doc = translate.clean("Le pont est ouvert depuis lundi.\\n\\nPartager cet article\\n")
>>> doc.text, [edit.rule for edit in doc.edits]
('Le pont est ouvert depuis lundi.\\n', ['fr.share.call'])
"""

from __future__ import annotations

import sys
from types import ModuleType

from translate import cleaning


class _Callable(ModuleType):
    """A module that is called as `translate.cleaning.clean`, whose signature it has."""

    __call__ = staticmethod(cleaning.clean)


sys.modules[__name__].__class__ = _Callable
__wrapped__ = cleaning.clean  # where `inspect.signature` looks
