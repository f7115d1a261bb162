"""The land of the world on a flat map of equal areas."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from readouts.load.land import Point, Ring, read_land

# The Equal Earth projection, by its polynomial (Šavrič, Patterson and Jenny 2018).
_A1, _A2, _A3, _A4, _M = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2
HALF_WIDTH = math.pi / (_M * _A1)  # of the whole world, where its radius is 1
FINE = 2  # steps in a unit of the drawing: coasts are rounded to these
HARDLY = 3  # steps: what is nearer to the point before is left out
HALF_TURN, POLE = 180, 90  # degrees


def equal_earth(east: float, north: float) -> Point:
    """Return where a point lies, in degrees from the middle meridian and the equator; y points up."""
    t = math.asin(_M * math.sin(math.radians(north)))
    t2, t6 = t**2, t**6
    x = math.radians(east) * math.cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


HALF_HEIGHT = equal_earth(0, POLE)[1]


@dataclass(frozen=True, kw_only=True)
class View:
    """A window on the world: what is in its middle, how long the globe's radius is in it, its size."""

    meridian: float
    latitude: float
    radius: float
    width: int
    height: int

    def position(self, lon: float, lat: float) -> Point:
        """Return where a place is in the window."""
        return self._inside((lon - self.meridian + HALF_TURN) % 360 - HALF_TURN, lat)

    def _inside(self, east: float, north: float) -> Point:
        x, y = equal_earth(east, north)
        _, middle = equal_earth(0, self.latitude)
        return self.width / 2 + self.radius * x, self.height / 2 - self.radius * (y - middle)

    def coasts(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Return the land in the window as rings, in steps; what lies in two parts of it is in both."""
        return _coasts(self)


@cache
def _coasts(view: View) -> tuple[tuple[tuple[int, int], ...], ...]:
    rings = (part for ring in read_land() for part in _turned(ring, view.meridian))
    shown = (_framed([view._inside(*point) for point in ring], view) for ring in rings)  # noqa: SLF001  # its own view
    return tuple(ring for ring in (_rounded(ring) for ring in shown) if len(ring) > 2)  # noqa: PLR2004  # a line is no land


def _turned(ring: Ring, meridian: float) -> Iterator[Sequence[Point]]:
    """Yield the parts of a ring between the two edges of a world that is turned to a meridian."""
    points = _unwound(ring, meridian)
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in points]
        if max(x for x, _ in moved) > -HALF_TURN and min(x for x, _ in moved) < HALF_TURN:
            yield _cut(_cut(moved, axis=0, at=HALF_TURN, side=1), axis=0, at=-HALF_TURN, side=-1)


def _unwound(ring: Ring, meridian: float) -> list[Point]:
    """Return a ring whose longitudes go on beyond 180°; one around a pole is closed along the pole."""
    points: list[Point] = []
    for lon, lat in ring:
        east, before = lon - meridian, points[-1][0] if points else 0
        points.append((east + 360 * round((before - east) / 360), lat))
    (first, _), (last, lat) = points[0], points[-1]
    pole, turn = math.copysign(POLE, lat), last - first
    if abs(turn) > HALF_TURN:
        points += [(last - turn * step / 4, pole) for step in range(5)]
    return points


def _framed(points: Sequence[Point], view: View) -> Sequence[Point]:
    """Return what a window shows of a ring."""
    for axis, size in enumerate((view.width, view.height)):
        points = _cut(_cut(points, axis=axis, at=size, side=1), axis=axis, at=0, side=-1)
    return points


def _cut(points: Sequence[Point], *, axis: int, at: float, side: int) -> list[Point]:
    """Return what lies on one side of a line, where it is crossed closed along it (after Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, is_ = (side * (p[axis] - at) <= 0 for p in (before, point))
        if was != is_:
            part = (at - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + part * (point[1 - axis] - before[1 - axis])
            kept.append((at, other) if axis == 0 else (other, at))
        if is_:
            kept.append(point)
    return kept


def _rounded(points: Sequence[Point]) -> tuple[tuple[int, int], ...]:
    """Return points in steps, without those that are hardly anything from the one before."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        step = round(x * FINE), round(y * FINE)
        if not kept or max(abs(step[0] - kept[-1][0]), abs(step[1] - kept[-1][1])) >= HARDLY:
            kept.append(step)
    return tuple(kept)
