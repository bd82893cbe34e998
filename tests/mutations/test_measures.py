"""Money and measures that are changed in silence, do not add up, or cannot be."""

MEASURE = {
    "ref": "K2",
    "uid": "schools-with-a-link",
    "title": "Schools with a link to the directory",
    "type": "contextual",
    "unit": "schools",
    "better": "higher",
    "baseline": {"value": "8", "period": "2016-17"},
    "targets": {"2017-18 autumn": "25", "2018-19": "40"},
    "actuals": {"2017-18 autumn": {"value": "31", "rating": "green", "trend": "improving"}},
    "source": "Check of school websites",
    "owner": "map",
    "definition": "Schools whose website has the link, out of 44.",
}
AT = ("kpis", 0)
ACTUAL = (*AT, "actuals", "2017-18 autumn")
TO_FOLLOW = {"uid": "indicators", "title": "Key indicators", "status": "to_follow"}


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def amount_mistyped(it):
    it.given("declared_total", value="95000")
    number = it.one_of(range(3))
    it.replace("funding", number, "amount", value="35000")
    it.expects("funding-sum", "declared_total")
    it.expects("assertion-failed", "assertions", "funding_total")


def total_mistyped(it):
    it.given("declared_total", value="95000")
    it.replace("declared_total", value=it.one_of(("59000", "9500")))
    it.expects("funding-sum", "declared_total")


def more_spent_than_there_is(it):
    number, field = it.one_of([(number, field) for number in range(3) for field in SPENDING])
    it.set("funding", number, field, value="41500")
    it.expects("overspend", "funding", number, field)


def money_that_is_not_secured(it):
    number = it.one_of(range(3))
    it.set("funding", number, "secured", value=it.one_of(("none", "part", "none")))
    it.expects("gap-unexplained", "funding", number, "secured")


def indicators_later_than_promised(it):
    it.given(*AT, value=TO_FOLLOW | {"to_follow_by": "2018-06-29"})
    it.replace(*AT, "to_follow_by", value=it.one_of(("2017-12-01", "2017-12-31")))
    it.expects("kpi-to-follow", *AT, "status")


def indicators_without_their_day(it):
    it.given(*AT, value=TO_FOLLOW | {"to_follow_by": "2018-06-29"})
    it.remove(*AT, "to_follow_by")
    it.expects("kpi-to-follow", *AT, "status")


def target_lowered(it):
    it.given(*AT, value=MEASURE)
    period, target = it.one_of((("2017-18 autumn", "20"), ("2018-19", "35")))
    it.replace(*AT, "targets", period, value=target)
    it.expects("kpi-target-changed", *AT, "targets", period)


def past_figure_changed(it):
    it.given(*AT, value=MEASURE)
    it.replace(*ACTUAL, "value", value=it.one_of(("32", "29")))
    it.expects("last-period-restated", *ACTUAL)


def measure_counts_something_else(it):
    it.given(*AT, value=MEASURE)
    it.replace(*AT, "unit", value="visits")
    it.expects("redefined-under-same-ref", *AT, "unit")


def figure_that_cannot_be(it):
    it.given(*AT, value=MEASURE | {"unit": "%"})
    it.replace(*AT, "targets", "2018-19", value="400")
    it.expects("kpi-out-of-range", *AT, "targets", "2018-19", "value")
    it.expects("kpi-target-changed", *AT, "targets", "2018-19")


def good_rating_of_a_missed_target(it):
    it.given(*AT, value=MEASURE)
    it.given(*ACTUAL, value={"value": "20", "rating": "amber", "trend": "improving"})
    it.replace(*ACTUAL, "rating", value="green")
    it.expects("kpi-rating-disagrees", *ACTUAL, "rating")


def trend_against_its_figures(it):
    it.given(*AT, value=MEASURE)
    it.given(*ACTUAL, "last", value="33")
    it.given(*ACTUAL, "trend", value="worsening")
    it.replace(*ACTUAL, "trend", value="improving")
    it.expects("trend-contradicts", *ACTUAL, "trend")


def green_beside_a_figure_off_track(it):
    row = it.row(it.one_of(("2.1a", "2.2b")))
    it.given(*AT, value=MEASURE | {"type": "performance"})
    it.given(*ACTUAL, value={"value": "20", "rating": "amber", "trend": "improving"})
    it.given(*row.path, "kpis", value=["K2"])
    it.replace(*ACTUAL, "rating", value="red")
    it.expects("kpi-contradicts-rating", *row.path, "updates", "2017-18 autumn", "rating")


def benchmark_in_words_alone(it):
    it.given(*AT, value=MEASURE)
    it.set(*AT, "benchmark", value="the best quarter of similar areas")
    it.expects("benchmark-without-value", *AT, "benchmark")


def impact_on_the_word_of_one_side(it):
    row = it.row("2.1h")
    it.given(*row.path, "updates", "2017-18 autumn", "impact", value="green")
    it.remove(*row.path, "evidence", 1)
    it.replace(*row.path, "updates", "2017-18 autumn", "evidence", value=["E1"])
    it.expects("not-triangulated", *row.path, "updates", "2017-18 autumn", "impact")


def figure_not_given(it):
    it.given(*AT, value=MEASURE)
    it.given(*AT, "actuals", value={"2017-18 autumn": {"value": "31", "provisional": "true"}})
    it.remove(*AT, "actuals")
    it.expects("kpi-missed-period", *AT)


def targets_that_go_back(it):
    it.given(*AT, value=MEASURE)
    it.given(*AT, "targets", value={"2017-18": "to be set", "2018-19": "to be set"})
    it.replace(*AT, "targets", value={"2017-18": "40", "2018-19": "35"})
    it.expects("target-path-not-monotone", *AT, "targets", "2018-19")


def measure_without_a_way_that_is_better(it):
    it.given(*AT, value=MEASURE)
    it.given(*AT, "tolerance", value="2")
    it.remove(*AT, "better")
    it.expects("kpi-incomplete", *AT, "tolerance")


def owner_of_a_measure_unknown(it):
    it.given(*AT, value=MEASURE)
    it.replace(*AT, "owner", value="Friends of the school")
    it.expects("unknown-party", *AT, "owner")


def promise_that_nothing_delivers(it):
    kind = it.one_of(("promise", "objective", "we_will"))
    it.set("commitments", value=[{"statement": "Every parent is heard.", "type": kind}])
    it.expects("commitment-without-action", "commitments", 0, "statement")


SPENDING = ("spent", "forecast")

KINDS = {
    amount_mistyped: 2,
    total_mistyped: 1,
    more_spent_than_there_is: 2,
    money_that_is_not_secured: 2,
    indicators_later_than_promised: 1,
    indicators_without_their_day: 1,
    target_lowered: 2,
    past_figure_changed: 1,
    measure_counts_something_else: 1,
    figure_that_cannot_be: 1,
    good_rating_of_a_missed_target: 1,
    trend_against_its_figures: 1,
    green_beside_a_figure_off_track: 1,
    benchmark_in_words_alone: 1,
    impact_on_the_word_of_one_side: 1,
    figure_not_given: 1,
    targets_that_go_back: 1,
    measure_without_a_way_that_is_better: 1,
    owner_of_a_measure_unknown: 1,
    promise_that_nothing_delivers: 1,
}
