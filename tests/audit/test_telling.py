"""Findings, as the reader of an edition may read them."""

from planctl.api import loads
from planctl.audit import Reader, edition_for, finding_told
from planctl.findings import Finding, Related, Severity, Waiver

FOUND = Finding(
    "PLN305",
    "owner-left",
    Severity.ERROR,
    "Ann Example was there until 2017-12-31",
    help="Ask Ann Example.",
    question="Who takes over from Ann Example?",
    subject="'Ask Ann Example'",
    related=(Related("Ann Example stands here"),),
    waiver=Waiver("Ann Example is back soon", "Bob Specimen"),
)


def test_officers_and_members_read_the_finding_itself(named):
    plan = loads(named)
    for reader in (Reader.OFFICER, Reader.MEMBER):
        assert finding_told(FOUND, edition_for(plan, reader), "A summary.") is FOUND


def test_the_public_reads_labels_and_not_who_lets_it_stand(named):
    assert finding_told(FOUND, edition_for(loads(named), Reader.PUBLIC)) == Finding(
        "PLN305",
        "owner-left",
        Severity.ERROR,
        "The reading team was there until 2017-12-31",
        help="Ask The reading team.",
        question="Who takes over from The reading team?",
        subject="'Ask The reading team'",
        related=(Related("The reading team stands here"),),
        waiver=Waiver("The reading team is back soon"),
    )


def test_a_message_that_may_quote_another_version_gives_way_to_a_summary(named):
    edition = edition_for(loads(named), Reader.PUBLIC)
    assert finding_told(FOUND, edition, "A summary.").message == "A summary."
