"""Rows of a table: actions, headings, what goes on with the row above."""

from docx import Document

from planctl.model import rows
from planctl.transfer import period_called
from planctl.transfer.ledger import Fate


def plan(taken, *lines, **wanted):
    found = taken("\n".join(lines), **wanted)
    assert found.loaded.record is not None
    return found, found.loaded.record


def test_a_number_with_further_numbers_below_it_heads_them(taken):
    _, found = plan(taken, "Ref\tAction\tWho", "1\tReading\t", "1.1\tOpen a club\tA",
                    "1.10\tLend\tB", "2\tWriting\t", "2.1\tPrint a magazine\tC")  # fmt: skip
    assert [(one.ref, one.title, len(one.actions)) for one in found.themes] == [
        ("1", "Reading", 2), ("2", "Writing", 1),
    ]  # fmt: skip


def test_roman_numbers_do_not_head_each_other(taken):
    _, found = plan(taken, "Ref\tAction\tWho", "i\tOpen a club\t", "ii\tLend\t", "iii\tRead\t")
    assert len(list(rows(found))) == 3


def test_generic_actions_are_a_group_of_their_own(taken):
    _, found = plan(taken, "Ref\tAction\tWho", "1\tReading\t", "1.1\tOpen a club\tA",
                    "\tGeneric actions\t", "i\tReport\tB")  # fmt: skip
    assert [(one.title, one.kind) for one in found.themes] == [
        ("Reading", "theme"), ("Generic actions", "generic"),
    ]  # fmt: skip


def test_headings_repeated_on_a_further_page_are_left_out_by_rule(taken):
    found, read = plan(
        taken, "Ref\tAction\tWho", "1\tOpen a club\tA", "Ref\tAction\tWho", "2\tLend\tB"
    )
    assert len(list(rows(read))) == 2
    assert found.account.by_name(Fate.IGNORED)["headings repeated on a further page"] == 12


def test_a_table_cut_by_a_page_goes_on(taken):
    _, read = plan(taken, "Ref\tAction\tWho", "1\tOpen a club\tA", "", "2\tLend\tB")
    assert [row.action.ref for row in rows(read)] == ["1", "2"]


def test_dashes_and_not_applicable_say_nothing(taken):
    found, read = plan(taken, "Ref\tAction\tWho\tBy when", "1\tOpen a club\t-\tn/a")
    (action,) = (row.action for row in rows(read))
    assert (action.responsible, action.due, found.is_complete) == ((), None, True)


def test_a_time_that_is_none_is_kept_as_a_note_with_a_warning(taken):
    found, read = plan(taken, "Ref\tAction\tBy when", "1\tOpen a club\tsee below",
                       "2\tLend\tMay 2019", "3\tRead\tJune 2019", "4\tSing\tTermly")  # fmt: skip
    assert next(rows(read)).action.notes == ("By when: see below",)
    assert found.warnings == (
        "a time was kept as a note: planctl cannot read it as a day or a deadline",
    )


def test_a_row_without_its_action_is_left_over_and_told(taken):
    found, _ = plan(taken, "Ref\tAction\tWho", "1\tOpen a club\tA", "\t\tand the school")
    assert [(one.address, one.text) for one in found.account.unmapped] == [
        ("line 3, cell 3", "and the school")
    ]


def test_a_table_that_holds_no_actions_is_left_over_and_named(taken):
    found, _ = plan(taken, "Ref\tAction\tWho", "1\tOpen a club\tA", "Signed", "x\ty", "z\tw")
    assert (found.left, found.is_complete) == (("line 4",), False)


def test_words_beside_a_rating_are_its_comment(taken):
    _, read = plan(taken, "Ref\tAction\tRAG autumn 2018", "1\tOpen a club\tAmber - no room yet",
                   "2\tLend\tG", "3\tRead\tComplete")  # fmt: skip
    found = [(one.rating, one.stage, one.comment)
             for row in rows(read) for one in row.action.updates.values()]  # fmt: skip
    assert found == [
        ("amber", None, "no room yet"),
        ("green", None, None),
        (None, "complete", None),
    ]


def test_a_table_whose_headings_nobody_knows_is_read_once_they_are_said(taken):
    text = "Plan\n\nNr.\tWotsits\tFolk\n1\tOpen a club\tA\n"
    assert (taken(text).has_actions, taken(text).is_complete) == (False, False)
    found = taken(text, maps=["Wotsits=text", "Folk=responsible"])
    assert [row.action.text for row in rows(found.loaded.record)] == ["Open a club"]
    assert found.is_complete


def test_a_cell_merged_downwards_names_who_is_responsible_for_each_row(saved):
    document = Document()
    table = document.add_table(rows=4, cols=3)
    lines = (("Ref", "Action", "Who"), ("1", "Sing", "Bob"), ("2", "Dance", ""), ("3", "Act", ""))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    for place in (2, 3):
        table.cell(place, 2).paragraphs[0].text = ""
    table.cell(1, 2).merge(table.cell(3, 2)).text = "Bob"
    found = saved(document)
    every = [row.action for row in rows(found.loaded.record)]
    assert [(one.ref, [str(who.party) for who in one.responsible]) for one in every] == [
        ("1", ["Bob"]), ("2", ["Bob"]), ("3", ["Bob"]),
    ]  # fmt: skip
    assert found.warnings == (
        "a merged cell names who is responsible for several rows: it counts for each (2)",
    )
    assert found.account.total == len("RefActionWho1SingBob2Dance3Act")
    assert found.account.unmapped == ()


SPANS = """<h1>Reading</h1><table>
<tr><th>Ref<th>Action<th>Who<th>By when<th>RAG<th>Comments</tr>
<tr><td>1a<td>Open a club<td rowspan=3>Library<td rowspan=3>June 2018<td>G
<td rowspan="3">All late.</tr>
<tr><td>1b<td>Lend books<td>A</tr><tr><td>1c<td>Find a room<td>R</tr>
<tr><td rowspan=2>1d<td rowspan=2>Print cards<td>Schools<td>May 2018<td>G<td>x</tr>
<tr><td>Youth service<td>July 2018<td>R<td>y</tr></table>"""
OF_THE_FIRST = (
    "a merged cell under 'Comments' reaches over several rows: it was read with the first of "
    "them alone"
)


def test_of_cells_that_reach_over_rows_owners_and_times_count_for_each_and_the_rest_is_said(taken):
    found = taken(SPANS, "plan.html", term=period_called("autumn 2017"))
    every = [row.action for row in rows(found.loaded.record)]
    said = [
        (one.ref, [str(who.party) for who in one.responsible], str(one.due), one.notes)
        for one in every
    ]
    assert said == [
        ("1a", ["Library"], "June 2018", ()),
        ("1b", ["Library"], "June 2018", ()),
        ("1c", ["Library"], "June 2018", ()),
        ("1d", ["Schools", "Youth service"], "May 2018", ("By when: July 2018",)),
    ]
    updates = [next(iter(one.updates.values())) for one in every]
    assert [(one.rating, one.comment) for one in updates] == [
        ("green", "All late."), ("amber", None), ("red", None), ("green", "x\nR\ny"),
    ]  # fmt: skip
    assert found.warnings == (
        "a merged cell names who is responsible for several rows: it counts for each (2)",
        "a merged cell says when several rows are due: it counts for each (2)",
        f"{OF_THE_FIRST} (2)",
        "an action has two times: the first counts, the other is in its notes",
        "an action has two ratings: the first counts, the other is in its comment",
    )
    assert found.is_complete


def test_a_rating_that_reaches_over_rows_is_said_and_counts_for_the_first(taken):
    text = (
        "<h1>Reading</h1><table><tr><th>Ref<th>Action<th>RAG</tr>"
        "<tr><td>1<td>Open a club<td rowspan=2>G</tr><tr><td>2<td>Lend books</tr></table>"
    )
    found = taken(text, "plan.html", term=period_called("autumn 2017"))
    assert [[*row.action.updates] != [] for row in rows(found.loaded.record)] == [True, False]
    assert found.warnings == (OF_THE_FIRST.replace("Comments", "RAG"),)
