"""The numbers of a promise: what each counts, and whether more of it promises more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from planctl.wording.phrases import Tokens
from planctl.wording.scales import CEILINGS, FLOORS


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sign, such as £ or %, and the words behind it that say of what.

    `sense` is 1 where more promises more, -1 where less does, and 0 where nobody can tell.
    """

    word: str
    value: Decimal
    sign: str
    of: tuple[str, ...]
    sense: int

    def is_of_same(self, other: "Amount") -> bool:
        """Whether both seem to count the same thing."""
        if self.sign != other.sign or self.sense != other.sense:
            return False
        if not self.of or not other.of:
            return self.of == other.of
        return self.of[0] in other.of or other.of[0] in self.of


def amount(tokens: Tokens, at: int) -> Amount | None:
    """The number there, where it counts something; ages, dates, years and names do not."""
    found = _COUNT.fullmatch(tokens[at])
    if not found or _is_name(tokens, at):
        return None
    value, sign = Decimal(found[2]), found[1] + found[3]
    if not sign and value in _YEARS:
        return None
    return Amount(tokens[at], value, sign, tuple(_counted(tokens, at)), _sense(tokens, at))


_COUNT: Final = re.compile(r"([£$€]?)(\d+(?:\.\d+)?)(%?)")
_YEARS: Final = range(1900, 2200)
_NEAR: Final = 3
"""Words behind a number that say what it counts."""
_LONGEST_LIST: Final = 20
"""Numbers in a row that are looked at for what they are."""

_MONTHS: Final = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
})  # fmt: skip
_NAMED: Final = frozenset({
    "action", "age", "aged", "ages", "annex", "appendix", "article", "between", "chapter", "class",
    "clause", "cohort", "cohorts", "figure", "grade", "grades", "group", "groups", "item",
    "kpi", "level", "levels", "lot", "module", "no", "number", "objective", "option", "p", "page",
    "pages", "part", "phase", "phases", "pp", "priority", "progress", "quarter", "recommendation",
    "section", "stage", "stages", "step", "strand", "table", "term", "theme", "tier", "unit",
    "version", "wave", "week", "year", "years",
}) | _MONTHS  # fmt: skip
"""Behind them a number is a name, an age or a date, or where a range begins."""
_OLD: Final = frozenset({"old", "olds", "year-old", "year-olds"})
_AND: Final = frozenset({"and", "or", "to", ","})

_TIMES: Final = frozenset({
    "day", "days", "fortnight", "fortnights", "half-term", "half-terms", "hour", "hours", "minute",
    "minutes", "month", "months", "term", "terms", "week", "weeks", "year", "years",
})  # fmt: skip
_UNTIL: Final = frozenset({"within", "in", "every", "each", "after"})
_TO_LOWER: Final = frozenset({
    "cut", "cutting", "decrease", "decreasing", "fall", "fewer", "halve", "lower", "lowering",
    "minimise", "reduce", "reduced", "reducing", "reduction", "shorten", "shrink",
})  # fmt: skip
"""Where a text asks for less of something, a lower number promises more."""
_SMALL: Final = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "per", "the", "to",
    "with", "other", "or more",
})  # fmt: skip


def _is_name(tokens: Tokens, at: int) -> bool:
    """Whether the number, or one that it is listed with, is a name, an age or a date."""
    # Percentages go from one to another; what else does is mostly an age.
    longest = 0 if tokens[at].endswith("%") else _LONGEST_LIST
    for place in range(at, max(at - 2 * longest, 0) - 1, -2):
        before = tokens[place - 1] if place else ""
        behind = tokens[place + 1 : place + _NEAR]
        if before in _NAMED or _OLD & {*behind} or (behind and behind[0] in _MONTHS):
            return True
        if before not in _AND or not tokens[place - 2][:1].isdigit():
            return before == "from"
    return False


def _counted(tokens: Tokens, at: int) -> Iterator[str]:
    for word in tokens[at + 1 : at + 1 + _NEAR]:
        if not word[0].isalpha():
            return
        if word not in _SMALL:
            yield word


def _sense(tokens: Tokens, at: int) -> int:
    before = tokens[at - 1] if at else ""
    if before in CEILINGS:
        return -1
    if before == "to" and not _TO_LOWER.isdisjoint(tokens[:at]):
        return -1
    if {*tokens[at + 1 : at + 2]} & _TIMES:
        return -1 if before in _UNTIL else int(before in FLOORS or before == "for")
    return 1
