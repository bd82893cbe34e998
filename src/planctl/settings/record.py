"""The settings of a workspace, as its file holds them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import Field, StrictBool, ValidationError

from planctl.findings import Severity, did_you_mean
from planctl.settings.choices import FailOn, Profile, ReportFormat
from planctl.settings.section import Section
from planctl.settings.theme import TOLD, ThemeSettings


class Thresholds(Section):
    """Where rules draw a line, each a whole number of hundredths or of things."""

    overloaded_party: Annotated[int, Field(alias="overloaded-party", ge=1, le=100)] = 33
    """Of the action rows, in hundredths: for more than these one party is too few."""
    crowded_period: Annotated[int, Field(alias="crowded-period", ge=1, le=100)] = 60
    """Of the action rows, in hundredths: more than these crowd one period."""
    near_duplicate: Annotated[int, Field(alias="near-duplicate", ge=1, le=100)] = 90
    """How alike two texts are, in hundredths, that say the same thing twice."""
    unmoved_terms: Annotated[int, Field(alias="unmoved-terms", ge=2, le=12)] = 2
    """For how many terms an action may stay at risk or off track."""


class ValidateSettings(Section):
    """How plans are checked."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = FailOn.ERROR
    strict: StrictBool = False
    profile: Profile = Profile.ANALYST
    severity: Mapping[str, Severity] = Field(default_factory=dict)
    """Severities by code or name of a rule, in place of its own."""
    per_file: Mapping[str, tuple[str, ...]] = Field(default_factory=dict, alias="per-file")
    """Rules that are left out for files, by patterns such as `plans/old-*.yaml`."""
    thresholds: Thresholds = Thresholds()


class ReportSettings(Section):
    """How reports are made."""

    format: ReportFormat = ReportFormat.BOTH
    output: Annotated[str, Field(min_length=1)] = "build"


class WorkspaceSettings(Section):
    """Where the plans are."""

    exclude: tuple[str, ...] = ()
    """Folders and files that hold no plans of this workspace, as patterns such as `archive/*`."""


class Settings(Section):
    """Everything that planctl.toml can hold."""

    checks: Annotated[ValidateSettings, Field(alias="validate")] = ValidateSettings()
    report: ReportSettings = ReportSettings()
    theme: ThemeSettings = ThemeSettings()
    workspace: WorkspaceSettings = WorkspaceSettings()


SECTIONS: Final[Mapping[str, type[Section]]] = MappingProxyType({
    "validate": ValidateSettings,
    "report": ReportSettings,
    "theme": ThemeSettings,
    "workspace": WorkspaceSettings,
})  # fmt: skip

_TABLES: Final[Mapping[tuple[str, ...], type[Section]]] = MappingProxyType({
    ("validate", "thresholds"): Thresholds,
})  # fmt: skip
"""Tables inside a section whose names are fixed."""

_COLOUR: Final = "a colour in quotes, such as '#12436d'"
_RULES: Final = "a list of rules in square brackets, each in quotes"
_TAKES: Final = MappingProxyType({
    "select": _RULES,
    "ignore": _RULES,
    "fail-on": "error, warning, info or never",
    "strict": "true or false",
    "profile": "analyst or auditor",
    "severity": "a table in which each rule has error, warning or info",
    "per-file": "a table in which each pattern of file names has a list of rules",
    "thresholds": "a table of whole numbers",
    "overloaded-party": "a whole number from 1 to 100",
    "crowded-period": "a whole number from 1 to 100",
    "near-duplicate": "a whole number from 1 to 100",
    "unmoved-terms": "a whole number from 2 to 12",
    "format": "html, pdf or both",
    "output": "the name of a folder, in quotes",
    "name": "the name of an organisation in quotes, of 80 characters at most",
    "logo": "the name of a PNG or SVG file, in quotes",
    "accent": _COLOUR,
    "heading": _COLOUR,
    "link": _COLOUR,
    "exclude": "a list of folders and files in square brackets, each in quotes",
    "footer": "one line of text in quotes, of 120 characters at most",
})  # fmt: skip


def read_settings(written: Any) -> Settings | str:
    """The settings that a file holds, or what is wrong with the first one that is."""
    try:
        return Settings.model_validate(written)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
    # The place within a list says nothing that the value does not.
    steps = tuple(step for step in detail["loc"] if isinstance(step, str))
    if detail["type"] == "extra_forbidden":
        return _unknown(steps)
    if detail["type"] == TOLD:
        return _told(steps, detail["input"], detail["msg"])
    if len(steps) < len(("validate", "strict")):
        names = ", ".join(names_in(steps))
        return f"{'.'.join(steps) or 'planctl'} is a table. It takes {names}, each on its own line."
    where = ".".join(steps)
    takes = next(_TAKES[step] for step in reversed(steps) if step in _TAKES)
    return f"{where} = {detail['input']!r} cannot be used. It takes {takes}."


def names_in(section: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a section takes; of the file itself, its sections."""
    if not section:
        return tuple(SECTIONS)
    table = SECTIONS[section[0]] if len(section) == 1 else _TABLES.get(section)
    fields = table.model_fields if table else {}
    return tuple(field.alias or name for name, field in fields.items())


def _told(steps: tuple[str, ...], given: Any, message: str) -> str:
    value = "" if isinstance(given, dict) else f" = {given!r}"
    return f"{'.'.join(steps)}{value} {message}"


def _unknown(steps: tuple[str, ...]) -> str:
    *section, name = steps
    known = names_in(tuple(section))
    at_home = [f"{other}.{name}" for other in SECTIONS if name in names_in((other,))]
    near = did_you_mean(name, known) or next(iter(at_home), None)
    hint = f"Did you mean {near}?" if near else f"Known are {', '.join(known)}."
    return f"{'.'.join(steps)} is not a setting. {hint}"
