"""A comparison as one self-contained page of HTML."""

import re
from pathlib import Path
from typing import Final

from planctl.diff import Compared
from planctl.report.changes_context import changes_page
from planctl.report.html import rendered

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What HTML forbids, what turns the text around it, and what no file can hold.

A name of a file may have any of them, and so may what is said of a file that could not be read.
"""


def render_changes_html(compared: Compared, templates: tuple[Path, ...] = ()) -> str:
    """The page that the comparison's template gives, own templates before the shipped ones.

    RenderError when a template is faulty or asks for something that it may not have.
    """
    page = rendered("changes.html", templates, page=changes_page(compared))
    return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", page)
