"""What a file may not be or hold, with the words for it; one table for findings and catalogue."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.findings import Finding, Related, Severity, Span

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_DEPTH: Final = 64
MAX_SCALAR: Final = 64 * 1024
MAX_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Refusal:
    """One code: what it finds, what is said of a case of it, and the remedy."""

    name: str
    summary: str
    message: str
    help: str


REFUSALS: Final = MappingProxyType({
    "PLN001": Refusal(
        "not-yaml", "A file is written in YAML.",
        "{problem}", "{remedy}",
    ),
    "PLN002": Refusal(
        "not-utf8", "A file is saved as UTF-8.",
        "the file is not saved as UTF-8 (byte {offset} is {byte})",
        "{guess} Save it as UTF-8 (in most editors: Save as, Encoding: UTF-8).",
    ),
    "PLN003": Refusal(
        "control-character", "A file holds no characters that act without being seen.",
        "the text holds {character}, which cannot be seen",
        "Delete the word at the mark and type it again; pasted text brings such characters along.",
    ),
    "PLN004": Refusal(
        "tab-indent", "Lines are indented with spaces.",
        "a tab stands where only spaces may", "Use spaces: two for each step to the right.",
    ),
    "PLN005": Refusal(
        "alias", "Every value is written where it stands.",
        "text may not begin with {written[0]} unless it is in quotes: {written}",
        "Put quotes round the whole text. If it was to repeat another value, write that out here.",
    ),
    "PLN006": Refusal(
        "tag", "A file holds no YAML tags.",
        "text may not begin with {written[0]} unless it is in quotes: {written}",
        "Put quotes round the whole text. If it was to tell a program what to do, delete it.",
    ),
    "PLN007": Refusal(
        "merge-key", "A file holds no merge keys.",
        "<< takes fields from elsewhere, which a plan may not do", "Write the fields out here.",
    ),
    "PLN008": Refusal(
        "duplicate-key", "A field is given once.",
        "{key} is given twice", "Keep one of them.",
    ),
    "PLN009": Refusal(
        "second-document", "A file holds one document.",
        "three hyphens begin a second document here",
        "Delete the line; or move what follows to a file of its own.",
    ),
    "PLN010": Refusal(
        "too-deep", f"A file is nested at most {MAX_DEPTH} deep.",
        f"more than {MAX_DEPTH} lists or groups of fields stand one inside the other here",
        "Take brackets away, or move it further left; a plan needs about ten such levels.",
    ),
    "PLN011": Refusal(
        "too-large", f"A file has at most {MAX_BYTES // 1024 // 1024} MiB.",
        f"the file has {{size}} MiB; planctl reads up to {MAX_BYTES // 1024 // 1024} MiB",
        "Split the plan, one file for each priority.",
    ),
    "PLN012": Refusal(
        "scalar-too-large", f"A text has at most {MAX_SCALAR:,} characters.",
        f"this text has {{length}} characters; planctl reads up to {MAX_SCALAR:,}",
        "Shorten it, or keep it in a document of its own and name that.",
    ),
    "PLN013": Refusal(
        "complex-key", "A field's name is plain text.",
        "the field's name in front of the colon is {what}",
        "Write one name in front of the colon; if brackets are part of it, put quotes round it.",
    ),
    "PLN014": Refusal(
        "empty-file", "A file holds something.",
        "the file is empty",
        "Write format, id and title in it, or delete the file. Lines behind a # do not count.",
    ),
    "PLN015": Refusal(
        "binary-file", "A file is plain text.",
        "this is not a text file",
        "A plan is plain text: a Word document, a PDF or a picture stays one under another name. "
        "Name the file that holds the plan.",
    ),
})  # fmt: skip

FATAL: Final = frozenset({
    "PLN001", "PLN002", "PLN003", "PLN004", "PLN009", "PLN010", "PLN011", "PLN014", "PLN015",
})  # fmt: skip
"""After these the rest of the file is not judged."""


def refused(
    code: str, file: str, span: Span, related: tuple[Related, ...] = (), **words: object
) -> Finding:
    """The finding for one case of a refusal; `words` fill its sentences."""
    refusal = REFUSALS[code]
    return Finding(
        code,
        refusal.name,
        Severity.ERROR,
        refusal.message.format(**words),
        refusal.help.format(**words).strip(),
        file=file,
        span=span,
        related=related,
    )


def shortened(written: str) -> str:
    """The text on one line, short enough for a message."""
    text = " ".join(written.split())
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def too_large(file: str, size: int) -> Finding:
    """The finding for a file of that many bytes."""
    return refused("PLN011", file, Span(1, 1, 1, 1), size=f"{size / 1024 / 1024:.1f}")
