"""What is drawn can be read: in both schemes, on paper and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.page_types import TYPES

CHARTS = [name for name, type_ in TYPES.items() if type_.content == "rounds"]
# The contrast of each colour that something is drawn in with the paper (WCAG 2), as the browser mixes them.
CONTRASTS = """() => {
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const mixed = (colour) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const weights = [0.2126, 0.7152, 0.0722];
  const light = (rgb) => rgb.reduce((sum, v, i) => sum + linear(v / 255) * weights[i], 0);
  const paper = light(mixed(getComputedStyle(document.body).backgroundColor));
  const contrast = (one) => (Math.max(one, paper) + 0.05) / (Math.min(one, paper) + 0.05);
  const drawn = document.querySelectorAll(".r-chart :is(.r-ink, .r-bar, .r-spot)");
  const colours = new Set([...drawn].map((e) => getComputedStyle(e).fill));
  return [...colours].map((colour) => [colour, contrast(light(mixed(colour)))]);
}"""
# The height of the letters of each drawing, as they are seen.
LETTERS = """() => [...document.querySelectorAll(".r-chart svg text")].filter((e) => e.checkVisibility()).map((e) => {
  const drawing = e.ownerSVGElement;
  return parseFloat(getComputedStyle(e).fontSize) * drawing.clientWidth / drawing.viewBox.baseVal.width;
})"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("reader", ["light", "dark"])
@pytest.mark.parametrize("name", [name for name in CHARTS if name != "who met whom"])  # which has no hues
def test_whatever_its_hue_a_mark_stands_out_from_the_paper(visit: Visit, name: str, reader: str, media: str) -> None:
    page = visit(reader, name)
    page.emulate_media(media=media)  # type: ignore[arg-type]
    found = page.evaluate(CONTRASTS)
    page.emulate_media(media="null")
    assert found
    assert [(colour, contrast) for colour, contrast in found if contrast < 3] == []


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("name", CHARTS)
def test_letters_are_large_enough_to_read(visit: Visit, name: str, width: int) -> None:
    page = visit("light", name)
    page.set_viewport_size({"width": width, "height": 844})
    letters = page.evaluate(LETTERS)
    assert letters or name == "map"  # whose names are in its table, on a phone
    assert [letter for letter in letters if not 11 <= letter <= 20] == []


def test_a_wide_timeline_shows_the_newest_first_on_a_phone(visit: Visit) -> None:
    page = visit("phone", "timeline")
    page.locator("figure.r-chart").scroll_into_view_if_needed()  # down the page; sideways nothing moves
    newest = page.locator(".r-chart svg.r-wide > a").last
    expect(newest).to_be_in_viewport()


def test_a_table_opens_by_a_link_to_one_of_its_rows(visit: Visit) -> None:
    page = visit("light", "map")
    row = page.locator("#r-spot-1")
    expect(row).to_be_hidden()
    page.locator(".r-map a[href='#r-spot-1']").press("Enter")
    expect(row).to_be_visible()
