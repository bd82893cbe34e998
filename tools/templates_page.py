"""The page on templates: its prose from templates.md, its facts from the types of a report."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from planctl.report import ReportContext
from planctl.report.shipped import SHIPPED
from planctl.settings.theme import ThemeSettings

PROSE: Final = Path(__file__).with_name("templates.md")
_HEADING: Final = re.compile(r"^(##+) (.+)$", re.MULTILINE)
_FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_BLOCK: Final = re.compile(r"{% block (\w+) %}")
_PLAIN: Final[Mapping[Any, tuple[str, str]]] = {
    str: ("text", "texts"),
    int: ("whole number", "whole numbers"),
    bool: ("yes or no", ""),
}
BLOCKS: Final[Mapping[str, str]] = {
    "style": "Style rules after all of the shipped ones. Empty.",
    "header": "The band at the top: partnership, name and logo.",
    "opening": "The first thing in the main part, before the front page. Empty.",
    "report": "All parts, in their order.",
    "closing": "The last thing in the main part. Empty.",
    "footer": "The foot of the page on a screen; on paper print.css sets the foot of each page.",
}


def templates_page() -> str:
    """The page: the prose with its tables filled in, and a list of contents."""
    page = PROSE.read_text(encoding="utf-8")
    for name, lines in (
        ("theme", _theme()),
        ("blocks", _blocks()),
        ("records", _records()),
    ):
        page = page.replace(f"<!-- {name} -->", "\n".join(lines))
    return page.replace("<!-- contents -->", "\n".join(_contents(page)))


def reachable(record: type) -> tuple[type, ...]:
    """The record and all records that its fields hold, each once, in the order of reading."""
    found: dict[type, None] = {}
    _reach(record, found)
    return tuple(found)


def descriptions(record: type) -> Mapping[str, str]:
    """Each field of a record with the text that stands below it, on one line."""
    (node,) = ast.parse(dedent(inspect.getsource(record))).body
    body = node.body if isinstance(node, ast.ClassDef) else []
    said = {}
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                said[name] = " ".join(text.split())
    return said


def undescribed(record: type) -> tuple[str, ...]:
    """The fields that nothing is said of."""
    return tuple(name for name in get_type_hints(record) if name not in descriptions(record))


def _reach(kind: Any, found: dict[type, None]) -> None:
    for inner in get_args(kind):
        _reach(inner, found)
    if is_dataclass(kind) and isinstance(kind, type) and kind not in found:
        found[kind] = None
        for hint in get_type_hints(kind).values():
            _reach(hint, found)


def _theme() -> Iterator[str]:
    said = descriptions(ThemeSettings)
    yield from ("| setting | what it is | default |", "|---|---|---|")
    for name, field in ThemeSettings.model_fields.items():
        default = f"`{field.default}`" if field.default else ""
        yield f"| `{name}` | {said[name]} | {default} |"


def _blocks() -> Iterator[str]:
    text = (SHIPPED / "report.html").read_text(encoding="utf-8")
    yield from ("| block | what stands there |", "|---|---|")
    for name in _BLOCK.findall(text):
        yield f"| `{name}` | {BLOCKS[name]} |"


def _records() -> Iterator[str]:
    for number, record in enumerate(reachable(ReportContext)):
        yield from ([""] if number else [])
        yield from (f"### {record.__name__}", "")
        yield from (inspect.cleandoc(record.__doc__ or ""), "")
        yield from ("| field | is | what it holds |", "|---|---|---|")
        said = descriptions(record)
        for name, hint in get_type_hints(record).items():
            yield f"| `{name}` | {_kind(hint)} | {said.get(name, '').replace('|', chr(92) + '|')} |"


def _kind(hint: Any, *, many: bool = False) -> str:
    """The type in plain words; `many` where it stands in a list."""
    if hint in _PLAIN:
        return _PLAIN[hint][many]
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        (given,) = (one for one in inner if one is not NoneType)
        return f"{_kind(given)}, or none"
    if origin is tuple and inner[-1] is not Ellipsis:
        return "pairs of texts" if many else "pair of texts"
    if origin is tuple:
        return f"list of {_kind(inner[0], many=True)}"
    return f"{_kind(inner[1], many=True)} by name"


def _contents(page: str) -> Iterator[str]:
    for level, title in _HEADING.findall(_FENCED.sub("", page)):
        if len(level) < len("###"):
            yield f"- [{title}](#{title.lower().replace(' ', '-')})"
