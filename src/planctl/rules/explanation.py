"""Rules on what is said beside a rating: why it is bad, and why it changed or did not."""

from collections.abc import Iterator
from itertools import pairwise

from planctl.model import State, Update
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import BEHIND, Told, all_told, told


def updates_at_risk(case: Case) -> int:
    """How many updates say at risk."""
    said = (each.state for row in case.rows for each in all_told(case, row))
    return sum(state is State.AT_RISK for state in said)


@rule(
    "PLN501",
    "red-unexplained",
    Weight.ERROR,
    question="Why is {subject} off track, and what brings it back?",
)
def red_unexplained(case: Case) -> Iterator[Problem]:
    """An off-track rating is explained: by a comment, or by what brings the work back on track.

    Where it is, the finding is an info as long as the cause is not said in one word as well.

    Why:
        A bad rating is no fault, and one that nobody explains helps nobody: a meeting can only act
        on a reason (scrutiny asks for it before anything else).

    Bad:
        - {ref: 1a, text: Open a homework club, updates: {2017-18 autumn: {rating: red}}}

    Good:
        - ref: 1a
          text: Open a homework club
          updates:
            2017-18 autumn: {rating: red, cause: capacity, comment: Nobody is free to run it.}
    """
    for each in _said(case, State.OFF_TRACK):
        rated = f"{named(each.row)} is rated {each.rated} for {each.period}"
        if not _is_explained(each.update):
            yield Problem(
                each.path,
                f"{rated}, and nothing says why",
                "Add comment: with what has happened, and path_to_green: with what will be done.",
                part="key",
            )
        elif each.update.cause is None:
            yield Problem(
                each.path,
                f"{rated} without a cause that can be counted",
                "Add cause: and one word, such as capacity, funding or partner.",
                part="key",
                weight=Weight.INFO,
            )


@rule(
    "PLN502",
    "amber-unexplained",
    Weight.WARNING,
    question="What puts {subject} at risk?",
    together="{hits} at-risk ratings are left unexplained",
    population=updates_at_risk,
)
def amber_unexplained(case: Case) -> Iterator[Problem]:
    """An at-risk rating is explained: by a comment, or by what brings the work back on track.

    Why:
        A warning without a reason gives the next review nothing to act on (in committees amber
        leads to a plan for improvement).

    Bad:
        - {ref: 1a, text: Open a homework club, updates: {2017-18 autumn: {rating: amber}}}

    Good:
        - ref: 1a
          text: Open a homework club
          updates: {2017-18 autumn: {rating: amber, comment: No room was free.}}
    """
    for each in _said(case, State.AT_RISK):
        if not _is_explained(each.update):
            yield Problem(
                each.path,
                f"{named(each.row)} is rated {each.rated} for {each.period} without a comment",
                "Add comment: with what has happened, and path_to_green: with what will be done.",
                part="key",
            )


@rule(
    "PLN510",
    "no-movement",
    Weight.WARNING,
    question="What has changed for {subject} since the term before?",
    together="{hits} actions have not moved",
)
def no_movement(case: Case) -> Iterator[Problem]:
    """An action gets better within two terms of trouble, and each term has a comment of its own.

    It is found where its latest updates all say at risk or off track, the last no better than the
    first, or where the last repeats the comment before it. The number of terms can be set. An
    action that was closed is left alone: the other decision has been taken.

    Why:
        What stays the same for two terms needs another decision, not another report.

    Bad:
        - ref: 1a
          text: Open a homework club
          updates:
            2016-17 summer: {rating: amber, comment: No room was free.}
            2017-18 autumn: {rating: amber, comment: Two rooms were seen.}

    Good:
        - ref: 1a
          text: Open a homework club
          updates:
            2016-17 summer: {rating: amber, comment: No room was free.}
            2017-18 autumn: {rating: green, comment: The school lends its library.}
    """
    most = case.thresholds.unmoved_terms
    for row in case.rows:
        every = told(case, row)
        copied = len(every) > 1 and _is_copied(every[-2], every[-1])
        stuck = len(every) >= most and _is_stuck(every[-most:])
        if row.action.closure or not (copied or stuck):
            continue
        last = every[-1]
        said = f"{named(row)} has been behind for {most} updates and is no better ({last.rated})"
        if not stuck:
            said = f"{named(row)} has the comment of {every[-2].period} again for {last.period}"
        elif copied:
            said = f"{said}, with the same comment again"
        remedy = "Say in comment: what has changed, or ask for what is needed: decision_needed."
        yield Problem(last.path, said, remedy, part="key")


@rule(
    "PLN511",
    "unexplained-jump",
    Weight.WARNING,
    question="What changed the rating of {subject} so much in one term?",
)
def unexplained_jump(case: Case) -> Iterator[Problem]:
    """A rating that leaps from off track to on track or complete is explained.

    So is one that goes back from complete to on track. A fall to at risk or off track is asked
    about by the rules on those.

    Why:
        Work seldom recovers at once; such a leap is as often a correction or a slip, and a reader
        cannot tell which (audit follows up ratings that recover).

    Bad:
        - ref: 1a
          text: Open a homework club
          updates:
            2016-17 summer: {rating: red, comment: Nobody runs it.}
            2017-18 autumn: {rating: green}

    Good:
        - ref: 1a
          text: Open a homework club
          updates:
            2016-17 summer: {rating: red, comment: Nobody runs it.}
            2017-18 autumn: {rating: green, comment: The school has taken it over.}
    """
    for row in case.rows:
        for before, after in pairwise(told(case, row)):
            if _is_jump(before.state, after.state) and not after.update.comment:
                yield Problem(
                    after.path,
                    f"{named(row)} goes from {_word(before.state)} to {_word(after.state)} "
                    f"in {after.period}, without a comment",
                    "Add comment: with what made the difference.",
                    part="key",
                )


def _said(case: Case, state: State) -> Iterator[Told]:
    every = (each for row in case.rows for each in all_told(case, row))
    return (each for each in every if each.state is state)


def _is_explained(update: Update) -> bool:
    return bool(update.comment or update.path_to_green)


def _is_stuck(updates: tuple[Told, ...]) -> bool:
    has_risen = updates[0].state is State.OFF_TRACK and updates[-1].state is State.AT_RISK
    return all(each.state in BEHIND for each in updates) and not has_risen


def _is_copied(before: Told, after: Told) -> bool:
    said, again = (" ".join((each.update.comment or "").split()) for each in (before, after))
    return bool(again) and said.casefold() == again.casefold()


def _is_jump(before: State, after: State) -> bool:
    is_recovered = before is State.OFF_TRACK and after in {State.ON_TRACK, State.COMPLETE}
    return is_recovered or (before is State.COMPLETE and after is State.ON_TRACK)


def _word(state: State) -> str:
    return state.value.replace("_", " ")


RULES = (red_unexplained, amber_unexplained, no_movement, unexplained_jump)
