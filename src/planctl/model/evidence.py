"""What shows that something was done, and whose word it is."""

from typing import Annotated, ClassVar

from planctl.model.days import Day
from planctl.model.entity import Entity
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


class Evidence(Entity):
    """One piece of evidence; with a title alone it is described, not yet shown.

    Text alone stands for its `title`.

    Example (in an action):
        evidence:
          - Minutes of the parents' forum
          - id: E2
            title: Reading survey
            method: quantitative
            source_type: survey
            perspective: parent
            date: 2018-02-09
            locator: evidence/reading-survey.csv
            sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            sample: 64 of 210 families
    """

    place: ClassVar[str] = "the piece of evidence"

    id: Ref | None = None
    """A short name such as E2, by which updates can point to it."""
    title: Text
    """What it is, in a few words."""
    method: Method | None = None
    """Whether it counts, describes, or rests on published research."""
    source_type: Text | None = None
    """The sort of thing it is, such as survey, case study or inspection report."""
    perspective: Perspective | None = None
    """Whose view it gives. Judgements of impact need more than one."""
    date: Day | None = None
    """The day on which it was gathered or published."""
    locator: Text | None = None
    """Where it can be found: a path, seen from the folder of the workspace, or a web address."""
    sha256: Text | None = None
    """The SHA-256 digest of the file, so that a later change to it is noticed."""
    sample: Text | None = None
    """How many were asked or looked at, and out of how many."""


EvidenceList = Annotated[tuple[Annotated[Evidence, text_for("title")], ...], ONE_OR_MANY]
