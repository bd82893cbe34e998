"""What a KPI's target says, in words."""

from typing import Final

from planctl.model import ChangeOf, Kpi, TargetKind
from planctl.progress.measured import Aim
from planctl.report.amounts import difference, figure, signed
from planctl.report.phrases import shortened
from planctl.report.words import Words

_LONGEST: Final = 300


def target_words(kpi: Kpi, aim: Aim, words: Words) -> str:
    """At least 70%; +5 points on the baseline: 66%; to be set; or the target's own words."""
    target = aim.target
    if target.value is None:
        return _without_value(kpi, aim, words)
    match target.kind:
        case TargetKind.AT_LEAST | TargetKind.AT_MOST | TargetKind.BENCHMARK:
            return words.say(f"measure_{target.kind.value}", figure=figure(kpi, target.value))
        case TargetKind.CHANGE | TargetKind.CHANGE_PCT:
            return _change(kpi, aim, words)
        case _:
            return figure(kpi, target.value)


def _without_value(kpi: Kpi, aim: Aim, words: Words) -> str:
    benchmark = kpi.benchmark if aim.target.kind is TargetKind.BENCHMARK else None
    if aim.target.text is None and benchmark and benchmark.value is not None:
        return words.say("measure_benchmark", figure=figure(kpi, benchmark.value))
    said = aim.target.text or (benchmark.text if benchmark else None)
    if said is None or aim.target.kind is TargetKind.ESTABLISH:
        return words.say("measure_to_be_set")
    return shortened(said, _LONGEST)


def _change(kpi: Kpi, aim: Aim, words: Words) -> str:
    value = aim.target.value
    if value is None:
        return words.say("measure_to_be_set")
    by_share = aim.target.kind is TargetKind.CHANGE_PCT
    change = f"{signed(value)}%" if by_share else difference(kpi, value, words)
    keys = {ChangeOf.BASELINE: "measure_on_baseline", ChangeOf.PREVIOUS: "measure_on_previous"}
    key = keys[aim.target.of] if aim.target.of else "measure_change"
    said = words.say(key, change=change)
    if aim.figure is None:
        return said
    return words.say("measure_that_is", words=said, figure=figure(kpi, aim.figure))
