"""Other programs that read a plan's YAML see in it what planctl sees."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML
from yamllint import linter  # type: ignore[import-untyped] # it ships no types
from yamllint.config import YamlLintConfig  # type: ignore[import-untyped] # nor do its parts

from planctl.findings import Path as Place
from planctl.loading import field_names, is_text, type_at
from planctl.loading.schema import records
from planctl.model import Plan, Programme
from planctl.model.record import Record
from planctl.model.vocabulary import Vocabulary
from planctl.source import read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    [
        *ROOT.glob("plans/**/*.yaml"),
        *ROOT.glob("examples/**/[!.]*.yaml"),
        *ROOT.glob("tests/format/plans/**/*.yaml"),
    ]
)
BOOLEANS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false"})
"""Words that YAML 1.1 takes for true or false, in any case."""

NOTHING = frozenset({"", "~", "null"})
TRUTHY = YamlLintConfig(json.dumps({"rules": {"truthy": {"check-keys": True}}}))
HEAD = "format: planctl/1\nid: reading\ntitle: Reading\n"


def ruamel(kind: str, version: str) -> Callable[[str], Any]:
    def reading(text: str) -> Any:
        reader = YAML(typ=kind, pure=True)
        reader.version = version
        return reader.load(text)

    return reading


READERS = MappingProxyType({
    "PyYAML": yaml.safe_load,
    "PyYAML on libyaml": lambda text: yaml.load(text, Loader=yaml.CSafeLoader),
    "ruamel, YAML 1.1": ruamel("safe", "1.1"),
    "ruamel, YAML 1.2": ruamel("safe", "1.2"),
    "ruamel, round trip": ruamel("rt", "1.2"),
})  # fmt: skip


@pytest.fixture(params=SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def shipped(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.mark.parametrize("reader", READERS)
def test_another_reader_sees_the_same_plan(shipped, reader):
    model = Programme if shipped.stem == "programme" else Plan
    assert surprises(shipped.read_bytes().decode(), reader, model) == []


def test_no_word_of_a_plan_is_one_that_yaml_takes_for_a_truth_value(shipped):
    assert problems(shipped.read_bytes().decode()) == []


def test_every_plan_of_the_project_is_looked_at():
    folders = {path.relative_to(ROOT).parts[0] for path in SHIPPED}
    assert folders == {"plans", "examples", "tests"}
    assert len(SHIPPED) > 100


@pytest.mark.parametrize("model", [Plan, Programme])
def test_no_field_of_the_format_is_a_truth_value_or_a_blank(model):
    names = [name for record in records(model) for name in field_names(record)]
    assert [name for name in names if name.casefold() in BOOLEANS | NOTHING] == []


def test_no_word_of_the_format_is_a_truth_value_or_a_blank():
    words = [word.value for words in vocabularies(Vocabulary) for word in words]
    assert len(words) > 100
    assert [word for word in words if word.casefold() in BOOLEANS | NOTHING] == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("ref: 2.10", ("ref",)),
        ("ref: 2", ("ref",)),
        ("ref: 007", ("ref",)),
        ("ref: 1.5e3", ("ref",)),
        ("aim: no", ("aim",)),
        ("aim: Yes", ("aim",)),
        ("aim: true", ("aim",)),
        ("aim: 2018-01-25", ("aim",)),
        ("aim: 12:30", ("aim",)),
        ("assertions: {actions: 010}", ("assertions", "actions")),
        ("reports: {2018: {summary: Good.}}", ("reports",)),
        ("glossary: {no: Number}", ("glossary",)),
    ],
)
def test_what_another_reader_would_take_otherwise_is_seen(line, place):
    seen = [found for reader in READERS for found in surprises(HEAD + line, reader, Plan)]
    assert {*seen} == {place}


@pytest.mark.parametrize(
    "line",
    [
        'ref: "2.10"',
        "source: {line: 26}",
        "ref: 2.1a",
        'aim: "no"',
        "period: {from: 2018-01-25, to: 25/01/2019}",
        "funding: [{period: 2018-03, amount: 40000}, {period: Year 1, amount: 12.50}]",
        "kpis: [{title: A, actuals: {Year 1: {provisional: true, value: 73.4%}}}]",
        "aim:",
    ],
)
def test_what_every_reader_takes_alike_is_no_surprise(line):
    assert [surprises(HEAD + line, reader, Plan) for reader in READERS] == [[]] * len(READERS)


def test_a_truth_value_that_is_not_spelt_true_or_false_is_seen():
    cost = "themes: [{title: A, actions: [{text: B, cost: {nil: yes}}]}]\n"
    assert problems(f"{HEAD}{cost}") == ["truthy value should be one of [false, true]"]


def surprises(text: str, reader: str, model: type[Record]) -> list[Place]:
    """Where the other reader sees another thing than planctl."""
    return list(_differing(read(text.encode(), "plan.yaml").root, READERS[reader](text), model, ()))


def _differing(ours: Any, theirs: Any, model: type[Record], at: Place) -> Iterator[Place]:
    if isinstance(ours, dict) and isinstance(theirs, dict) and [*ours] == [*theirs]:
        for key, value in ours.items():
            yield from _differing(value, theirs[key], model, (*at, key))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differing(one, other, model, (*at, place))
    elif isinstance(ours, dict | list) or not _is_same(ours, theirs, model, at):
        yield at


def _is_same(ours: str | None, theirs: Any, model: type[Record], at: Place) -> bool:
    """Whether another reader's value is planctl's text, or what its field makes of that text."""
    if ours is None or isinstance(theirs, str):
        return bool(ours == theirs)
    if type(theirs) is date and not {"from", "to"}.isdisjoint(at[-2:]):
        return ours == theirs.isoformat()
    if is_text(model, at):
        return at[-2:] == ("source", "line") and ours == str(theirs)
    if isinstance(theirs, bool):
        return type_at(model, at) is bool and ours == str(theirs).casefold()
    if isinstance(theirs, int | float | Decimal):
        return not ours.startswith("0" * 2) and Decimal(ours) == Decimal(str(theirs))
    return type(theirs) is date and ours == theirs.isoformat()


def problems(text: str) -> list[str | None]:
    """What yamllint says of truth values, in keys and values."""
    return [found.desc for found in linter.run(text, TRUTHY)]


def vocabularies(words: type[Vocabulary]) -> Iterator[type[Vocabulary]]:
    for below in words.__subclasses__():
        yield below
        yield from vocabularies(below)
