"""Word documents: what python-docx's own text would lose, and what must be asked first."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planctl.model import rows
from planctl.transfer.ledger import Fate
from planctl.transfer.reading.refused import TrackedChangesError
from tests.transfer.word_parts import (
    control,
    deleted,
    inserted,
    plan_of,
    run,
    set_paragraph,
    symbol,
)


def first(found):
    return next(rows(found.loaded.record)).action


def test_a_tick_of_the_wingdings_font_is_a_tick(saved):
    document, table = plan_of(("1", "Open a club", "Library", ""))
    set_paragraph(table.cell(1, 3), symbol("F0FC"))
    assert list(map(str, first(saved(document)).schedule)) == ["Year 1"]


def test_a_letter_in_the_wingdings_font_is_the_tick_that_it_shows(saved):
    document, table = plan_of(("1", "Open a club", "Library", ""))
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    set_paragraph(table.cell(1, 3), run("ü", font))
    assert list(map(str, first(saved(document)).schedule)) == ["Year 1"]


def test_a_box_without_a_tick_is_no_tick(saved):
    document, table = plan_of(("1", "Open a club", "Library", ""))
    set_paragraph(table.cell(1, 3), symbol("F0A8"))
    found = saved(document)
    assert (dict(first(found).schedule), found.account.unmapped) == ({}, ())


def test_text_in_content_controls_comes_in(saved):
    document, table = plan_of(("1", "", "Library", ""))
    set_paragraph(table.cell(1, 1), run("Open ") + control(run("a club")))
    assert first(saved(document)).text == "Open a club"


def test_a_table_in_a_cell_keeps_its_text_there(saved):
    document, table = plan_of(("1", "Open a club", "", ""))
    inner = table.cell(1, 2).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Library", "School"
    found = saved(document)
    assert [one.party for one in first(found).responsible] == ["Library; School"]
    assert found.account.unread == 0


def test_a_plan_in_a_table_that_only_frames_it_is_read(saved):
    document = Document()
    document.add_heading("An invented plan", level=0)
    frame = document.add_table(rows=1, cols=1)
    inner = frame.cell(0, 0).add_table(rows=2, cols=3)
    for place, text in enumerate(("Ref", "Action", "Who", "1", "Open a club", "Library")):
        inner.cell(place // 3, place % 3).text = text
    found = saved(document)
    assert (first(found).text, found.account.unread, found.is_complete) == ("Open a club", 0, True)


def test_tracked_changes_are_refused_until_somebody_says_which_text_counts(saved):
    document, table = plan_of(("1", "", "Library", ""))
    set_paragraph(table.cell(1, 1), run("Open ") + deleted("one club") + inserted("two clubs"))
    with pytest.raises(TrackedChangesError, match=r"2 tracked changes.*--track accept"):
        saved(document)
    accepted, rejected = saved(document, track="accept"), saved(document, track="reject")
    assert first(accepted).text == "Open two clubs"
    assert first(rejected).text == "Open one club"
    assert accepted.account.by_name(Fate.IGNORED)["text that a tracked change takes away"] == 8
    assert (accepted.is_complete, rejected.is_complete) == (True, True)


def test_a_row_that_a_tracked_change_deletes_is_left_out_when_accepted(saved):
    document, table = plan_of(("1", "Open a club", "Library", ""), ("2", "Close it", "Library", ""))
    properties = table.rows[2]._tr.get_or_add_trPr()  # noqa: SLF001 - no other way
    properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="3" w:author="A"/>'))
    found = {track: len(list(rows(saved(document, track=track).loaded.record)))
             for track in ("accept", "reject")}  # fmt: skip
    assert found == {"accept": 1, "reject": 2}


def test_a_struck_action_comes_in_with_a_warning(saved):
    document, table = plan_of(("1", "", "Library", ""))
    set_paragraph(table.cell(1, 1), run("Open a club", "<w:strike/>"))
    found = saved(document)
    assert first(found).source["struck through"] == "text"
    assert found.warnings == (
        "an action is struck through in the document; it came in all the same",
    )


def test_a_text_box_is_read_once_though_word_keeps_it_twice(saved):
    document, _ = plan_of(("1", "Open a club", "Library", ""))
    box = (
        "<w:p {0}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    namespaces = (
        f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    document.element.body.insert(1, parse_xml(box.format(namespaces)))
    found = saved(document)
    assert [one.text for one in found.loaded.record.narrative] == ["In a box"]
    assert found.account.unread == 0


def test_margins_are_left_out_by_rule_and_comments_are_not_lost(saved):
    document, _ = plan_of(("1", "Open a club", "Library", ""))
    document.sections[0].header.paragraphs[0].text = "Draft 3"
    paragraph = document.paragraphs[0]
    document.add_comment(paragraph.runs, text="Is this agreed?", author="A")
    found = saved(document)
    assert found.account.by_name(Fate.IGNORED)["page headers and footers"] == 7
    assert [(one.address, one.text) for one in found.account.unmapped] == [
        ("comment", "Is this agreed?")
    ]


def test_word_headings_that_are_labels_take_the_paragraphs_below_them(saved):
    document = Document()
    document.add_heading("An invented plan", level=0)
    document.add_heading("Aim", level=1)
    document.add_paragraph("Every child sings.")
    document.add_paragraph("Vision: A singing county.")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Action", "Lead", "Start a choir", "Music hub")):
        table.cell(place // 2, place % 2).text = text
    plan = saved(document).loaded.record
    assert (plan.title, plan.aim, plan.vision) == (
        "An invented plan", "Every child sings.", "A singing county.",
    )  # fmt: skip
