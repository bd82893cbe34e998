"""The plans as they were last reported, and what has changed in them since."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planctl.audit import Reader
from planctl.errors import WrongValueError
from planctl.gitio import GitMissingError, NoContentError, NoRevisionError
from planctl.model import Period, PeriodKind
from planctl.report.request import Since
from planctl.workspace import groups
from planctl.workspace.declaring import declaring
from planctl.workspace.earlier_version import EarlierVersions, Occurrence, Reported

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
SPRING, LAST_DAY = Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30)
PERIOD = "period: {from: 2017-09-01, to: 2018-08-31}\n"
BROKEN = "period: [\n"


def actions(*said):
    """The fields of a plan with these actions, by number: each has the updates that are given."""
    lines = [
        f"      - {{ref: {number}a, text: Do {number}, updates: {{{updates}}}}}"
        for number, updates in enumerate(said, start=1)
    ]
    return PERIOD + "\n".join(["themes:", "  - title: Clubs", "    actions:", *lines])


AUTUMN = "2017-18 autumn: {rating: green}"
FALLEN = f"{AUTUMN}, 2017-18 spring: {{rating: amber}}"


@pytest.fixture
def commit(folder, plan):
    """`commit({"reading": fields}, day)` commits plans of these fields; None deletes one."""

    def made(plans, day):
        for name in [name for name, fields in plans.items() if fields is None]:
            Path(f"plans/{name}.yaml").unlink()
        texts = {f"plans/{name}.yaml": plan(name, text) for name, text in plans.items() if text}
        root = folder({"planctl.toml": "", **texts})
        git("init", "--quiet")
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", "x", day=f"{day}T12:00:00+0000")
        return root

    return made


def git(*arguments, day="2017-12-01T12:00:00+0000"):
    dates = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    run = ["git", *WHO, *arguments]
    done = subprocess.run(run, check=True, capture_output=True, env={**os.environ, **dates})
    return done.stdout.decode().strip()


def reported(asked="", as_of=LAST_DAY, term=SPRING):
    (group,) = groups([Path("plans")])
    (plan, *_) = group.sound_plans()
    return EarlierVersions(group, asked).reported(plan.timeline, term, as_of)


def since(asked="", of="plans", as_of=LAST_DAY):
    """What has changed in the last of the plans, for the report on spring."""
    (group,) = groups([Path(of)])
    plan, versions = group.sound_plans()[-1], EarlierVersions(group, asked)
    found = versions.reported(plan.timeline, SPRING, as_of)
    occurrence = Occurrence(SPRING, as_of, found)
    return versions.since(group.asked[-1], plan, occurrence)


def messages(found):
    return [change.message for change in found.changes]


def test_the_last_commit_by_the_end_of_the_term_before_is_what_was_reported(commit):
    commit({"reading": actions(AUTUMN)}, "2017-12-30")
    commit({"reading": actions(AUTUMN, "")}, "2017-12-31")
    last = git("rev-parse", "HEAD")
    commit({"reading": actions(FALLEN, "")}, "2018-01-01")
    assert reported() == Reported(last, last[:7], date(2017, 12, 31))


def test_the_first_term_has_no_earlier_version(commit):
    commit({"reading": actions("")}, "2017-09-01")
    assert reported(term=Period(PeriodKind.TERM, 2017, "autumn"), as_of=date(2017, 12, 31)) is None
    assert since(as_of=LAST_DAY) is not None


def test_without_git_it_is_not_known(folder, plan):
    folder({"planctl.toml": "", "plans/reading.yaml": plan("reading", PERIOD)})
    assert since() is None


def test_the_changes_up_to_the_term_with_how_many_actions_there_were(commit):
    commit({"reading": actions(AUTUMN, "")}, "2017-12-20")
    first = git("rev-parse", "HEAD")
    later = f"{FALLEN}, 2017-18 summer: {{rating: red}}"
    commit({"reading": actions(later)}, "2018-08-20")
    found = since()
    assert (found.name, found.on, found.actions) == (first[:7], date(2017, 12, 31), 2)
    assert messages(found) == [
        "2a is no longer in the plan: ‘Do 2’",
        "1a was green and is amber in 2017-18 spring",
        "1a has an update for 2017-18 spring",
    ]


def test_what_is_not_committed_counts(commit, folder, plan):
    commit({"reading": actions(AUTUMN)}, "2017-12-20")
    folder({"plans/reading.yaml": plan("reading", actions(FALLEN))})
    assert messages(since())[0] == "1a was green and is amber in 2017-18 spring"


def test_a_plan_that_is_the_same_has_no_changes_and_that_is_known(commit):
    commit({"reading": actions(AUTUMN)}, "2017-12-20")
    assert since().changes == ()


def test_a_plan_that_had_another_name_is_found(commit):
    commit({"reading": actions(AUTUMN), "writing": PERIOD}, "2017-12-20")
    commit({"reading": None, "stories": actions(FALLEN)}, "2018-03-01")
    found = since(of="plans/stories.yaml")
    assert messages(found)[0] == "1a was green and is amber in 2017-18 spring"


def test_a_plan_that_is_new_has_no_earlier_version(commit):
    commit({"reading": actions(AUTUMN)}, "2017-12-20")
    commit({"writing": PERIOD}, "2018-03-01")
    assert since(of="plans/writing.yaml") is None


def test_a_plan_that_could_not_be_read_then_is_not_known_and_others_are(commit):
    commit({"attendance": actions(""), "reading": BROKEN}, "2017-12-20")
    commit({"attendance": actions(""), "reading": actions("")}, "2018-03-01")
    assert since() is None
    assert since(of="plans/attendance.yaml").changes == ()


def test_a_term_can_be_asked_for(commit):
    commit({"reading": actions("")}, "2017-08-20")
    first = git("rev-parse", "HEAD")
    commit({"reading": actions(AUTUMN)}, "2017-12-20")
    assert reported("2016-17 summer") == Reported(first, first[:7], date(2017, 8, 31))
    assert messages(since("2016-17 summer"))[-1] == "1a has an update for 2017-18 autumn"


def test_a_revision_can_be_asked_for_and_is_judged_on_its_day(commit):
    commit({"reading": actions("")}, "2018-01-20")
    first = git("rev-parse", "HEAD")
    commit({"reading": actions(AUTUMN)}, "2018-02-20")
    assert reported("HEAD~1") == Reported(first, "HEAD~1", date(2018, 1, 20))
    assert reported("HEAD", date(2018, 2, 1)).on == date(2018, 2, 1)
    assert since("HEAD~1").name == "HEAD~1"


def test_a_revision_that_a_shallow_clone_may_lack_is_missing(commit, tmp_path, monkeypatch):
    commit({"reading": actions("")}, "2018-01-20")
    commit({"reading": actions(AUTUMN)}, "2018-01-21")
    git("clone", "-q", "--depth", "1", Path.cwd().as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(NoRevisionError, match="git fetch --unshallow"):
        reported("nowhere")


def test_what_is_asked_for_must_be_there(commit, folder, plan):
    folder({"planctl.toml": "", "plans/reading.yaml": plan("reading", PERIOD)})
    with pytest.raises(GitMissingError):
        reported("2017-18 autumn")
    commit({"reading": actions("")}, "2018-01-20")
    with pytest.raises(WrongValueError) as told:
        reported("nowhere")
    assert str(told.value) == (
        "--since 'nowhere' is neither a term nor a revision of this repository. Write a term such "
        "as '2017-18 autumn', or name a branch, a tag or a commit."
    )
    with pytest.raises(WrongValueError) as told:
        reported("2017-18 autumn")
    assert str(told.value) == (
        "--since '2017-18 autumn' has no version of the plans: nothing was committed by then. Name "
        "a later term, or a revision: a branch, a tag or a commit."
    )


def test_what_keeps_git_from_answering_is_told_only_where_it_was_asked(commit):
    commit({"reading": actions("")}, "2017-12-20")
    gone = git("rev-parse", "HEAD:plans/reading.yaml")
    commit({"reading": actions(AUTUMN)}, "2018-03-01")
    Path(f".git/objects/{gone[:2]}/{gone[2:]}").unlink()
    assert since() is None
    with pytest.raises(NoContentError):
        since("2017-18 autumn")


def test_the_comparison_is_made_once_for_all_plans(commit):
    commit({"attendance": actions(AUTUMN), "reading": actions(AUTUMN)}, "2017-12-20")
    (group,) = groups([Path("plans")])
    versions = EarlierVersions(group)
    plans = group.sound_plans()
    found = versions.reported(plans[0].timeline, SPRING, LAST_DAY)
    assert found is not None
    git("update-ref", "-d", "HEAD")
    assert versions.reported(plans[1].timeline, SPRING, LAST_DAY) == found
    occurrence = Occurrence(SPRING, LAST_DAY, found)
    every = [versions.since(*one, occurrence) for one in zip(group.asked, plans, strict=True)]
    assert every == [Since(found.name, found.on, (), 1, found.commit)] * 2


def test_the_public_reads_no_person_of_another_plan_among_the_changes(commit):
    person = "parties: [{id: ann-ely, kind: person, name: Ann Ely, public_label: a teacher}]\n"
    before = actions(AUTUMN).replace("Clubs", "Clubs of Ann Ely").replace("ref: 1a, ", "")
    commit({"attendance": person + actions(AUTUMN), "reading": before}, "2017-12-20")
    commit({"reading": before.replace(AUTUMN, FALLEN)}, "2018-03-01")
    (group,) = groups([Path("plans")])
    plan = group.sound_plans()[-1]
    told = {}
    for reader, known in ((Reader.OFFICER, ()), (Reader.PUBLIC, declaring([group]))):
        versions = EarlierVersions(group, "", reader, known)
        occurrence = Occurrence(
            SPRING, LAST_DAY, versions.reported(plan.timeline, SPRING, LAST_DAY)
        )
        found = versions.since(group.asked[-1], plan, occurrence)
        assert found is not None
        told[reader] = "".join(map(repr, found.changes))
    assert ["Ann Ely" in told[reader] for reader in (Reader.OFFICER, Reader.PUBLIC)] == [
        True,
        False,
    ]
