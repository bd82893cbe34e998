"""The settings of a workspace, as its file holds them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from planctl.findings import Severity, did_you_mean
from planctl.settings.choices import FailOn, Profile, ReportFormat


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Thresholds(_Section):
    """Where rules draw a line, each a whole number of hundredths or of things."""

    overloaded_party: Annotated[int, Field(alias="overloaded-party", ge=1, le=100)] = 33
    """Of the action rows, in hundredths: for more than these one party is too few."""
    crowded_period: Annotated[int, Field(alias="crowded-period", ge=1, le=100)] = 60
    """Of the action rows, in hundredths: more than these crowd one period."""
    near_duplicate: Annotated[int, Field(alias="near-duplicate", ge=1, le=100)] = 90
    """How alike two texts are, in hundredths, that say the same thing twice."""
    unmoved_terms: Annotated[int, Field(alias="unmoved-terms", ge=2, le=12)] = 2
    """For how many terms an action may stay at risk or off track."""


class ValidateSettings(_Section):
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


class ReportSettings(_Section):
    """How reports are made."""

    format: ReportFormat = ReportFormat.BOTH
    output: Annotated[str, Field(min_length=1)] = "build"


class Settings(_Section):
    """Everything that planctl.toml can hold."""

    checks: Annotated[ValidateSettings, Field(alias="validate")] = ValidateSettings()
    report: ReportSettings = ReportSettings()


SECTIONS: Final[Mapping[str, type[_Section]]] = MappingProxyType({
    "validate": ValidateSettings,
    "report": ReportSettings,
})  # fmt: skip

_RULES: Final = "a list of rules in square brackets, each in quotes"
_TAKES: Final = MappingProxyType({
    "select": _RULES,
    "ignore": _RULES,
    "fail-on": "error, warning, info or never",
    "strict": "true or false",
    "profile": "analyst or auditor",
    "severity": "a table of rules, each with error, warning or info",
    "per-file": "a table of file patterns, each with a list of rules",
    "thresholds": "a table of whole numbers",
    "format": "html, pdf or both",
    "output": "the name of a folder, in quotes",
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
    if len(steps) < len(("validate", "strict")):
        names = ", ".join(names_in(steps))
        return f"{'.'.join(steps) or 'planctl'} is a table. It takes {names}, each on its own line."
    where = ".".join(steps)
    return f"{where} = {detail['input']!r} cannot be used. It takes {_TAKES[steps[-1]]}."


def names_in(section: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a section takes; of the file itself, its sections."""
    if not section:
        return tuple(SECTIONS)
    fields = SECTIONS[section[0]].model_fields
    return tuple(field.alias or name for name, field in fields.items())


def _unknown(steps: tuple[str, ...]) -> str:
    *section, name = steps
    known = names_in(tuple(section))
    at_home = [f"{other}.{name}" for other in SECTIONS if name in names_in((other,))]
    near = did_you_mean(name, known) or next(iter(at_home), None)
    hint = f"Did you mean {near}?" if near else f"Known are {', '.join(known)}."
    return f"{'.'.join(steps)} is not a setting. {hint}"
