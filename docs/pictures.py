"""Make the pictures of the README: the report, the review, a diff, of the sample texts.

    python docs/pictures.py

It needs Chromium and its driver (Debian: chromium, chromium-driver) and the packages of the extra
`test`. The sample texts are cleaned and translated in a folder of their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.cli.terminal import at_terminal
from tests.show.browser import browser, wait

PROJECT = Path(__file__).parents[1]
PLACE = Path(__file__).parent
SHOWN = "page-commentaires.txt"  # has something of everything
WIDTH, HEIGHT = 1180, 800
COLUMNS = 118
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm-256color"}
TERMINAL = """<meta charset="utf-8"><style>
body {{ background: #fff; color: #1b1f24; margin: 12px; }} pre {{ font: 14px/1.4 monospace; }}
{stylesheet}
</style><pre>{code}</pre>"""


def corpus(folder: Path, *args: str) -> subprocess.Popen[str]:
    """Start the command `corpus` in `folder`."""
    command = [sys.executable, "-m", "translate", *args]
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)


def opened(driver: Any, address: str) -> None:
    """Open a page at one of its documents."""
    driver.get(address)
    wait(driver, lambda: driver.find_elements("css selector", "#rows [role=row]"))


def number(driver: Any) -> int:
    """Give the number of the document that is shown."""
    names = "return Data.index.documents.findIndex((entry) => entry.name === arguments[0])"
    return int(driver.execute_script(names, SHOWN))


def report(driver: Any, folder: Path) -> None:
    """The report, pointing at a removal."""
    address = (folder / "report.html").as_uri()
    driver.get(address)
    opened(driver, f"{address}#doc={number(driver)}")
    point(driver, "del.mark.other", 2)
    driver.save_screenshot(str(PLACE / "report.png"))


def review(driver: Any, folder: Path) -> None:
    """The review, correcting a sentence."""
    served = corpus(folder, "review", "-q")
    try:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        driver.get(address)
        opened(driver, f"{address}#doc={number(driver)}&check=*")
        driver.find_elements("css selector", ".said.doubt[tabindex]")[2].click()
        driver.find_element("css selector", "#tip .actions button").click()
        driver.save_screenshot(str(PLACE / "review.png"))
    finally:
        served.kill()


def point(driver: Any, selector: str, at: int) -> None:
    """Put the focus on one of the elements."""
    mark = driver.find_elements("css selector", selector)[at]
    driver.execute_script("arguments[0].focus()", mark)
    wait(driver, driver.find_element("css selector", "#tip").is_displayed)


def diff(driver: Any, folder: Path) -> None:
    """The diff of one text, as a terminal shows it."""
    from rich.console import Console
    from rich.text import Text

    environment = {**ENVIRONMENT, "COLUMNS": str(COLUMNS), "PAGER": "cat"}
    printed = at_terminal(folder, "diff", f"raw/{SHOWN}", f"cleaned/{SHOWN}", **environment)
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere)
        console.print(Text.from_ansi(printed))
        html = console.export_html(code_format=TERMINAL)
    page = folder / "diff.html"
    page.write_text(html, encoding="utf-8")
    driver.get(page.as_uri())
    driver.save_screenshot(str(PLACE / "diff.png"))


def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as place, browser(WIDTH, HEIGHT) as driver:
        folder = Path(place)
        driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        ENVIRONMENT["XDG_CACHE_HOME"] = str(folder / "cache")
        shutil.copytree(PROJECT / "raw", folder / "raw")
        for name in ("corpus.toml", "glossary.toml"):
            shutil.copy(PROJECT / name, folder)
        for command in ("run", "report"):
            corpus(folder, command, "-q").communicate()
        report(driver, folder)
        review(driver, folder)
        diff(driver, folder)


if __name__ == "__main__":
    main()
