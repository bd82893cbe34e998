"""Links to other plans and groups; whom the plan's makers asked."""

from collections.abc import Iterator, Sequence

from planctl.model import AudienceKind, Engagement, FuzzyDate, Link
from planctl.model.engagement import Audience
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import date_range, deadline, listed, row_name, theme_name
from planctl.report.references import plan_named
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out


def links_section(report: Occasion, numbers: Numbers) -> Section | None:
    """What the plan, its themes, actions and KPIs are linked with; None where nothing is."""
    words = report.words
    found = tuple(_links(report))
    if not found:
        return None
    table = Table(
        key="links",
        caption=numbers.caption(words.say("impact_links_caption")),
        columns=shared_out([
            ("from", words.say("impact_link_from"), 34),
            ("to", words.say("impact_link_to"), 60),
            ("relation", words.say("impact_relation"), 30),
            ("note", words.say("impact_note"), 50),
        ]),
        groups=(RowGroup(tuple(_link_row(name, link, report) for name, link in found)),),
    )  # fmt: skip
    said = Line(words.count("impact_linked", len(found)))
    return Section("links", words.say("impact_links"), (said,), table=table)


def engagement_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The events, and how many were asked, reached, and answered; None where there are none."""
    words, events = report.words, report.plan.engagement
    if not events:
        return None
    table = Table(
        key="engagement",
        caption=numbers.caption(words.say("impact_engagement_caption")),
        columns=shared_out([
            ("event", words.say("impact_event"), 56),
            ("date", words.say("impact_when"), 34),
            ("people", words.say("impact_people"), 50),
            ("themes", words.say("impact_spoke_to"), 34),
        ]),
        groups=(RowGroup(tuple(_event_row(event, report) for event in events)),),
    )  # fmt: skip
    said = Line(_numbers_known(events, report))
    return Section("engagement", words.say("impact_engagement"), (said,), table=table)


def _links(report: Occasion) -> Iterator[tuple[str, Link]]:
    """Each link with the name of what it belongs to."""
    words, plan = report.words, report.plan
    yield from ((words.say("impact_whole_plan"), link) for link in plan.links)
    for theme in plan.themes:
        yield from ((theme_name(theme), link) for link in theme.links)
    for row in report.rows:
        yield from ((row_name(row, words), link) for link in row.action.links)
    for kpi in plan.kpis:
        yield from ((kpi.ref or kpi.title, link) for link in kpi.links)


def _link_row(name: str, link: Link, report: Occasion) -> TableRow:
    words = report.words
    to = []
    if link.plan:
        to.append(Line(plan_named(link.plan, report), words.say("impact_to_plan")))
    if link.group:
        to.append(Line(report.party(link.group)))
    if link.commitment:
        to.append(Line(link.commitment, words.say("impact_commitment")))
    relation = (link.relation or "").replace("_", " ")
    return TableRow((plain(name), Cell(tuple(to)), plain(relation), plain(link.note or "")))


def _numbers_known(events: Sequence[Engagement], report: Occasion) -> str:
    words = report.words
    sums = []
    for kind in (AudienceKind.INVITED, AudienceKind.REACHED, AudienceKind.RESPONDED):
        counts = [
            one.count
            for event in events
            for one in event.audience
            if one.kind is kind and one.count is not None
        ]
        if counts:
            sums.append(words.say(f"impact_people_{kind.value}", n=sum(counts)))
    if not sums:
        return words.count("impact_events_uncounted", len(events))
    counted = sum(any(one.count is not None for one in event.audience) for event in events)
    said = listed(sums, words)
    return words.count("impact_events", len(events), counted=counted, people=said)


def _event_row(event: Engagement, report: Occasion) -> TableRow:
    name = [Line(event.event)]
    if event.method:
        name.append(Line(event.method, kind="note"))
    return TableRow((
        Cell(tuple(name)),
        plain(_when(event.date, report) if event.date else ""),
        Cell(tuple(Line(_people(one, report)) for one in event.audience)),
        plain(", ".join(event.themes)),
    ))  # fmt: skip


def _when(written: FuzzyDate, report: Occasion) -> str:
    """The day or days in words, where the plan gives them as days."""
    first, last = written.earliest, written.latest
    if first and last and written.text == f"{first} to {last}":
        return date_range(first, last, report.words)
    return deadline(written, report.words)


def _people(one: Audience, report: Occasion) -> str:
    words = report.words
    count = f"{one.count:,}" if one.count is not None else words.say("impact_uncounted")
    if one.kind is None:
        return words.say("impact_group", group=one.group, count=count)
    what = words.say(f"impact_did_{one.kind.value}")
    return words.say("impact_group_did", group=one.group, count=count, what=what)
