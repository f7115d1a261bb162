"""The pages of quotations."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from readouts.graph import Graph, Quotation
from readouts.insight import Insight
from readouts.insight.attribution import Attribution, attribute
from readouts.insight.wording import Stretch, difference, is_close
from readouts.model import Commitment, Meeting, Rendering, Topic
from readouts.pages.addresses import address_of
from readouts.pages.attributions import told
from readouts.pages.linked_data import describe_quotation
from readouts.pages.lists import rest
from readouts.pages.marking import Cut, NumberedNote, mark, number_notes
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.records import LONGEST_DESCRIPTION, listings_of
from readouts.pages.titles import title_of
from readouts.text import Text, primary


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A rendering as it is shown: its words in cuts, its notes numbered, who says so."""

    quotation: Quotation
    rendering: Rendering
    cuts: tuple[Cut, ...]
    notes: tuple[NumberedNote, ...]
    attribution: Attribution


def show(insight: Insight, quotation: Quotation, rendering: Rendering, stretches: Sequence[Stretch] = ()) -> Shown:
    """Return a rendering with its phrases, notes and differences in place."""
    notes = number_notes(rendering.text, rendering.notes)
    found = insight.occurrences_by_quotation.get(quotation.id, ())
    occurrences = [occurrence for occurrence in found if occurrence.rendering is rendering]
    return Shown(
        quotation=quotation,
        rendering=rendering,
        cuts=mark(rendering.text, occurrences=occurrences, notes=notes, stretches=stretches),
        notes=notes,
        attribution=attribute(insight.graph, quotation, rendering),
    )


def plan_quotations(insight: Insight, meeting: Meeting, trail: tuple[Crumb, ...]) -> Iterator[Page]:
    """Yield the pages of a meeting's quotations."""
    within: dict[str, list[Quotation]] = {}
    for quote in meeting.quotes:
        if quote.inside:
            within.setdefault(quote.inside, []).append(Quotation(meeting, quote))
    for place, quote in enumerate(meeting.quotes):
        context = partial(_quotation, insight, meeting, place, within.get(quote.id, ()))
        page = _quotation_page(insight, Quotation(meeting, quote), trail, context)
        yield page
        if meeting.withdrawn is None:
            yield from rest(listings_of(insight.graph, Quotation(meeting, quote)), page)


def _differing(renderings: Sequence[Rendering]) -> dict[int, tuple[Stretch, ...]]:
    """Return how each rendering differs from the first of its language, where they are close, and that one from it."""
    found: dict[int, tuple[Stretch, ...]] = {}
    first: dict[str, int] = {}
    for index, rendering in enumerate(renderings):
        base = first.setdefault(primary(rendering.lang), index)
        both = difference(renderings[base].text.raw, rendering.text.raw) if base != index else None
        if both and is_close(*both):
            found.setdefault(base, both[0])
            found[index] = both[1]
    return found


def _quotation(insight: Insight, meeting: Meeting, place: int, within: Sequence[Quotation]) -> Context:
    graph, quote = insight.graph, meeting.quotes[place]
    quotation = Quotation(meeting, quote)
    differing = _differing(quotation.renderings)
    return {
        "quotation": quotation,
        "best": show(insight, quotation, quotation.best),
        "renderings": [show(insight, quotation, r, differing.get(i, ())) for i, r in enumerate(quotation.renderings)],
        "topics": [graph.record(Topic, id_) for id_ in quote.topics],
        "phrases": list(
            {o.phrase.id: o.phrase for o in insight.occurrences_by_quotation.get(quotation.id, ())}.values()
        ),
        "commitments": [graph.record(Commitment, id_) for id_ in quote.commitments],
        "referred": [graph.record(Meeting, id_) for id_ in quote.refers_to],
        "addressees": [graph.speaker(id_) for id_ in quote.to],
        "inside": graph.get("quote", f"{meeting.id}/{quote.inside}") if quote.inside else None,
        "within": within,
        "before": Quotation(meeting, meeting.quotes[place - 1]) if place else None,
        "after": Quotation(meeting, meeting.quotes[place + 1]) if place + 1 < len(meeting.quotes) else None,
        "listings": listings_of(graph, quotation),
    }


def _title(graph: Graph, quotation: Quotation) -> Text:
    """Return speaker and words; quotation marks stand only around words that the source has as the speaker's own."""
    speaker, words = title_of(graph.speaker(quotation.quote.speaker)).raw, title_of(quotation).raw
    return Text(f"{speaker}: “{words}”" if quotation.best.mode == "direct" else f"{speaker}, as reported: {words}")


def _quotation_page(
    insight: Insight, quotation: Quotation, trail: tuple[Crumb, ...], context: Callable[[], Context]
) -> Page:
    meeting = quotation.meeting
    withdrawn = Page(
        address=address_of(quotation),
        template="withdrawn.md",
        title=meeting.title,
        description=meeting.withdrawn or meeting.title,
        aspect=quotation.quote.id,
        context=partial(dict, record=meeting),
        trail=trail,
        record=meeting,
    )
    if meeting.withdrawn is not None:
        return withdrawn
    return replace(
        withdrawn,
        template="quotation.md",
        title=_title(insight.graph, quotation),
        description=Text(
            told(attribute(insight.graph, quotation, quotation.best), quotation.best, LONGEST_DESCRIPTION)
        ),
        context=context,
        linked_data=partial(describe_quotation, insight.graph, quotation),
    )
