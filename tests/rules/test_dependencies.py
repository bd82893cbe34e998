"""Circles of actions are found however long they are."""

from planctl.rules import CATALOGUE

(CYCLE,) = (rule for rule in CATALOGUE if rule.name == "dependency-cycle")


def plan_of(needs):
    rows = "".join(f"  - {{ref: r{n}, text: A, depends_on: [r{m}]}}\n" for n, m in needs)
    return f"themes:\n- title: T\n  actions:\n{rows}"


def test_a_circle_of_thousands_is_one_finding_that_names_every_place(found):
    (finding,) = found(CYCLE, plan_of((n, (n + 1) % 3000) for n in range(3000)))
    assert finding.path == ("themes", 0, "actions", 0, "depends_on", 0)
    assert finding.message.endswith("and so on, round 3000 actions")
    assert [related.message for related in finding.related[:2]] == [
        "r1 waits for r2", "r2 waits for r3",
    ]  # fmt: skip
    assert len(finding.related) == 2999


def test_a_chain_of_thousands_is_none(found):
    assert found(CYCLE, plan_of((n, n + 1) for n in range(3000))) == []
