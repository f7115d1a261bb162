"""The stylesheet is published without what is there for those who write it, and says the same to a browser."""

from pathlib import Path

from playwright.sync_api import Page

from readouts.project import SHIPPED

STYLESHEET = "assets/readouts.css"
# A variable is kept as it is written, spaces after commas and all.
RULES = r"""(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(/,\s+/g, ","));
}"""


def test_the_published_stylesheet_has_the_rules_of_the_written_one(page: Page, site: Path) -> None:
    written = (SHIPPED / "templates" / "theme" / STYLESHEET).read_text(encoding="utf-8")
    published = (site / STYLESHEET).read_text(encoding="utf-8")
    assert len(published) < len(written)
    assert page.evaluate(RULES, published) == page.evaluate(RULES, written)
