"""What entities share: own values, where they came from, and their place in the order of a file."""

import pytest
from pydantic import ValidationError

from planctl.model import Action, Entity, Kpi, Theme, Update
from planctl.model.entity import origin_of


class Club(Entity):
    """A record that leaves both of the shared fields where they are."""

    name: str


class Room(Entity):
    """A record that says where one of them stands."""

    name: str
    source: dict[str, str] | None = None
    size: str = ""


@pytest.mark.parametrize(
    ("kind", "fields"),
    [(Club, ("name", "own", "source")), (Room, ("name", "source", "size", "own"))],
)
def test_what_is_inherited_stands_last_unless_the_record_places_it(kind, fields):
    assert tuple(kind.model_fields) == fields
    assert tuple(kind.model_json_schema()["properties"]) == fields
    assert tuple(kind(name="Reading").model_dump()) == fields


def test_a_record_that_holds_others_of_its_kind_keeps_its_order():
    assert tuple(Action.model_fields)[-3:] == ("closure", "own", "source")
    assert tuple(Theme.model_fields)[-3:] == ("own", "actions", "source")


def test_an_entity_takes_values_of_own_fields_and_where_it_came_from():
    written = {"rating": "green", "own": {"ward": "North"}, "source": {"line": "26"}}
    assert Update.model_validate(written) == Update(
        rating="green", own={"ward": "North"}, source={"line": "26"}
    )


@pytest.mark.parametrize("wrong", [{"own": "North"}, {"own": {"ward": ""}}, {"source": "line 26"}])
def test_what_is_no_list_of_values_is_refused(wrong):
    with pytest.raises(ValidationError):
        Action.model_validate({"text": "Open a club", **wrong})


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ({"from": "Census", "line": "3"}, "Census"),
        ({"line": "3"}, None),
        (None, None),
    ],
)
def test_figures_and_money_come_from_what_their_source_names(source, origin):
    assert origin_of(source) == origin
    assert Kpi(title="Attendance", source=source).origin == origin
