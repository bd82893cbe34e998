"""Plain-text action plans, checked and turned into reports that can be proved."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.api import check, load, loads, render_html, write_pdf
    from planctl.errors import PlanctlError
    from planctl.findings import Finding, Severity, Span
    from planctl.model import Plan, Programme

__version__ = "0.1.0"

_HOMES = {
    "check": "planctl.api",
    "load": "planctl.api",
    "loads": "planctl.api",
    "render_html": "planctl.api",
    "write_pdf": "planctl.api",
    "PlanctlError": "planctl.errors",
    "Finding": "planctl.findings",
    "Severity": "planctl.findings",
    "Span": "planctl.findings",
    "Plan": "planctl.model",
    "Programme": "planctl.model",
}

__all__ = [
    "Finding",
    "Plan",
    "PlanctlError",
    "Programme",
    "Severity",
    "Span",
    "check",
    "load",
    "loads",
    "render_html",
    "write_pdf",
]


def __getattr__(name: str) -> object:
    """The public name, imported on first use: `planctl --version` must not pay for pydantic."""
    if name not in _HOMES:
        message = f"module 'planctl' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
