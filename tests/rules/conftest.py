"""Rules run on small plans, written as text."""

import re
from datetime import date

import pytest

from planctl.audit.chain import Chain
from planctl.audit.sealing import Decided, Sourced, closing
from planctl.loading import load_plan, load_programme
from planctl.model import Seal, within
from planctl.rules import CATALOGUE, Case, Earlier, check, ignores_in
from planctl.source import read

HEAD = "format: planctl/1\nid: case\ntitle: Case\n"
PERIOD = "period: {from: 2017-09-01, to: 2020-08-31}\n"


@pytest.fixture
def cases():
    """`cases(text)`: what rules are given for a plan, and before it for its programme.

    The texts hold what follows format, id and title; a plan runs for three years if neither says
    otherwise. `siblings` are texts of other plans, by their ids; `earlier` is the text of the plan
    as it was before, `files` has the SHA-256 of files that the plan names. `sealed` is the text
    of the plan as it was when its terms were closed.
    """
    return _cases


def _cases(  # noqa: PLR0913 - what stands around a plan is given by name
    plan,
    *,
    programme="",
    siblings=None,
    unread=(),
    as_of=date(2018, 1, 1),
    earlier="",
    files=None,
    sealed="",
):
    period = "" if re.search("^period:", f"{plan}\n{programme}", re.MULTILINE) else PERIOD
    shared = _programme(programme) if programme else None
    record = shared and shared.record
    asked = _plan(f"{HEAD}{plan}\n{period}", "case", record)
    others = [
        _plan(f"format: planctl/1\nid: {name}\ntitle: Another\n{text}", name, record)
        for name, text in (siblings or {}).items()
    ]
    every = tuple(within(loaded.record, record) for loaded in (asked, *others))
    around = (record, every, as_of, frozenset(unread))
    before = _earlier(earlier, record, period) if earlier else None
    known = (files or {}).get
    ignores = ignores_in(asked.document, CATALOGUE)
    seals = _seals(sealed, record, period, as_of) if sealed else Chain()
    own = Case(
        asked.document,
        every[0],
        *around,
        earlier=before,
        digest=known,
        ignores=ignores,
        seals=seals,
    )
    if shared is None or shared.record is None:
        return (own,)
    return Case(shared.document, shared.record, *around), own


def _seals(text, programme, period, as_of):
    plan = within(_plan(f"{HEAD}{text}\n{period}", "case", programme).record, programme)
    chain = Chain()
    for term in plan.timeline.terms_ended(as_of):
        link = closing([Sourced(plan)], term, chain, Decided(as_of, "board", "Item 1"))
        chain = Chain((*chain.seals, Seal.model_validate(link)))
    return chain


def _earlier(text, programme, period):
    loaded = _plan(f"{HEAD}{text}\n{period}", "case", programme)
    return Earlier(within(loaded.record, programme), "abc1234", date(2017, 12, 31))


def _plan(text, name, programme):
    loaded = load_plan(read(text.encode(), f"{name}.yaml"), name, programme)
    assert loaded.record is not None, loaded.findings
    return loaded


def _programme(text):
    loaded = load_programme(read(f"{HEAD}{text}".encode(), "programme.yaml"))
    assert loaded.record is not None, loaded.findings
    return loaded


@pytest.fixture
def found(cases):
    """`found(rule, text)`: the findings of one rule, those of the programme first."""

    def findings(rule, plan, **around):
        # What runs last asks what the others have left.
        rules = CATALOGUE if rule.runs_last else [rule]
        every = [f for case in cases(plan, **around) for f in check(case, rules).findings]
        return [f for f in every if f.code == rule.code or not rule.runs_last]

    return findings
