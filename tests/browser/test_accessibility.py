"""axe finds nothing on any type of page, whatever the scheme and the width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit
from tests.browser.page_types import TYPES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]


@pytest.mark.parametrize("reader", ["light", "dark", "phone", "dark-phone"])
@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing(visit: Visit, name: str, reader: str) -> None:
    page = visit(reader, name)
    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
