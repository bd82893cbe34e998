"""What a plan takes from its programme, and what it keeps."""

from datetime import date
from decimal import Decimal

import pytest

from planctl.model import (
    DaySpan,
    Document,
    DocumentRole,
    FundingLine,
    Party,
    PartyKind,
    Period,
    PeriodKind,
    Plan,
    Programme,
    Scale,
    within,
)
from planctl.model.scale import Preset

YEARS = DaySpan(from_=date(2017, 9, 1), to=date(2020, 8, 31))
MAP = Party(id="map", kind=PartyKind.PARTNERSHIP, name="Achievement Partnership")
PROGRAMME = Programme(
    format="planctl/1",
    id="programme",
    title="Programme",
    partnership="Achievement Partnership",
    period=YEARS,
    coordinator="map",
    parties=(MAP,),
    scale=Scale(preset=Preset.BRAG),
    documents=(Document(id="minutes", role=DocumentRole.MINUTES),),
    funding=(FundingLine(period=Period(PeriodKind.PLAN_YEAR, 1), amount=Decimal(5)),),
    glossary={"FSD": "Directory", "FIS": "Service"},
)
PLAN = Plan(format="planctl/1", id="plan", title="Reading")


def test_a_plan_takes_what_it_leaves_unsaid():
    plan = within(PLAN, PROGRAMME)
    assert (plan.partnership, plan.period, plan.coordinator, plan.scale) == (
        "Achievement Partnership",
        YEARS,
        "map",
        Scale(preset=Preset.BRAG),
    )
    assert (plan.parties, plan.glossary) == ((MAP,), PROGRAMME.glossary)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("partnership", "Another"),
        ("period", DaySpan(from_=date(2018, 9, 1), to=date(2019, 8, 31))),
        ("coordinator", "library"),
        ("scale", Scale(preset=Preset.SCRUTINY)),
    ],
)
def test_its_own_word_comes_first(field, value):
    own = PLAN.model_copy(update={field: value})
    assert getattr(within(own, PROGRAMME), field) == value


def test_parties_and_words_are_joined_its_own_before_the_programmes():
    library = Party(id="library", kind=PartyKind.ORGANISATION, name="Library")
    own_map = Party(id="map", kind=PartyKind.GROUP, name="Map group")
    plan = PLAN.model_copy(update={"parties": (library, own_map), "glossary": {"FSD": "Own"}})
    joined = within(plan, PROGRAMME)
    assert joined.parties == (library, own_map)
    assert joined.glossary == {"FSD": "Own", "FIS": "Service"}


def test_documents_and_funding_stay_with_whoever_names_them():
    plan = within(PLAN, PROGRAMME)
    assert (plan.documents, plan.funding) == ((), ())


def test_a_plan_without_a_programme_stands_alone():
    assert within(PLAN, None) is PLAN
