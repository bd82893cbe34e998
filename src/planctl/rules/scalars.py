"""The rule on texts that other YAML readers would take for something else."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from planctl.findings import Part, Path
from planctl.loading import is_text
from planctl.model import Plan, Programme
from planctl.rules.rule import Case, Problem, Weight, rule

_BOOLEANS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false"})
_FIRST: Final = frozenset("0123456789+-.yYnNoOtTfF")
_SAME_EVERYWHERE: Final = re.compile(
    r"-?(?:0|[1-9]\d{0,14})|-?(?:0|[1-9]\d{0,7})\.\d{0,6}[1-9]", re.ASCII
)
_NUMBER: Final = re.compile(
    r"""[-+]?(?: 0x[\da-f_]+ | 0o?[0-7_]+ | 0b[01_]+
      | \d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?
      | (?:\d[\d_]*)?\.?[\d_]+(?:e[-+]?\d+)? | \d[\d_]*\.(?:e[-+]?\d+)? | \.(?:inf|nan) )
      | \d{4}-\d\d?-\d\d?(?:[t ].*)?""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)


@rule(
    "PLN021",
    "ambiguous-scalar",
    Weight.WARNING,
    question="Is {subject} printed in the plan as it was agreed?",
    on_programme=True,
)
def ambiguous_scalar(case: Case) -> Iterator[Problem]:
    """A text that looks like a number, a date or yes and no stands in quotes.

    planctl keeps every text as it is written. Spreadsheets, editors and other programs that read
    the same file do not: for them 2.10 is the number 2.1, and no is false.

    Why:
        The reference 2.10 and the reference 2.1 become one as soon as another program writes the
        file.

    Bad:
        - {ref: 2.10, text: Open a homework club}

    Good:
        - {ref: "2.10", text: Open a homework club}
    """
    model = Plan if isinstance(case.subject, Plan) else Programme
    for path, part, text in _suspects(case.document.root):
        if not case.document.is_plain(case.document.offset(path, part)):
            continue
        if part == "key" or is_text(model, path):
            yield Problem(
                path,
                f"{text} stands without quotes, and other programs read it as {_kind(text)}",
                f'Write "{text}".',
                part=part,
            )


def is_ambiguous(text: str) -> bool:
    """Whether another YAML reader would print the unquoted text differently."""
    if text[:1] not in _FIRST:
        return False
    if text.casefold() in _BOOLEANS:
        return True
    return bool(_NUMBER.fullmatch(text)) and not _SAME_EVERYWHERE.fullmatch(text)


def _kind(text: str) -> str:
    if text.casefold() in _BOOLEANS:
        return "true or false"
    if re.match(r"\d{4}-\d", text):
        return "a date"
    return "a number"


def _suspects(root: Any) -> Iterator[tuple[Path, Part, str]]:
    """The keys and values whose text is ambiguous, whether in quotes or not."""
    waiting: list[tuple[Path, Any]] = [((), root)]
    while waiting:
        path, holder = waiting.pop()
        for step, value in _entries(holder):
            if isinstance(step, str) and is_ambiguous(step):
                yield (*path, step), "key", step
            if isinstance(value, str):
                if is_ambiguous(value):
                    yield (*path, step), "value", value
            elif value is not None:
                waiting.append(((*path, step), value))


def _entries(holder: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(holder, dict):
        return holder.items()
    return enumerate(holder) if isinstance(holder, list) else ()


RULES = (ambiguous_scalar,)
