"""Reads of a PDF only what is asked for: most of a report's objects say how it is read aloud."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PdfStreamError
from pypdf.generic import IndirectObject, NumberObject, PdfObject, read_object

_Places = tuple[bytes, dict[int, int]]
"""The objects of a stream as they are written, and where in that each begins, by its number."""


class SparingReader(PdfReader):
    """A reader that takes single objects out of a stream of thousands.

    pypdf reads all of them as soon as one is asked for. Where a stream is not in order, or the
    object not to be had, its own way is gone; so what is said of such files is the same.
    """

    def __init__(self, stream: BytesIO) -> None:
        self._places: dict[int, _Places | None] = {}
        super().__init__(stream)

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        number = indirect_reference.idnum
        holder, _ = self.xref_objStm[number]
        # A stream inside a stream would lead in circles.
        if holder not in self._places and holder not in self.xref_objStm:
            self._places[holder] = _places(IndirectObject(holder, 0, self).get_object())
        content, begins = self._places.get(holder) or (b"", {})
        if number not in begins:
            return super()._get_object_from_stream(indirect_reference)
        written = BytesIO(content)
        written.seek(begins[number])
        try:
            found: PdfObject = read_object(written, self)
        except PdfStreamError:
            return super()._get_object_from_stream(indirect_reference)
        self.cache_indirect_object(0, number, found)
        return found


def _places(stream: Any) -> _Places | None:
    """Where the objects of the stream begin; None where its head is not in order."""
    count, first = stream.get("/N"), stream.get("/First")
    if not (isinstance(count, NumberObject) and isinstance(first, NumberObject)):
        return None
    content: bytes = stream.get_data()
    if stream.get("/Type") != "/ObjStm" or not 0 <= first <= len(content):
        return None
    written = content[:first].split()
    if len(written) != 2 * count or not all(one.isdigit() for one in written):
        return None
    numbers = [int(one) for one in written]
    begins = [first + one for one in numbers[1::2]]
    if begins != sorted(set(begins)) or (begins and begins[-1] >= len(content)):
        return None
    # pypdf takes the first of two of the same number; the later ones of these pairs win.
    return content, dict(zip(reversed(numbers[::2]), reversed(begins), strict=True))
