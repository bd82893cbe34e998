"""A new wording may promise less than the old one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.wording.softening import softened

WORDS = st.lists(
    st.sampled_from([
        "deliver", "explore", "support", "may", "will", "aim to", "all", "some", "most", "12", "8",
        "at least", "up to", "within", "weeks", "clubs", "schools", "in", "and", ",", "reduce",
        "to", "where possible", "termly", "weekly", "95%", "several", "from", "for",
    ]),
    max_size=9,
)  # fmt: skip
TEXTS = WORDS.map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Deliver training", "Explore training", "'deliver' became 'explore'"),
        ("Deliver training", "Support training", "'deliver' became 'support'"),
        ("Promote reading", "Look at reading", "'promote' became 'look at'"),
        ("Clubs will be delivered", "Clubs will be considered",
         "'delivered' became 'considered'"),
        ("Schools deliver clubs", "Schools discuss clubs", "'deliver' became 'discuss'"),
        ("Open clubs in all schools", "Open clubs in some schools", "'all' became 'some'"),
        ("Every school has a lead", "Most schools have a lead", "'every' became 'most'"),
        ("Most schools take part", "Several schools take part", "'most' became 'several'"),
        ("Parents will be asked", "Parents may be asked", "'will' became 'may'"),
        ("Parents will be asked", "Parents should be asked", "'will' became 'should'"),
        ("Deliver training", "Aim to deliver training", "'aim to' was added"),
        ("We will deliver it", "We are seeking to deliver it", "'will' became 'seek to'"),
        ("Train 12 teachers", "Train 8 new teachers", "12 became 8"),
        ("Train twelve teachers", "Train ten teachers", "12 became 10"),
        ("Reach 40 per cent of families", "Reach 30% of families", "40% became 30%"),
        ("Reduce exclusions to 12", "Reduce exclusions to 20", "12 became 20"),
        ("Answer within 2 weeks", "Answer within 4 weeks", "2 became 4"),
        ("12 schools take part", "Several schools take part", "12 became 'several'"),
        ("Reach at least 40 families", "Reach 40 families", "'at least 40' lost 'at least'"),
        ("Open 12 clubs", "Open up to 12 clubs", "'up to' was added"),
        ("Open a club", "Open a club, subject to funding", "'subject to funding' was added"),
        ("Hold weekly clubs", "Hold clubs every term", "'weekly' became 'every term'"),
        ("Visit every new family within four weeks",
         "Explore how to visit new families within four weeks", "'explore' was added"),
        ("Visit the families", "Consider the families", "'visit' became 'consider'"),
        ("Always ask parents", "Usually ask parents", "'always' became 'usually'"),
        ("Deliver training in all 12 schools of the town by the end of the year",
         "The council will explore training in some of the 12 schools of the town",
         "'deliver' became 'explore', 'all' became 'some'"),
    ],
)  # fmt: skip
def test_a_weaker_word_or_number_promises_less(old, new, said):
    assert softened(old, new) == said
    assert softened(new, old) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Explore it"),
        ("Train 12 teachers", "Train twelve  teachers."),
        ("Ask each school’s lead", "Ask every school's lead"),
        ("Where possible, open a club", "Open a club where possible"),
        ("Open all clubs and review the plan", "Review the plan and open all clubs"),
        ("Reach at least 40 families", "Reach 60 families"),
        ("Train 12 teachers", "Train 8 parents"),
        ("Read the plan in May 2018", "Read the plan in June 2018"),
        ("Year 7 pupils visit", "Year 6 pupils visit"),
        ("Children aged 5 to 16", "Children aged 5 to 11"),
        ("Publish it by 12 May 2018", "Publish it by 8 May 2017"),
        ("As 2.1b says", "As 2.1a says"),
        ("See page 12", "See page 8"),
        ("Support for families", "Review for families"),
        ("Open a club and publish a guide", "Open a club"),
        ("A wait of 12 weeks", "A wait of 8 weeks"),
        ("Keep a list", "Keep an up to date list"),
        ("Visit children", "Visit children subject to a plan"),
        ("Deliver training in some schools", "Explore training in all schools"),
        ("The most vulnerable pupils", "Some vulnerable pupils"),
        ("Open 3 clubs, 5 shops", "Open 4 other shops"),
        ("Open a club where possible", "Open a club if possible"),
        ("Guarantee at least 40 places", "Guarantee no less than 40 places"),
        ("Families are visited", "Families explore how families are visited"),
        ("Explore clubs and visit them", "Explore how to visit clubs"),
        ("1 school takes part", "Some schools take part"),
    ],
)
def test_what_is_unsure_or_only_written_otherwise_promises_no_less(old, new):
    assert softened(old, new) is None


@given(TEXTS, TEXTS)
def test_no_two_texts_promise_less_than_each_other(one, other):
    assert softened(one, other) is None or softened(other, one) is None


@given(TEXTS)
def test_a_text_promises_no_less_than_itself(text):
    assert softened(text, f" {text.upper()} ") is None
