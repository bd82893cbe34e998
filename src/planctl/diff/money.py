"""More money or less, and evidence that is another than it was."""

from collections.abc import Iterator

from planctl.diff.both import Both
from planctl.diff.change import Change
from planctl.diff.delta import Difference
from planctl.diff.details import detail
from planctl.diff.naming import label_of, pounds, quoted
from planctl.diff.telling import told_of
from planctl.model import Evidence, FundingLine, Plan


def funding_changes(both: Both) -> Iterator[Change]:
    """The amounts that are others."""
    for found in both.differing("funding", "amount"):
        old, new = found.old.entry, found.new.entry
        if isinstance(old, FundingLine) and isinstance(new, FundingLine):
            rule = "funding-reduced" if new.amount < old.amount else "funding-increased"
            clause = f"was {pounds(old.amount)}, and is {pounds(new.amount)}"
            yield told_of(both, rule, found, clause)
    for found in both.differing("plan", "declared_total"):
        yield _total(both, found)


def _total(both: Both, found: Difference) -> Change:
    old, new = found.old.entry, found.new.entry
    was = old.declared_total if isinstance(old, Plan) else None
    now = new.declared_total if isinstance(new, Plan) else None
    if was is None or now is None:
        clause = f"states {pounds(now)} of funding in all" if now is not None else ""
        if was is not None:
            clause = f"states no total of its funding any more (was {pounds(was)})"
        return told_of(both, "metadata-changed", found, clause)
    rule = "funding-reduced" if now < was else "funding-increased"
    clause = f"states {pounds(now)} of funding in all, before {pounds(was)}"
    return told_of(both, rule, found, clause)


def evidence_changes(both: Both) -> Iterator[Change]:
    """The evidence that is another than it was; what only says more of it has been added."""
    for name in Evidence.model_fields:
        for found in both.differing("evidence", name):
            yield _evidence(both, found)


def _evidence(both: Both, found: Difference) -> Change:
    if found.was is None:
        return told_of(both, "evidence-added", found, detail(found))
    if found.now is None:
        return told_of(both, "evidence-removed", found, detail(found))
    if found.field == ("title",) and quoted(found.now) in label_of(found.new, both.new):
        return told_of(both, "evidence-altered", found, f"was called {quoted(found.was)} before")
    return told_of(both, "evidence-altered", found, detail(found))
