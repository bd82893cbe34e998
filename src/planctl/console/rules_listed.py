"""The catalogue of codes, and one rule explained."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.findings import Severity
from planctl.loading import SHAPES
from planctl.rules import CATALOGUE, CRASH, Rule, Weight
from planctl.source.refusals import REFUSALS, Refusal


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of the catalogue."""

    code: str
    name: str
    severity: Severity
    summary: str
    question: str = ""
    page: str = ""
    is_lighter_in_a_draft: bool = False


def catalogue() -> tuple[Entry, ...]:
    """Every code: what a file may not be, what its shape may not be, and the rules."""
    files = (
        Entry(code, words.name, Severity.ERROR, words.summary, page=_refusal_page(words))
        for code, words in REFUSALS.items()
    )
    shapes = (
        Entry(code, shape.name, Severity.ERROR, shape.summary) for code, shape in SHAPES.items()
    )
    crash = Entry(CRASH.code, CRASH.name, Severity.ERROR, CRASH.summary, page=CRASH.page)
    every = (*files, *shapes, *map(_entry, CATALOGUE), crash)
    return tuple(sorted(every, key=lambda entry: entry.code))


def render_catalogue_json(entries: Iterable[Entry]) -> str:
    """The catalogue for programs."""
    rules = [
        {
            "code": entry.code,
            "name": entry.name,
            "severity": entry.severity.value,
            "summary": entry.summary,
            "question": entry.question,
        }
        for entry in entries
    ]
    return dumped({"format_version": FORMAT_VERSION, "rules": rules})


def render_catalogue_text(entries: Iterable[Entry]) -> str:
    """A line a code; one entry alone is explained."""
    every = tuple(entries)
    if len(every) == 1:
        return "\n".join(_explained(every[0])) + "\n"
    width = max(len(entry.name) for entry in every)
    lines = (
        f"{entry.code}  {entry.name:{width}}  {_weight(entry):9}  {entry.summary}\n"
        for entry in every
    )
    return f"{''.join(lines)}\n* a warning while the plan is a draft\n"


def render_catalogue_markdown(entries: Iterable[Entry]) -> str:
    """The catalogue as pages of documentation."""
    return "\n".join("\n".join(_page(entry)) for entry in entries)


def as_markdown(page: str) -> Iterator[str]:
    """A docstring's page with its headed blocks as Markdown; Bad and Good become YAML."""
    fenced = False
    for line in [*page.split("\n"), ""]:
        if line in {"Why:", "Earlier:", "Bad:", "Good:", "Fix:"}:
            if fenced:
                yield from ("```", "")
            fenced = line in {"Earlier:", "Bad:", "Good:"}
            yield from ((f"{line}", "", "```yaml") if fenced else (f"{line}", ""))
        elif line or not fenced:
            yield line.removeprefix("    ")
    if fenced:
        yield from ("```", "")


def _refusal_page(words: Refusal) -> str:
    """The page of a code that has no function; a remedy that depends on the case is left out."""
    if "{" in words.help:
        return words.summary
    return f"{words.summary}\n\nFix:\n    {words.help}"


def _entry(rule: Rule) -> Entry:
    lighter = rule.weight is Weight.ERROR_ONCE_LIVE
    question = rule.question.replace("{subject}", "this entry")
    return Entry(rule.code, rule.name, rule.severity, rule.summary, question, rule.page, lighter)


def _weight(entry: Entry) -> str:
    return f"{entry.severity}{' *' if entry.is_lighter_in_a_draft else ''}"


def _explained(entry: Entry) -> Iterator[str]:
    draft = " (a warning while the plan is a draft)" if entry.is_lighter_in_a_draft else ""
    yield f"{entry.code} {entry.name}: {entry.severity}{draft}"
    yield ""
    yield entry.page or entry.summary
    if entry.question:
        yield ""
        yield f"Question: {entry.question}"


def _page(entry: Entry) -> Iterator[str]:
    draft = "; a warning while the plan is a draft" if entry.is_lighter_in_a_draft else ""
    yield f"## {entry.code} {entry.name}"
    yield ""
    yield f"Severity: {entry.severity}{draft}."
    yield ""
    yield from as_markdown(entry.page or entry.summary)
    if entry.question:
        yield f"**Question members may ask:** {entry.question}"
        yield ""
