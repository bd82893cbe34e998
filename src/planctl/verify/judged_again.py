"""What the rules find in the source inside a report, held against what the report tells of them."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from planctl import __version__
from planctl.findings import Finding, Severity
from planctl.fingerprint import canonical
from planctl.model import Plan
from planctl.printing.carried import Carried, Joined
from planctl.printing.told import FINDINGS, finding_plain, findings_in
from planctl.rules import CATALOGUE, Case, Rule, check, usual
from planctl.settings.choices import Profile
from planctl.verify.verdict import Check, failed, not_checked, passed

NAME: Final = "findings"
_ELSEWHERE: Final = frozenset({"plans", "unread", "earlier", "digest", "seals", "waivers"})
"""What of a case comes from other files than the plan's and its programme's."""


def judged_again(carried: Carried) -> Iterator[Check]:
    """Whether the rules find in the whole source what the report tells.

    Rules that look elsewhere, at other plans, an earlier version, evidence or seals, cannot be
    asked again; they are named. Raises UnusableSourceError.
    """
    if carried.manifest.edition is not None:
        yield not_checked(NAME, "What was found is told of the whole source, not of this edition.")
        return
    maker = carried.manifest.made_with.planctl
    if maker != __version__:
        yield not_checked(NAME, f"It was made by planctl {maker}, whose rules may be others.")
        return
    told = findings_in(carried.files[FINDINGS])
    asked = [(one, _asked_again(one)) for one in carried.joined()]
    wrong = [said for one, again in asked for said in again.unlike(told.get(one.name, ()))]
    if wrong:
        more = f" So it is with {len(wrong) - 1} more." if len(wrong) > 1 else ""
        yield failed(NAME, f"{wrong[0]}{more}")
        return
    names = ", ".join(sorted({name for _, again in asked for name in again.not_asked}))
    yield passed(
        NAME,
        "The rules find in its source what it tells. Not asked again were those that look at more "
        f"than its source: {names}.",
    )


@dataclass(frozen=True, slots=True)
class _Again:
    """What was found; and which rules could not be asked, by name, and by file and code."""

    name: str
    findings: tuple[Finding, ...]
    not_asked: frozenset[str]
    codes: frozenset[tuple[str, str]]

    def unlike(self, told: tuple[Finding, ...]) -> Iterator[str]:
        """In which the findings told of the plan are others."""
        ours, theirs = self._counted(self.findings), self._counted(told)
        for key in ours - theirs:
            yield f"{self._named(self.findings, key)}, which {FINDINGS} leaves out."
        for key in theirs - ours:
            yield f"{self._named(told, key)}: so says {FINDINGS}, and the rules do not."

    def _counted(self, findings: tuple[Finding, ...]) -> Counter[bytes]:
        keys = ((one, self._key(one)) for one in findings)
        return Counter(key for one, key in keys if (_file(one), one.code) not in self.codes)

    def _key(self, finding: Finding) -> bytes:
        """All of the finding but who lets it stand.

        How severe one on a programme is, other plans may decide.
        """
        severity = finding.severity if _file(finding) == self.name else Severity.INFO
        same = replace(finding, waiver=None, file=_file(finding), severity=severity)
        return canonical(finding_plain(same))

    def _named(self, findings: tuple[Finding, ...], key: bytes) -> str:
        one = next(one for one in findings if self._key(one) == key)
        line = f":{one.span.line}" if one.span else ""
        return f"{one.file}{line} {one.name}: {one.message}"


def _asked_again(one: Joined) -> _Again:
    """The rules' findings; those of rules that look elsewhere count neither here nor there."""
    rules = usual(CATALOGUE, Profile.ANALYST)
    found: list[Finding] = []
    names: set[str] = set()
    codes: set[tuple[str, str]] = set()
    for document, subject in one.files():
        case = Case(document, subject, one.programme, (one.plan,), one.as_of)
        for rule in rules:
            looked: list[str] = []
            if not isinstance(subject, Plan) and not rule.on_programme:
                continue
            checked = check(case, [replace(rule, check=_watched(rule, looked))])
            if looked or rule.needs_earlier or rule.runs_last or checked.crashes:
                names.add(rule.name)
                codes.add((document.file, rule.code))
            else:
                found += checked.findings
    return _Again(one.name, tuple(found), frozenset(names), frozenset(codes))


def _watched(rule: Rule, looked: list[str]) -> Any:
    """The rule's check on a case that tells what of it comes from elsewhere and was looked at."""

    def asked(case: Case) -> Iterator[Any]:
        given = {one.name: getattr(case, one.name) for one in fields(Case)}
        yield from rule.check(_Watched(**given, looked=looked))

    return asked


@dataclass(frozen=True)
class _Watched(Case):
    """A case that writes down what of it comes from elsewhere and was looked at."""

    looked: list[str] = field(default_factory=list, compare=False)

    def __getattribute__(self, name: str) -> Any:
        if name in _ELSEWHERE:
            self.looked.append(name)
        return super().__getattribute__(name)


def _file(finding: Finding) -> str:
    """Its file as the names inside a report are written."""
    return unicodedata.normalize("NFC", finding.file)
