"""Where the program keeps what is its own: folders of the user's, as the system has them."""

from __future__ import annotations

from pathlib import Path

NAME = "corpus"


def cache_folder() -> Path:
    """Give the folder of what can be made again; it need not exist.

    `$XDG_CACHE_HOME/corpus` on Linux.
    """
    from platformdirs import user_cache_path

    return user_cache_path(NAME, appauthor=False)


def data_folder() -> Path:
    """Give the folder of what the user installed; it need not exist.

    `$XDG_DATA_HOME/corpus` on Linux.
    """
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)
