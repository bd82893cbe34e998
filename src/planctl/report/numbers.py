"""The numbers of a report's tables, in the order in which they are printed."""

from dataclasses import dataclass

from planctl.report.words import Words


@dataclass(slots=True)
class Numbers:
    """Counts the tables of one report while it is put together."""

    words: Words
    given: int = 0

    def caption(self, text: str) -> str:
        """The caption of the next table."""
        self.given += 1
        return self.words.table(self.given, text)
