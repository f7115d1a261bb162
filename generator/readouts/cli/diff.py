"""The command that tells what a change of records does to the site."""

import json
from collections.abc import Iterator
from dataclasses import replace

import click

from readouts.build import Checked, check
from readouts.cli.options import project_options
from readouts.cli.places import as_found
from readouts.diff import Difference, compare
from readouts.diff.data import as_data
from readouts.diff.formats import as_markdown, as_text
from readouts.graph import build_graph
from readouts.insight import Insight
from readouts.load import Content
from readouts.load.revision import Revision, content_at
from readouts.progress import Progress
from readouts.project import Project
from readouts.report import shown


@click.command("diff")
@project_options
@click.argument("revision", metavar="REV")
@click.option("--format", "format_", type=click.Choice(["text", "markdown", "json"]), default="text")
def diff_command(project: Project, revision: str, format_: str) -> int:
    """Tell what the records do to the site, compared with those at REV.

    REV is any commit that git knows, such as main, HEAD~1 or a tag. Files that are not committed count as they are.
    To compare with where a branch began, REV is what `git merge-base main HEAD` prints.

    \b
    text      for a terminal: [-gone-] and {+new+} mark words
    markdown  for the summary of a workflow
    json      for scripts: one object with revision, summary, records, quotations, phrases, commitments, comparisons,
              pairs, pages (the addresses added, changed and removed), redirects, lost, problems, errors, warnings

    Two states of a page differ where their Markdown does, made by the templates as they are; days from git's
    history, files to take along and the search index are left aside. Exit 1 if the content has errors.
    """  # noqa: D301  # click looks for the character itself
    progress = Progress()
    with content_at(project.content, revision) as found:
        before = _before(found)
    now = check(project.content, progress)
    difference = compare(before, now, project.templates, progress)
    new = as_found(difference.problems.new, project.content, format_)
    difference = replace(difference, problems=replace(difference.problems, new=new))
    progress.clear()
    if found.content is None:
        click.echo(f"readouts: {project.content.name} is not in {shown(revision)}: everything is new", err=True)
    for line in _report(difference, project, format_, revision, found):
        click.echo(line)
    return int(bool(now.errors))


def _before(found: Revision) -> Checked:
    """Return the content of a revision; without a content folder it has no records."""
    if found.content is None:
        nothing = Content(documents=(), problems=())
        return Checked(content=nothing, insight=Insight(build_graph(())), problems=())
    return check(found.content)


def _report(difference: Difference, project: Project, format_: str, revision: str, found: Revision) -> Iterator[str]:
    match format_:
        case "json":
            yield json.dumps(as_data(difference, name=revision, commit=found.commit), indent=1)
        case "markdown":
            yield from as_markdown(difference, found.commit, project.templates)
        case _:
            yield from as_text(difference)
