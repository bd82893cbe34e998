"""From the plans of a workspace to finished reports, as pages and as PDF."""

from planctl.printing.finished import Finished, Printable, finished
from planctl.printing.press import Press
from planctl.printing.programme import ProgrammePress, programme_press

__all__ = [
    "Finished",
    "Press",
    "Printable",
    "ProgrammePress",
    "finished",
    "programme_press",
]
