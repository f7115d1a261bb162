"""What a chart tells apart: parties, or two of them together."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from readouts.graph import Graph
from readouts.model import Organization

MOST = 5  # told apart in one chart
K = TypeVar("K", bound=Hashable)
Parties = tuple[str, ...]  # ids


@dataclass(frozen=True, kw_only=True)
class Series:
    """What is drawn alike: of a party, of two together, or of all others, for which no party stands; and how many."""

    number: int
    parties: tuple[Organization, ...]
    total: int

    @property
    def is_alone(self) -> bool:
        """Tell whether it is of one party."""
        return len(self.parties) == 1


def leading(totals: Mapping[K, int], most: int) -> list[K]:
    """Return the keys of the largest totals, so many at most; of equal ones the first by name."""
    return sorted(totals, key=lambda key: (-totals[key], key))[:most]


def tell_apart(graph: Graph, keys: Iterable[Parties]) -> tuple[tuple[Series, ...], Mapping[Parties, int]]:
    """Return the series of some events, the largest first, and the place of each event's series among them."""
    totals = Counter(keys)
    several = {key: count for key, count in totals.items() if key}
    fits = len(totals) <= MOST
    chosen = leading(several, MOST if fits else MOST - 1)
    series = [
        Series(number=number, parties=tuple(graph.record(Organization, id_) for id_ in key), total=totals[key])
        for number, key in enumerate(chosen, 1)
    ]
    rest = totals.total() - sum(one.total for one in series)
    if rest:
        series.append(Series(number=MOST, parties=(), total=rest))
    return tuple(series), {key: chosen.index(key) if key in chosen else len(chosen) for key in totals}
