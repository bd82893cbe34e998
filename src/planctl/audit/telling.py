"""Findings as the reader of an edition may read them."""

from dataclasses import replace

from planctl.audit.edition import Edition
from planctl.findings import Finding, Waiver


def finding_told(finding: Finding, edition: Edition, summary: str = "") -> Finding:
    """The finding in words that the edition's reader may see.

    `summary` is said in place of its message where that may quote another version of the plan,
    whose persons the edition does not know. The public does not read who lets it stand.
    """
    if not edition.hides_persons:
        return finding
    said = edition.said
    return replace(
        finding,
        message=summary or said(finding.message),
        help=said(finding.help),
        question=said(finding.question),
        subject=said(finding.subject),
        related=tuple(replace(one, message=said(one.message)) for one in finding.related),
        fix=None,
        waiver=_told(finding.waiver, edition),
    )


def _told(waiver: Waiver | None, edition: Edition) -> Waiver | None:
    return replace(waiver, reason=edition.said(waiver.reason), by="") if waiver else None
