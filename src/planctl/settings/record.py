"""The settings of a workspace, as its file holds them."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planctl.findings import did_you_mean
from planctl.settings.choices import FailOn, ReportFormat


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ValidateSettings(_Section):
    """How plans are checked."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = FailOn.ERROR
    strict: bool = False


class ReportSettings(_Section):
    """How reports are made."""

    format: ReportFormat = ReportFormat.BOTH
    output: str = "build"


class Settings(_Section):
    """Everything that planctl.toml can hold."""

    checks: Annotated[ValidateSettings, Field(alias="validate")] = ValidateSettings()
    report: ReportSettings = ReportSettings()


SECTIONS: Final[Mapping[str, type[_Section]]] = {
    "validate": ValidateSettings,
    "report": ReportSettings,
}


def read_settings(written: Mapping[str, Any]) -> Settings | str:
    """The settings that a file holds, or what is wrong with the first one that is."""
    try:
        return Settings.model_validate(written)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
    loc = [str(step) for step in detail["loc"]]
    where = ".".join(loc)
    if detail["type"] != "extra_forbidden":
        return f"{where} = {detail['input']!r} cannot be used: {_expected(loc)}"
    near = did_you_mean(loc[-1], names_in(loc[:-1]))
    hint = f"Did you mean {near}?" if near else f"Known are {', '.join(names_in(loc[:-1]))}."
    return f"{where} is not a setting. {hint}"


def names_in(section: list[str]) -> tuple[str, ...]:
    """The names that a section takes; of the file itself, its sections."""
    if not section:
        return tuple(SECTIONS)
    fields = SECTIONS[section[0]].model_fields if section[0] in SECTIONS else {}
    return tuple(field.alias or name for name, field in fields.items())


def _expected(loc: list[str]) -> str:
    words = {"fail-on": FailOn, "format": ReportFormat}
    if loc[-1] in words:
        return f"it takes {', '.join(words[loc[-1]])}."
    return "it takes " + {
        "strict": "true or false.",
        "output": "the name of a folder, in quotes.",
    }.get(loc[-1], "a list of rules in square brackets, each in quotes.")
