"""Files to be written, and what `check` would say of the content with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from readouts.checks import check_content
from readouts.graph import build_graph
from readouts.insight import Insight
from readouts.load import Content, Document, load_bytes
from readouts.model import Record
from readouts.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Change:
    """A file of a record to be written: what it will hold, and what it holds now, if there is one."""

    model: type[Record]
    id: str
    after: bytes
    before: bytes | None = None

    @property
    def name(self) -> str:
        """Return the path of the file within the content folder."""
        return f"{self.model.FOLDER}/{self.id}.yml"


def with_changes(content: Content, folder: str, changes: Iterable[Change]) -> Content:
    """Return the content as it will be, given the name of its folder."""
    documents: dict[str, Document] = {document.path: document for document in content.documents}
    problems = list(content.problems)
    for change in changes:
        path = f"{folder}/{change.name}"
        documents[path], found = load_bytes(change.after, path, change.id, change.model)
        problems = [problem for problem in problems if problem.path != path] + found
    return replace(content, documents=tuple(documents.values()), problems=tuple(problems))


def new_problems(before: Collection[Problem], content: Content) -> tuple[Problem, ...]:
    """Return the problems of some content that it did not have before, wherever in their files these stood."""
    known = {_told(problem) for problem in before}
    insight = Insight(build_graph(document.record for document in content.documents if document.record))
    return tuple(problem for problem in check_content(content, insight) if _told(problem) not in known)


def _told(problem: Problem) -> tuple[str, str, str, str]:
    return problem.path, problem.code, problem.field, problem.message
