"""What shows that something was done, and whose word it is."""

from typing import Annotated, ClassVar

from planctl.model.dates import Day
from planctl.model.record import Record
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Ref, Text
from planctl.model.vocabulary import Vocabulary


class Method(Vocabulary):
    """How the evidence was come by."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"
    RESEARCH = "research"


class Perspective(Vocabulary):
    """Whose view the evidence gives."""

    PUPIL = "pupil"
    PARENT = "parent"
    STAFF = "staff"
    PARTNER = "partner"
    OFFICIAL = "official"


class Evidence(Record):
    """One piece of evidence; with a title alone it is described, not yet shown."""

    place: ClassVar[str] = "the piece of evidence"

    id: Ref | None = None
    title: Text
    method: Method | None = None
    source_type: Text | None = None
    perspective: Perspective | None = None
    date: Day | None = None
    locator: Text | None = None
    sha256: Text | None = None
    sample: Text | None = None


EvidenceList = Annotated[tuple[Annotated[Evidence, text_for("title")], ...], ONE_OR_MANY]
