"""A meeting as an entry of a calendar."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event
from icalendar.enums import TRANSP

from readouts.model import Meeting, Place
from readouts.pages.addresses import address_of
from readouts.render import Renderer


def calendar_of(meeting: Meeting, renderer: Renderer) -> str:
    """Return a calendar (RFC 5545) whose one entry takes the days of the meeting, and nobody's time.

    The page's address names the entry, so that a calendar that has it already takes a later one for the same.
    """
    publication = renderer.publication
    place = renderer.graph.record(Place, meeting.place).name.raw if meeting.place else ""
    uid = uuid5(NAMESPACE_URL, f"{publication.url}{address_of(meeting)}")
    event = Event.new(
        uid=uid,
        stamp=datetime.combine(renderer.changed(meeting) or meeting.date.earliest, time(), UTC),
        start=meeting.date.earliest,
        end=_day_after(meeting.date.latest),
        summary=meeting.title.raw,
        location=", ".join(filter(None, (meeting.venue.raw if meeting.venue else "", place))) or None,
        description="\n".join(takeaway.raw for takeaway in meeting.takeaways) or None,
        url=f"{publication.url}{address_of(meeting)}" if publication.url else None,
        transparency=TRANSP.TRANSPARENT,
    )
    calendar = Calendar.new(uid=str(uid), prodid=f"-//{publication.name}//readouts//EN", subcomponents=[event])
    return str(calendar.to_ical(), "utf-8")


def _day_after(day: date) -> date | None:
    """Return the day on which an entry that lasts until `day` ends; None at the end of the calendar."""
    return day + timedelta(days=1) if day < date.max else None
