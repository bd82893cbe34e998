"""How far the report can be relied on: lines for its front page."""

from collections.abc import Iterator

from planctl.audit.assurance import Approved, Assurance, Correction, Movement
from planctl.report.looked import greens_said, looked_said, updates_said
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, long_date, period_name
from planctl.report.words import Words

_SORTS = ("texts", "targets", "times", "others", "added", "gone")

Line = tuple[str, str, str]
"""What the line is known by, its label, and what it says."""


def assured_lines(report: Occasion) -> Iterator[Line]:
    """The lines, where it is known what can be said."""
    found, words = report.request.assurance, report.words
    if found is None:
        return
    yield "moved", words.say("assured_moved"), moved_said(found, report)
    if report.rows:
        said = greens_said(found.greens, updates_said(report), words), looked_said(report)
        yield "greens", words.say("assured_greens"), " ".join(filter(None, said))
    yield "approved", words.say("assured_approved"), approvals_said(found, report)
    if found.corrections:
        corrected = "; ".join(correction_said(one, report) for one in found.corrections)
        yield "corrected", words.say("assured_corrected"), f"{corrected}."
    if found.rewritten or found.faults:
        broken = broken_said(found.rewritten, len(found.faults), words)
        yield "seals", words.say("assured_broken"), broken


def moved_said(found: Assurance, report: Occasion) -> str:
    """What has moved since a term was closed and since the plan was approved; or not known."""
    return " ".join(_moved(report, found))


def movement_said(one: Movement, words: Words) -> str:
    """1 text changed and 2 entries added; or that nothing changed."""
    counts = [(sort, getattr(one, sort)) for sort in _SORTS]
    parts = [words.count(f"assured_{sort}", number) for sort, number in counts if number]
    return listed(parts, words) if parts else words.say("assured_nothing")


def closed_on(one: Movement, report: Occasion) -> str:
    """Since the close of the Autumn term 2017-18 (12 January 2018): what has moved."""
    return _since("assured_since_seal", one, report)


def approvals_said(found: Assurance, report: Occasion) -> str:
    """Who approved the plan, and how that is known; or that it is not recorded."""
    approvals = [_approved(one, report) for one in found.approvals]
    return "; ".join(approvals) or report.words.say("not_recorded")


def correction_said(one: Correction, report: Occasion) -> str:
    """Which closed term was corrected, by how much, when, where that is minuted, and why."""
    words = report.words
    what = words.count(
        "assured_correction",
        one.values,
        term=_term(one.term, report),
        day=long_date(one.on, words),
        minute=one.minute,
    )
    reason = one.reason.rstrip(".")
    return words.say("assured_why", what=what, reason=reason) if reason else what


def broken_said(rewritten: int, faults: int, words: Words) -> str:
    """How many sealed values are others now, and how many faults the chain of seals has."""
    said = [words.count("assured_rewritten", rewritten)] if rewritten else []
    said += [words.count("assured_faults", faults)] if faults else []
    return " ".join(said)


def _moved(report: Occasion, found: Assurance) -> Iterator[str]:
    words = report.words
    if found.since_seal is None:
        yield words.say("assured_no_seal")
    else:
        yield closed_on(found.since_seal, report)
    if found.since_approval is not None:
        dated = "assured_since_approval" if found.since_approval.on else "assured_since_undated"
        yield _since(dated, found.since_approval, report)
    if found.undecided:
        yield words.count("assured_undecided", len(found.undecided))


def _since(key: str, one: Movement, report: Occasion) -> str:
    words = report.words
    day = long_date(one.on, words) if one.on else ""
    changes = movement_said(one, words)
    return words.say(key, name=_term(one.since, report), day=day, changes=changes)


def _term(written: str, report: Occasion) -> str:
    """The term's name as the report has it; other names as they are."""
    period = report.timeline.period(written)
    return period_name(period, report.words) if period else written


def _approved(one: Approved, report: Occasion) -> str:
    day = long_date(one.on, report.words) if one.on else ""
    day = "" if one.minute and day in one.minute else day
    who = ", ".join(part for part in (report.party(one.by), day, one.minute) if part)
    evidenced = report.words.say(f"assured_{one.evidenced.value}")
    if not who:
        return f"{one.role} ({evidenced})"
    return report.words.say("assured_approval", role=one.role, who=who, evidenced=evidenced)
