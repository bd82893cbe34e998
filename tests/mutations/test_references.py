"""Names that are given twice, lost, or lead nowhere; and rows that are lost."""


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def reference_given_twice(it):
    row, taken = it.one_of((("2.1i", "2.1h"), ("2.4c", "2.4b"), ("2.6e", "2.6d"), ("vii", "vi")))
    it.replace(*it.row(row).path, "ref", value=taken)
    it.expects("duplicate-ref", *it.row(row).path, "ref")


def reference_of_another_theme(it):
    row, taken = it.one_of((("2.1i", "2.2a"), ("2.4c", "2.5a"), ("2.6e", "2.1a")))
    it.replace(*it.row(row).path, "ref", value=taken)
    later = max(it.row(row).path, it.row(taken).path)
    it.expects("duplicate-ref", *later, "ref")


def reference_removed(it):
    row = it.pick(lambda action: action.ref)
    it.remove(*row.path, "ref")
    it.expects("unnumbered-action", *row.path)


def reference_left_out_in_between(it):
    row, later = it.one_of((("2.1i", "2.1k"), ("2.2f", "2.2h"), ("2.6e", "2.6f"), ("vii", "ix")))
    it.replace(*it.row(row).path, "ref", value=later)
    it.expects("ref-gap", *it.row(row).path, "ref")


def uid_given_twice(it):
    row = it.one_of(it.rows[1:])
    it.replace(*row.path, "uid", value=it.rows[0].action.uid)
    it.expects("duplicate-uid", *row.path, "uid")


def row_waits_for_nobody_knows_what(it):
    row = it.pick(lambda action: action.ref)
    it.set(*row.path, "depends_on", value=["2.9z"])
    it.expects("broken-link", *row.path, "depends_on", 0)


def row_moves_an_unknown_kpi(it):
    row = it.pick(lambda action: action.ref)
    it.set(*row.path, "kpis", value=["K9"])
    it.expects("broken-link", *row.path, "kpis", 0)
    it.clears("no-success-measure", *row.path)


def link_to_a_plan_that_is_not_there(it):
    row = it.pick(lambda action: action.ref)
    it.set(*row.path, "links", value=[{"plan": "attendance"}])
    it.expects("broken-link", *row.path, "links", 0, "plan")


def link_to_the_plan_itself(it):
    it.replace("links", 0, value={"plan": "parental-partnership", "relation": "works_with"})
    it.expects("self-link", "links", 0, "plan")


def document_promised_and_not_there(it):
    it.set("documents", value=[{"id": "forum-minutes", "role": "minutes", "title": "Minutes"}])
    it.expects("document-missing", "documents", 0)


def priority_without_its_plan(it):
    it.set_in_programme("priorities", value=["parental-partnership", "attendance"])
    it.expects("document-missing", "priorities", 1)


def evidence_that_is_not_in_the_workspace(it):
    row = it.row(it.one_of(("2.1h", "2.2a")))
    it.set(*row.path, "evidence", 0, "locator", value="evidence/survey-of-schools.csv")
    it.expects("evidence-missing-file", *row.path, "evidence", 0, "locator")


def evidence_that_has_changed_since(it):
    row = it.row(it.one_of(("2.1h", "2.2a")))
    it.with_file("evidence/survey-of-schools.csv", "9f" * 32)
    it.given(*row.path, "evidence", 0, "locator", value="evidence/survey-of-schools.csv")
    it.given(*row.path, "evidence", 0, "sha256", value="9f" * 32)
    it.replace(*row.path, "evidence", 0, "sha256", value="8a" * 32)
    it.expects("evidence-changed", *row.path, "evidence", 0, "sha256")


def row_deleted(it):
    row = it.row(it.one_of(("2.1i", "2.4c", "vii")))
    it.remove(*row.path)
    it.expects("assertion-failed", "assertions", "actions")
    it.expects("assertion-failed", "assertions", "ticks")
    for rule in ("no-responsible", "no-success-measure", "missed-update"):
        it.clears(rule, *row.path)


def assertion_of_another_count(it):
    field = it.one_of(("actions", "ticks"))
    it.replace("assertions", field, value="32")
    it.expects("assertion-failed", "assertions", field)


KINDS = {
    reference_given_twice: 2,
    reference_of_another_theme: 1,
    reference_removed: 1,
    reference_left_out_in_between: 2,
    uid_given_twice: 2,
    row_waits_for_nobody_knows_what: 1,
    row_moves_an_unknown_kpi: 1,
    link_to_a_plan_that_is_not_there: 1,
    link_to_the_plan_itself: 1,
    document_promised_and_not_there: 1,
    priority_without_its_plan: 1,
    evidence_that_is_not_in_the_workspace: 1,
    evidence_that_has_changed_since: 1,
    row_deleted: 2,
    assertion_of_another_count: 1,
}
