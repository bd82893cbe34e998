"""A text as a YAML scalar: plain, in quotes, or as a block of lines.

PyYAML's emitter decides what needs quotes; only what other readers of YAML see is added to it.
"""

import re
import sys
import textwrap
from datetime import date
from typing import Final

import yaml

from planctl.source.decode import UNSEEN

WIDTH: Final = 120
"""Where a line of prose ends."""

_NARROWEST: Final = 40
_WHOLE: Final = re.compile(r"0|[1-9]\d{0,14}", re.ASCII)
_OTHER_READERS: Final = re.compile(
    r"[-+]?(?:0o[0-7_]+|(?:\.[\d_]+|\d[\d_]*(?:\.[\d_]*)?)(?:[eE][-+]?\d+)?)|[-+][\d_]+|[yYnN]",
    re.ASCII,
)
"""Text to PyYAML, but numbers or truth values to other readers of YAML."""

_BREAKS: Final = re.compile("[\t\r\x85\u2028\u2029]")
"""What a block of lines does not keep as it is, or does not show."""

_PLAIN: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9 _./()'-]*[A-Za-z0-9_./()'-])?", re.ASCII)
_WORDS: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""Plain words that readers of YAML do not take for text."""

_TEXT: Final = "tag:yaml.org,2002:str"


def one_line(text: str, *, is_flow: bool = False, is_exact: bool = False) -> str:
    """The text on one line, in quotes where it needs them.

    `is_flow` says that it stands between brackets and commas; `is_exact` that a date or whole
    number is not text there, and goes without quotes.
    """
    if is_exact and (_WHOLE.fullmatch(text) or _is_date(text)):
        return text
    if "\n" in text or _BREAKS.search(text) or _OTHER_READERS.fullmatch(text):
        return _emitted(text, '"', is_flow=is_flow)
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        # The emitter would say the same: most of what is written is like that, and it is slow.
        return text
    written = _emitted(text, None, is_flow=is_flow)
    if written.startswith("'") and '"' not in text and "\\" not in text:
        return _emitted(text, '"', is_flow=is_flow)
    return written


def block(text: str, used: int, column: int) -> tuple[str, ...]:
    """The text as the lines of a block, its head first; nothing when one line is right for it.

    A text of several lines is kept line by line. Prose that does not fit behind the `used`
    columns is folded. The lines below the head are given without their indentation to `column`.
    """
    if UNSEEN.search(text) or _BREAKS.search(text) or text[:1] in {" ", "\n"}:
        return ()
    if "\n" in text:
        lines = _literal(text)
    elif used + len(text) > WIDTH:
        lines = (">-", *_wrapped(text, max(WIDTH - column, _NARROWEST)))
    else:
        return ()
    return lines if _read_back(lines) == text else ()


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _emitted(text: str, style: str | None, *, is_flow: bool) -> str:
    scalar = yaml.ScalarNode(_TEXT, text, style=style)
    if is_flow:
        return _serialised(yaml.SequenceNode("", [scalar], flow_style=True))[1:-2]
    name = yaml.ScalarNode(_TEXT, "x")
    return _serialised(yaml.MappingNode("", [(name, scalar)], flow_style=False))[3:-1]


def _serialised(node: yaml.CollectionNode) -> str:
    kind = "map" if isinstance(node, yaml.MappingNode) else "seq"
    node.tag = f"tag:yaml.org,2002:{kind}"
    written: str = yaml.serialize(
        node, Dumper=yaml.SafeDumper, width=sys.maxsize, allow_unicode=True
    )
    return written


def _literal(text: str) -> tuple[str, ...]:
    head, *lines = _emitted(text, "|", is_flow=False).split("\n")
    return (head, *(line.removeprefix("  ") for line in lines))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _read_back(lines: tuple[str, ...]) -> object:
    """What the lines are read as; None when they are no block that keeps its line ends."""
    head, *rest = lines
    if head not in {"|", "|-", ">-"}:
        return None
    written = "\n  ".join((f"x: {head}", *rest))
    return yaml.load(f"{written}\n", Loader=yaml.CBaseLoader)["x"]  # noqa: S506 - all is text
