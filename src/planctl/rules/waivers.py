"""The rules on what lets findings stand: it has a reason, meets something, and has not run out."""

from collections.abc import Iterator

from planctl.findings import Path
from planctl.rules.ignoring import Ignore
from planctl.rules.rule import Case, Problem, Weight, rule


@rule(
    "PLN901",
    "ignore-without-reason",
    Weight.WARNING,
    question="Who let this stand, and why?",
    on_programme=True,
    auditor=Weight.ERROR,
)
def ignore_without_reason(case: Case) -> Iterator[Problem]:
    """What lets a finding stand says why.

    Behind the rules in square brackets comes the reason; a bracket at its end may name who says so
    and the last day on which it counts: (by the clerk, until 2018-12-31).

    Why:
        The report prints every finding that was let stand, with its reason. Without one, nobody can
        tell what was decided from what was only silenced.

    Bad:
        - {ref: 1a, text: Open a homework club} # planctl: ignore[no-responsible]

    Good:
        - {ref: 1a, text: Open a homework club} # planctl: ignore[no-responsible] The board decides
    """
    for ignore in case.ignores:
        if not ignore.waiver.reason and not ignore.faults:
            yield Problem(
                ignore.path,
                f"nothing says why {_names(ignore.waiver.codes)} may stand",
                "Write the reason behind the square brackets."
                if ignore.span
                else "Write it as the entry's reason.",
                span=ignore.span,
            )


@rule(
    "PLN902",
    "unused-ignore",
    Weight.WARNING,
    question="Has what was let stand been put right?",
    on_programme=True,
    runs_last=True,
)
def unused_ignore(case: Case) -> Iterator[Problem]:
    """What lets a finding stand meets one.

    A comment speaks of its own line, or of the next one where it stands alone; ignore-file, above
    all else, of its whole file. An entry of the workspace's waivers.yaml speaks of the finding with
    its fingerprint. Only rules that ran are judged.

    Why:
        What no longer lets anything stand will one day hide a mistake that is new.

    Bad:
        # planctl: ignore[no-responsible] The board decides in May
        - {ref: 1a, text: Open a homework club, responsible: [library]}

    Good:
        # planctl: ignore[no-responsible] The board decides in May
        - {ref: 1a, text: Open a homework club}
    """
    for ignore in case.ignores:
        if ignore.is_misplaced:
            message = "ignore-file counts only above the first field of a file"
            yield Problem(ignore.path, message, "Move it to the top.", span=ignore.span)
        elif ignore.unused and not ignore.bad_day and ignore.waiver.is_in_force(case.as_of):
            thing = "comment" if ignore.span else "entry"
            yield Problem(
                ignore.path,
                f"{_names(ignore.unused)} finds nothing that this {thing} lets stand",
                f"Delete the {thing}, or move it to the line of what it is about, or above that."
                if ignore.span and ignore.unused == ignore.waiver.codes
                else f"Delete the {thing}."
                if ignore.unused == ignore.waiver.codes
                else f"Take {_names(ignore.unused)} out of the {thing}.",
                span=ignore.span,
            )


@rule(
    "PLN903",
    "unknown-code",
    Weight.ERROR,
    question="What was meant to be let stand here?",
    on_programme=True,
)
def unknown_code(case: Case) -> Iterator[Problem]:
    """What lets a finding stand names a rule, by its code or its name.

    Mistakes in a file's form cannot be let stand, nor what is said of these comments themselves.

    Why:
        A slip of the pen would let nothing stand, and nobody would see why.

    Bad:
        - {ref: 1a, text: Open a homework club} # planctl: ignore[no-respnsible] The board decides

    Good:
        - {ref: 1a, text: Open a homework club} # planctl: ignore[no-responsible] The board decides
    """
    for ignore in case.ignores:
        path = _part(case, ignore, "code")
        for fault in ignore.faults:
            yield Problem(path, fault.message, fault.help, span=ignore.span)


@rule(
    "PLN904",
    "expired-ignore",
    Weight.ERROR,
    question="What has come of the promise to put this right?",
    on_programme=True,
)
def expired_ignore(case: Case) -> Iterator[Problem]:
    """What lets a finding stand has not run out.

    After its last day it lets nothing stand any more: the finding counts again.

    Why:
        Somebody said by when the gap would be closed.

    Bad:
        # planctl: ignore[no-responsible] Post vacant (until 2017-10-31)
        - {ref: 1a, text: Open a homework club}

    Good:
        # planctl: ignore[no-responsible] Post vacant (until 2018-05-31)
        - {ref: 1a, text: Open a homework club}
    """
    for ignore in case.ignores:
        until, path = ignore.waiver.until, _part(case, ignore, "until")
        if ignore.bad_day:
            message = f"until {ignore.bad_day} names no day, so nothing is let stand"
            yield Problem(path, message, "Write a day such as 2018-12-31.", span=ignore.span)
        elif until and not ignore.waiver.is_in_force(case.as_of):
            yield Problem(
                path,
                f"this let {_names(ignore.waiver.codes)} stand until {until.isoformat()}",
                "Put right what it hid; or agree on a later day, and write that.",
                span=ignore.span,
            )


def _names(codes: tuple[str, ...]) -> str:
    return " and ".join(codes) or "anything"


def _part(case: Case, ignore: Ignore, name: str) -> Path:
    """The place of a part of an entry; a comment has none."""
    return ignore.path if ignore.span else case.written(ignore.path, name)


RULES = (ignore_without_reason, unused_ignore, unknown_code, expired_ignore)
