"""`planctl term`: terms are closed, listed and amended, and what was closed stays told."""

import json
from pathlib import Path

import pytest

READING = Path("plans/reading.yaml")
SEAL = Path("seals/2017-18-autumn.json")
PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties:
  - {id: board, kind: group, name: Achievement board}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        uid: club
        text: Open a club
        responsible: [board]
        schedule: [Year 1]
        updates:
          2017-18 autumn: {rating: amber, comment: No room yet.}
"""
CLOSE = ("term", "close", "autumn 2017", "--date", "12/1/18")
MINUTED = ("--by", "achievement board", "--minute", "Item 3")
AMEND = ("term", "amend", "autumn 2017", "--minute", "Item 4", "--date", "2018-02-01")


@pytest.fixture
def plans(workspace):
    return workspace({"plans/reading.yaml": PLAN})


@pytest.fixture
def closed(plans, planctl):
    """The workspace with its autumn term closed."""
    assert planctl(*CLOSE, *MINUTED).code == 0
    return plans


def rewrite(old, new, path=READING):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def code(path=SEAL):
    return json.loads(path.read_text("utf-8"))["check_code"]


def found(planctl):
    said = planctl("validate", "--select", "sealed-value-changed", "--format", "json")
    return said.code, [
        (f["file"], f["line"], f["message"]) for f in json.loads(said.out)["findings"]
    ]


@pytest.mark.usefixtures("plans")
def test_a_term_that_has_ended_is_closed(planctl):
    before = READING.read_bytes()
    said = planctl(*CLOSE, *MINUTED)
    assert (said.out, said.err, said.code) == (
        ("2017-18 autumn is closed for reading: what 1 entry says of it. Check code "
        f"{code()}: have it minuted. Written to seals/2017-18-autumn.json.\n"),
        "", 0,
    )  # fmt: skip
    seal = json.loads(SEAL.read_text("utf-8"))
    assert seal["plans"]["reading"]["values"] == {
        "club": {"2017-18 autumn": {"rating": "amber", "comment": "No room yet."}}
    }
    assert (seal["date"], seal["by"], seal["minute"]) == ("2018-01-12", "board", "Item 3")
    assert list(seal["plans"]["reading"]["sources"]) == ["plans/reading.yaml"]
    assert READING.read_bytes() == before


@pytest.mark.usefixtures("plans")
def test_a_dry_run_shows_the_seal_and_writes_nothing(planctl):
    said = planctl(*CLOSE, "--dry-run")
    assert said.out.startswith("--- seals/2017-18-autumn.json\n+++ seals/2017-18-autumn.json\n")
    assert '+          "2017-18 autumn": {\n+            "rating": "amber",\n' in said.out
    assert (said.err, said.code, SEAL.exists()) == ("Nothing was written.\n", 0, False)


@pytest.mark.usefixtures("closed")
def test_a_rating_that_is_edited_after_the_close_is_found_with_what_it_was(planctl):
    assert found(planctl) == (0, [])
    rewrite("rating: amber", "rating: green")
    assert found(planctl) == (
        1,
        [(
            "plans/reading.yaml", 16,
            ("1a had the rating amber for 2017-18 autumn when it was closed on 12 January "
             "2018, and "
            "has green now"),
        )],
    )  # fmt: skip


@pytest.mark.usefixtures("closed")
def test_what_is_amended_is_no_finding_and_is_listed(planctl):
    rewrite("rating: amber", "rating: green")
    said = planctl(*AMEND, "--reason", "Rated in error", "--by", "board")
    second = Path("seals/2017-18-autumn-2.json")
    assert (said.out, said.err, said.code) == (
        ("reading, club: rating was amber, is green\n"
        f"2017-18 autumn is amended. Check code {code(second)}: have it minuted. "
        "Written to seals/2017-18-autumn-2.json.\n"),
        "", 0,
    )  # fmt: skip
    assert found(planctl) == (0, [])
    listed = planctl("term", "list", "--as-of", "2018-05-01")
    assert listed.out == (
        f"2017-18 autumn  closed             12 January 2018  board  Item 3  {code()}\n"
        f"    amended on 1 February 2018 (board, Item 4), {code(second)}: Rated in error\n"
        "      reading, club: rating was amber, is green\n"
        "2017-18 spring  ended, not closed\n"
        "2017-18 summer  open\n"
        "\n"
        f"The chain of 2 seals holds; the last one's check code is {code(second)}.\n"
    )
    assert listed.code == 0


@pytest.mark.usefixtures("closed")
def test_a_list_for_programs_has_every_seal(planctl):
    rewrite("rating: amber", "rating: green")
    planctl(*AMEND, "--reason", "Rated in error")
    said = planctl("term", "list", "--as-of", "2018-05-01", "--format", "json")
    listed = json.loads(said.out)
    first, second = listed["terms"][0].pop("seals")
    assert listed == {
        "format_version": "1.0",
        "chain": {"holds": True, "seals": 2, "faults": []},
        "terms": [
            {
                "term": "2017-18 autumn",
                "ends": "2017-12-31",
                "plans": [{"id": "reading", "state": "closed"}],
            },
            {
                "term": "2017-18 spring",
                "ends": "2018-04-30",
                "plans": [{"id": "reading", "state": "ended"}],
                "seals": [],
            },
            {
                "term": "2017-18 summer",
                "ends": "2018-08-31",
                "plans": [{"id": "reading", "state": "open"}],
                "seals": [],
            },
        ],
    }
    assert (first["kind"], first["check_code"], first["changes"]) == ("close", code(), [])
    assert second["previous"] == first["sha256"]
    assert second["changes"] == [
        {
            "plan": "reading", "uid": "club", "period": "2017-18 autumn", "field": "rating",
            "was": "amber", "is": "green",
        }
    ]  # fmt: skip


@pytest.mark.usefixtures("closed")
def test_an_edited_seal_is_a_finding_in_its_file_and_keeps_the_chain_from_growing(planctl):
    rewrite('"amber"', '"green"', SEAL)
    rewrite("rating: amber", "rating: green")
    message = (
        "the seal of 2017-18 autumn was edited: what it holds no longer has the hash that it names"
    )
    assert found(planctl) == (1, [("seals/2017-18-autumn.json", 1, message)])
    listed = planctl("term", "list", "--as-of", "2018-01-15")
    assert (listed.code, listed.out.splitlines()[-2:]) == (
        1,
        [
            (
                f"seals/2017-18-autumn.json: {message}. Bring the file back as it was, from "
                "git or a "
                "backup. A sealed value is corrected in the plan, with planctl term amend."
            ),
            "The chain of seals does not hold: 1 fault.",
        ],
    )
    said = planctl("term", "close", "spring 2018", "--date", "2018-05-02")
    assert (said.code, said.err) == (
        1,
        (
            f"planctl: seals/2017-18-autumn.json: {message}. Bring the file back as it was, "
            "from git or"
            " a backup. A sealed value is corrected in the plan, with planctl term amend. "
            "Nothing was"
            " written.\n"
        ),
    )


@pytest.mark.usefixtures("closed")
def test_a_renamed_seal_and_a_cut_chain_are_findings(planctl):
    assert planctl("term", "close", "spring 2018", "--date", "2018-05-02").code == 0
    SEAL.rename("seals/old.json")
    assert found(planctl) == (
        1,
        [(
            "seals/old.json", 1,
            "the seal of 2017-18 autumn was renamed: its file was called 2017-18-autumn.json",
        )],
    )  # fmt: skip
    Path("seals/old.json").unlink()
    assert found(planctl) == (
        1,
        [(
            "seals/2017-18-spring.json", 1,
            "the chain of seals is cut: this is seal 2, and seal 1 is not there",
        )],
    )  # fmt: skip


@pytest.mark.usefixtures("closed")
def test_the_rule_can_be_left_out_for_the_seals_too(planctl):
    SEAL.write_text("{", "utf-8")
    said = planctl("validate", "--select", "overspend", "--format", "concise")
    assert (said.out.startswith("1 plan checked, 0 findings"), said.code) == (True, 0)


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("term", "close", "spring 2018", "--date", "2018-04-30"),
            (
                "TERM '2017-18 spring' has not ended: its last day is 2018-04-30. Close it "
                "once it is "
                "over."
            ),
        ),
        (
            (*CLOSE, "--by", "bored"),
            "--by 'bored' is none of the parties. Did you mean board?",
        ),
        (
            (*CLOSE, "--by", "xyz"),
            "--by 'xyz' is none of the parties. Add it under parties: in the plan or programme.",
        ),
        (
            (*CLOSE[:3], "--date", "tomorrow"),
            (
                "--date 'tomorrow' is not a day. Write a day as 2018-01-31, 31/01/2018 or 31 "
                "January "
                "2018."
            ),
        ),
        (
            ("term", "close", "last", "raeding"),
            "PLAN 'raeding' is no plan of this workspace. Did you mean reading?",
        ),
        (
            ("term", "close", "last", "zzz"),
            "PLAN 'zzz' is no plan of this workspace. Its plans are reading.",
        ),
        (
            (*AMEND, "--reason", "x"),
            (
                "TERM '2017-18 autumn' is not closed. Nothing needs amending: edit the plan. "
                "planctl "
                "term list shows what is closed."
            ),
        ),
        ((*AMEND, "--reason", " "), "--reason ' ' says nothing. Write what it is."),
        (
            ("term", "close", "autumn 2030"),
            (
                "--term 'autumn 2030' cannot be used. The plan does not run then; its terms "
                "are 2017-18"
                " autumn to 2017-18 summer."
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_said(planctl, arguments, message):
    said = planctl(*arguments)
    assert (said.out, said.err, said.code) == ("", f"planctl: {message}\n", 2)


@pytest.mark.usefixtures("closed")
def test_a_closed_term_is_not_closed_again(planctl):
    message = "TERM '2017-18 autumn' is closed already. planctl term amend records a correction."
    for arguments in (CLOSE, (*CLOSE, "reading"), (*CLOSE, "plans/reading.yaml")):
        said = planctl(*arguments)
        assert (said.out, said.err, said.code) == ("", f"planctl: {message}\n", 2)


@pytest.mark.usefixtures("closed")
def test_nothing_is_amended_where_all_is_as_it_was(planctl):
    said = planctl(*AMEND, "--reason", "x")
    assert (said.out, said.code) == (
        "The plans say of 2017-18 autumn what was sealed. Nothing was written.\n", 0,
    )  # fmt: skip
    assert [path.name for path in Path("seals").iterdir()] == [SEAL.name]


@pytest.mark.usefixtures("closed")
def test_a_plan_that_came_later_is_closed_in_a_seal_of_its_own(planctl):
    text = PLAN.replace("reading", "books", 1)
    Path("plans/books.yaml").write_text(text, "utf-8")
    listed = planctl("term", "list", "--as-of", "2018-01-15")
    assert listed.out.splitlines()[0].split("  ")[1].strip() == "closed for 1 of 2 plans"
    said = planctl(*AMEND, "books", "--reason", "x")
    assert said.err.startswith("planctl: TERM '2017-18 autumn' is not closed.")
    said = planctl(*CLOSE, "reading", "books")
    assert said.err.startswith("planctl: TERM '2017-18 autumn' is closed already.")
    said = planctl(*CLOSE)
    assert said.out.startswith("2017-18 autumn is closed for books: what 1 entry says of it.")
    assert json.loads(Path("seals/2017-18-autumn-2.json").read_text("utf-8"))["number"] == 2
    assert found(planctl) == (0, [])


@pytest.mark.usefixtures("plans")
def test_what_has_no_uid_cannot_be_sealed(planctl):
    rewrite("        uid: club\n", "")
    said = planctl(*CLOSE)
    assert (said.out, said.code, SEAL.exists()) == ("", 1, False)
    assert said.err == (
        "planctl: reading: 1a have no uid of their own, so that nothing could be held against them "
        "once they are renumbered. Nothing was written. planctl fmt --add-ids gives uids; a "
        "recommendation or a risk needs a ref of its own.\n"
    )


@pytest.mark.usefixtures("plans")
def test_a_plan_with_errors_is_not_sealed_but_those_of_later_terms_are_left(planctl):
    rewrite("rating: amber, comment: No room yet.", "rating: red")
    said = planctl(*CLOSE)
    assert (said.out, said.code, SEAL.exists()) == ("", 1, False)
    assert said.err == (
        "plans/reading.yaml:16:11: error PLN501 1a is rated red for 2017-18 autumn, and nothing "
        "says why\n"
        "Nothing was closed. Mend that first; a seal keeps mistakes as well.\n"
    )
    rewrite("2017-18 autumn: {rating: red}", "2017-18 summer: {rating: red}")
    assert planctl(*CLOSE).code == 0


@pytest.mark.usefixtures("plans")
def test_many_errors_are_not_all_listed(planctl):
    more = "".join(
        f"      - {{uid: u{n}, text: T{n}, updates: {{2017-18 autumn: {{rating: red}}}}}}\n"
        for n in range(20)
    )
    READING.write_text(PLAN + more, "utf-8")
    said = planctl(*CLOSE)
    assert said.err.splitlines()[-2:] == [
        "... and 8 more: planctl validate shows them.",
        "Nothing was closed. Mend that first; a seal keeps mistakes as well.",
    ]


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("command", [("list",), ("close", "last"), ("amend", "last")])
def test_a_plan_that_does_not_load_is_said(planctl, command):
    READING.write_text("format: planctl/1\nid: reading\n", "utf-8")
    more = ("--reason", "x", "--minute", "y") if command[0] == "amend" else ()
    said = planctl("term", *command, *more)
    assert (said.out, said.code) == ("", 1)
    assert said.err.startswith("plans/reading.yaml:1:1: error PLN102")


def test_plans_of_two_workspaces_have_seals_of_their_own(planctl, plans, tmp_path):
    other = tmp_path / "other"
    (other / "plans").mkdir(parents=True)
    (other / "planctl.toml").write_text("", "utf-8")
    (other / "plans/reading.yaml").write_text(PLAN, "utf-8")
    said = planctl(*CLOSE, READING, other / "plans/reading.yaml")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        f"planctl: PLAN '{plans}' and {other} are two workspaces. Each has seals of its own: name "
        "the plans of one.\n"
    )


def test_plans_that_do_not_run_in_the_term_are_left_out(planctl, plans):
    text = PLAN.replace("reading", "later", 1).replace(
        "2017-09-01, to: 2018", "2019-09-01, to: 2020"
    )
    text = text.partition("        updates")[0]
    (plans / "plans/later.yaml").write_text(text, "utf-8")
    said = planctl(*CLOSE)
    assert said.out.startswith("2017-18 autumn is closed for reading:")
    said = planctl("term", "close", "autumn 2017", "later")
    assert said.err.startswith("planctl: --term 'autumn 2017' cannot be used. The plan does not")


@pytest.mark.usefixtures("plans")
def test_a_workspace_without_seals_says_how_to_begin(planctl):
    said = planctl("term", "list", "--as-of", "2017-10-01")
    assert said.out == (
        "2017-18 autumn  open\n2017-18 spring  open\n2017-18 summer  open\n\n"
        "No term has been closed: planctl term close TERM closes one that has ended.\n"
    )


@pytest.mark.usefixtures("plans")
def test_a_plan_without_days_has_no_terms(planctl):
    rewrite("period: {from: 2017-09-01, to: 2018-08-31}\n", "")
    assert planctl("term", "list").out == (
        "No term has been closed: planctl term close TERM closes one that has ended.\n"
    )


@pytest.mark.usefixtures("closed")
def test_a_term_of_a_plan_that_is_gone_stays_listed(planctl):
    READING.unlink()
    Path("plans/books.yaml").write_text(
        "format: planctl/1\nid: books\ntitle: Books\nparties: []\n", "utf-8"
    )
    said = planctl("term", "list")
    assert said.out.splitlines()[0].startswith("2017-18 autumn  closed  12 January 2018")
