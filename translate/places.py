"""Where the program keeps what is its own: folders of the user's, as the system has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from translate.errors import UsageError

NAME = "corpus"


def cache_folder() -> Path:
    """Give the folder of what can be made again; it need not exist.

    `$XDG_CACHE_HOME/corpus` on Linux.
    """
    from platformdirs import user_cache_path

    return _found(user_cache_path)


def data_folder() -> Path:
    """Give the folder of what the user installed; it need not exist.

    `$XDG_DATA_HOME/corpus` on Linux.
    """
    from platformdirs import user_data_path

    return _found(user_data_path)


def _found(folder: Callable[..., Path]) -> Path:
    try:
        return folder(NAME, appauthor=False)
    except RuntimeError as error:  # a user without a home folder, in a container
        said = "there is no home folder: set HOME, or XDG_CACHE_HOME and XDG_DATA_HOME"
        raise UsageError(said) from error
