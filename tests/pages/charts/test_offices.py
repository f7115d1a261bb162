from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Role, read_date
from readouts.pages.charts.offices import MOST, SIDE, WIDTH, Tenure, tenures


def role(begin: str | None, end: str | None = None) -> Role:
    dates = {key: date for key, date in (("from", begin), ("to", end)) if date}
    return Role.model_validate({"organization": "aldermark", "title": f"From {begin} to {end}", **dates})


def drawn(*roles: Role) -> dict[str, Tenure]:
    found = tenures(roles, [read_date("2024-04-26")])
    assert found is not None
    return {tenure.role.title.raw: tenure for tenure in found.tenures}


DATES = st.one_of(st.none(), st.dates().map(str), st.integers(1, 9999).map(lambda year: f"{year:04d}?"))


@given(st.lists(st.tuples(DATES, DATES), max_size=MOST))
def test_offices_lie_inside_the_drawing_and_what_is_sure_inside_what_may_be(
    ends: list[tuple[str | None, str | None]],
) -> None:
    roles = [role(*sorted(pair)) if all(pair) else role(*pair) for pair in ends]  # type: ignore[type-var]
    found = tenures(roles, [])
    if found is None:
        assert sum(any(pair) for pair in ends) < 2
        return
    assert len(found.tenures) + found.left_out == len(roles)
    for tenure in found.tenures:
        begin, end = tenure.sure or (tenure.x, tenure.end)
        assert SIDE <= tenure.x <= begin <= end <= tenure.end <= WIDTH - SIDE
        assert tenure.y < found.height
    years = [year for _, year in found.ticks]
    assert len(years) <= 7
    assert all(SIDE <= x <= WIDTH - SIDE for x, _ in found.ticks)


def test_an_end_that_is_not_on_record_is_open() -> None:
    found = drawn(role("2010-01-01", "2015-01-01"), role("2015-01-01"), role(None, "2012-01-01"))
    until, since, before = (
        found[f"From {ends}"] for ends in ("2010-01-01 to 2015-01-01", "2015-01-01 to None", "None to 2012-01-01")
    )
    assert (until.is_open_before, until.is_open_after) == (False, False)
    assert (since.is_open_before, since.is_open_after, since.end) == (False, True, WIDTH - SIDE)
    assert (before.is_open_before, before.is_open_after, before.x) == (True, False, SIDE)
    assert before.sure is None  # when it began is anyone's guess


def test_only_what_the_dates_say_is_sure() -> None:
    found = drawn(role("2010", "2020"), role("2011-01-01?", "2020-01-01"), role("2000-01-01", "2001-01-01"))
    years = found["From 2010 to 2020"]
    assert years.sure is not None
    assert years.x < years.sure[0] < years.sure[1] < years.end
    assert found["From 2011-01-01? to 2020-01-01"].sure is None
    exact = found["From 2000-01-01 to 2001-01-01"]
    assert exact.sure == (exact.x, exact.end)


def test_the_latest_office_comes_first_and_one_is_not_drawn() -> None:
    assert list(drawn(role("2001"), role("2003"), role("2002"))) == [
        "From 2003 to None",
        "From 2002 to None",
        "From 2001 to None",
    ]
    assert tenures([role("2001"), role(None)], []) is None
