"""Commands that tell what is wrong with records, and what the rules are."""

from textwrap import fill, indent

import click

from readouts.build import ALL_RULES, check
from readouts.cli.options import project_options
from readouts.cli.places import as_found
from readouts.problem import ReadoutsError
from readouts.progress import Progress
from readouts.project import Project
from readouts.report import report, shown
from readouts.text import near

_WIDTH = 96  # of lines to read


@click.command("check")
@project_options
@click.option(
    "--format", "format_", type=click.Choice(["text", "github", "markdown", "json", "rdjsonl"]), default="text"
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check_command(project: Project, format_: str, *, strict: bool) -> int:
    """Print every problem of every record.

    \b
    text      for people: the line of each problem, and what to do
    github    a workflow command for each, which marks its line in a pull request
    markdown  for the summary of a workflow
    json      for scripts: one object with problems, records, errors, warnings; a problem has path, line, column,
              end_line, end_column, code, severity, field, message, help, suggestion (or null)
    rdjsonl   for reviewdog: a line for each

    Lines and columns count from 1, columns in characters, in rdjsonl in bytes; the end is the column after the last.
    Paths begin with the name of the content folder; in github and markdown they are those of the repository, in rdjsonl
    those from here. Exit 1 if there are errors; with --strict if there are warnings, too.
    """  # noqa: D301  # click looks for the character itself
    progress = Progress()
    checked = check(project.content, progress)
    progress.clear()
    records = len(checked.content.documents)
    problems = as_found(checked.problems, project.content, format_)
    for line in report(problems, records, format_, project.templates):
        click.echo(line)
    return int(bool(checked.problems if strict else checked.errors))


@click.command("explain")
@click.argument("code")
def explain_command(code: str) -> int:
    """Explain the rule behind a CODE, with a wrong and a right example."""
    rules = {rule.code: rule for rule in ALL_RULES}
    if code not in rules:
        guess = near(code, rules)
        hint = f"did you mean '{guess}'?" if guess else f"the codes are {', '.join(sorted(rules))}"
        raise ReadoutsError(f"no rule '{shown(code)}': {hint}")
    rule = rules[code]
    click.echo(f"{rule.severity}[{rule.code}]\n\n{rule.says}\n")
    for label, text in (("Wrong", rule.wrong), ("Right", rule.right), ("What to do", fill(rule.advice, width=_WIDTH))):
        if text:
            click.echo(f"{label}:\n\n{indent(text, '    ')}\n")
    if rule.related:
        click.echo(f"See also: {', '.join(rule.related)}")
    return 0
