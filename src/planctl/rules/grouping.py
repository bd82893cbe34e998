"""Says a finding once where nearly every row has it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from planctl.findings import Finding, Related
from planctl.rules.rule import Rule

SHARE: Final = 0.8
FEWEST: Final = 5


def grouped(
    findings: Iterable[Finding], populations: Mapping[str, int], rules: Iterable[Rule]
) -> tuple[Finding, ...]:
    """One plan's findings, those of a rule that hits over 80 % of at least five rows said once.

    The one keeps the place of the first; the others stand in its `related`.
    """
    every = tuple(findings)
    together = {rule.code: rule.together for rule in rules if rule.together}
    by_code: dict[str, list[Finding]] = {}
    for finding in every:
        by_code.setdefault(finding.code, []).append(finding)
    said: list[Finding] = []
    for finding in every:
        hits, of = by_code[finding.code], populations.get(finding.code, 0)
        if not (len(hits) >= FEWEST and len(hits) > SHARE * of and finding.code in together):
            said.append(finding)
        elif finding is hits[0]:
            said.append(_together(hits, of, together[finding.code]))
    return tuple(said)


def _together(hits: list[Finding], of: int, sentence: str) -> Finding:
    first = hits[0]
    share = f"all {of}" if len(hits) == of else f"{len(hits)} of {of}"
    related = tuple(
        Related(finding.subject, finding.path, finding.part, finding.span) for finding in hits
    )
    message = sentence.format(hits=share)
    return replace(first, message=message, related=related, subject="the plan", places=len(hits))
