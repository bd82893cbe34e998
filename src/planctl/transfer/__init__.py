"""Plans in from Word, Excel, csv, web pages and pasted text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.transfer.importing import Imported, Wanted, imported
    from planctl.transfer.known_parties import parties_in
    from planctl.transfer.mapping.columns import Doubt
    from planctl.transfer.mapping.periods import period_called
    from planctl.transfer.mapping.wishes import saved, wishes_in
    from planctl.transfer.telling import told

_HOMES = {
    "Doubt": "planctl.transfer.mapping.columns",
    "Imported": "planctl.transfer.importing",
    "Wanted": "planctl.transfer.importing",
    "imported": "planctl.transfer.importing",
    "parties_in": "planctl.transfer.known_parties",
    "period_called": "planctl.transfer.mapping.periods",
    "saved": "planctl.transfer.mapping.wishes",
    "told": "planctl.transfer.telling",
    "wishes_in": "planctl.transfer.mapping.wishes",
}

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


def __getattr__(name: str) -> object:
    """The public name, imported on first use: forms and exports do not need the importer."""
    if name not in _HOMES:
        message = f"module 'planctl.transfer' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - only where a name is used

    return getattr(import_module(_HOMES[name]), name)
