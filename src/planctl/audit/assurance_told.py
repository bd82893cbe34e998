"""What can be said for a report, as its reader may see it, and as a file that travels with it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from planctl.audit.assurance import Assurance, Correction
from planctl.audit.edition import Edition
from planctl.fingerprint import canonical

ASSURANCE: Final = "assurance.json"
"""The name of the file that travels with a report."""

Assured = Mapping[str, Assurance]
"""What can be said for the report on each plan, by the plan's id."""


def assurance_told(one: Assurance, edition: Edition) -> Assurance:
    """The same as the edition's reader may see it.

    The public reads how much was corrected, when and where that is minuted; not by whom, nor what
    was said before, whose persons the edition does not know.
    """
    if not edition.hides_persons:
        return one
    said = edition.said
    return replace(
        one,
        prepared_by=said(one.prepared_by),
        approvals=tuple(
            replace(each, role=said(each.role), by=said(each.by), minute=said(each.minute))
            for each in one.approvals
        ),
        corrections=tuple(_told(each, edition) for each in one.corrections),
        undecided=tuple(replace(each, was=(), now=()) for each in one.undecided),
    )


def assurance_content(assured: Assured) -> bytes:
    """All of it as a file of the report, in canonical form."""
    return canonical(_adapter().dump_python(dict(assured), mode="json", by_alias=True))


def assurance_in(content: bytes) -> Assured:
    """What such a file holds. Raises ValueError for any other."""
    return _adapter().validate_json(content)


@cache
def _adapter() -> TypeAdapter[dict[str, Assurance]]:
    return TypeAdapter(dict[str, Assurance])


def _told(one: Correction, edition: Edition) -> Correction:
    minute = edition.said(one.minute)
    return replace(one, by="", reason="", minute=minute, changes=())
