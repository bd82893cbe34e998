"""Where a report's boxes come to lie on paper, told by the program that lays them out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import weasyprint
from weasyprint.formatting_structure import boxes

from planctl.report import pdf
from planctl.report.pictures import taken_out
from planctl.report.typeface import printable

HEADINGS = ("h2", "h3", "h4")
ABOVE = (*HEADINGS, "caption", "thead", "dt", "group")
"""What stands above or before that to which it belongs, and is nothing without it."""
LEAST = 2
"""So many lines at least stand below a heading, where there are as many."""
OVER = 1.5
"""In CSS pixels: what goes further into the margin is seen."""


@dataclass(frozen=True)
class Text:
    """A line of text or a picture: the tags and classes around it, and where it ends."""

    names: tuple[str, ...]
    words: str
    right: float
    bottom: float

    @property
    def is_heading(self):
        return any(name in HEADINGS for name in self.names)

    @property
    def is_above(self):
        is_title = self.names[-2:] == ("p", "title") and "table" not in self.names
        return is_title or any(name in ABOVE for name in self.names)


@dataclass(frozen=True)
class Leaf:
    """A page: its lines in order, its tags of ratings, and the edges of what holds them."""

    texts: tuple[Text, ...]
    chips: tuple[tuple[str, int], ...]
    right: float
    top: float
    bottom: float

    def filled(self):
        """How far down the page its text reaches, of 1."""
        lowest = max((one.bottom for one in self.texts), default=self.top)
        return (lowest - self.top) / (self.bottom - self.top)

    def begins_a_part(self):
        return any("h2" in one.names for one in self.texts[:1])


def leaves(html):
    """Each page of what render_pdf would make of it."""
    page, pictures = taken_out(printable(html), pdf.PICTURE_SCHEME)
    fetcher = pdf._closed_fetcher(weasyprint, pictures)  # noqa: SLF001 - it closes it for good
    laid = pdf._laid_out(weasyprint, page, fetcher, ())  # noqa: SLF001 - as printed, and no file
    return tuple(_leaf(one._page_box) for one in laid.pages)  # noqa: SLF001 - no other way in


def faults_of_layout(pages):
    """The number of each page on which something lies as it should not, and what does."""
    numbered = list(enumerate(pages, start=1))
    for number, page in numbered:
        yield from ((number, "broken", words) for words, lines in page.chips if lines > 1)
        wide = (one.words for one in page.texts if one.right > page.right + OVER)
        yield from ((number, "sticks out", words) for words in wide)
    for (number, page), (_, after) in pairwise(numbered):
        if words := _left_alone(page.texts, after.texts):
            yield number, "alone", words
        if page.filled() < 0.5 and not after.begins_a_part():
            yield number, "empty", f"{page.filled():.2f}"


def _left_alone(texts, after):
    """What ends the page without that to which it belongs; a total without what it sums up."""
    rows = [one for one in after if "thead" not in one.names]
    if rows and "tfoot" in rows[0].names:
        return rows[0].words
    if texts and texts[-1].is_above:
        return texts[-1].words
    places = [place for place, one in enumerate(texts) if one.is_heading]
    if not places or not after or after[0].is_heading:
        return ""
    below = len(texts) - 1 - places[-1]
    return texts[places[-1]].words if below < LEAST else ""


def _leaf(page):
    (body,) = [one for one in page.children if not isinstance(one, boxes.MarginBox)]
    top = page.content_box_y()
    right = page.content_box_x() + page.width
    return Leaf(tuple(_texts(body, ())), tuple(_chips(body)), right, top, top + page.height)


def _texts(box, above) -> Iterator[Text]:
    names = (*above, *_names(box))
    if isinstance(box, boxes.LineBox):
        if words := _said(box):
            right = max(_rights(box), default=0)
            yield Text(names, words, right, box.position_y + box.height)
        return
    if isinstance(box, boxes.ReplacedBox):
        right = box.position_x + box.margin_width()
        yield Text(names, "", right, box.position_y + box.margin_height())
    for child in getattr(box, "children", ()):
        yield from _texts(child, names)


def _names(box):
    """Tag and classes of the box's own element."""
    if box.element is None or isinstance(box, boxes.LineBox):
        return ()
    return (box.element_tag, *(box.element.get("class") or "").split())


def _said(box):
    if isinstance(box, boxes.TextBox):
        return box.text
    return "".join(_said(child) for child in getattr(box, "children", ()))


def _rights(box):
    """Where each piece of the line ends; a space at its end is not seen."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            yield child.position_x + (child.width if child.text.strip() else 0)
        elif isinstance(child, boxes.AtomicInlineLevelBox):
            yield child.position_x + child.margin_left + child.border_width()
        yield from _rights(child)


def _chips(box):
    """Each tag of a rating, with the number of lines that it takes."""
    if isinstance(box, boxes.InlineBlockBox) and "tag" in _names(box):
        lines = [one for one in box.descendants() if isinstance(one, boxes.LineBox)]
        yield " ".join(_said(box).split()), len(lines)
    for child in getattr(box, "children", ()):
        yield from _chips(child)
