"""How far a programme report can be relied on: lines for its front page, and a table by plan."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Final

from planctl.audit.assurance import Assurance, Evidenced, Greens, Movement
from planctl.report.assured import (
    Line,
    approvals_said,
    broken_said,
    closed_on,
    correction_said,
    moved_said,
    movement_said,
)
from planctl.report.looked import greens_said, looked_at, looked_before, updates_said
from planctl.report.numbers import Numbers
from planctl.report.phrases import listed
from planctl.report.programme_members import Member, Members
from planctl.report.sections import Section
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.tables import Line as Paragraph
from planctl.report.words import Words

_NO_BREAK: Final = "\N{NON-BREAKING HYPHEN}"
_NAMED: Final = 3
"""How many names or corrections the front page has before it counts the rest."""

Assured = tuple[Member, Assurance]
"""A plan, and what can be said for it."""


def programme_assured_lines(members: Members, words: Words) -> Iterator[Line]:
    """The lines of the front page; without more than completeness where no more is known."""
    yield "complete", words.say("complete"), _completeness(members, words)
    every = _every(members)
    if not every:
        return
    yield "moved", words.say("assured_moved"), " ".join(_moved(every, words))
    if members.rows:
        greens = _together(Greens, (found.greens for _, found in every))
        updates = sum(updates_said(one.report) for one, _ in every)
        looked = [seen for one, _ in every for seen in looked_before(one.report)]
        said = greens_said(greens, updates, words), looked_at(looked, words)
        yield "greens", words.say("assured_greens"), " ".join(filter(None, said))
    yield "accounted", words.say("assured_who"), " ".join(_accounted(every, words))
    yield "sealed", words.say("assured_closed"), _closed(members, every, words)
    if corrected := _corrected(every, words):
        yield "corrected", words.say("assured_corrected"), corrected
    if broken := _broken(every, words):
        yield "seals", words.say("assured_broken"), broken


def programme_assured_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """Each plan with its own: who prepared and approved it, what has moved, and its seal."""
    words, every = numbers.words, _every(members)
    if not every:
        return ()
    table = Table(
        key="programme-assured",
        caption=numbers.caption(words.say("assured_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 33),
            ("prepared", words.say("assured_prepared"), 24),
            ("approved", words.say("assured_approved"), 42),
            ("moved", words.say("assured_moved"), 47),
            ("seal", words.say("assured_seal"), 31),
        ]),
        groups=(RowGroup(tuple(_row(one, found) for one, found in every)),),
    )  # fmt: skip
    return (Section("assured", words.say("assured_heading"), table=table),)


def is_sealed(members: Members) -> bool:
    """Whether all plans of one workspace are closed for the one term that is reported on."""
    every = _every(members)
    are_closed = bool(every) and all(found.check_code for _, found in every)
    is_one = len(members.head.workspaces) == 1 and all(one.is_shown_as_all for one in members)
    return are_closed and is_one


def _every(members: Members) -> tuple[Assured, ...]:
    """The plans with what can be said for them; none where it is not known of all."""
    known = [(one, one.report.request.assurance) for one in members]
    every = tuple((one, found) for one, found in known if found is not None)
    return every if len(every) == len(known) else ()


def _completeness(members: Members, words: Words) -> str:
    """Actions in and actions here: those of the whole plans, and those of this edition of them."""
    every = _every(members)
    whole = sum(found.rows for _, found in every) if every else members.rows
    summaries = [one.summary for one in members]
    missing = sum(len(one.missing_updates) for one in summaries)
    owed = sum(one.owed_updates for one in summaries)
    elsewhere = _elsewhere(members)
    gaps = [
        words.count("gap_responsible", sum(len(one.no_responsible) for one in summaries)),
        words.count("gap_time", sum(len(one.no_timeline) for one in summaries)),
        words.count("assured_updates", missing, of=owed)
        if owed
        else words.say("assured_no_updates"),
    ]
    gaps += [words.count("assured_elsewhere", elsewhere)] if elsewhere else []
    shown = words.say(
        "assured_actions",
        actions=words.count("actions", whole),
        plans=words.count("programme_plans_here", len(members)),
        n=members.rows,
    )
    return words.say("completeness", shown=shown, gaps="; ".join(gaps))


def _elsewhere(members: Members) -> int:
    """How many plans are known of and are not in the report."""
    head = members.head
    of_spaces = ({*space.absent, *space.not_asked, *space.unread} for space in head.workspaces)
    return sum(map(len, of_spaces)) + len(head.not_running)


def _moved(every: Sequence[Assured], words: Words) -> Iterator[str]:
    closed = [found.since_seal for _, found in every if found.since_seal]
    approved = [found.since_approval for _, found in every if found.since_approval]
    if not closed:
        yield words.say("assured_no_seal")
    else:
        yield _since_closing(closed, every, words)
    if 0 < len(closed) < len(every):
        yield words.count("assured_not_closed", len(every) - len(closed))
    if approved:
        moved, of = _moved_together(approved), _of(len(approved), every, words)
        changes = movement_said(moved, words)
        yield words.count("assured_agreements", len(approved), of=of, changes=changes)
    if len(approved) < len(every):
        yield words.count("assured_no_agreement", len(every) - len(approved))
    if undecided := sum(len(found.undecided) for _, found in every):
        yield words.count("assured_undecided", undecided)


def _since_closing(closed: Sequence[Movement], every: Sequence[Assured], words: Words) -> str:
    moved = _moved_together(closed)
    if len(closed) == len(every) and len({(one.since, one.on) for one in closed}) == 1:
        return closed_on(moved, every[0][0].report)
    changes, of = movement_said(moved, words), _of(len(closed), every, words)
    return words.count("assured_closes", len(closed), of=of, changes=changes)


def _moved_together(some: Sequence[Movement]) -> Movement:
    """The counts of all, under the name of the first."""
    sums = Counter({
        one.name: sum(getattr(moved, one.name) for moved in some)
        for one in fields(Movement)
        if one.name not in {"since", "on"}
    })  # fmt: skip
    return Movement(some[0].since, some[0].on, **sums)


def _together(of: type[Greens], some: Iterable[Greens]) -> Greens:
    every = tuple(some)
    return of(**{one.name: sum(getattr(each, one.name) for each in every) for one in fields(of)})


def _accounted(every: Sequence[Assured], words: Words) -> Iterator[str]:
    prepared = [one.report.party(found.prepared_by) for one, found in every if found.prepared_by]
    approved = [(one, found) for one, found in every if found.approvals]
    by = [one.report.party(each.by) for one, found in approved for each in found.approvals]
    yield words.say(
        "assured_who_prepared",
        of=_of(len(prepared), every, words),
        names=_names(prepared, words),
    )
    if not approved:
        yield words.say("assured_who_none")
        return
    yield words.say(
        "assured_who_approved",
        of=_of(len(approved), every, words),
        names=_names(by, words),
        signed=_that_are(Evidenced.SIGNED, approved),
        minuted=_that_are(Evidenced.RECORDED, approved),
    )
    two = sum(found.is_by_two for _, found in every)
    yield words.say("assured_who_two", of=_of(two, every, words))
    yield words.say("assured_by_plan")


def _that_are(evidenced: Evidenced, approved: Iterable[Assured]) -> int:
    """Of how many plans the last approval is evidenced so."""
    return sum(found.approvals[-1].evidenced is evidenced for _, found in approved)


def _of(number: int, every: Sequence[Assured], words: Words) -> str:
    return words.count("assured_of_plans", len(every), n=number, of=len(every))


def _names(names: Iterable[str], words: Words) -> str:
    known = tuple(dict.fromkeys(filter(None, names)))
    if not known:
        return ""
    return words.say("assured_names", names=_first(known, words))


def _first(some: Sequence[str], words: Words) -> str:
    """The first few of them, and how many more there are."""
    more = len(some) - _NAMED
    if more <= 0:
        return listed(some, words)
    return words.count("assured_more", more, names=", ".join(some[:_NAMED]))


def _closed(members: Members, every: Sequence[Assured], words: Words) -> str:
    if is_sealed(members):
        return words.count("assured_closed_all", len(every))
    closed = sum(bool(found.check_code) for _, found in every)
    if not closed:
        return words.say("assured_closed_none")
    return words.say("assured_closed_some", of=_of(closed, every, words))


def _corrected(every: Sequence[Assured], words: Words) -> str:
    said = [
        words.say("assured_of_plan", plan=one.name, said=correction_said(each, one.report))
        for one, found in every
        for each in found.corrections
    ]
    if not said:
        return ""
    more = len(said) - _NAMED
    shown = "; ".join(said[:_NAMED])
    return f"{words.count('assured_more', more, names=shown) if more > 0 else shown}."


def _broken(every: Sequence[Assured], words: Words) -> str:
    rewritten = sum(found.rewritten for _, found in every)
    faults = {(one.place, fault) for one, found in every for fault in found.faults}
    return broken_said(rewritten, len(faults), words)


def _row(one: Member, found: Assurance) -> TableRow:
    report, words = one.report, one.report.words
    prepared = report.party(found.prepared_by) if found.prepared_by else ""
    corrected = (correction_said(each, report) for each in found.corrections)
    moved = [Paragraph(moved_said(found, report))]
    moved += [Paragraph(said, words.say("assured_corrected"), "note") for said in corrected]
    code = found.check_code.replace("-", _NO_BREAK)
    return TableRow((
        plain(one.name),
        plain(prepared or words.say("not_recorded"), kind="plain" if prepared else "gap"),
        plain(approvals_said(found, report), kind="plain" if found.approvals else "gap"),
        Cell(tuple(moved)),
        plain(code or words.say("assured_open"), kind="plain" if code else "gap"),
    ))  # fmt: skip
