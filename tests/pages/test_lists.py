"""Long lists stand on pages of their own, which lead to each other."""

import pytest

from readouts.pages.lists import Pager


@pytest.mark.parametrize(
    ("number", "count", "near"),
    [
        (1, 1, [1]),
        (1, 4, [1, 2, 3, 4]),
        (1, 9, [1, 2, 3, 4, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 12, [1, None, 3, 4, 5, 6, 7, 8, 9, None, 12]),
        (167, 167, [1, None, 164, 165, 166, 167]),
    ],
)
def test_a_page_of_a_list_leads_to_the_first_the_last_and_those_near_it(
    number: int, count: int, near: list[int | None]
) -> None:
    pager = Pager(number=number, addresses=tuple(f"list/{n}/" for n in range(1, count + 1)))
    assert list(pager.near) == near
