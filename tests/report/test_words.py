"""Words: one catalogue holds them all, for every value that a plan can take."""

import re
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from planctl.findings import Finding, Severity, Span
from planctl.model import (
    Cause,
    ClosureReason,
    Kept,
    KpiStatus,
    Phase,
    PlanKind,
    ReportStatus,
    Role,
    State,
)
from planctl.model.evidence import Method, Perspective
from planctl.model.scale import PRESETS
from planctl.model.success import SuccessState
from planctl.report import ReportRequest, SourceFile, build_context, render_html
from planctl.report.words import ENGLISH, Words

BRACKETED = Words(
    "en-GB", MappingProxyType({key: f"⟦{text}⟧" for key, text in ENGLISH.texts.items()})
)
FINDING = Finding("PLN000", "MINE", Severity.INFO, "MINE MINE", "MINE", span=Span(1, 1, 1, 2))


class VisibleText(HTMLParser):
    """What a reader sees of a page, and the words in attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag == "style"
        self.said += [value or "" for name, value in attrs if name in {"data-label", "data-foot"}]

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(data)


def visible(page: str) -> str:
    parser = VisibleText()
    parser.feed(page)
    return "\n".join(parser.said)


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


def outside_brackets(text: str) -> str:
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text


def test_every_word_that_is_not_the_plans_comes_from_the_catalogue(rich_plan):
    request = ReportRequest(rich_plan.term, date(2018, 4, 30))
    sources = (SourceFile("MINE", "MINE", 1),)
    page = render_html(build_context(rich_plan.plan, request, (FINDING,), sources, BRACKETED))

    said = outside_brackets(visible(page))

    command = "planctl report MINE --term '2017-18 spring' --as-of 2018-04-30 --for officer"
    assert words_in(said) - words_in(f"{command} MINE mine PLN000 K1 G A R") == set()


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("state", State),
        ("of", State),
        ("phase", [phase.name.lower() for phase in Phase]),
        ("role", [role for role in Role if role is not Role.RESPONSIBLE]),
        ("cause", Cause),
        ("closure", ClosureReason),
        ("kept", Kept),
        ("plan_kind", PlanKind),
        ("report", ReportStatus),
        ("success", SuccessState),
        ("method", Method),
        ("perspective", Perspective),
        ("severity", Severity),
    ],
)
def test_every_value_has_its_word(prefix, values):
    assert [value for value in values if f"{prefix}_{value}" not in ENGLISH.texts] == []


def test_every_count_has_both_its_forms():
    ones = {key.removesuffix(".one") for key in ENGLISH.texts if key.endswith(".one")}
    others = {key.removesuffix(".other") for key in ENGLISH.texts if key.endswith(".other")}
    assert ones == others >= {f"kpi_{status.value}" for status in KpiStatus}


def test_numbers_get_separators_and_braces_in_values_stay():
    assert ENGLISH.count("actions", 1200) == "1,200 actions"
    assert ENGLISH.say("theme_without", theme="{n}") == "{n}: no actions"


def test_the_levels_of_every_preset_are_said_as_the_model_says_them():
    levels = {level for scale in PRESETS.values() for level in scale}
    said = {level: ENGLISH.texts[f"level_{level.id}"] for level in levels}
    meant = {level: ENGLISH.texts[f"level_meaning_{level.id}"] for level in levels}
    assert said == {level: level.label for level in levels}
    assert meant == {level: level.meaning for level in levels}
