"""Paragraphs with their facts, and numbered passages."""

from pydantic import TypeAdapter

from planctl.model import Fact, Paragraph, Passage
from planctl.model.prose import Paragraphs, Passages


def test_a_paragraph_may_state_facts():
    facts = ["Three", {"text": "Four", "value": "4%"}]
    written = ["One", {"text": "Two", "facts": facts}]
    assert TypeAdapter(Paragraphs).validate_python(written) == (
        Paragraph(text="One"),
        Paragraph(text="Two", facts=(Fact(text="Three"), Fact(text="Four", value="4%"))),
    )


def test_a_number_of_a_passage_may_come_twice_or_be_missing():
    written = [{"number": "1.8", "text": "A"}, {"number": "1.8", "text": "B"}, "C"]
    assert TypeAdapter(Passages).validate_python(written) == (
        Passage(number="1.8", text="A"),
        Passage(number="1.8", text="B"),
        Passage(text="C"),
    )
