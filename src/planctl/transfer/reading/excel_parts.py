"""The parts of a workbook as XML, and which of them refers to which."""

import posixpath
import zipfile
from typing import Any, Final
from xml.etree.ElementTree import Element, fromstring

_CHECKED: Final = (".xml", ".rels")
"""How the parts are called that were looked through for what could do harm."""


def parsed(archive: zipfile.ZipFile, part: str) -> Any:
    """The part's root. Raises KeyError where there is none, ValueError for one that is no XML."""
    # No document type can stand in it: a file with one is not opened.
    return fromstring(archive.read(checked(part)))  # noqa: S314


def checked(part: str) -> str:
    """The name of a part that the check of the archive has read. Raises ValueError."""
    if not part.endswith(_CHECKED):
        raise ValueError(f"{part} is not called as XML is")
    return part


def related(archive: zipfile.ZipFile, part: str, kind: str) -> list[str]:
    """The paths of the parts of that kind that one refers to; no part is the whole workbook."""
    return [path for its, path in targets(archive, part).values() if its == kind]


def targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The parts that one refers to, by number: what each is, and its path."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.namelist():
        return {}
    return {
        one.get("Id") or "": (
            (one.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/"),
        )
        for one in parsed(archive, rels)
        if one.get("TargetMode") != "External"
    }


def name_of(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text of a string, without the sounds of its signs; an escaped underscore is one."""
    found = []
    for child in element:
        name = name_of(child)
        if name == "t":
            found.append(child.text or "")
        elif name == "r":
            found += [one.text or "" for one in child if name_of(one) == "t"]
    return "".join(found).replace("x005F_", "")


def number_in(element: Element) -> str:
    """The number under which an element names another part; empty for one that names none."""
    return next((value for name, value in element.items() if name.endswith("}id")), "")
