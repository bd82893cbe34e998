"""A report against its own source, and against whoever else has that."""

from planctl.verify.opened import DamagedReportError
from planctl.verify.opening import opened
from planctl.verify.verdict import Anchor, Check, Level, Result, Signature, Verdict
from planctl.verify.verifying import Asked, verify

__all__ = [
    "Anchor",
    "Asked",
    "Check",
    "DamagedReportError",
    "Level",
    "Result",
    "Signature",
    "Verdict",
    "opened",
    "verify",
]
