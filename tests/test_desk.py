"""The writing desk, read over HTTP as a browser does."""

import http.client
import json
import re
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import run
from tests.servers import Server, serving

FISH = "topics/fish.yml"
TALKS = "meetings/2019-05-11-harbour-talks.yml"
GOOD, FAULTY = "name: Herring\nbroader: harbour\n", "nam: Cod\n"

Save = Callable[[str, str], str]


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    with serving("readouts", project) as started:
        yield started


@pytest.fixture
def save(server: Server, project: Path) -> Save:
    """Return a function that saves a record, waits for news as an open page does, and returns that page anew."""

    def saved(name: str, text: str, page: str = "topics/fish/") -> str:
        before = server.get(page)
        (project / "content" / name).write_text(text)
        server.wait_for_rebuild(before)
        return server.get(page)

    return saved


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    content: str


def asked(server: Server, path: str) -> Answer:
    """Return the answer to a request whose path is sent as it is."""
    with closing(http.client.HTTPConnection(server.address.removeprefix("http://").rstrip("/"), timeout=60)) as line:
        line.putrequest("GET", path)
        line.endheaders()
        answer = line.getresponse()
        return Answer(answer.status, dict(answer.headers), answer.read().decode())


def test_a_problem_stands_on_top_with_file_and_line_and_goes_away(save: Save) -> None:
    page = save(FISH, FAULTY)
    notice, _, rest = page.partition("</aside>")
    assert "content&#47;topics&#47;fish&#46;yml&#58;1&#58;1" in notice
    assert "did you mean &#39;name&#39;&#63;" in notice
    assert "<mark>nam</mark>&#58; Cod" in notice
    assert "Fish" in rest  # the last good page
    assert notice.index("<body") < notice.index('id="r-desk"')
    page = save(FISH, GOOD)
    assert 'id="r-desk"' not in page
    assert "Herring" in page


def test_problems_of_the_pages_own_record_come_first(save: Save, server: Server) -> None:
    page = save(TALKS, "titel: Talks\n")  # by name it is the first
    fish = save(FISH, FAULTY)
    places = re.findall(r"content&#47;(\w+)", fish.partition("</aside>")[0])
    assert places[0] == "topics"
    assert "meetings" in places
    assert "meetings" in page
    assert re.findall(r"content&#47;(\w+)", server.get("").partition("</aside>")[0])[0] == "meetings"


@pytest.mark.parametrize(("path", "is_open"), [("topics/bait/", True), ("topics/fish/", False)])
def test_a_warning_is_unfolded_on_the_page_of_its_record_alone(
    server: Server, project: Path, path: str, is_open: bool
) -> None:
    before = server.get("")
    (project / "content" / "topics" / "bait.yml").write_text(
        "name: Bait\nbroader: fish\nnotes: [{on: Bait, gloss: x}]\n"
    )
    (project / "content" / "people" / "odo.yml").write_text("name: Odo\n")  # nobody refers to it
    server.wait_for_rebuild(before)
    path = path.replace("topics/bait", "people/odo")
    assert ("<details open>" in server.get(path)) is is_open
    assert "1 warning" in server.get(path)


def test_content_with_errors_is_served_with_what_is_wrong_until_it_can_be_shown(project: Path) -> None:
    (project / "content" / FISH).write_text(FAULTY)
    with serving("readouts", project) as server:
        first = asked(server, "/topics/fish/")
        assert first.status == 503
        assert "did you mean &#39;name&#39;&#63;" in first.content
        (project / "content" / FISH).write_text(GOOD)
        server.wait_for_rebuild(first.content)
        assert "Herring" in server.get("topics/fish/")


def test_a_broken_template_is_told_on_the_page_that_needs_it(templates: Path) -> None:
    with serving("readouts", templates.parent) as server:
        page = server.get("topics/fish/")
        (templates / "topic.md").write_text("{% if")
        server.wait_for_rebuild(page)
        broken = asked(server, "/topics/fish/")
        assert broken.status == 500
        assert "topic&#46;md&#44; line 1" in broken.content
        assert "Hedda" in server.get("people/hedda-brandt/")
        (templates / "topic.md").unlink()
        server.wait_for_rebuild(broken.content)
        assert "Fish" in server.get("topics/fish/")


def test_hostile_words_of_a_problem_stand_on_the_page_as_those_characters(save: Save) -> None:
    page = save(FISH, "name: Fish\n'<script>alert(1)</script>': '</aside><img src=x onerror=alert(1)>'\n")
    assert "alert" in page
    assert not re.search(r"<img src=x|<script>alert", page)


def test_a_new_record_shows_without_starting_again_and_a_removed_one_goes(
    save: Save, server: Server, project: Path
) -> None:
    assert asked(server, "/topics/bait/").status == 404
    save("topics/bait.yml", "name: Bait\nbroader: fish\n")
    assert "Bait" in server.get("topics/bait/")
    before = server.get("")
    (project / "content/topics/bait.yml").unlink()
    server.wait_for_rebuild(before)
    assert asked(server, "/topics/bait/").status == 404


def test_every_page_is_the_one_that_a_build_makes(server: Server, project: Path) -> None:
    assert run("build", "-C", project).returncode == 0
    added = re.compile(
        r'<link rel="stylesheet" href="/-/desk.css">\n|<script src="/-/desk.js" data-version="\d+"></script>\n'
    )
    for page in sorted((project / "site").rglob("*.html")):
        shown = asked(server, f"/{page.relative_to(project / 'site').as_posix()}").content
        assert added.sub("", shown) == page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("assets/readouts.css", "text/css"),
        ("pagefind/pagefind-entry.json", "application/json"),
        ("data/meetings.jsonl", "application/jsonl"),
        (f"meetings/{Path(TALKS).stem}/{Path(TALKS).stem}.ics", "text/calendar"),
        ("sitemap.xml", "application/xml"),
    ],
)
def test_every_kind_of_file_is_there(server: Server, path: str, kind: str) -> None:
    answer = asked(server, f"/{path}")
    assert (answer.status, answer.headers["Content-Type"].partition(";")[0]) == (200, kind)
    assert answer.content
    if path.endswith(".json"):
        json.loads(answer.content)


@pytest.mark.parametrize(
    "path",
    [
        "/../../mkdocs.yml",
        "/%2e%2e/%2e%2e/mkdocs.yml",
        "//etc/passwd",
        "/a%00b",
        "/" + "x" * 5000,
        "/-/../mkdocs.yml",
        "/topics/..%2f..%2fmkdocs.yml",
    ],
)
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    assert asked(server, path).status == 404


def test_a_folder_without_its_slash_leads_to_the_page(server: Server) -> None:
    answer = asked(server, "/topics/fish")
    assert (answer.status, answer.headers["Location"]) == (302, "/topics/fish/")


def test_a_site_in_a_folder_of_its_host_has_its_page_for_wrong_addresses(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text()}site_url: https://example.org/briefings/\n")
    with serving("readouts", project) as server:
        lost = asked(server, "/nowhere/")
        (style,) = re.findall(r'href="([^"]*readouts\.css[^"]*)"', lost.content)
        assert (lost.status, asked(server, style).status) == (404, 200)


def test_the_terminal_says_where_a_saved_record_shows(project: Path) -> None:
    with serving("readouts", project) as server:
        before = server.get("topics/fish/")
        (project / "content" / FISH).write_text(GOOD)
        server.wait_for_rebuild(before)
        assert server.process.stderr is not None
        lines = (line.strip() for line in server.process.stderr)
        assert next(line for line in lines if "problems" not in line) == f"{server.address}topics/fish/"


def test_the_schemas_for_editors_know_a_saved_record(save: Save, project: Path) -> None:
    schema = project / ".readouts" / "schema" / "meeting.json"
    save("topics/bait.yml", "name: Bait\nbroader: fish\n")
    save("topics/bait.yml", "name: Worms\nbroader: fish\n")  # the first is done with when the second is looked at
    assert '"bait"' in schema.read_text(encoding="utf-8")


def test_a_browser_that_has_gone_is_not_spoken_of(project: Path) -> None:
    with serving("readouts", project) as server:
        page = server.get("topics/fish/")
        host, _, port = server.address.removeprefix("http://").rstrip("/").partition(":")
        version = re.search(r'data-version="(\d+)"', page)
        with socket.create_connection((host, int(port))) as line:
            line.sendall(f"GET /-/news?version={version and version[1]} HTTP/1.1\r\nHost: here\r\n\r\n".encode())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # ends without a farewell
        (project / "content" / FISH).write_text(GOOD)
        server.wait_for_rebuild(page)
        assert "Herring" in server.get("topics/fish/")
        server.process.terminate()
        assert "Traceback" not in server.process.communicate(timeout=30)[1]
