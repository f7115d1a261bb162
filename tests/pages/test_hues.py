from readouts.graph import build_graph
from readouts.insight import Insight
from readouts.model import Meeting, Organization, Person
from readouts.pages.hues import MOST, PALETTE, hues_of


def insight(parties: list[Organization], present: dict[str, int]) -> Insight:
    people = [Person(id=f"of-{party.id}", name="Someone") for party in parties]
    meetings = [
        Meeting.model_validate(
            {
                "id": f"{party}-{n}",
                "title": "Met",
                "kind": "meeting",
                "date": "2019",
                "participants": [{"person": f"of-{party}", "for": party}],
            }
        )
        for party, count in present.items()
        for n in range(count)
    ]
    return Insight(build_graph([*parties, *people, *meetings]))


def state(number: int, colour: str | None = None) -> Organization:
    return Organization(id=f"state-{number:03d}", name=f"State {number}", kind="state", colour=colour)


def test_a_party_has_its_own_hue_or_one_of_the_palette_those_present_most_often_first() -> None:
    parties = [state(1), state(2, "#b3261e"), state(3), state(4, "#2a4b9b"), state(5)]
    found = hues_of(insight(parties, {"state-001": 1, "state-003": 2, "state-004": 1}))
    assert [(hue.party.id, hue.number) for hue in found] == [
        ("state-004", None),
        ("state-002", None),
        ("state-003", 1),
        ("state-001", 2),
    ]  # the fifth was nowhere


def test_any_number_of_parties_has_few_hues() -> None:
    parties = [state(n, "#b3261e" if n >= 400 else None) for n in range(900)]
    found = hues_of(insight(parties, {party.id: 1 for party in parties[:400]}))
    assert len(found) == MOST + PALETTE
    assert [hue.number for hue in found if hue.number] == list(range(1, PALETTE + 1))
