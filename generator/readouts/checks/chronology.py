"""Rules on the order of events."""

from collections.abc import Iterator
from datetime import date

from readouts.checks.scope import Finding, Scope
from readouts.model import Commitment, Date, Meeting, NoReadout, Person, Quote, Role, Source


def _sources_by_meeting(scope: Scope, meeting: Meeting) -> Iterator[Source]:
    ids = [account for account in meeting.readouts.values() if not isinstance(account, NoReadout)]
    named = [source for id_ in ids if isinstance(source := scope.graph.get(Source.TYPE, id_), Source)]
    named += [source for quote in meeting.quotes if quote.said is None for source in _sources_of(scope, quote)]
    yield from {source.id: source for source in named}.values()


def _sources_of(scope: Scope, quote: Quote) -> Iterator[Source]:
    """Yield the sources in which the words of a quote stand; what is relayed by none of them is another fault."""
    for rendering in quote.renderings:
        source, relayed = (scope.graph.get(Source.TYPE, id_ or "") for id_ in (rendering.source, rendering.relays))
        if isinstance(source, Source):
            yield source
            if isinstance(relayed, Source) and relayed.id in source.relays:
                yield relayed


def _too_late(said: Date, source: Source) -> bool:
    return source.date is not None and said.begins_after(source.date)


def _of(source: Source) -> str:
    return f"of {source.date.raw}" if source.date else "undated"


def said_after_source(scope: Scope) -> Iterator[Finding]:
    """What was said, and the meeting at which it was said, are not later than the source in which it stands.

    Wrong:
        date: 2019-05-14  # while the readouts are of 2019-05-11
    Right:
        date: 2019-05-11
    Do:
        Look at the date of the source as well: one of the two is wrong. A source from the day before cannot have the
        words. Where they were said on another day than the meeting's, the quote says when in `said`.
    See:
        bad-date, log-order
    """
    for meeting in scope.graph.all_of(Meeting):
        for source in _sources_by_meeting(scope, meeting):
            if _too_late(meeting.date, source):
                message = f"the meeting is later than the source '{source.id}' on it, which is {_of(source)}"
                help_ = "correct the date of the meeting or of the source, or give the quote its own `said`"
                yield Finding(record=meeting, path=("date",), message=message, help=help_)
                break
        for i, quote in enumerate(meeting.quotes):
            for source in [s for s in _sources_of(scope, quote) if quote.said and _too_late(quote.said, s)][:1]:
                message = f"said after the source '{source.id}' in which it stands, which is {_of(source)}"
                help_ = "correct this date, or that of the source"
                yield Finding(record=meeting, path=("quotes", i, "said"), message=message, help=help_)


def role_ends_first(scope: Scope) -> Iterator[Finding]:
    """An office does not end before it begins.

    Wrong:
        from: 2021-11-30
        to: 2015-10-01
    Right:
        from: 2015-10-01
        to: 2021-11-30
    Do:
        Exchange the two dates, or correct one of them.
    See:
        roles-overlap, role-gap
    """
    for person in scope.graph.all_of(Person):
        for i, role in enumerate(person.roles):
            if role.from_ and role.to and role.from_.begins_after(role.to):
                message = f"the office ends before it begins, on {role.from_.raw}"
                yield Finding(
                    record=person, path=("roles", i, "to"), message=message, help="correct one of the two dates"
                )


def _beginning(role: Role) -> date:
    return role.from_.earliest if role.from_ else date.min


def _end(role: Role) -> date:
    return role.to.latest if role.to else date.max


def _is_certain(role: Role) -> bool:
    """Tell whether a term has dates, and all of them are certain."""
    dates = [date for date in (role.from_, role.to) if date]
    return bool(dates) and all(date.certain for date in dates)


def _surely_overlap(one: Role, other: Role) -> bool:
    start = max((r.from_.latest if r.from_ else date.min) for r in (one, other))
    end = min((r.to.earliest if r.to else date.max) for r in (one, other))
    return start < end


def roles_overlap(scope: Scope) -> Iterator[Finding]:
    """One person's terms in one office don't overlap; they may touch on a day.

    Wrong:
        - {organization: aldermark, title: Chancellor, from: 2015, to: 2019}
        - {organization: aldermark, title: Chancellor, from: 2018, to: 2021}
    Right:
        - {organization: aldermark, title: Chancellor, from: 2015, to: 2021}
    Do:
        Correct the dates, or make one term of the two. An office that two people may hold at once is no problem: the
        rule looks at one person's terms alone.
    See:
        role-ends-first, role-gap
    """
    for person in scope.graph.all_of(Person):
        # Of each office, the term that ends last of those that begin before, and its place.
        longest: dict[tuple[str, str], tuple[int, Role]] = {}
        certain = [(i, role) for i, role in enumerate(person.roles) if _is_certain(role)]
        for i, role in sorted(certain, key=lambda found: _beginning(found[1])):
            office = (role.organization, role.title.raw.casefold())
            j, other = longest.setdefault(office, (i, role))
            if i != j and _surely_overlap(other, role):
                message = f"overlaps with another term as '{role.title.raw}'"
                help_ = "correct the dates, or join the two"
                yield Finding(record=person, path=("roles", max(i, j)), message=message, help=help_)
            if _end(role) > _end(other):
                longest[office] = (i, role)


def log_order(scope: Scope) -> Iterator[Finding]:
    """A commitment's log is in date order, and starts no earlier than the meeting at which it was made.

    Wrong:
        - {date: 2019-05-12, status: reaffirmed}
        - {date: 2019-05-11, status: made}
    Right:
        - {date: 2019-05-11, status: made}
        - {date: 2019-05-12, status: reaffirmed}
    Do:
        Put the oldest entry first. If the first one is older than the meeting, look whether `made_at` names the right
        one.
    See:
        bad-date, said-after-source
    """
    for commitment in scope.graph.all_of(Commitment):
        meeting = scope.graph.get("meeting", commitment.made_at)
        made = meeting.date if isinstance(meeting, Meeting) else None
        before: Date | None = None
        for i, entry in enumerate(commitment.log):
            path = ("log", i, "date")
            if i == 0 and made and made.begins_after(entry.date):
                message = f"earlier than the meeting at which the commitment was made, {made.raw}"
                yield Finding(record=commitment, path=path, message=message, help="correct the date, or `made_at`")
            elif before and before.begins_after(entry.date):
                message = f"not in date order: earlier than {before.raw} above it"
                yield Finding(record=commitment, path=path, message=message, help="put the log in date order")
            if entry.date.certain and (before is None or entry.date.earliest > before.earliest):
                before = entry.date
