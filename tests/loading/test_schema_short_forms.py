"""A text that stands for one field of a mapping is described as that field is."""

from planctl.loading.schema_short_forms import spelt_out

WORDS = [{"enum": ["rag"]}, {"type": "string", "pattern": "a"}]
SCALE = {"properties": {"preset": {"title": "Preset", "anyOf": [*WORDS, {"type": "null"}]}}}
TEXT = {"type": "string", "fills": "preset"}
RECORD = {"$ref": "#/$defs/Scale"}


def spelt(field):
    return spelt_out({"properties": {"scale": field}, "$defs": {"Scale": SCALE}})["properties"]


def test_the_text_is_what_the_field_is_and_never_blank():
    assert spelt({"anyOf": [TEXT, RECORD]}) == {"scale": {"anyOf": [{"anyOf": WORDS}, RECORD]}}


def test_the_record_may_stand_deeper():
    blank = {"anyOf": [RECORD, {"type": "null"}]}
    assert spelt({"items": {"anyOf": [TEXT, blank]}}) == {
        "scale": {"items": {"anyOf": [{"anyOf": WORDS}, blank]}}
    }


def test_without_a_record_it_is_any_text():
    mapping = {"type": "object"}
    assert spelt({"anyOf": [TEXT, mapping]}) == {"scale": {"anyOf": [{"type": "string"}, mapping]}}
