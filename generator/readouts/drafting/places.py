"""The nearest of some places in order, before or after another."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def last_before(places: Sequence[int], at: int) -> int:
    """Return the last of some places before another, or -1."""
    index = bisect_left(places, at)
    return places[index - 1] if index else -1


def first_after(places: Sequence[int], at: int, otherwise: int) -> int:
    """Return the first of some places after another, or what stands for none."""
    index = bisect_right(places, at)
    return places[index] if index < len(places) else otherwise
