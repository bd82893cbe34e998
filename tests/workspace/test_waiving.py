"""The workspace's waivers.yaml: what it lets stand, what is wrong with it, how it is written."""

from datetime import date
from pathlib import Path

import pytest

from planctl.errors import SettingsError
from planctl.rules import CATALOGUE, Policy, reason_of
from planctl.workspace import check_run, groups, save_waivers, written_waivers

DAY = date(2018, 1, 1)
TWO = "themes: [{title: T, actions: [{ref: 1a, text: A}, {ref: 1b, text: B}]}]"
CODES = {"PLN301", "PLN401", "PLN901", "PLN902", "PLN903", "PLN904"}
POLICY = Policy(tuple(rule for rule in CATALOGUE if rule.code in CODES))


@pytest.fixture
def waived(folder, plan):
    """`waived(text)`: a workspace with one plan of two actions, and what is found in it."""

    def run(waivers="", fields=TWO, day=DAY):
        files = {"planctl.toml": "", "plans/a.yaml": plan("a", fields)}
        folder({**files, **({"waivers.yaml": waivers} if waivers else {})})
        return found(day)

    return run


def found(day=DAY, path="plans"):
    return check_run(groups([Path(path)]), POLICY, day)


def write(reason="Taken over (by Head, until 2018-12-31)"):
    group = groups([Path("plans")])
    for path, old, new, _ in written_waivers(group, found(), reason_of(reason)):
        save_waivers(path, old, new)
    return Path("waivers.yaml").read_text("utf-8")


def short(run):
    return [(f.file, f.code, f.waiver.reason if f.waiver else None) for f in run.findings]


def test_all_that_is_found_can_be_let_stand_at_once(waived):
    run = waived()
    prints = {(f.code, f.ref): f.fingerprint for f in run.findings}
    text = write()
    assert text.startswith(
        "# Findings that are let stand, and why. `planctl validate --write-waivers REASON` adds to "
        "the list.\n"
        "waivers:\n"
        "  - code: PLN301\n"
        "    plan: a\n"
        "    file: plans/a.yaml\n"
    )
    assert text.count("  - code:") == text.count("    until: 2018-12-31\n") == 4
    assert [print_ in text for print_ in prints.values()] == [True] * 4
    after = found()
    assert {(f.code, f.waiver.reason, f.waiver.by) for f in after.findings if f.waiver} == {
        ("PLN301", "Taken over", "Head"), ("PLN401", "Taken over", "Head"),
    }  # fmt: skip
    assert (len(after.findings), after.said, after.has_at_least(POLICY.rules[0].severity)) == (
        4, (), False,
    )  # fmt: skip
    assert write() == text


def test_a_waiver_outlives_a_move_and_counts_to_its_last_day(waived, plan):
    waived()
    write()
    actions = "{ref: 1b, text: B}, {ref: 1a, text: A}"
    moved = f"aim: Something new\nthemes: [{{title: T, actions: [{actions}]}}]"
    Path("plans/a.yaml").write_text(plan("a", moved), "utf-8")
    assert all(finding.waiver for finding in found(date(2018, 12, 31)).findings)
    late = found(date(2019, 1, 1))
    assert [code for _, code, _ in short(late)].count("PLN904") == 4
    assert [f for f in late.findings if f.waiver] == []


def test_what_is_new_is_added_in_order_and_comments_stay(waived, plan):
    waived()
    first = write("Taken over")
    Path("plans/a.yaml").write_text(
        plan("a", TWO.replace("{ref: 1b", "{ref: 0, text: Z}, {ref: 1b"))
    )
    again = write("Later")
    assert [line.split()[-1] for line in again.splitlines() if "- code" in line] == [
        *["PLN301"] * 3, *["PLN401"] * 3,
    ]  # fmt: skip
    commented = first.replace("  - code: PLN401", "  # Agreed in June.\n  - code: PLN401", 1)
    Path("waivers.yaml").write_text(commented, "utf-8")
    after = write("Later")
    assert after.startswith(commented.rstrip("\n"))
    assert all(finding.waiver for finding in found().findings)


def test_a_waiver_that_ran_out_is_renewed(waived):
    waived()
    old = write("Taken over (until 2017-10-31)")
    new = write("Later")
    assert (old.count("- code"), new.count("- code")) == (4, 4)
    assert "2017-10-31" not in new
    assert "reason: Later" in new


def entry(**fields):
    every = {"code": "PLN301", "plan": "a", "fingerprint": "0" * 16, "reason": "Later", **fields}
    return "waivers:\n  - {" + ", ".join(f"{name}: '{one}'" for name, one in every.items()) + "}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (entry(), [("PLN902", 2, "PLN301 finds nothing that this entry lets stand")]),
        (entry(plan="gone"), []),
        (entry(code="PLN711"), []),
        (entry(code="no-responsibl"), [("PLN903", 2, "no-responsibl is not a rule")]),
        (entry(code="unknown-field"), [("PLN903", 2, "unknown-field cannot be waived")]),
        (entry(until="2017-12-31"), [("PLN904", 2, "this let PLN301 stand until 2017-12-31")]),
        ("# nothing yet\n", []),
        ("waivers: []\n", []),
        ("waivers: [\n", None),
        ("waiver: []\n", [("PLN101", 1, None)]),
        (entry(until="soon"), [("PLN104", 2, None)]),
        (entry(reson="x"), [("PLN101", 2, None)]),
    ],
)
def test_what_is_wrong_with_the_file_is_found_in_it(text, expected, waived):
    run = waived(text, "themes: []")
    given = [(f.code, f.span.line, f.message) for f in run.findings if f.file == "waivers.yaml"]
    if expected is None:
        assert given[0][0] == "PLN001"
        return
    assert len(given) == len(expected)
    for one, (code, line, message) in zip(given, expected, strict=True):
        assert one[:2] == (code, line)
        assert message in {None, one[2]}


def test_a_file_with_mistakes_lets_nothing_stand_and_is_not_written_to(waived):
    waived()
    broken = write().replace("until: 2018-12-31", "until: soon", 1)
    Path("waivers.yaml").write_text(broken, "utf-8")
    assert [f for f in found().findings if f.waiver] == []
    with pytest.raises(SettingsError, match="it has mistakes"):
        write()
    assert Path("waivers.yaml").read_text("utf-8") == broken


def test_the_file_is_no_plan_and_can_be_checked_by_itself(waived):
    waived(entry(code="no-responsibl"))
    Path("waivers.yaml").rename("plans/waivers.yaml")
    assert {f.file for f in found().findings} == {"plans/a.yaml"}
    Path("plans/waivers.yaml").rename("waivers.yaml")
    assert [f.file for f in found(path="waivers.yaml").findings] == ["waivers.yaml"]


def test_a_file_without_an_entry_is_begun_below_its_comments(waived):
    waived("# Ours.\n")
    assert write("Later").startswith("# Ours.\nwaivers:\n  - code: PLN301\n")
