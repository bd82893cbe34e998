"""Findings as the results of tests.

Elements and attributes are those that Jenkins' xUnit plugin takes; other programs take no fewer.
"""

from xml.etree import ElementTree as ET

import pytest

from planctl.console import Paint, render_junit
from planctl.rules import CheckRun
from planctl.source import read

COUNTS = {"name", "tests", "failures", "errors"}
TAKEN = {
    "testsuites": (COUNTS, {"testsuite"}),
    "testsuite": (COUNTS | {"skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "skipped"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
}


def parsed(run):
    """The report, read again: with nothing unheard of, and every count true."""
    root = ET.fromstring(render_junit(run, Paint(is_on=True)))  # noqa: S314 - our own words
    for element in root.iter():
        attributes, children = TAKEN[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    for holder in (root, *root.iter("testsuite")):
        cases, failures = holder.findall(".//testcase"), holder.findall(".//failure")
        counted = (int(holder.get("tests", "")), int(holder.get("failures", "")))
        assert counted == (len(cases), len(failures))
    return root


def test_the_real_plan_is_given_whole(of_plans, golden):
    assert len(parsed(of_plans).findall(".//failure")) == len(of_plans.findings)
    golden("console/plans-junit.xml", render_junit(of_plans, Paint()))


def test_ten_mistakes_are_given_whole(of_broken, golden):
    assert parsed(of_broken).get("tests") == "10"
    golden("console/broken-junit.xml", render_junit(of_broken, Paint()))


def test_a_file_is_a_suite_and_what_is_waived_or_in_preview_is_skipped(mixed, golden):
    assert [suite.get("name") for suite in parsed(mixed)] == ["a.yaml", "b.yaml"]
    golden("console/mixed-junit.xml", render_junit(mixed, Paint()))


def test_a_file_without_findings_passes():
    documents = {"reading.yaml": read(b"a: b", "reading.yaml")}
    root = parsed(CheckRun((), (), documents, checked=1, not_run=0))
    assert [(case.attrib, list(case)) for case in root.iter("testcase")] == [
        ({"classname": "reading.yaml", "name": "nothing was found"}, [])
    ]


def test_nothing_checked_is_a_report_without_suites():
    assert list(parsed(CheckRun((), (), {}, checked=0, not_run=0))) == []


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\ufffe", "\uffff", "\ud800", "\x9f"])
def test_what_no_xml_file_may_hold_is_marked(letter, mixed):
    finding = mixed.findings[0]
    object.__setattr__(finding, "message", f"a{letter}b")
    failure = parsed(mixed).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "a\N{REPLACEMENT CHARACTER}b"


def test_no_word_of_a_plan_ends_an_element(hostile):
    (suite,) = parsed(hostile)
    (failure,) = suite.iter("failure")
    assert "]]>" in str(failure.get("message"))
    assert str(failure.text).count("<b>&amp;</b> ::error::x") == 3
