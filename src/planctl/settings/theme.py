"""The look of one's own: name, logo, colours and the line at the foot of each page."""

from typing import Annotated, Final, Self

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from planctl.settings.colours import (
    ACCENT,
    INK,
    LINK,
    SHADE,
    TEXT,
    WHITE,
    darkened,
    least_contrast,
)
from planctl.settings.section import Section

TOLD: Final = "told"
"""The type of an error whose message says all; the place comes before it."""

_GROUNDS: Final = {WHITE: "white", SHADE: "the grey that stands behind some lines"}
_ONE_LINE: Final = r"^[^\x00-\x1f\x7f]*$"


def _readable(colour: str) -> str:
    ratio, ground = least_contrast(colour, _GROUNDS)
    if ratio < TEXT:
        raise PydanticCustomError(
            TOLD,
            "has a contrast of {ratio}:1 with {ground}; text needs {least}:1. {darker} is the "
            "nearest darker colour that has it.",
            {
                # Cut, not rounded: 4.496 must not be said to be 4.5.
                "ratio": f"{int(ratio * 100) / 100:.2f}",
                "ground": f"{_GROUNDS[ground]} ({ground})",
                "least": f"{TEXT:g}",
                "darker": darkened(colour, _GROUNDS),
            },
        )
    return colour


Colour = Annotated[
    str,
    StringConstraints(pattern=r"(?i)^#[0-9a-f]{6}$", to_lower=True, strict=True),
    AfterValidator(_readable),
]
"""A colour in which text can be read on the page."""


def _line(longest: int) -> StringConstraints:
    return StringConstraints(
        strict=True, strip_whitespace=True, min_length=1, max_length=longest, pattern=_ONE_LINE
    )


class ThemeSettings(Section):
    """How reports look: whose they are, and in which colours."""

    name: Annotated[str, _line(80)] | None = None
    """The organisation as reports name it, and what is read out in place of the logo."""
    logo: Annotated[str, StringConstraints(strict=True, pattern=r"(?i)^.+\.(png|svg)$")] | None = (
        None
    )
    """A PNG or SVG file, as seen from the folder of the settings."""
    accent: Colour = ACCENT
    """The band at the top, the kind of report, and lines at the side."""
    heading: Colour = INK
    """Headings."""
    link: Colour = LINK
    """Links."""
    footer: Annotated[str, _line(120)] | None = None
    """A line at the foot of each page, below that of the report."""

    @model_validator(mode="after")
    def _logo_is_named(self) -> Self:
        if self.logo and not self.name:
            raise PydanticCustomError(
                TOLD,
                "has a logo and no name. Add name: it is read out to those who cannot see the "
                "logo.",
            )
        return self
