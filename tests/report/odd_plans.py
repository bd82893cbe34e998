"""Fifty invented plans that no form ever asked for: whatever a plan is, its report must hold."""

from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from types import MappingProxyType
from typing import Any, Final

from planctl.model import Plan, read_period
from planctl.model.scale import PRESETS, Preset
from planctl.report import ReportContext, ReportRequest, SourceFile, build_context
from tests.report.full_plan import read

TERM: Final = "2018-19 autumn"
LAST_TERM: Final = "2017-18 summer"
AS_OF: Final = date(2018, 12, 21)
SOURCES: Final = (SourceFile("plans/odd.yaml", "0d" * 32, 12),)

_COUNT: Final = 50
_LONGEST_TITLE: Final = 60
_WORDS: Final = (
    "√2", "≥ 60 %", "\N{GRINNING FACE}", "قراءة", "קריאה", "読む", "ﬁnal", "e\u0301cole", "naïve",
    "<b>not bold</b>", "&amp;", "{{ none }}", "Donaudampfschifffahrt" * 7, "soft\u00adhyphen",
    "https://example.org/" + "path/" * 30, "“quoted”", "a", "--", "reading", "families", "Thursday",
)  # fmt: skip


def odd_plans() -> Mapping[str, Plan]:
    """The plans by name: those that were thought of, then those that chance made."""
    made = {name: make() for name, make in _THOUGHT_OF.items()}
    made |= {f"scale-{name}": _rated(name) for name in PRESETS}
    chance = {f"chance-{seed}": _by_chance(Random(seed)) for seed in range(_COUNT - len(made))}  # noqa: S311 - no secret
    return MappingProxyType(made | chance)


def odd_report(plan: Plan) -> ReportContext:
    """The officer's report on the plan."""
    term = read_period(TERM)
    assert term is not None
    return build_context(plan, ReportRequest(term, AS_OF), (), SOURCES)


def _plan(*actions: Mapping[str, Any], **fields: Any) -> Plan:
    themes = [{"ref": "1", "title": "Reading", "actions": list(actions)}] if actions else []
    given = {
        "format": "planctl/1",
        "id": "odd",
        "title": "Odd (invented)",
        "period": {"from": "2017-09-01", "to": "2020-08-31"},
        "themes": themes,
        **fields,
    }
    return read({name: value for name, value in given.items() if value is not None})


def _action(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {"ref": f"1.{number}", "text": f"Read aloud, {number}.", **fields}


def _told(rating: str | None, comment: str | None = None) -> dict[str, Any]:
    told = {"rating": rating, "comment": comment}
    return {TERM: {name: value for name, value in told.items() if value}}


def _rated(preset: Preset) -> Plan:
    levels = [level.id for level in PRESETS[preset]]
    actions = [
        _action(number, schedule=["Year 1"], updates=_told(level, "As agreed."))
        for number, level in enumerate(levels, start=1)
    ]
    return _plan(*actions, scale=preset)


def _nested(depth: int) -> dict[str, Any]:
    below = {"sub_actions": [_nested(depth - 1)]} if depth else {}
    return {"text": f"Level {depth}.", **below}


_EVERY_YEAR: Final = ["Year 1", "Year 2", "Year 3"]
_THOUGHT_OF: Final[Mapping[str, Callable[[], Plan]]] = MappingProxyType({
    "empty": _plan,
    "empty-theme": lambda: _plan(themes=[{"title": "Nothing yet"}]),
    "one-action": lambda: _plan({"text": "Read aloud."}),
    "300-actions": lambda: _plan(
        *(_action(number, updates=_told("green", "On its way.")) for number in range(1, 301))
    ),
    "40-themes": lambda: _plan(
        themes=[{"title": f"Theme {at}", "actions": [{"text": "Read."}]} for at in range(40)]
    ),
    "long-comment": lambda: _plan(
        _action(updates=_told("red", " ".join(f"word{at}" for at in range(4000))))
    ),
    "long-action": lambda: _plan({"text": " ".join(f"word{at}" for at in range(1500))}),
    "long-title": lambda: _plan(_action(title="Read " * 12), title="Reading " * 25),
    "unbroken-word": lambda: _plan(_action(title="r" * 60, updates=_told("amber", "c" * 900))),
    "right-to-left": lambda: _plan(
        _action(title="قراءة مع العائلة", updates=_told("green", "שלוש משפחות באו (3) לספריה."))
    ),
    "symbols": lambda: _plan(_action(title="√ ✓ ≥ → ● ▲", updates=_told("green", "😀 👩‍👧 ½ ﬁ"))),
    "markup": lambda: _plan(_action(title="<script>x</script> &lt; ]]>", text="<td><p>")),
    "no-ratings": lambda: _plan(*(_action(at, schedule=_EVERY_YEAR) for at in range(1, 9))),
    "all-red": lambda: _plan(
        *(_action(at, schedule=["Year 1"], updates=_told("red", "Late.")) for at in range(1, 20))
    ),
    "all-closed": lambda: _plan(
        *(_action(at, closure={"reason": "dropped"}) for at in range(1, 6))
    ),
    "nested": lambda: _plan(_nested(2), _nested(1)),
    "no-period": lambda: _plan(_action(updates=_told("green")), period=None),
    "no-refs": lambda: _plan(*({"text": f"Read {at}."} for at in range(5))),
    "long-ref": lambda: _plan({"ref": "A" * 30, "text": "Read."}, ref="B" * 30),
    "kpis-alone": lambda: _plan(
        kpis=[{"title": f"Families {at}", "targets": {"2018-19": at}} for at in range(1, 30)]
    ),
    "recommendations-alone": lambda: _plan(
        recommendations=[{"ref": f"R{at}", "text": "That all read."} for at in range(1, 20)]
    ),
    "risks-alone": lambda: _plan(risks=[f"Nobody comes on day {at}." for at in range(1, 20)]),
    "money-alone": lambda: _plan(
        funding=[{"period": "Year 1", "amount": "999999999.99"}], declared_total="0.01"
    ),
    "asks-alone": lambda: _plan(
        reports={TERM: {"asks": [f"Agree item {at}." for at in range(1, 30)]}}
    ),
})  # fmt: skip


def _by_chance(chance: Random) -> Plan:
    themes = [
        {
            "title": _words(chance, 4)[:_LONGEST_TITLE],
            "actions": [_action_by_chance(chance) for _ in range(chance.randrange(9))],
        }
        for _ in range(chance.randrange(1, 6))
    ]
    return _plan(
        title=_words(chance, 5)[:_LONGEST_TITLE],
        themes=themes,
        kpis=[_words(chance, 6)[:_LONGEST_TITLE] for _ in range(chance.randrange(5))],
        risks=[_words(chance, 9) for _ in range(chance.randrange(4))],
        recommendations=[_words(chance, 20) for _ in range(chance.randrange(4))],
    )


def _action_by_chance(chance: Random) -> dict[str, Any]:
    fields = {
        "title": _words(chance, 5)[:_LONGEST_TITLE],
        "responsible": [_words(chance, 3)],
        "schedule": chance.sample(_EVERY_YEAR, chance.randrange(1, 4)),
        "due": f"2018-{chance.randrange(1, 13):02}-11",
        "updates": {
            term: {
                "rating": chance.choice(("red", "amber", "green")),
                "comment": _words(chance, 90),
            }
            for term in chance.sample((LAST_TERM, TERM), chance.randrange(3))
        },
        "completed_on": "2018-10-01",
        "success": [_words(chance, 12)],
    }
    kept = {name: value for name, value in fields.items() if chance.random() < 0.6}
    return {"text": _words(chance, 25), **kept}


def _words(chance: Random, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randrange(1, most + 1)))
