"""Shapes of JSON Schema: as few branches as can be, so that editors name each mistake."""

from planctl.loading.schema_shapes import or_blank, shape


def test_text_may_be_a_number():
    assert shape({"type": "string", "minLength": 1}) == {
        "type": ["string", "number"], "minLength": 1
    }  # fmt: skip


def test_text_of_a_certain_form_stays_text():
    assert shape({"type": "string", "pattern": "a"}) == {"type": "string", "pattern": "a"}


def test_a_title_and_a_default_are_left_out():
    assert shape({"title": "Ref", "default": None, "type": "integer"}) == {"type": "integer"}


def test_a_field_called_title_is_no_title():
    written = {"properties": {"title": {"title": "Title", "type": "integer"}}}
    assert shape(written) == {"properties": {"title": {"type": "integer"}}}


def test_a_choice_between_types_is_one_schema():
    choice = {
        "anyOf": [
            {"type": "string", "examples": ["one"]},
            {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "null"}]},
        ]
    }
    assert shape(choice) == {
        "examples": ["one"],
        "type": ["string", "number", "array", "null"],
        "items": {"type": "integer"},
    }


def test_a_choice_between_records_stays_one():
    records = [{"$ref": "#/$defs/Cost"}, {"$ref": "#/$defs/Link"}]
    assert shape({"anyOf": records}) == {"anyOf": records}


def test_two_kinds_of_text_stay_apart():
    texts = [{"type": "string", "pattern": "a"}, {"type": "string", "pattern": "b"}]
    assert shape({"anyOf": texts}) == {"anyOf": texts}


def test_a_field_may_be_blank_in_one_way():
    once = or_blank({"examples": [1], "type": "integer"})
    assert (once, or_blank(once)) == ({"examples": [1], "type": ["integer", "null"]},) * 2


def test_words_may_be_blank():
    words = {"anyOf": [{"enum": ["draft"]}, {"type": "string", "pattern": "a"}]}
    assert or_blank(words) == {
        "anyOf": [{"enum": ["draft"]}, {"type": ["string", "null"], "pattern": "a"}]
    }


def test_a_record_may_be_blank():
    assert or_blank({"$ref": "#/$defs/Cost"}) == {
        "anyOf": [{"$ref": "#/$defs/Cost"}, {"type": "null"}]
    }
