"""The coasts of the world, as rings of longitude and latitude."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
_FILE = Path(__file__).with_name("land-110m.json")


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    """Yield the points of an arc of TopoJSON: each is written as its distance from the one before, on a grid."""
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * scale_x + west, y * scale_y + south


def _joined(arcs: Sequence[Ring], numbers: Sequence[int]) -> Ring:
    """Return the ring of some arcs, each beginning where the one before ends; `~n` is the nth one backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def decode(topology: Mapping[str, Any]) -> tuple[Ring, ...]:
    """Return the rings of the land in a topology, lakes among them; the last point of each is its first."""
    arcs = [tuple(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    lands = topology["objects"]["land"]["geometries"]
    return tuple(_joined(arcs, ring) for land in lands for polygon in land["arcs"] for ring in polygon)


@cache
def read_land() -> tuple[Ring, ...]:
    """Return the land of the world, as far as it shows on a small map."""
    return decode(json.loads(_FILE.read_text(encoding="utf-8")))
