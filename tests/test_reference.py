"""The reference of the plan format has every field, and what it shows is so."""

import re
from pathlib import Path

import pytest

from planctl.loading import load_plan, load_programme
from planctl.loading.examples import Example, Host, file_with
from planctl.loading.fields import field_names
from planctl.loading.schema import records
from planctl.model import Plan, Programme, read_day
from planctl.model.entity import Entity
from planctl.source import read

PAGE = (Path(__file__).parents[1] / "docs" / "plan-format.md").read_text("utf-8")
RECORDS = tuple(dict.fromkeys((*records(Plan), *records(Programme))))
SHORT_FORMS = PAGE.partition("## Short forms\n")[2].partition("\n## ")[0]
HOST_OF = {
    "scale": Host.PLAN, "calendars": Host.PLAN, "targets": Host.KPI, "next_steps": Host.UPDATE
}  # fmt: skip


def host_and_text():
    """Each example, with what its fields are fields of; a whole plan is its own host."""
    found = re.findall(
        r"(?:^In ([^\n]+):\n\n)?^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
    )
    return [(Host(host) if host else None, text) for host, text in found]


def pairs():
    """What is said to be the same: the short forms and the full ones of the table."""
    for line in SHORT_FORMS.splitlines():
        short, full = (re.findall(r"`([^`]+)`", cell) for cell in line.split("|")[1:3] or ("", ""))
        yield from zip(short, full, strict=True)


def loaded(host, text):
    whole = file_with(Example(host, text)) if host else text
    document = read(whole.encode(), "example.yaml")
    if host is Host.PROGRAMME:
        return load_programme(document)
    return load_plan(document, document.value(("id",)), None)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_has_its_row(record):
    heading = record.place.partition(" ")[2]
    section = PAGE.partition(f"\n### {heading[0].upper()}{heading[1:]}\n")[2].partition("\n##")[0]
    shared = re.findall(r"\[`(own|source)`\]", section) if issubclass(record, Entity) else []
    rows = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert {*rows, *shared} == {*field_names(record)}


def test_the_examples_are_found():
    assert len(host_and_text()) == PAGE.count("```yaml\n") > len(RECORDS)


@pytest.mark.parametrize(("host", "text"), host_and_text())
def test_an_example_can_be_read(host, text):
    assert [finding.message for finding in loaded(host, text).findings] == []


@pytest.mark.parametrize(("short", "full"), list(pairs()))
def test_a_short_form_is_the_full_one(short, full):
    host = HOST_OF.get(short.partition(":")[0], Host.ACTION)
    assert loaded(host, short).record == loaded(host, full).record is not None


def test_an_exact_day_is_read_as_shown():
    sentence = PAGE.partition("An exact **day** is ")[2].partition(". In figures")[0]
    assert {read_day(words) for words in re.findall("`([^`]+)`", sentence)} == {
        read_day("2018-01-25")
    }


def test_a_link_within_the_page_leads_somewhere():
    text = re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert {*re.findall(r"\]\(#([^)]+)\)", text)} - anchors == set()
