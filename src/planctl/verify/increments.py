"""What was added behind a PDF: a signature and what leads to it, or something else."""

from collections.abc import Mapping
from typing import Any, Final

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    Reference,
    StreamObject,
)
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

_OF_THE_ROOT: Final = frozenset({"/AcroForm", "/Extensions", "/Version"})
_OF_A_FORM: Final = frozenset({"/Fields", "/SigFlags"})
_OF_A_FIELD: Final = frozenset({
    "/F", "/FT", "/Ff", "/P", "/Rect", "/Subtype", "/T", "/TU", "/Type", "/V",
})  # fmt: skip
"""What a signature's field holds if it shows and does nothing."""


def adds_signatures_alone(reader: PdfFileReader, revision: int) -> bool:
    """Whether what was added at that place changes nothing of what was there before.

    What it brings that is new may hang on the form alone; see `is_plain_form`.
    """
    old: Any = reader.get_historical_resolver(revision - 1)
    new: Any = reader.get_historical_resolver(revision)
    return not new.refs_freed_in_revision() and all(
        _is_fitting(ref, old, new)
        for ref in new.explicit_refs_in_revision()
        if reader.xrefs.get_historical_ref(ref, revision - 1) is not None
    )


def is_plain_form(reader: PdfFileReader) -> bool:
    """Whether the form of the PDF holds signatures alone, which show nothing on a page."""
    form = reader.root["/AcroForm"]
    return form.keys() <= _OF_A_FORM and all(
        _is_plain_field(one.get_object()) for one in form["/Fields"]
    )


def _is_plain_field(field: Mapping[str, Any]) -> bool:
    left, bottom, right, top = field["/Rect"]
    is_seen = left != right and bottom != top
    return field["/FT"] == "/Sig" and not is_seen and field.keys() <= _OF_A_FIELD


def _is_fitting(ref: Reference, old: HistoricalResolver, new: HistoricalResolver) -> bool:
    """Whether an object that was there before says the same, beside what leads to a signature."""
    was, now = _plain(old(ref)), _plain(new(ref))
    if isinstance(was, list) and isinstance(now, list):
        return _goes_on(was, now, new)
    if not isinstance(was, dict) or not isinstance(now, dict):
        return bool(was == now)
    if ref == old.root_ref:
        return _alike(was, now, _OF_THE_ROOT)
    if was.get("/Type") == "/Page":
        return _alike(was, now, {"/Annots"}) and _goes_on_at(was, now, "/Annots", new)
    if "/Fields" in was and ref == _form(old):
        return _alike(was, now, _OF_A_FORM) and _goes_on_at(was, now, "/Fields", new)
    return was == now


def _form(resolver: HistoricalResolver) -> Reference | None:
    found = resolver.root.raw_get("/AcroForm")
    return found.reference if isinstance(found, IndirectObject) else None


def _alike(was: dict[str, Any], now: dict[str, Any], beside: set[str] | frozenset[str]) -> bool:
    keys = (was.keys() | now.keys()) - beside
    return all(was.get(key) == now.get(key) for key in keys)


def _goes_on_at(was: dict[str, Any], now: dict[str, Any], key: str, new: Any) -> bool:
    before, after = was.get(key, []), now.get(key, [])
    if isinstance(before, list) and isinstance(after, list):
        return _goes_on(before, after, new)
    return bool(before == after)


def _goes_on(was: list[Any], now: list[Any], new: HistoricalResolver) -> bool:
    """Whether the list only has signatures' fields more than before."""
    added = now[len(was) :]
    return now[: len(was)] == was and all(
        isinstance(one, Reference) and new(one).get("/FT") == "/Sig" for one in added
    )


def _plain(found: Any) -> Any:
    """The object with what it refers to by name, to be compared."""
    if isinstance(found, IndirectObject):
        return found.reference
    if isinstance(found, ArrayObject):
        return [_plain(one) for one in found]
    if not isinstance(found, DictionaryObject):
        return found
    fields = {key: _plain(found.raw_get(key)) for key in found}
    return (fields, found.encoded_data) if isinstance(found, StreamObject) else fields
