"""The catalogue of codes, and one rule explained."""

import json

import pytest

from planctl.console import (
    catalogue,
    render_catalogue_json,
    render_catalogue_markdown,
    render_catalogue_text,
)
from planctl.loading import SHAPES
from planctl.rules import CATALOGUE, CRASH
from planctl.source import REFUSALS


def entries(*codes):
    return [entry for entry in catalogue() if entry.code in codes]


def test_every_code_is_there_once_and_in_order():
    codes = [entry.code for entry in catalogue()]
    rules = [rule.code for rule in CATALOGUE]
    assert codes == sorted([*REFUSALS, *SHAPES, *rules, CRASH.code])


def test_the_catalogue_reads_as_it_should(golden):
    golden("console/catalogue.txt", render_catalogue_text(catalogue()))


@pytest.mark.parametrize("code", ["PLN301", "PLN004", "PLN002", "PLN103", "PLN711"])
def test_one_code_explained_reads_as_it_should(code, golden):
    golden(f"console/{code}.txt", render_catalogue_text(entries(code)))


def test_a_rule_with_every_part_is_a_page_of_markdown(golden):
    golden("console/PLN301.md", render_catalogue_markdown(entries("PLN301")))


def test_a_code_of_the_file_is_a_page_with_its_remedy_where_one_fits_all():
    assert render_catalogue_markdown(entries("PLN004", "PLN001")) == (
        "## PLN001 not-yaml\n\nSeverity: error.\n\nA file is written in YAML.\n\n"
        "## PLN004 tab-indent\n\nSeverity: error.\n\nLines are indented with spaces.\n\n"
        "Fix:\n\nUse spaces: two for each step to the right.\n"
    )


def test_every_page_is_followed_by_an_empty_line_and_every_fence_is_closed():
    pages = render_catalogue_markdown(catalogue())
    assert pages.count("\n## ") + 1 == len(catalogue())
    assert pages.count("```yaml\n") * 2 == pages.count("```")
    assert pages.count("\n\n## ") == pages.count("\n## ")


def test_programs_get_every_code_with_five_fields():
    found = json.loads(render_catalogue_json(catalogue()))
    assert (found["format_version"], len(found["rules"])) == ("1.0", len(catalogue()))
    assert found["rules"][0] == {
        "code": "PLN001",
        "name": "not-yaml",
        "severity": "error",
        "summary": "A file is written in YAML.",
        "question": "",
    }
    assert json.loads(render_catalogue_json(entries("PLN301")))["rules"] == [
        {
            "code": "PLN301",
            "name": "no-responsible",
            "severity": "error",
            "summary": "Every action has somebody who answers for it.",
            "question": "Who is responsible for this entry?",
        }
    ]
