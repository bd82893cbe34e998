"""Whether one target asks for more than another."""

from dataclasses import dataclass
from decimal import Decimal

from planctl.diff.naming import quoted
from planctl.model import Better, ChangeOf, Kpi, Target, TargetKind
from planctl.progress.units import in_unit, is_per_cent

_IN_WORDS = frozenset({TargetKind.NARRATIVE, TargetKind.BENCHMARK})
_CHANGES = frozenset({TargetKind.CHANGE, TargetKind.CHANGE_PCT})


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Which way is better for a KPI; None where nobody can tell."""

    better: Better | None

    def compared(self, old: Target, new: Target) -> int | None:
        """Above 0 where the new target asks for more, below 0 for less, 0 for the same.

        None where that cannot be told. Words in place of a figure ask for less.
        """
        if old == new:
            return 0
        if (old.value is None) != (new.value is None):
            return -1 if new.value is None else 1
        if old.value is None or new.value is None:
            return None
        if (old.kind in _CHANGES) != (new.kind in _CHANGES):
            return None
        if {old.kind, new.kind} & _CHANGES and (old.kind, old.of) != (new.kind, new.of):
            return None
        return self._towards(old, new)

    def ordered(self, old: Decimal, new: Decimal) -> int | None:
        """The same of two numbers."""
        if self.better not in {Better.HIGHER, Better.LOWER}:
            return None
        sign = (new > old) - (new < old)
        return sign if self.better is Better.HIGHER else -sign

    def _towards(self, old: Target, new: Target) -> int | None:
        kinds = {old.kind, new.kind}
        if TargetKind.AT_MOST in kinds and TargetKind.AT_LEAST in kinds:
            return None
        own = self
        if TargetKind.AT_LEAST in kinds:
            own = Yardstick(Better.HIGHER)
        elif TargetKind.AT_MOST in kinds:
            own = Yardstick(Better.LOWER)
        return own.ordered(old.value or Decimal(0), new.value or Decimal(0))


def yardstick_of(kpi: Kpi) -> Yardstick | None:
    """The KPI's own: as it says, else as its targets lie to its baseline, if they do."""
    if kpi.better is not None:
        return Yardstick(kpi.better)
    start = kpi.baseline.value if kpi.baseline else None
    aims = [target.value for target in kpi.targets.values() if target.kind is TargetKind.ABSOLUTE]
    if start is None or not aims or None in aims:
        return None
    if all(aim is not None and aim > start for aim in aims):
        return Yardstick(Better.HIGHER)
    if all(aim is not None and aim < start for aim in aims):
        return Yardstick(Better.LOWER)
    return None


def in_words(target: Target, unit: str | None) -> str:
    """The target of a KPI in that unit as people write it: at least 70%, to be set."""
    if target.value is None:
        return quoted(target.text) if target.kind in _IN_WORDS and target.text else "to be set"
    before = {TargetKind.AT_LEAST: "at least ", TargetKind.AT_MOST: "at most "}.get(target.kind, "")
    said = _change(target, unit) if target.kind in _CHANGES else amount(target.value, unit)
    return f"{before}{said}" + (f" ({quoted(target.text)})" if target.text else "")


def amount(value: Decimal, unit: str | None, *, is_stretch: bool = False) -> str:
    """The figure as people write it, in its unit: 70%, 1,200 families; a stretch of 70 points."""
    return _in_points(f"{value.normalize():,f}", unit) if is_stretch else _in_unit(value, unit)


def _in_unit(value: Decimal, unit: str | None) -> str:
    return in_unit(f"{value.normalize():,f}", unit)


def _in_points(number: str, unit: str | None) -> str:
    """What lies between two figures: of percentages so many points."""
    if unit is None or not is_per_cent(unit):
        return in_unit(number, unit)
    return f"{number} {'point' if number.lstrip('+-') == '1' else 'points'}"


def _change(target: Target, unit: str | None) -> str:
    """+5 points on the baseline, -3% on the period before."""
    value = target.value or Decimal(0)
    number = f"{'+' if value > 0 else ''}{value.normalize():,f}"
    said = f"{number}%" if target.kind is TargetKind.CHANGE_PCT else _in_points(number, unit)
    since = {ChangeOf.BASELINE: " on the baseline", ChangeOf.PREVIOUS: " on the period before"}
    return said + (since[target.of] if target.of else "")
