"""A KPI: what it is without, and where its figures come from."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Actual, Figure, Kpi, KpiStatus, Period, PeriodKind, Target, TargetKind
from planctl.model.kpi import Kpis

YEAR = Period(PeriodKind.YEAR, 2017)


def test_a_kpi_claims_nothing_that_it_does_not_say():
    kpi = Kpi(title="Attendance")
    assert (kpi.status, kpi.better, kpi.type, kpi.basis, kpi.baseline) == (
        KpiStatus.DEFINED,
        None,
        None,
        None,
        None,
    )


def test_a_kpi_may_be_a_title():
    assert TypeAdapter(Kpis).validate_python(["Attendance", {"title": "Clubs", "ref": "K2"}]) == (
        Kpi(title="Attendance"),
        Kpi(title="Clubs", ref="K2"),
    )


def test_figures_stand_by_period_in_short_forms():
    written = {
        "title": "Attendance",
        "baseline": "91%",
        "benchmark": "similar areas",
        "targets": {"2017-18": "at least 93%", "2018-19": None},
        "actuals": {"2017-18": "92.5"},
    }
    assert Kpi.model_validate(written) == Kpi(
        title="Attendance",
        baseline=Figure(value=Decimal(91)),
        benchmark=Figure(text="similar areas"),
        targets={YEAR: Target(kind=TargetKind.AT_LEAST, value=Decimal(93))},
        actuals={YEAR: Actual(value=Decimal("92.5"))},
    )


@pytest.mark.parametrize(
    ("written", "source", "origin"),
    [
        ("School census", {"from": "School census"}, "School census"),
        ({"line": "12"}, {"line": "12"}, None),
        ({"from": "Census", "line": "12"}, {"from": "Census", "line": "12"}, "Census"),
        (None, None, None),
    ],
)
def test_a_source_is_where_the_figures_come_from_or_where_the_kpi_was_taken_from(
    written, source, origin
):
    kpi = Kpi.model_validate({"title": "Attendance", "source": written})
    assert (kpi.source, kpi.origin) == (source, origin)


def test_a_period_has_one_target():
    with pytest.raises(ValidationError) as refused:
        Kpi.model_validate({"title": "A", "targets": {"2017-18": "1", "2017/18": "2"}})
    assert [error["type"] for error in refused.value.errors()] == ["duplicate_period"]
