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
from planctl.console import render_full
from planctl.console.terminal import Paint
from planctl.loading import SHAPES
from planctl.model import Plan
from planctl.rules import CATALOGUE, CRASH, CheckRun, Rule, check
from planctl.rules.rule import action_rows
from planctl.source import REFUSALS

SAID_TOGETHER = {
    "PLN214", "PLN301", "PLN303", "PLN304", "PLN401", "PLN402",
    "PLN403", "PLN404", "PLN408", "PLN409", "PLN411", "PLN412",
    "PLN502", "PLN504", "PLN505", "PLN507", "PLN508", "PLN510",
    "PLN513", "PLN515", "PLN711", "PLN712", "PLN715", "PLN716",
    "PLN803", "PLN811", "PLN852", "PLN855",
}  # fmt: skip
"""The rules that can hit nearly all rows, and are said once then."""

COUNTED_AMONG_FEWER = {
    "PLN411", "PLN502", "PLN505", "PLN507", "PLN508", "PLN513",
    "PLN515", "PLN712", "PLN715", "PLN716", "PLN803",
}  # fmt: skip
"""Those of them that look at some of the rows only, such as the complete ones."""

HELD_AGAINST_SEALS = "sealed-value-changed"
"""The rule whose page shows the plan as it was when its terms were closed."""

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
    pieces = re.split(r"^(Why|Earlier|Bad|Good|Fix):$", rule.page, flags=re.MULTILINE)
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


def around(rule):
    """What stands around the examples of a page: the plan as it was before, where it shows that.

    Files that the good example names are there, with the digests that it gives; plans that the bad
    one links to are there, and link to nothing.
    """
    earlier = parts(rule).get("Earlier")
    named = re.findall(r"locator: ([^\s}]+)(?:\s+sha256: (\w+))?", parts(rule)["Good"])
    files = {"files": {locator: digest or "0" * 64 for locator, digest in named}}
    plans = {
        "siblings": dict.fromkeys(re.findall(r"links: \[{plan: (\w+)}", parts(rule)["Bad"]), "")
    }
    before = "sealed" if rule.name == HELD_AGAINST_SEALS else "earlier"
    return files | plans | ({before: fields(earlier)} if earlier else {})


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
    before = ["Earlier"] if rule.needs_earlier or rule.name == HELD_AGAINST_SEALS else []
    after = ["Fix"] if "Fix" in found else []
    assert list(found) == ["What", "Why", *before, "Bad", "Good", *after]
    assert all(text.strip() for text in found.values())


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_summary_is_one_sentence_and_a_question_ends_as_one(rule: Rule):
    assert rule.summary.endswith(".")
    assert rule.question.endswith("?")
    assert "{" not in rule.question.format(subject="2.1f")


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_bad_example_of_a_page_is_found(rule: Rule, found):
    assert [f.code for f in found(rule, fields(parts(rule)["Bad"]), **around(rule))] != []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_bad_example_of_a_page_gives_this_message(rule: Rule, cases, golden):
    every = cases(fields(parts(rule)["Bad"]), **around(rule))
    found = tuple(one for case in every for one in check(case, [rule]).findings)
    documents = {case.document.file: case.document for case in every}
    run = CheckRun(found, found, documents, checked=1, not_run=0)
    said, _, _ = render_full(run, Paint()).rpartition("\n\n")
    golden(f"rules/{rule.code}-{rule.name}.txt", f"{said}\n")


CODES = Path(__file__).with_name("codes.txt")
RESERVED = {"PLN812"}
"""Codes of rules that are not written yet; nothing else may take them."""


def test_a_code_never_goes_away_and_never_means_something_else():
    kept = dict(line.split() for line in CODES.read_text("utf-8").splitlines())
    now = {code: refusal.name for code, refusal in REFUSALS.items()}
    now |= {code: shape.name for code, shape in SHAPES.items()}
    now |= {rule.code: rule.name for rule in CATALOGUE} | {CRASH.code: CRASH.name}
    assert now == {code: name for code, name in kept.items() if code not in RESERVED}
    assert set(kept) >= RESERVED


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_good_example_of_a_page_is_not(rule: Rule, found):
    assert found(rule, fields(parts(rule)["Good"]), **around(rule)) == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_that_names_an_action_can_be_said_of_many_at_once(rule: Rule):
    assert (rule.together.format(hits="all 7") != rule.together) == (rule.code in SAID_TOGETHER)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_counts_its_findings_among_the_rows_that_it_looks_at(rule: Rule):
    assert (rule.population is action_rows) == (rule.code not in COUNTED_AMONG_FEWER)
