"""A terminal to run the command at, as a person does."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT


def at_terminal(folder: Path, *args: str, **variables: str) -> str:
    """Give what the command, at a terminal of 60 columns, sends there."""
    master, slave = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm", "COLUMNS": "60", **variables}
    command = [sys.executable, "-m", "translate", *args]
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=slave, stderr=slave, stdin=slave
    )
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 4096):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    process.wait()
    os.close(master)
    return shown.decode().replace("\r\n", "\n")
