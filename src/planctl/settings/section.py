"""What every table of the settings has in common."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A table of settings: what it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
