"""Verdicts for people and for programs."""

import json
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from planctl.verify.verdict import Anchor, Check, Level, Result, Verdict

FORMAT_VERSION: Final = 1

_HELD: Final = MappingProxyType({
    Level.BYTES: "Consistent with its own source, byte for byte.",
    Level.TEXT: "Consistent with its own source in every word; not byte for byte.",
    Level.DATA: "Consistent with its own source in its figures and ratings; not in every word.",
})  # fmt: skip
_ANCHORED: Final = MappingProxyType({
    Anchor.SIGNATURE: "Anchored to a signature.",
    Anchor.REPOSITORY: "Anchored to the repository, which holds that source.",
    Anchor.SEAL: "Anchored to the seal of its term.",
    Anchor.NONE: "Not checked: that this source is the council's.",
})  # fmt: skip
_CURRENT: Final = MappingProxyType({
    True: "Current: no later seal has taken its place.",
    False: "Not current: a later seal has taken its place.",
    None: "Not checked: whether a later report has taken its place.",
})  # fmt: skip
_MARKS: Final = MappingProxyType({
    Result.PASSED: "yes",
    Result.FAILED: "NO",
    Result.NOT_CHECKED: "not checked",
    Result.REMARK: "note",
})  # fmt: skip


def verdict_text(verdict: Verdict) -> str:
    """The verdict in plain sentences, one a line."""
    return "".join(f"{line}\n" for line in _lines(verdict))


def verdict_json(verdict: Verdict) -> str:
    """The verdict as one line of JSON."""
    return json.dumps(_plain(verdict), ensure_ascii=False) + "\n"


def _lines(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.report}: {_ended(verdict)}"
    if verdict.level is not None:
        yield f"  {_HELD[verdict.level]}"
        yield f"  {_ANCHORED[verdict.anchored]}"
        yield f"  {_CURRENT[verdict.is_current]}"
        if not verdict.is_consistent:
            yield f"  Asked for was the level {verdict.asked}, which did not hold."
    for check in verdict.checks:
        yield f"  {_MARKS[check.result]:<11}  {check.name}: {check.detail}"


def _ended(verdict: Verdict) -> str:
    if verdict.is_list:
        return "not a report"
    return "passed" if verdict.is_sound else "FAILED"


def _plain(verdict: Verdict) -> dict[str, Any]:
    manifest = verdict.manifest
    result = Result.PASSED if verdict.is_consistent else Result.FAILED
    if verdict.is_list:
        result = Result.NOT_CHECKED
    return {
        "format_version": FORMAT_VERSION,
        "report": verdict.report,
        "consistent": {
            "result": result.value,
            "level": verdict.level.value if verdict.level else None,
        },
        "anchored": verdict.anchored.value,
        "current": verdict.is_current,
        "checks": [_check(one) for one in verdict.checks],
        "manifest": manifest.model_dump(mode="json") if manifest else None,
    }


def _check(check: Check) -> dict[str, str]:
    return {"name": check.name, "result": check.result.value, "detail": check.detail}
