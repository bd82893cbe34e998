"""Which findings a change has brought: those that the version before it did not have."""

from collections import Counter
from collections.abc import Iterable, Sequence

from planctl.findings import Finding

_Key = tuple[str, str, str, bool]


def newer(
    files: Iterable[Sequence[Finding]], older: Iterable[Finding]
) -> list[tuple[Finding, ...]]:
    """The findings of each file that are not among the older ones.

    Of several alike in one file, as many are left out as there were. One that was let stand then
    and is not now counts as new.
    """
    before = Counter(map(_key, older))
    return [tuple(finding for finding in found if _is_new(finding, before)) for found in files]


def _is_new(finding: Finding, before: Counter[_Key]) -> bool:
    same = _key(finding)
    known = [same, (*same[:3], False)] if finding.waiver else [same]
    for key in known:
        if before[key]:
            before[key] -= 1
            return False
    return True


def _key(finding: Finding) -> _Key:
    return finding.file, finding.code, finding.fingerprint, finding.waiver is not None
