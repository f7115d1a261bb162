"""The built site, as a browser gets it."""

import itertools
import json
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from readouts.graph import Graph, Quotation
from tests.conftest import TREE, Lay, changed, pages, run

TALKS = "meetings/2019-05-11-harbour-talks"


def page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def article(document: html.HtmlElement) -> html.HtmlElement:
    return document.xpath("//article")[0]


def test_every_record_and_quotation_has_a_page(site: Path, graph: Graph) -> None:
    for (type_, id_), node in graph.nodes.items():
        folder = "meetings" if isinstance(node, Quotation) else node.FOLDER
        assert (site / folder / id_ / "index.html").is_file(), (type_, id_)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "meetings",
        "meetings/index/2019",
        "people",
        "organizations",
        "places",
        "sources",
        "phrases",
        "topics",
        "commitments",
        "pairs",
        "pairs/aldermark--birchland",
        "data",
        "contribute",
        "contribute/record",
        "contribute/style",
        "contribute/rules",
        "contribute/editors",
        "contribute/maintaining",
        f"{TALKS}/compare",
    ],
)
def test_every_list_and_comparison_is_at_its_address(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    documents = dict(pages(site))
    ids = {name: set(document.xpath("//@id")) for name, document in documents.items()}
    count = 0
    for name, document in documents.items():
        for attribute in document.xpath("//@href | //@src"):
            parts = urlsplit(attribute)
            if parts.scheme or parts.netloc or name == "404.html":
                continue
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
            path = site / target
            file = path / "index.html" if path.is_dir() else path
            assert file.is_file(), (name, attribute)
            if parts.fragment and not parts.fragment.startswith("__"):
                assert parts.fragment in ids[file.relative_to(site).as_posix()], (name, attribute)
            count += 1
    assert count > 1000


def test_every_page_is_reached_by_links_from_the_home_page(site: Path) -> None:
    documents = {name: document for name, document in pages(site) if name != "404.html"}
    seen, todo = {"index.html"}, ["index.html"]
    while todo:
        name = todo.pop()
        for link in article(documents[name]).xpath(".//a[not(@download)]/@href"):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path, "index.html"))
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
    withdrawn = {name for name in documents if "withdrawn" in name}
    assert set(documents) - seen == withdrawn


def test_headings_are_in_order_with_one_of_the_first_level(site: Path) -> None:
    for name, document in pages(site):
        levels = [int(heading.tag[1]) for heading in article(document).xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), name


def test_no_id_is_used_twice_on_a_page(site: Path) -> None:
    for name, document in pages(site):
        ids = document.xpath("//@id")
        assert len(ids) == len(set(ids)), (name, {i for i in ids if ids.count(i) > 1})


def test_every_page_has_landmarks_a_breadcrumb_a_title_and_a_description(site: Path) -> None:
    for name, document in pages(site):
        assert len(document.xpath("//main")) == 1, name
        assert document.xpath("//html/@lang") == ["en"], name
        assert words(document.xpath("//title")[0]), name
        assert document.xpath("//meta[@name='description']/@content")[0].strip(), name
        if name not in ("index.html", "404.html"):
            crumbs = document.xpath("//nav[@aria-label='Breadcrumb']//a")
            assert words(crumbs[0]) == "Home", name


def test_every_table_has_headers(site: Path) -> None:
    for name, document in pages(site):
        for table in document.xpath("//table"):
            assert table.xpath("./thead//th[@scope='col']"), name
            widths = {
                sum(int(cell.get("colspan", 1)) for cell in row.xpath("./th|./td")) for row in table.xpath(".//tr")
            }
            assert len(widths) == 1, name


def test_every_rendering_stands_to_the_letter_in_one_element_with_its_language(site: Path, graph: Graph) -> None:
    for quotation in graph.quotations:
        shown = page(site, f"meetings/{quotation.id}").xpath(
            "//*[contains(concat(' ', @class, ' '), ' rendering-text ')]"
        )
        for element in shown:
            for note in element.xpath(".//*[@data-note]"):
                note.drop_tree()
        found = {(element.text_content(), element.get("lang")) for element in shown}
        assert found == {(r.text.raw, r.lang) for r in quotation.quote.renderings}


def test_the_attribution_never_loses_a_link_of_the_chain(site: Path) -> None:
    caption = words(page(site, f"{TALKS}/open-door").xpath("//*[@class='r-chain']")[0])
    assert caption == "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Linden Courier"


def test_words_known_only_through_the_other_side_are_marked_so(site: Path) -> None:
    relayed = page(site, f"{TALKS}/relayed").xpath("//*[contains(@class, 'r-credit')]")[0]
    assert words(relayed).startswith("Tomas Reyle, as the Chancellery of Aldermark relays the words")
    assert "known only through Aldermark" in words(relayed)
    own = page(site, f"{TALKS}/fish").xpath("//*[contains(@class, 'r-credit')]")[0]
    assert "known only" not in words(own)


def test_silence_is_told_apart_from_what_is_not_recorded(site: Path) -> None:
    rows = {words(row.xpath("./th")[0]): row for row in page(site, TALKS).xpath("//table[@class='r-sides']/tbody/tr")}
    assert "Not mentioned" in words(rows["Fish one side only"])  # Aldermark's account is recorded in full
    assert "Not in the account on record" in words(rows["Harbour in one account, as far as recorded"])


def test_differing_words_are_marked(site: Path) -> None:
    renderings = page(site, f"{TALKS}/open-door").xpath("//figure[@class='r-rendering']")
    marked = [[words(mark) for mark in figure.xpath(".//mark")] for figure in renderings]
    assert marked[0] == []  # the only one in German
    assert "we will oil such" in " ".join(marked[2])


def test_what_changed_since_the_meeting_before_is_shown(site: Path) -> None:
    (since,) = page(site, TALKS).xpath("//h2[@id='r-since']/following-sibling::dl[1]")
    told = zip(since.xpath("./dt"), since.xpath("./dd"), strict=True)
    assert {words(what): words(ids) for what, ids in told} == {
        "Topics not on record then": "Fish",
        "Topics again": "Harbour",
    }


def test_the_office_is_that_of_the_day(site: Path) -> None:
    present = [words(item) for item in page(site, TALKS).xpath("//ul[@class='r-present']/li")]
    assert present == ["Hedda Brandt, Chancellor, for Aldermark", "Tomas Reyle, First Minister, for Birchland"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topics/port", "../harbour/"),
        ("meetings/2019-05-reyle-visit", "../2019-05-10-reyle-linden/"),
        ("meetings/2019-05-harbour/compare", "../../2019-05-11-harbour-talks/compare/"),
        ("meetings/2019-05-harbour/door", "../../2019-05-11-harbour-talks/open-door/"),
        (f"{TALKS}/door", "../open-door/"),
    ],
)
def test_an_old_address_redirects(site: Path, old: str, new: str) -> None:
    document = page(site, old)
    assert document.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={new}"]
    assert document.xpath("//main//a/@href") == [new]
    assert (site / old / new / "index.html").resolve().is_file()


def test_a_withdrawn_record_keeps_its_page_and_leaves_the_lists(site: Path) -> None:
    document = page(site, "meetings/2019-09-01-withdrawn-talks")
    assert "The meeting was announced and did not take place." in words(article(document))
    for name in ("index.html", "meetings/index.html", "meetings/index/2019/index.html"):
        assert "withdrawn-talks" not in (site / name).read_text(encoding="utf-8")


def linked_data(document: html.HtmlElement) -> dict[str, object]:
    found: dict[str, object] = json.loads(document.xpath("//script[@type='application/ld+json']")[0].text)
    return found


@pytest.mark.parametrize(
    ("address", "type_"),
    [
        (TALKS, "Event"),
        ("people/hedda-brandt", "Person"),
        ("organizations/aldermark", "GovernmentOrganization"),
        ("organizations/chancellery", "GovernmentOrganization"),
        ("organizations/mirror", "NewsMediaOrganization"),
        (f"{TALKS}/open-door", "Quotation"),
        ("sources/mirror-2019-05-12", "NewsArticle"),
        ("places/linden", "Place"),
    ],
)
def test_machines_can_read_what_a_page_is_about(site: Path, address: str, type_: str) -> None:
    thing = linked_data(page(site, address))
    assert (thing["@context"], thing["@type"], thing["url"]) == ("https://schema.org", type_, "./")


def test_machines_can_read_the_way_to_every_page(site: Path) -> None:
    for name, document in pages(site):
        if name in ("index.html", "404.html"):
            continue
        trail = json.loads(document.xpath("//script[@type='application/ld+json']")[-1].text)["breadcrumb"]
        steps = [step["item"] for step in trail["itemListElement"]]
        assert [
            posixpath.normpath(posixpath.join(posixpath.dirname(name), step)) for step in (steps[0], steps[-1])
        ] == [
            ".",
            posixpath.dirname(name),
        ]


def test_reported_speech_is_not_put_into_the_speakers_mouth(site: Path) -> None:
    direct, reported = (page(site, f"{TALKS}/{quote}") for quote in ("open-door", "relayed"))
    assert linked_data(direct)["creator"] == linked_data(direct)["spokenByCharacter"]
    told = linked_data(reported)
    assert [told[key]["name"] for key in ("spokenByCharacter", "creator")] == [
        "Tomas Reyle",
        "Chancellery of Aldermark",
    ]  # type: ignore[index]
    assert "“" in direct.xpath("string(//title)")
    assert reported.xpath("string(//title)").startswith("Tomas Reyle, as reported: Herr Reyle nannte")


def test_what_was_said_elsewhere_is_not_said_at_the_meeting(site: Path) -> None:
    for quote, label, is_part in (("open-door", "Said at", True), ("third-visit", "Recorded with", False)):
        document = page(site, f"{TALKS}/{quote}")
        assert document.xpath("//aside[@class='r-rail']//h2/text()")[0] == label
        assert ("isPartOf" in linked_data(document)) is is_part


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = [document.xpath("string(//title)") for _, document in pages(site)]
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_a_disputed_statement_is_a_claim(site: Path) -> None:
    claim = linked_data(page(site, f"{TALKS}/third-visit"))["subjectOf"]
    assert isinstance(claim, dict)
    assert claim["@type"] == "Claim"
    assert claim["comment"][0]["text"] == "Only one visit is on record."


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for name, document in pages(site):
        sources = document.xpath("//script/@src | //img/@src | //link[not(@rel='canonical')]/@href | //iframe/@src")
        assert [source for source in sources if urlsplit(source).netloc] == [], name
        # Where a link has this mark, Material's script asks the repository's host for its releases.
        assert document.xpath("//*[@data-md-component='source']") == [], name


def test_a_face_has_its_licence_beside_it(site: Path) -> None:
    faces = list((site / "assets" / "fonts").glob("*.woff2"))
    assert faces
    for path in faces:
        licence = path.with_name(f"{path.stem.split('-')[0]}.OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence, path.name


def test_the_dictionary_has_every_field(site: Path) -> None:
    dictionary = words(article(page(site, "data")))
    for field in ("refers_to", "contrasts_with", "original", "issued_by", "channel"):
        assert field in dictionary


def test_no_template_leaves_a_trace_of_its_own(site: Path) -> None:
    for name, document in pages(site):
        for code in document.xpath("//pre | //code"):
            code.drop_tree()  # of BibTeX and YAML, which have braces of their own
        text = article(document).text_content()
        assert not re.search(r"\{[{%#]|[%#}]\}|\bUndefined\b|\bNone\b(?!:)|Text\(", text), name


def test_lists_too_say_who_says_so(site: Path) -> None:
    told = "Tomas Reyle, as the Chancellery of Aldermark relays the words · reported speech"
    said = words(page(site, "people/tomas-reyle").xpath("//a[contains(@href, 'relayed')]/..")[0])
    assert f"{told}, 11 May 2019 known only through Ald" in said
    cell = page(site, TALKS).xpath("//table[@class='r-sides']//a[contains(@href, 'relayed')]/..")[0]
    assert words(cell).endswith(told)


def test_every_link_to_a_quotation_says_who_says_so_beside_it(site: Path, graph: Graph) -> None:
    addresses = {f"meetings/{quotation.id}": quotation for quotation in graph.quotations}
    seen = 0
    for name, document in pages(site):
        for link in article(document).xpath(".//a[contains(@class, 'r-quoted')] | .//svg//a[@href]"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link.get("href")))
            if target in addresses:
                seen += 1
                beside = link if link.tag == "a" and link.xpath("ancestor::svg") else link.xpath("ancestor::*[2]")[0]
                speaker = graph.speaker(addresses[target].quote.speaker).title_text.raw
                assert speaker in words(beside), (name, words(link))
    assert seen > len(addresses)


def test_a_source_shows_the_rendering_that_stands_in_it(site: Path) -> None:
    own = words(article(page(site, "sources/chancellery-2019-05-11")))
    assert "Der Hafen ist eine offene Tür" in own
    assert "The harbour is an open door" not in own


def test_a_comparison_says_first_what_each_side_alone_has(site: Path) -> None:
    (first,) = page(site, f"{TALKS}/compare").xpath("//h1/following-sibling::*[1][self::dl]")
    told = {words(what): words(topics) for what, topics in zip(first.xpath("./dt"), first.xpath("./dd"), strict=True)}
    assert told == {"Only in the account of Aldermark": "Harbour", "Only in the account of Birchland": "Fish"}


def test_a_commitment_of_which_accounts_differ_stands_under_each_status(lay: Lay) -> None:
    log = "  - {date: 2019-05-12, status: urged, by: [birchland], note: Birchland says otherwise.}\n"
    name = "commitments/dredge-the-harbour.yml"
    content = lay({name: (TREE / name).read_text(encoding="utf-8") + log})
    built = content.parent / "site"
    done = run("build", "--content", content, "--site", built)
    assert done.returncode == 0, done.stderr
    columns = page(built, "commitments").xpath("//section[h2]")
    assert [words(column.xpath("./h2")[0]) for column in columns] == ["Reaffirmed 1", "Urged 1"]
    lead = words(article(page(built, "commitments/dredge-the-harbour")).xpath(".//p[@class='r-lead']")[0])
    assert lead.startswith("Not on record as fulfilled.")


def test_words_from_right_to_left_stand_so(lay: Lay) -> None:
    content = lay(changed(f"{TALKS}.yml", "lang: de\n        text: Der Hafen", "lang: ar\n        text: Der Hafen"))
    built = content.parent / "site"
    done = run("build", "--content", content, "--site", built)
    assert done.returncode == 0, done.stderr
    spans = page(built, f"{TALKS}/open-door").xpath("//*[contains(@class, 'rendering-text')]")
    assert {(span.get("lang"), span.get("dir")) for span in spans} == {("ar", "rtl"), ("en", None)}


def test_an_organization_shows_what_stands_in_its_documents(site: Path) -> None:
    (heading,) = page(site, "organizations/chancellery").xpath("//h2[@id='r-quotations-in-its-documents']")
    listed = heading.xpath("./following-sibling::ul[1]/li/a[contains(@class, 'r-quoted')]/@href")
    assert {posixpath.basename(link.rstrip("/")) for link in listed} == {"open-door", "relayed"}


def test_a_pair_shows_what_the_two_promised(site: Path) -> None:
    (heading,) = page(site, "pairs/aldermark--birchland").xpath("//h2[@id='r-commitments']")
    assert "Dredge the harbour" in words(heading.getnext())
