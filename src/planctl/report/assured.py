"""How far the report can be relied on: lines for its front page."""

from collections.abc import Iterator

from planctl.audit.assurance import Approved, Assurance, Correction, Movement
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
    yield "moved", words.say("assured_moved"), " ".join(_moved(report, found))
    if report.rows:
        yield "greens", words.say("assured_greens"), _greens(found, words)
    approvals = [_approved(one, report) for one in found.approvals]
    said = "; ".join(approvals) or words.say("not_recorded")
    yield "approved", words.say("assured_approved"), said
    if found.corrections:
        corrected = "; ".join(_corrected(one, report) for one in found.corrections)
        yield "corrected", words.say("assured_corrected"), f"{corrected}."
    if found.rewritten or found.faults:
        yield "seals", words.say("assured_broken"), " ".join(_broken(found, words))


def _moved(report: Occasion, found: Assurance) -> Iterator[str]:
    words = report.words
    if found.since_seal is None:
        yield words.say("assured_no_seal")
    else:
        yield _since("assured_since_seal", found.since_seal, report)
    if found.since_approval is not None:
        dated = "assured_since_approval" if found.since_approval.on else "assured_since_undated"
        yield _since(dated, found.since_approval, report)
    if found.undecided:
        yield words.count("assured_undecided", len(found.undecided))


def _since(key: str, one: Movement, report: Occasion) -> str:
    words = report.words
    counts = [(sort, getattr(one, sort)) for sort in _SORTS]
    parts = [words.count(f"assured_{sort}", number) for sort, number in counts if number]
    changes = listed(parts, words) if parts else words.say("assured_nothing")
    day = long_date(one.on, words) if one.on else ""
    return words.say(key, name=_term(one.since, report), day=day, changes=changes)


def _term(written: str, report: Occasion) -> str:
    """The term's name as the report has it; other names as they are."""
    period = report.timeline.period(written)
    return period_name(period, report.words) if period else written


def _greens(found: Assurance, words: Words) -> str:
    greens = found.greens
    if not greens.total:
        return words.say("assured_no_greens")
    checked = words.say("assured_unchecked")
    if greens.verified:
        checked = words.say(
            "assured_checked", n=greens.verified, total=greens.total, stood=greens.stood
        )
    return words.count(
        "assured_greens_line",
        greens.total,
        own=greens.self_assessed,
        checked=checked,
        bare=greens.without_evidence,
    )


def _approved(one: Approved, report: Occasion) -> str:
    day = long_date(one.on, report.words) if one.on else ""
    day = "" if one.minute and day in one.minute else day
    who = ", ".join(part for part in (report.party(one.by), day, one.minute) if part)
    evidenced = report.words.say(f"assured_{one.evidenced.value}")
    if not who:
        return f"{one.role} ({evidenced})"
    return report.words.say("assured_approval", role=one.role, who=who, evidenced=evidenced)


def _corrected(one: Correction, report: Occasion) -> str:
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


def _broken(found: Assurance, words: Words) -> Iterator[str]:
    if found.rewritten:
        yield words.count("assured_rewritten", found.rewritten)
    if found.faults:
        yield words.count("assured_faults", len(found.faults))
