"""The example plan with one thing wrong at a time, and all that is found then that was not before.

A kind of mutation is a function in one of the test modules here. It is given a `Mutation`, picks
its target there, changes the file, and says which findings are new and which are gone. Whatever
else comes or goes is a fault of a rule, or of the kind.
"""

import runpy
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from planctl.findings import Edit, Finding
from planctl.findings import Path as Place
from planctl.loading import load_plan, load_programme
from planctl.loading.sentences import SHAPES
from planctl.model import Action, Plan, Programme, Row, rows, within
from planctl.rules import CATALOGUE, Case, Earlier, check, usual
from planctl.settings.choices import Profile
from planctl.source import Document, read, replaced, spliced, with_entry, without
from planctl.source.refusals import REFUSALS

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "first-term" / "plans"
NAME = "parental-partnership"
RULES = usual(CATALOGUE, Profile.ANALYST)
KNOWN = {
    *(rule.name for rule in CATALOGUE),
    *(shape.name for shape in SHAPES.values()),
    *(refusal.name for refusal in REFUSALS.values()),
}

Found = Counter[str]


@dataclass(frozen=True)
class Files:
    """The plan and its programme as text, and what else a check of them depends on."""

    plan: str
    programme: str
    as_of: date = date(2018, 1, 1)
    digests: tuple[tuple[str, str], ...] = ()


BEFORE = Files(
    (EXAMPLE / f"{NAME}.yaml").read_text("utf-8"), (EXAMPLE / "programme.yaml").read_text("utf-8")
)


@dataclass
class Mutation:
    """One mutation of a kind: the files before it and after it, and what is to be found.

    The seed decides which target it picks; two seeds of a kind pick two targets.
    """

    name: str
    seed: int
    before: Files = field(default=BEFORE, repr=False)
    after: Files = field(default=BEFORE, repr=False)
    new: Found = field(default_factory=Counter)
    gone: Found = field(default_factory=Counter)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the example as it is shipped."""
        _, plan = loaded(BEFORE)
        assert plan is not None
        return tuple(rows(plan))

    def row(self, ref: str) -> Row:
        """The row with that reference."""
        (found,) = [row for row in self.rows if row.action.ref == ref]
        return found

    def party(self, name: str) -> int:
        """The position of the party in the programme."""
        programme, _ = loaded(BEFORE)
        return [party.id for party in programme.parties].index(name)

    def pick(self, wanted: Callable[[Action], object]) -> Row:
        """One of the rows whose action is as wanted: another one for each seed."""
        return self.one_of(row for row in self.rows if wanted(row.action))

    def one_of(self, targets: Iterable[Any]) -> Any:
        every = list(targets)
        Random(self.name).shuffle(every)  # noqa: S311 - the same targets in every run
        return every[self.seed]

    def given(self, *path: str | int, value: Any) -> None:
        """The field is as said before the mutation, too."""
        self.set(*path, value=value)
        self.before = self.after

    def on(self, day: date) -> None:
        """Both plans are judged on that day."""
        self.before = replace(self.before, as_of=day)
        self.after = replace(self.after, as_of=day)

    def with_file(self, locator: str, sha256: str) -> None:
        """The workspace has a file with that digest."""
        digests = (*self.before.digests, (locator, sha256))
        self.before = replace(self.before, digests=digests)
        self.after = replace(self.after, digests=digests)

    def set(self, *path: str | int, value: Any) -> None:
        """The field holds the value, whether it was there or not."""
        self._edit(lambda document: with_entry(document, path, value))

    def replace(self, *path: str | int, value: Any) -> None:
        """What stands there becomes another value."""
        self._edit(lambda document: replaced(document, path, value))

    def remove(self, *path: str | int) -> None:
        """The field or entry is taken out."""
        self._edit(lambda document: without(document, path))

    def write(self, *path: str | int, text: str) -> None:
        """What stands there is written anew, exactly so."""
        document = document_of(self.after.plan)
        assert document.holds(path)
        start = document.offset(path)
        end = self.after.plan.index("\n", start)
        self._edit(lambda _: (Edit(start, end, text),))

    def set_in_programme(self, *path: str | int, value: Any) -> None:
        document = read(self.after.programme.encode(), "programme.yaml")
        changed = spliced(document.text, with_entry(document, path, value))
        self.after = replace(self.after, programme=changed)

    def expects(self, rule: str, *path: str | int) -> None:
        """That the rule has a new finding there."""
        assert rule in KNOWN, f"there is no rule {rule}"
        self.new[shown(rule, path)] += 1

    def clears(self, rule: str, *path: str | int) -> None:
        """That findings of the rule there or below, if the plan had any, are gone."""
        assert rule in KNOWN, f"there is no rule {rule}"
        place = shown(rule, path)
        found = findings(self.before)[0]
        self.gone.update({
            known: count for known, count in found.items() if f"{known}.".startswith(f"{place}.")
        })  # fmt: skip

    @property
    def outcome(self) -> tuple[Found, Found]:
        """What is found that was not before, and what no more is.

        Of a plan that does not load nothing but that is said, so nothing is gone.
        """
        was, _ = findings(self.before)
        found, loads = findings(self.after, self.before)
        return (found - was, was - found) if loads else (found, Counter())

    def _edit(self, edits: Callable[[Document], tuple[Edit, ...]]) -> None:
        document = document_of(self.after.plan)
        changed = spliced(document.text, edits(document))
        assert changed != self.after.plan, "nothing was changed"
        self.after = replace(self.after, plan=changed)


@lru_cache(maxsize=256)
def findings(files: Files, earlier: Files | None = None) -> tuple[Found, bool]:
    """What is found in the plan and its programme, and whether the plan loads.

    Without another earlier version, the files are their own.
    """
    programme = programme_of(files.programme)
    document = document_of(files.plan)
    plan = load_plan(document, NAME, programme)
    if plan.record is None:
        return counted(plan.findings), False
    whole = within(plan.record, programme)
    _, was = loaded(earlier or files)
    assert was is not None
    own = Case(
        document,
        whole,
        programme,
        plans=(whole,),
        as_of=files.as_of,
        earlier=Earlier(was, "abc1234", date(2017, 12, 31)),
        digest=dict(files.digests).get,
    )
    beside = read(files.programme.encode(), "programme.yaml")
    shared = replace(own, document=beside, subject=programme)
    checked = [check(case, RULES) for case in (shared, own)]
    assert [one.crashes for one in checked] == [(), ()]
    return counted(finding for one in checked for finding in one.findings), True


@lru_cache(maxsize=64)
def loaded(files: Files) -> tuple[Programme, Plan | None]:
    programme = programme_of(files.programme)
    record = load_plan(document_of(files.plan), NAME, programme).record
    return programme, record and within(record, programme)


@lru_cache(maxsize=64)
def document_of(text: str) -> Document:
    return read(text.encode(), f"{NAME}.yaml")


@lru_cache
def programme_of(text: str) -> Programme:
    record = load_programme(read(text.encode(), "programme.yaml")).record
    assert record is not None
    return record


def counted(every: Iterable[Finding]) -> Found:
    return Counter(shown(finding.name, finding.path) for finding in every)


def shown(rule: str, path: Place) -> str:
    return f"{rule} {'.'.join(map(str, path))}".strip()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "mutation" in metafunc.fixturenames:
        every = [
            pytest.param(kind, seed, id=f"{kind.__name__}-{seed}")
            for kind, count in metafunc.module.KINDS.items()
            for seed in range(count)
        ]
        metafunc.parametrize(("kind", "seed"), every)


@pytest.fixture
def mutation(kind: Callable[[Mutation], None], seed: int) -> Mutation:
    """The example plan, changed as the kind has it."""
    made = Mutation(kind.__name__, seed)
    kind(made)
    return made


@pytest.fixture(scope="session")
def every_kind() -> dict[str, int]:
    """The kinds of all modules here, each with the number of its mutations."""
    modules = [runpy.run_path(str(path)) for path in sorted(HERE.glob("test_*.py"))]
    return {kind.__name__: n for one in modules for kind, n in one.get("KINDS", {}).items()}
