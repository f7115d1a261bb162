from hypothesis import given
from hypothesis import strategies as st

from readouts.graph import Graph
from readouts.model import Organization
from readouts.pages.charts.ranking import LABELS, NUMBERS, Count, ranking


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=12))
def test_bars_are_as_long_as_their_numbers_are_large(graph: Graph, numbers: list[int]) -> None:
    node = graph.record(Organization, "aldermark")
    drawn = ranking([Count(node=node, count=count) for count in sorted(numbers, reverse=True)])
    assert drawn is not None
    assert [bar.of.count for bar in drawn.bars] == sorted(numbers, reverse=True)
    longest = drawn.bars[0]
    for bar in drawn.bars:
        assert 1 <= bar.length <= drawn.width - LABELS - NUMBERS
        assert abs(bar.length - longest.length * bar.of.count / longest.of.count) <= 1
        assert bar.y + drawn.row <= drawn.height


def test_one_number_is_not_drawn(graph: Graph) -> None:
    assert ranking([Count(node=graph.record(Organization, "aldermark"), count=3)]) is None
