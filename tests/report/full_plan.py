"""An invented plan of 45 actions that uses all that a report can show; its length is budgeted.

Nothing in it was ever done anywhere. The comments have the length of real ones: some 50 words.
"""

from datetime import date
from typing import Any, Final

from planctl.diff import Version, compare
from planctl.model import Plan, Scale, read_period
from planctl.report import (
    Audience,
    ReportContext,
    ReportKind,
    ReportRequest,
    SourceFile,
    build_context,
)
from planctl.report.request import Since

ACTIONS: Final = 45
TERM: Final = "2018-19 spring"
LAST_TERM: Final = "2018-19 autumn"
FIRST_TERM: Final = "2017-18 summer"
AS_OF: Final = date(2019, 4, 5)
LAST_AS_OF: Final = date(2018, 12, 21)
SOURCES: Final = (SourceFile("plans/reading-town.yaml", "5a" * 32, 2400),)

_THEMES: Final = (
    ("Reading at home", 9), ("Ready for school", 8), ("Helping at school", 8),
    ("Attendance", 7), ("Moving on to the next school", 7), ("Adults who learn", 6),
)  # fmt: skip
_TEAMS: Final = (
    "Library service", "Family learning team", "Attendance officers", "Early years advisers",
    "Adult education centre", "Head teachers' group", "Health visitors",
)  # fmt: skip
_DEEDS: Final = (
    ("Open a reading corner", "in each children's centre, with books that families may take home"),
    ("Train volunteers", "who read with one child twice a week, and pair them with schools"),
    ("Write to families", "of children who missed ten days or more, in the language of the home"),
    ("Hold an open evening", "each term at which parents see a lesson and ask what they like"),
    ("Publish a guide", "to what each class learns this term, on one page, for every family"),
    ("Visit families", "before a child's first day, together with the health visitor"),
    ("Offer a course", "of ten evenings in English or mathematics, with a crèche at the school"),
)
_SAID: Final = (
    "The work began in four of the eleven schools in the second week of term.",
    "Two schools asked to join after half-term and were given the same papers.",
    "Attendance at the sessions rose from twelve families to thirty-one, counted at the door.",
    "The room at the children's centre was closed for repairs until the end of the month.",
    "Families said in the survey that evenings suit them better than afternoons.",
    "A second cohort starts after Easter, and the trainer is booked for all of its dates.",
    "The figures of the last three weeks are still to be checked with the schools.",
)
_RATINGS: Final = ("green", "amber", "green", "red", "green", "amber", "blue")
_CAUSES: Final = ("capacity", "funding", "partner")


def full_plan() -> Plan:
    """The plan as it stands in its second spring."""
    return read(written())


def read(given: dict[str, Any]) -> Plan:
    """The plan that is written so; a file holds nothing but text."""
    scale = Scale.model_validate({"preset": given.get("scale", "rag")})
    return Plan.model_validate(_as_text(given), context={"scale": scale})


def _as_text(given: Any) -> Any:
    if isinstance(given, dict):
        return {key: _as_text(value) for key, value in given.items()}
    if isinstance(given, list):
        return [_as_text(value) for value in given]
    return str(given)


def full_report(
    audience: Audience, kind: ReportKind = ReportKind.DELIVERY, plan: Plan | None = None
) -> ReportContext:
    """The plan's report for an audience, held against the plan of a term before."""
    shown = plan or full_plan()
    before = read(written(LAST_TERM))
    changes = compare(Version(before, before, LAST_AS_OF), Version(shown, shown, AS_OF))
    term = read_period(TERM)
    assert term is not None
    since = Since("the report of autumn 2018", LAST_AS_OF, changes)
    request = ReportRequest(term, AS_OF, audience, kind, since)
    return build_context(shown, request, (), SOURCES)


def written(last_term: str = TERM) -> dict[str, Any]:
    """The plan as it is written, with what is said up to and including that term."""
    terms = (FIRST_TERM, LAST_TERM, TERM)
    said = terms[: terms.index(last_term) + 1]
    return {
        "format": "planctl/1",
        "id": "reading-town",
        "ref": "7",
        "title": "Reading town (invented example)",
        "partnership": "Invented Partnership for Learning",
        "period": {"from": "2017-09-01", "to": "2020-08-31"},
        "coordinator": "Family learning team",
        "scale": "brag",
        "parties": [{"id": _id(name), "kind": "team", "name": name} for name in _TEAMS],
        "funding": [
            {"period": f"Year {year}", "amount": 90000 - 9000 * year, "spent": 40000 // year}
            for year in (1, 2, 3)
        ],
        "kpis": [_kpi(number, said) for number in range(1, 11)],
        "risks": [_risk(number) for number in range(1, 6)],
        "recommendations": [_recommendation(number, said) for number in range(1, 7)],
        "reports": {term: _note(term) for term in said},
        "themes": [_theme(number, said) for number in range(1, len(_THEMES) + 1)],
    }


def _theme(theme: int, terms: tuple[str, ...]) -> dict[str, Any]:
    title, count = _THEMES[theme - 1]
    before = sum(number for _, number in _THEMES[: theme - 1])
    return {
        "ref": f"7.{theme}",
        "title": title,
        "outcome": "More families take part, and more children read as they should for their age.",
        "actions": [
            _action(f"7.{theme}{'abcdefghi'[place]}", before + place, terms)
            for place in range(count)
        ],
    }


def _action(ref: str, number: int, terms: tuple[str, ...]) -> dict[str, Any]:
    deed, more = _DEEDS[number % len(_DEEDS)]
    return {
        "ref": ref,
        "uid": f"action-{number}",
        "title": f"{deed}, group {number + 1}",
        "text": f"{deed} {more}; group {number + 1} of the programme begins with it.",
        "responsible": [_id(_TEAMS[number % len(_TEAMS)])],
        "schedule": {"Year 1": "pilot", "Year 2": "roll-out"} if number % 3 else ["Year 2"],
        "due": f"2019-0{3 + number % 5}-20",
        "kpis": [f"K{number % 10 + 1}"],
        "success": [f"At least {20 + number} families take part in the second year."],
        "evidence": [{"title": f"Register of group {number + 1}", "method": "quantitative"}],
        "milestones": [{"text": f"Group {number + 1} has met twice", "due": "2019-06-14"}],
        "updates": {
            term: _update(number, place)
            for place, term in enumerate(terms)
            if (number + place) % 11  # a few send nothing in a term
        },
    }


def _update(number: int, place: int) -> dict[str, Any]:
    rating = _RATINGS[(number + place) % len(_RATINGS)]
    said = [_SAID[(number + place + step) % len(_SAID)] for step in range(4)]
    update: dict[str, Any] = {
        "rating": rating,
        "stage": "complete" if rating == "blue" else "in_progress",
        "comment": " ".join(said),
        "next_steps": [{"text": f"Settle the dates of group {number + 1}", "due": "2019-05-24"}],
        "evidence": [f"Register of group {number + 1}"],
        "by": _id(_TEAMS[number % len(_TEAMS)]),
    }
    if rating in {"amber", "red"}:
        update["cause"] = _CAUSES[number % len(_CAUSES)]
        update["path_to_green"] = "Two more trainers are hired, and the room is booked to July."
        update["expected"] = "2019-07-19"
    if rating == "red":
        update["decision_needed"] = "Whether the group may use the money that is left of Year 1."
    return update


def _kpi(number: int, terms: tuple[str, ...]) -> dict[str, Any]:
    actuals = {term: 40 + number + 3 * place for place, term in enumerate(terms)}
    return {
        "ref": f"K{number}",
        "title": f"Families in group {number} who read together every week",
        "unit": "%",
        "better": "higher",
        "baseline": {"value": 38 + number, "period": "2016-17"},
        "targets": {"2017-18": 45 + number, "2018-19": 50 + number, "2019-20": 60 + number},
        "actuals": actuals if number % 5 else {},
        "status": "defined" if number % 5 else "to_follow",
    }


def _risk(number: int) -> dict[str, Any]:
    return {
        "ref": f"R{number}",
        "text": f"The trainers of group {number} leave before the course ends.",
        "cause": "Their contracts end with the school year.",
        "consequence": "Families who have begun lose heart.",
        "inherent": {"likelihood": 4, "impact": 1 + number % 4},
        "response": "Contracts are renewed in May.",
        "residual": {"likelihood": 2, "impact": 1 + number % 4},
        "owner": _id(_TEAMS[number]),
    }


def _recommendation(number: int, terms: tuple[str, ...]) -> dict[str, Any]:
    return {
        "ref": f"REC{number}",
        "text": f"That the partnership say each year how many families group {number} reached.",
        "origin": "Invented scrutiny review of 2018",
        "made_on": "2018-03-14",
        "response": {"decision": "accepted"},
        "responsible": [_id(_TEAMS[number])],
        "actions": [f"action-{number * 7}"],
        "assessments": {
            term: {
                "rating": ("on_track", "slipped", "achieved")[(number + place) % 3],
                "evidence": [f"Register of group {number}"],
                "explanation": "The schools count families in two ways.",
                "expected": "2019-07-19",
            }
            for place, term in enumerate(terms)
        },
    }


def _note(term: str) -> dict[str, Any]:
    return {
        "meeting": "Invented board for learning",
        "status": "for_approval",
        "prepared_by": "family-learning-team",
        "summary": f"What follows was made up for {term}: some groups run well, some have no room.",
        "achievements": ["Thirty-one families came.", "Two schools joined.", "The guide is out."],
        "concerns": ["One room is closed.", "Two trainers left.", "Three registers are missing."],
        "asks": ["Agree the dates of the second cohort.", "Decide on the money left of Year 1."],
    }


def _id(name: str) -> str:
    return name.lower().replace("'", "").replace(" ", "-")
