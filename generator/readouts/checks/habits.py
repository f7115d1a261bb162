"""Warnings: what is allowed, and seldom meant."""

import re
from collections.abc import Iterator

from readouts.checks.scope import Finding, Scope
from readouts.insight.offices import covers
from readouts.insight.resemblance import near_duplicates
from readouts.model import Date, Meeting, Organization, Person, Phrase, Record, Role, Source
from readouts.problem import FieldPath
from readouts.text import Text


def _unnamed(scope: Scope, model: type[Record]) -> Iterator[Record]:
    for record in scope.graph.live(model):
        if scope.is_sound(record) and not scope.graph.is_named(record) and not scope.may_be_named(record):
            yield record


def uncited_source(scope: Scope) -> Iterator[Finding]:
    """A source is cited by some record.

    Wrong:
        sources/atlas.yml, which no record names
    Right:
        see: atlas  # in a note that the atlas proves
    Do:
        Name it where its words are used: as `source` of a rendering, in `readouts`, as `see` of a note. A source of
        which nothing is used is left out.
    See:
        unnamed-party, unknown-reference
    """
    for record in _unnamed(scope, Source):
        help_ = "cite it in a rendering, a readout, a note or a log, or delete the file"
        yield Finding(record=record, path=(), message="nobody cites this source", help=help_)


def unnamed_party(scope: Scope) -> Iterator[Finding]:
    """A person or an organization is referred to by some record.

    Wrong:
        people/odo-lintz.yml, whom no record names
    Right:
        - person: odo-lintz  # among the participants of a meeting
          for: birchland
    Do:
        Name them where they took part or spoke. Someone of whom nothing is on record needs no record.
    See:
        uncited-source
    """
    for model in (Person, Organization):
        for record in _unnamed(scope, model):
            help_ = "name it in a record, or delete the file"
            yield Finding(record=record, path=(), message=f"nobody refers to this {record.TYPE}", help=help_)


def _has_gap(scope: Scope, id_: str, date: Date) -> bool:
    """Tell whether someone has offices on record, and none on a date. One whose dates are swapped may be on any."""
    person = scope.graph.get(Person.TYPE, id_)
    roles = person.roles if isinstance(person, Person) and scope.is_sound(person) else ()
    return bool(roles) and not any(covers(role, date) or _is_swapped(role) for role in roles)


def _is_swapped(role: Role) -> bool:
    return role.from_ is not None and role.to is not None and role.from_.begins_after(role.to)


def role_gap(scope: Scope) -> Iterator[Finding]:
    """Someone with offices on record holds one of them on the day on which they take part or speak.

    Wrong:
        - person: odo-lintz  # whose last office ended before the meeting
          for: birchland
    Right:
        - person: odo-lintz
          for: birchland
          as: former Harbour Master
    Do:
        Add the office to the person's record, with its dates. If they held none that day, say at the participant `as`
        what they came.
    See:
        roles-overlap, role-ends-first
    """
    for meeting in scope.graph.live(Meeting):
        present = {p.person: p.as_ for p in meeting.participants}
        asked: list[tuple[FieldPath, str, Date]] = [
            (("participants", i, "person"), p.person, meeting.date)
            for i, p in enumerate(meeting.participants)
            if not p.as_
        ]
        asked += [
            (("quotes", i, "speaker"), quote.speaker, quote.said_on(meeting.date))
            for i, quote in enumerate(meeting.quotes)
            if quote.speaker not in present or (quote.said and not present[quote.speaker])
        ]
        gaps: dict[tuple[str, str], bool] = {}
        for path, id_, date in asked:
            if (id_, date.raw) not in gaps:
                gaps[id_, date.raw] = _has_gap(scope, id_, date)
            if gaps[id_, date.raw]:
                message = f"no role of '{id_}' covers {date.raw}"
                help_ = f"add the office held then to people/{id_}.yml, or add `as: …` to the participant"
                yield Finding(record=meeting, path=path, message=message, help=help_)


def quote_without_topic(scope: Scope) -> Iterator[Finding]:
    """A quote has a topic.

    Wrong:
        - id: fish
          speaker: tomas-reyle
    Right:
        - id: fish
          speaker: tomas-reyle
          topics: [fish]
    Do:
        Name one or two topics from those on record. Add a new topic only where no wider one fits.
    See:
        unknown-reference
    """
    for meeting in scope.graph.live(Meeting):
        for i, quote in enumerate(meeting.quotes):
            if not quote.topics and (quote.id or quote.speaker):
                path = ("quotes", i, "topics")
                message = "a quote without topic: no topic page will show it, and a comparison only under “Other”"
                yield Finding(record=meeting, path=path, message=message, help="add `topics: [...]`", at="missing")


def phrase_without_occurrence(scope: Scope) -> Iterator[Finding]:
    """A phrase occurs in some rendering of one of its languages.

    Wrong:
        forms: {en: [know no keys]}
    Right:
        forms: {en: [know no quays]}
    Do:
        Copy the words from a rendering in that language. `*` stands for the ending of a word: `door*` finds door and
        doors.
    See:
        bad-language
    """
    for phrase in scope.graph.live(Phrase):
        is_known = scope.is_sound(phrase) and not scope.has_faulty(Meeting)
        if is_known and phrase.id not in scope.insight.occurrences_by_phrase:
            message = "no rendering has this phrase in the language of one of its forms: no occurrence"
            help_ = "compare the forms with the words of the quotes; `*` stands for the ending of a word"
            yield Finding(record=phrase, path=("forms",), message=message, help=help_, at="key")


def near_duplicate(scope: Scope) -> Iterator[Finding]:
    """Words that are nearly the same stand in one quote, as its renderings.

    Wrong:
        a second quote with the text: Fish know no quays!
    Right:
        one quote with two renderings, one for each source
    Do:
        If it was said once and two sources have it, move the text to the first quote as another rendering. If it was
        said twice, leave it.
    See:
        two-originals
    """
    placed = (
        ((meeting, i, j), rendering.text.raw)
        for meeting in scope.graph.meetings
        for i, quote in enumerate(meeting.quotes)
        for j, rendering in enumerate(quote.renderings)
    )
    for (first, k, _), (later, i, j) in near_duplicates(placed):
        if (first, k) != (later, i) and not (first is later and _is_inside(first, k, i)):
            message = f"nearly the same words as in '{first.id}/{first.quotes[k].id}'"
            help_ = "if it is one utterance, make this a rendering of that quote; if it was said again, leave it"
            yield Finding(record=later, path=("quotes", i, "renderings", j, "text"), message=message, help=help_)


def _is_inside(meeting: Meeting, k: int, i: int) -> bool:
    """Tell whether one of two quotes stands inside the other, whose words it then repeats."""
    outer = {quote.id: quote.inside for quote in meeting.quotes}
    for id_, other in ((meeting.quotes[k].id, meeting.quotes[i].id), (meeting.quotes[i].id, meeting.quotes[k].id)):
        at = outer[id_]
        for _ in outer:  # a ring of them is told by another rule
            if at == other:
                return True
            at = outer.get(at or "")
    return False


_CLOSING = {
    '"': '"', "'": "'", "“": '”"', "‘": "’'", "«": "»", "»": "«", "„": '“”"', "\u201a": "‘’'",
    "「": "」", "『": "』", "《": "》",
}  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")
STOPS = ".,;!?。\uff0c"


def is_marked(text: Text) -> bool:
    """Tell whether one pair of quotation marks stands around all of a text but its last stop."""
    raw = _APOSTROPHE.sub("", text.raw.strip()).rstrip(STOPS)
    closing = _CLOSING.get(raw[:1], "")
    if len(raw) <= 2 or raw[-1] not in closing:  # noqa: PLR2004  # two marks and what they enclose
        return False
    depth = 1
    for character in raw[1:-1]:
        depth += -1 if character in closing else character == raw[0]
        if not depth:
            return False
    return True


def typed_marks(scope: Scope) -> Iterator[Finding]:
    """The text of a rendering has no quotation marks typed around it: the page sets them.

    Wrong:
        text: “Fish know no quays.”
    Right:
        text: Fish know no quays.
    Do:
        Delete the marks around the text. Marks inside it stay as the source has them.
    See:
        closes-its-marks
    """
    for meeting in scope.graph.live(Meeting):
        for i, quote in enumerate(meeting.quotes):
            for j, rendering in enumerate(quote.renderings):
                if is_marked(rendering.text):
                    yield Finding(
                        record=meeting,
                        path=("quotes", i, "renderings", j, "text"),
                        message="quotation marks typed around the text",
                        help="delete them: `mode: direct` says that the words are quoted, and the page sets marks",
                    )


_BETWEEN = re.compile(r"[\n—–]|\s-\s")  # what ends a quotation and leads to who said it


def _closes_its_marks(text: str) -> bool:
    """Tell whether a text closes the mark that the page sets before it, and opens another after words of its own.

    A mark alone is no sign of it: ” also stands for inches, and on both sides of words in some languages.
    """
    before, _, rest = text.partition("”")
    between, opening, _ = rest.partition("“")
    return "“" not in before and bool(opening) and "”" not in between and bool(_BETWEEN.search(between))


def closes_its_marks(scope: Scope) -> Iterator[Finding]:
    """A text that is quoted directly does not close its quotation marks, say something else, and open them again.

    Wrong:
        text: Fish know no quays” — and then he said — “nor do I.
    Right:
        text: Fish know no quays.
    Do:
        Make two quotations of it, or keep the part between one pair of marks. Words of the article between two pieces
        are not the speaker's.
    See:
        typed-marks
    """
    for meeting in scope.graph.live(Meeting):
        for i, quote in enumerate(meeting.quotes):
            for j, rendering in enumerate(quote.renderings):
                if rendering.mode == "direct" and _closes_its_marks(rendering.text.raw):
                    yield Finding(
                        record=meeting,
                        path=("quotes", i, "renderings", j, "text"),
                        message="a quotation that ends in the middle of the text, and another that begins there",
                        help="leave out what isn't quoted: the page sets marks around all of the text",
                    )


def missing_summary(scope: Scope) -> Iterator[Finding]:
    """A meeting with quotes has a summary.

    Wrong:
        kind: call  # a meeting with quotes and without summary
    Right:
        kind: call
        summary: The two sides agreed on one fog signal.
    Do:
        Say in two or three sentences what happened, in your own words and without adjectives of your own.
    See:
        missing-field
    """
    for meeting in scope.graph.live(Meeting):
        if meeting.quotes and meeting.summary is None:
            message = "the summary is missing on a meeting with quotes"
            yield Finding(
                record=meeting,
                path=("summary",),
                message=message,
                help="say in a paragraph what happened",
                at="missing",
            )


def comment_after_text(scope: Scope) -> Iterator[Finding]:
    """No comment follows the plain text of a rendering: the # may belong to the words.

    Wrong:
        text: Fish know no quays. #1 of our rules
    Right:
        text: "Fish know no quays. #1 of our rules"
    Do:
        If the # belongs to the words, put the text in quotes. If it begins a remark of yours, move it to a line of its
        own.
    See:
        typed-marks
    """
    for meeting in scope.graph.live(Meeting):
        for path in sorted(scope.document(meeting).commented, key=str):
            if path[0] == "quotes" and path[-2:-1] and path[-1] == "text":
                message = "a comment after the text: what follows the # is not part of the words"
                help_ = (
                    "if the # belongs to the words, put the text in quotes; if not, move the comment to its own line"
                )
                yield Finding(record=meeting, path=path, message=message, help=help_)
