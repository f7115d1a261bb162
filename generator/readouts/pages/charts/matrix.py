"""Numbers of one thing by another, as cells that are the darker the larger the number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    def head(self) -> int:
        """Return the height of what names the columns."""
        return UPRIGHT_HEAD if self.is_upright else LEVEL_HEAD


Addresses = Sequence[Sequence[str | None]]


def matrix(
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    table: Sequence[Sequence[int]],
    *,
    addresses: Addresses | None = None,
    is_narrow: bool = False,
    is_upright: bool = False,
) -> Matrix | None:
    """Return a table of numbers as cells; None where there is nothing to compare."""
    if min(len(rows), len(columns)) < FEWEST:
        return None
    column, head = NARROW if is_narrow else WIDE, UPRIGHT_HEAD if is_upright else LEVEL_HEAD
    most = max(1, *(value for row in table for value in row))
    links = addresses or [[None] * len(columns)] * len(rows)
    places = [LABELS + column * index for index in range(len(columns))]
    return Matrix(
        columns=tuple(zip(places, columns, strict=True)),
        rows=tuple(
            Row(
                heading=heading, y=head + TALL * number, cells=tuple(_cells(places, table[number], links[number], most))
            )
            for number, heading in enumerate(rows)
        ),
        column=column,
        is_upright=is_upright,
        width=LABELS + column * len(columns),
        height=head + TALL * len(rows),
    )


def _cells(places: Sequence[int], values: Sequence[int], links: Sequence[str | None], most: int) -> Iterator[Cell]:
    for x, value, address in zip(places, values, links, strict=True):
        yield Cell(x=x, value=value, level=-(-LEVELS * value // most), address=address)
