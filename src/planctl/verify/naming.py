"""Whether a report's file is called what planctl calls it; one that is renamed may mislead."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planctl.audit.manifest import Manifest
from planctl.model import Period, PeriodKind, read_period
from planctl.report.request import Audience, ReportKind
from planctl.verify.verdict import Check, failed

_SORT: Final = f"(?:{'|'.join(ReportKind)})-(?:{'|'.join(Audience)})"


def name_checks(path: Path, manifest: Manifest) -> Iterator[Check]:
    """A failure for a file that is named as another report on the same plan; else nothing.

    Names that are not of planctl's making say nothing, and are nobody's fault.
    """
    if len(manifest.plans) != 1:
        return
    (plan,) = manifest.plans
    term = read_period(plan.term) or Period(PeriodKind.NAMED, 0, plan.term)
    own = f"{plan.id}-{term.slug}-{manifest.kind}-{manifest.audience}"
    if path.stem != own and re.fullmatch(rf"{re.escape(plan.id)}-.+-{_SORT}", path.stem):
        yield failed(
            "name",
            f"It is called {path.name}, and is {own}{path.suffix}: a report on {plan.term}.",
        )
