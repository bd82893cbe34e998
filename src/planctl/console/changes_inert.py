"""Words of a plan in Markdown: shown letter by letter, and followed by nothing."""

import re
from types import MappingProxyType
from typing import Final

from planctl.console.terminal import printable

# A backslash does not keep GitHub from taking @name and #1 for a person and a thread: it looks for
# them in the finished page (github/cmark-gfm#181). A space without width between the two does.
_APART: Final = "\N{ZERO WIDTH SPACE}"
_LIVE: Final = re.compile(
    r"""[@#]                        # a person, a thread
    |[!$%&~^](?=[\w"'*{\[])         # GitLab's merge request, snippet, milestone, epic, label, alert
    |:(?=[\w+-]+:|//|[0-9]+\])       # an emoji, an address, what GitLab names by kind and number
    |\b(?:mailto|xmpp):             # an address
    |\[(?=\[)                       # a page of a wiki
    |\b(?:www|ftp)(?=\.)            # an address
    |\bGH-(?=\d)                    # a thread
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WRITTEN: Final = MappingProxyType({
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    _APART: "&#8203;",
    **{mark: f"\\{mark}" for mark in "\\`*_[]|~$"},
})  # fmt: skip
_MARKS: Final = re.compile("[" + "".join(map(re.escape, _WRITTEN)) + "]")


def inert(text: str) -> str:
    """The text as Markdown that GitHub and GitLab show as it is, on one line.

    It fits into a cell of a table; nobody is mentioned, and nothing linked or drawn.
    """
    apart = _LIVE.sub(rf"\g<0>{_APART}", printable(text))
    return _MARKS.sub(lambda found: _WRITTEN[found[0]], apart)
