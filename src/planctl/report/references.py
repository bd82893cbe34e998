"""What a plan names by a uid or an id, as people call it: 2.2c, 2.2c of Attendance."""

from collections.abc import Iterable, Sequence

from planctl.model import Action, Closure, Link, Theme
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, row_name, theme_name


def action_named(name: str, report: Occasion) -> str:
    """The action, theme or plan of that name; the name itself where nobody is known by it."""
    own = (row_name(row, report.words) for row in report.rows if _is(name, row.action))
    themes = (theme_name(theme) for theme in report.plan.themes if _is(name, theme))
    found = next(own, "") or next(themes, "")
    return found or (abroad_named(name, report) if name in report.request.abroad else name)


def actions_named(names: Iterable[str], report: Occasion) -> str:
    """All of them, those of another plan together: 1b, 2.2a and 2.2d of Attendance."""
    own: list[str] = []
    others: dict[str, list[str]] = {}
    whole: set[str] = set()
    for name in names:
        called, abroad = action_named(name, report), report.request.abroad.get(name)
        if abroad is None or called != abroad_named(name, report):
            own.append(called)
        elif abroad.action:
            others.setdefault(abroad.plan, []).append(abroad.action)
        else:
            others.setdefault(abroad.plan, [])
            whole.add(abroad.plan)
    told = (
        _of_plan(plan, refs, "whole" if plan in whole else "abroad", report)
        for plan, refs in others.items()
    )
    return "; ".join(part for part in (", ".join(own), *told) if part)


def kpi_short(name: str, report: Occasion) -> str:
    """The KPI of that name by its ref, with its plan where that is another."""
    own = next((kpi for kpi in report.plan.kpis if name in {kpi.ref, kpi.uid}), None)
    if own:
        return own.ref or own.title
    return abroad_named(name, report) if name in report.request.abroad else name


def kpi_named(name: str, report: Occasion) -> str:
    """The KPI of that name with its title; the name itself where nobody is known by it."""
    for kpi in report.plan.kpis:
        if name in {kpi.ref, kpi.uid}:
            return f"{kpi.ref} {kpi.title}" if kpi.ref else kpi.title
    abroad = report.request.abroad.get(name)
    if abroad is None:
        return name
    return report.words.say("reference_kpi", kpi=abroad_named(name, report), title=abroad.text)


def abroad_named(name: str, report: Occasion) -> str:
    """What another plan has under that name, with the plan; the plan alone where it is one."""
    one = report.request.abroad[name]
    if not one.action:
        return one.plan
    return report.words.say("reference_abroad", ref=one.action, plan=one.plan)


def plan_named(name: str, report: Occasion) -> str:
    """The title of the plan of that id; the id itself where no such plan is known."""
    one = report.request.abroad.get(name)
    return one.plan if one and not (one.action or one.text) else name


def link_named(link: Link, report: Occasion) -> str:
    """The plan or the group that the link leads to; nothing where it names neither."""
    if link.plan:
        return plan_named(link.plan, report)
    return report.party(link.group) if link.group else ""


def closure_words(closure: Closure, report: Occasion) -> str:
    """How an action ended: dropped, merged into 2.1a."""
    key = f"closure_{closure.reason.value}"
    if not closure.into:
        return report.words.say(key)
    return report.words.say(f"{key}_into", into=action_named(closure.into, report))


def target_named(name: str, report: Occasion) -> str:
    """What a decision is about: an action, a KPI, or the plan itself."""
    if name == report.plan.id:
        return report.words.say("reference_plan")
    found = action_named(name, report)
    return kpi_named(name, report) if found == name else found


def _of_plan(plan: str, refs: Sequence[str], how: str, report: Occasion) -> str:
    """The plan where none of its actions is named; else those, with the plan or of it."""
    words = report.words
    return words.say(f"reference_{how}", ref=listed(refs, words), plan=plan) if refs else plan


def _is(name: str, one: Action | Theme) -> bool:
    return name in {one.ref, one.uid}
