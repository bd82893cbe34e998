"""Which values of a closed term are no longer what was sealed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planctl.audit.kept import LATER
from planctl.model.plain import Plain
from planctl.model.seal import Amended, Values


@dataclass(frozen=True, slots=True)
class Altered:
    """One value that became another; None where there was, or is, none."""

    uid: str
    period: str
    field: str
    was: Plain
    now: Plain


def altered(held: Values, said: Values) -> Iterator[Altered]:
    """What was sealed and is said otherwise now, or not at all; and what was added since.

    Figures that were sealed as provisional may become others. What is said after a term by its
    nature may be filled in: whether steps were kept, and what others verified.
    """
    for uid in dict.fromkeys((*held, *said)):
        was, now = held.get(uid, {}), said.get(uid, {})
        for period in dict.fromkeys((*was, *now)):
            for field, before, after in _fields(was.get(period, {}), now.get(period, {})):
                yield Altered(uid, period, field, before, after)


def amended(values: Values, changes: Iterable[Amended]) -> Values:
    """The values with the changes made."""
    made = {uid: {name: dict(one) for name, one in of.items()} for uid, of in values.items()}
    for change in changes:
        fields = made.setdefault(change.uid, {}).setdefault(change.period, {})
        fields.pop(change.field, None)
        if change.now is not None:
            fields[change.field] = change.now
        if not fields:
            del made[change.uid][change.period]
    return made


def _fields(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    if was.get("provisional") and now:
        return
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name), now.get(name)
        is_filled_in = before is None and was and name in LATER
        if before != after and not is_filled_in:
            yield name, before, after
