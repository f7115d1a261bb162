"""The policy of a page: what the theme runs is let run, what stands in the content is not."""

import base64
import hashlib
from pathlib import Path

import pytest
from lxml import html

from readouts.problem import ReadoutsError
from readouts.render.policy import hashes_of, headers, policy, with_policy
from tests.conftest import pages

OURS = "start()"
CONTENT = "<p>Words</p><script>evil()</script>"
PAGE = f'<head><meta charset="utf-8"><script>{OURS}</script></head><body>{{}}<script src="x.js"></script></body>'


def hash_of(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_a_script_of_the_theme_is_let_run() -> None:
    secured, hashes = with_policy(PAGE.format("<p>Words</p>"), "<p>Words</p>", "a.md")
    assert hashes == {hash_of(OURS)}
    element = html.fromstring(secured).xpath("//meta[@http-equiv='Content-Security-Policy']")[0]
    assert hash_of(OURS) in element.get("content")


def test_a_script_that_got_into_the_content_is_not() -> None:
    assert with_policy(PAGE.format(CONTENT), CONTENT, "a.md")[1] == {hash_of(OURS)}


def test_a_page_whose_content_another_plugin_changed_stops_the_build() -> None:
    with pytest.raises(ReadoutsError, match=r"a\.md: another plugin changed the page"):
        with_policy(PAGE.format(CONTENT), "<p>Other</p>", "a.md")


@pytest.mark.parametrize("written", ["", "<meta charset=utf-8>", '<META CHARSET="UTF-8">'])
def test_a_page_without_the_place_for_its_policy_stops_the_build(written: str) -> None:
    with pytest.raises(ReadoutsError, match=r'a\.md: no <meta charset="utf-8">'):
        with_policy(PAGE.replace('<meta charset="utf-8">', written), "", "a.md")


def test_data_and_scripts_from_files_need_no_hash() -> None:
    assert (
        hashes_of('<script type="application/ld+json">{}</script><script type="module" src="a.js"></script>') == set()
    )


def test_nothing_but_the_sites_own_is_allowed() -> None:
    directives = (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-x'",
        "worker-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    assert policy(["'sha256-x'"]) == "; ".join(directives)


def test_the_headers_say_what_only_a_header_can() -> None:
    assert headers([]) == (
        f"/*\n  Content-Security-Policy: {policy([])}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    )


def test_every_page_has_its_policy_before_anything_is_loaded(site: Path) -> None:
    for name, document in pages(site):
        first = document.xpath("//head/*")[:2]
        assert first[1].get("http-equiv") == "Content-Security-Policy", name
        assert (
            first[1].get("content").startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
        ), name
        assert not document.xpath("//@style | //style"), name
        assert not document.xpath("//@*[starts-with(name(), 'on')]"), name


def test_the_headers_allow_what_every_page_allows(site: Path) -> None:
    hashes = frozenset().union(*(hashes_of(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")))
    assert hashes
    assert (site / "_headers").read_text(encoding="utf-8") == headers(hashes)
