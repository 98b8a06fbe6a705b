"""A real browser without a window for the tests of pages: Chromium, driven by selenium."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
DRIVER = shutil.which("chromedriver")


@contextmanager
def browser(width: int = 1280, height: int = 900) -> Iterator[Any]:
    """Give a browser; the test is skipped where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    if not CHROMIUM or not DRIVER:
        pytest.skip("Chromium and its driver are not here (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument(f"--window-size={width},{height}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


def wait(driver: Any, told: Callable[[], Any], seconds: float = 20) -> Any:
    """Give what `told` gives once that is something; fail where it never is."""
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(driver, seconds, 0.05).until(lambda _: told())


def css(driver: Any, selector: str) -> list[Any]:
    """Give the elements of the page that fit the selector."""
    found: list[Any] = driver.find_elements("css selector", selector)
    return found


def complaints(driver: Any) -> list[str]:
    """Give what the browser's console says: errors of scripts, violations of the policy."""
    return [entry["message"] for entry in driver.get_log("browser")]


def faults(driver: Any) -> dict[str, list[str]]:
    """Give what axe-core finds wrong with the page for those who do not see or use a mouse.

    Its rules are fetched once a run; without npm or a network the test is skipped.
    """
    driver.execute_script(_axe() or pytest.skip("axe-core could not be fetched with npm"))
    found = driver.execute_async_script("axe.run().then(arguments[0])")
    return {
        fault["id"]: [node["html"][:200] for node in fault["nodes"]]
        for fault in found["violations"]
        if fault["impact"] in ("moderate", "serious", "critical")
    }


@cache
def _axe() -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "axe-core@4.10.3"]
        try:
            subprocess.run(command, cwd=folder, check=True, timeout=60, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            return ""
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            member = package.extractfile("package/axe.min.js")
            return member.read().decode() if member else ""
