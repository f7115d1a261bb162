"""The harness sees what it is to see."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.browser.watch import Watch
from tests.conftest import ROOT

ELSEWHERE = "https://elsewhere.example/a.png"


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        (f"<img src='{ELSEWHERE}' alt=''>", f"request to another host: {ELSEWHERE}"),
        (f"<script>fetch('{ELSEWHERE}').catch(() => {{}})</script>", f"request to another host: {ELSEWHERE}"),
        ("<script>console.debug('so far')</script>", "console, debug: so far ()"),
        ("<script>nobody()</script>", "error: nobody is not defined"),
    ],
)
def test_what_a_reader_does_not_see_is_seen(page: Page, watch: Watch, markup: str, complaint: str) -> None:
    page.set_content(markup)
    watch.settle()
    assert complaint in [found.splitlines()[0] for found in watch.complaints]
    watch.forget()


def ask(address: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """Return status, headers and body of an answer."""
    try:
        answer = urlopen(Request(address, headers=headers), timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read()


def test_the_host_compresses_text_for_who_takes_it(hosts: Mapping[str, str]) -> None:
    plain, small = ask(hosts["tree"]), ask(hosts["tree"], **{"Accept-Encoding": "gzip, br"})
    assert plain[2].lstrip().startswith(b"<!doctype html>")
    assert small[1]["Content-Encoding"] == "gzip"
    assert len(small[2]) < len(plain[2]) / 2


def test_the_host_has_nothing_beside_the_site(hosts: Mapping[str, str]) -> None:
    beside = hosts["long"].replace("/briefings/", "/assets/readouts.css")
    for address in (beside, f"{hosts['tree']}nobody/", f"{hosts['tree']}../../etc/passwd"):
        status, _, body = ask(address)
        assert status == 404
        assert b"Page not found" in body


def test_chromium_starts(browser: Browser) -> None:
    assert browser.version


def test_without_chromium_the_tests_fail_and_say_what_to_do(tmp_path: Path) -> None:
    one = f"{Path(__file__).relative_to(ROOT)}::{test_chromium_starts.__name__}"
    environment = {**os.environ, "PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", one],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "The browser tests need Chromium: Executable doesn't exist" in done.stdout
    assert "Run `make test` with a network" in done.stdout
    assert "skipped" not in done.stdout


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the commands that are run; this is a machine where none of them brings Chromium."""
    commands: list[str] = []

    @contextmanager
    def started() -> Iterator[Browser]:
        raise chromium.NoChromiumError("it does not start")
        yield

    monkeypatch.setattr(chromium, "chromium", started)
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **_: commands.append(" ".join(command)))
    return commands


APT = "apt-get install --yes --no-install-recommends libatomic1"
OWN = f"{sys.executable} -m playwright install --only-shell chromium"


@pytest.mark.parametrize(
    ("user", "apt", "system", "commands"),
    [
        (0, "/usr/bin/apt-get", "debian", ["apt-get update", f"{APT} chromium"]),
        (0, "/usr/bin/apt-get", "ubuntu", ["apt-get update", APT, f"{OWN} --with-deps"]),
        (1000, "/usr/bin/apt-get", "debian", [OWN]),
        (0, None, "fedora", [OWN]),
    ],
)
def test_chromium_is_brought_as_the_machine_has_it(
    monkeypatch: pytest.MonkeyPatch, tried: list[str], user: int, apt: str | None, system: str, commands: list[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(chromium.shutil, "which", lambda _: apt)
    monkeypatch.setattr(chromium.platform, "freedesktop_os_release", lambda: {"ID": system})
    with pytest.raises(chromium.NoChromiumError, match="it does not start"):
        chromium.bring()
    assert tried == commands


@pytest.mark.usefixtures("tried")
def test_a_command_that_fails_is_told_in_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **_: subprocess.check_call(["false", *command]))
    with pytest.raises(chromium.NoChromiumError, match="(apt-get update|playwright install .*)` failed") as told:
        chromium.bring()
    assert len(str(told.value).splitlines()) == 2
