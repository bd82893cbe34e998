"""Plans in from Word, Excel, csv, web pages and pasted text."""

from planctl.transfer.importing import Imported, Wanted, imported
from planctl.transfer.known_parties import parties_in
from planctl.transfer.mapping.columns import Doubt
from planctl.transfer.mapping.periods import period_called
from planctl.transfer.mapping.wishes import saved, wishes_in
from planctl.transfer.telling import told

__all__ = [
    "Doubt",
    "Imported",
    "Wanted",
    "imported",
    "parties_in",
    "period_called",
    "saved",
    "told",
    "wishes_in",
]
