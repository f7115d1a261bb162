"""Places on a map, those in one spot together."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.load.land import Point
from readouts.model import Coordinates, Place
from readouts.pages.charts.projection import FINE, HALF_HEIGHT, HALF_WIDTH, View

WIDTH = 680
MERIDIAN = 11  # on the other side of the world from the Bering Strait, where hardly any land is cut
WORLD = View(
    meridian=MERIDIAN,
    latitude=0,
    radius=WIDTH / 2 / HALF_WIDTH,
    width=WIDTH,
    height=math.ceil(WIDTH * HALF_HEIGHT / HALF_WIDTH),
)
AROUND = 140  # degrees that a map around a place shows
WINDOW = (360, 220)  # its size
GRID = 10  # degrees between places that it may be centred on
FEWEST, MOST_SPOTS = 2, 50
NEAR = 7  # what is nearer to each other is one spot; or twice or four times as near, where there are too many
SMALLEST, LARGEST = 4, 12  # radii of marks
LETTER, LINE = 6.4, 13  # the most that a letter of a name is wide, and high
MOST_LETTERS = 20


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Places that can't be told apart on a map, the one with most meetings first, and on which side its name stands."""

    places: tuple[Place, ...]
    meetings: int
    x: int
    y: int
    radius: int = SMALLEST
    side: str = ""


@dataclass(frozen=True, kw_only=True)
class Map:
    """A window on the world with the spots on it, the largest first, so that none hides a smaller one."""

    view: View
    spots: tuple[Spot, ...]
    fine: int = FINE
    letters: int = MOST_LETTERS


def world_map(places: Sequence[Place], meetings: Mapping[str, int]) -> Map | None:
    """Return the places that have coordinates on a map of the world; None where there is nothing to compare."""
    located = [(meetings.get(place.id, 0), place, place.at) for place in places if place.at]
    located.sort(key=lambda found: (-found[0], found[1].id))
    near, spots = NEAR, _gathered(located, NEAR)
    while len(spots) > MOST_SPOTS:
        near *= 2
        spots = _gathered(located, near)
    if len(spots) < FEWEST:
        return None
    spots.sort(key=lambda spot: -spot.meetings)
    most = max(1, spots[0].meetings)
    sized = [replace(s, radius=round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(s.meetings / most))) for s in spots]
    return Map(view=WORLD, spots=tuple(_named(sized)))


def locator(place: Place, meetings: int) -> Map | None:
    """Return where a place with coordinates is: near the middle of a map that may be that of others too."""
    if place.at is None:
        return None
    width, height = WINDOW
    view = View(
        meridian=GRID * round(place.at.lon / GRID),
        latitude=GRID * round(place.at.lat / GRID),
        radius=width * math.pi / (HALF_WIDTH * math.radians(AROUND)),
        width=width,
        height=height,
    )
    x, y = view.position(place.at.lon, place.at.lat)
    return Map(view=view, spots=(Spot(places=(place,), meetings=meetings, x=round(x), y=round(y), side="end"),))


def _gathered(located: Sequence[tuple[int, Place, Coordinates]], near: int) -> list[Spot]:
    """Return spots that are not near each other; there may be too many, then they end early."""
    found: dict[Point, list[tuple[int, Place]]] = {}
    for count, place, at in located:
        here = WORLD.position(at.lon, at.lat)
        spot = next((there for there in found if math.dist(here, there) < near), here)
        found.setdefault(spot, []).append((count, place))
        if len(found) > MOST_SPOTS:
            break
    return [
        Spot(
            places=tuple(place for _, place in several),
            meetings=sum(count for count, _ in several),
            x=round(x),
            y=round(y),
        )
        for (x, y), several in found.items()
    ]


def _named(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield spots with their names on a side where nothing else is, as long as there is room."""
    taken = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    for spot in spots:
        for side in ("end", "start"):
            box = _box(spot, side)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield replace(spot, side=side)
                break
        else:
            yield spot


def _box(spot: Spot, side: str) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the name of a spot."""
    name = spot.places[0].name.raw
    width = round(LETTER * (min(len(name), MOST_LETTERS) + 3 * (len(spot.places) > 1)))
    left = spot.x + spot.radius + 2 if side == "end" else spot.x - spot.radius - 2 - width
    return left, spot.y - LINE // 2, left + width, spot.y + LINE // 2


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
