"""The words of the page that leads to reports."""

from types import MappingProxyType
from typing import Final

from planctl.report.words import Words

ENGLISH: Final = Words(
    "en-GB",
    MappingProxyType(
        {
            "title": "Reports",
            "band": "Delivery of plans",
            "skip": "Skip to the reports",
            "lead.one": "{n} report in this folder.",
            "lead.other": "{n} reports in this folder.",
            "contents": "Terms",
            "caption.one": "{n} report on {term}",
            "caption.other": "{n} reports on {term}",
            "column_plan": "Plan",
            "column_kind": "Kind",
            "column_audience": "For",
            "column_counts": "Where it stands",
            "column_files": "Files",
            "kind_delivery": "Delivery report",
            "kind_annual": "Annual delivery plan",
            "kind_programme": "Programme report",
            "kind_scrutiny": "Scrutiny report",
            "audience_board": "the board",
            "audience_scrutiny": "scrutiny",
            "audience_public": "the public",
            "audience_officer": "officers",
            "count": "{label}: {number} {out_of}",
            "counts_unknown": "see the report",
            "file": "{format}, {size} KB",
            "file_named": "{format}, {size} KB: {plan}, {kind}, for {audience}, {term}",
            "html": "HTML",
            "pdf": "PDF",
            "foot": "This page lists the reports that were in its folder when it was made.",
        }
    ),
)
