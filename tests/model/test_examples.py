"""The examples of the format: each loads, and together they show every field there is."""

import re
from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, get_args

import pytest

from planctl.findings import Path
from planctl.loading import load_plan, load_programme
from planctl.loading.descriptions import descriptions
from planctl.loading.examples import Example, Host, examples, file_with
from planctl.loading.fields import bare, field_names, record_at
from planctl.model import Entity, Plan, Programme
from planctl.model.record import Record
from planctl.model.vocabulary import Vocabulary
from planctl.source import read


def below(annotation: Any) -> Iterator[Any]:
    kind = bare(annotation)
    yield kind
    for argument in get_args(kind):
        yield from below(argument)


def records() -> tuple[type[Record], ...]:
    """Every record that a plan or programme can hold, those two first."""
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Plan, Programme]
    while waiting:
        record = waiting.pop(0)
        found[record] = None
        kinds = [kind for field in record.model_fields.values() for kind in below(field.annotation)]
        waiting += [
            kind
            for kind in kinds
            if isinstance(kind, type) and issubclass(kind, Record) and kind not in found
        ]
    return tuple(found)


RECORDS = records()
EXAMPLES = [
    pytest.param(record, example, id=f"{record.__name__}-{number}")
    for record in RECORDS
    for number, example in enumerate(examples(record), start=1)
]


def loaded(example: Example) -> Record | None:
    document = read(file_with(example).encode(), "example.yaml")
    if example.host is Host.PROGRAMME:
        return load_programme(document).record
    return load_plan(document, str(document.value(("id",))), None).record


def findings(example: Example) -> list[str]:
    document = read(file_with(example).encode(), "example.yaml")
    if example.host is Host.PROGRAMME:
        return [finding.message for finding in load_programme(document).findings]
    result = load_plan(document, str(document.value(("id",))), None)
    return [finding.message for finding in result.findings]


def inside(value: Any) -> Iterator[Record]:
    """The record itself and all that it holds."""
    if isinstance(value, Record):
        yield value
        value = {name: getattr(value, name) for name in value.model_fields_set}
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for part in value:
            yield from inside(part)


def shown(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that are written, each with the record that has it of its own."""
    for name in record.model_fields_set:
        yield owner(type(record), name), name


def owner(record: type[Record], field: str) -> str:
    is_shared = field in Entity.model_fields and field not in get_annotations(record)
    return Entity.__name__ if is_shared else record.__name__


def test_the_records_of_a_plan_are_found():
    names = {record.__name__ for record in RECORDS}
    assert {"Action", "Update", "Target", "SubPoint", "Calendar", "Level", "OwnField"} <= names


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_has_an_example(record):
    assert examples(record) != ()


@pytest.mark.parametrize(("record", "example"), EXAMPLES)
def test_an_example_loads_and_shows_its_record(record, example):
    assert findings(example) == []
    assert record in {type(one) for one in inside(loaded(example))}


def test_the_examples_together_show_every_field():
    seen = {
        field
        for record in RECORDS
        for example in examples(record)
        for one in inside(loaded(example))
        for field in shown(one)
    }
    there = {(owner(record, name), name) for record in RECORDS for name in record.model_fields}
    assert sorted(there - seen) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_described_in_plain_sentences(record):
    described = descriptions(record)
    assert tuple(described) == field_names(record)
    assert [text for text in described.values() if not re.fullmatch(r"[A-Z`].*\.", text)] == []


def test_no_description_only_repeats_the_name_of_its_field():
    repeated = [
        (record.__name__, name)
        for record in RECORDS
        for name, text in descriptions(record).items()
        if text.rstrip(".").casefold().removeprefix("the ") == name.replace("_", " ")
    ]
    assert repeated == []


def out_of_order(model: type[Record], value: Any, path: Path = ()) -> Iterator[Path]:
    """The groups of fields that do not stand in the order of the format."""
    record = record_at(model, path)
    if record and isinstance(value, dict):
        written = [name for name in field_names(record) if name in value]
        if list(value) != written:
            yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in parts:
        if isinstance(part, dict | list):
            yield from out_of_order(model, part, (*path, step))


@pytest.mark.parametrize(("record", "example"), EXAMPLES)
def test_an_example_has_its_fields_in_the_order_of_the_format(record, example):
    del record
    model = Programme if example.host is Host.PROGRAMME else Plan
    document = read(file_with(example).encode(), "example.yaml")
    assert list(out_of_order(model, document.root)) == []


@pytest.mark.parametrize(("record", "example"), EXAMPLES)
def test_what_an_example_becomes_reads_back(record, example):
    del record
    found = loaded(example)
    assert found is not None
    written = found.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert type(found).model_validate(written) == found


def test_no_word_of_the_format_is_true_or_false_to_other_readers():
    fields = {name for record in RECORDS for name in field_names(record)}
    words = {word.value for kind in Vocabulary.__subclasses__() for word in kind}
    assert (fields | words) & {"y", "n", "yes", "no", "on", "off", "true", "false"} == set()
