import json
from typing import Any

from readouts.load.land import decode, read_land

# A square with a lake of one arc in it; the square is two arcs, of which the second runs backwards.
TOPOLOGY: dict[str, Any] = {
    "transform": {"scale": [2, 0.5], "translate": [-10, 5]},
    "arcs": [
        [[0, 0], [10, 0], [0, 10]],
        [[0, 0], [0, 10], [10, 0]],
        [[4, 4], [2, 0], [0, 2], [-2, -2]],
    ],
    "objects": {
        "land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2], [2]]]}]}
    },
}


def test_arcs_are_decoded_turned_and_joined_to_rings() -> None:
    assert decode(TOPOLOGY) == (
        ((-10, 5), (10, 5), (10, 10), (-10, 10), (-10, 5)),
        ((-2, 7), (2, 7), (2, 8), (-2, 7)),
    )


def test_the_land_of_the_world_is_rings_that_close_on_the_globe() -> None:
    rings = read_land()
    assert len(rings) > 100
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(abs(lon) <= 180 and abs(lat) <= 90 for ring in rings for lon, lat in ring)
    assert json.dumps(rings)  # numbers, and nothing else
