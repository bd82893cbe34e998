"""Tables, headings and paragraphs of web pages."""

from pathlib import Path

import pytest

from planctl.model import rows
from planctl.transfer import period_called
from planctl.transfer.ledger import Fate, Ledger
from planctl.transfer.reading import web_page
from planctl.transfer.reading.open_file import papers_in
from planctl.transfer.reading.refused import RefusedFileError
from planctl.transfer.reading.web_page import read_web_page, visible_on

PAGE = """<!doctype html><html><head><title>x</title><style>td {color: red}</style></head><body>
<h1>Reading plan</h1><p>Vision: A county that reads</p>
<table><tr><th rowspan=2>Ref<th rowspan=2>Action<th colspan=2>Timeline<th rowspan=2>RAG</tr>
<tr><th>Year 1</th><th>Year 2</th></tr>
<tr><td>1a<td>Open a club<br>in town &amp; county<td>&#10003;<td>
<td style="background:#00B050"></tr>
<tr><td>1b</td><td>Lend books <table><tr><td>all year</td></tr></table></td><td></td><td>✓</td>
<td bgcolor="red">R</td></tr></table><script>alert("<p>no</p>")</script></body></html>"""


def test_a_page_comes_in_with_spans_colours_and_nested_tables(taken):
    found = taken(PAGE, "plan.html", term=period_called("autumn 2018"))
    plan = found.loaded.record
    actions = [row.action for row in rows(plan)]
    assert (plan.title, plan.vision) == ("Reading plan", "A county that reads")
    assert [one.text for one in actions] == [
        "Open a club\nin town & county",
        "Lend books\nall year",
    ]
    assert [list(map(str, one.schedule)) for one in actions] == [["Year 1"], ["Year 2"]]
    assert [update.rating for one in actions for update in one.updates.values()] == ["green", "red"]
    assert found.is_complete


def test_scripts_and_styles_are_left_out_by_rule(taken):
    found = taken(PAGE, "plan.html", term=period_called("autumn 2018"))
    assert "scripts and styles of a web page" in found.account.by_name(Fate.IGNORED)


def test_a_page_that_ends_in_the_middle_of_a_table_is_read_to_there(taken):
    found = taken("<h1>Plan</h1><table><tr><th>Ref<th>Action<tr><td>1<td>Open a club", "plan.html")
    assert [row.action.text for row in rows(found.loaded.record)] == ["Open a club"]


def test_the_page_is_counted_without_its_parser(taken):
    text = (
        "<!-- gone --><p title='a > b'>R&eacute;d <b>a</b>&nbsp;<br/>1 &lt; 2</p><style>p{}</style>"
    )
    assert visible_on(text) == len("Réda1<2") + len("p{}")
    assert taken(PAGE, "plan.html", term=period_called("autumn 2018")).account.unread == 0


def test_a_reader_that_loses_letters_is_found_out(taken, monkeypatch):
    monkeypatch.setattr(web_page._Reader, "handle_data", lambda *_: None)  # noqa: SLF001 - may fail
    found = taken("<h1>Plan</h1><p>Read more</p>", "plan.html")
    assert (found.account.unread, found.is_complete) == (len("PlanReadmore"), False)


def grid(page):
    """The table of the page: texts, with a dash for what goes on with the cell above."""
    (table,) = read_web_page(page, Ledger()).tables()
    return [
        ["-" if cell.is_below else "=" if cell.is_merged else cell.text for cell in row]
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("<tr><td rowspan=2>a<td>b</tr><tr><td>c</tr>", [["a", "b"], ["-", "c"]]),
        ("<tr><td>a<td rowspan=2>b</tr><tr><td>c</tr>", [["a", "b"], ["c", "-"]]),
        ("<tr><td>a<td>b<td rowspan=2>c</tr><tr><td>d</tr><tr><td>e<td>f<td>g</tr>",
         [["a", "b", "c"], ["d", "", "-"], ["e", "f", "g"]]),
        ("<tr><td rowspan=0>a<td>b</tr><tr><td>c</tr><tr><td>d</tr>",
         [["a", "b"], ["-", "c"], ["-", "d"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b</tr><tr><td>c</tr>",
         [["a", "=", "b"], ["-", "=", "c"]]),
        ("<tr><td rowspan='x'>a<td>b</tr><tr><td>c<td>d</tr>", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=9>a</tr>", [["a"]]),
    ],
)  # fmt: skip
def test_cells_that_reach_over_rows_stand_in_each_of_them(rows, cells):
    assert grid(f"<table>{rows}</table>") == cells


def test_a_cell_may_reach_over_more_than_a_hundred_rows():
    rows = "".join(f"<tr><td>{number}</tr>" for number in range(300))
    found = grid(f"<table><tr><td>top<td rowspan=301>a</tr>{rows}</table>")
    assert [row[1] for row in found] == ["a", *["-"] * 300]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr>" + "<td colspan=100 rowspan=0>a" * 10 + "<tr>" * 600,
        "<tr>" + "<td>a" * 1000 + "<tr><td>b" * 600,
    ],
)
def test_a_few_tags_do_not_become_millions_of_cells(rows):
    with pytest.raises(RefusedFileError, match=r"p\.html was not opened: a table of it would have"):
        papers_in(Path("p.html"), f"<table>{rows}</table>".encode())
