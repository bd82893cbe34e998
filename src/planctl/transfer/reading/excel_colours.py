"""The colours of Excel's cells, some of which are only numbers of a palette."""

import re
from dataclasses import dataclass
from typing import Any, Final

_COLOUR: Final = re.compile(
    rb"<a:(dk1|lt1|dk2|lt2|accent[1-6])>\s*"
    rb"<a:(?:srgbClr val|sysClr [^>]*lastClr)=\"([0-9A-Fa-f]{6})\""
)
_PLACES: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a workbook's theme by their numbers."""

    theme: tuple[str, ...] = ()

    @classmethod
    def of(cls, theme: bytes | None) -> "Palette":
        """The palette that the theme's XML holds."""
        found = {name.decode(): value.decode() for name, value in _COLOUR.findall(theme or b"")}
        return cls(tuple(found.get(name, "") for name in _PLACES))

    def fill_of(self, cell: Any) -> str:
        """The colour of a cell as six hexadecimal digits; nothing for one without."""
        fill = cell.fill if cell.has_style else None
        if fill is None or fill.fill_type != "solid":
            return ""
        return self._hexadecimal(fill.fgColor)

    def _hexadecimal(self, colour: Any) -> str:
        if colour.type == "rgb" and isinstance(colour.rgb, str):
            return colour.rgb[-6:]
        if colour.type == "theme" and colour.theme < len(self.theme):
            return _tinted(self.theme[colour.theme], float(colour.tint or 0))
        if colour.type == "indexed":
            from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415 - as the workbook's reader

            known = COLOR_INDEX[colour.indexed] if colour.indexed < len(COLOR_INDEX) else ""
            return known[-6:]
        return ""


def _tinted(base: str, tint: float) -> str:
    """The colour made lighter, or darker for a tint below nought."""
    if not base:
        return ""
    parts = [int(base[place : place + 2], 16) for place in (0, 2, 4)]
    mixed = (one + (255 - one) * tint if tint > 0 else one * (1 + tint) for one in parts)
    return "".join(f"{round(one):02X}" for one in mixed)
