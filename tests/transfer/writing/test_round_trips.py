"""What goes out to Excel, Word, csv and JSON comes back as the same plan."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from planctl.model.plain import plain
from planctl.transfer.writing.csv_file import as_csv, from_csv
from planctl.transfer.writing.gathered import UnreadSheetError, plan_in
from planctl.transfer.writing.held import MisplacedError
from planctl.transfer.writing.json_file import NotOurJsonError, as_json, from_json
from planctl.transfer.writing.leaves import as_written, grown, leaves, place_read, place_said
from planctl.transfer.writing.sheets import REST, sheets_of
from planctl.transfer.writing.word import as_word, from_word
from planctl.transfer.writing.workbook import as_workbook, from_workbook
from tests.diff.plans_strategy import versions

SLOW = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None,
    max_examples=25,
)  # fmt: skip
PLAN: Any = {
    "format": "planctl/1",
    "id": "reading",
    "title": "Reading",
    "parties": [{"id": "library", "name": "Library (town): lending", "kind": "team"}],
    "themes": [
        {"title": "Clubs", "actions": [
            {"ref": "1a", "text": "=cmd|' /C calc'!A0", "schedule": {"Year 1": {}, "Year 2":
                {"phase": "pilot", "certainty": "provisional", "note": "If funded"}},
             "responsible": [{"party": "library", "role": "lead", "note": "Both: rooms"}]},
            {"ref": "1b", "text": "Lend books", "own": {"e.g.": "[]", "a[0]": "{}"}},
        ]},
        {"title": "Rooms", "actions": [{"text": "Find a room\n\nand chairs", "updates": {
            "2017-18 autumn": {"next_steps": [{"text": "Look", "due": "2018-01-31",
                                               "kept": "part"}]}}}]},
    ],
    "glossary": {"": "blank", "0": "nought", 'a "b"': "c"},
}  # fmt: skip


def together(read):
    return plan_in(read)


def grown_of(texts):
    return grown(texts)


def written(version):
    return as_written(plain(version.plan))


def names_in(plan):
    return {party["id"]: party["name"] for party in plan.get("parties", ()) if "name" in party}


@given(versions())
def test_a_plan_is_put_together_again_from_its_texts(version):
    plan = written(version)
    places = [(place_read(place_said(path)), text) for path, text in leaves(plan)]
    assert grown_of(places) == plan


@given(versions())
def test_json_holds_the_whole_plan(version):
    assert from_json(as_json(version.plan)) == written(version)


@given(versions())
def test_csv_holds_the_whole_plan(version):
    plan = written(version)
    content = as_csv(sheets_of(plan, {}, frozenset({"Actions"})))
    assert together(from_csv(content)) == plan


@pytest.mark.thorough
@SLOW
@given(versions())
def test_a_workbook_holds_the_whole_plan(version):
    plan = written(version)
    content = as_workbook(sheets_of(plan, names_in(plan)), "Title")
    assert together(from_workbook(content)) == plan


@pytest.mark.thorough
@SLOW
@given(versions())
def test_a_word_document_holds_the_whole_plan(version):
    plan = written(version)
    content = as_word(sheets_of(plan, names_in(plan), without=frozenset({"Uid"})), "Title")
    assert together(from_word(content)) == plan


@pytest.mark.parametrize(
    "there_and_back",
    [
        lambda sheets: from_workbook(as_workbook(sheets, "Title")),
        lambda sheets: from_word(as_word(sheets, "Title")),
    ],
)
def test_awkward_texts_come_back_as_they_were(there_and_back):
    sheets = sheets_of(PLAN, names_in(PLAN))
    assert together(there_and_back(sheets)) == PLAN


def test_no_cell_of_a_csv_file_can_act_as_a_formula():
    content = as_csv(sheets_of(PLAN, {}, frozenset({"Actions"}))).decode("utf-8-sig")
    assert "'=cmd|' /C calc'!A0" in content
    assert together(from_csv(content.encode("utf-8-sig"))) == PLAN


def test_a_long_text_goes_on_in_further_rows():
    plan = {**PLAN, "aim": "a long word " * 9000}
    sheets = sheets_of(plan, {})
    assert [row.key for row in sheets[-1].rows].count("aim") == 4
    assert together(from_workbook(as_workbook(sheets, "Title"))) == plan


def read_of(plan):
    return list(from_csv(as_csv(sheets_of(plan, {}, frozenset({"Actions"})))))


def test_an_officer_may_change_a_cell():
    actions, rest = read_of(PLAN)
    at = actions.headings.index("Action")
    rows = [[*row] for row in actions.rows]
    rows[1][at] = "Lend more books"
    changed = together([replace(actions, rows=tuple(map(tuple, rows))), rest])
    assert changed["themes"][0]["actions"][1]["text"] == "Lend more books"
    changed["themes"][0]["actions"][1]["text"] = "Lend books"
    assert changed == PLAN


def test_a_row_that_an_officer_adds_stands_behind_the_others_of_its_theme():
    actions, rest = read_of(PLAN)
    heads = actions.headings
    fresh = ["" for _ in heads]
    fresh[heads.index("Belongs to")] = "Clubs"
    fresh[heads.index("Action")] = "Open on Saturdays"
    changed = together([replace(actions, rows=(*actions.rows, tuple(fresh))), rest])
    assert changed["themes"][0]["actions"] == [
        *PLAN["themes"][0]["actions"], {"text": "Open on Saturdays"},
    ]  # fmt: skip


def test_a_row_without_a_key_has_to_say_where_it_belongs():
    actions, rest = read_of(PLAN)
    fresh = ["" for _ in actions.headings]
    fresh[actions.headings.index("Action")] = "Open on Saturdays"
    with pytest.raises(UnreadSheetError, match=r"^Row 5 of Actions cannot be read back: it has no"):
        together([replace(actions, rows=(*actions.rows, tuple(fresh))), rest])


def test_a_key_that_is_none_is_said():
    with pytest.raises(UnreadSheetError, match=r"^Row 2 of Everything else .*'a\[x' is not a key"):
        together([replace(read_of(PLAN)[1], rows=(("a[x", "b"),))])


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"plan": 3}', b"[" * 100_000])
def test_json_that_is_no_plan_is_refused(content):
    with pytest.raises(NotOurJsonError, match="This JSON is no plan that planctl exported"):
        from_json(content)


def test_other_workbooks_and_documents_are_not_taken_for_exports():

    import docx  # noqa: PLC0415 - only this test makes one by hand
    import xlsxwriter  # noqa: PLC0415 - as above

    book, document = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(book) as made:
        made.add_worksheet("Actions").write_string(0, 0, "Ref")
    word = docx.Document()
    word.add_table(rows=1, cols=1)
    word.save(document)
    assert (from_workbook(book.getvalue()), from_word(document.getvalue())) == (None, None)


def test_the_same_plan_gives_the_same_bytes():
    sheets = sheets_of(PLAN, {})
    assert as_workbook(sheets, "Title") == as_workbook(sheets, "Title")
    assert as_word(sheets, "Title") == as_word(sheets, "Title")
    assert sheets[-1].name == REST


def misplaced(sheets):
    with pytest.raises(MisplacedError) as raised:
        together(sheets)
    return [line.strip() for line in str(raised.value).splitlines()[1:-1]]


def test_a_column_of_ones_own_is_said_and_not_dropped():
    actions, rest = read_of(PLAN)
    rows = tuple((*row, "mine") for row in actions.rows)
    wider = replace(actions, headings=(*actions.headings, "Our comment"), rows=rows)
    assert misplaced([wider, rest]) == [
        "the column 'Our comment' of Actions is none of its columns, and holds 3 texts.",
    ]


def test_a_sheet_of_ones_own_is_said_and_not_dropped():
    actions, rest = read_of(PLAN)
    own = replace(rest, name="Mine", headings=("Note",), rows=(("mine",),))
    assert misplaced([actions, rest, own]) == [
        "the sheet Mine has no column 'Key (planctl)', so nothing says where its words belong.",
    ]


def test_a_renamed_sheet_is_known_by_its_headings():
    actions, rest = read_of(PLAN)
    assert together([replace(actions, name="Aktionen"), rest]) == PLAN


def test_two_rows_with_one_key_are_said():
    actions, rest = read_of(PLAN)
    rows = (*actions.rows, actions.rows[0])
    assert misplaced([replace(actions, rows=rows), rest]) == [
        "rows 2, 5 of Actions have one key. Empty the key of those that are new.",
    ]


def changed_in(cell, value):
    """The workbook of the plan in which somebody has typed something into one cell."""
    book = openpyxl.load_workbook(BytesIO(as_workbook(sheets_of(PLAN, {}), "Title")))
    book["Actions"][cell].value = value
    out = BytesIO()
    book.save(out)
    return from_workbook(out.getvalue())


def test_a_day_that_excel_has_made_a_date_is_that_day():
    (headings,) = (one.headings for one in changed_in("A2", None) if one.name == "Actions")
    cell = f"{chr(ord('A') + headings.index('Due'))}2"
    plan = together(changed_in(cell, datetime(2018, 12, 31)))  # noqa: DTZ001 - as Excel has it
    assert plan["themes"][0]["actions"][0]["due"] == "2018-12-31"


def test_a_formula_is_said_by_its_cell():
    assert misplaced(changed_in("D2", "=1+1")) == [
        "D2 of Actions holds a formula. Type its result.",
    ]
