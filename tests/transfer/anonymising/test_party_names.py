"""Names of parties that say what is to be done: a copy of the plan has the same findings."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.findings import Path
from planctl.transfer.anonymising.party_names import is_party_name, told_in
from planctl.workspace import groups
from planctl.workspace.anonymised import anonymised

ON = date(2018, 1, 1)
WORDS = st.sampled_from([
    "Review", "review", "Report", "Map", "See", "Plan", "Lead", "Ask", "Support", "Test", "Work",
    "Their", "the", "all", "with", "below", "above", "each", "them", "to", "be", "set", "support",
    "are", "have", "needs", "will", "must", "go", "rota", "Ann", "Hill", "Board", "worker", "of",
    "officer", "5", "since", "2018", "May", "both", "than", "Mrs", "(acting)", "to be agreed",
])  # fmt: skip
NAMES = st.one_of(
    st.lists(WORDS, min_size=2, max_size=5).map(" ".join),
    st.tuples(st.sampled_from(["Review", "review", "Map", "Ann"]), WORDS, WORDS).map(" ".join),
)


def differences(folder, name, kind, text="Open a club by June 2018", written=None):
    """What is found otherwise in a copy of a plan with a party of that name."""
    said = written or json.dumps(name)
    (folder / "planctl.toml").touch()
    plan = folder / "plan.yaml"
    plan.write_text(
        "format: planctl/1\nid: plan\ntitle: Reading\n"
        f"parties:\n  - id: p1\n    kind: {kind}\n    name: {said}\n"
        "themes:\n  - title: Clubs\n    actions:\n"
        f"      - {{ref: 1a, text: {text}, responsible: [p1]}}\n"
        f"      - {{ref: 1b, text: Lend books, responsible: [{json.dumps(name)}]}}\n",
        "utf-8",
    )
    copies = anonymised(groups([plan])[0], "shown", "a key", ON).copies
    return [(code, is_lost) for (_, code, *_), is_lost in copies.changed]


@pytest.mark.parametrize("kind", ["person", "post"])
@pytest.mark.parametrize(
    "name",
    [
        "Review the plan", "Review with schools", "Review Board to report", "Test them",
        "Head to review", "Feed the team", "Mark to be set", "Work with Review", "Will to lead",
        "See Below Ann", "Report Their Hill", "Lee are to be", "Ann will go", "They need to ask",
    ],
)  # fmt: skip
def test_the_same_is_found_of_a_party_that_is_called_by_a_task(tmp_path, name, kind):
    assert differences(tmp_path, name, kind) == []


def test_a_surname_that_is_a_verb_stays_one_with_the_verbs_of_the_texts(tmp_path):
    text = "Support schools to open clubs"
    assert differences(tmp_path, "Ann Review to support", "person", text) == []


@pytest.mark.parametrize(
    "written", [">-\n      Review\n      the plan", '"Review\n      the plan"']
)
def test_a_name_on_two_lines_is_read_as_one(tmp_path, written):
    assert differences(tmp_path, "Review the plan", "post", written=written) == []


@pytest.mark.thorough
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(NAMES, st.sampled_from(["person", "post", "team"]))
def test_the_same_is_found_whatever_a_party_is_called(tmp_path, name, kind):
    assert differences(tmp_path, name, kind) == []


@pytest.mark.parametrize(
    ("path", "is_name"),
    [
        (("parties", 0, "name"), True), (("parties", 0, "aliases", 1), True),
        (("themes", 0, "actions", 2, "responsible", 0), True),
        (("themes", 0, "responsible", 0, "party"), True), (("parties", 0, "id"), False),
        (("themes", 0, "actions", 0, "responsible", 0, "note"), False), (("title",), False),
    ],
)  # fmt: skip
def test_parties_are_called_at_places_of_their_own(path: Path, is_name):
    assert is_party_name(path) is is_name


@pytest.mark.parametrize(
    ("name", "told"),
    [("Review the plan", "Review the"), ("Ann  to\n  ask", "to\n  ask"), ("Review Board", None)],
)
def test_what_is_to_be_done_is_found_in_the_name(name, told):
    found = told_in(name)
    assert (found and found[0]) == told
