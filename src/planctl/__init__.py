"""Plain-text action plans, checked and turned into reports that can be proved."""

TYPE_CHECKING = False  # as type checkers read it; importing typing would double --version's time
if TYPE_CHECKING:
    from planctl.api import check, compare, load, loads, render_html, write_pdf
    from planctl.diff import Change, apply
    from planctl.errors import PlanctlError
    from planctl.findings import Finding, Severity, Span
    from planctl.model import Plan, Programme

__version__ = "0.1.0"

_HOMES = {
    "apply": "planctl.diff",
    "check": "planctl.api",
    "compare": "planctl.api",
    "load": "planctl.api",
    "loads": "planctl.api",
    "render_html": "planctl.api",
    "write_pdf": "planctl.api",
    "Change": "planctl.diff",
    "PlanctlError": "planctl.errors",
    "Finding": "planctl.findings",
    "Severity": "planctl.findings",
    "Span": "planctl.findings",
    "Plan": "planctl.model",
    "Programme": "planctl.model",
}

__all__ = [
    "Change",
    "Finding",
    "Plan",
    "PlanctlError",
    "Programme",
    "Severity",
    "Span",
    "apply",
    "check",
    "compare",
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
    from importlib import import_module  # noqa: PLC0415 - nor does --version need this

    return getattr(import_module(_HOMES[name]), name)
