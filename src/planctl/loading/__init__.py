"""Documents to plans: validation by the model, with each mistake in plain words at its place."""

from planctl.loading.ambiguity import ambiguous_texts, taken_for
from planctl.loading.fields import field_names, is_text, record_at, type_at
from planctl.loading.load import Loaded, load_plan, load_programme
from planctl.loading.places import as_written
from planctl.loading.reading import Reading, reading_of
from planctl.loading.repairs import quoted, respelt
from planctl.loading.sentences import SHAPES
from planctl.loading.subjects import subject_named

__all__ = [
    "SHAPES",
    "Loaded",
    "Reading",
    "ambiguous_texts",
    "as_written",
    "field_names",
    "is_text",
    "load_plan",
    "load_programme",
    "quoted",
    "reading_of",
    "record_at",
    "respelt",
    "subject_named",
    "taken_for",
    "type_at",
]
