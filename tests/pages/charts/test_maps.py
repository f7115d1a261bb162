from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Place
from readouts.pages.charts.maps import LARGEST, MOST_SPOTS, SMALLEST, WORLD, Map, locator, world_map

AT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def place(number: int, lat: float, lon: float) -> Place:
    at = {"lat": f"{lat:.4f}", "lon": f"{lon:.4f}"}
    return Place.model_validate({"id": f"place-{number:03d}", "name": f"Place {number}", "at": at})


def places_on(drawn: Map) -> Counter[str]:
    return Counter(place.id for spot in drawn.spots for place in spot.places)


@given(st.lists(AT, min_size=2, max_size=200), st.lists(st.integers(0, 500), min_size=200, max_size=200))
def test_every_place_is_in_one_spot_on_the_map(found: list[tuple[float, float]], counts: list[int]) -> None:
    places = [place(number, *at) for number, at in enumerate(found)]
    meetings = {place.id: count for place, count in zip(places, counts, strict=False)}
    drawn = world_map(places, meetings)
    if drawn is None:
        return
    assert places_on(drawn) == Counter(place.id for place in places)
    assert sum(spot.meetings for spot in drawn.spots) == sum(meetings.values())
    assert len(drawn.spots) <= MOST_SPOTS
    numbers = [spot.meetings for spot in drawn.spots]
    assert numbers == sorted(numbers, reverse=True)
    for spot in drawn.spots:
        assert 0 <= spot.x <= WORLD.width
        assert 0 <= spot.y <= WORLD.height
        assert SMALLEST <= spot.radius <= LARGEST
        assert [meetings[place.id] for place in spot.places] == sorted(
            (meetings[place.id] for place in spot.places), reverse=True
        )


def test_places_close_together_share_a_spot_and_others_do_not() -> None:
    bay = [place(1, 37.77, -122.42), place(2, 37.43, -122.25)]
    drawn = world_map([*bay, place(3, 39.9, 116.41)], {"place-001": 1, "place-002": 2, "place-003": 60})
    assert drawn is not None
    assert [[place.id for place in spot.places] for spot in drawn.spots] == [["place-003"], ["place-002", "place-001"]]
    assert [spot.meetings for spot in drawn.spots] == [60, 3]
    assert world_map(bay, {}) is None  # one spot says nothing


def test_nine_hundred_places_are_few_spots() -> None:
    places = [place(number, number * 7 % 160 - 80, number * 13 % 360 - 180) for number in range(900)]
    drawn = world_map(places, {})
    assert drawn is not None
    assert 10 < len(drawn.spots) <= MOST_SPOTS
    assert len(places_on(drawn)) == 900


def test_names_overlap_no_other_name_and_no_mark() -> None:
    crowd = [place(n, 40 + n % 5, 10 + n // 5 * 4) for n in range(40)]
    drawn = world_map(crowd, {})
    assert drawn is not None
    named = [spot for spot in drawn.spots if spot.side]
    assert 0 < len(named) < len(drawn.spots)
    for spot in named:
        right = spot.side == "end"
        beyond = [
            s
            for s in drawn.spots
            if s is not spot and abs(s.y - spot.y) < 6 and 0 < (s.x - spot.x) * (1 if right else -1) < 40
        ]
        assert beyond == []


def test_a_place_without_coordinates_is_on_no_map() -> None:
    nowhere = Place.model_validate({"id": "nowhere", "name": "Nowhere"})
    assert locator(nowhere, 3) is None
    drawn = world_map([nowhere, place(1, 0, 0), place(2, 10, 10)], {"nowhere": 3})
    assert drawn is not None
    assert places_on(drawn) == Counter(["place-001", "place-002"])


@pytest.mark.parametrize(
    "at", [(39.9, 116.41), (-18.1, 178.4), (21.31, -157.86), (64.1, -21.9), (-49.25, 69.5), (90, 180)]
)
def test_a_locator_shows_the_place_near_its_middle(at: tuple[float, float]) -> None:
    drawn = locator(place(1, *at), 5)
    assert drawn is not None
    (spot,) = drawn.spots
    assert abs(spot.x - drawn.view.width / 2) <= 30
    assert abs(spot.y - drawn.view.height / 2) <= 30
    assert spot.meetings == 5


def test_places_near_each_other_have_one_map() -> None:
    views = {drawn.view for n in range(4) if (drawn := locator(place(n, 40 + n / 2, 116 + n / 2), 0))}
    assert len(views) == 1
