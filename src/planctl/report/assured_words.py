"""The words by which a report says how far it can be relied on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "assured_moved": "What was agreed",
    "assured_no_seal": "Since the last close: not known, no earlier term has been closed.",
    "assured_since_seal": "Since the close of {name} ({day}): {changes}.",
    "assured_since_approval": "Since it was approved ({name}, {day}): {changes}.",
    "assured_since_undated": "Since it was approved ({name}): {changes}.",
    "assured_nothing": "nothing changed",
    "assured_texts.one": "{n} text changed",
    "assured_texts.other": "{n} texts changed",
    "assured_targets.one": "{n} target changed",
    "assured_targets.other": "{n} targets changed",
    "assured_times.one": "{n} date or schedule changed",
    "assured_times.other": "{n} dates or schedules changed",
    "assured_others.one": "{n} other value changed",
    "assured_others.other": "{n} other values changed",
    "assured_added.one": "{n} entry added",
    "assured_added.other": "{n} entries added",
    "assured_gone.one": "{n} entry dropped",
    "assured_gone.other": "{n} entries dropped",
    "assured_undecided.one": "{n} of these changes has no recorded decision.",
    "assured_undecided.other": "{n} of these changes have no recorded decision.",
    "assured_greens": "Who has looked",
    "assured_no_greens": "No action is said to be on track or complete.",
    "assured_greens_line.one": "{n} action on track or complete: {own} by its owner’s word alone, "
    "{checked}; {bare} without evidence.",
    "assured_greens_line.other": "{n} actions on track or complete: {own} by their owners’ word "
    "alone, {checked}; {bare} without evidence.",
    "assured_checked": "{n} of {total} checked by others: {stood} stood",
    "assured_unchecked": "none checked by others",
    "assured_approved": "Approved by",
    "assured_approval": "{role}: {who} ({evidenced})",
    "assured_signed": "signed",
    "assured_recorded": "recorded",
    "assured_unminuted": "recorded, without a minute",
    "assured_corrected": "Corrected since",
    "assured_correction.one": "{term}: {n} value, on {day} ({minute})",
    "assured_correction.other": "{term}: {n} values, on {day} ({minute})",
    "assured_why": "{what}: {reason}",
    "assured_broken": "Closed terms",
    "assured_rewritten.one": "{n} value is no longer what was sealed, and nobody has amended it.",
    "assured_rewritten.other": "{n} values are no longer what was sealed, and nobody has amended "
    "them.",
    "assured_faults.one": "The chain of seals does not hold: {n} fault.",
    "assured_faults.other": "The chain of seals does not hold: {n} faults.",
})  # fmt: skip
