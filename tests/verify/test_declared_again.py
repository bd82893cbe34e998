"""Editions that hang on the persons of other plans, held against the repository."""

from pathlib import Path

import pytest

from planctl.audit import Reader, edition_for
from planctl.printing import Press, programme_press
from planctl.printing.abroad_carried import ABROAD
from planctl.printing.assembling import edition_content, proven
from planctl.printing.proof import printed
from planctl.report.request import Audience
from planctl.verify import Anchor, Asked, verify
from planctl.workspace import groups

pytestmark = pytest.mark.thorough
PLAN = "plans/reading.yaml"
TERM = "2017-18 autumn"
OTHER = """\
format: planctl/1
id: other
title: Other
period: {from: 2017-09-01, to: 2018-08-31}
parties: [{id: pat, kind: person, name: Pat Volunteer, organisation: library}]
themes: [{title: T, actions: [{ref: 1a, text: Read., responsible: [pat], schedule: [Year 1]}]}]
"""


@pytest.fixture
def company(workspace, git):
    """The workspace with a second plan, whose person the first one names."""
    (workspace / "plans/other.yaml").write_text(OTHER, "utf-8")
    text = (workspace / PLAN).read_text("utf-8")
    (workspace / PLAN).write_text(
        text.replace("Nobody came", "Pat Volunteer and Jan Open came"), "utf-8"
    )
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "Second")
    return workspace


def alone():
    """The report on the first plan alone."""
    (group,) = groups([Path(PLAN)])
    (press,) = Press.presses(group, TERM, None, "", Audience.PUBLIC)
    return proven(press)


def both():
    """The report over the two plans."""
    press = programme_press(groups([Path("plans")]), TERM, None, "", Audience.PUBLIC)
    assert press is not None
    return proven(press)


@pytest.fixture
def leaky(forged):
    """`leaky(made)`: with the other plan's person in it, and a record that says nothing of that."""

    def printed_again(made):
        (group,) = groups([Path(PLAN)])
        (whole,) = group.sound_plans()
        told = edition_content(edition_for(whole, Reader.PUBLIC).plan)
        assert b"Pat Volunteer" in told
        edition = made.carried.manifest.edition.model_copy(update={"declaring": ()})
        return printed(forged(made.carried, {**made.carried.files, PLAN: told}, edition=edition))

    return printed_again


def looked_up(made, company):
    """The verdict with the repository at hand, and what it says of that."""
    path = company.parent / "report.html"
    path.write_bytes(made.html())
    verdict = verify(path, Asked(repository=company))
    return verdict, {one.name: one.result.value for one in verdict.checks}


@pytest.mark.parametrize("make", [alone, both])
def test_what_other_plans_persons_took_out_is_taken_out_again(company, make):
    verdict, told = looked_up(make(), company)
    assert (verdict.is_sound, verdict.anchored) == (True, Anchor.REPOSITORY)
    assert (told["repository"], "repository-edition" in told) == ("passed", False)


def test_it_is_consistent_without_the_repository(company, looked_at):
    path = company.parent / "report.html"
    path.write_bytes(alone().html())
    assert looked_at(path).is_sound


def test_a_plan_s_report_that_leaves_another_plan_s_person_in_is_found(company, leaky):
    verdict, told = looked_up(leaky(alone()), company)
    assert (verdict.is_sound, told["repository-edition"]) == (False, "failed")


def test_a_programme_s_report_that_leaves_another_plan_s_person_in_is_found(company, leaky):
    verdict, told = looked_up(leaky(both()), company)
    assert (verdict.is_sound, told["repository"]) == (False, "failed")


def test_a_person_who_is_declared_later_is_a_remark(company, git):
    made = alone()
    later = OTHER.replace("other", "third").replace("id: pat", "id: jan")
    (company / "plans/third.yaml").write_text(later.replace("Pat Volunteer", "Jan Open"), "utf-8")
    git(company, "add", ".")
    git(company, "commit", "-q", "-m", "Third")
    verdict, told = looked_up(made, company)
    assert (verdict.is_sound, verdict.anchored) == (True, Anchor.REPOSITORY)
    assert told["repository-edition"] == "remark"


@pytest.fixture
def abroad(company, git):
    """The workspace, in which the first plan's recommendation is carried out by the second."""
    text = (company / PLAN).read_text("utf-8")
    recommended = "recommendations: [{ref: '1', text: Read., actions: [reads]}]\n"
    (company / PLAN).write_text(f"{text}{recommended}", "utf-8")
    other = OTHER.replace("{ref: 1a, ", "{ref: 1a, uid: reads, ")
    (company / "plans/other.yaml").write_text(other, "utf-8")
    git(company, "commit", "-q", "-a", "-m", "Third")
    return company


def test_what_is_told_of_another_plan_s_action_is_held_against_that(abroad, forged):
    made = alone()
    verdict, told = looked_up(made, abroad)
    assert (verdict.is_sound, told["repository-abroad"]) == (True, "passed")
    held = made.carried.files[ABROAD].replace(b'"Read."', b'"Sleep."')
    assert held != made.carried.files[ABROAD]
    other = printed(forged(made.carried, {**made.carried.files, ABROAD: held}))
    verdict, told = looked_up(other, abroad)
    assert (verdict.is_sound, told["repository-abroad"]) == (False, "failed")
