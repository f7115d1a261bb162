"""Numbers of one thing by another, as cells that are the darker the larger the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import mul

from readouts.graph import Node
from readouts.model import Date

LEVELS = 5  # of darkness, above none
LABELS = 178  # width of what names the rows
WIDE, NARROW, TALL = 84, 42, 28  # widths of a column, height of a row
LEVEL_HEAD, UPRIGHT_HEAD = 30, 112  # heights of what names the columns
FEWEST = 2  # rows, and columns, that are worth a drawing


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a row or column is of: a record or a period; all others where it is neither."""

    node: Node | None = None
    period: Date | None = None

    @property
    def is_rest(self) -> bool:
        """Tell whether it is of all others."""
        return self.node is None and self.period is None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A number in its place, and how dark it is; `address` is of a page about it."""

    x: int
    value: int
    level: int
    address: str | None


@dataclass(frozen=True, kw_only=True)
class Row:
    """The cells of a row from left to right."""

    heading: Heading
    y: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Rows and columns with their headings; those of the columns are written upright where they have little room."""

    columns: tuple[tuple[int, Heading], ...]
    rows: tuple[Row, ...]
    column: int
    is_upright: bool
    width: int
    height: int
    row: int = TALL
    labels: int = LABELS

    @property
    def links(self) -> int:
        """Return how many links it has."""
        return sum(bool(row.heading.node) + sum(cell.address is not None for cell in row.cells) for row in self.rows)

    @property
    def head(self) -> int:
        """Return the height of what names the columns."""
        return UPRIGHT_HEAD if self.is_upright else LEVEL_HEAD


Links = Sequence[Sequence[str | None]]


def matrix(
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    table: Sequence[Sequence[int]],
    *,
    links: Links | None = None,
    is_narrow: bool = False,
    is_upright: bool = False,
) -> Matrix | None:
    """Return a table of numbers as cells, with pages to link them to; None where there is nothing to compare."""
    if min(len(rows), len(columns)) < FEWEST:
        return None
    column, head = NARROW if is_narrow else WIDE, UPRIGHT_HEAD if is_upright else LEVEL_HEAD
    placed = [(LABELS + column * number, heading) for number, heading in enumerate(columns)]
    dark = _darkness(rows, columns, table)
    return Matrix(
        columns=tuple(placed),
        rows=tuple(
            Row(
                heading=row,
                y=head + TALL * number,
                cells=tuple(
                    Cell(x=x, value=value, level=level, address=link)
                    for (x, _), value, level, link in zip(placed, table[number], dark[number], linked, strict=True)
                ),
            )
            for number, (row, linked) in enumerate(zip(rows, links or [[None] * len(columns)] * len(rows), strict=True))
        ),
        column=column,
        is_upright=is_upright,
        width=LABELS + column * len(columns),
        height=head + TALL * len(rows),
    )


def _darkness(rows: Sequence[Heading], columns: Sequence[Heading], table: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the level of each number; those of all others say nothing beside those of one, and have none."""
    counting = [[not (row.is_rest or column.is_rest) for column in columns] for row in rows]
    compared = [list(map(mul, values, counts)) for values, counts in zip(table, counting, strict=True)]
    most = max(1, *chain.from_iterable(compared))
    return [[-(-LEVELS * value // most) for value in values] for values in compared]
