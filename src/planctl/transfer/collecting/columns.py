"""The columns of a form: what is locked, what is to be filled in, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.transfer.collecting.asked import Kind

KEY: Final = "planctl key"
FINGERPRINT: Final = "planctl fingerprint"
FORM_VERSION: Final = "1"
COVER: Final = "Start here"
HIDDEN_SHEET: Final = "planctl"
HIDDEN_MARK: Final = "planctl form"
"""What the first cell of the hidden sheet says."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it stands for, its heading, its width, and what is said beside it."""

    field: str
    heading: str
    width: int
    prompt: str = ""
    choice: tuple[str, ...] = ()


LOCKED: Final[Mapping[Kind, tuple[Column, ...]]] = MappingProxyType({
    Kind.UPDATES: (
        Column("ref", "Ref", 7),
        Column("text", "Action", 32),
        Column("last_rating", "Last term", 11),
        Column("last_comment", "What you said last term", 26),
        Column("promised", "What you said you would do next", 26),
    ),
    Kind.GAPS: (
        Column("ref", "Ref", 8),
        Column("text", "Action", 56),
        Column("theme", "Theme", 26),
    ),
})  # fmt: skip

TO_FILL: Final[Mapping[Kind, tuple[Column, ...]]] = MappingProxyType({
    Kind.UPDATES: (
        Column("kept", "Did you do what you said?", 14,
               "yes, part or no. Where you said several things: 1 yes, 2 no",
               ("yes", "part", "no")),
        Column("rating", "How is it going?", 14, "Choose one from the list."),
        Column("comment", "What happened?", 34,
               "What has happened this term, for a reader who was not there."),
        Column("path_to_green", "What will get it back on track, and by when?", 28,
               "Leave it empty where all is well."),
        Column("next_steps", "What next, by when?", 28,
               "One step a line, with its day: Visit the school by 30 April 2018. "
               "Alt and Enter begin a new line."),
        Column("evidence", "What shows it?", 22,
               "Registers, minutes, a survey: one a line. Nothing about single children."),
        Column("stage", "Finished?", 10, "yes where the whole action is done.", ("yes",)),
        Column("not_mine", "No longer mine", 16,
               "Write who has it now. The coordinator sees to the rest."),
    ),
    Kind.GAPS: (
        Column("responsible", "Who is responsible?", 34,
               "A body or post that the plan knows; several with a semicolon between them."),
        Column("due", "By when?", 24, "A day such as 30 April 2018, or words such as early 2018."),
    ),
})  # fmt: skip


def headings(kind: Kind) -> Mapping[str, str]:
    """The field of each heading."""
    every = (*LOCKED[kind], *TO_FILL[kind])
    return {column.heading: column.field for column in every}


def heading_of(kind: Kind, field: str) -> str:
    """What the form calls the field."""
    every = (*LOCKED[kind], *TO_FILL[kind])
    return next(column.heading for column in every if column.field == field)
