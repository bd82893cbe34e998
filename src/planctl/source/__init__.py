"""Reading, editing and writing files: bytes to values with places. The only importer of yaml."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from planctl.source.document import Document
from planctl.source.files import ChangedMeanwhileError, file_bytes, read_file, write_atomic
from planctl.source.lines import Lines
from planctl.source.position import span_of
from planctl.source.reader import read
from planctl.source.refusals import REFUSALS

if TYPE_CHECKING:
    from planctl.source.changes import appended, replaced, with_entry
    from planctl.source.edits import UnsafeEditError, edited, raw_of, spliced
    from planctl.source.emit import Layout, Value, in_lines
    from planctl.source.removal import without
    from planctl.source.saving import save, save_all

_HOMES: Final = MappingProxyType(
    {
        "Layout": "emit",
        "UnsafeEditError": "edits",
        "Value": "emit",
        "appended": "changes",
        "edited": "edits",
        "in_lines": "emit",
        "raw_of": "edits",
        "replaced": "changes",
        "save": "saving",
        "save_all": "saving",
        "spliced": "edits",
        "with_entry": "changes",
        "without": "removal",
    }
)
"""Where the parts for editing are, each imported on first use: who only reads needs none."""

__all__ = [
    "REFUSALS",
    "ChangedMeanwhileError",
    "Document",
    "Layout",
    "Lines",
    "UnsafeEditError",
    "Value",
    "appended",
    "edited",
    "file_bytes",
    "in_lines",
    "raw_of",
    "read",
    "read_file",
    "replaced",
    "save",
    "save_all",
    "span_of",
    "spliced",
    "with_entry",
    "without",
    "write_atomic",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
