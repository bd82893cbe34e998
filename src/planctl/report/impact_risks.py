"""Risks by the score that is left, with what is done about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.model import Period, Risk, RiskScore, RiskStatus, State
from planctl.report.marks import Tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.palette import slug
from planctl.report.phrases import deadline, period_label
from planctl.report.request import Audience
from planctl.report.sections import Section, some_named
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

MOST_FOR_A_BOARD: Final = 8
"""How many risks a board reads in full; the others are named."""
_BANDS: Final = (
    (20, "very_high", "■", State.OFF_TRACK),
    (12, "high", "■", State.OFF_TRACK),
    (6, "medium", "▲", State.AT_RISK),
    (0, "low", "●", State.ON_TRACK),
)
"""From which score on a risk is called so, and how that is shown."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """A risk with its reviews up to the day, earliest first, and the name that it goes by."""

    risk: Risk
    name: str
    reviews: tuple[tuple[Period, RiskScore], ...]

    @property
    def now(self) -> RiskScore | None:
        """Its score at the last review; else with the response, else without."""
        last = self.reviews[-1][1] if self.reviews else None
        return last or self.risk.residual or self.risk.inherent


def risks_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Risks that are open or have happened, gravest first; None where the plan names no risk."""
    words, given = report.words, report.plan.risks
    if not given:
        return None
    is_officer = report.audience is Audience.OFFICER
    every = [_watched(risk, place, report) for place, risk in enumerate(given, start=1)]
    shown = [one for one in every if is_officer or one.risk.status is not RiskStatus.CLOSED]
    shown.sort(key=lambda one: (one.risk.status is RiskStatus.CLOSED, -_score(one.now)))
    rest = shown[MOST_FOR_A_BOARD:] if report.audience is Audience.BOARD else []
    shown = shown[: len(shown) - len(rest)]
    return Section(
        key="risks",
        heading=words.say("impact_risks"),
        lines=tuple(_counted(every, shown, rest, report)),
        table=_table(shown, report, numbers) if shown else None,
    )


def risk_words(score: RiskScore, words: Words) -> str:
    """3 × 4 = 12, high."""
    return words.say(
        "impact_score",
        likelihood=score.likelihood,
        impact=score.impact,
        product=_score(score),
        band=words.say(f"impact_band_{_band(score)[1]}"),
    )


def _watched(risk: Risk, place: int, report: Occasion) -> _Watched:
    timeline = report.timeline
    held = [
        (timeline.ends(period) or date.min, number, (period, score))
        for number, (period, score) in enumerate(risk.reviews.items())
        if (timeline.starts(period) or date.min) <= report.as_of
    ]
    reviews = tuple(review for _, _, review in sorted(held, key=lambda entry: entry[:2]))
    return _Watched(risk, risk.ref or report.words.say("impact_nth", n=place), reviews)


def _counted(
    every: Sequence[_Watched],
    shown: Sequence[_Watched],
    rest: Sequence[_Watched],
    report: Occasion,
) -> Iterator[Line]:
    words = report.words
    of_status = {
        status: [one for one in every if one.risk.status is status] for status in RiskStatus
    }
    yield Line(
        words.count("impact_open", len(every), n=len(of_status[RiskStatus.OPEN]), of=len(every))
    )
    for status in (RiskStatus.HAPPENED, RiskStatus.CLOSED):
        if found := of_status[status]:
            names = some_named([one.name for one in found], words)
            key = f"impact_{status.value}"
            yield Line(words.count(key, len(found), of=len(every), refs=names))
    if any(one.now or one.risk.inherent for one in shown):
        yield Line(words.say("impact_bands"), kind="small")
    if rest:
        names = some_named([one.name for one in rest], words)
        yield Line(words.count("impact_lower_risks", len(rest), most=MOST_FOR_A_BOARD, refs=names))


def _table(shown: Sequence[_Watched], report: Occasion, numbers: Numbers) -> Table:
    words = report.words
    return Table(
        key="risks",
        caption=numbers.caption(words.say("impact_risks_caption")),
        columns=shared_out([
            ("ref", words.say("ref"), 9),
            ("name", words.say("impact_risk"), 64),
            ("inherent", words.say("impact_inherent"), 20),
            ("response", words.say("impact_response"), 31),
            ("residual", words.say("impact_residual"), 37),
            ("owner", words.say("impact_owner"), 24),
        ]),
        groups=(RowGroup(tuple(_row(one, report) for one in shown)),),
    )  # fmt: skip


def _row(one: _Watched, report: Occasion) -> TableRow:
    words, risk = report.words, one.risk
    unknown = words.say("impact_no_score")
    return TableRow((
        plain(one.name),
        _named(risk, report),
        _scored(risk.inherent, unknown, words),
        plain(risk.response) if risk.response else plain(words.say("impact_no_response"), "gap"),
        _residual(one, report),
        _owner(risk, report),
    ))  # fmt: skip


def _named(risk: Risk, report: Occasion) -> Cell:
    words = report.words
    lines = [Line(risk.text)]
    if risk.status is not RiskStatus.OPEN:
        status = words.say(f"impact_status_{risk.status.value}")
        lines.insert(0, Line(status, kind="title"))
    if risk.cause:
        lines.append(Line(risk.cause, words.say("cause"), "note"))
    if risk.consequence:
        lines.append(Line(risk.consequence, words.say("impact_consequence"), "note"))
    return Cell(tuple(lines))


def _scored(score: RiskScore | None, unknown: str, words: Words) -> Cell:
    if score is None:
        return plain(unknown, kind="gap")
    lines = [Line(risk_words(score, words))]
    if score.note:
        lines.append(Line(score.note, kind="note"))
    return Cell(tuple(lines))


def _residual(one: _Watched, report: Occasion) -> Cell:
    """What is left now as a tag, what it rests on, and each review before."""
    words = report.words
    if not one.reviews and one.risk.residual is None:
        return plain(words.say("impact_no_score"), kind="gap")
    score = one.now
    if score is None:
        return Cell()
    lines = [Line(words.say("impact_product", likelihood=score.likelihood, impact=score.impact))]
    if score.note:
        lines.append(Line(score.note, kind="note"))
    history = _history(one, report)
    if history:
        lines.append(Line(history, words.say(f"impact_trend_{_trend(one)}"), "note"))
    if report.audience is Audience.OFFICER:
        lines += [
            Line(earlier.note, period_label(period, words), "note")
            for period, earlier in one.reviews[:-1]
            if earlier.note
        ]
        planned = one.risk.residual
        if one.reviews and planned and planned.note:
            lines.append(Line(planned.note, words.say("impact_with_response"), "note"))
    return Cell(tuple(lines), _tag(score, words))


def _tag(score: RiskScore, words: Words) -> Tag:
    _, key, symbol, state = _band(score)
    return Tag(words.say(f"impact_band_{key}"), str(_score(score)), symbol, slug(state))


def _history(one: _Watched, report: Occasion) -> str:
    """With the response 6, Autumn 2017-18 8; nothing where there is only one score."""
    words = report.words
    scores = [(period_label(period, words), score) for period, score in one.reviews]
    if one.risk.residual and one.reviews:
        scores.insert(0, (words.say("impact_with_response"), one.risk.residual))
    if len(scores) < len(("before", "now")):
        return ""
    return ", ".join(
        words.say("impact_scored_then", when=when, score=_score(score)) for when, score in scores
    )


def _trend(one: _Watched) -> str:
    scores = [one.risk.residual, *(score for _, score in one.reviews)]
    known = [_score(score) for score in scores if score]
    last, before = known[-1], known[-2]
    return "steady" if last == before else "rising" if last > before else "falling"


def _owner(risk: Risk, report: Occasion) -> Cell:
    words = report.words
    name = report.party(risk.owner) if risk.owner else words.say("nobody_named")
    lines = [Line(name, kind="plain" if risk.owner else "gap")]
    if risk.review_by:
        lines.append(Line(deadline(risk.review_by, words), words.say("impact_review_by")))
    return Cell(tuple(lines))


def _score(score: RiskScore | None) -> int:
    return score.likelihood * score.impact if score else 0


def _band(score: RiskScore) -> tuple[int, str, str, State]:
    return next(band for band in _BANDS if _score(score) >= band[0])
