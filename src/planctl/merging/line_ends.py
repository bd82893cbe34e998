"""How the lines of three files end, and how those of the merged one are to."""

from dataclasses import dataclass
from typing import Final

_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Ends:
    """What the merged file is to have: its line end, one behind its last line, a mark in front.

    `is_mixed` says that our lines end in different ways, and stay as they are.
    """

    line_end: str = "\n"
    has_last: bool = True
    has_mark: bool = False
    is_mixed: bool = False

    def plain(self, raw: bytes) -> bytes:
        """The file with line feeds alone, one behind its last line too."""
        if not self.is_mixed:
            raw = raw.replace(b"\r\n", b"\n")
        return raw if raw.endswith(b"\n") else raw + b"\n"

    def restored(self, text: str) -> bytes:
        """The bytes of a text that was merged with line feeds alone."""
        whole = text if self.has_last else text.removesuffix("\n")
        if self.line_end == "\r\n" and not self.is_mixed:
            whole = whole.replace("\n", "\r\n")
        return f"{_BOM if self.has_mark else ''}{whole}".encode()


def ends_of(base: bytes, ours: bytes, theirs: bytes) -> Ends:
    """What one side has changed about them counts, before what stayed; ours before theirs."""
    was, one, other = (_line_end(raw) for raw in (base, ours, theirs))
    last = [raw.endswith(b"\n") for raw in (base, ours, theirs)]
    return Ends(
        line_end=(other if one == was and other else one) or "\n",
        has_last=last[2] if last[1] == last[0] else last[1],
        has_mark=ours.startswith(_BOM.encode()),
        is_mixed=not one,
    )


def _line_end(raw: bytes) -> str:
    """The one line end of all lines; empty where there are several."""
    both, alone = raw.count(b"\r\n"), raw.count(b"\n")
    if both == alone:
        return "\r\n" if both else "\n"
    return "" if both else "\n"
