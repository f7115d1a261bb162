"""A difference in sections, what a reviewer must see first."""

from collections.abc import Collection, Iterator

from readouts.diff import Difference
from readouts.diff.lines import Code, Edited, Item, Line, Ours, Piece, Section, Theirs, at, changed_field, shown_address
from readouts.diff.pages import Lost
from readouts.diff.quotations import ATTRIBUTION, WORDS, QuotationChange, RenderingChange
from readouts.diff.records import RecordChange
from readouts.graph import Quotation
from readouts.insight.wording import Edit
from readouts.model import Commitment, Organization, Person, Phrase
from readouts.pages.titles import title_of
from readouts.report import count
from readouts.text import Text


def in_sections(difference: Difference) -> tuple[Section, ...]:
    """Return the sections that have anything to say."""
    sections = (
        Section(title="Addresses that lead nowhere any more", items=tuple(_all_lost(difference))),
        Section(title="Problems", items=tuple(_problems(difference))),
        Section(title="Words changed", items=tuple(_with_fields(difference, WORDS))),
        Section(title="Who said it, and who says so", items=tuple(_with_fields(difference, ATTRIBUTION))),
        Section(title="Quotations", items=tuple(_quotations(difference))),
        Section(title="Records", items=tuple(map(_record, difference.records))),
        Section(title="Phrases", items=tuple(_phrases(difference))),
        Section(title="Commitments", items=tuple(_commitments(difference))),
        Section(title="Comparisons and pairs", items=tuple(_computed(difference))),
        Section(title="Redirects", items=tuple(_redirects(difference)), is_long=True),
        Section(title="Pages", items=tuple(_pages(difference)), is_long=True),
    )
    return tuple(section for section in sections if section.items)


def _all_lost(difference: Difference) -> Iterator[Item]:
    yield from map(_lost, difference.lost)
    if difference.lost:
        keep = (Ours("links to them break: keep a record, with the reason under "), Code("withdrawn"))
        yield Item(
            line=(*keep, Ours(", or write its id under "), Code("formerly"), Ours(" in the one that takes its place"))
        )


def _lost(lost: Lost) -> Item:
    line = (Code(shown_address(lost.address)),)
    if lost.meant is None:
        return Item(line=line)
    advice = (Ours("is it now "), at(lost.meant), Ours("? then write "), Code(f"formerly: [{lost.old_id}]"))
    return Item(line=line, below=((*advice, Ours(" there")),))


def _problems(difference: Difference) -> Iterator[Item]:
    for checked, when in ((difference.sides.before, "had"), (difference.sides.now, "has")):
        if checked.errors:
            errors = count(len(checked.errors), "error")
            yield Item(line=(Ours(f"The content {when} {errors}, so pages can't be compared"),))
    if difference.problems.fixed:
        yield Item(line=(Ours(f"{len(difference.problems.fixed):,} fixed"),))
    for problem in difference.problems.new:
        place = Code(f"{problem.path}:{problem.span.line}:{problem.span.column}")
        said = (Ours(": "), Theirs(problem.message), Ours(" ("), Code(problem.code), Ours(")"))
        yield Item(line=(Ours(f"new {problem.severity} at "), place, *said))


def _speaker(difference: Difference, change: QuotationChange) -> Theirs:
    """Return who spoke; where the records don't tell, the id."""
    id_ = change.quotation.quote.speaker
    for checked in (difference.sides.now, difference.sides.before):
        for type_ in (Person.TYPE, Organization.TYPE):
            if isinstance(found := checked.insight.graph.get(type_, id_), Person | Organization):
                return Theirs(found.name.raw)
    return Theirs(id_)


def _in_source(rendering: RenderingChange) -> Line:
    return Code(rendering.source), Ours(f" ({rendering.lang})")


def _of_rendering(rendering: RenderingChange, fields: Collection[str]) -> Iterator[Line]:
    """Yield how some fields of a rendering changed; where it is there on one side alone, its words."""
    if rendering.kind == "changed":
        for change in rendering.fields:
            if change.field in fields:
                yield *_in_source(rendering), Ours(", "), *changed_field(change)
    elif "text" in fields:
        yield Ours(f"{rendering.kind} "), *_wording(rendering)


def _changed(change: QuotationChange, fields: Collection[str]) -> Iterator[Line]:
    yield from (changed_field(field) for field in change.fields if field.field in fields)
    for rendering in change.renderings:
        yield from _of_rendering(rendering, fields)


def _with_fields(difference: Difference, fields: Collection[str]) -> Iterator[Item]:
    """Yield the quotations in which some fields changed."""
    for change in difference.quotations:
        if change.kind == "changed" and change.has(*fields):
            line = (at(change.key), Ours(", "), _speaker(difference, change))
            yield Item(line=line, below=tuple(_changed(change, fields)))


def _quotations(difference: Difference) -> Iterator[Item]:
    """Yield the quotations that are new, gone or have another id, and what else changed in others."""
    for change in difference.quotations:
        others = [field for field in change.touched if field not in (*WORDS, *ATTRIBUTION)]
        if change.kind == "changed" and not others and change.was is None:
            continue
        was: Line = (Ours(", formerly "), Code(change.was)) if change.was else ()
        line = (Ours(f"{change.kind} "), at(change.key), *was, Ours(", "), _speaker(difference, change))
        if change.kind == "changed":
            yield Item(line=(*line, *_first_words(change.quotation)), below=tuple(_changed(change, others)))
        else:
            reported: Line = () if change.quotation.best.mode == "direct" else (Ours(", as reported"),)
            yield Item(line=(*line, *reported), below=tuple(map(_wording, change.renderings)))


def _wording(rendering: RenderingChange) -> Line:
    """Return all words of a rendering that is new or gone."""
    edit = Edit(rendering.text, "new" if rendering.kind == "added" else "gone")
    return *_in_source(rendering), Ours(": "), Edited((edit,))


def _first_words(quotation: Quotation) -> Line:
    """Return how a quotation begins, in quotation marks only where the words are the speaker's own."""
    words = Theirs(title_of(quotation).raw)
    return (Ours(": “"), words, Ours("”")) if quotation.best.mode == "direct" else (Ours(", as reported: "), words)


def _record(change: RecordChange) -> Item:
    type_, _ = change.key
    line: list[Piece] = [Ours(f"{change.kind} {type_} "), at(change.key)]
    line += [Ours(" “"), Theirs(change.name.raw), Ours("”")] if change.name else []
    line += [Ours(", formerly "), Code(change.was)] if change.was else []
    line += [Ours(" into "), at(change.into)] if change.into else []
    line += [Ours(f" ({count(change.errors, 'error')})")] if change.errors else []
    line += [Ours(" (not compared: its file has errors)")] if not change.is_clear else []
    return Item(line=tuple(line), below=tuple(map(changed_field, change.fields)))


def _named(type_: str, id_: str, name: Text) -> Line:
    return at((type_, id_)), Ours(" “"), Theirs(name.raw), Ours("”")


def _phrases(difference: Difference) -> Iterator[Item]:
    for change in difference.phrases:
        first = [(Ours("first used in "), at(("quote", change.first)))] if change.first else []
        more = [(Ours("used in "), at(("quote", use))) for use in change.gained if use != change.first]
        less = [(Ours("no longer in "), at(("quote", use))) for use in change.lost]
        yield Item(line=_named(Phrase.TYPE, change.id, change.name), below=(*first, *more, *less))


def _commitments(difference: Difference) -> Iterator[Item]:
    for change in difference.commitments:
        moved = f": {', '.join(change.before)} → {', '.join(change.now)}"
        yield Item(line=(*_named(Commitment.TYPE, change.id, change.title), Ours(moved)))


def _listed(said: str, addresses: Collection[str]) -> Iterator[Item]:
    for address in addresses:
        yield Item(line=(Ours(f"{said} "), Code(shown_address(address))))


def _computed(difference: Difference) -> Iterator[Item]:
    for several in (difference.comparisons, difference.pairs):
        yield from _listed("new", several.added)
        yield from _listed("gone", several.removed)


def _redirects(difference: Difference) -> Iterator[Item]:
    if difference.pages:
        for said, redirects in (
            ("new", difference.pages.redirects_added),
            ("gone", difference.pages.redirects_removed),
        ):
            for address, to in redirects.items():
                line = (Ours(f"{said} "), Code(shown_address(address)), Ours(" to "), Code(shown_address(to)))
                yield Item(line=line)


def _pages(difference: Difference) -> Iterator[Item]:
    if difference.pages:
        yield from _listed("new", difference.pages.added)
        yield from _listed("changed", difference.pages.changed)
        yield from _listed("gone", difference.pages.removed)
