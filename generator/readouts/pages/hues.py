"""Which hue each party is drawn in."""

from dataclasses import dataclass

from readouts.insight import Insight
from readouts.model import Organization

PALETTE = 8  # hues for parties that have none of their own: a ninth could be taken for one of the others
MOST = 300  # hues of their own: the file that has them stays small


@dataclass(frozen=True, kw_only=True)
class Hue:
    """The hue of a party: its own, or else one of the palette."""

    party: Organization
    number: int | None


def hues_of(insight: Insight) -> tuple[Hue, ...]:
    """Return the hues of the parties that have one, those present at most meetings first; others are drawn in grey."""
    organizations = sorted(insight.graph.live(Organization), key=lambda o: (-insight.presence.get(o.id, 0), o.id))
    own = [organization for organization in organizations if organization.colour][:MOST]
    plain = [o for o in organizations if not o.colour and o.id in insight.presence][:PALETTE]
    return (
        *(Hue(party=organization, number=None) for organization in own),
        *(Hue(party=organization, number=number) for number, organization in enumerate(plain, 1)),
    )
