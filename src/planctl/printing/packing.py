"""Sheets and PDFs as bytes, to be kept and found again: a first line of JSON, then what it says."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planctl.printing.finished import Printed, Sheet
from planctl.report.attachments import Attachment


def sheet_bytes(sheet: Sheet) -> bytes:
    """The sheet, its page first and then what is attached; the templates are left out."""
    about = [{**asdict(one), "content": len(one.content)} for one in sheet.attachments]
    page = sheet.page.encode()
    head = {"page": len(page), "attachments": about}
    return _packed(head, [page, *(one.content for one in sheet.attachments)])


def sheet_from(content: bytes, templates: tuple[Path, ...]) -> Sheet:
    """The sheet that was kept, to be printed with these templates."""
    head, rest = _unpacked(content)
    page, after = rest[: head["page"]].decode(), head["page"]
    attachments = []
    for about in head["attachments"]:
        until = after + about["content"]
        attachments.append(Attachment(**{**about, "content": rest[after:until]}))
        after = until
    return Sheet(page, templates, tuple(attachments))


def printed_bytes(printed: Printed) -> bytes:
    """The PDF with the characters that its fonts lack."""
    return _packed(list(printed.unprintable), [printed.pdf])


def printed_from(content: bytes) -> Printed:
    """The PDF that was kept."""
    unprintable, pdf = _unpacked(content)
    return Printed(pdf, tuple(unprintable))


def _packed(head: Any, parts: Sequence[bytes]) -> bytes:
    return b"".join([json.dumps(head).encode(), b"\n", *parts])


def _unpacked(content: bytes) -> tuple[Any, bytes]:
    line, _, rest = content.partition(b"\n")
    return json.loads(line), rest
