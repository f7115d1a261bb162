import math
from collections.abc import Sequence

import pytest

from readouts.pages.charts.maps import WORLD
from readouts.pages.charts.projection import FINE, HALF_HEIGHT, HALF_WIDTH, View, equal_earth

MERIDIANS = (11, 0, 90, 180, -100)


def world(meridian: float) -> View:
    return View(
        meridian=meridian,
        latitude=0,
        radius=100,
        width=math.ceil(200 * HALF_WIDTH),
        height=math.ceil(200 * HALF_HEIGHT),
    )


def area(ring: Sequence[tuple[int, int]]) -> float:
    """Return the area inside a ring, in units of the drawing; negative where it runs the other way."""
    around = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x * b - a * y for (x, y), (a, b) in around) / 2 / FINE**2


def is_land(view: View, lon: float, lat: float) -> bool:
    """Tell whether a point is drawn as land: on a way from it to the edge an odd number of coasts is crossed."""
    x, y = (FINE * value for value in view.position(lon, lat))
    crossed = 0
    for ring in view.coasts():
        for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossed += (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    return bool(crossed % 2)


def test_the_middle_is_in_the_middle_and_the_edges_are_at_the_edges() -> None:
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0) == pytest.approx((HALF_WIDTH, 0))
    assert equal_earth(0, 90) == pytest.approx((0, HALF_HEIGHT))
    assert equal_earth(-180, -90)[0] > -HALF_WIDTH  # the poles are lines shorter than the equator


@pytest.mark.parametrize("lat", [0, 30, 60, 80])
def test_equal_areas_of_the_globe_are_equal_on_the_map(lat: float) -> None:
    def square(north: float) -> float:
        (_, south), (right, top) = equal_earth(0, north), equal_earth(0.01, north + 0.01)
        return right * (top - south) / math.cos(math.radians(north + 0.005))

    assert square(lat) == pytest.approx(square(0), rel=0.001)


@pytest.mark.parametrize("meridian", MERIDIANS)
def test_no_coast_runs_across_the_map(meridian: float) -> None:
    view = world(meridian)
    for ring in view.coasts():
        for (x, _), (other, _) in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert abs(x - other) < FINE * view.width / 2


@pytest.mark.parametrize("meridian", MERIDIANS)
def test_what_is_land_is_drawn_as_land_and_the_sea_as_sea(meridian: float) -> None:
    view = world(meridian)
    for place in (
        (116.4, 39.9),
        (-105, 39.7),
        (25, 0),
        (-60, -10),
        (134, -25),
        (178, 67),
        (-178, 66),
        (100, -85),
        (-120, -80),
    ):
        assert is_land(view, *place), place
    for place in ((-30, 30), (-140, 0), (160, 40), (80, -30), (179, -30), (-179, 50), (51, 42), (0, -55)):
        assert not is_land(view, *place), place  # the last but one is the Caspian Sea


@pytest.mark.parametrize(
    "meridian", MERIDIANS[:2]
)  # others cut continents, whose edges are then not curved as they should
def test_three_tenths_of_the_globe_are_land(meridian: float) -> None:
    view = world(meridian)
    land = abs(sum(area(ring) for ring in view.coasts()))
    assert land / (4 * math.pi * view.radius**2) == pytest.approx(0.29, abs=0.01)


def test_a_window_shows_what_is_in_it_and_nothing_else() -> None:
    view = View(meridian=120, latitude=40, radius=300, width=360, height=220)
    points = [point for ring in view.coasts() for point in ring]
    assert {True} == {0 <= x <= FINE * 360 and 0 <= y <= FINE * 220 for x, y in points}
    assert is_land(view, 116.4, 39.9)
    assert not is_land(view, 135, 40)  # the Sea of Japan
    assert len(points) < 400


def test_the_map_of_the_world_is_small_and_fits_its_frame() -> None:
    points = [point for ring in WORLD.coasts() for point in ring]
    assert len(points) < 4000
    assert {True} == {0 <= x <= FINE * WORLD.width and 0 <= y <= FINE * WORLD.height for x, y in points}
