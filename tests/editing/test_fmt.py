"""One form for every plan: what it holds and its comments stay, whatever its layout was."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.editing.fmt import formatted
from planctl.loading import load_plan
from planctl.model import Plan, Programme, Timeline
from planctl.source import read
from planctl.source.edits import raw_of
from planctl.source.scalars import one_line
from planctl.source.tree import tree_of

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("plans/*.yaml"), *ROOT.glob("examples/*/plans/*.yaml")])
TIMELINE = Timeline(date(2017, 9, 1), date(2020, 8, 31))


def document_of(text):
    return read(text.encode(), "plan.yaml")


def form(text):
    return formatted(document_of(text), Plan, TIMELINE).text


def meaning(text):
    loaded = load_plan(document_of(text), "plan", None)
    assert loaded.record is not None, (text, loaded.findings)
    return loaded.record.model_dump(mode="json", by_alias=True)


def comments(text):
    return sorted(text[one.start : one.end].rstrip() for one in tree_of(text).comments)


WORDS = st.sampled_from(
    ["Read more", "Ask: who?", "It's #1", "no", "2.10", "- dash", "Ünïcode ✓", "a, b", "{x}",
     "Two\nlines", "Ends with space \nand goes on\n", "x " * 70 + "end", "'quoted'", '"double"'],
)  # fmt: skip
DAYS = st.sampled_from(["2018-01-25", "25/01/18", "25 January 2018", "1/9/2017"])
PERIODS = st.sampled_from(["Year 1", "2017-18 autumn", "autumn 2018", "2018-03", "Q1 2018-19"])
TICKS = st.sampled_from(["✓", "√", "Roll out", {"phase": "Pilot", "note": "Two schools"}])
NEXT_STEP = st.fixed_dictionaries({"text": WORDS}, optional={"due": DAYS})
UPDATE = st.fixed_dictionaries(
    {},
    optional={
        "comment": WORDS, "stage": st.sampled_from(["in progress", "Complete"]),
        "date": DAYS, "expected": st.sampled_from(["early 2018", "25/01/18"]),
        "next_steps": st.lists(st.one_of(WORDS, NEXT_STEP), max_size=2),
    },
)  # fmt: skip
ACTION = st.fixed_dictionaries(
    {"text": WORDS},
    optional={
        "ref": st.sampled_from(["1a", "2.10", "2.1f"]), "notes": st.lists(WORDS, max_size=3),
        "schedule": st.one_of(
            st.lists(PERIODS, unique=True, max_size=2),
            st.dictionaries(PERIODS, TICKS, max_size=2),
        ),
        "due": DAYS, "responsible": st.lists(st.sampled_from(["map", "vcs"]), max_size=2),
        "updates": st.dictionaries(PERIODS, UPDATE, max_size=2),
    },
)  # fmt: skip
THEME = st.fixed_dictionaries(
    {"title": WORDS.filter(lambda text: len(text) < 100)},
    optional={"actions": st.lists(ACTION, max_size=3), "kpis": st.lists(WORDS, max_size=1)},
)
PLAN = st.fixed_dictionaries(
    {"format": st.just("planctl/1"), "id": st.just("plan"), "title": st.just("Plan")},
    optional={"aim": WORDS, "themes": st.lists(THEME, max_size=2), "glossary": st.just({"B": "b"}),
              "status": st.sampled_from(["Live", "draft"])},
)  # fmt: skip


class Scribe:
    """Writes a value as somebody might: in any order, indentation and style, with comments."""

    def __init__(self, seed):
        self.random = random.Random(seed)  # noqa: S311 - to be unlike, not secret

    def chance(self, one_in=3):
        return self.random.randrange(one_in) == 0

    def shuffled(self, value):
        return self.random.sample(list(value), len(value))

    def fields(self, value, column):
        for name in self.shuffled(value):
            yield from self.above(column)
            key = one_line(name, is_flow=True)
            yield from self.entry(f"{' ' * column}{key}:", value[name], column)

    def items(self, value, column):
        for one in value:
            yield from self.above(column)
            if isinstance(one, dict) and one and self.chance(2):
                gap = self.random.randint(1, 3)
                first, *rest = self.fields_below_dash(one, column + 1 + gap)
                yield f"{' ' * column}-{' ' * gap}{first.lstrip(' ')}"
                yield from rest
            else:
                yield from self.entry(f"{' ' * column}-", one, column)

    def fields_below_dash(self, value, column):
        lines = list(self.fields(value, column))
        while not lines[0].strip() or lines[0].lstrip().startswith("#"):
            lines.pop(0)
        return lines

    def above(self, column):
        if self.chance(5):
            yield " " * self.random.choice([0, column])
        if self.chance(5):
            yield f"{' ' * self.random.choice([column, column, 0])}{self.comment()}"

    def comment(self):
        return self.random.choice(["# why", "#a", "# - not: an entry", "# 'quote", "#"])

    def entry(self, head, value, column):
        if isinstance(value, dict | list) and value and not self.chance(4):
            yield f"{head}{self.behind()}"
            inner = column + self.random.randint(1, 4)
            if isinstance(value, list) and head.endswith(":") and self.chance():
                inner = column
            yield from (self.fields if isinstance(value, dict) else self.items)(value, inner)
        elif isinstance(value, str) and "\n" in value and self.chance(2):
            body = " " * (column + self.random.randint(1, 4))
            keep = {0: "-", 1: ""}.get(len(value) - len(value.rstrip("\n")), "+")
            yield f"{head} |{keep}{self.behind()}"
            yield from (f"{body}{line}" for line in value.removesuffix("\n").split("\n"))
        else:
            space = " " * self.random.randint(1, 3)
            yield f"{head}{space}{self.in_line(value)}{self.behind()}"

    def in_line(self, value):
        comma = self.random.choice([", ", ",  ", " , "])
        if isinstance(value, dict):
            names = ((one_line(name, is_flow=True), value[name]) for name in self.shuffled(value))
            inner = (f"{name}: {self.in_line(one)}" for name, one in names)
            return f"{{{self.pad()}{comma.join(inner)}{self.pad()}}}"
        if isinstance(value, list):
            return f"[{self.pad()}{comma.join(map(self.in_line, value))}{self.pad()}]"
        return one_line(value, is_flow=True, is_exact=self.chance(2))

    def pad(self):
        return " " * self.random.randrange(3)

    def behind(self):
        return f"  {self.comment()}" if self.chance(6) else " " * self.random.choice([0, 0, 2])


@st.composite
def plans(draw):
    scribe = Scribe(draw(st.integers(0, 2**32)))
    line_break = scribe.random.choice(["\n", "\n", "\r\n"])
    lines = [
        line.rstrip(" ") if not line.strip() else line for line in scribe.fields(draw(PLAN), 0)
    ]
    return line_break.join(lines) + line_break * scribe.random.randrange(4)


@pytest.mark.thorough
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_a_plan_keeps_its_meaning_and_comments_and_has_one_form(text):
    once = form(text)
    assert meaning(once) == meaning(text)
    assert comments(once) == comments(text)
    again = document_of(once)
    assert formatted(again, Plan, TIMELINE) is again
    assert raw_of(again).count(b"\r\n") == (once.count("\n") if "\r\n" in text else 0)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_in_form(path):
    document = read(path.read_bytes(), path.name)
    model = Programme if path.name == "programme.yaml" else Plan
    assert formatted(document, model, TIMELINE) is document
