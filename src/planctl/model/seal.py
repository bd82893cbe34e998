"""Seals: what plans said of a term when it was closed, and what was amended since."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from planctl.model.days import Day
from planctl.model.record import Record
from planctl.model.values import Text

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal digits."""

Values = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""uid of an entry → period → field → what was said, as `planctl.model.plain` gives it."""

Agreed = Mapping[str, Mapping[str, tuple[str, ...]]]
"""uid of an entry → field → what was agreed, as one text or several."""


class SealKind(StrEnum):
    """What a seal does."""

    CLOSE = "close"
    AMEND = "amend"


class SealedPlan(Record):
    """One plan in a seal: the files it came from, its fingerprints, and the term's values."""

    place: ClassVar[str] = "the sealed plan"

    title: Text
    """The plan's title on the day."""
    sources: Mapping[str, Sha256] = Field(default_factory=dict)
    """The SHA-256 of each file that the plan came from, by its path in the workspace."""
    agreed_sha256: Sha256
    """The fingerprint of what was agreed."""
    progress_sha256: Sha256
    """The fingerprint of what was known of its progress."""
    values: Values = Field(default_factory=dict)
    """What was said of the term. An amendment has none: it lists its changes."""
    agreed: Agreed = Field(default_factory=dict)
    """What was agreed on the day, entry by entry, for whoever asks later what has moved."""


class Amended(Record):
    """One value of a sealed term that became another; None where there was, or is, none."""

    place: ClassVar[str] = "the amended value"

    plan: Text
    """The id of the plan."""
    uid: Text
    """The uid of the entry that says it."""
    period: Text
    """The period that it is said of."""
    field: Text
    """The name of the value."""
    was: Any = None
    """What was sealed, or amended last."""
    now: Annotated[Any, Field(alias="is")] = None
    """What holds instead."""


class Seal(Record):
    """One link of a workspace's chain: a term that was closed, or an amendment of one."""

    place: ClassVar[str] = "the seal"

    format_version: Literal[1]
    """The version of this shape."""
    kind: SealKind
    """Whether it closes a term or amends one."""
    number: Annotated[int, Field(ge=1)]
    """Its place in the chain, from 1."""
    term: Text
    """The term, in its canonical spelling."""
    date: Day
    """The day on which it was written."""
    by: Text | None = None
    """Who decided it: a party's id, name or alias."""
    minute: Text | None = None
    """Where that is minuted."""
    reason: Text | None = None
    """Why the term was amended."""
    previous: Sha256 | None = None
    """The `sha256` of the seal before it."""
    plans: Mapping[str, SealedPlan]
    """The plans that it is about, by their ids."""
    changes: tuple[Amended, ...] = ()
    """What an amendment changes."""
    sha256: Sha256
    """The hash over its canonical form without this field and the next."""
    check_code: Text
    """The beginning of that hash, for a minute or the foot of a page."""
