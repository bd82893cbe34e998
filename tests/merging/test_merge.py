"""Three versions of a plan made into one: what each side did is there, and nothing else."""

import subprocess
from pathlib import Path

import pytest

from planctl.merging import UnsureError, merge
from tests.merging.seeded import case_of

HISTORY = Path(__file__).parents[2] / "examples/history/between"
BASE = """\
# An invented plan.
format: planctl/1
id: plan
title: Reading
themes:
  - title: Clubs
    actions:
      # The first of two.
      - ref: 1a
        text: Open a homework club.
        responsible: [library, schools]
        due: 2018-07-31
        schedule: [Year 1]
        evidence:
          - id: E1
            title: Registers
        updates:
          2017-18 autumn:
            rating: green
            comment: >-
              The first club
              has opened.
      - ref: 1b
        text: Ask parents.
        notes:
          - In plain words.
  - title: Books
    actions:
      - {ref: 2a, text: Lend books, due: 2018-07-31, updates: {2017-18 autumn: {rating: amber}}}
"""


def merged(ours, theirs, base=BASE):
    """The merged text; its conflicts are counted in front where there are any."""
    found = merge(base.encode(), ours.encode(), theirs.encode())
    return (
        found.content.decode() if not found.conflicts else (found.conflicts, found.content.decode())
    )


def edited(*pairs, text=BASE):
    for old, new in pairs:
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    return text


def clash(ours, theirs):
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


@pytest.mark.parametrize("seed", range(100))
def test_updates_of_one_side_and_evidence_of_the_other_never_conflict(seed):
    """Merged line by line, 99 of these 100 conflict, as the test below measures."""
    case = case_of(seed)
    found = merge(case.base, case.ours, case.theirs)
    text = found.content.decode()
    of_both = {*case.ours.splitlines(), *case.theirs.splitlines()}
    new = [line for line in found.content.splitlines() if line not in of_both]
    assert found.conflicts == 0
    assert [remark for remark in case.remarks if remark not in text] == []
    assert [line for line in new if not line.lstrip().startswith(b"- {")] == []


def test_line_by_line_nearly_all_of_them_would_conflict(tmp_path):
    def conflicts(case):
        for name in ("base", "ours", "theirs"):
            (tmp_path / name).write_bytes(getattr(case, name))
        lines = ("git", "merge-file", "-p", "--quiet", "ours", "base", "theirs")
        return subprocess.run(lines, cwd=tmp_path, capture_output=True, check=False).returncode != 0

    assert sum(conflicts(case_of(seed)) for seed in range(100)) == 99


@pytest.mark.parametrize("seed", [0, 7, 23])
def test_a_merge_says_the_same_from_the_other_side(seed):
    case = case_of(seed)
    one = merge(case.base, case.ours, case.theirs).content
    other = merge(case.base, case.theirs, case.ours).content
    assert sorted(one.splitlines()) == sorted(other.splitlines())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_only_one_side_has_changed_comes_out_to_the_byte(seed):
    case = case_of(seed)
    found = [
        merge(case.base, case.ours, case.base), merge(case.base, case.base, case.theirs),
        merge(case.base, case.ours, case.ours),
    ]  # fmt: skip
    assert [one.content for one in found] == [case.ours, case.theirs, case.ours]


@pytest.mark.parametrize("is_swapped", [False, True])
def test_the_example_is_merged_as_it_was_by_hand(is_swapped):
    names = ["06-other-owners-in-july", "05-branch-family-support"]
    sides = [content(name) for name in (reversed(names) if is_swapped else names)]
    found = merge(content("04-renamed"), *sides)
    assert (found.conflicts, found.content) == (0, content("07-merged"))


def content(name):
    return (HISTORY / name / "plans/attendance.yaml").read_bytes()


def test_a_rating_that_both_changed_is_never_chosen():
    ours, theirs = (edited(("rating: green", f"rating: {word}")) for word in ("amber", "red"))
    between = clash("            rating: amber\n", "            rating: red\n")
    assert merged(ours, theirs) == (1, edited(("            rating: green\n", between)))


def test_a_rating_that_both_changed_alike_is_no_conflict():
    both = edited(("rating: green", "rating: amber"))
    ours = edited(("title: Books", "title: More books"), text=both)
    theirs = edited(("In plain words.", "In plain English."), text=both)
    assert merged(ours, theirs) == edited(("In plain words.", "In plain English."), text=ours)


def test_marks_stand_round_the_value_alone_and_the_rest_is_merged():
    ours = edited(("due: 2018-07-31", "due: 2018-12-21"), ("title: Books", "title: More books"))
    theirs = edited(("due: 2018-07-31", "due: 2019-07-31"), ("Ask parents.", "Ask all parents."))
    between = clash("        due: 2018-12-21\n", "        due: 2019-07-31\n")
    assert merged(ours, theirs) == (
        1,
        edited(
            ("        due: 2018-07-31\n", between),
            ("title: Books", "title: More books"),
            ("Ask parents.", "Ask all parents."),
        ),
    )


def test_prose_in_several_lines_is_one_value():
    old = "            comment: >-\n              The first club\n              has opened.\n"
    ours, theirs = old.replace("first", "second"), old.replace("opened", "closed")
    found = merged(edited((old, ours)), edited((old, theirs)))
    assert found == (1, edited((old, clash(ours, theirs))))


def test_a_conflict_in_brackets_has_what_was_merged_in_both_halves():
    old = "{ref: 2a, text: Lend books, due: 2018-07-31, updates: {2017-18 autumn: {rating: amber}}}"
    ours = old.replace("07-31", "08-31").replace("text: Lend", "text: Lend new")
    theirs = old.replace("07-31", "09-30").replace("amber", "green")
    both = old.replace("text: Lend", "text: Lend new").replace("amber", "green")
    halves = (f"      - {both.replace('07-31', day)}\n" for day in ("08-31", "09-30"))
    found = merged(edited((old, ours)), edited((old, theirs)))
    assert found == (1, edited((f"      - {old}\n", clash(*halves))))


def test_two_spellings_of_one_value_are_no_conflict():
    ours = edited(("due: 2018-07-31", "due: 2018-12-21"))
    theirs = edited(("due: 2018-07-31", 'due: "21 December 2018"'))
    assert merged(ours, theirs) == ours


def test_a_changed_value_wins_over_another_spelling():
    ours = edited(("due: 2018-07-31", 'due: "31 July 2018"'))
    theirs = edited(("due: 2018-07-31", "due: 2018-12-21"))
    assert merged(ours, theirs) == merged(theirs, ours) == theirs


def test_comments_behind_one_value_are_both_kept():
    ours = edited(("due: 2018-07-31", "due: 2018-07-31  # agreed in March"))
    theirs = edited(("due: 2018-07-31", "due: 2018-12-21  # moved by the board"))
    both = "due: 2018-12-21  # agreed in March  # moved by the board"
    assert merged(ours, theirs) == edited(("due: 2018-07-31", both))


def test_a_comment_goes_above_where_the_value_takes_lines_of_its_own():
    ours = edited(("text: Ask parents.", "text: Ask parents.  # all of them"))
    theirs = edited(("text: Ask parents.", "text: >-\n          Ask all\n          parents."))
    above = "# all of them\n        text: >-\n          Ask all\n          parents."
    assert merged(ours, theirs) == edited(("text: Ask parents.", above))


def test_comments_above_one_row_are_both_kept():
    ours = edited(("# The first of two.\n", "# The first of two.\n      # From us.\n"))
    theirs = edited(("# The first of two.\n", "# The first of two.\n      # From them.\n"))
    both = "# The first of two.\n      # From us.\n      # From them.\n"
    assert merged(ours, theirs) == edited(("# The first of two.\n", both))


def test_a_comment_that_one_side_took_away_is_gone():
    ours = edited(("      # The first of two.\n", ""))
    theirs = edited(("due: 2018-07-31", "due: 2018-12-21"))
    assert merged(ours, theirs) == edited(("due: 2018-07-31", "due: 2018-12-21"), text=ours)


def test_a_row_that_one_side_removed_and_the_other_changed_is_a_conflict():
    row = BASE[BASE.index("      - ref: 1b") : BASE.index("  - title: Books")]
    changed = row.replace("parents", "all parents")
    assert merged(edited((row, "")), edited((row, changed))) == (
        1,
        edited((row, clash("", changed))),
    )


def test_a_row_that_one_side_removed_and_the_other_put_a_comment_to_is_a_conflict():
    row = BASE[BASE.index("      - ref: 1b") : BASE.index("  - title: Books")]
    remarked = row.replace("parents.", "parents.  # Not yet.")
    theirs = edited((row, remarked))
    assert merged(edited((row, "")), theirs) == (1, edited((row, clash("", remarked))))


def test_a_row_that_one_side_removed_and_the_other_left_alone_goes():
    row = BASE[BASE.index("      - ref: 1b") : BASE.index("  - title: Books")]
    theirs = edited(("due: 2018-07-31", "due: 2018-12-21"))
    assert merged(edited((row, "")), theirs) == edited((row, ""), text=theirs)


def test_a_row_that_one_side_moved_takes_the_changes_of_the_other_with_it():
    row = BASE[BASE.index("      - ref: 1b") : BASE.index("  - title: Books")]
    theirs = edited(("Ask parents.", "Ask all parents."))
    moved = row.replace("parents", "all parents")
    assert merged(edited((row, "")) + row, theirs) == edited((row, "")) + moved


def test_rows_that_both_put_into_another_theme_are_unsure():
    base = BASE + "  - title: Homes\n    actions:\n      - {ref: 3a, text: Visit families}\n"
    row = BASE[BASE.index("      - ref: 1b") : BASE.index("  - title: Books")]
    ours = edited((row, ""), ("  - title: Homes", f"{row}  - title: Homes"), text=base)
    theirs = edited((row, ""), text=base) + row
    with pytest.raises(UnsureError, match="both sides moved an entry"):
        merged(ours, theirs, base)


def test_entries_in_brackets_are_a_union():
    ours = edited(
        ("[library, schools]", "[library, schools, nurses]"), ("[Year 1]", "[Year 1, Year 2]")
    )
    theirs = edited(("[library, schools]", "[schools, parents]"))
    both = edited(
        ("[library, schools]", "[schools, nurses, parents]"), ("[Year 1]", "[Year 1, Year 2]")
    )
    assert merged(ours, theirs) == both


def test_a_row_in_brackets_that_one_side_put_into_lines_is_merged_in_lines():
    old = BASE[BASE.index("      - {ref: 2a") :].removesuffix("\n")
    ours = edited((old, old.replace("2018-07-31", "2018-12-21")))
    lines = (
        "      - ref: 2a\n        text: Lend books\n        due: 2018-07-31\n        updates:\n"
        "          2017-18 autumn: {rating: green}  # seen in March"
    )
    theirs = edited((old, lines))
    both = edited((old, lines.replace("2018-07-31", "2018-12-21")))
    assert merged(ours, theirs) == merged(theirs, ours) == both


def test_one_text_for_which_each_side_put_another_is_a_conflict():
    ours, theirs = (edited(("In plain words.", word)) for word in ("In Welsh.", "In large print."))
    halves = (
        "        notes:\n          - In Welsh.\n",
        "        notes:\n          - In large print.\n",
    )
    old = "        notes:\n          - In plain words.\n"
    assert merged(ours, theirs) == (1, edited((old, clash(*halves))))


def test_a_row_that_both_added_alike_is_merged_field_by_field():
    row = "      - ref: 1c\n        text: Train volunteers.\n"
    ours, theirs = (
        edited(("  - title: Books", f"{row}        {field}\n  - title: Books"))
        for field in ("priority: 1", "due: 2018-12-21")
    )
    both = f"{row}        due: 2018-12-21\n        priority: 1\n  - title: Books"
    assert merged(ours, theirs) == edited(("  - title: Books", both))


def test_two_new_rows_of_one_ref_are_both_kept():
    first = "      - ref: 1c\n        text: Train volunteers.\n"
    second = "      - ref: 1c\n        text: Paint the rooms.\n"
    ours, theirs = (
        edited(("  - title: Books", f"{row}  - title: Books")) for row in (first, second)
    )
    assert merged(ours, theirs) == edited(("  - title: Books", f"{first}{second}  - title: Books"))


def test_evidence_that_both_added_stands_in_the_order_of_its_ids():
    old = "            title: Registers\n"
    ours, theirs = (
        edited((old, f"{old}          - id: {name}\n            title: Survey\n"))
        for name in ("E10", "E9")
    )
    added = "".join(f"          - id: {n}\n            title: Survey\n" for n in ("E9", "E10"))
    assert merged(ours, theirs) == edited((old, old + added))


def test_what_ours_laid_out_anew_takes_their_changes_in_its_own_layout():
    head, _, body = BASE.partition("    actions:\n")
    body, _, rest = body.partition("  - title: Books")
    wider = "".join(f"    {line}\n" for line in body.splitlines())
    ours = f"{head}    actions:\n{wider}  - title: Books{rest}"
    new = "          2017-18 spring:  # late\n            rating: red\n"
    theirs = edited(("      - ref: 1b\n", f"{new}      - ref: 1b\n"), ("In plain", "In very plain"))
    shifted = "".join(f"    {line}\n" for line in new.splitlines())
    expected = ours.replace("          - ref: 1b\n", f"{shifted}          - ref: 1b\n")
    assert merged(ours, theirs) == expected.replace("In plain", "In very plain")


def test_the_order_that_one_side_changed_stays_changed():
    swapped = BASE.replace("        schedule: [Year 1]\n", "").replace(
        "        due: 2018-07-31\n", "        schedule: [Year 1]\n        due: 2018-07-31\n", 1
    )
    theirs = edited(("[Year 1]", "[Year 2]"))
    assert merged(swapped, theirs) == swapped.replace("[Year 1]", "[Year 2]")
    assert merged(theirs, swapped) == swapped.replace("[Year 1]", "[Year 2]")


def rows_of(order):
    rows = (f"      - {{ref: 1{name}, text: Row {name * 9}.}}\n" for name in order)
    return f"{BASE[: BASE.index('      # The first')]}{''.join(rows)}"


def test_rows_that_each_side_moved_within_their_list_stand_where_each_put_them():
    base, ours, theirs = (rows_of(order) for order in ("abcdef", "bcdaef", "abfcde"))
    assert merged(ours, theirs, base) == rows_of("bfcdae")


def test_a_row_that_both_moved_within_its_list_is_unsure():
    base, ours, theirs = (rows_of(order) for order in ("abcdef", "bcdaef", "bcdefa"))
    with pytest.raises(UnsureError, match="both sides moved an entry within its list"):
        merged(ours, theirs, base)


def test_line_ends_of_ours_stay_and_a_conflict_has_them_too():
    base, ours, theirs = (
        edited(("rating: green", f"rating: {word}")).replace("\n", "\r\n").encode()
        for word in ("green", "amber", "red")
    )
    found = merge(base, ours, theirs)
    assert found.content.count(b"\n") == found.content.count(b"\r\n") == base.count(b"\n") + 4


def test_line_ends_that_one_side_changed_stay_changed():
    theirs = edited(("title: Books", "title: More books")).replace("\n", "\r\n")
    ours = edited(("rating: green", "rating: amber"))
    expected = edited(("title: Books", "title: More books"), ("rating: green", "rating: amber"))
    assert merged(ours, theirs) == merged(theirs, ours) == expected.replace("\n", "\r\n")


def test_a_file_without_a_last_line_end_stays_so():
    ours = edited(("rating: green", "rating: amber")).removesuffix("\n")
    theirs = edited(("title: Books", "title: More books"))
    assert merged(ours, theirs) == ours.replace("title: Books", "title: More books")


def test_marks_are_as_long_as_git_wants_them():
    ours, theirs = (edited(("rating: green", f"rating: {word}")) for word in ("amber", "red"))
    found = merge(BASE.encode(), ours.encode(), theirs.encode(), 9).content.decode()
    marks = [line for line in found.splitlines() if line[0] in "<=>"]
    assert marks == ["<<<<<<<<< ours", "=========", ">>>>>>>>> theirs"]


@pytest.mark.parametrize(
    ("theirs", "reason"),
    [
        (b"", "their side is no plan that could be read: the file is empty"),
        (b"themes: [", "their side is no plan that could be read: "),
        (b"format: planctl/1\nid: plan\n", "their side is no plan that could be read: "),
    ],
)
def test_what_is_no_plan_is_not_merged(theirs, reason):
    ours = edited(("rating: green", "rating: amber"))
    with pytest.raises(UnsureError, match=f"not merged field by field: {reason}"):
        merge(BASE.encode(), ours.encode(), theirs)
