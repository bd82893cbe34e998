"""Reports: a plan's figures and words as finished values, then as HTML, then as PDF."""

from planctl.report.changes_html import render_changes_html
from planctl.report.context import ReportContext, build_context
from planctl.report.html import render_html
from planctl.report.pdf import render_pdf
from planctl.report.request import Audience, ReportKind, ReportRequest, SourceFile
from planctl.report.typeface import unprintable

__all__ = [
    "Audience",
    "ReportContext",
    "ReportKind",
    "ReportRequest",
    "SourceFile",
    "build_context",
    "render_changes_html",
    "render_html",
    "render_pdf",
    "unprintable",
]
