"""Text of a plan: paragraphs with the facts they state, and numbered passages."""

from typing import Annotated, ClassVar

from planctl.model.record import Record
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Text


class Fact(Record):
    """A figure or statement that a paragraph rests on.

    Text alone stands for its `text`.

    Example (in a plan):
        diagnosis:
          - text: Too many children start school with few words.
            facts:
              - text: Five-year-olds below the expected level in speech
                value: 31%
                source: Returns of the health visitors
    """

    place: ClassVar[str] = "the fact"

    text: Text
    """What is stated, in words that can be checked."""
    value: Text | None = None
    """The figure as it is printed, with its sign or unit."""
    source: Text | None = None
    """Where the figure can be looked up."""


class Paragraph(Record):
    """A paragraph, with the facts it states.

    Text alone stands for its `text`.

    Example (in a plan):
        diagnosis:
          - Parents told us that they feel shut out after the first year of school.
          - text: Attendance falls in the second half of each term.
            facts: [Attendance is lowest in the weeks before a holiday]
    """

    place: ClassVar[str] = "the paragraph"

    text: Text
    """The paragraph itself."""
    facts: Annotated[tuple[Annotated[Fact, text_for("text")], ...], ONE_OR_MANY] = ()
    """The figures and statements in it that others may wish to check."""


class Passage(Record):
    """A passage of a longer text, with the number that it is printed with.

    Text alone stands for its `text`.

    Example (in a plan):
        narrative:
          - {number: "1.1", text: The inquiry began with a question that parents had put.}
          - {number: "1.2", text: Two focus areas were agreed.}
          - The numbering of the printed text ends here.
    """

    place: ClassVar[str] = "the passage"

    number: Text | None = None
    """The number as it is printed. It may be missing, and it may occur twice."""
    text: Text
    """What the passage says."""


Texts = Annotated[tuple[Text, ...], ONE_OR_MANY]
"""One text, or several."""

Paragraphs = Annotated[tuple[Annotated[Paragraph, text_for("text")], ...], ONE_OR_MANY]
Passages = Annotated[tuple[Annotated[Passage, text_for("text")], ...], ONE_OR_MANY]
