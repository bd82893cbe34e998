"""Which plan and entry a finding is about, and what of that stays the same."""

import pytest

from planctl.findings import Finding, Severity
from planctl.loading import subject_named
from planctl.source import Document, read


def named(document: Document, path: tuple[str | int, ...]) -> Finding:
    finding = Finding("PLN301", "no-responsible", Severity.WARNING, "message", path=path)
    return subject_named(document, finding)


@pytest.mark.parametrize(
    ("path", "subject", "ref", "uid"),
    [
        ((), "the plan", "", ""),
        (("themes", 0), "2.1", "2.1", ""),
        (("themes", 0, "actions", 0, "due"), "2.1a", "2.1a", "open-club"),
        (("themes", 0, "actions", 0, "milestones", 0, "due"), "'Find a room'", "2.1a", "open-club"),
        (("themes", 0, "actions", 1), "'Buy books for every school in the …'", "2.1", ""),
        (("funding", 0, "amount"), "Year 1", "", ""),
        (("parties", 0), "Library", "", ""),
        (("links", 0), "the plan", "", ""),
    ],
)
def test_a_finding_is_about_the_nearest_entry_that_has_a_name(
    document: Document, path, subject, ref, uid
):
    """
    id: plan
    ref: "2"
    funding: [{period: Year 1, amount: 5}]
    parties: [{id: lib, name: Library}]
    links: [{plan: other}]
    themes:
      - ref: "2.1"
        actions:
          - ref: 2.1a
            uid: open-club
            text: Open a club
            milestones: [{text: Find a room, due: soon}]
          - text: |
              Buy books for every school
              in the partnership
    """
    found = named(document, path)
    assert (found.plan, found.subject, found.ref, found.uid) == ("plan", subject, ref, uid)


BEFORE = "id: plan\nactions:\n  - {uid: a, text: One}\n  - {ref: 2, text: Two, due: soon}\n"


@pytest.mark.parametrize(
    ("after", "is_same"),
    [
        ("id: plan\n\nactions:\n  - {ref: 2, text: Second, due: soon}\n", True),
        (BEFORE.replace("due: soon", "due: 'soon'"), True),
        (BEFORE.replace("due: soon", "due: late"), False),
        (BEFORE.replace("ref: 2", "ref: 3"), False),
        (BEFORE.replace("id: plan", "id: other"), False),
    ],
)
def test_a_fingerprint_rests_on_plan_entry_field_and_value_alone(after, is_same):
    old, new = read(BEFORE.encode(), "plan.yaml"), read(after.encode(), "plan.yaml")
    position = len(new.root["actions"]) - 1
    first = named(old, ("actions", 1, "due")).fingerprint
    second = named(new, ("actions", position, "due")).fingerprint
    assert (first == second, len(first)) == (is_same, 16)


def test_two_codes_at_one_place_have_two_fingerprints(document: Document):
    """
    id: plan
    """
    finding = Finding("PLN401", "no-timeline", Severity.WARNING, "message")
    assert subject_named(document, finding).fingerprint != named(document, ()).fingerprint
