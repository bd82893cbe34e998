"""Pictures that may stand in a report: PNG and SVG, checked, and carried inside the page."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from struct import unpack
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring
from zlib import crc32

LARGEST: Final = 256 * 1024
"""Bytes of a picture, which goes into every report."""

_WIDEST: Final = 4000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_CHUNK: Final = 12
_HEADER: Final = 13
_MOVES: Final = b"acTL"
_EMBEDDED: Final = re.compile(
    r'(?<=\ssrc=")data:(image/png|image/svg\+xml);base64,((?:[A-Za-z0-9+/]{4})+'
    r'(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)(?=")'
)
_SVG: Final = "{http://www.w3.org/2000/svg}"
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_DRAWN: Final = frozenset({
    "svg", "g", "defs", "title", "desc", "metadata", "style", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask",
})  # fmt: skip
_LETTERS: Final = frozenset({"text", "tspan", "textPath", "tref", "font", "font-face"})
_OUTSIDE: Final = re.compile(
    r"url\(\s*['\"]?\s*(?!['\"#\s])|@|\\|:\s*expression|javascript:", re.IGNORECASE
)
_PLAIN: Final = "Save it as a plain SVG of shapes alone."
_SIZE: Final = re.compile(r"^\s*\d+(\.\d+)?\s*(px|pt|mm|cm|in)?\s*$")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that has been checked: what it is, and its bytes."""

    mime: str
    content: bytes

    @property
    def address(self) -> str:
        """The picture as an address that holds all of it."""
        return f"data:{self.mime};base64,{b64encode(self.content).decode()}"


def read_picture(content: bytes) -> Picture | str:
    """The picture that the bytes are, or why they may not stand in a report."""
    if len(content) > LARGEST:
        return (
            f"it is larger than {LARGEST // 1024} KiB, and it goes into every report. "
            "Save it smaller: a logo is printed about 12 mm high."
        )
    is_png = content.startswith(_PNG)
    fault = _png_fault(content) if is_png else _svg_fault(content)
    return fault or Picture("image/png" if is_png else "image/svg+xml", content)


def taken_out(page: str, scheme: str) -> tuple[str, Mapping[str, Picture]]:
    """The page with its sound pictures replaced by addresses of the scheme, and what these mean.

    A picture that is not sound keeps its own address.
    """
    pictures: dict[str, Picture] = {}

    def named(found: re.Match[str]) -> str:
        # Too long for a sound picture: not worth the decoding.
        picture = read_picture(b64decode(found[2])) if len(found[2]) <= LARGEST * 2 else ""
        if isinstance(picture, str) or picture.mime != found[1]:
            return found[0]
        known = [name for name, one in pictures.items() if one == picture]
        name = known[0] if known else f"{scheme}{len(pictures)}"
        pictures[name] = picture
        return name

    return _EMBEDDED.sub(named, page), MappingProxyType(pictures)


def _png_fault(content: bytes) -> str:
    chunks = tuple(_chunks(content))
    kinds = [kind for kind, _, _ in chunks]
    is_whole = kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]
    if not (is_whole and all(sound for _, _, sound in chunks) and len(chunks[0][1]) == _HEADER):
        return "it is a PNG that is damaged. Save it again."
    if _MOVES in kinds:
        return "it is a PNG that moves. Save one frame of it."
    width, height = unpack(">II", chunks[0][1][:8])
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        return f"it has {width} by {height} pixels; {_WIDEST} is the most. Save it smaller."
    return ""


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Kind and bytes of each part of a PNG, and whether it is as long and as written as it says."""
    at = len(_PNG)
    while at < len(content):
        (length,) = unpack(">I", content[at : at + 4].ljust(4, b"\0"))
        inside = content[at + 4 : at + 8 + length]
        written = content[at + 8 + length : at + _CHUNK + length]
        yield inside[:4], inside[4:], written == crc32(inside).to_bytes(4, "big")
        at += _CHUNK + length


def _svg_fault(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "it is neither a PNG nor an SVG. Save it as one of them."
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?xml-stylesheet" in text:
        return (
            "it is an SVG with a DOCTYPE, entities or a style sheet of its own. Save it as a "
            "plain SVG."
        )
    try:
        root = fromstring(text)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    except (ParseError, ValueError):
        return "it is neither a PNG nor an SVG. Save it as one of them."
    if root.tag != f"{_SVG}svg":
        return "it is neither a PNG nor an SVG. Save it as one of them."
    if not root.get("viewBox") and not _is_sized(root):
        return "it is an SVG without a size. Save it with a viewBox."
    return next((fault for element in root.iter() if (fault := _element_fault(element))), "")


def _is_sized(root: Element) -> bool:
    return all(_SIZE.match(root.get(side, "")) for side in ("width", "height"))


def _element_fault(element: Element) -> str:
    """Why the element may not be there; those of drawing programs' own are never drawn."""
    name = element.tag.removeprefix(_SVG).removeprefix(_XHTML)
    if name in _LETTERS:
        return f"it is an SVG with letters ({name}). Turn them into paths, then save it again."
    if element.tag.startswith((_SVG, _XHTML)) and name not in _DRAWN:
        return f"it is an SVG with <{name}>, which no report carries. {_PLAIN}"
    if name == "style" and _OUTSIDE.search("".join(element.itertext())):
        return f"it is an SVG whose <style> asks for something else. {_PLAIN}"
    return next(
        (fault for key, value in element.items() if (fault := _attribute_fault(key, value))), ""
    )


def _attribute_fault(key: str, value: str) -> str:
    name = key.rpartition("}")[2].casefold()
    if key.startswith("{") and name != "href":
        return ""
    if name.startswith("on"):
        return f"it is an SVG that holds a script ({name}). {_PLAIN}"
    if name in {"href", "src"} and not value.strip().startswith("#"):
        return f"it is an SVG that points outside itself ({name}). {_PLAIN}"
    if _OUTSIDE.search(value):
        return f"it is an SVG that asks for something else ({name}). {_PLAIN}"
    return ""
