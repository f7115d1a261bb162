"""What records say of themselves."""

import pytest

from readouts.model import Person


@pytest.mark.parametrize(
    ("begun", "latest"),
    [
        ([], None),
        ([None], None),  # since when is not on record
        (["2019", "2015-03"], "office 0"),
        (["2015-03", None, "2019"], "office 2"),
    ],
)
def test_the_latest_office_is_the_one_entered_last(begun: list[str | None], latest: str | None) -> None:
    roles = [
        {"organization": "x", "title": f"office {n}", **({"from": year} if year else {})}
        for n, year in enumerate(begun)
    ]
    role = Person.model_validate({"id": "someone", "name": "Someone", "roles": roles}).latest_role
    assert (role.title.raw if role else None) == latest
