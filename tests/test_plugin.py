"""MkDocs' own commands, and the server."""

import gzip
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import etree, html
from mkdocs.utils.yaml import yaml_load

from readouts.project import SHIPPED
from tests.conftest import ROOT, Lay, run
from tests.servers import Server, serving

FISH = "topics/fish.yml"


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, timeout=600)


def html_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def index_of(site: Path) -> dict[str, bytes]:
    """Return the files of the search index."""
    folder = site / "pagefind"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("**/*.*")}


def test_mkdocs_build_makes_the_same_pages(project: Path) -> None:
    done = mkdocs("build", "--site-dir", "theirs", cwd=project)
    assert done.returncode == 0, done.stderr
    assert run("build", "-C", project, "--site", project / "ours").returncode == 0
    assert "not included in" not in done.stderr  # MkDocs lists pages that it takes for forgotten
    assert html_of(project / "theirs") == html_of(project / "ours")
    assert index_of(project / "theirs") == index_of(project / "ours")
    assert len(html_of(project / "ours")) > 40


def test_mkdocs_build_stops_at_errors_without_a_traceback(project: Path) -> None:
    (project / "content" / FISH).write_text("nam: Fish\n")
    done = mkdocs("build", cwd=project)
    assert done.returncode == 1
    assert "error[unknown-field]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_the_name_of_a_site_is_shown_as_it_is_written(project: Path) -> None:
    config = project / "mkdocs.yml"
    name = """'A & B <b>C</b> "D"'"""
    config.write_text(config.read_text().replace("site_name: Mine", f"site_name: {name}\nsite_description: {name}"))
    assert run("build", "-C", project).returncode == 0
    for page in ("index.html", "404.html", "topics/fish/index.html"):
        read = html.parse(project / "site" / page)
        for found in ("//title", "//*[@class='r-brand']", "//footer//p[b]"):
            element = read.xpath(found)[0]
            assert name.strip("'") in element.text_content(), (page, found)


def test_mkdocs_strict_finds_nothing_to_warn_of(project: Path) -> None:
    done = mkdocs("build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr


def test_pages_of_other_origin_stay(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About us\n")
    assert run("build", "-C", project).returncode == 0
    assert "About us" in (project / "site" / "about" / "index.html").read_text(encoding="utf-8")


def test_a_project_without_the_plugin_is_told_so(tmp_path: Path, lay: Lay) -> None:
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    done = run("build", "-C", tmp_path)
    assert done.returncode == 2
    assert "plugin 'readouts'" in done.stderr


def test_a_site_needs_no_more_settings_than_the_readme_shows(project: Path) -> None:
    config, shipped = project / "mkdocs.yml", yaml_load((SHIPPED / "mkdocs.yml").read_text(encoding="utf-8"))
    shown = re.search(r"```yaml\n(site_name.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    config.write_text(shown[1])
    assert run("build", "-C", project, "--site", project / "short").returncode == 0
    config.write_text(shown[1] + yaml.dump({key: shipped[key] for key in ("markdown_extensions", "nav")}))
    assert run("build", "-C", project, "--site", project / "long").returncode == 0
    assert html_of(project / "short") == html_of(project / "long")
    home = html_of(project / "short")["index.html"]
    assert b"{ #" not in home
    assert b'<a href="commitments/">Commitments</a>' in home
    assert b"googleapis" not in home


def test_a_site_keeps_settings_of_its_own(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About\n\nWords[^1].\n\n[^1]: A note.\n")
    (project / "mkdocs.yml").write_text(
        "site_name: Mine\ntheme: {name: material}\nplugins: [readouts]\nnav: [{Home: index.md}, {Us: about.md}]\n"
        "markdown_extensions: [footnotes, {toc: {permalink: true}}]\n"
    )
    assert run("build", "-C", project).returncode == 0
    about = html_of(project / "site")["about/index.html"].decode()
    assert 'class="footnote"' in about
    assert 'class="headerlink"' in about
    assert set(re.findall(r'<li><a href="[^"]*"[^>]*>(\w+)</a></li>', about)) == {"Us"}  # in bar and foot


@pytest.mark.parametrize("theme", ["", "theme: readthedocs\n"])
def test_another_theme_is_refused(project: Path, theme: str) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: Mine\nplugins: [readouts]\n{theme}")
    for done, code in ((run("build", "-C", project), 2), (mkdocs("build", cwd=project), 1)):
        assert done.returncode == code
        said = done.stdout + done.stderr  # MkDocs says why it stops on the one, we on the other
        assert "mkdocs.yml: the theme must be material: write `theme: material`" in said
        assert "Traceback" not in said
        assert not (project / "site").exists()


def test_a_build_without_its_address_is_told_what_that_costs(project: Path) -> None:
    config = project / "mkdocs.yml"
    done = run("build", "-C", project)
    count, remark = done.stderr.splitlines()
    assert (count, remark.partition(": the")[0]) == ("21 records, no problems", "mkdocs.yml: no site_url")
    config.write_text(f"{config.read_text()}site_url: https://example.org/briefings/\n")
    assert run("build", "-C", project).stderr == "21 records, no problems\n"


def test_the_sitemap_has_every_page_that_stands_and_no_other(project: Path) -> None:
    base, config = "https://example.org/briefings/", project / "mkdocs.yml"
    config.write_text(f"{config.read_text()}site_url: {base}\n")
    assert run("build", "-C", project).returncode == 0
    site = project / "site"
    standing = {
        name.removesuffix("index.html")
        for name, text in html_of(site).items()
        if b'http-equiv="refresh"' not in text and b'class="r-withdrawn"' not in text and name != "404.html"
    }
    listed = etree.fromstring((site / "sitemap.xml").read_bytes()).xpath("//*[local-name() = 'loc']/text()")
    assert sorted(listed) == sorted(base + address for address in standing)
    assert len(html_of(site)) > len(standing) + 3  # some are left out
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


@pytest.mark.parametrize(
    "link",
    [
        "docs/pw.txt",
        "docs/more/pw.txt",
        "docs/more",  # a folder
        "templates/theme/assets/pw.txt",
        "templates/theme/partials/footer.html",  # read by Jinja, not copied
        "templates/meeting.md",
    ],
)
def test_a_link_stops_the_build_wherever_it_leads(project: Path, link: str) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("token = secret\n")
    path = project / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(project / ".git" / "config" if path.suffix else project / ".git")
    for done in (run("build", "-C", project), mkdocs("build", cwd=project)):
        assert done.returncode != 0
        assert f"{path} is a link, to {project}/.git" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert not (project / "site").exists()


def test_a_link_in_a_theme_of_ones_own_stops_the_build(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("theme: material", "theme: {name: material, custom_dir: own}"))
    (project / "own" / "assets").mkdir(parents=True)
    (project / "own" / "assets" / "hosts.txt").symlink_to("/etc/hosts")
    assert "hosts.txt is a link, to /etc/hosts" in run("build", "-C", project).stderr


def of_material(site: Path) -> set[str]:
    """Return the kinds of files of Material's that a site has."""
    found = (path.relative_to(site / "assets").as_posix() for path in (site / "assets").rglob("*.*"))
    return {re.sub(r"\.\w{8}\.min", "", name) for name in found if name.startswith(("javascripts/", "stylesheets/"))}


def test_a_site_has_nothing_of_material_that_no_page_loads(project: Path, templates: Path) -> None:
    config = project / "mkdocs.yml"
    assert run("build", "-C", project).returncode == 0
    assert of_material(project / "site") == {"stylesheets/main.css"}

    (templates / "theme" / "assets" / "javascripts").mkdir(parents=True)
    (templates / "theme" / "assets" / "javascripts" / "own.js").write_text("own = true;\n")
    config.write_text(config.read_text().replace("theme: material", "theme: {name: material, palette: {primary: red}}"))
    assert run("build", "-C", project).returncode == 0
    assert of_material(project / "site") == {"stylesheets/main.css", "stylesheets/palette.css", "javascripts/own.js"}
    assert "stylesheets/palette" in html_of(project / "site")["index.html"].decode()


def test_a_template_may_link_to_a_page_of_other_origin(project: Path, templates: Path) -> None:
    (project / "docs" / "about.md").write_text("# About us\n")
    (templates / "place.md").write_text('# Place { #r-top }\n\n<p><a href="../../about/">About</a></p>\n')
    assert run("build", "-C", project).returncode == 0


def test_a_link_that_leads_nowhere_stops_the_build(project: Path, templates: Path) -> None:
    (templates / "place.md").write_text('# Place { #r-top }\n\n<p><a href="../nowhere/">Lost</a></p>\n')
    done = run("build", "-C", project)
    assert done.returncode == 2
    assert "broken link on /places/linden/: ../nowhere/" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_an_id_given_twice_stops_the_build(project: Path, templates: Path) -> None:
    (templates / "place.md").write_text('# Place { #r-top }\n\n<p id="r-top">Twice</p>\n')
    done = run("build", "-C", project)
    assert done.returncode == 2
    assert "the page /places/linden/ has the id 'r-top' twice" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_at_an_address_of_ours_is_not_lost_in_silence(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# Welcome\n")
    done = run("build", "-C", project)
    assert done.returncode == 2
    assert "docs/index.md has the address of a page of ours" in done.stderr


@pytest.mark.parametrize(
    ("name", "template", "said"),
    [
        ("person.md", "{% if", "template {folder}person.md, line 1"),
        ("person.md", "\n\n{{ nope }}", "template {folder}person.md, line 3: 'nope' is undefined"),
        ("person.md", '{% extends "nope.md" %}', "nope.md"),
        ("person.md", b"\xff", "template person.md"),
    ],
)
def test_a_broken_template_is_told_without_a_traceback(
    templates: Path, name: str, template: str | bytes, said: str
) -> None:
    (templates / name).write_bytes(template.encode() if isinstance(template, str) else template)
    ours, theirs = run("build", "-C", templates.parent), mkdocs("build", cwd=templates.parent)
    assert (ours.returncode, theirs.returncode) == (2, 1)
    for done, folder in ((ours, f"{templates}/"), (theirs, "templates/")):  # from elsewhere, and from the project
        assert said.format(folder=folder) in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "template", "said"),
    [
        ("main.html", "{% if", "template {folder}main.html, line 1: unexpected 'end of template'"),
        ("404.html", "\n{{ 1/0 }}", "template {folder}404.html, line 2: division by zero"),
        ("404.html", "{{ nope.nope }}", "template {folder}404.html, line 1: 'nope' is undefined"),
    ],
)
def test_a_broken_theme_is_told_without_a_traceback(templates: Path, name: str, template: str, said: str) -> None:
    (templates / "theme").mkdir()
    (templates / "theme" / name).write_text(template)
    done = run("build", "-C", templates.parent)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == f"readouts: {said.format(folder=f'{templates}/theme/')}"
    assert done.stdout == ""


def test_a_theme_without_the_place_for_the_policy_stops_the_build(templates: Path) -> None:
    (templates / "theme").mkdir()
    (templates / "theme" / "404.html").write_text("<meta charset=utf-8><title>Lost</title>")
    done = run("build", "-C", templates.parent)
    assert done.returncode == 2
    assert 'readouts: 404.html: no <meta charset="utf-8">' in done.stderr
    assert "Traceback" not in done.stderr
    assert not (templates.parent / "site").exists()


@pytest.fixture(params=["readouts", "mkdocs"])
def server(request: pytest.FixtureRequest, project: Path) -> Iterator[Server]:
    with serving(request.param, project) as started:
        yield started


def test_a_saved_record_refreshes_the_page_and_a_fault_leaves_it(server: Server, project: Path) -> None:
    file = project / "content" / FISH
    first, index = server.get("topics/fish/"), server.get("pagefind/pagefind-entry.json")
    assert "Fish" in first

    file.write_text("name: Herring\nbroader: harbour\n")
    server.wait_for_rebuild(first)
    second = server.get("topics/fish/")
    assert "Herring" in second
    assert server.get("pagefind/pagefind-entry.json") != index

    file.write_text("nam: Cod\n")  # the last good site stays
    server.wait_for_rebuild(second)
    third = server.get("topics/fish/")
    assert "Herring" in third

    file.write_text("name: Cod\nbroader: harbour\n")
    server.wait_for_rebuild(third)
    assert "Cod" in server.get("topics/fish/")


def test_changed_settings_and_pages_show_and_a_fault_leaves_the_site(project: Path) -> None:
    config, about = project / "mkdocs.yml", project / "docs" / "about.md"
    about.write_text("# About\n")
    with serving("readouts", project) as server:
        first = server.get("about/")
        config.write_text(config.read_text().replace("site_name: Mine", "site_name: Yours"))
        server.wait_for_rebuild(first)
        second = server.get("about/")
        assert ("Mine" in first, "Yours" in second) == (True, True)

        config.write_text("site_name: [\n")
        server.wait_for_rebuild(second)
        third = server.get("about/")
        assert "Yours" in third

        config.write_text("site_name: Ours\ntheme: material\nplugins: [readouts]\n")
        server.wait_for_rebuild(third)
        fourth = server.get("about/")
        assert "Ours" in fourth

        about.write_text("# About all of us\n")
        server.wait_for_rebuild(fourth)
        assert "About all of us" in server.get("about/")


def test_a_port_that_is_taken_is_told_without_a_traceback(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "-C", project, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "port" in done.stderr
