"""Which records stand below a record, found by its types."""

from planctl.loading.hosts import hosts_of, is_required, record_in
from planctl.model import Action, Plan
from planctl.model.calendar import DaySpan
from planctl.model.update import Update


def test_a_field_of_a_record_below_is_found_with_the_field_that_leads_to_it():
    assert hosts_of(Action, "path_to_green") == (("updates", Update),)


def test_a_record_is_not_below_itself():
    assert "sub_actions" not in [host for host, _ in hosts_of(Action, "text")]


def test_nothing_stands_below_what_is_no_record():
    assert hosts_of(None, "rating") == ()


def test_a_record_is_found_in_a_tuple_and_a_mapping():
    updates, period = Action.model_fields["updates"], Plan.model_fields["period"]
    assert [record_in(updates.annotation), record_in(period.annotation)] == [Update, DaySpan]


def test_a_field_is_required_by_the_name_it_has_in_the_file():
    assert [is_required(DaySpan, name) for name in ("from", "to")] == [True, True]
    assert [is_required(Action, "text"), is_required(Action, "ref")] == [True, False]
    assert not is_required(None, "text")
