"""The pages on the examples: what is in each plan, and what it lacks."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from textwrap import fill

import years_page
from traces import Trace, traces_of

import planctl
from planctl.model import (
    Commitment,
    Engagement,
    Kpi,
    Paragraph,
    Plan,
    Recommendation,
    SubPoint,
    Theme,
    party_called,
)

ROOT = Path(__file__).parents[1]
WIDTH = 100
Said = Callable[..., str]
Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its folder, its plan, the table of its lines, its day and what is said of it."""

    folder: str
    plan: str
    table: str
    day: str
    about: str


EXAMPLES = (
    Example(
        "herefordshire",
        "education-strategy",
        "herefordshire-education-strategy-2018-21",
        "2019-01-01",
        "The strategy of one county for 2018-21: a vision, a core purpose in four areas, seven"
        " priorities with their objectives, and four principles. Two objectives have a number to"
        " reach; three more are held against a benchmark that nobody put a figure to. There is no"
        " action in it, and nobody is responsible for anything.",
    ),
    Example(
        "middlesbrough-strategy",
        "learning-and-education",
        "middlesbrough-learning-education-strategy",
        "2019-01-01",
        "A strategy of the town that the real plan of this project is from: one aim, two promises"
        " with what is to be done for each, the context, and the principles that it rests on. It is"
        " a page of words without a date, a figure, an owner or a number in front of anything.",
    ),
    Example(
        "dorset",
        "best-education-for-all",
        "dorset-best-education-for-all",
        "2024-09-01",
        "One priority that Dorset published: three aims, the third of them made of four, what 'we"
        " will' do under four headings, the pages that it sends its readers to, and a call on the"
        " public to help.",
    ),
    Example(
        "stockton",
        "attainment-gap",
        "stockton-appreciative-inquiry",
        "2024-09-01",
        "What a select committee found when it asked pupils, parents and partners about the gap in"
        " attainment: the text with its printed numbers, two focus areas with key questions, who"
        " was asked and who answered, what they said, and recommendations that nobody has answered"
        " yet.",
    ),
)


def pages(said: Said) -> dict[str, str]:
    """Each example's page by its place, from the plan and from what planctl prints by `said`."""
    retold = {f"docs/examples/{one.folder}.md": page(one, said) for one in EXAMPLES}
    return {**retold, years_page.PLACE: years_page.page(said)}


def page(example: Example, said: Said) -> str:
    """What the example is, what is in it, and what the audit finds."""
    path = f"examples/{example.folder}/plans/{example.plan}.yaml"
    plan = planctl.load(ROOT / path)
    retold = (
        f"The plan is [{path}](../../{path}): a published text retold in words of this project."
        " Facts, figures, references and the levels of its lists are as printed, and what is absent"
        " there is absent here."
    )
    return "\n".join([
        f"# Example: {plan.title}",
        "",
        _wrapped(example.about),
        "",
        _wrapped(retold),
        "",
        *_parts(plan),
        *_found(example, said),
        *_traced(example),
    ])  # fmt: skip


def _parts(plan: Plan) -> Iterator[str]:
    yield from _section(
        "Themes", ("ref", "theme", "what stands under it"), map(_theme, plan.themes)
    )
    yield from _section(
        "Commitments", ("type", "number", "by heading", "made of"), _commitments(plan.commitments)
    )
    yield from _section("Measures", ("KPI", "by", "kind of target", "target"), _targets(plan.kpis))
    yield from _section("Links", ("to", "relation", "note"), _links(plan))
    yield from _section(
        "Who was asked", ("event", "when", "who", "number", "kind"), _asked(plan.engagement)
    )
    yield from _section("What they said", ("voice", "points"), map(_voice, plan.diagnosis))
    yield from _section(
        "Recommendations",
        ("no.", "sub-points", "below these"),
        map(_recommendation, plan.recommendations),
    )
    numbers = ", ".join(one.number for one in plan.narrative if one.number and one.number != "•")
    if numbers:
        yield from (
            "## The text around them",
            "",
            f"Passages with a printed number: {numbers}.",
            "",
        )


def _section(title: str, columns: tuple[str, ...], rows: Rows) -> Iterator[str]:
    """The heading and the table; nothing where there are no rows."""
    found = [f"| {' | '.join(row)} |" for row in rows if row]
    if found:
        head = (f"## {title}", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|")
        yield from (*head, *found, "")


def _theme(theme: Theme) -> tuple[str, ...]:
    questions = theme.text.count("?") if theme.text else 0
    under = f"{questions} key questions" if questions else "a text" if theme.text else ""
    return theme.ref or "", theme.title, under


def _commitments(commitments: tuple[Commitment, ...]) -> Rows:
    """Those of one type that stand together, in a row."""
    for kind, entries in groupby(commitments, key=lambda one: one.type):
        ours = tuple(entries)
        by_heading = [len(tuple(same)) for _, same in groupby(ours, key=lambda one: one.group)]
        parts = [len(one.children) for one in ours] if any(one.children for one in ours) else []
        name = kind.value if kind else ""
        yield f"`{name}`", str(len(ours)), _joined(by_heading), _joined(parts)


def _targets(kpis: tuple[Kpi, ...]) -> Rows:
    for kpi in kpis:
        for period, target in kpi.targets.items():
            said = target.text if target.value is None else f"{target.value:,}"
            yield kpi.title, str(period), f"`{target.kind.value}`", said or ""


def _links(plan: Plan) -> Rows:
    for link in plan.links:
        party = party_called(link.group or "", plan.parties)
        yield party.name if party else "", f"`{link.relation}`", link.note or ""


def _asked(events: tuple[Engagement, ...]) -> Rows:
    for event in events:
        for audience in event.audience:
            count = "" if audience.count is None else f"{audience.count:,}"
            kind = f"`{audience.kind.value}`" if audience.kind else ""
            yield event.event, str(event.date or ""), audience.group, count, kind


def _voice(paragraph: Paragraph) -> tuple[str, ...]:
    return (paragraph.text, str(len(paragraph.facts))) if paragraph.facts else ()


def _recommendation(recommendation: Recommendation) -> tuple[str, ...]:
    points = recommendation.sub_points
    below = tuple(one for point in points for one in point.sub_points)
    return recommendation.ref or "", str(len(points)), _by_mark(below)


def _by_mark(points: tuple[SubPoint, ...]) -> str:
    """How many follow each other with one printed mark, with the mark where it is their own."""
    counts = (
        f"{len(tuple(same))} with the mark {mark}" if mark else str(len(tuple(same)))
        for mark, same in groupby(points, key=lambda one: one.ref)
    )
    return ", ".join(counts)


def _wrapped(prose: str) -> str:
    return fill(prose, WIDTH, break_long_words=False, break_on_hyphens=False)


def _joined(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _found(example: Example, said: Said) -> Iterator[str]:
    folder = f"examples/{example.folder}/plans"
    checked = ("validate", folder, "--as-of", example.day, "--format", "json")
    found = json.loads(said(*checked, "--fail-on", "never"))["summary"]["by_rule"]
    rules = {one["code"]: one for one in json.loads(said("rules", "--format", "json"))["rules"]}
    yield from (
        "## What the audit finds",
        "",
        f"As of {example.day}, {sum(found.values())} places in all.",
        "",
        "| code | name | finds |",
        "|---|---|---:|",
    )
    for code, count in sorted(found.items()):
        name = rules[code]["name"]
        yield f"| [{code}](../rules.md#{code.lower()}-{name}) | {name} | {count} |"
    yield ""


def _traced(example: Example) -> Iterator[str]:
    path = f"tests/traces/{example.table}.tsv"
    traces = tuple(traces_of((ROOT / path).read_text("utf-8")))
    words = (
        f"[{path}](../../{path}) says of each of the {len(traces)} lines of the printed text where"
        f" the plan has it: {_inside(traces)} lead to a place in it, and the others are blank or a"
        " heading whose place is the field itself. The text is not in the table, only the SHA-256"
        " of each line; whoever has a copy of it can hold it against the table:"
    )
    command = f"python tools/traces.py TEXT {path}"
    yield from ("## Line by line", "", _wrapped(words), "", "```text", command, "```", "")


def _inside(traces: tuple[Trace, ...]) -> int:
    return sum(trace.is_in_plan for trace in traces)
