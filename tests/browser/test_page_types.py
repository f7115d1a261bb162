"""No type of page is forgotten."""

from pathlib import Path

import pytest

from readouts.build import ALL_RULES, check
from readouts.insight import Insight
from readouts.pages import plan_pages
from readouts.project import SHIPPED
from tests.browser.page_types import TYPES

OF_NO_PLAN = {"404.html", "redirect.html"}


@pytest.fixture(scope="module")
def templates(insight: Insight, long_content: Path, rounds_content: Path) -> dict[str, dict[str, str]]:
    """Return the template of each address, for each content."""
    contents = {"tree": insight, "long": check(long_content).insight, "rounds": check(rounds_content).insight}
    plans = {name: plan_pages(of_content, ALL_RULES) for name, of_content in contents.items()}
    return {name: {page.address: page.template for page in plan.pages} for name, plan in plans.items()}


def test_every_template_of_a_page_is_opened() -> None:
    templates = (SHIPPED / "templates").glob("*.md")
    pages = {path.name for path in templates if path.read_text(encoding="utf-8").startswith("{% extends")}
    assert {type_.template for type_ in TYPES.values()} == pages | OF_NO_PLAN


@pytest.mark.parametrize("name", [name for name, type_ in TYPES.items() if type_.template not in OF_NO_PLAN])
def test_a_page_is_made_by_the_template_it_stands_for(templates: dict[str, dict[str, str]], name: str) -> None:
    type_ = TYPES[name]
    assert templates[type_.content].get(type_.address) == type_.template


def test_the_redirect_is_one(insight: Insight) -> None:
    redirects = {redirect.address for redirect in plan_pages(insight, ALL_RULES).redirects}
    assert TYPES["redirect"].address in redirects
