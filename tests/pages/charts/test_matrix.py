from hypothesis import given
from hypothesis import strategies as st

from readouts.graph import Graph
from readouts.model import Organization
from readouts.pages.charts.matrix import LEVELS, Heading, matrix

REST = Heading()
TABLES = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 10**6), min_size=width, max_size=width), min_size=2, max_size=8)
)


def headings(graph: Graph, count: int) -> list[Heading]:
    return [Heading(node=graph.record(Organization, "aldermark"))] * count


@given(TABLES)
def test_every_number_has_a_cell_the_darker_the_larger(graph: Graph, table: list[list[int]]) -> None:
    drawn = matrix(headings(graph, len(table)), headings(graph, len(table[0])), table)
    assert drawn is not None
    cells = [cell for row in drawn.rows for cell in row.cells]
    assert [[cell.value for cell in row.cells] for row in drawn.rows] == table
    by_value = sorted((cell.value, cell.level) for cell in cells)
    assert [level for _, level in by_value] == sorted(level for _, level in by_value)
    assert {cell.value == 0 for cell in cells if cell.level == 0} <= {True}
    assert max(cell.level for cell in cells) == (LEVELS if any(map(any, table)) else 0)
    for row in drawn.rows:
        assert drawn.head <= row.y <= drawn.height - drawn.row
        assert all(drawn.labels <= cell.x <= drawn.width - drawn.column for cell in row.cells)


def test_the_numbers_of_all_others_are_no_measure(graph: Graph) -> None:
    drawn = matrix([*headings(graph, 2), REST], [*headings(graph, 1), REST], [[2, 900], [1, 900], [800, 0]])
    assert drawn is not None
    assert [[cell.level for cell in row.cells] for row in drawn.rows] == [[5, 0], [3, 0], [0, 0]]


def test_one_row_or_one_column_is_not_drawn(graph: Graph) -> None:
    assert matrix(headings(graph, 1), headings(graph, 3), [[1, 2, 3]]) is None
    assert matrix(headings(graph, 2), headings(graph, 1), [[1], [2]]) is None


def test_links_are_counted(graph: Graph) -> None:
    drawn = matrix(
        [*headings(graph, 1), REST], headings(graph, 2), [[1, 2], [3, 4]], links=[[None, "a/"], [None, None]]
    )
    assert drawn is not None
    assert drawn.links == 2
