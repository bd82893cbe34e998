"""Plans as councils lay them out, in Word and in Excel: columns, rows and every character."""

from functools import cache

import pytest

from planctl.model import rows
from planctl.transfer import Wanted, imported, period_called
from planctl.transfer.ledger import Fate
from tests.transfer.layouts import LAYOUTS, write_docx, write_xlsx

pytestmark = pytest.mark.thorough

WRITERS = {"docx": write_docx, "xlsx": write_xlsx}
EVERY = [(layout, kind) for layout in LAYOUTS for kind in WRITERS]
NAMES = [f"{layout.name}.{kind}" for layout, kind in EVERY]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Each document, imported once."""
    folder = tmp_path_factory.mktemp("layouts")

    @cache
    def take(name, kind):
        layout = next(one for one in LAYOUTS if one.name == name)
        path = folder / f"{name}.{kind}"
        WRITERS[kind](layout, path)
        return imported(path, Wanted(term=period_called(layout.term) if layout.term else None))

    return lambda layout, kind: take(layout.name, kind)


@pytest.mark.parametrize(("layout", "kind"), EVERY, ids=NAMES)
def test_each_column_goes_where_its_heading_says_or_is_asked_about(found, layout, kind):
    result = found(layout, kind)
    assert {headed(one.column): str(one.field) for one in result.choices} == layout.fields
    assert {doubt.column.heading for doubt in result.doubts} == layout.asked


@pytest.mark.parametrize(("layout", "kind"), EVERY, ids=NAMES)
def test_its_rows_themes_ratings_and_owners_are_all_there(found, layout, kind):
    plan = found(layout, kind).loaded.record
    every = tuple(rows(plan))
    assert (
        len(every),
        tuple(f"{theme.ref or ''} {theme.title}".strip() for theme in plan.themes),
        sum(bool(update.rating) for row in every for update in row.action.updates.values()),
        sum(bool(row.action.responsible) for row in every),
    ) == (layout.actions, layout.themes or ("Actions",), layout.ratings, layout.owners)


@pytest.mark.parametrize(("layout", "kind"), EVERY, ids=NAMES)
def test_every_character_has_one_fate(found, layout, kind):
    result = found(layout, kind)
    account = result.account
    assert sum(account.count(fate) for fate in Fate) == account.total
    assert account.unread == 0
    assert bool(account.unmapped) == bool(layout.asked)


def headed(column):
    return " > ".join(column.parts)


def test_nineteen_of_twenty_columns_need_no_help():
    unaided = sum(len(layout.fields) for layout in LAYOUTS)
    every = unaided + sum(len(layout.asked) for layout in LAYOUTS)
    assert unaided / every >= 0.95
