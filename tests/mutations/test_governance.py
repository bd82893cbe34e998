"""Approvals, risks and recommendations that lack what scrutiny asks for; promises in the text."""

TERM = ("updates", "2017-18 autumn")
APPROVAL = {"role": "Board", "by": "map", "date": "2017-10-12", "minute": "Item 3"}
RISK = {"ref": "R1", "text": "The grant ends early.", "response": "Ask the schools in time."}
RECOMMENDATION = {
    "ref": "R1",
    "text": "Tell each parent whom to ask.",
    "response": "accepted",
    "actions": ["2.1a"],
}
AT = ("recommendations", 0)
ASSESSED = (*AT, "assessments", "2017-18 autumn")
SLIPPED = {"rating": "slipped", "explanation": "Two schools said no.", "expected": "spring 2018"}


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def approval_recorded(it):
    it.set("approvals", value=[APPROVAL])
    it.clears("no-approval", "status")


def approval_taken_out(it):
    it.given("approvals", value=[APPROVAL])
    it.remove("approvals")
    it.expects("no-approval", "status")


def risks_without_what_went_wrong(it):
    it.set("risks", value=[RISK])
    it.clears("no-risks", "themes")
    for ref in ("2.1f", "2.6d"):
        it.expects("off-track-without-risk", *it.row(ref).path, *TERM, "rating")


def risks_with_what_went_wrong(it):
    it.set(
        "risks", value=[RISK | {"text": "The pilot (2.1f) and early help (2.6d) come to a stop."}]
    )
    it.clears("no-risks", "themes")


def recommendation_given_to_nobody(it):
    it.given("recommendations", value=[RECOMMENDATION])
    it.remove(*AT, "actions")
    it.expects("recommendation-without-action", *AT)


def slip_without_its_date_or_reason(it):
    it.given("recommendations", value=[RECOMMENDATION])
    it.given(*AT, "assessments", value={"2017-18 autumn": SLIPPED})
    it.remove(*ASSESSED, it.one_of(("explanation", "expected")))
    it.expects("slipped-without-date-and-reason", *ASSESSED, "rating")


def not_achieved_and_nobody_says_why(it):
    said = {"rating": "not-achieved", "explanation": "No school had the staff for it."}
    it.given("recommendations", value=[RECOMMENDATION])
    it.given(*AT, "assessments", value={"2017-18 autumn": said})
    it.remove(*ASSESSED, "explanation")
    it.expects("not-achieved-unexplained", *ASSESSED, "rating")


def achieved_and_not_signed_off(it):
    it.given("recommendations", value=[RECOMMENDATION])
    it.given(*AT, "assessments", value={"2017-18 autumn": {"rating": "achieved"}})
    it.given(*AT, "signed_off", value={"by": "map", "date": "2017-12-13"})
    it.remove(*AT, "signed_off")
    it.expects("achieved-not-signed-off", *ASSESSED, "rating")


def number_promised_in_a_text(it):
    row = it.pick(lambda action: action.ref)
    it.replace(*row.path, "text", value="Train 20 volunteers who read with children.")
    it.expects("number-not-a-target", *row.path, "text")


def day_in_a_text_outside_its_years(it):
    row = it.row(it.one_of(("2.1d", "2.1h", "2.2a", "2.6b", "v")))
    it.replace(*row.path, "schedule", value=["Year 1"])
    it.before = it.after
    it.replace(*row.path, "text", value="Hold a fair for families in March 2020.")
    it.expects("text-date-outside-schedule", *row.path, "text")


def row_that_never_ends(it):
    row = it.row(it.one_of(("2.1g", "ii", "iv")))
    it.set(*row.path, "due", value="ongoing")
    it.expects("open-ended", *row.path, "due")
    it.clears("no-timeline", *row.path)


def post_that_ends_before_its_work(it):
    post, ref = it.one_of((("named-officer-2-1d", "2.1d"), ("named-officer-2-4c", "2.4c")))
    it.set_in_programme("parties", it.party(post), "to", value="2018-07-31")
    it.expects("owner-left", *it.row(ref).path, "responsible")


KINDS = {
    approval_recorded: 1,
    approval_taken_out: 1,
    risks_without_what_went_wrong: 1,
    risks_with_what_went_wrong: 1,
    recommendation_given_to_nobody: 1,
    slip_without_its_date_or_reason: 2,
    not_achieved_and_nobody_says_why: 1,
    achieved_and_not_signed_off: 1,
    number_promised_in_a_text: 1,
    day_in_a_text_outside_its_years: 1,
    row_that_never_ends: 1,
    post_that_ends_before_its_work: 1,
}
