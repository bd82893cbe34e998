"""Words: one catalogue holds them all, for every value that a plan can take."""

import re
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from planctl.diff import CHANGE_RULES, Change, Direction, Level
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
from planctl.report import (
    Audience,
    ReportKind,
    ReportRequest,
    SourceFile,
    build_context,
    render_html,
)
from planctl.report.pictures import Picture
from planctl.report.request import Since
from planctl.report.theme import Theme
from planctl.report.words import ENGLISH, Words

ACCENTS = str.maketrans("aeiouycnsAEIOUYCNS", "åéîøüýçñšÅÉÎØÜÝÇÑŠ")
READ_OUT = frozenset({"data-label", "data-foot", "data-page", "data-page-of", "alt", "title",
                      "aria-label", "aria-description", "placeholder"})  # fmt: skip
"""Attributes whose words a reader meets."""
NOT_WORDS = frozenset(["MINE", "mine", "PLN000", "K1", "G", "A", "R"])
"""What the plan says, the code of a rule, a KPI, and the letters of the scale."""


def accented(text: str) -> str:
    """The text as another language might have it, its gaps as they were."""
    parts = re.split(r"({[^{}]*})", text)
    return "".join(part if part.startswith("{") else part.translate(ACCENTS) for part in parts)


BRACKETED = Words(
    "en-GB",
    MappingProxyType({key: f"«{accented(text)}»" for key, text in ENGLISH.texts.items()}),
)
FINDING = Finding(
    "PLN000", "MINE", Severity.INFO, "MINE MINE", "MINE", "MINE", span=Span(1, 1, 1, 2)
)


class VisibleText(HTMLParser):
    """What a reader sees of a page, and the words in attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in {"style", "code"}
        self.said += [value or "" for name, value in attrs if name in READ_OUT]

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag not in {"style", "code"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(data)


def visible(page: str) -> str:
    # The command that makes the report again stands in code, word by word.
    parser = VisibleText()
    parser.feed(re.sub(r"<code>.*?</code>", "", page, flags=re.DOTALL))
    return "\n".join(parser.said)


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+\d*", text))


def outside_brackets(text: str) -> str:
    while (shorter := re.sub(r"«[^«»]*»", "", text)) != text:
        text = shorter
    return text


def changes() -> tuple[Change, ...]:
    """A change of every sort in the words MINE: those of a comparison are not the report's."""
    return tuple(
        Change(
            rule.name,
            level,
            direction,
            "MINE",
            "MINE",
            plan="MINE",
            label="MINE",
            theme="MINE",
            owners=("MINE",),
        )
        for rule in CHANGE_RULES
        for level in Level
        for direction in Direction
    )


@pytest.fixture(scope="module", params=[None, changes()], ids=["first", "later"])
def since(request: pytest.FixtureRequest) -> Since | None:
    return Since("MINE", date(2017, 12, 31), request.param, 3) if request.param else None


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("audience", list(Audience))
def test_every_word_that_is_not_the_plans_comes_from_the_catalogue(
    rich_plan, kind, audience, since
):
    theme = Theme("MINE", Picture("image/png", b"x"), footer="MINE")
    request = ReportRequest(rich_plan.term, date(2018, 4, 30), audience, kind, since, theme=theme)
    sources = (SourceFile("MINE", "MINE", 1),)
    page = render_html(build_context(rich_plan.plan, request, (FINDING,), sources, BRACKETED))

    assert words_in(outside_brackets(visible(page))) - NOT_WORDS == set()


def test_the_words_are_looked_at_in_attributes_and_charts_too():
    page = '<svg><title>One</title><text>two</text></svg><td data-label="three" class="x">4</td>'
    assert words_in(visible(page)) == {"One", "two", "three"}


def test_the_pseudo_language_leaves_the_gaps_of_a_text_alone():
    assert accented("{n} of {total} actions") == "{n} øf {total} åçtîøñš"


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


@pytest.mark.parametrize(
    ("some", "of", "said"),
    [
        (0, 1, "0 of 1 risk is open."),
        (1, 1, "1 of 1 risk is open."),
        (0, 5, "0 of 5 risks are open."),
        (1, 5, "1 of 5 risks is open."),
        (2, 5, "2 of 5 risks are open."),
    ],
)
def test_some_of_a_number_are_counted_as_one_says_it(some, of, said):
    assert ENGLISH.count("impact_open", of, n=some, of=of) == said


def test_the_one_there_is_stands_for_itself():
    assert ENGLISH.count("exceptions_off", 1, of=1) == "The one action of the plan is off track."
    assert ENGLISH.count("exceptions_off", 1, of=5) == "1 of 5 actions is off track."


def test_a_rarer_form_stands_beside_the_two_that_every_count_has():
    rare = {key.rpartition(".")[0] for key in ENGLISH.texts if key.endswith((".sole", ".one_of"))}
    assert [key for key in rare if f"{key}.other" not in ENGLISH.texts] == []


def test_numbers_get_separators_and_braces_in_values_stay():
    assert ENGLISH.count("actions", 1200) == "1,200 actions"
    assert ENGLISH.say("theme_without", theme="{n}") == "{n}: no actions"


def test_the_levels_of_every_preset_are_said_as_the_model_says_them():
    levels = {level for scale in PRESETS.values() for level in scale}
    said = {level: ENGLISH.texts[f"level_{level.id}"] for level in levels}
    meant = {level: ENGLISH.texts[f"level_meaning_{level.id}"] for level in levels}
    assert said == {level: level.label for level in levels}
    assert meant == {level: level.meaning for level in levels}
