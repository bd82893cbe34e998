"""The closed choices that settings and options share."""

from enum import StrEnum

from planctl.findings import Severity


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The severity, or None when nothing fails."""
        return None if self is FailOn.NEVER else Severity(self.value)


class Profile(StrEnum):
    """For whom plans are checked: whoever writes them, or whoever audits them."""

    ANALYST = "analyst"
    AUDITOR = "auditor"


class ReportFormat(StrEnum):
    """What files a report is written as."""

    HTML = "html"
    PDF = "pdf"
    BOTH = "both"
