"""What a reader downloads stays small; test_size.py holds that of long lists, browser/test_search.py of a search."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(("kinds", "budget"), [((".css", ".js"), 40_000), ((".woff2",), 150_000)])
def test_assets_of_ours_stay_within_their_budget(site: Path, kinds: tuple[str, ...], budget: int) -> None:
    ours = (path for path in (site / "assets").rglob("*") if path.parent.name != "stylesheets")  # that has Material's
    sizes = {path.name: path.stat().st_size for path in ours if path.suffix in kinds}
    assert sizes
    assert sum(sizes.values()) < budget, sizes


def test_every_page_is_under_a_hundred_kilobytes(site: Path) -> None:
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert {name: size for name, size in sizes.items() if size >= 100_000} == {}
