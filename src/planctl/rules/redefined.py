"""The rule on KPIs that mean something else than before."""

from collections.abc import Iterator
from typing import Final

from planctl.rules.indicators import called
from planctl.rules.kpi_history import has_changed, is_decided, with_its_name
from planctl.rules.rule import Case, Problem, Weight, rule

_MEANING: Final = ("title", "unit", "better", "basis", "definition")
"""The fields that say what a KPI is."""


@rule(
    "PLN707",
    "redefined-under-same-ref",
    Weight.WARNING,
    question="Can the figures of {subject} be compared with those before it was changed?",
    needs_earlier=True,
)
def redefined_under_same_ref(case: Case) -> Iterator[Problem]:
    """A reference goes on meaning the same KPI: its unit, direction, basis and definition stay.

    What is added where nothing was said is no change, and nor is another wording of the title.

    Why:
        A line of figures whose meaning changes half-way shows a change that never took place.

    Earlier:
        kpis: [{ref: K1, title: Parents at open evenings, unit: parents}]

    Bad:
        kpis: [{ref: K1, title: Parents at open evenings, unit: "%"}]

    Good:
        kpis:
          - {ref: K1, title: Parents at open evenings, unit: parents, status: withdrawn}
          - {ref: K2, title: Share of families at open evenings, unit: "%"}
    """
    if case.earlier is None:
        return
    for number, kpi in enumerate(case.plan.kpis):
        before = with_its_name(kpi, case.earlier.plan.kpis)
        changed = [name for name in _MEANING if before and has_changed(kpi, before, name)]
        if before and changed and not any(is_decided(case, kpi, name) for name in changed):
            differences = " and ".join(
                f"{name} was '{getattr(before, name)}' and is '{getattr(kpi, name)}'"
                for name in changed
            )
            yield Problem(
                ("kpis", number, changed[0]),
                f"{called(kpi)} is not what it was on {case.earlier.on} ({case.earlier.where}): "
                f"its {differences}",
                "Give the new KPI a ref of its own and the old one status: withdrawn, or record "
                "the decision under changes:.",
            )


RULES = (redefined_under_same_ref,)
