"""Rules on who said something, according to whom."""

from collections.abc import Iterator

from readouts.checks.passages import near_passage
from readouts.checks.scope import Finding, Scope
from readouts.graph import Graph, Reference, texts
from readouts.insight.offices import is_part_of
from readouts.model import Meeting, Note, Organization, Person, Quote, Record, Rendering, Source
from readouts.model.shape import UNKNOWN_TEXT
from readouts.problem import FieldPath
from readouts.text import Text

MOST_SUGGESTIONS = 50  # of notes in one record: each is looked for in the texts that it may be about


def _quotes(graph: Graph) -> Iterator[tuple[Meeting, FieldPath, Quote]]:
    for meeting in graph.all_of(Meeting):
        for index, quote in enumerate(meeting.quotes):
            yield meeting, ("quotes", index), quote


def _renderings(graph: Graph) -> Iterator[tuple[Meeting, FieldPath, Quote, Rendering]]:
    for meeting, path, quote in _quotes(graph):
        for index, rendering in enumerate(quote.renderings):
            yield meeting, (*path, "renderings", index), quote, rendering


def _participants_known(scope: Scope, meeting: Meeting) -> bool:
    """Tell whether everyone who takes part is known: where one is misspelt, or all are, nobody can be called absent."""
    known = all(scope.graph.get(Person.TYPE, p.person) for p in meeting.participants)
    return known and (bool(meeting.participants) or scope.is_sound(meeting))


def absent_speaker(scope: Scope) -> Iterator[Finding]:
    """A speaker who is a person takes part in the meeting, or the quote says by which `channel` the words came.

    Wrong:
        speaker: odo-lintz
    Right:
        speaker: odo-lintz
        channel: statement
    Do:
        If the person was there, add them to `participants`. If not, say how the words came: `statement`, `written`,
        `press-conference`, or `unknown`.
    See:
        unknown-reference, credit-unexplained
    """
    for meeting in scope.graph.all_of(Meeting):
        if not _participants_known(scope, meeting):
            continue
        present = {p.person for p in meeting.participants}
        for i, quote in enumerate(meeting.quotes):
            is_person = isinstance(scope.graph.get(Person.TYPE, quote.speaker), Person)
            if is_person and quote.channel is None and quote.speaker not in present:
                message = f"'{quote.speaker}' does not take part in this meeting"
                help_ = (
                    "add the person to participants, or say by which `channel` the words came (statement, written, …)"
                )
                at = ("quotes", i)
                yield Finding(record=meeting, path=(*at, "speaker"), message=message, help=help_, unless=(at,))


def _is_organization(scope: Scope, id_: str) -> bool:
    return scope.graph.get(Organization.TYPE, id_) is not None


def _entry_for(party: str) -> str:
    return f"write in `readouts` the id of its source, `{party}: …`, or `{party}: {{none: why there is none}}`"


def missing_readout(scope: Scope) -> Iterator[Finding]:
    """Each party that a participant speaks for has an entry in `readouts`: a source, or `none` with the reason.

    Wrong:
        readouts:
          aldermark: chancellery-2019-05-11
    Right:
        readouts:
          aldermark: chancellery-2019-05-11
          birchland: birchland-house-2019-05-11
    Do:
        Look for the other side's own account, on the website of its government or ministry. If you found none, say so:
        `birchland: {none: Nothing was published.}`.
    See:
        unknown-reference
    """
    for meeting in scope.graph.all_of(Meeting):
        parties = [p for p in dict.fromkeys(p.for_ for p in meeting.participants) if _is_organization(scope, p)]
        if parties and not meeting.readouts:
            message = f"the field 'readouts' is missing: {', '.join(parties)} took part"
            yield Finding(
                record=meeting, path=("readouts",), message=message, help=_entry_for(parties[0]), at="missing"
            )
            continue
        misspelt = not all(_is_organization(scope, party) for party in meeting.readouts)
        for party in parties if not misspelt else ():
            if party not in meeting.readouts:
                message = f"'{party}' took part and has no entry in readouts"
                at, unless = ("readouts", party), (("readouts",),)
                help_ = _entry_for(party)
                yield Finding(record=meeting, path=at, message=message, help=help_, at="missing", unless=unless)


def _is_lost_relay(scope: Scope, reference: Reference) -> bool:
    return reference.record.TYPE == Source.TYPE and reference.path[0] == "relays" and not scope.graph.find(reference)


def relay_unknown(scope: Scope) -> Iterator[Finding]:
    """A rendering's `relays` is a source that the rendering's own source relays.

    Wrong:
        source: courier-2019-05-12
        relays: birchland-house-2019-05-11
    Right:
        source: courier-2019-05-12
        relays: chancellery-2019-05-11
    Do:
        If the source does pass on that document, add it to `relays` in the source's own record. If not, name the one
        from which the words come.
    See:
        credit-unexplained
    """
    misspelt = {reference.record.id for reference in scope.graph.references if _is_lost_relay(scope, reference)}
    relayed_by = {source.id: frozenset(source.relays) for source in scope.graph.all_of(Source)}
    for meeting, path, _, rendering in _renderings(scope.graph):
        source = scope.graph.get("source", rendering.source)
        relayed = scope.graph.get("source", rendering.relays or "")
        if not isinstance(source, Source) or not relayed or not scope.is_sound(source) or source.id in misspelt:
            continue
        if rendering.relays not in relayed_by[source.id]:
            yield Finding(
                record=meeting,
                path=(*path, "relays"),
                message=f"the source '{source.id}' does not relay '{rendering.relays}'",
                help=f"add '{rendering.relays}' to `relays` of sources/{source.id}.yml, or name one that stands there",
            )


def _notes(record: Record) -> Iterator[tuple[FieldPath, Note, list[Text]]]:
    """Yield each note of a record with the texts that it may be about."""
    # One text of all, since a record may have many of them, and many notes.
    own = [Text("\0".join(text.raw for path, text in texts(record) if "notes" not in path))] if record.notes else []
    yield from ((("notes", index), note, own) for index, note in enumerate(record.notes))
    for i, quote in enumerate(record.quotes) if isinstance(record, Meeting) else ():
        of_quote: list[Text] = []
        for j, rendering in enumerate(quote.renderings):
            of_rendering = [rendering.text]
            if rendering.credited and rendering.credited.as_:
                of_rendering.append(rendering.credited.as_)
            of_quote += of_rendering
            path = ("quotes", i, "renderings", j, "notes")
            yield from (((*path, k), note, of_rendering) for k, note in enumerate(rendering.notes))
        yield from ((("quotes", i, "notes", k), note, of_quote) for k, note in enumerate(quote.notes))


def note_astray(scope: Scope) -> Iterator[Finding]:
    """The words that a note is `on` occur in the text that it annotates, to the letter.

    Wrong:
        text: The harbour is an open door , and open doors want oil.
        notes:
          - on: door,
            sic: The stray space is in the paper.
    Right:
        text: The harbour is an open door , and open doors want oil.
        notes:
          - on: door ,
            sic: The stray space is in the paper.
    Do:
        Copy the words from the text, with every space and mark. A note on another rendering belongs to that rendering.
    See:
        note-kind
    """
    for record in scope.graph.records:
        count = 0
        for path, note, annotated in _notes(record):
            if note.on and all(text is not UNKNOWN_TEXT and note.on.raw not in text.raw for text in annotated):
                count += 1
                texts_ = annotated if count <= MOST_SUGGESTIONS else []
                suggestion = next((w for text in texts_ if (w := near_passage(note.on.raw, text.raw))), None)
                yield Finding(
                    record=record,
                    path=(*path, "on"),
                    message="these words do not occur in the text that the note is about",
                    help=f"did you mean '{suggestion}'?"
                    if suggestion
                    else "copy them from it to the letter, stray marks and spaces included",
                    suggestion=suggestion,
                )


def credit_unexplained(scope: Scope) -> Iterator[Finding]:
    """Where a source credits someone other than the speaker, that one speaks for the speaker, or a note explains it.

    An organization speaks for a speaker when it is the quote's `for`, or part of it.

    Wrong:
        credited: {to: mirror, as: the paper said}
    Right:
        credited: {to: mirror, as: the paper said}
        notes:
          - attribution: The paper does not name the Chancellor.
    Do:
        Look at the source again: whom does it name for these words? If it is someone else than the speaker, say in an
        `attribution` note why the words are theirs all the same. If it is an office of the speaker's party, set the
        quote's `for` to the party.
    See:
        absent-speaker, relay-unknown
    """
    for meeting, path, quote, rendering in _renderings(scope.graph):
        to = rendering.credited.to if rendering.credited else None
        if not to or not quote.speaker or to == quote.speaker or _speaks_for(scope, to, quote.for_):
            continue
        if not any(note.attribution for note in (*rendering.notes, *quote.notes)):
            notes = [(*path, "notes", i) for i in range(len(rendering.notes))]
            notes += [(*path[:2], "notes", i) for i in range(len(quote.notes))]
            yield Finding(
                record=meeting,
                path=(*path, "credited", "to"),
                message=f"credited to '{to}', while the speaker is '{quote.speaker}'",
                help="add an `attribution` note that says why, or set the quote's `for` to the party it speaks for",
                unless=(path, path[:2], *notes),
            )


def _speaks_for(scope: Scope, credited: str, party: str | None) -> bool:
    """Tell whether an organization is a party or part of it, or may be: what is misspelt may have been anything."""
    if party is None or scope.graph.get(Person.TYPE, credited):
        return False
    organization = scope.graph.get(Organization.TYPE, credited)
    if not isinstance(organization, Organization) or not _is_organization(scope, party):
        return True
    whole = organization.part_of
    return is_part_of(scope.graph, credited, party) or (whole is not None and not _is_organization(scope, whole))


def two_originals(scope: Scope) -> Iterator[Finding]:
    """At most one rendering of a quote is the original.

    Wrong:
        text: The harbour is an open door , and open doors want oil.
        mode: direct
        original: true  # while the German rendering above is the original
    Right:
        text: The harbour is an open door , and open doors want oil.
        mode: direct
        via: our-translation
    Do:
        Keep `original: true` where the language is the one that was spoken or issued, and delete the other. A
        translation says in `via` who made it.
    See:
        near-duplicate
    """
    for meeting, path, quote in _quotes(scope.graph):
        originals = [index for index, rendering in enumerate(quote.renderings) if rendering.original]
        for index in originals[1:]:
            yield Finding(
                record=meeting,
                path=(*path, "renderings", index, "original"),
                message="a second original: another rendering of this quote is marked so already",
                help="keep `original: true` on the language that was spoken or issued, and delete the other",
            )


def reserved_quote_id(scope: Scope) -> Iterator[Finding]:
    """A quote is not called `compare`: that address is the comparison's.

    Wrong:
        - id: compare
    Right:
        - id: fish
    Do:
        Choose another id, from the words that are quoted.
    See:
        bad-id, address-taken
    """
    for meeting, path, quote in _quotes(scope.graph):
        ids = [(("id",), quote.id), *((("formerly", i), old) for i, old in enumerate(quote.formerly))]
        for tail, id_ in ids:
            if id_ == "compare":
                message = "'compare' is reserved: the comparison of accounts has this address"
                yield Finding(record=meeting, path=(*path, *tail), message=message, help="choose another id")
