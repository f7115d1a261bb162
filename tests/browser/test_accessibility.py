"""axe finds nothing on any type of page, whatever the scheme and the width."""

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit, turn_into
from tests.browser.page_types import TYPES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}


@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing(visit: Visit, name: str) -> None:
    page = visit("light", name)
    page.evaluate(Axe().axe_script)
    for reader in ("light", "dark", "dark-phone", "phone"):
        turn_into(page, reader)
        found = AxeResults(page.evaluate("options => axe.run(options)", OPTIONS))
        assert found.violations_count == 0, f"{reader}: {found.generate_report()}"
