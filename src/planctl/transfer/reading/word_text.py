"""The text of a Word paragraph from its XML: what a reader of the page sees, and nothing less."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_SHOWN: Final = MappingProxyType({
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
})  # fmt: skip
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_SYMBOLS: Final = MappingProxyType({
    "wingdings": {0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
                  0x72: "☐", 0x78: "☒", 0xB7: "•", 0xA7: "•", 0x6C: "•", 0x6E: "•", 0xD8: "•",
                  0x76: "•", 0xE0: "→", 0xE8: "→", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹"},
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0x53: "☒", 0x51: "☒", 0x54: "☒", 0xA3: "☐",
                    0x2A: "☐", 0x97: "•", 0x98: "•"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "•"},
    "symbol": {0xB7: "•", 0xD6: "√", 0xAE: "→", 0x2D: "-"},
})  # fmt: skip
"""What the letters of picture fonts show."""

_PRIVATE: Final = 0xF000


@dataclass(slots=True)
class Told:
    """What a paragraph or cell says.

    `dropped` is what tracked changes take from it, `boxes` are the text boxes anchored in it, and
    `struck` counts its characters that are struck through.
    """

    parts: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    struck: int = 0

    @property
    def text(self) -> str:
        """The text in one."""
        return "".join(self.parts)

    @property
    def is_struck(self) -> bool:
        """Whether all of it is struck through."""
        return self.struck > 0 and self.struck >= len("".join(self.text.split()))


def told_by(paragraph: Any, track: str) -> Told:
    """What the paragraph says when tracked changes are accepted or, with `reject`, rejected."""
    told = Told()
    _take(paragraph, track, told)
    return told


def tracked(root: Any) -> int:
    """How many tracked changes there are below an element."""
    marks = [*_DELETED, *_INSERTED, f"{W}cellIns", f"{W}cellDel"]
    return sum(1 for mark in marks for _ in root.iter(mark))


def visible_below(root: Any) -> int:
    """How many characters other than blanks stand below an element, counted without its structure.

    Word keeps a second copy of each text box for old programs, which does not count.
    """
    count = 0
    for element in root.iter(f"{W}t", f"{W}delText", f"{W}sym", f"{W}noBreakHyphen"):
        if any(above.tag == f"{_MC}Fallback" for above in element.iterancestors()):
            continue
        shows_one = element.tag in {f"{W}sym", f"{W}noBreakHyphen"}
        count += 1 if shows_one else len("".join((element.text or "").split()))
    return count


def all_text(root: Any) -> str:
    """The text below an element, whatever its structure."""
    return "".join(element.text or "" for element in root.iter(f"{W}t", f"{W}delText"))


def _take(element: Any, track: str, told: Told) -> None:
    for child in element:
        gone = _DELETED if track != "reject" else _INSERTED
        if child.tag in gone:
            told.dropped.append(all_text(child))
        elif child.tag == f"{W}r":
            _take_run(child, track, told)
        elif child.tag == f"{_MC}AlternateContent":
            _take(_chosen(child), track, told)
        elif child.tag == f"{W}txbxContent":
            told.boxes.append(child)
        elif child.tag not in {f"{W}pPr", f"{W}sdtPr", f"{W}tbl"}:
            _take(child, track, told)


def _take_run(run: Any, track: str, told: Told) -> None:
    text = "".join(_shown(run))
    told.parts.append(text)
    if _is_on(run, "strike") or _is_on(run, "dstrike"):
        told.struck += len("".join(text.split()))
    for child in run:
        if child.tag.startswith(_MC) or child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            _take(_chosen(child) if child.tag.startswith(_MC) else child, track, told)


def _chosen(alternatives: Any) -> Any:
    """The first of the forms in which Word keeps something: the others are for old programs."""
    first = alternatives.find(f"{_MC}Choice")
    return alternatives if first is None else first


def _shown(run: Any) -> Iterator[str]:
    font = _font(run)
    for child in run:
        if child.tag in {f"{W}t", f"{W}delText"}:
            yield "".join(_letter(letter, font) for letter in child.text or "")
        elif child.tag == f"{W}sym":
            code = int(child.get(f"{W}char", "0"), 16)
            yield _symbol(code, (child.get(f"{W}font") or "").casefold())
        elif child.tag in _SHOWN:
            yield _SHOWN[child.tag]


def _letter(letter: str, font: str) -> str:
    if font in _SYMBOLS and not letter.isspace():
        return _symbol(ord(letter), font)
    return letter


def _symbol(code: int, font: str) -> str:
    plain = code - _PRIVATE if code >= _PRIVATE else code
    if font not in _SYMBOLS:
        return chr(code) if code < _PRIVATE else _UNKNOWN
    return _SYMBOLS[font].get(plain, _UNKNOWN)


def _font(run: Any) -> str:
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else (fonts.get(f"{W}ascii") or "").casefold()


def _is_on(run: Any, name: str) -> bool:
    mark = run.find(f"{W}rPr/{W}{name}")
    return mark is not None and mark.get(f"{W}val", "1") not in {"0", "false", "off"}
