"""Runs of the check, to be printed."""

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from planctl import diff
from planctl.diff import (
    BY_NAME,
    CHANGE_RULES,
    Change,
    Compared,
    Decision,
    Direction,
    Match,
    SideShown,
    Spot,
)
from planctl.findings import Edit, Finding, Fix, Related, Severity, Span, Waiver
from planctl.rules import CATALOGUE, CheckRun, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import read
from planctl.workspace import check_run, groups

ROOT = Path(__file__).parents[2]
USUAL = Policy(usual(CATALOGUE, Profile.ANALYST))

BROKEN = """\
format: planctl/1
id: reading
title: Lesen – für alle
status: final
vision: *x
funding:
  - {period: Year 1, amount: forty thousand}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a homework club
        responsable: [library]
        schedule: {autumn 2017: pilot, 2017-18 autumn: ✓}
        due: next year
        priority: high
      - {ref: 日本語 e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}, text: "a\tb", ref: 1c}
      - {ref: 1d, text: Print a calendar of everything that the clubs of all of the schools do in \
the course of the year and send it to every family in good time before the term begins, kost: 1}
      - ref: 1e"""

HOSTILE = (
    "a\x1b[2J\x00\x9b\u202eb\ufffe ]]> %0A 100% \"q\" 'q' <b>&amp;</b> ::error::x, a:b "
    "[x](http://e.org) {0} | `c` *d* _e_ @all #1 ~~f~~ <!-- g --> ##[error]h\r\n::error::next"
)
MENDED = "a: b\nref: 2.10\ntext: d\u00e9j\u00e0, vu\n"


@pytest.fixture
def of_plans(monkeypatch):
    """What is found in the project's own plans as of the day after their first term."""
    monkeypatch.chdir(ROOT)
    return check_run(groups([Path("plans")]), USUAL, date(2018, 1, 1))


@pytest.fixture
def of(tmp_path, monkeypatch):
    """`of(text)`: what is found in a file called reading.yaml."""
    monkeypatch.chdir(tmp_path)

    def run(text):
        Path("reading.yaml").write_text(text, "utf-8")
        return check_run(groups([Path("reading.yaml")]), USUAL, date(2018, 1, 1))

    return run


@pytest.fixture
def of_broken(of):
    """What is found in a small plan with ten mistakes of shape."""
    return of(BROKEN)


@pytest.fixture
def hostile():
    """A run whose one finding says what could act on whoever reads it, in all of its words."""
    finding = Finding(
        code="PLN301", name="no-responsible", severity=Severity.ERROR, message=HOSTILE,
        help=HOSTILE, question=HOSTILE, file=HOSTILE, path=(HOSTILE,), span=Span(1, 2, 1, 3),
        plan=HOSTILE, ref=HOSTILE, uid=HOSTILE, subject=HOSTILE,
        related=(Related(HOSTILE, span=Span(1, 1, 1, 2)),),
    )  # fmt: skip
    return CheckRun((finding,), (finding,), {}, checked=1, not_run=0)


@pytest.fixture
def mixed():
    """A run with each kind of finding: one with a fix, two waived, one in preview, two alike.

    The fix quotes the ref and writes a word anew; of the second file nothing is said.
    """
    document, other = read(MENDED.encode(), "a.yaml"), read(b"a: b\n", "b.yaml")
    edits = (Edit(10, 14, '"2.10"'), Edit(21, 25, "seen"), Edit(28, 28, "!"))
    fixed = Finding(
        "PLN021", "ambiguous-scalar", Severity.ERROR, "2.10 is ambiguous", "Quote it.", "Why?",
        "a.yaml", ("ref",), span=Span(2, 6, 2, 10), plan="p", ref="2.10", uid="u",
        fingerprint="f1", related=(Related("seen here", span=Span(3, 1, 3, 5)),),
        fix=Fix("Put quotes round it", lambda: edits, is_safe=False),
    )  # fmt: skip
    inline = Waiver("Agreed.", "the board", date(2018, 8, 31), "a.yaml:1")
    waived = (
        Finding("PLN301", "no-responsible", Severity.ERROR, "said", file="a.yaml",
                span=Span(1, 1, 2, 4), fingerprint="f2", waiver=inline),
        Finding("PLN301", "no-responsible", Severity.WARNING, "said too", file="a.yaml",
                waiver=Waiver(where="waivers.yaml:3")),
    )  # fmt: skip
    preview = Finding(
        "PLN999", "brand-new", Severity.ERROR, "is it so?", file="a.yaml", span=Span(3, 1, 3, 5),
        is_preview=True,
    )  # fmt: skip
    alike = Finding("PLN401", "no-timeline", Severity.WARNING, "no day", "Add one.", file="a.yaml")
    findings = (fixed, *waived, preview, alike, alike)
    documents = {"a.yaml": document, "b.yaml": other}
    return CheckRun(findings, findings, documents, checked=2, not_run=0)


def _change(rule, label, clause, **said):
    """A change of an action of an invented plan, unless something else is said."""
    kind = BY_NAME[rule]
    given = {"plan": "reading", "kind": "action", "ref": label, "theme": "2.1", **said}
    return Change(
        rule, kind.level, given.pop("direction", kind.direction) or Direction.NEUTRAL,
        f"{label} {clause}", kind.question.format(subject=label), label=label, **given,
    )  # fmt: skip


@pytest.fixture
def compared():
    """A comparison with changes of every weight in two invented plans, two of them waived."""
    at = partial(Spot, "plans/reading.yaml", column=7)
    club, room = ("themes", 0, "actions", 0), ("themes", 0, "actions", 4, "text")
    whole = {"ref": "2.1a", "text": "Open a reading club at the library"}
    old_text = (
        "Send every family of the town a list of all reading groups twice a year, in the autumn "
        "and in the spring, with the days, the times and the names of the rooms, in the languages "
        "that are spoken at home."
    )
    new_text = old_text.replace("twice a year", "once a year").replace(" and the names of", ", and")
    dropped = _change(
        "action-dropped", "2.1a", "is no longer in the plan: ‘Open a reading club at the library’",
        old=whole, old_path=club, old_spot=at(41), owners=("Library",), uid="a1b2",
        edits=(diff.Edit(club, None, whole),),
    )  # fmt: skip
    target = _change(
        "kpi-target-loosened", "KPI K1", "has the target 70 % for 2018, before 80 %", kind="kpi",
        theme="", ref="K1", old=80, new=70, field="targets/2018", new_spot=at(12),
        new_path=("kpis", 0, "targets", "2018"), match=Match("ref", 97),
        edits=(diff.Edit(("kpis", 0, "targets", "2018"), ("kpis", 0, "targets", "2018"), 80, 70),),
    )  # fmt: skip
    softened = _change(
        "scope-softened", "2.1e", "promises less: once a year, before twice a year", field="text",
        old=old_text, new=new_text, old_path=room, new_path=room, new_spot=at(77),
        owners=("Library", "Schools"), edits=(diff.Edit(room, room, old_text, new_text),),
    )  # fmt: skip
    missing = [
        _change("missed-update", f"2.2{letter}", "has no update for 2017-18 spring", theme="2.2",
                owners=("Schools",), new_spot=at(90 + line), new_path=("themes", 1, line))
        for line, letter in enumerate("abcde")
    ]  # fmt: skip
    numbered = [
        _change("renumbered", f"2.1{new}", f"was 2.1{old} before", old=f"2.1{old}",
                new=f"2.1{new}", field="ref", new_spot=at(41 + 9 * line),
                new_path=("themes", 0, "actions", line))
        for line, (new, old) in enumerate(pairwise("abcd"))
    ]  # fmt: skip
    postponed = _change(
        "date-moved", "2.2f", "was due 15 December 2017, and is due 27 April 2018, 133 days later",
        theme="2.2", direction=Direction.WORSE, new_spot=at(130),
        new_path=("themes", 1, 5),
    ).approved_by(Decision("C3", "Reading board, 12 March 2018, item 4"))  # fmt: skip
    waived = [
        replace(_change("phase-changed", f"2.3{letter}", "has other phases: Year 1"), waived=reason)
        for letter, reason in [("a", "Agreed when the plan was typed"), ("b", "A slip of the pen")]
    ]
    changes = (
        dropped,
        target,
        softened,
        *missing,
        _change("no-movement", "2.1d", "is told in the same words for two terms", new_spot=at(70),
                new_path=("themes", 0, "actions", 3)),
        *numbered,
        _change("rating-improved", "2.1f", "was amber and is green in 2017-18 spring",
                direction=Direction.BETTER,
                owners=("Library",), new_spot=at(84),
                new_path=("themes", 0, "actions", 5)),
        postponed,
        *waived,
        _change("rating-worsened", "3a", "was green and is red in 2017-18 spring", plan="writing",
                direction=Direction.WORSE,
                theme="3", new_spot=Spot("plans/writing.yaml", 9, 5)),
    )  # fmt: skip
    return Compared(
        SideShown("autumn-2017", date(2017, 12, 15), "a" * 40),
        SideShown("spring-2018", date(2018, 4, 27), "b" * 40),
        changes, plans=3,
    )  # fmt: skip


@pytest.fixture
def unread():
    """What kept a file from being read."""
    return Finding(
        "PLN002", "not-utf8", Severity.ERROR, "the file is no UTF-8 text: byte 17 is none of it",
        file="plans/maths.yaml", span=Span(2, 4, 2, 5),
    )  # fmt: skip


@pytest.fixture(params=CHANGE_RULES, ids=lambda rule: rule.name)
def of_rule(request, compared):
    """A comparison with one change of the rule."""
    return replace(compared, changes=(_change(request.param.name, "2.1a", "is another"),))
