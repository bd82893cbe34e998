"""The words of the report's last part: sources, findings, and how to check it."""

from types import MappingProxyType
from typing import Final

SOURCES: Final = MappingProxyType({
    "updates_missing.one": "{n} of {of} updates due in the {term} is missing.",
    "updates_missing.other": "{n} of {of} updates due in the {term} are missing.",
    "no_updates_due_in": "No updates are due in the {term}.",
    "missing_caption": "updates that are missing, and who is asked for them",
    "no_findings": "The checks found nothing.",
    "findings_said.one": "The checks found {n} thing, gathered here by rule.",
    "findings_said.other": "The checks found {n} things, gathered here by rule.",
    "findings_caption": "findings by rule",
    "findings_rest.one": "One more is about {names}.",
    "findings_rest.other": "{n} more are about {names}.",
    "missing_rest.one": "The first {shown} are named; {n} more: {names}.",
    "missing_rest.other": "The first {shown} are named; {n} more: {names}.",
    "rule": "Rule",
    "severity": "Weight",
    "times": "Times",
    "what_and_where": "What was found, and where",
    "places.one": "Place",
    "places.other": "Places",
    "remedy": "What to do",
    "line": "line {n}",
    "files_used.one": "The report was made from this file and nothing else.",
    "files_used.other": "The report was made from these {n} files and nothing else.",
    "no_files": "No file is recorded: the plan was not read from one.",
    "files_caption": "source files",
    "file": "File",
    "lines": "Lines",
    "sha256": "SHA-256",
    "again": (
        "The same files, version and command give this report again. Compare the SHA-256 of each "
        "file with the one above, run the command in the folder that holds the plan's settings, "
        "and hold the two reports against each other."
    ),
    "made_with": "Made with planctl {version}.",
    "waived_said.one": "{n} of them is let stand, for the reason given below.",
    "waived_said.other": "{n} of them are let stand, for the reasons given below.",
    "waived_caption": "findings that are let stand, and why",
    "reason": "Reason",
    "no_reason": "No reason is given.",
    "waived_by": "said by {name}",
    "waived_until": "until {day}",
    "written_in": "Written in",
    "check_code": "Check code",
    "how_to_verify": "{code}. ‘planctl verify’ tells whether this is what its source gives.",
    "foot_check": "{foot} · check {code}",
})  # fmt: skip
