"""What a report says of its own making: whom it is for, from which files, and with what."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)

from planctl.errors import ExitCode, PlanctlError
from planctl.fingerprint import canonical, check_code

FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
"""What it is called inside a report."""

_CODE: Final = "check_code"
_NEWER: Final = "it is of format {version}, and this planctl knows {known}: use a newer planctl"

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal digits."""
GitId = Annotated[str, Field(pattern="^([0-9a-f]{40}|[0-9a-f]{64})$")]
"""The id of a commit or a file in git."""
Name = Annotated[str, Field(min_length=1, max_length=1000)]


class DamagedManifestError(PlanctlError):
    """A manifest that planctl cannot have written."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, reason: str) -> None:
        super().__init__(f"{MANIFEST} cannot be used: {reason}.")


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


class SourceRecord(_Part):
    """A file that the report was made from: all of it, also where the report holds an edition."""

    name: Name
    """The file as seen from its workspace."""
    sha256: Digest
    """Over all of its bytes."""
    lines: Annotated[int, Field(ge=0)]
    """How many lines it has."""
    blob: GitId | None = None
    """The id of the file in git; null where it is in none."""
    commit: GitId | None = None
    """The last commit that changed it; null where that is not known."""
    clean: bool | None = None
    """Whether the file is as committed; null without git."""


class PlanRecord(_Part):
    """One plan that the report is about."""

    id: Name
    """The plan's id."""
    title: str
    """The plan's title."""
    source: Name
    """The plan's file, of which the report holds all or an edition."""
    programme: Name | None = None
    """The file of its programme."""
    term: Name
    """The term that is reported on."""
    as_of: Name
    """The day on which all is judged."""
    cut_off: str | None = None
    """The day after which no news came in, where the plan says so."""
    year: str | None = None
    """The year of an annual delivery plan."""


class ComparedRecord(_Part):
    """The version that a plan was held against."""

    plan: Name
    """The plan's file."""
    name: str
    """What the report calls the version."""
    on: str
    """The day on which it was judged."""
    commit: GitId | None = None
    """The commit that holds it; null where that is not known."""


class DeclaringRecord(_Part):
    """Another file whose persons the texts of a plan may name, and which therefore shaped it."""

    source: Name
    """The file that declares them."""
    programme: Name | None = None
    """The file of its programme."""


class EditionRecord(_Part):
    """What was taken out for the audience."""

    version: int
    """Of what is taken out, and how."""
    removed: Mapping[str, int]
    """How many sources, persons, names and contact details that were."""
    declaring: tuple[DeclaringRecord, ...] = ()
    """The other files whose persons were looked for; not written where there are none."""

    @model_serializer(mode="wrap")
    def _written(self, serialised: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # Reports of before this was kept are still in the form in which planctl writes them.
        written: dict[str, Any] = serialised(self)
        return {name: one for name, one in written.items() if one or name != "declaring"}


class FileRecord(_Part):
    """A file that travels in the report."""

    name: Name
    """What it is called inside the report."""
    sha256: Digest
    """Over its bytes."""
    size: Annotated[int, Field(ge=0)]
    """How many bytes it has."""
    mime: str
    """The kind of file."""
    relationship: Literal["Source", "Data"]
    """Source where the report was made from it, Data where it holds what was found."""


class HashedRecord(_Part):
    """A file that is not in the report, and shaped it."""

    name: Name
    """What the file is called."""
    sha256: Digest
    """Over its bytes."""


class MadeWithRecord(_Part):
    """The programs that made the report; null for one that the machine lacks."""

    planctl: str
    """Version of planctl."""
    weasyprint: str | None = None
    """Version of WeasyPrint."""
    pydyf: str | None = None
    """Version of pydyf."""
    pango: str | None = None
    """Version of Pango."""
    harfbuzz: str | None = None
    """Version of HarfBuzz."""


class SealRecord(_Part):
    """The seal of the term, where it is closed."""

    name: Name
    """The seal's file as seen from its workspace."""
    sha256: Digest
    """Over the seal's canonical form: its check code is that of the report."""


class CountRecord(_Part):
    """A figure of the first page: a number out of another."""

    key: Name
    """Which figure it is."""
    number: int
    """The number."""
    of: int
    """Out of how many."""


class ValuesRecord(_Part):
    """What the report says of one plan, as data."""

    plan: Name
    """The plan's file."""
    counts: tuple[CountRecord, ...] = ()
    """The figures of the first page."""
    ratings: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    """Of each action by its ref, the rating in each term that has one."""


class Manifest(_Part):
    """What a report says of its own making; it names no path, clock or machine."""

    format_version: int = FORMAT_VERSION
    """Of this record."""
    kind: Name
    """What sort of report it is."""
    audience: Name
    """Whom it is made for."""
    plans: tuple[PlanRecord, ...]
    """The plans that it is about."""
    sources: tuple[SourceRecord, ...]
    """The files that it was made from."""
    compared: tuple[ComparedRecord, ...] = ()
    """What the plans were held against; a plan that is not named has no earlier version."""
    edition: EditionRecord | None = None
    """What was taken out; null where nothing is, as for officers."""
    files: tuple[FileRecord, ...]
    """What travels in the report beside this record."""
    templates: tuple[HashedRecord, ...]
    """The templates that planctl ships; templates of one's own travel in the report."""
    fonts: tuple[HashedRecord, ...]
    """The fonts that planctl ships."""
    made_with: MadeWithRecord
    """The programs that made it."""
    seal: SealRecord | None = None
    """The seal that it stands on; null where the term is open."""
    values: tuple[ValuesRecord, ...]
    """Its figures and ratings as data."""
    check_code: str = ""
    """What stands at the foot of each page: of the seal, else of all the rest of this record."""

    @property
    def content(self) -> bytes:
        """The record as it travels: canonical JSON."""
        return canonical(self.model_dump(mode="json"))

    @property
    def digest(self) -> bytes:
        """The hash over all but the check code."""
        return hashlib.sha256(canonical(self.model_dump(mode="json", exclude={_CODE}))).digest()

    @property
    def code(self) -> str:
        """The check code that the record should have."""
        return check_code(bytes.fromhex(self.seal.sha256) if self.seal else self.digest)

    def coded(self) -> "Manifest":
        """The same with its check code."""
        return self.model_copy(update={_CODE: self.code})


def read_manifest(content: bytes) -> Manifest:
    """The record that the bytes hold. Raises DamagedManifestError."""
    try:
        written: Any = json.loads(content)
        version = written.get("format_version") if isinstance(written, dict) else None
        if isinstance(version, int) and version > FORMAT_VERSION:
            raise DamagedManifestError(_NEWER.format(version=version, known=FORMAT_VERSION))
        found = Manifest.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "all of it"
        raise DamagedManifestError(f"{where} is not as planctl writes it") from error
    except (ValueError, RecursionError) as error:
        raise DamagedManifestError("it is not JSON") from error
    if found.content != content:
        raise DamagedManifestError("it is not in the form in which planctl writes it")
    return found
