"""Runs of the check, to be printed."""

from datetime import date
from pathlib import Path

import pytest

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
