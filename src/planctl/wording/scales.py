"""Words of one kind from the weakest to the strongest: what promises more than what."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

ScaleOf = Mapping[str, int]
"""How strong each word of a scale is: the higher, the more it promises."""


def _forms(verb: str) -> Iterator[str]:
    """The verb, and as it is written of what is or was done; other forms may be nouns."""
    first, _, rest = verb.partition(" ")
    ending = f" {rest}" if rest else ""
    yield verb
    if first in _PAST:
        yield _PAST[first] + ending
    elif first.endswith("e"):
        yield f"{first}d{ending}"
    elif first.endswith("y") and first[-2] not in "aeiou":
        yield f"{first[:-1]}ied{ending}"
    else:
        yield f"{first}ed{ending}"


_PAST: Final = MappingProxyType({
    "build": "built", "buy": "bought", "give": "given", "hold": "held", "make": "made",
    "put": "put", "run": "run", "send": "sent", "set": "set", "teach": "taught", "think": "thought",
    "trial": "trialled", "write": "written",
})  # fmt: skip


def _scale(*ranks: Iterable[str]) -> ScaleOf:
    return MappingProxyType({word: rank for rank, words in enumerate(ranks) for word in words})


def _verbs(*ranks: Iterable[str]) -> ScaleOf:
    return _scale(*([form for verb in rank for form in _forms(verb)] for rank in ranks))


VERBS: Final = _verbs(
    (
        "consider", "consult on", "discuss", "examine", "explore", "investigate", "look at",
        "look into", "review", "scope", "talk about", "think about",
    ),
    (
        "champion", "contribute to", "draft", "encourage", "enhance", "facilitate", "foster",
        "help", "improve", "pilot", "prepare", "promote", "strengthen", "support", "trial",
        "work towards",
    ),
    (
        "achieve", "appoint", "arrange", "build", "buy", "collect", "complete", "create", "deliver",
        "distribute", "double", "employ", "ensure", "establish", "extend", "fund", "give",
        "guarantee", "hold", "implement", "install", "introduce", "invite", "launch", "make",
        "offer", "open", "organise", "produce", "provide", "publish", "put in place", "recruit",
        "roll out", "run", "secure", "send", "set up", "teach", "train", "visit", "write",
    ),
)  # fmt: skip
"""What somebody looks into, what they further or prepare, and what is there afterwards."""

ALSO_NOUNS: Final = frozenset({
    "champion", "complete", "double", "draft", "employ", "fund", "help", "hold", "launch", "make",
    "offer", "open", "pilot", "produce", "review", "run", "scope", "secure", "set up", "support",
    "train", "trial", "visit",
})  # fmt: skip
"""Verbs that may be nouns or adjectives."""

QUANTIFIERS: Final = _scale(
    ("a few", "a number of", "certain", "few", "many", "numerous", "selected", "several", "some",
     "a sample of", "various"),
    ("a majority of", "almost all", "most", "most of", "nearly all", "the majority of"),
    ("all", "all of", "each", "each of", "every", "the whole", "the whole of"),
)  # fmt: skip

MODALS: Final = _scale(
    ("can", "could", "may", "might"),
    ("aim to", "expect to", "hope to", "intend to", "look to", "plan to", "seek to", "should",
     "try to"),
    ("must", "shall", "will"),
)  # fmt: skip

FREQUENCIES: Final = _scale(
    ("annual", "annually", "each year", "every year", "once a year", "yearly"),
    ("twice a year",),
    ("each term", "every term", "once a term", "termly"),
    ("each half-term", "every half-term", "half-termly"),
    ("each month", "every month", "monthly", "once a month"),
    ("each fortnight", "every fortnight", "fortnightly"),
    ("each week", "every week", "once a week", "weekly"),
    ("daily", "each day", "every day", "every school day"),
)

CERTAINTIES: Final = _scale(
    ("occasionally", "sometimes"),
    ("generally", "normally", "often", "usually"),
    ("always", "in all cases", "without exception"),
)

IN_PLACE: Final = (VERBS, QUANTIFIERS, MODALS)
"""Scales whose words are compared where one stands in the place of another."""
ANYWHERE: Final = (FREQUENCIES, CERTAINTIES)
"""Scales whose words say the same wherever in a sentence they stand."""
SCALES: Final = IN_PLACE + ANYWHERE

ESCAPES: Final = frozenset({
    "aim to", "as appropriate", "as far as possible", "as funding allows", "as necessary",
    "as resources allow", "as resources permit", "expect to", "hope to", "if appropriate",
    "if feasible", "if funding allows", "if needed", "if possible", "if practicable",
    "if resources allow", "in principle", "intend to", "look to", "plan to",
    "resources permitting", "seek to", "subject to agreement", "subject to approval",
    "subject to availability", "subject to budget", "subject to capacity", "subject to demand",
    "subject to funding", "subject to resources", "subject to the", "try to", "up to",
    "when possible",
    "where appropriate", "where feasible", "where funding allows", "where needed",
    "where possible", "where practicable", "where practical", "where resources allow",
    "wherever possible",
})  # fmt: skip
"""What leaves a way out where it is added."""

FLOORS: Final = frozenset({
    "a minimum of", "at least", "no fewer than", "no less than", "not fewer than", "not less than",
})  # fmt: skip
CEILINGS: Final = frozenset({
    "a maximum of", "at most", "below", "fewer than", "less than", "no later than", "no more than",
    "not more than", "under", "within",
})  # fmt: skip
"""Before a number: what says that less than it is not enough, or that more than it is too much."""

PHRASES: Final = tuple(
    sorted(
        {word for scale in SCALES for word in scale if " " in word} | ESCAPES | FLOORS | CEILINGS,
        key=len,
        reverse=True,
    )
)
"""All that is read as one, the longest first."""
