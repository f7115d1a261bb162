"""The policy of a page: what the theme runs is let run, what stands in the content is not."""

import base64
import hashlib
from pathlib import Path

from lxml import html

from readouts.render.policy import hashes_of, headers, policy, with_policy
from tests.test_site import pages

OURS = "start()"
CONTENT = "<p>Words</p><script>evil()</script>"
PAGE = f'<head><meta charset="utf-8"><script>{OURS}</script></head><body>{{}}<script src="x.js"></script></body>'


def hash_of(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_a_script_of_the_theme_is_let_run() -> None:
    secured, hashes = with_policy(PAGE.format("<p>Words</p>"), "<p>Words</p>")
    assert hashes == {hash_of(OURS)}
    element = html.fromstring(secured).xpath("//meta[@http-equiv='Content-Security-Policy']")[0]
    assert hash_of(OURS) in element.get("content")


def test_a_script_that_got_into_the_content_is_not() -> None:
    assert with_policy(PAGE.format(CONTENT), CONTENT)[1] == {hash_of(OURS)}


def test_no_script_is_let_run_on_a_page_whose_content_is_not_found_in_it() -> None:
    assert with_policy(PAGE.format(CONTENT), "<p>Other</p>")[1] == frozenset()


def test_data_and_scripts_from_files_need_no_hash() -> None:
    assert (
        hashes_of('<script type="application/ld+json">{}</script><script type="module" src="a.js"></script>') == set()
    )


def test_nothing_but_the_sites_own_is_allowed() -> None:
    directives = dict(part.split(" ", 1) for part in policy(()).split("; "))
    assert directives["default-src"] == "'none'"
    assert all("unsafe-inline" not in sources and "http" not in sources for sources in directives.values())
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"


def test_every_page_has_its_policy_before_anything_is_loaded(site: Path) -> None:
    for name, document in pages(site):
        first = document.xpath("//head/*")[:2]
        assert first[1].get("http-equiv") == "Content-Security-Policy", name
        assert not document.xpath("//@style | //style"), name
        assert not document.xpath("//@*[starts-with(name(), 'on')]"), name


def test_the_headers_allow_what_every_page_allows(site: Path) -> None:
    hashes = frozenset().union(*(hashes_of(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")))
    assert hashes
    assert (site / "_headers").read_text(encoding="utf-8") == headers(hashes)
