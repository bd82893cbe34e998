"""What shows that the plan makes a difference: judgements of impact, evidence, success."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.model import Evidence, Method, Perspective, Row, State, SuccessState, Update
from planctl.progress import state_of
from planctl.report.marks import level_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, period_label, row_name
from planctl.report.sections import Section, some_named
from planctl.report.tables import (
    Cell,
    Line,
    RowGroup,
    Table,
    TableRow,
    plain,
    shared_out,
)

_FIGURES_AND_ACCOUNTS: Final = (Method.QUANTITATIVE, Method.QUALITATIVE)
_WIDE: Final = 45
IMPACT_KEY: Final = "judged"


@dataclass(frozen=True, slots=True)
class _Judged:
    """A row with its last judgement of impact, and what that rests on."""

    row: Row
    period: str
    update: Update
    sources: tuple[Evidence, ...]

    @property
    def is_triangulated(self) -> bool:
        """Whether figures and accounts stand behind it, each from another perspective."""
        figures, accounts = (
            [piece.perspective for piece in self.sources if piece.method is method]
            for method in _FIGURES_AND_ACCOUNTS
        )
        return any(one and other and one is not other for one in figures for other in accounts)


def impact_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Judgements of impact with what bears them out, and where impact is not yet evident.

    None where the plan has no actions.
    """
    words = report.words
    judged = tuple(_judged(report))
    asked = [row for row in report.rows if _state(row, report) is not State.DROPPED]
    lines = list(_not_yet(asked, judged, report))
    if judged:
        lines.insert(0, _triangulated(judged, report))
    if not lines:
        return None
    table = _judged_table(judged, report, numbers)
    return Section(IMPACT_KEY, words.say("impact_judged"), tuple(lines), table=table)


def speaks_of_impact(report: Occasion) -> bool:
    """Whether the plan judges impact, or has evidence or criteria of success."""
    has_sources = any(_pieces(row) or row.action.success for row in report.rows)
    return has_sources or any(True for _ in _judged(report))


def evidence_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The pieces of evidence by method and perspective; None where there are none."""
    words = report.words
    by_row = [(row, _pieces(row)) for row in report.rows]
    pieces = [piece for _, of_row in by_row for piece in of_row]
    if not pieces:
        return None
    backed = sum(bool(of_row) for _, of_row in by_row)
    undated = sum(piece.date is None for piece in pieces)
    lines = (
        Line(
            words.count(
                "impact_pieces", len(pieces), rows=backed, of=len(report.rows), undated=undated
            )
        ),
    )
    return Section(
        "evidence", words.say("impact_evidence"), lines, table=_grid(pieces, report, numbers)
    )


def success_section(report: Occasion, numbers: Numbers) -> Section | None:
    """How many criteria of success are in each state; None where there are none."""
    del numbers
    words = report.words
    found = [(row, one) for row in report.rows for one in row.action.success]
    if not found:
        return None
    counts = Counter(one.state for _, one in found)
    order = (
        SuccessState.MET, SuccessState.PARTIALLY_MET, SuccessState.IN_PROGRESS,
        SuccessState.NOT_STARTED, SuccessState.NOT_MET,
    )  # fmt: skip
    parts = [
        words.say("impact_counted", n=counts[state], what=words.say(f"success_{state.value}"))
        for state in order
        if counts[state] or state is SuccessState.MET
    ]
    if counts[None]:
        parts.append(words.say("impact_no_state", n=counts[None]))
    lines = [Line(words.count("impact_criteria", len(found), parts=listed(parts, words)))]
    for state in (SuccessState.MET, SuccessState.NOT_MET):
        names = [row_name(row, words) for row, one in found if one.state is state]
        if names:
            label = words.say(f"impact_criteria_{state.value}")
            lines.append(Line(some_named(list(dict.fromkeys(names)), words), label))
    return Section("success", words.say("impact_success"), tuple(lines))


def _judged(report: Occasion) -> Iterator[_Judged]:
    """The rows whose impact was rated in a period that has begun."""
    starts = report.timeline.starts
    for row in report.rows:
        rated = [
            (start, period, update)
            for period, update in row.action.updates.items()
            if update.impact and (start := starts(period) or date.min) <= report.as_of
        ]
        if rated:
            _, period, update = max(rated, key=lambda entry: entry[0])
            yield _Judged(row, period_label(period, report.words), update, _sources(row, update))


def _sources(row: Row, update: Update) -> tuple[Evidence, ...]:
    """What the judgement names; where it names none of the action's evidence, all of that."""
    every = _pieces(row)
    cited = tuple(piece for piece in every if {piece.id, piece.title} & {*update.evidence})
    return cited or every


def _pieces(row: Row) -> tuple[Evidence, ...]:
    of_criteria = (piece for one in row.action.success for piece in one.evidence)
    return (*row.action.evidence, *of_criteria)


def _state(row: Row, report: Occasion) -> State:
    return state_of(row, report.scale, report.timeline, report.as_of)


def _triangulated(judged: Sequence[_Judged], report: Occasion) -> Line:
    words = report.words
    borne_out = sum(one.is_triangulated for one in judged)
    return Line(words.count("impact_triangulated", len(judged), n=borne_out, of=len(judged)))


def _not_yet(asked: Sequence[Row], judged: Sequence[_Judged], report: Occasion) -> Iterator[Line]:
    """For how many actions impact has not been judged; those that are complete by name."""
    words = report.words
    done = {id(one.row) for one in judged}
    silent = [row for row in asked if id(row) not in done]
    if not silent:
        return
    with_evidence = sum(bool(_pieces(row)) for row in silent)
    yield Line(
        words.count("impact_not_yet", len(asked), n=len(silent), of=len(asked), some=with_evidence)
    )
    complete = [row_name(row, words) for row in silent if _state(row, report) is State.COMPLETE]
    if complete:
        yield Line(some_named(complete, words), words.say("impact_complete_unjudged"))


def _judged_table(judged: Sequence[_Judged], report: Occasion, numbers: Numbers) -> Table | None:
    words = report.words
    if not judged:
        return None
    return Table(
        key="impact-judged",
        caption=numbers.caption(words.say("impact_judged_caption")),
        columns=shared_out([
            ("ref", words.say("ref"), 20),
            ("period", words.say("impact_term"), 30),
            ("rating", words.say("impact_rating"), 34),
            ("sources", words.say("impact_rests_on"), 90),
        ]),
        groups=(RowGroup(tuple(_judged_row(one, report) for one in judged)),),
    )  # fmt: skip


def _judged_row(one: _Judged, report: Occasion) -> TableRow:
    words, scale = report.words, report.scale
    level = scale.level(one.update.impact or "")
    rating = Cell(tag=level_tag(level, scale, words)) if level else plain(one.update.impact or "")
    return TableRow((
        plain(row_name(one.row, words)),
        plain(one.period),
        rating,
        plain(_rests_on(one, report)),
    ))  # fmt: skip


def _rests_on(one: _Judged, report: Occasion) -> str:
    words = report.words
    views = Counter(piece.perspective for piece in one.sources if piece.perspective)
    named = [words.say(f"perspective_{view.value}") for view in Perspective if views[view]]
    if not one.sources:
        return words.say("impact_rests_on_nothing")
    if not named:
        return words.count("impact_no_view", len(one.sources))
    kind = "impact_borne_out" if one.is_triangulated else "impact_one_sided"
    return words.count(kind, len(one.sources), views=listed(named, words))


def _grid(pieces: Sequence[Evidence], report: Occasion, numbers: Numbers) -> Table:
    """Methods down, perspectives across; what is not said has a row and column of its own."""
    words = report.words
    counts = Counter((piece.method, piece.perspective) for piece in pieces)
    methods = [one for one in (*Method, None) if one or any(m is None for m, _ in counts)]
    views = [one for one in (*Perspective, None) if any(view is one for _, view in counts)]
    columns = [("view", _view_name(view, report), 20) for view in views]
    rows = []
    for method in methods:
        name = words.say(f"method_{method.value}" if method else "impact_no_method")
        figures = [counts[method, view] for view in views]
        rows.append(TableRow((plain(name), *_figures(figures))))
    totals = [sum(counts[method, view] for method in methods) for view in views]
    return Table(
        key="impact-evidence",
        caption=numbers.caption(words.say("impact_evidence_caption")),
        columns=shared_out([
            ("method", words.say("impact_method"), _WIDE),
            *columns,
            ("total", words.say("impact_total"), 20),
        ]),
        groups=(RowGroup(tuple(rows)),),
        total=(plain(words.say("impact_all_pieces")), *_figures(totals)),
    )  # fmt: skip


def _view_name(view: Perspective | None, report: Occasion) -> str:
    said = report.words.say(f"perspective_{view.value}" if view else "impact_view_unsaid")
    return said[:1].upper() + said[1:]


def _figures(counts: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(
        plain(f"{count:,}", kind="plain" if count else "nought") for count in (*counts, sum(counts))
    )
