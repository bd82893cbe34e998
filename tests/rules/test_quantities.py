"""Which numbers of a text count or measure something."""

from decimal import Decimal

import pytest

from planctl.rules.quantities import Quantity, quantities


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Train 20 volunteers.", "20", "20 volunteers"),
        ("Reach 1,200 families in the ward.", "1200", "1,200 families"),
        ("Deliver 249 new places at primary", "249", "249 new places"),
        ("Raise attendance to 95%.", "95", "95%"),
        ("Raise attendance to 96.5 per cent by July 2019", "96.5", "96.5 per cent"),
        ("Reduce absence by 10 percentage points", "10", "10 percentage points"),
        ("Recruit at least 12 PSAs", "12", "12 PSAs"),
        ("Visit 40 or more homes in Year 1", "40", "40 or more homes"),
        ("Raise the number of places to 249.", "249", "249"),
        ("Find a place for 50 young carers aged 5 to 18", "50", "50 young carers"),
        ("Open\n  3 homework clubs", "3", "3 homework clubs"),
        ("Work with over 200 homeless families", "200", "200 homeless families"),
    ],
)
def test_a_number_of_something_is_a_quantity(text, number, words):
    assert tuple(quantities(text)) == (Quantity(Decimal(number), words),)


def test_several_stand_in_the_order_of_the_text():
    text = "Train staff in 27 schools, 12 nurseries and 3 colleges, and 5% of governors."
    words = [quantity.words for quantity in quantities(text)]
    assert words == ["27 schools", "12 nurseries", "3 colleges", "5%"]


@pytest.mark.parametrize(
    "text",
    [
        "Find a method by which 5 years plus parenting programmes can be provided",
        "Pathways (5 to 19) and a menu of support",
        "Support from 0 to 25 years, at 16 and 18, for under 5s and over-65s",
        "Develop risk assessment to include post - 16 and post-18/19",
        "The 16-19 agenda, 16 plus provision, careers at 19+ and children under 5 in the town",
        "Support 2 year olds, 3-year-olds and 18 month olds",
        "Review the training of March 2017, 25 January, 1st May 2018 and April 3",
        "By 25/01/18 or 2018-01-25, in 2018-19, 2018/19 and 2020",
        "From Early Years through to Key Stage 4, Year 6, Years 7, 8 and 9, KS2 and Y11",
        "Ask pupils in Years 8 and 9 what keeps them from the club",
        "Phase 2, levels 2 and 3, NVQ level 3, grade 5 and stage 1",
        "Spend £2,000 on books, 500 pounds on pens, £2.5 million and £30k",
        "At 9.30am, 2 pm, 15:00 or 12 noon",
        "Meet 3 times a year for 2 hours, in a 12-week course or within 10 working days",
        "Version 2.1 of the form, action 4, 2.1f, 2.1, P1, #3, (2.4), page 12 and section 175",
        "Improve Progress 8 scores, join Agenda 2030, print the 50 Things list",
        "Run '10 a day', a “5 steps” course and ‘3 good things’",
        "Offer 1:1 help and 1-to-1 talks, 24/7, as 1 in 4 children need",
        "Tell the 44 schools, all 11 libraries and our 3 partners",
        "Name 1 link worker for each school",
        "Covid-19, A4 leaflets, 3D printing and room 12",
        "",
        "Open a homework club",
    ],
)
def test_what_is_no_promise_is_no_quantity(text):
    assert tuple(quantities(text)) == ()


@pytest.mark.parametrize("piece", ["1,", "“", "'1 ", "by 30 ", "(1", "year 1, ", "1 to 1-", "Aa 1"])
def test_a_text_of_any_length_is_read_in_time(piece):
    longest = 64 * 1024
    assert len(tuple(quantities(piece * (longest // len(piece))))) < longest
