"""Documents to plans and programmes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.findings import Span
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan, Programme, Row, Scale, rows
from planctl.model.scale import Preset
from planctl.source import read

ROOT = Path(__file__).parents[2]
HEAD = "format: planctl/1\nid: plan\ntitle: Reading\n"
SNIPPETS = [
    *"\x00\ufeff\r\n\t\"'[]{}:-?&*!<#|>%@`\\~,. \u0085\u2028\u202e\u0301😀",
    "a", "- ", ": ", " #", "<<: ", "---\n", "...\n", "null", "title: ", "themes:\n", "actions:\n",
    "  - ", "text: ", "due: ", "schedule: ", "Year 1", "2017-18 autumn", "updates: ", "rating: ",
    "9" * 50, "٣", "²", "31/02/18", "&a ", "*a", "!t ", HEAD,
]  # fmt: skip
JARGON = ("scalar", "token", "mapping", "sequence", "node", "stream", "pydantic", "None", "valid ")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=60),
        st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")),
        st.lists(st.sampled_from(SNIPPETS), max_size=25).map(lambda parts: "".join(parts).encode()),
        st.lists(st.sampled_from(SNIPPETS), max_size=9).map(
            lambda parts: (HEAD + "".join(parts)).encode()
        ),
    )
)
def test_whatever_a_file_holds_is_a_plan_or_is_explained(raw):
    document = read(raw, "plan.yaml")
    for loaded in (load_plan(document, "plan", None), load_programme(document)):
        assert bool(loaded.findings) or loaded.record is not None
        for finding in loaded.findings:
            said = f"{finding.message} {finding.help}"
            assert is_within(document.lines.text, finding.span), finding
            assert finding.message
            assert finding.help
            assert "\n" not in said
            assert len(said) < 500
            assert not [word for word in JARGON if word in said]


def is_within(text: str, span: Span | None) -> bool:
    assert span is not None
    lines = text.split("\n")
    is_in_order = (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    return is_in_order and span.line <= len(lines) and span.column <= len(lines[span.line - 1]) + 1


def test_the_shipped_plan_loads_without_a_finding():
    raw = (ROOT / "plans" / "parental-partnership.yaml").read_bytes()
    loaded = load_plan(read(raw, "plan.yaml"), "parental-partnership", None)
    assert (loaded.findings, len(list(rows(plan_of(loaded))))) == ((), 33)


def test_the_shipped_programme_loads_without_a_finding():
    raw = (ROOT / "plans" / "programme.yaml").read_bytes()
    loaded = load_programme(read(raw, "programme.yaml"))
    assert loaded.findings == ()
    assert loaded.record is not None
    assert loaded.record.priorities == ("parental-partnership",)


def test_a_plan_of_every_short_form_loads(loaded: Loaded[Plan]):
    """
    format: planctl/1
    id: plan
    title: Reading
    scale: brag
    diagnosis: Few read at home.
    funding:
      - {period: Year 1, amount: "£40,000"}
    themes:
      - title: At home
        responsible: [library]
        actions:
          - text: Open a club
            notes: In each ward
            responsible: library
            schedule: Year 1
            due: spring 2018
            success: More children read
            evidence: A survey
            milestones: [Find a room]
            updates:
              autumn 2017: {rating: B, next_steps: [Advertise]}
              2017-18 spring:
          - text: Buy books
            schedule: {Year 1: √, Year 2: roll out}
    """
    assert loaded.findings == ()
    club, books = (row.action for row in rows(plan_of(loaded)))
    assert (club.notes, [one.party for one in club.responsible]) == (("In each ward",), ["library"])
    assert {str(period): entry.phase for period, entry in club.schedule.items()} == {"Year 1": None}
    assert {str(period): entry.phase for period, entry in books.schedule.items()} == {
        "Year 1": None,
        "Year 2": "roll-out",
    }
    assert [one.text for one in club.success] == ["More children read"]
    assert [one.text for one in club.milestones] == ["Find a room"]
    assert [one.title for one in club.evidence] == ["A survey"]
    assert {str(period): update.rating for period, update in club.updates.items()} == {
        "2017-18 autumn": "blue"
    }


def plan_of(loaded: Loaded[Plan]) -> Plan:
    assert loaded.record is not None
    return loaded.record


@pytest.mark.parametrize(
    ("stem", "message", "remedy"),
    [
        (
            "other",
            "id is plan, but the file is named other",
            "Write id: other, or name the file plan.yaml.",
        ),
        ("My plan", "id is plan, but the file is named My plan", "Name the file plan.yaml."),
    ],
)
def test_a_plan_bears_the_name_of_its_file(stem, message, remedy):
    loaded = load_plan(read(HEAD.encode(), "plan.yaml"), stem, None)
    assert loaded.record is None
    assert [(found.code, found.span, found.message, found.help) for found in loaded.findings] == [
        ("PLN109", Span(2, 5, 2, 9), message, remedy)
    ]


def test_a_wrong_name_is_said_beside_other_mistakes():
    loaded = load_plan(read((HEAD + "staus: live\n").encode(), "plan.yaml"), "other", None)
    assert [found.message for found in loaded.findings] == [
        "id is plan, but the file is named other",
        "staus is not a field of the plan",
    ]


def test_a_file_that_cannot_be_read_to_its_end_says_only_why():
    loaded = load_plan(read(b"format: planctl/1\ntitle: A: B\n", "plan.yaml"), "plan", None)
    assert [found.code for found in loaded.findings] == ["PLN001"]


def test_a_refused_value_keeps_a_sound_plan_from_loading():
    loaded = load_plan(read((HEAD + "title: Writing\n").encode(), "plan.yaml"), "plan", None)
    assert (loaded.record, [found.code for found in loaded.findings]) == (None, ["PLN008"])


def test_what_an_alias_left_out_is_not_missed_as_well(loaded: Loaded[Plan]):
    """
    format: planctl/1
    id: plan
    title: *title
    themes:
      - *theme
      - title: At home
        actions: *actions
    """
    assert [(found.code, found.path) for found in loaded.findings] == [
        ("PLN005", ("title",)),
        ("PLN005", ("themes", 0)),
        ("PLN005", ("themes", 1, "actions")),
    ]


RATED = """themes:
  - title: At home
    actions:
      - text: Open a club
        updates: {2017-18 autumn: {rating: RATING}}
"""


@pytest.mark.parametrize(
    ("scale", "written", "level"),
    [
        ("", "G", "green"),
        ("", " On Track ", None),
        ("scale: brag\n", "Blue", "blue"),
        ("scale: {preset: scrutiny}\n", "On track", "on-track"),
        ("scale: scrutiny\n", "3", "slipped"),
        (
            "scale: {levels: [{id: up, label: Well under way, state: on_track}]}\n",
            "well-under_way",
            "up",
        ),
    ],
)
def test_a_rating_is_read_by_id_label_or_letter_on_the_plans_scale(scale, written, level):
    text = HEAD + scale + RATED.replace("RATING", written)
    loaded = load_plan(read(text.encode(), "plan.yaml"), "plan", None)
    if level is None:
        assert [found.code for found in loaded.findings] == ["PLN110"]
    else:
        assert ratings(plan_of(loaded)) == [level]


def test_a_rating_is_read_on_the_programmes_scale_where_the_plan_has_none():
    programme = Programme(
        format="planctl/1", id="p", title="P", scale=Scale(preset=Preset.SCRUTINY)
    )
    text = HEAD + RATED.replace("RATING", "1")
    loaded = load_plan(read(text.encode(), "plan.yaml"), "plan", programme)
    assert ratings(plan_of(loaded)) == ["achieved"]


def test_on_a_scale_that_cannot_be_read_no_rating_is_judged():
    text = HEAD + "scale: ragg\n" + RATED.replace("RATING", "purple")
    loaded = load_plan(read(text.encode(), "plan.yaml"), "plan", None)
    assert [found.message for found in loaded.findings] == ["'ragg' is not a word for scale"]


def ratings(plan: Plan) -> list[str | None]:
    return [update.rating for row in rows(plan) for update in updates(row)]


def updates(row: Row):
    return row.action.updates.values()
