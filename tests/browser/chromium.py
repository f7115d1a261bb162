"""Chromium for the browser tests: `python -m tests.browser.chromium` brings it where there is none."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

UPDATE = ("apt-get", "update")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "libatomic1")  # Playwright's Node.js needs that
PLAYWRIGHT = (sys.executable, "-m", "playwright")
OWN = (*PLAYWRIGHT, "install", "--only-shell", "chromium")
# Whatever a page asks for, nothing leaves this machine.
OPTIONS = ("--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
MISSING = """\
The browser tests need Chromium: {reason}.
Run `make test` with a network (on Debian as root), or install the package chromium, or run `{own}`."""


class NoChromiumError(Exception):
    """There is no Chromium that starts."""

    def __init__(self, reason: str) -> None:
        """Say what is missing and what to do."""
        super().__init__(MISSING.format(reason=reason, own=" ".join(OWN)))


def _first_line(told: object) -> str:
    return str(told).removeprefix("BrowserType.launch: ").strip().partition("\n")[0]


def _start(playwright: Playwright) -> Browser:
    """Start the machine's Chromium, or else Playwright's own."""
    reasons = []
    installed = shutil.which("chromium")
    for program in (installed, None) if installed else (None,):
        try:
            return playwright.chromium.launch(executable_path=program, args=OPTIONS, timeout=30_000)
        except Error as error:
            reasons.append(_first_line(error.message))
    raise NoChromiumError("; ".join(reasons))


def _start_playwright() -> Playwright:
    try:
        return sync_playwright().start()
    except Exception as error:  # of no type of its own
        told = subprocess.run(PLAYWRIGHT, capture_output=True, text=True, check=False).stderr
        raise NoChromiumError(f"Playwright does not start: {_first_line(told or error)}") from error


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium, and stop it after use."""
    playwright = _start_playwright()
    try:
        browser = _start(playwright)
        yield browser
        browser.close()
    finally:
        playwright.stop()


def _ways() -> Sequence[Sequence[str]]:
    """Return the commands that install Chromium on this machine."""
    if os.geteuid() or not shutil.which("apt-get"):
        return (OWN,)
    if platform.freedesktop_os_release()["ID"] == "debian":
        return UPDATE, (*INSTALL, "chromium")
    return UPDATE, INSTALL, (*OWN, "--with-deps")  # Ubuntu's chromium is a snap, which does not start in a container


def bring() -> str:
    """Install Chromium unless one starts, and return its version."""
    with suppress(NoChromiumError), chromium() as browser:
        return browser.version
    for command in _ways():
        try:
            subprocess.run(command, check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoChromiumError(f"`{' '.join(command)}` failed") from error
    with chromium() as browser:
        return browser.version


if __name__ == "__main__":
    try:
        print(f"Chromium {bring()}")
    except NoChromiumError as problem:
        sys.exit(str(problem))
