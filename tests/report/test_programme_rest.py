"""What is off track or at risk in any plan of a programme, and its money."""

from decimal import Decimal

from planctl.report.programme_members import Workspace
from tests.report.test_programme import VAN, cells, given, made, part, two, update


def test_each_action_at_risk_is_told_with_its_new_date(plan):
    late = update("amber", expected="2018-05-10")
    amber = {"ref": "2b", "text": "Play.", "due": "2018-04-20", "updates": late}
    (lead, section) = part(made(given(plan, VAN, amber, title="Songs")), "off_track")
    assert (lead.table, section.lines) == (None, ())
    assert section.table.caption.endswith("the action at risk, by plan")
    assert cells(section.table) == [
        ["2b", "Play.", "Nobody named", "", "20 April 2018", "10 May 2018; 20 days late"]
    ]


def test_money_is_added_up_and_silence_is_named(plan):
    space = Workspace("Together", money=Decimal(5000))
    (section,) = part(made(*two(plan), workspaces=(space,)), "money")
    assert cells(section.table) == [["1 Reading", "£900", "£100", "Not said"]]
    assert [line.text for line in section.lines] == [
        "The programme itself names £5,000; the plans’ money adds up to £900.",
        "1 plan says nothing of money: 2 Songs.",
    ]


def test_a_programme_that_names_what_its_plans_add_up_to_is_not_counted_twice(plan):
    space = Workspace("Together", money=Decimal(900))
    (section,) = part(made(*two(plan), workspaces=(space,)), "money")
    assert section.lines[0].text == "The programme itself names the same total."


def test_what_is_known_in_part_is_not_added_up_over_all_plans(plan):
    known = [{"period": "Year 1", "amount": 900, "spent": 100, "forecast": 800}]
    more = [*known, {"period": "Year 2", "amount": 50}]
    context = made(
        given(plan, VAN, title="Reading", funding=known),
        given(plan, id="songs", title="Songs", funding=more),
    )
    (section,) = part(context, "money")
    assert cells(section.table) == [
        ["Reading", "£900", "£100", "£800"],
        [
            "Songs", "£950", "£100 so far; not said of every period",
            "£800 so far; not said of every period",
        ],
    ]  # fmt: skip
    assert [cell.lines[0].text for cell in section.table.total] == [
        "All plans", "£1,850", "Not said of every period", "Not said of every period",
    ]  # fmt: skip


def test_money_spent_beyond_what_there_was_stands_on_the_front_page(plan):
    funding = [
        {"period": "Year 1", "amount": 900, "spent": 1000},
        {"period": "Year 2", "amount": 50, "forecast": 70},
    ]
    front = made(given(plan, VAN, title="Reading", funding=funding)).front
    (said,) = [fact.text for fact in front.facts if fact.key == "money"]
    assert said == (
        "£950 in the one plan. Reading: £100 too much was spent in Year 1. Reading: £20 too much "
        "is forecast for Year 2."
    )
