"""What became of a KPI since the earlier version: which one it was, and what was decided of it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from planctl.model import Change, Kpi, KpiStatus
from planctl.rules.rule import Case, Earlier

_ALIKE: Final = 0.6
"""How alike two titles are, of 1, that can be two wordings of one."""


def same_kpis(case: Case) -> Iterator[tuple[int, Kpi, Kpi, Earlier]]:
    """The KPIs in use that were there before, by uid, ref or title, each with what it was."""
    if case.earlier is None:
        return
    for number, kpi in enumerate(case.plan.kpis):
        if kpi.status is KpiStatus.WITHDRAWN:
            continue
        before = with_its_name(kpi, case.earlier.plan.kpis)
        is_another = before and before.uid and kpi.uid and before.uid != kpi.uid
        if before and not is_another and not has_changed(kpi, before, "title"):
            yield number, kpi, before, case.earlier


def with_its_name(kpi: Kpi, kpis: tuple[Kpi, ...]) -> Kpi | None:
    """The KPI of the same uid, else of the same ref, else of the same title."""
    for name in ("uid", "ref"):
        if wanted := getattr(kpi, name):
            for other in kpis:
                if getattr(other, name) == wanted:
                    return other
    return next((other for other in kpis if _plain(other.title) == _plain(kpi.title)), None)


def has_changed(kpi: Kpi, before: Kpi, field: str) -> bool:
    """Whether the field says something else, in other words than before; added is not changed.

    A title has changed where the two are not alike, and no uid says that they are one KPI's.
    """
    was, is_now = getattr(before, field), getattr(kpi, field)
    if was is None or is_now is None or _plain(was) == _plain(is_now):
        return False
    if field != "title":
        return True
    is_one = kpi.uid is not None and kpi.uid == before.uid
    return not is_one and SequenceMatcher(None, _plain(was), _plain(is_now)).ratio() < _ALIKE


def is_decided(case: Case, kpi: Kpi, field: str) -> bool:
    """Whether a change of the KPI's field has been recorded since the earlier version."""
    known = case.earlier.plan.changes if case.earlier else ()
    return any(
        change not in known and _is_about(change, kpi, field) for change in case.plan.changes
    )


def _plain(text: str) -> str:
    said = re.sub(r"per ?cent(?:age)?", "%", text.casefold())
    return " ".join(re.findall(r"[^\W_]+|[%£€]", said))


def _is_about(change: Change, kpi: Kpi, field: str) -> bool:
    names = {name for name in (kpi.ref, kpi.uid, kpi.title) if name}
    wanted = field.removesuffix("s")
    return change.target in names and (
        change.field is None or change.field.casefold().startswith(wanted)
    )
