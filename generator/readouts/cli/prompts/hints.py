"""Which fields are asked for, and what the rest of a record says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.cli.prompts.known import Known
from readouts.model import Meeting, Organization, Part, Person, Phrase, Quote, Record, Rendering, Source
from readouts.model.quotes import Locator
from readouts.model.records import Identified
from readouts.model.shape import Shape, keys_in_order, name_of, shapes

_COMMON = frozenset(shapes(Identified))  # what every record may have besides; it stands in new ones as comments
_PASSED_OVER: Mapping[type[Part], frozenset[str]] = {
    Meeting: frozenset(("refers_to", "background", "quotes", "called")),
    Organization: frozenset(("colour",)),
    Source: frozenset(("complete", "licence", "accessed")),
    Phrase: frozenset(("contrasts_with",)),
    Quote: frozenset(("id", "formerly", "to", "refers_to", "commitments", "joint", "inside", "notes")),
    Rendering: frozenset(("original", "via", "notes")),
    Locator: frozenset(("prefix", "suffix")),
}
Data = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Hints:
    """What is known of a value before it is given; `meeting` is the one that a quote belongs to."""

    known: Known
    meeting: Meeting | None = None

    def fields(self, part: type[Part], data: Data, *, required_only: bool) -> Iterator[tuple[str, Shape]]:
        """Yield the fields to ask for, in the order of the model, as those before them are given in `data`."""
        passed_over = _PASSED_OVER.get(part, frozenset()) | (_COMMON if issubclass(part, Record) else frozenset())
        for key in keys_in_order(part):
            is_wanted = not required_only and key not in passed_over and self._applies(part, key, data)
            if is_wanted or self.is_required(part, key, data):
                yield key, shapes(part)[key]

    def is_required(self, part: type[Part], key: str, data: Data) -> bool:
        """Tell whether a field can't be left out, by itself or because of others."""
        if (part, key) == (Meeting, "readouts"):
            return bool(_parties(data))
        if (part, key) == (Quote, "channel"):
            return self._is_absent(data.get("speaker"))
        return (part, key) != (Quote, "id") and part.model_fields[name_of(part, key)].is_required()

    def _applies(self, part: type[Part], key: str, data: Data) -> bool:
        match part.__name__, key:
            case "Organization", "iso":
                return data.get("kind") == "state"
            case "Meeting", "readouts":
                return bool(_parties(data))
            case "Quote", "channel" | "said":
                return self._is_absent(data.get("speaker"))
            case "Rendering", "relays":
                return bool(self.known.relayed_by(data.get("source")))
        return True

    def _is_absent(self, speaker: str | None) -> bool:
        """Tell whether a speaker is a person who doesn't take part."""
        present = {participant.person for participant in self.meeting.participants} if self.meeting else set()
        return speaker not in present and self.known.is_of(Person, speaker)

    def keys(self, part: type[Part], key: str, data: Data) -> tuple[str, ...] | None:
        """Return the keys that a mapping must have, or None where they are to be asked for."""
        return _parties(data) if (part, key) == (Meeting, "readouts") else None

    def default(self, part: type[Part], key: str, data: Data) -> str:
        """Return what a value likely is."""
        match part.__name__, key:
            case "Participant", "for":
                return self.known.party_of(data.get("person"))
            case "Quote", "for":
                parties = {p.person: p.for_ for p in self.meeting.participants} if self.meeting else {}
                return parties.get(str(data.get("speaker")), "")
            case "Rendering", "lang":
                return self.known.language_of(data.get("source"))
            case "Rendering", "relays":
                relayed = self.known.relayed_by(data.get("source"))
                return relayed[0] if len(relayed) == 1 else ""
        return ""

    def first(self, part: type[Part], key: str, data: Data) -> tuple[str, ...]:
        """Return the ids that are likelier than others."""
        if (part, key) == (Rendering, "relays"):
            return self.known.relayed_by(data.get("source"))
        return _first_in(self.meeting, part, key) if self.meeting else ()


def _first_in(meeting: Meeting, part: type[Part], key: str) -> tuple[str, ...]:
    """Return the ids that a quote's meeting makes likely."""
    match part.__name__, key:
        case "Quote", "speaker":
            return tuple(participant.person for participant in meeting.participants)
        case "Quote", "for":
            return tuple(dict.fromkeys(participant.for_ for participant in meeting.participants))
        case "Quote", "topics":
            return meeting.topics
        case "Rendering", "source":
            accounts = [account for account in meeting.readouts.values() if isinstance(account, str)]
            return tuple(dict.fromkeys([*accounts, *(r.source for q in meeting.quotes for r in q.renderings)]))
    return ()


def _parties(data: Data) -> tuple[str, ...]:
    """Return for whom the participants of a meeting speak."""
    participants = data.get("participants") or ()
    return tuple(dict.fromkeys(p["for"] for p in participants if isinstance(p, dict) and "for" in p))
