"""Closing and amending terms: what is refused, what is written, and what is said of it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from planctl.cli.decided import NoUidsError
from planctl.cli.output import difference, note, say
from planctl.errors import ExitCode, PlanctlError, WrongValueError

if TYPE_CHECKING:
    from planctl.audit.chain import Chain
    from planctl.audit.sealing import Decided, Sourced
    from planctl.findings import Finding
    from planctl.model import Period, Plan
    from planctl.workspace import Group

_SHOWN: Final = 12

Asked = tuple[str, bool]
"""The term's name, and whether plans were named for it."""

Words = tuple[date, str, str, str]
"""The day of the decision, who decided, the minute, and the reason."""


class NotEndedError(WrongValueError):
    """A term of which more may be said."""

    def __init__(self, term: str, ends: date | None) -> None:
        known = f"has not ended: its last day is {ends.isoformat()}" if ends else "has no days"
        super().__init__("TERM", term, "Close it once it is over.", known)


class AlreadyClosedError(WrongValueError):
    """A term that is closed for all plans asked for."""

    def __init__(self, term: str) -> None:
        remedy = "planctl term amend records a correction."
        super().__init__("TERM", term, remedy, "is closed already")


class NotClosedError(WrongValueError):
    """A term that cannot be amended, for it can still be edited."""

    def __init__(self, term: str) -> None:
        remedy = "Nothing needs amending: edit the plan. planctl term list shows what is closed."
        super().__init__("TERM", term, remedy, "is not closed")


class BrokenChainError(PlanctlError):
    """Seals to which none can be added."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, chain: "Chain") -> None:
        fault = chain.faults[0]
        super().__init__(f"seals/{fault.file}: {fault.message}. {fault.help} Nothing was written.")


def closed(groups: "tuple[Group, ...]", asked: Asked, words: Words, *, dry_run: bool) -> None:
    """Closes the term for the groups' plans, or says why not."""
    from planctl.audit.sealing import closing  # noqa: PLC0415 - help does not need it

    chain, decided = _chain(groups), _decided(words)
    term, plans = _running(groups, asked, decided.on)
    is_over = [one for one in plans if (end := one.plan.timeline.ends(term)) and end < decided.on]
    if len(is_over) < len(plans):
        raise NotEndedError(str(term), plans[0].plan.timeline.ends(term))
    still_open = [one for one in plans if chain.closing(one.plan.id, str(term)) is None]
    if not still_open or (asked[1] and len(still_open) < len(plans)):
        raise AlreadyClosedError(str(term))
    _without_errors(groups, (term, [one.plan for one in still_open]), decided.on)
    _with_uids(one.plan for one in still_open)
    content = closing(still_open, term, chain, decided)
    said = sum(map(len, (plan["values"] for plan in content["plans"].values())))
    entries = "1 entry says" if said == 1 else f"{said:,} entries say"
    what = f"{term} is closed for {', '.join(content['plans'])}: what {entries} of it"
    _write(groups[0], content, what, dry_run=dry_run)


def amended(groups: "tuple[Group, ...]", asked: Asked, words: Words, *, dry_run: bool) -> None:
    """Records what the groups' plans say otherwise of the closed term."""
    from planctl.audit.sealing import amending  # noqa: PLC0415 - help does not need it
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.console.terms import change_told  # noqa: PLC0415 - as above
    from planctl.model.seal import Amended  # noqa: PLC0415 - as above

    chain, decided = _chain(groups), _decided(words)
    term, plans = _running(groups, asked, decided.on)
    are_closed = [one for one in plans if chain.closing(one.plan.id, str(term)) is not None]
    if not are_closed or (asked[1] and len(are_closed) < len(plans)):
        raise NotClosedError(str(term))
    content = amending(are_closed, term, chain, decided)
    if content is None:
        say(f"The plans say of {term} what was sealed. Nothing was written.\n")
        return
    for change in content["changes"]:
        say(f"{printable(change_told(Amended.model_validate(change)))}\n")
    _write(groups[0], content, f"{term} is amended", dry_run=dry_run)


def _chain(groups: "tuple[Group, ...]") -> "Chain":
    """The workspace's chain, which holds. Raises BrokenChainError."""
    chain = groups[0].seals
    if chain.faults:
        raise BrokenChainError(chain)
    return chain


def _decided(words: Words) -> "Decided":
    from planctl.audit.sealing import Decided  # noqa: PLC0415 - help does not need it

    return Decided(*words)


def _running(
    groups: "tuple[Group, ...]", asked: Asked, on: date
) -> "tuple[Period, tuple[Sourced, ...]]":
    """The term, and the plans that run in it: each that was named must. Raises WrongValueError."""
    from planctl.progress import term_asked  # noqa: PLC0415 - help does not need it
    from planctl.workspace.closing import sourced_plans  # noqa: PLC0415 - as above

    name, are_named = asked
    found: list[tuple[Period, Sourced]] = []
    refused: list[WrongValueError] = []
    for one in sourced_plans(groups):
        try:
            found.append((term_asked(name, one.plan.timeline, on), one))
        except WrongValueError as error:
            refused.append(error)
    if refused and (are_named or not found):
        raise refused[0]
    term = found[0][0]
    return term, tuple(one for other, one in found if other == term)


def _without_errors(
    groups: "tuple[Group, ...]", wanted: "tuple[Period, list[Plan]]", on: date
) -> None:
    """Ends with the exit code for findings where a plan has errors: they would be sealed."""
    from planctl.cli.policy import policy_of  # noqa: PLC0415 - help does not need it
    from planctl.console import concise_line  # noqa: PLC0415 - as above
    from planctl.workspace import check_run, settings_of  # noqa: PLC0415 - as above

    term, plans = wanted
    by_id = {plan.id: plan for plan in plans}
    policy = policy_of((), (), None, settings_of(groups[0].root))
    errors = [
        finding
        for finding in check_run(groups, policy, on).findings
        if finding.plan in by_id and _counts(finding, by_id[finding.plan], term)
    ]
    for finding in errors[:_SHOWN]:
        note(concise_line(finding))
    if more := len(errors[_SHOWN:]):
        note(f"... and {more} more: planctl validate shows them.")
    if errors:
        note("Nothing was closed. Mend that first; a seal keeps mistakes as well.")
        raise typer.Exit(ExitCode.FINDINGS)


def _counts(finding: "Finding", plan: "Plan", term: "Period") -> bool:
    """Whether it is an error that nobody lets stand, and not in what is said of later periods."""
    from planctl.findings import Severity  # noqa: PLC0415 - help does not need it

    is_error = finding.severity is Severity.ERROR and finding.waiver is None
    timeline, end = plan.timeline, plan.timeline.ends(term)
    periods = (timeline.period(step) for step in finding.path if isinstance(step, str))
    begins = (timeline.starts(period) for period in periods if period)
    is_later = any(start and end and start > end for start in begins)
    return is_error and not finding.is_preview and not is_later


def _with_uids(plans: "Iterable[Plan]") -> None:
    """Raises NoUidsError where something that is said could not be found again."""
    from planctl.audit.sealing import unnamed  # noqa: PLC0415 - help does not need it

    for plan in plans:
        if lacking := unnamed(plan):
            raise NoUidsError(plan.id, tuple(keeper.label for keeper in lacking))


def _write(group: "Group", content: dict[str, Any], what: str, *, dry_run: bool) -> None:
    from planctl.audit.chain import seal_text  # noqa: PLC0415 - help does not need it
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.workspace.places import seals_for  # noqa: PLC0415 - as above
    from planctl.workspace.seals import save_seal  # noqa: PLC0415 - as above

    folder: Path = seals_for(group.asked[0], group.root)
    file = printable((folder / group.seals.following(content["term"])).as_posix())
    if dry_run:
        say(difference("", seal_text(content), file))
        note("Nothing was written.")
        return
    save_seal(group.root, content, group.seals)
    say(
        f"{printable(what)}. Check code {content['check_code']}: have it minuted."
        f" Written to {file}.\n"
    )
