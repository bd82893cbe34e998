"""What came of returned forms: what changes, what conflicts, what is to be looked at."""

from dataclasses import dataclass, field

from planctl.transfer.collecting.answers import Answer
from planctl.transfer.collecting.asked import Asked
from planctl.transfer.collecting.returned import Cell


@dataclass(frozen=True, slots=True)
class Said:
    """One cell that its reader changed: of which action and field, and what it means."""

    file: str
    sha256: str
    by: str
    asked: Asked
    field: str
    cell: Cell
    made: str | None
    answer: Answer

    @property
    def key(self) -> str:
        """What names it on the command line."""
        return f"{self.asked.plan.id}/{self.asked.name}.{self.field}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The plan was changed after the form was made, and the form says something else.

    `made` is what the form was made from; None where that is not known.
    """

    said: Said
    current: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: a file, the cell where it has one, what it is and what to do.

    Of those that block, nothing is written until they are settled; `key` names what to settle.
    """

    code: str
    file: str
    message: str
    remedy: str = ""
    cell: Cell | None = None
    key: str = ""
    blocks: bool = True

    @property
    def place(self) -> str:
        """The file, and the cell where there is one."""
        return f"{self.file}, {self.cell.place}" if self.cell else self.file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the forms.

    `already` are answers that the plan has by now; `proposals` change nothing by themselves;
    `read_as` are answers in other words than those of the form.
    """

    changes: tuple[Said, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[Remark, ...] = ()
    proposals: tuple[Remark, ...] = ()
    already: tuple[Said, ...] = ()
    left: tuple[str, ...] = ()
    files: tuple[str, ...] = field(default=())

    @property
    def is_clean(self) -> bool:
        """Whether all of it can be written."""
        return not self.conflicts and not any(remark.blocks for remark in self.remarks)

    @property
    def read_as(self) -> tuple[Said, ...]:
        """The answers that were read as words of the form."""
        every = (*self.changes, *self.already, *(one.said for one in self.conflicts))
        return tuple(said for said in every if said.answer.read_as)
