"""Tables of money, indicators and risks, into the plan's lists. All documents are invented."""

import pytest
from docx import Document

from planctl.transfer import period_called, told
from planctl.transfer.known_parties import parties_in
from planctl.transfer.ledger import Fate

ACTIONS = (("Ref", "Action", "Who"), ("1", "Open six rooms", "Library"))
MONEY = (
    ("Year", "Amount", "Source", "Spent", "Notes"),
    ("Year 1", "£12,000", "Council grant", "£6,000", "Half is staff"),
    ("Year 2", "9,500.50", "Lottery", "-", ""),
)
KPIS = (
    ("Ref", "Indicator", "Baseline", "Target 2018-19", "Actual 2017-18", "RAG", "Owner"),
    ("K1", "Children who read daily", "41%", "50%", "44%", "Amber", "Library"),
    ("K2", "Volunteers", "None yet", "at least 40", "survey late", "", "Schools"),
)
RISKS = (
    ("Ref", "Risk", "Likelihood", "Impact", "Mitigation", "Risk owner", "Review date", "Status"),
    ("R1", "Two rooms are lost", "3", "5", "Use school halls", "Library", "May 2018", "Open"),
    ("R2", "Volunteers leave", "High", "4", "Recruit twice", "Schools", "often", "Watching"),
)


def document(*blocks):
    made = Document()
    made.add_heading("Reading Together", 0)
    for block in blocks:
        if isinstance(block, str):
            made.add_heading(block, 1)
            continue
        table = made.add_table(rows=0, cols=len(block[0]))
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return made


@pytest.fixture
def plan_of(saved):
    """`plan_of(block, ...)` imports the tables and headings behind a table of actions."""

    def take(*blocks, **wanted):
        found = saved(document(ACTIONS, *blocks), **wanted)
        assert sum(found.account.count(fate) for fate in Fate) == found.account.total
        return found

    return take


def test_money_by_year_becomes_lines_of_funding(plan_of):
    found = plan_of("Resources for reading", MONEY)
    assert found.is_complete
    assert [(str(one.period), one.amount, one.origin, one.spent, one.note)
            for one in found.loaded.record.funding] == [
        ("Year 1", 12000, "Council grant", 6000, "Half is staff"),
        ("Year 2", pytest.approx(9500.5), "Lottery", None, None),
    ]  # fmt: skip
    assert found.loaded.record.narrative == ()


def test_years_beside_each_other_become_a_line_each(plan_of):
    found = plan_of((("Funder", "Year 1", "Year 2"), ("Council", "£900", "£800")))
    assert [(str(one.period), one.amount, one.origin) for one in found.loaded.record.funding] == [
        ("Year 1", 900, "Council"), ("Year 2", 800, "Council"),
    ]  # fmt: skip


def test_a_sum_and_an_amount_in_words_are_kept_as_passages(plan_of):
    rows = (("Total", "£21,500"), ("Year 3", "to be agreed"))
    found = plan_of((("Year", "Budget"), ("Year 1", "£900"), *rows))
    assert found.is_complete
    assert len(found.loaded.record.funding) == 1
    assert [one.text for one in found.loaded.record.narrative] == [
        "Year: Total; Budget: £21,500", "Year: Year 3; Budget: to be agreed",
    ]  # fmt: skip
    assert found.warnings == (
        "a row of money, indicators or risks was kept as a passage of the plan (2)",
    )


def test_indicators_keep_their_figures_by_period(plan_of):
    found = plan_of("Key performance indicators", KPIS, term=period_called("2017-18"))
    assert found.is_complete
    first, second = found.loaded.record.kpis
    assert (first.ref, first.title, first.baseline.value, first.owner) == (
        "K1", "Children who read daily", 41, "Library",
    )  # fmt: skip
    assert {str(term): one.value for term, one in first.targets.items()} == {"2018-19": 50}
    assert {str(term): (one.value, one.rating) for term, one in first.actuals.items()} == {
        "2017-18": (44, "amber"),
    }
    assert [str(one.kind) for one in second.targets.values()] == ["at_least"]
    assert [one.comment for one in second.actuals.values()] == ["survey late"]


def test_figures_without_a_period_are_asked_about(plan_of):
    table = (("Indicator", "Baseline", "Target", "Actual"), ("Readers", "41%", "50%", "44%"))
    found = plan_of(table)
    assert (found.untold, found.undated, found.is_complete) == (("Actual",), ("Target",), False)
    lines = [*told(found)]
    assert "  'Target': by when is it to be reached? Say --map 'Target=target 2018-19'." in lines
    term = period_called("2017-18")
    answered = plan_of(table, maps=["Target=target 2018-19"], term=term)
    assert answered.is_complete


def test_years_below_a_heading_of_targets_are_their_periods(plan_of):
    table = (
        ("Measure", "Baseline", "Target", "Target"),
        ("", "", "2017-18", "2018-19"),
        ("Readers", "41%", "45%", "50%"),
    )
    (kpi,) = plan_of(table).loaded.record.kpis
    assert [str(term) for term in kpi.targets] == ["2017-18", "2018-19"]


def test_risks_keep_their_scores_and_words_are_never_turned_into_numbers(plan_of):
    found = plan_of("Risk register", RISKS)
    assert found.is_complete
    first, second = found.loaded.record.risks
    assert (first.ref, first.text, first.inherent.likelihood, first.inherent.impact) == (
        "R1", "Two rooms are lost", 3, 5,
    )  # fmt: skip
    assert (first.response, first.owner, first.status) == ("Use school halls", "Library", "open")
    assert (second.inherent, dict(second.own)) == (None, {
        "likelihood": "High", "review-date": "often", "status": "Watching", "impact": "4",
    })  # fmt: skip


def test_beside_a_score_an_action_answers_the_risk(plan_of):
    found = plan_of((("Risk", "Likelihood", "Impact", "Action"), ("Rain", "2", "2", "Use a tent")))
    assert [one.response for one in found.loaded.record.risks] == ["Use a tent"]


def test_a_table_of_actions_that_also_names_risks_is_one_of_actions(plan_of):
    table = (("Action", "Risk", "Likelihood", "Impact", "By when"),
             ("Hold a fair", "Rain", "2", "2", "May 2018"))  # fmt: skip
    found = plan_of(table)
    assert found.loaded.record.risks == ()
    assert [row.text for theme in found.loaded.record.themes for row in theme.actions] == [
        "Open six rooms", "Hold a fair",
    ]  # fmt: skip


def test_a_column_that_is_not_known_is_asked_about_and_its_text_is_unmapped(plan_of):
    table = (("Risk", "Likelihood", "Impact", "Zone"), ("Rain", "2", "2", "North"))
    found = plan_of(table)
    assert [one.text for one in found.account.unmapped] == ["North"]
    assert [doubt.column.heading for doubt in found.doubts] == ["Zone"]
    kept = plan_of(table, maps=["Zone=notes"])
    assert [one.text for one in kept.loaded.record.narrative] == ["Rain – Zone: North"]
    assert plan_of(table, maps=["Zone=ignore"]).is_complete


def test_a_table_that_may_be_two_things_is_named_and_left(plan_of):
    table = (("Risk", "Impact", "Indicator", "Baseline"), ("Rain", "2", "Days", "3"))
    found = plan_of(table)
    assert (len(found.left), found.is_complete) == (1, False)


def test_a_known_owner_is_the_party_and_a_source_is_kept(plan_of, tmp_path):
    parties = tmp_path / "parties.yaml"
    parties.write_text("parties:\n  - {id: library, name: Library, kind: organisation}\n")
    table = (("Indicator", "Baseline", "Owner", "Data source"),
             ("Readers", "41%", "Library", "Survey"))  # fmt: skip
    (kpi,) = plan_of(table, parties=parties_in(parties)).loaded.record.kpis
    assert (kpi.owner, kpi.origin) == ("library", "Survey")


def test_titles_inside_the_table_and_texts_without_room_are_passages(plan_of):
    long = "The number of children who read, counted once a term by each school, " * 5
    table = (("Our indicators", "", ""), ("Ref", "Indicator", "Baseline"),
             ("K1", long, "41%"), ("K2", "Readers", "40%"))  # fmt: skip
    found = plan_of(table)
    assert [kpi.title for kpi in found.loaded.record.kpis] == ["Readers"]
    texts = [one.text for one in found.loaded.record.narrative]
    assert (texts[0], texts[1].startswith("Ref: K1; Indicator: The number")) == (
        "Our indicators", True,
    )  # fmt: skip
    assert found.is_complete


def test_what_cannot_be_read_stays_as_one_of_the_plans_own_fields(plan_of):
    long = "see the register of the council, page 12, for this one and for all the others"
    table = (("No", "Indicator", "Actual 2017-18", "RAG"), (long, "Readers", "44%", "fair"))
    (kpi,) = plan_of(table).loaded.record.kpis
    assert (kpi.ref, dict(kpi.own)) == (None, {"no": long, "rag": "fair"})


def test_a_score_with_one_grade_is_none(plan_of):
    (risk,) = plan_of((("Risk", "Impact", "Response"), ("Rain", "4", ""))).loaded.record.risks
    assert (risk.inherent, dict(risk.own)) == (None, {"impact": "4"})


def test_fields_of_the_plans_own_tell_actions_and_risks_apart(saved):
    actions = (("Ref", "Action", "Likelihood"), ("1", "Open six rooms", "likely"))
    risks = (("Risk", "Likelihood", "Impact"), ("Rain", "High", "Low"))
    found = saved(document(actions, "Risks", risks), maps=["column 3=own"])
    assert found.loaded.findings == ()
    assert [(one.name, str(one.for_)) for one in found.loaded.record.fields] == [
        ("likelihood", "action"), ("risk-likelihood", "risk"), ("impact", "risk"),
    ]  # fmt: skip
