"""From a folder of content to what can be published, in reading order."""

from dataclasses import dataclass
from pathlib import Path

from readouts.checks import RULES, check_content
from readouts.feeds import Feed, plan_feeds
from readouts.graph import build_graph
from readouts.insight import Insight
from readouts.load import Content, load_content
from readouts.load.history import read_history
from readouts.load.rules import FILE_RULES
from readouts.pages import Plan, Publication, plan_pages
from readouts.problem import Problem, Rule
from readouts.progress import Progress
from readouts.render import Renderer

ALL_RULES: tuple[Rule, ...] = (*FILE_RULES, *RULES)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Content with what is computed from it, and everything that is wrong with it."""

    content: Content
    insight: Insight
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return what stops a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check(folder: Path, progress: Progress | None = None, *, before: Checked | None = None) -> Checked:
    """Return the records of a content folder, and every problem of theirs.

    Files that have not changed since they were checked `before` are not read again.
    """
    progress = progress or Progress()
    progress.begin("files read")
    content = load_content(folder, progress.step, before=before.content if before else None)
    progress.begin("rules checked", len(RULES))
    insight = Insight(build_graph(document.record for document in content.documents if document.record))
    return Checked(content=content, insight=insight, problems=check_content(content, insight, progress.step))


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is to be published: pages and redirects, what renders them, and other files."""

    plan: Plan
    renderer: Renderer
    feeds: tuple[Feed, ...]


def prepare(checked: Checked, folder: Path, templates: tuple[Path, ...], publication: Publication) -> Site:
    """Return the site of some content without errors."""
    renderer = Renderer(
        graph=checked.insight.graph, templates=templates, history=read_history(folder), publication=publication
    )
    feeds = tuple(plan_feeds(checked.insight, renderer))
    return Site(plan=plan_pages(checked.insight, ALL_RULES), renderer=renderer, feeds=feeds)
