from collections.abc import Mapping

from readouts.graph import Graph, Node, Quotation, build_graph, read_record_link
from readouts.model import Meeting, Organization, Person


def ids(found: Mapping[str, tuple[Node, ...]]) -> dict[str, list[str]]:
    return {label: [node.id for node in nodes] for label, nodes in found.items()}


def test_a_record_knows_who_names_it(graph: Graph) -> None:
    assert ids(graph.backlinks(graph.record(Person, "tomas-reyle"))) == {
        "Meetings": ["2019-03-02-harbour-call", "2019-05-10-reyle-linden", "2019-05-11-harbour-talks"],
        "Mentioned in": ["2019-05-11-harbour-talks"],
        "Addressed to them": ["2019-05-11-harbour-talks/open-door"],
        "Quotations": ["2019-05-11-harbour-talks/fish", "2019-05-11-harbour-talks/relayed"],
    }


def test_a_quotation_knows_who_names_it(graph: Graph) -> None:
    node = graph.nodes["quote", "2019-05-11-harbour-talks/open-door"]
    assert ids(graph.backlinks(node)) == {
        "Mentioned in": ["2019-05-11-harbour-talks"],
        "Logged in": ["dredge-the-harbour"],
    }


def test_keys_of_tables_are_links(graph: Graph) -> None:
    backlinks = ids(graph.backlinks(graph.record(Organization, "aldermark")))
    assert backlinks["Has names for"] == ["2019-05-11-harbour-talks"]
    # At the call it had none, and says so.
    assert backlinks["Has accounts of"] == ["2019-05-11-harbour-talks"]


def test_a_withdrawn_record_names_nobody(graph: Graph) -> None:
    meeting = graph.record(Meeting, "2019-03-02-harbour-call")
    withdrawn = meeting.model_copy(update={"withdrawn": meeting.title})
    others = [record for record in graph.records if record is not meeting]
    changed = build_graph([*others, withdrawn])
    assert "2019-03-02-harbour-call" not in ids(changed.backlinks(changed.record(Person, "tomas-reyle")))["Meetings"]
    assert withdrawn not in changed.meetings
    assert changed.record(Meeting, meeting.id) is withdrawn


def test_former_addresses_of_a_meeting_hold_for_its_quotes(graph: Graph) -> None:
    meeting = graph.record(Meeting, "2019-05-11-harbour-talks")
    renamed = meeting.model_copy(update={"formerly": ("2019-05-11-old",)})
    changed = build_graph([record if record is not meeting else renamed for record in graph.records])
    former = {key[1] for key, node in changed.formerly.items() if isinstance(node, Quotation)}
    quotes = ("open-door", "door", "fish", "relayed", "third-visit")
    assert former == {f"2019-05-11-old/{quote}" for quote in quotes} | {"2019-05-11-harbour-talks/door"}


def test_the_order_of_files_makes_no_difference(graph: Graph) -> None:
    backwards = build_graph(reversed(graph.records))
    assert backwards.records == graph.records
    assert list(backwards.nodes) == list(graph.nodes)


def test_a_record_link_names_a_record_or_a_quotation() -> None:
    assert read_record_link("people/xi-jinping") == ("person", "xi-jinping")
    assert read_record_link("2024-04-26-xi-blinken/two-way-street") == ("quote", "2024-04-26-xi-blinken/two-way-street")


def test_the_best_rendering_is_one_that_the_reader_can_read(graph: Graph) -> None:
    node = graph.nodes["quote", "2019-05-11-harbour-talks/open-door"]
    assert isinstance(node, Quotation)
    assert node.best.source == "courier-2019-05-12"
