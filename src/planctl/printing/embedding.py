"""How files travel in a page of HTML: each in a script element of JSON, which nothing runs."""

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from planctl.report.attachments import Attachment

MARK: Final = "data-planctl"
"""The attribute that tells the elements which hold files."""

_END: Final = "</body>"
_UNSAFE: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def with_files(page: str, attachments: Sequence[Attachment]) -> str:
    """The page with the files before the end of its body."""
    elements = "".join(_element(one) for one in attachments)
    before, end, after = page.rpartition(_END)
    return f"{before}{elements}{end}{after}" if end else f"{page}{elements}"


def _element(attachment: Attachment) -> str:
    about = {
        "name": attachment.name,
        "mime": attachment.mime,
        "relationship": attachment.relationship,
        "description": attachment.description,
        **_content(attachment.content),
    }
    # Inside of a script nothing is escaped as in HTML: what could end it is written as JSON can.
    written = json.dumps(about, ensure_ascii=False).translate(_UNSAFE)
    return f'<script type="application/json" {MARK}="file">{written}</script>\n'


def _content(content: bytes) -> dict[str, str]:
    """The bytes as text where they are UTF-8, else in letters that stand for bytes."""
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode()}
