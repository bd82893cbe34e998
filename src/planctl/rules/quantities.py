"""The numbers in a text by which somebody could later tell whether it was done.

Ages, years, dates, phases, times, money, references and numbers in names are none. Where a text
leaves it open, a number is read as one of those: a remark too few does less harm than one too many.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, and the words in which the text has it, such as `249 new places` or `95%`."""

    number: Decimal
    words: str


def quantities(text: str) -> Iterator[Quantity]:
    """What a text counts or measures in figures, in its order."""
    left = " ".join(text.split())
    for pattern in _OTHERWISE:
        left = pattern.sub(_blanked, left)
    for found in _NUMBER.finditer(left):
        number = Decimal(found[1].replace(",", ""))
        what = _COUNTED.match(left, found.end())
        before = left[max(0, found.start() - _LONGEST_BOUND) : found.start()]
        if found[2]:
            yield Quantity(number, found[0])
        elif what and what[1].casefold() not in _FUNCTION_WORDS and number > 1:
            yield Quantity(number, f"{found[0]}{_as_counted(what)}")
        elif _BOUND.search(before) and number > _OLDEST_LEARNER:
            yield Quantity(number, found[0])


_OLDEST_LEARNER: Final = 25
"""Years: up to there a number without a noun may be an age."""

_LONGEST_BOUND: Final = 12
"""Characters of the longest words before a number that make it a bound."""

_MONTH: Final = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_LABEL: Final = (
    "key stages?|stages?|steps?|phases?|levels?|tiers?|grades?|bands?|sets?|parts?|sections?"
    "|chapters?|articles?|clauses?|regulations?|schedules?|annex(?:es)?|appendi(?:x|ces)|pages?"
    "|pp?\\.|paragraphs?|para\\.?|items?|actions?|aims?|objectives?|priorit(?:y|ies)"
    "|recommendations?|commitments?|promises?|outcomes?|themes?|goals?|criteri(?:on|a)|kpis?|rows?"
    "|tables?|figures?|box(?:es)?|lines?|questions?|standards?|principles?|pillars?|strands?"
    "|work ?streams?|modules?|units?|lots?|options?|versions?|editions?|drafts?|releases?|issues?"
    "|volumes?|vol\\.|no\\.|nos\\.|numbers?|rooms?|wards?|zones?|areas?|routes?|progress|attainment"
    "|years?|terms?|quarters?|weeks?|days?|months?|cohorts?|waves?|rounds?|groups?|classes|class"
    "|forms?|teams?|milestones?|categor(?:y|ies)|types?|domains?|measures?|indicators?|ages?|aged"
    "|post|pre"
)
"""What a number behind it is the name of, as in Key Stage 4, phase 2 or post-16."""

_SPAN: Final = (
    "years?|yrs?|months?|weeks?|days?|nights?|hours?|hrs?|minutes?|mins?|seconds?|terms?"
    "|half[- ]terms?|quarters?|decades?|fortnights?|evenings?|mornings?|afternoons?|times"
)
"""What a number before it makes an age, a duration or how often something is done."""

_YOUNG: Final = (
    "children|pupils|people|those|anyone|parents|carers|adults|mothers|learners|boys|girls|families"
)
_REACHED: Final = "at|turn|turning|reach|reaching|until|till|after|before|beyond|age|of"
_GOES_ON: Final = "and|or|to|in|with|on"
_SORT: Final = "working|school|calendar|academic|plus|full|half"
_KNOWN: Final = "the|these|those|all|our|its|their|both|every|each of(?: the)?"
_PLACED: Final = "other|first|last|next|remaining|same|top"

_LIST: Final = r"(?:\s*(?:,|;|&|/|[-–]|\band\b|\bor\b|\bto\b)\s*\d+(?:\.\d+)*[a-z]?\b)*"

_FUNCTION_WORDS: Final = frozenset({
    "a", "about", "across", "after", "also", "an", "and", "are", "as", "at", "be", "because",
    "been", "before", "between", "but", "by", "can", "during", "each", "for", "from", "had", "has",
    "have", "if", "in", "into", "is", "it", "its", "may", "must", "nor", "not", "of", "on", "onto",
    "or", "our", "out", "over", "per", "plus", "shall", "should", "so", "than", "that", "the",
    "their", "then", "through", "throughout", "to", "under", "until", "up", "via", "was", "were",
    "what", "when", "where", "which", "while", "who", "whose", "will", "with", "within", "without",
})  # fmt: skip
"""Words that are not what a number counts."""

_OTHERWISE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # in quotes
        r"[\"“][^\"“”]*[\"”]|‘[^‘’]*’|(?<![\w'])'[^']*'(?!\w)",
        # in a name: Progress 8, the 50 Things
        rf"(?<=[a-z,;:(] )[A-Z][A-Za-z]*[a-z] \d[\d.,]*\b(?!\s?%){_LIST}",
        r"(?<![\w£.,])\d[\d.,]* [A-Z][a-z]",
        # days and years
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b(?:,? \d{{4}})?",
        rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?",
        r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
        r"\b(?:19|20|21)\d\d(?:\s?[-–/]\s?\d{2,4})?\b(?!,\d)",
        # money
        r"(?i)[£€$]\s?\d[\d,.]*\s?(?:[km]\b|bn\b|million|thousand)?",
        r"(?i)(?<![\d.,])\d[\d,.]*\s?(?:million |thousand )?(?:pounds|pence|p\b|euros?|gbp)",
        # times of day, ratios, ranges without a space
        r"(?i)\b\d{1,2}[:.]\d\d(?:\s?(?:am|pm))?\b|\b\d{1,2}\s?(?:am|pm|noon|o'clock)\b",
        r"\b\d+\s?:\s?\d+\b|\b\d+[-–/]to[-–/]\d+\b|\b\d+(?:[-–/]\d+){1,2}\b|\b\d+ in \d+\b",
        # phases, references and whatever else has a number for its name
        rf"(?i)\b(?:{_LABEL})(?:\s*[-–]\s*|\s+)?#?\d+(?:\.\d+)*[a-z]?\b{_LIST}",
        r"(?<!\w)(?:#|[([{])\s?\d+(?:\.\d+)*\s?(?:[)\]}])?",
        # ages and durations
        rf"(?i)\b(?:{_YOUNG})(?: aged)? (?:under|over|below|above|from|between|of|at|up to) \d+\b",
        r"(?i)\b(?:under|over)(?:-|\s?)\d{1,2}'?s\b|\b\d+\s?\+|\b\d+ plus\b",
        r"\b(?:\d|1\d|2[0-5])\s?(?:[-–]|to|and)\s?(?:\d|1\d|2[0-5])\b(?!\s?%)",
        rf"(?i)(?<![\w.,])\d[\d.,]*[-–\s]?\+?\s?(?:(?:{_SORT})[-\s])?(?:{_SPAN})\b",
        rf"(?i)\b(?:{_REACHED}) \d{{1,2}}\b(?![.,]\d)(?=\s*(?:$|[.,;:)]|(?:{_GOES_ON})\b))",
        # a known set, which is spoken of and not counted: the 44 schools, all 11 libraries
        rf"(?i)\b(?:{_KNOWN})(?: (?:{_PLACED}))? \d[\d,.]*\b(?!\s?(?:%|per cent))",
    )
)
"""What is read as something else than a quantity, tried from the top."""

_NUMBER: Final = re.compile(
    r"(?<![\w£€$#/:.,'’-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(\s?%|\s?per ?cent(?:age points?)?\b)?(?![\w/:'’-]|[.,]\d)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r" (?:or (?:more|fewer|less) )?([a-z][a-z'’-]+|[A-Z]{2,}s?\b)( [a-z][a-z'’-]+)?"
)
"""What a number counts: a noun, or a first and a second word such as `new places`."""

_BOUND: Final = re.compile(
    r"\b(?:to|by|than|least|most|reach(?:es)?|above|below|minimum of|maximum of|total of)\s$",
    re.IGNORECASE,
)
"""Words before a number that stands without a noun, and is a figure all the same."""


def _as_counted(what: re.Match[str]) -> str:
    first, second = what[1], what[2] or ""
    is_noun = first.isupper() or (first.endswith("s") and not first.endswith("ss"))
    has_enough = is_noun or second.strip() in _FUNCTION_WORDS
    return what[0].removesuffix(second) if has_enough else what[0]


def _blanked(found: re.Match[str]) -> str:
    # Letters stay, so that words around a number are still there for what is looked for next.
    return re.sub(r"\d", "_", found[0])
