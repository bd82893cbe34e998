"""Where a path of the model stands in the file that it was loaded from."""

from planctl.findings import Path
from planctl.model import read_period
from planctl.source import Document


def as_written(document: Document, path: Path) -> Path:
    """The path with each period spelt as the file has it: `autumn 2017` for 2017-18 autumn."""
    if document.holds(path):
        return path
    written: Path = ()
    for step in path:
        written = (*written, _spelt(document.value(written), step))
    return written


def _spelt(holder: object, step: str | int) -> str | int:
    if not isinstance(holder, dict) or not isinstance(step, str) or step in holder:
        return step
    period = read_period(step)
    if period is None:
        return step
    return next((key for key in holder if read_period(key) == period), step)
