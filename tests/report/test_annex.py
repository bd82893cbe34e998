"""The annex: position, glossary, decisions, method; and nothing that a plan says is lost."""

import itertools
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from planctl.model import Plan, Scale
from planctl.model.plain import plain as plain_values
from planctl.model.record import Record
from planctl.report import ReportRequest, build_context, render_html
from planctl.report.tables import Cell, Line

RICH = Path(__file__).parent / "rich.yaml"


def sections(context):
    return {section.key: section for section in context.annex.sections}


def records(found):
    """Every record within what is given."""
    if isinstance(found, Record):
        yield found
        for name in type(found).model_fields:
            yield from records(getattr(found, name))
    elif isinstance(found, tuple):
        for entry in found:
            yield from records(entry)
    elif isinstance(found, Mapping):
        for entry in found.values():
            yield from records(entry)


def numbered_plan():
    """The rich plan, with a number behind each MINE that nothing else in it refers to."""
    count = itertools.count(1)
    text = re.sub(r"\bMINE\b", lambda _: f"MINE{next(count)}", RICH.read_text(encoding="utf-8"))
    given = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text alone
    return Plan.model_validate(given, context={"scale": Scale()})


def without_what_stands_elsewhere(found):
    """Without updates of earlier terms, which earlier reports hold, and what approvals keep."""
    if isinstance(found, dict):
        kept = {name: entry for name, entry in found.items() if name != "agreed"}
        if "updates" in kept:
            kept["updates"] = {"2017-18 spring": found["updates"].get("2017-18 spring")}
        return {name: without_what_stands_elsewhere(entry) for name, entry in kept.items()}
    return (
        [without_what_stands_elsewhere(one) for one in found] if isinstance(found, list) else found
    )


def test_the_rich_plan_fills_the_fields_of_every_record_that_it_has(rich_plan):
    filled: set[str] = set()
    known: set[str] = set()
    for record in records(rich_plan.plan):
        kind = type(record)
        known |= {f"{kind.__name__}.{name}" for name in kind.model_fields}
        filled |= {
            f"{kind.__name__}.{name}"
            for name in kind.model_fields
            if name in record.model_fields_set
        }
    # Its scale is a preset, and its cost is not nil.
    assert known - filled == {"Scale.levels", "Cost.nil"}


def test_the_rich_plan_has_every_field_of_a_plan(rich_plan):
    assert set(Plan.model_fields) - rich_plan.plan.model_fields_set == set()


def test_nothing_that_the_plan_says_is_missing_from_an_officers_report():
    plan = numbered_plan()
    request = ReportRequest(plan.timeline.period("2017-18 spring"), date(2018, 4, 30))
    page = render_html(build_context(plan, request, (), ()))

    said = set(re.findall(r"MINE\d+", str(without_what_stands_elsewhere(plain_values(plan)))))
    assert said - set(re.findall(r"MINE\d+", page)) == set()


def test_the_position_statement_holds_its_facts(context, plan):
    made = sections(
        context(
            plan(
                vision="Every child reads for joy.",
                aim="Families read together.",
                diagnosis=[
                    {
                        "text": "Few families own books.",
                        "facts": [
                            {"text": "Homes without books", "value": "31%", "source": "Survey"}
                        ],
                    }
                ],
                evaluation={"frequency": "termly", "questions": ["What has changed?"]},
            )
        )
    )
    assert made["position"].lines == (
        Line("Every child reads for joy.", "Vision"),
        Line("Families read together.", "Aim"),
        Line("Few families own books."),
        Line("Homes without books: 31% (Survey)", "Fact", "note"),
        Line("every term", "Progress is judged"),
        Line("What has changed?", "Each review asks"),
    )


def test_the_head_of_the_plan(context, plan):
    made = context(
        plan(
            status="live", coordinator="Library", assertions={"actions": 1, "themes": 1, "ticks": 2}
        )
    )
    assert sections(made)["about"].lines == (
        Line("reading", "Name in planctl"),
        Line("live", "Status of the plan"),
        Line("Library", "Coordinator"),
        Line("1 September 2017 to 31 August 2020", "Runs from"),
        Line("1 action, 1 theme, 2 ticks", "As the plan counts itself"),
    )


def test_abbreviations_that_are_used_come_first_and_the_others_are_named(context, plan):
    made = context(
        plan(
            {"text": "Ask the EAL team, not the FISHERS."},
            glossary={"FIS": "Family information", "EAL": "English as an additional language"},
        )
    )
    assert sections(made)["glossary"].lines == (
        Line("1 of 2 words of the glossary is used in the plan."),
        Line("English as an additional language", "EAL"),
        Line("FIS: Family information", "Not used in the plan", "small"),
    )


def test_a_decision_says_what_was_and_what_is(context, plan):
    change = {
        "id": "C1",
        "date": "2018-03-14",
        "target": "club",
        "field": "due",
        "from": "2018-03-29",
        "to": "2018-07-20",
        "reason": "No room was found.",
        "decided_by": "Board",
        "minute": "Item 3",
    }
    made = context(plan({"ref": "1a", "uid": "club", "text": "Open a club."}, changes=[change]))

    section = sections(made)["decisions"]
    assert section.lines == (Line("1 of 1 change names who decided it."),)
    assert section.table.groups[0].rows[0].cells == (
        Cell((Line("C1"), Line("14 March 2018"))),
        Cell((Line("1a: due"),)),
        Cell((Line("29 March 2018", "Was"), Line("20 July 2018", "Is"))),
        Cell((Line("No room was found."), Line("Board, Item 3", "Decided by", "note"))),
    )


def test_an_action_that_a_decision_closed_says_how(context, plan):
    van = {"ref": "1a", "uid": "van", "text": "Drive.", "closure": {"reason": "dropped"}}
    bus = {"ref": "1b", "text": "Ride.", "closure": {"reason": "merged", "into": "van"}}
    made = context(plan(van, bus, changes=[{"target": "van"}, {"target": "1b"}]))
    rows = sections(made)["decisions"].table.groups[0].rows
    assert [row.cells[1:3] for row in rows] == [
        (Cell((Line("1a"),)), Cell((Line("dropped", "Is"),))),
        (Cell((Line("1b"),)), Cell((Line("merged into 1a", "Is"),))),
    ]


def test_a_benchmark_is_printed_with_its_figure(context, plan):
    benchmark = {"value": "20.5", "text": "Towns like this one.", "period": "2016-17"}
    kpi = {"ref": "K1", "title": "Absence", "unit": "%", "benchmark": benchmark}
    (row,) = sections(context(plan(kpis=[kpi])))["kpis"].table.groups[0].rows
    assert row.cells[1].lines[-1] == Line("Benchmark: 20.5%, Towns like this one, 2016-17")


def test_a_document_without_a_place_is_counted(context, plan):
    documents = [
        {"id": "minutes", "role": "minutes", "locator": "minutes.pdf"},
        {"id": "strategy", "role": "strategy", "title": "Reading for all"},
        {"id": "delivery", "role": "annual_delivery_plan", "expected": "3"},
    ]
    section = sections(context(plan(documents=documents)))["documents"]
    assert section.lines == (Line("For 1 of 3 entries a place is named where it can be found."),)
    assert [row.cells[3] for row in section.table.groups[0].rows] == [
        Cell((Line("minutes.pdf"),)),
        Cell((Line("No place named", kind="gap"),)),
        Cell((Line("planctl prints it from the plan"),)),
    ]


def test_what_no_other_part_shows_stands_under_the_name_of_its_entry(context, plan):
    made = context(
        plan(
            {
                "ref": "1a",
                "text": "Open a club.",
                "due": "2018-03-29",
                "priority": "1",
                "own": {"ward": "North"},
                "revised": [{"date": "2018-07-20", "from": "2018-03-29", "change": "C1"}],
                "evidence": [{"id": "E1", "title": "Survey", "sha256": "ab"}],
            },
            fields=[{"name": "ward", "title": "Ward"}],
        )
    )
    rows = sections(made)["rest"].table.groups[0].rows
    assert [row.cells for row in rows] == [
        (
            Cell((Line("Action 1a"),)),
            Cell((
                Line("1", "Priority"),
                Line("29 March 2018", "First agreed"),
                Line("20 July 2018, before that 29 March 2018 (decision C1)", "Revised"),
                Line("North", "Ward"),
            )),
        ),
        (Cell((Line("Evidence E1, of 1a"),)), Cell((Line("ab", "SHA-256", "hash"),))),
    ]  # fmt: skip


def test_what_a_kpi_counts_and_what_was_said_with_its_figures(context, plan):
    kpi = {
        "ref": "K1",
        "title": "Attendance",
        "definition": "Sessions attended out of all.",
        "unit": "%",
        "better": "higher",
        "source": "Registers",
        "owner": "Data officer",
        "tolerance": "0.2",
        "actuals": {
            "2016-17 summer": {"value": "93", "by": "Data officer", "date": "2017-08-30"},
            "2017-18 autumn": {"value": "94", "comment": "Flu.", "by": "Data officer"},
            "2018-19 autumn": {"value": "95", "comment": "Later."},
        },
    }
    table = sections(context(plan(kpis=[kpi, "Books"])))["kpis"].table
    assert [row.cells for row in table.groups[0].rows] == [
        (
            Cell((Line("K1 Attendance"),)),
            Cell((
                Line("Sessions attended out of all."),
                Line("%, higher is better", kind="note"),
                Line(
                    "Figures from: Registers; Answers for it: Data officer; Tolerance: 0.2 points"
                ),
                Line("Flu. (Data officer)", "Autumn 2017-18"),
                Line("Summer 2016-17: Data officer, 30 August 2017", "Given by"),
            )),
        ),
    ]  # fmt: skip


def test_a_plan_that_says_little_has_its_head_and_the_method_alone(context, plan):
    made = sections(context(plan({"text": "Read aloud."})))
    assert list(made) == ["about", "method"]
    assert len(made["method"].points) == 8
