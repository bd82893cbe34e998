"""A plan with other words, in which the same is found: the files that this takes."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from planctl.loading import load_plan
from planctl.model import Timeline
from planctl.rules import CATALOGUE, Policy
from planctl.settings.choices import Profile
from planctl.source import Document
from planctl.transfer.anonymising.copying import (
    Copies,
    Marks,
    Original,
    Work,
    called_in_all,
    identifiers_of,
    word_map,
)
from planctl.transfer.anonymising.refusals import NotReplacedError
from planctl.workspace.checking import check_run
from planctl.workspace.group import Group, shown

_POLICY: Final = Policy(tuple(CATALOGUE), Profile.AUDITOR)
_DAYS: Final = (date(2018, 1, 1), date(2019, 9, 1))
"""For a plan that does not say when it begins."""


@dataclass(frozen=True)
class Anonymised:
    """The files by name, the plan's own first, and the findings that are not what they were."""

    files: tuple[tuple[str, str], ...]
    copies: Copies
    originals: tuple[Original, ...]


def anonymised(group: Group, stem: str, key: str, today: date) -> Anonymised:
    """The one plan asked for, called `stem`, with what findings on it depend on.

    Raises NotReplacedError and LayoutChangedError.
    """
    days = _days(group, today)
    plan, programme = _own(group, stem)
    before = _marks(group, days, (plan, *programme))
    tries: list[tuple[Work, Copies]] = []
    for others in _others(group):
        originals = (plan, *programme, *others)
        work = Work(
            originals,
            word_map(key, originals),
            _timeline(group),
            lambda locator: group.digest(locator) is not None,
            _judge(originals, days),
            before,
            identifiers_of(originals),
            called_in_all(originals),
        )
        tries.append((work, work.once()))
        if not tries[-1][1].differences:
            break
    work, first = min(tries, key=lambda one: one[1].differences)
    copies, originals = work.copies(first), work.originals
    if copies.left:
        raise NotReplacedError(copies.left)
    files = tuple((one.file, one.text) for one in copies.documents)
    return Anonymised(files, copies, originals)


def _own(group: Group, stem: str) -> tuple[Original, tuple[Original, ...]]:
    """The plan, and its programme where it has one."""
    loaded, shared = group.plans[0], group.programme
    plan = Original(
        loaded.document, group.joined(loaded.record) if loaded.record else None, stem=stem
    )
    if shared is None:
        return plan, ()
    return plan, (Original(shared.document, shared.record, is_programme=True),)


def _others(group: Group) -> Iterator[tuple[Original, ...]]:
    """Nobody else; then the plans that are named in the files; then all of the workspace."""
    yield ()
    every = tuple(_neighbours(group))
    own = [group.plans[0].document, *([group.programme.document] if group.programme else [])]
    named = {text for document in own for text in _texts(document.root)}
    few = tuple(one for one in every if str(one.document.value(("id",))) in named)
    if few:
        yield few
    if len(every) > len(few):
        yield every


def _neighbours(group: Group) -> Iterator[Original]:
    programme = group.programme.record if group.programme else None
    for path in group.neighbours:
        loaded = load_plan(group.read(path, shown(path)), path.stem, programme)
        if loaded.record is not None:
            yield Original(loaded.document, group.joined(loaded.record))


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    for below in (
        found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    ):
        yield from _texts(below)


def _timeline(group: Group) -> Timeline:
    return next((plan.timeline for plan in group.sound_plans()), Timeline())


def _days(group: Group, today: date) -> tuple[date, ...]:
    """Days in, before and after the plan on which it is judged."""
    timeline = _timeline(group)
    days = {today}
    if timeline.first and timeline.last:
        middle = timeline.first + (timeline.last - timeline.first) / 2
        days |= {timeline.first, middle, timeline.last + timedelta(days=1)}
    else:
        days |= {*_DAYS}
    return tuple(sorted(days))


def _judge(
    originals: tuple[Original, ...], days: tuple[date, ...]
) -> Callable[[tuple[Document, ...]], Marks]:
    def judge(copies: tuple[Document, ...]) -> Marks:
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            held = {top / one.file: one for one in copies}
            programme = next(
                (top / "programme.yaml" for one in originals if one.is_programme), None
            )
            asked = top / copies[0].file
            others = tuple(path for path in held if path not in {asked, programme})
            made = Group(
                top, programme, (asked,), others,
                read=lambda path, name: replace(held[path], file=name),
                digest_of=lambda _: None, seals_of=lambda _: {},
            )  # fmt: skip
            return _marks(made, days, originals)

    return judge


def _marks(group: Group, days: tuple[date, ...], originals: tuple[Original, ...]) -> Marks:
    """What is found on any of the days in the plan and in its programme."""
    files = {shown(group.asked[0]): 0}
    if group.programme_file is not None:
        files[shown(group.programme_file)] = next(
            at for at, one in enumerate(originals) if one.is_programme
        )
    marks: Marks = Counter()
    for day in days:
        for one in check_run([group], _POLICY, day).findings:
            if one.file in files:
                line, column = (one.span.line, one.span.column) if one.span else (0, 0)
                marks[files[one.file], one.code, one.part, line, column] += 1
    return marks
