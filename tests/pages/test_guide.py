"""The guide is true: its files are valid, and what it shows as printed is what is printed."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from readouts.build import ALL_RULES, Checked, check, prepare
from readouts.cli import COMMANDS
from readouts.model import RECORD_TYPES
from readouts.pages import Publication
from readouts.pages.addresses import rule_address
from readouts.pages.guide import LISTED, plan_guide
from readouts.pages.reference import DATA
from readouts.problem import Rule, read_rule
from readouts.project import SHIPPED
from tests.conftest import ROOT, TREE, Lay, git

TALKS = "meetings/2019-05-11-harbour-talks.yml"


def page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


@pytest.fixture
def project(lay: Lay, tmp_path: Path) -> Path:
    """Return a project with the invented content, committed."""
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: material\nplugins: [readouts]\n")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def printed(project: Path, command: str) -> str:
    """Return what a command of the guide prints."""
    program, *arguments = command.split()
    assert program == "readouts"
    done = subprocess.run(
        [sys.executable, "-m", "readouts", *arguments],
        capture_output=True,
        text=True,
        cwd=project,
        timeout=600,
        check=False,
    )
    return done.stdout


def exchange(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_worked_record_does_what_it_says(site: Path, project: Path) -> None:
    slips: list[tuple[Path, str, str]] = []
    written, told = Path(), 0
    for element in page(site, "contribute/record").xpath("//*[@data-file or @data-slip or @data-console]"):
        if name := element.get("data-file"):
            written = project / name
            written.write_text(f"{element.text_content()}\n", encoding="utf-8")
        elif slip := element.get("data-slip"):
            right, _, wrong = slip.partition(" → ")
            exchange(written, right, wrong)
            slips.append((written, wrong, right))
        else:
            command, _, expected = element.text_content().partition("\n")
            shown, cut, _ = expected.partition("\n…")  # what stands for the rest
            found = printed(project, command.removeprefix("$ ")).strip()
            assert (found[: len(shown)] if cut else found) == shown.strip(), command
            while slips:
                exchange(*slips.pop())
            told += 1
    assert told > 3
    assert check(project / "content").problems == ()
    assert printed(project, "readouts format --check") == ""  # in the form that all records have


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_page_with_its_examples_and_what_to_do(site: Path, rule: Rule) -> None:
    document = page(site, rule_address(rule.code))
    examples = [code.text_content() for code in document.xpath("//dl[@class='r-examples']//code")]
    assert examples == [rule.wrong, rule.right]
    assert rule.advice.replace("`", "") in words(document)
    assert words(document.xpath("//p[@class='r-kicker']")[0]) == rule.severity
    near = {link.rstrip("/").rpartition("/")[2] for link in document.xpath("//ul[@class='r-entries']//a/@href")}
    assert near == set(rule.related)


def test_the_list_of_rules_leads_to_each(site: Path) -> None:
    document = page(site, "contribute/rules")
    links = document.xpath("//li[starts-with(@id, 'r-rule-')]/a/@href")
    assert sorted(links) == sorted(f"{rule.code}/" for rule in ALL_RULES)


def test_a_rule_of_an_unknown_group_is_listed_under_its_name() -> None:
    rule = read_rule("no-bio", "warning", "A person has a bio.", group="people")
    pages = {planned.address: planned for planned in plan_guide((rule,))}
    assert pages["contribute/rules/"].context()["groups"] == (("people", (rule,)),)
    assert "contribute/rules/no-bio/" in pages


def test_every_page_of_the_guide_leads_to_every_other(site: Path) -> None:
    for of_guide in LISTED:
        if of_guide.address != DATA.address:
            links = page(site, of_guide.address).xpath("//aside//a/@href")
            reached = {(site / of_guide.address / link).resolve() for link in links}
            others = {(site / other.address).resolve() for other in LISTED if other is not of_guide}
            assert reached == others


def _with_field(record: str, written: str) -> str:
    """Return a record with a field in the place of the one that it has."""
    key = written.partition(":")[0]
    return re.sub(
        rf"^{key}:.*\n(?:[ -].*\n|\n)*", f"{written}\n".replace("\\", r"\\"), record, count=1, flags=re.MULTILINE
    )


def _with_note(record: str, written: str) -> str:
    """Return a record with a note in the place of the first one on a rendering."""
    note = "- on: door ,\n            sic: The stray space is in the paper."
    assert note in record
    return record.replace(note, "- " + written.replace("\n", "\n            "))


def test_the_right_ways_of_the_style_guide_are_right(site: Path, lay: Lay) -> None:
    shown = page(site, "contribute/style").xpath("//code[@data-part]")
    put = {"meeting": _with_field, "note": _with_note}
    for code in shown:
        record = put[code.get("data-part")]((TREE / TALKS).read_text(encoding="utf-8"), code.text_content())
        assert code.text_content().splitlines()[0] in record
        assert check(lay({TALKS: record})).problems == (), code.text_content()
    assert {code.get("data-part") for code in shown} == set(put)


def test_the_records_that_the_page_for_maintainers_shows_are_right(site: Path, lay: Lay) -> None:
    shown = page(site, "contribute/maintaining").xpath("//pre[starts-with(@data-file, 'content/')]")
    for code in shown:
        name = code.get("data-file").removeprefix("content/")
        assert check(lay({name: f"{code.text_content()}\n"})).problems == (), name
    assert len(shown) > 1


def test_the_records_in_the_file_for_contributors_are_right(lay: Lay) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"^`content/(\S+)`\n\n```yaml\n(.*?)```$", text, re.MULTILINE | re.DOTALL))
    assert len(files) == 2
    assert check(lay(files)).problems == ()


def start_page(checked: Checked, publication: Publication) -> str:
    """Return the first page of the guide as a site has it that is published so."""
    site = prepare(checked, TREE, (SHIPPED / "templates",), publication)
    return str(site.renderer.markdown(next(page for page in site.plan.of_site if page.address == "contribute/")))


def links(markdown: str) -> set[str]:
    return {unescape(link) for link in re.findall(r'href="([^"]*)"', markdown) if "&#" in link}


def test_on_github_the_guide_leads_to_the_forms_and_to_a_new_file_of_each_type(checked: Checked) -> None:
    repository = "https://github.com/someone/records"
    edit_base = f"{repository}/edit/main/"
    shown = start_page(checked, Publication(name="Mine", repository=repository, edit_base=edit_base))
    here = links(shown)
    assert f"{repository}/issues/new/choose" in here
    folders = {link.rpartition("/")[2] for link in here if link.startswith(f"{repository}/new/main/")}
    assert folders == {model.FOLDER for model in RECORD_TYPES}
    assert f"git clone {repository} " in unescape(shown)


def test_elsewhere_the_guide_leads_to_a_new_file_and_promises_no_forms(checked: Checked) -> None:
    repository = "https://git.example/someone/edit"
    here = links(
        start_page(checked, Publication(name="Mine", repository=repository, edit_base=f"{repository}/-/edit/main/"))
    )
    assert any(link.startswith(f"{repository}/-/new/main/") and link.endswith("/meetings") for link in here)
    assert not any("issues" in link for link in here)


def test_without_a_repository_the_guide_leads_to_none(checked: Checked) -> None:
    shown = start_page(checked, Publication(name="Mine"))
    assert links(shown) == set()
    assert "whoever runs this site" in shown


NAMES = {command.name for command in COMMANDS}


def test_every_command_in_the_guide_is_one(site: Path) -> None:
    named = {
        name
        for of_guide in LISTED
        for code in page(site, of_guide.address).xpath("//code | //pre")
        for name in re.findall(r"(?<![/\w])readouts ([a-z]+)\b", code.text_content())
    }
    assert {"draft", "new", "check", "diff", "schema"} <= named <= NAMES


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `readouts ([a-z]+)\b", readme, re.MULTILINE)) == NAMES
