"""No type of page is forgotten."""

import re
from pathlib import Path

import pytest

from readouts.build import ALL_RULES, check
from readouts.insight import Insight
from readouts.pages import Plan, plan_pages
from readouts.project import SHIPPED
from tests.browser.page_types import TYPES

OF_NO_PLAN = {"404.html", "redirect.html"}


@pytest.fixture(scope="module")
def plans(insight: Insight, long_content: Path, rounds_content: Path) -> dict[str, Plan]:
    contents = {"tree": insight, "long": check(long_content).insight, "rounds": check(rounds_content).insight}
    return {name: plan_pages(of_content, ALL_RULES) for name, of_content in contents.items()}


def test_every_template_of_a_page_is_opened() -> None:
    pages = {
        path.name
        for path in (SHIPPED / "templates").glob("*.md")
        if re.match(r'{% extends "(page|index)\.md" %}', path.read_text())
    }
    assert {type_.template for type_ in TYPES.values()} == pages | OF_NO_PLAN


@pytest.mark.parametrize("name", [name for name, type_ in TYPES.items() if type_.template not in OF_NO_PLAN])
def test_a_page_is_made_by_the_template_it_stands_for(plans: dict[str, Plan], name: str) -> None:
    templates = {page.address: page.template for page in plans[TYPES[name].content].pages}
    assert templates[TYPES[name].address] == TYPES[name].template


def test_the_redirect_is_one(plans: dict[str, Plan]) -> None:
    assert TYPES["redirect"].address in {redirect.address for redirect in plans["tree"].redirects}
