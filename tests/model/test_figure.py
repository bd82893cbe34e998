"""Figures of a KPI in their short forms."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Actual, ChangeOf, Figure, Target, TargetKind, Trend, read_period
from planctl.model.figure import ActualField, FigureField, TargetField

FIGURE: TypeAdapter[Figure] = TypeAdapter(FigureField)
TARGET: TypeAdapter[Target] = TypeAdapter(TargetField)
ACTUAL: TypeAdapter[Actual] = TypeAdapter(ActualField)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("61%", Figure(value=Decimal(61))),
        ("-0.2", Figure(value=Decimal("-0.2"))),
        ("+3", Figure(value=Decimal(3))),
        ("1,800", Figure(value=Decimal(1800))),
        ("the best quarter", Figure(text="the best quarter")),
        ("about 60%", Figure(text="about 60%")),
        (
            {"value": "61", "period": "2016-17", "source": "Census"},
            Figure(value=Decimal(61), period=read_period("2016-17"), source="Census"),
        ),
    ],
)
def test_a_baseline_is_a_number_or_words(written, figure):
    assert FIGURE.validate_python(written) == figure


def target(kind: TargetKind, value: str | None = None, text: str | None = None) -> Target:
    return Target(kind=kind, value=None if value is None else Decimal(value), text=text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("95", target(TargetKind.ABSOLUTE, "95")),
        ("95 %", target(TargetKind.ABSOLUTE, "95")),
        ("1,200", target(TargetKind.ABSOLUTE, "1200")),
        ("at least 95%", target(TargetKind.AT_LEAST, "95")),
        ("At least  95", target(TargetKind.AT_LEAST, "95")),
        ("≥ 95", target(TargetKind.AT_LEAST, "95")),
        (">=95", target(TargetKind.AT_LEAST, "95")),
        ("at most 20", target(TargetKind.AT_MOST, "20")),
        ("≤20", target(TargetKind.AT_MOST, "20")),
        ("<= 20", target(TargetKind.AT_MOST, "20")),
    ],
)
def test_a_target_in_figures_is_read_as_what_it_says(written, expected):
    assert TARGET.validate_python(written) == expected


@pytest.mark.parametrize(
    "written",
    ["to be set", "To be agreed", "to be confirmed", "to follow", "TBC", "tba"],
)
def test_a_target_still_to_be_set_keeps_its_words(written):
    assert TARGET.validate_python(written) == target(TargetKind.ESTABLISH, text=written)


@pytest.mark.parametrize(
    "written", ["+10%", "-5", "10% more", "at least two schools", "the best quarter", "95% by May"]
)
def test_words_that_leave_room_for_doubt_stay_words(written):
    assert TARGET.validate_python(written) == target(TargetKind.NARRATIVE, text=written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"value": "-0.2"}, target(TargetKind.ABSOLUTE, "-0.2")),
        ({"value": "95", "text": "by May"}, target(TargetKind.ABSOLUTE, "95", "by May")),
        ({"text": "the best quarter"}, target(TargetKind.NARRATIVE, text="the best quarter")),
        ({"text": "all", "kind": None}, target(TargetKind.NARRATIVE, text="all")),
        ({"text": "all", "kind": "benchmark"}, target(TargetKind.BENCHMARK, text="all")),
        (
            {"kind": "change pct", "value": "10%", "of": "previous"},
            Target(kind=TargetKind.CHANGE_PCT, value=Decimal(10), of=ChangeOf.PREVIOUS),
        ),
    ],
)
def test_the_full_form_says_its_kind_or_what_it_holds_does(written, expected):
    assert TARGET.validate_python(written) == expected


def test_an_actual_figure_is_a_number_or_the_full_form():
    assert ACTUAL.validate_python("64%") == Actual(value=Decimal(64))
    assert ACTUAL.validate_python({"trend": "improving", "provisional": "true"}) == Actual(
        trend=Trend.IMPROVING, provisional=True
    )


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (FIGURE, "1,0"), (FIGURE, "\u22125"), (FIGURE, {"value": "about 60"}),
        (TARGET, "9,5"), (TARGET, "at least 9,5"),
        (ACTUAL, "not known"), (ACTUAL, {"last": "?"}),
    ],
)  # fmt: skip
def test_what_looks_like_a_number_and_is_none_is_refused(kind, written):
    with pytest.raises(ValidationError) as refused:
        kind.validate_python(written)
    assert [error["type"] for error in refused.value.errors()] == ["bad_number"]


@pytest.mark.parametrize("kind", [FIGURE, TARGET, ACTUAL])
@pytest.mark.parametrize("written", [["61"], 61, None])
def test_what_is_neither_text_nor_fields_is_refused(kind, written):
    with pytest.raises(ValidationError):
        kind.validate_python(written)
