"""The catalogue holds every rule, and every rule has its page."""

import ast
import importlib
import inspect
import re
from pathlib import Path
from textwrap import indent

import pytest
import yaml

import planctl.rules
from planctl.loading import SHAPES
from planctl.model import Plan
from planctl.rules import CATALOGUE, Rule
from planctl.rules.rule import action_rows
from planctl.source import REFUSALS

FAMILIES = sorted(Path(planctl.rules.__file__).parent.glob("*.py"))
EVERY_RULE = [pytest.param(rule, id=rule.name) for rule in CATALOGUE]


def decorated(family):
    """The codes that @rule gives in a family's source."""
    tree = ast.parse(family.read_text("utf-8"))
    return [
        ast.literal_eval(decorator.args[0])
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "rule"
    ]


def parts(rule):
    """The page's blocks by their headings, what stands above the first under What."""
    pieces = re.split(r"^(Why|Bad|Good|Fix):$", rule.page, flags=re.MULTILINE)
    return {"What": pieces[0].strip(), **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def fields(block):
    """The plan's fields that an example stands for: some of them, a theme's actions, or one action.

    The text of the page itself goes into the plan: what stands in quotes there does so here.
    """
    text = inspect.cleandoc(block)
    example = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - gives only text
    if isinstance(example, dict) and set(example) <= set(Plan.model_fields):
        return text
    if isinstance(example, dict):
        needed = "" if "text" in example else "text: Open a homework club\n"
        text = "- " + indent(f"{needed}{text}", "  ").lstrip()
    return f"themes:\n  - title: Reading\n    actions:\n{indent(text, '      ')}"


def test_every_rule_of_every_family_is_in_the_catalogue():
    written = sorted(code for family in FAMILIES for code in decorated(family))
    assert written == [rule.code for rule in CATALOGUE]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.stem)
def test_a_family_lists_the_rules_it_defines_in_the_order_of_their_codes(family):
    module = importlib.import_module(f"planctl.rules.{family.stem}")
    assert [rule.code for rule in getattr(module, "RULES", ())] == sorted(decorated(family))


def test_codes_run_upwards_and_none_is_used_twice():
    codes = [rule.code for rule in CATALOGUE]
    assert codes == sorted({*codes})


def test_no_two_codes_share_a_name():
    names = [rule.name for rule in CATALOGUE]
    names += [refusal.name for refusal in REFUSALS.values()]
    names += [shape.name for shape in SHAPES.values()]
    assert len({*names}) == len(names)


def test_no_rule_takes_a_code_of_the_reading_or_the_loading():
    assert {rule.code for rule in CATALOGUE} & {*REFUSALS, *SHAPES} == set()


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_code_and_a_name_have_their_form(rule: Rule):
    assert re.fullmatch(r"PLN\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_page_says_what_why_and_shows_a_bad_and_a_good_example(rule: Rule):
    found = parts(rule)
    assert list(found) == ["What", "Why", "Bad", "Good"]
    assert all(text.strip() for text in found.values())


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_summary_is_one_sentence_and_a_question_ends_as_one(rule: Rule):
    assert rule.summary.endswith(".")
    assert rule.question.endswith("?")
    assert "{" not in rule.question.format(subject="2.1f")


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_bad_example_of_a_page_is_found(rule: Rule, found):
    assert [f.code for f in found(rule, fields(parts(rule)["Bad"]))] != []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_good_example_of_a_page_is_not(rule: Rule, found):
    assert found(rule, fields(parts(rule)["Good"])) == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_that_names_an_action_can_be_said_of_many_at_once(rule: Rule):
    of_rows = {"PLN301", "PLN303", "PLN304", "PLN401", "PLN505", "PLN711"}
    assert (rule.together.format(hits="all 7") != rule.together) == (rule.code in of_rows)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_only_missing_updates_are_counted_among_fewer_than_all_rows(rule: Rule):
    assert (rule.population is action_rows) == (rule.code != "PLN505")
