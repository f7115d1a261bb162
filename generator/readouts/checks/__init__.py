"""Rules across records: each is a generator of findings, whose docstring is the rule in words."""

from collections.abc import Callable, Iterable, Iterator

from readouts.checks import chronology, habits, links, names, quotations
from readouts.checks.scope import Finding, Scope
from readouts.graph import Graph
from readouts.load import Content, Document
from readouts.problem import Problem, Severity, Span, field_name

Rule = Callable[[Scope], Iterator[Finding]]

ERRORS: tuple[Rule, ...] = (
    links.unknown_reference,
    links.wrong_type,
    links.self_reference,
    links.cycle,
    names.same_name,
    names.address_taken,
    quotations.absent_speaker,
    quotations.missing_readout,
    quotations.relay_unknown,
    quotations.note_astray,
    quotations.credit_unexplained,
    quotations.two_originals,
    quotations.reserved_quote_id,
    chronology.said_after_source,
    chronology.role_ends_first,
    chronology.roles_overlap,
    chronology.log_order,
)
WARNINGS: tuple[Rule, ...] = (
    habits.uncited_source,
    habits.unnamed_party,
    habits.role_gap,
    habits.quote_without_topic,
    habits.phrase_without_occurrence,
    habits.near_duplicate,
    habits.typed_marks,
    habits.missing_summary,
    habits.comment_after_text,
)


def code_of(rule: Rule) -> str:
    """Return the code of a rule: its name with hyphens."""
    return rule.__name__.replace("_", "-")


def _span(document: Document, finding: Finding) -> Span:
    if finding.words:
        return document.span_of_words(finding.path, *finding.words)
    if finding.at == "missing":
        return document.span_of_missing(finding.path)
    return document.span(finding.path, at_key=finding.at == "key")


def _told(problems: Iterable[Problem]) -> set[tuple[str, str]]:
    """Return the fields of which something is said already; of a misspelt one, the field that was meant."""
    told = set()
    for problem in problems:
        told.add((problem.path, problem.field))
        if problem.suggestion:
            parent = problem.field.rpartition(".")[0]
            told.add((problem.path, f"{parent}.{problem.suggestion}".removeprefix(".")))
    return told


def check_content(content: Content, graph: Graph, rules: tuple[tuple[Severity, tuple[Rule, ...]], ...] | None = None) -> tuple[Problem, ...]:
    """Return every problem of some content, in the order of files and lines."""
    documents = {(document.model.TYPE, document.stem): document for document in content.documents}
    scope, told = Scope(graph=graph, documents=documents), _told(content.problems)
    problems = list(content.problems)
    for severity, several in rules or (("error", ERRORS), ("warning", WARNINGS)):
        for rule in several:
            for finding in rule(scope):
                document = scope.document(finding.record)
                if (document.path, field_name(finding.path)) not in told or not finding.path:
                    problems.append(
                        document.problem(
                            code_of(rule), severity, finding.path, finding.message, finding.help,
                            suggestion=finding.suggestion, span=_span(document, finding),
                        )  # fmt: skip
                    )
    return tuple(sorted(problems, key=lambda problem: problem.order))
