"""A fix with its edits in lines and columns, as other programs count."""

from collections.abc import Mapping
from dataclasses import dataclass

from planctl.findings import Finding, Span
from planctl.source import Document


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """The text of the stretch becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class PlacedFix:
    """What would mend a finding, and whether it can be done unseen."""

    title: str
    is_safe: bool
    edits: tuple[PlacedEdit, ...]


def placed_fix(finding: Finding, documents: Mapping[str, Document]) -> PlacedFix | None:
    """The finding's fix; None where there is none, or nothing to edit in the file as it stands."""
    fix, document = finding.fix, documents.get(finding.file)
    if fix is None or document is None:
        return None
    edits = tuple(
        PlacedEdit(document.lines.span(edit.start, edit.end), edit.text) for edit in fix.edits()
    )
    return PlacedFix(fix.title, fix.is_safe, edits) if edits else None
