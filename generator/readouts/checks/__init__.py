"""Rules across records: each is a generator of findings, whose docstring is the rule in words."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from readouts.checks import chronology, habits, links, names, quotations
from readouts.checks.scope import Finding, Scope
from readouts.insight import Insight
from readouts.load import Content, Document
from readouts.load.characters import MOST_FAULTS
from readouts.problem import Problem, Rule, Severity, Span, field_name, read_rule

Check = Callable[[Scope], Iterator[Finding]]

ERRORS: tuple[Check, ...] = (
    links.unknown_reference,
    links.wrong_type,
    links.broken_link,
    links.self_reference,
    links.cycle,
    names.same_name,
    names.name_forges_credit,
    names.address_taken,
    names.iso_of_no_state,
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
WARNINGS: tuple[Check, ...] = (
    habits.uncited_source,
    habits.unnamed_party,
    habits.role_gap,
    habits.quote_without_topic,
    habits.phrase_without_occurrence,
    habits.near_duplicate,
    habits.typed_marks,
    habits.closes_its_marks,
    habits.missing_summary,
    habits.comment_after_text,
)


def _rule(check: Check, severity: Severity) -> Rule:
    group = check.__module__.rpartition(".")[2]
    return read_rule(check.__name__.replace("_", "-"), severity, check.__doc__ or "", group=group)


_CHECKS = (
    *((check, _rule(check, "error")) for check in ERRORS),
    *((check, _rule(check, "warning")) for check in WARNINGS),
)
RULES: tuple[Rule, ...] = tuple(rule for _, rule in _CHECKS)


_MAY_BE_ANOTHER = ("unknown-field", "duplicate-key")  # faults of keys that may be meant for another


def _span(document: Document, finding: Finding) -> Span:
    if finding.words:
        return document.span_of_words(finding.path, *finding.words)
    if finding.at == "missing":
        return document.span_of_missing(finding.path)
    return document.span(finding.path, at_key=finding.at == "key")


def _is_news(
    document: Document, finding: Finding, told: Collection[tuple[str, str]], guessed: Collection[tuple[str, str]]
) -> bool:
    """Tell whether a finding says more than what is said of its field already, or may follow from."""
    if any((document.path, field_name(mapping)) in guessed for mapping in finding.unless):
        return False
    return not finding.path or finding.words is not None or (document.path, field_name(finding.path)) not in told


def _told(problems: Iterable[Problem]) -> set[tuple[str, str]]:
    """Return the fields of which something is said already; of a misspelt one, the field that was meant."""
    told = set()
    for problem in problems:
        told.add((problem.path, problem.field))
        if problem.suggestion:
            parent = problem.field.rpartition(".")[0]
            told.add((problem.path, f"{parent}.{problem.suggestion}".removeprefix(".")))
    return told


def check_content(content: Content, insight: Insight, step: Callable[[], None] = lambda: None) -> tuple[Problem, ...]:
    """Return every problem of some content, in the order of files and lines; `step` is called for each rule."""
    documents = {(document.model.TYPE, document.stem): document for document in content.documents}
    scope, told = Scope(insight=insight, documents=documents, misnamed=content.misnamed), _told(content.problems)
    guessed = {(p.path, p.field.rpartition(".")[0]) for p in content.problems if p.code in _MAY_BE_ANOTHER}
    findings: list[tuple[Document, Rule, Finding]] = []
    for check, rule in _CHECKS:
        step()
        found: Counter[str] = Counter()
        for finding in check(scope):
            document = scope.document(finding.record)
            if _is_news(document, finding, told, guessed):
                found[document.path] += 1
                if found[document.path] <= MOST_FAULTS:
                    findings.append((document, rule, finding))
    # By file: each is read once more for the places of its findings.
    findings.sort(key=lambda found: found[0].path)
    problems = [*content.problems, *(_problem(*found) for found in findings)]
    return tuple(sorted(problems, key=lambda problem: problem.order))


def _problem(document: Document, rule: Rule, finding: Finding) -> Problem:
    span = _span(document, finding)
    return document.problem(
        rule.code, rule.severity, finding.path, finding.message, finding.help, suggestion=finding.suggestion, span=span
    )
