"""What changed since the meeting before."""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.model import Meeting


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Ids that are new in a meeting, kept from the one before it, and dropped since; sorted."""

    new: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]


def changes(before: Iterable[str], now: Iterable[str]) -> Changes:
    """Return what is new, kept and dropped."""
    old, current = set(before), set(now)
    return Changes(
        new=tuple(sorted(current - old)), kept=tuple(sorted(current & old)), dropped=tuple(sorted(old - current))
    )


def topics_of(meeting: Meeting) -> tuple[str, ...]:
    """Return the topics of a meeting and of what was said there, as listed."""
    return tuple(dict.fromkeys([*meeting.topics, *(topic for quote in meeting.quotes for topic in quote.topics)]))
