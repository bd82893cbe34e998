"""Files that travel inside a PDF: its source and its data, associated with it as PDF/A-3 asks."""

from codecs import BOM_UTF16_BE
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from typing import Literal

from planctl.report.conformance import Press


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to put into a PDF: what it is called, what it is, and how the report came of it.

    `relationship` is Source where the report was made from the file, Data where the file holds the
    report's figures.
    """

    name: str
    content: bytes
    mime: str
    relationship: Literal["Source", "Data"]
    description: str


def attach(pdf: Press, attachments: Sequence[Attachment]) -> None:
    """Puts the files into the PDF, dated as the document itself; no two may share a name.

    WeasyPrint's own way asks the machine for the kind of a file and the clock for its date, and
    lists each file twice among those associated.
    """
    if not attachments:
        return
    # Brings in the whole of WeasyPrint, whose untyped library for the objects of a PDF it is.
    from weasyprint.pdf import pydyf  # noqa: PLC0415

    names, associated = pydyf.Array(), pydyf.Array()
    for one in sorted(attachments, key=_sought):
        reference = _specification(pdf, pydyf, one)
        names.extend([pydyf.String(one.name), reference])
        associated.append(reference)
    tree = pydyf.Dictionary({"Names": names})
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree
    pdf.catalog["AF"] = associated


def _sought(attachment: Attachment) -> bytes:
    """The name as the PDF has it: a reader finds it by halving the list."""
    name = attachment.name
    return name.encode() if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")


def _specification(pdf: Press, pydyf: Press, attachment: Attachment) -> Press:
    """The reference of the file's specification, which is put into the PDF with its content."""
    about = _about(pdf, pydyf, attachment)
    content = pydyf.Stream([attachment.content], about, compress=True)
    pdf.add_object(content)
    # Some programs save under this name, and take no folder in it; the list has the whole name.
    name = pydyf.String(attachment.name.replace("/", "-"))
    specification = pydyf.Dictionary({
        "Type": "/Filespec",
        "F": name,
        "UF": name,
        "Desc": pydyf.String(attachment.description),
        "AFRelationship": f"/{attachment.relationship}",
        "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
    })  # fmt: skip
    pdf.add_object(specification)
    return specification.reference


def _about(pdf: Press, pydyf: Press, attachment: Attachment) -> Press:
    """What the PDF says of the file's content."""
    # The format has no other checksum; this one guards against damage alone.
    checksum = md5(attachment.content, usedforsecurity=False).hexdigest()
    day = pdf.info.get("ModDate")
    dates = {"CreationDate": day, "ModDate": day} if day else {}
    sizes = {"Size": len(attachment.content), "CheckSum": f"<{checksum}>"}
    return pydyf.Dictionary({
        "Type": "/EmbeddedFile",
        "Subtype": pydyf.name(attachment.mime),
        "Params": pydyf.Dictionary({**sizes, **dates}),
    })  # fmt: skip
