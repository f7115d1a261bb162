"""Files to take along: what other programs read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from readouts.feeds.briefing import briefing_of
from readouts.feeds.calendar import calendar_of
from readouts.feeds.records import json_lines, json_of
from readouts.insight import Insight
from readouts.model import RECORD_TYPES, Meeting
from readouts.pages.addresses import address_of
from readouts.render import Renderer

__all__ = ["Feed", "plan_feeds"]


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A file of the site that is no page. `content` is called when it is written: it depends on no other."""

    address: str
    content: Callable[[], str]


def plan_feeds(insight: Insight, renderer: Renderer) -> Iterator[Feed]:
    """Yield all records by type; and of every meeting the record, the briefing and, where it has one, the day."""
    for model in RECORD_TYPES:
        records = insight.graph.all_of(model)
        yield Feed(address=f"data/{model.FOLDER}.jsonl", content=partial(json_lines, records))
    for meeting in insight.graph.live(Meeting):
        stem = f"{address_of(meeting)}{meeting.id}"
        yield Feed(address=f"{stem}.json", content=partial(json_of, meeting))
        yield Feed(address=f"{stem}.md", content=partial(briefing_of, insight, meeting, renderer))
        if meeting.date.is_of_days:
            yield Feed(address=f"{stem}.ics", content=partial(calendar_of, meeting, renderer))
