"""Clean texts copied from the web and translate them offline, accounting for every change."""

from __future__ import annotations

from translate.document import Document, Edit

__version__ = "0.1.0"
__all__ = ["Document", "Edit", "__version__"]
