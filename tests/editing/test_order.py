"""Fields in the order of the format; comments go with the field that they are about."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: T\nid: plan\nformat: planctl/1\n", "format: planctl/1\nid: plan\ntitle: T\n"),
        (
            "# About the file.\ntitle: T\n# Its name.\nid: plan  # as agreed\nformat: planctl/1\n",
            "# About the file.\nformat: planctl/1\n# Its name.\nid: plan  # as agreed\ntitle: T\n",
        ),
        (
            "themes:\n  - title: T\n    # Number.\n    ref: 1a\n",
            "themes:\n  # Number.\n  - ref: 1a\n    title: T\n",
        ),
        (
            "themes:\n  # Clubs.\n  - title: T  # name\n    # Number.\n    ref: 1a  # number\n",
            "themes:\n  # Clubs.\n  # Number.\n  - ref: 1a  # number\n    title: T  # name\n",
        ),
        (
            "kpis:\n  - {title: T, ref: K1}\n  - {unit: '%', title: U, ref: K2}\n",
            "kpis:\n  - {ref: K1, title: T}\n  - {ref: K2, title: U, unit: '%'}\n",
        ),
        (
            "kpis:\n  - {title: T,  # name\n     ref: K1}\n",
            "kpis:\n  - {title: T,  # name\n     ref: K1}\n",
        ),
        (
            "kpi_note: Note\nkpis: [{title: T, ref: K1}]\nid: plan\n",
            "id: plan\nkpis: [{ref: K1, title: T}]\nkpi_note: Note\n",
        ),
        ("tilte: T\nid: plan\nfoo: 1\n", "id: plan\ntilte: T\nfoo: 1\n"),
        (
            "aim: |\n  One.\n  Two.\n\nid: plan\n",
            "id: plan\n\naim: |\n  One.\n  Two.\n",
        ),
        ("aim: |\n  One.\nid: plan", "id: plan\naim: |\n  One.\n"),
        ("id: plan\naim: |\n  One.", "id: plan\naim: |-\n  One.\n"),
        ("aim: A\nid: plan", "id: plan\naim: A\n"),
        ("glossary: {FIS: f, BBC: b}\n", "glossary: {FIS: f, BBC: b}\n"),
    ],
)
def test_fields_stand_in_the_order_of_the_format(form, before, after):
    assert form(before) == after
