"""Which fields and types the model has at a place of a file."""

from datetime import date

import pytest

from planctl.loading import field_names, is_text, record_at, type_at
from planctl.model import (
    Action,
    Assignment,
    DaySpan,
    FuzzyDate,
    Link,
    Plan,
    Programme,
    ScheduleEntry,
    Theme,
    Update,
)

ACTION = ("themes", 3, "actions", 0)


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ((), Plan),
        (("themes", 3), Theme),
        (ACTION, Action),
        ((*ACTION, "sub_actions", 2), Action),
        ((*ACTION, "responsible", 0), Assignment),
        ((*ACTION, "schedule", "Year 1"), ScheduleEntry),
        ((*ACTION, "updates", "autumn 2017"), Update),
        (("period",), DaySpan),
        (("links", 0), Link),
        (("themes",), None),
        (("title",), None),
        (("nonsense",), None),
        (("title", "more"), None),
        (("themes", "first"), None),
        ((*ACTION, "schedule", 0), None),
    ],
)
def test_a_record_is_found_by_its_path(path, record):
    assert record_at(Plan, path) is record


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("period", "from"), date),
        ((*ACTION, "due"), FuzzyDate),
        ((*ACTION, "notes", 1), str),
        (("glossary", "FSD"), str),
        (("reports", "2017-18 autumn", "asks", 0), str),
        (("themes", 0, "none"), None),
    ],
)
def test_a_value_has_a_type_without_annotations(path, kind):
    assert type_at(Plan, path) is kind


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (("title",), True),
        ((*ACTION, "ref"), True),
        ((*ACTION, "success", 0, "text"), True),
        ((*ACTION, "due"), False),
        (("status",), False),
        (("themes",), False),
    ],
)
def test_prose_names_and_refs_are_text(path, answer):
    assert is_text(Plan, path) is answer


def test_fields_are_named_as_people_write_them():
    assert field_names(DaySpan) == ("from", "to")
    assert field_names(Programme)[:3] == ("format", "id", "title")
