"""The settings of a workspace, as its file holds them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from planctl.findings import did_you_mean
from planctl.settings.choices import FailOn, ReportFormat


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ValidateSettings(_Section):
    """How plans are checked."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = FailOn.ERROR
    strict: StrictBool = False


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
