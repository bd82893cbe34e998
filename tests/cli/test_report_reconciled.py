"""What a report prints is what `planctl status` counts, and every action of the plan is in it."""

import json
from collections import Counter
from pathlib import Path

import cssselect2
import pytest
import tinyhtml5
import yaml

from planctl.model import State
from planctl.model.plain import plain
from planctl.report.marks import STATE_ORDER
from planctl.report.palette import slug
from planctl.report.words import ENGLISH
from tests.report.full_plan import full_plan
from tests.report.odd_plans import odd_plans

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHIPPED = {
    "real": (ROOT / "plans/parental-partnership.yaml", "2017-18 autumn", "2018-01-01"),
    **{
        f"first-term, {term}": (EXAMPLES / "first-term/plans/parental-partnership.yaml", term, day)
        for term, day in (("2017-18 autumn", "2017-12-31"), ("2018-19 spring", "2019-04-30"))
    },
    **{
        f"{name}, {term}": (EXAMPLES / f"three-years/plans/{name}.yaml", term, day)
        for name in ("reading", "attendance", "moving-up", "careers", "inquiry")
        for term, day in (("2021-22 autumn", "2021-12-31"), ("2023-24 summer", "2024-08-31"))
    },
}
FULL = "2018-19 spring", "2019-04-05"
ODD = "2018-19 autumn", "2018-12-21"
WRITTEN = (
    "full", "one-action", "300-actions", "40-themes", "no-ratings", "all-red", "all-closed",
    "nested", "no-refs", "scale-brag", "scale-scrutiny", "chance-0", "chance-1", "chance-2",
    "chance-3", "chance-4", "chance-5",
)  # fmt: skip


class Printed:
    """The officer's page taken apart again."""

    def __init__(self, page):
        root = tinyhtml5.parse(page, namespace_html_elements=False)
        self.root = cssselect2.ElementWrapper.from_html_root(root)

    def found(self, selector):
        return [one.etree_element for one in self.root.query_all(selector)]

    def rows(self, table):
        return self.found(f"table.{table} tbody tr:not(.group)")

    def refs(self, table):
        return [said(one) for one in self.found(f"table.{table} tbody tr:not(.group) > th.ref")]

    def counts(self):
        return {
            one.get("data-count"): (int(one.get("data-number")), int(one.get("data-of")))
            for one in self.found("[data-count]")
        }

    def by_theme(self):
        """The sums of the table of themes by its headings."""
        heads = [said(one) for one in self.found("table.by-theme thead th")]
        sums = [said(one) for one in self.found("table.by-theme tfoot tr > *")]
        rows = [[said(one) for one in row] for row in self.rows("by-theme")]
        added = [sum(map(number, column)) for column in list(zip(*rows, strict=True))[1:]]
        assert added == [number(one) for one in sums[1:]]
        return dict(zip(heads[1:], added, strict=True))

    def bars(self):
        """How many actions the bars of all themes show, as their letters and figures say."""
        chart = self.found(".progress .scroll")[0][0]
        texts = [one for one in chart.iter() if one.tag.rpartition("}")[2] == "text"]
        middles = [one.text for one in texts if one.get("text-anchor") == "middle"]
        return sum(number(one.split()[-1]) for one in middles)

    def of_state(self, table):
        return Counter(row.get("data-state") for row in self.rows(table))


def said(element):
    return " ".join("".join(element.itertext()).split())


def number(text):
    return int(text.replace(",", ""))


def written_refs(entries):
    """The refs of actions as the file has them, without planctl."""
    for one in entries:
        if one.get("ref"):
            yield str(one["ref"])
        yield from written_refs(one.get("sub_actions", ()))


@pytest.fixture
def report(planctl, tmp_path):
    """`report(file, term, day)`: what is printed of a plan, and what is counted in it."""

    def made(file, term, day):
        asked = ("--term", term, "--as-of", day)
        out = tmp_path / "out"
        run = planctl("report", file, *asked, "--format", "html", "--no-cache", "-o", out)
        assert run.code == 0, run.err
        (page,) = out.glob("*.html")
        (counted,) = json.loads(planctl("status", file, *asked, "--format", "json").out)["plans"]
        return Printed(page.read_text("utf-8")), counted

    return made


def assert_agree(printed, counted, refs):
    states = Counter(counted["states"])
    rows = counted["actions"]["rows"]
    assert printed.counts() == {
        "complete": (states["complete"], rows),
        "on-track": (states["on_track"], rows),
        "behind": (states["at_risk"] + states["off_track"], rows),
        "unknown": (states["unknown"], rows),
        "overdue": (counted["overdue"], counted["due"]),
    }
    heads = {ENGLISH.say(f"state_{one.value}"): states[one.value] for one in STATE_ORDER}
    sums = printed.by_theme()
    assert sums.pop("Actions") == printed.bars() == rows
    assert sums == {name: heads[name] for name in sums}
    assert sum(sums.values()) == rows
    assert printed.of_state("theme") == {
        slug(State(name)): amount for name, amount in states.items() if amount
    }
    assert (len(printed.rows("grid")), len(printed.rows("theme"))) == (rows, rows)
    assert len(printed.rows("missing")) == counted["missing_updates"]
    for table in ("grid", "theme"):
        shown = Counter(ref.partition(" line ")[0] for ref in printed.refs(table))
        assert Counter(refs) - shown == Counter()
        assert {ref: shown[ref] for ref in refs} == Counter(refs)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_report_on_a_shipped_plan_agrees_with_the_status(report, name):
    file, term, day = SHIPPED[name]
    given = yaml.safe_load(file.read_text("utf-8"))
    refs = list(written_refs(one for theme in given["themes"] for one in theme.get("actions", ())))
    printed, counted = report(file, term, day)
    assert_agree(printed, counted, refs)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_report_on_an_invented_plan_agrees_with_the_status(report, workspace, name):
    is_full = name == "full"
    given = plain(full_plan() if is_full else odd_plans()[name])
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    file = f"plans/{given['id']}.yaml"
    root = workspace({file: text})
    refs = list(written_refs(one for theme in given["themes"] for one in theme.get("actions", ())))
    printed, counted = report(root / file, *(FULL if is_full else ODD))
    assert_agree(printed, counted, refs)


@pytest.mark.parametrize("name", ["real", "reading, 2023-24 summer"])
def test_without_an_earlier_version_what_has_changed_is_not_known(planctl, workspace, name):
    """In a folder without history: the shipped plans themselves may have some."""
    file, term, day = SHIPPED[name]
    files = {f"plans/{one.name}": one.read_text("utf-8") for one in file.parent.glob("*.yaml")}
    root = workspace(files)
    asked = ("--term", term, "--as-of", day, "--format", "html", "-o", root / "out")
    assert planctl("report", root / "plans" / file.name, *asked).code == 0
    (made,) = (root / "out").glob("*.html")
    since = Printed(made.read_text("utf-8")).found("section.since > p")
    assert said(since[0]).startswith("Not known: there is no earlier version of this plan.")
