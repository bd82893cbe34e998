"""Lines are indented in one way, and single blank lines stand between them."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("themes:\n- title: T\n", "themes:\n  - title: T\n"),
        (
            "themes:\n    -   title: T\n        kpis:\n        - K1\n",
            "themes:\n  - title: T\n    kpis:\n      - K1\n",
        ),
        ("period:\n      from: 2017-09-01\n", "period:\n  from: 2017-09-01\n"),
        ("aim:   A\nkpis: [ K1,K2 ]\n", "aim: A\nkpis: [K1, K2]\n"),
        ("period: {from : 2017-09-01 ,to: x}\n", "period: {from : 2017-09-01, to: x}\n"),
        ("kpis: [K1, ]\n", "kpis: [K1]\n"),
        ("aim: >-\n     One\n       two\n     three\n", "aim: >-\n  One\n    two\n  three\n"),
        ("aim: |2\n    One\n", "aim: |2\n    One\n"),
        ("aim: One\n      two\n   three\n", "aim: One\n  two\n  three\n"),
        ('aim: "One\n\n    two"\n', 'aim: "One\n\n  two"\n'),
        ("kpis: [K1,\n       K2]\n", "kpis: [K1,\n       K2]\n"),
        ("themes:\n-\n  title: T\n", "themes:\n  -\n    title: T\n"),
        ("aim: A   \n\n\n\nkpis: []\n\n\n", "aim: A\n\nkpis: []\n"),
        ("\n\naim: A\n", "aim: A\n"),
        ("aim: |+\n  One\n\nkpis: []\n", "aim: |+\n  One\n\nkpis: []\n"),
        ("themes:\n\n\n  - title: T\n", "themes:\n  - title: T\n"),
        (
            "themes:\n# Clubs.\n- title: T\n  # Number.\n  kpis: []\n# End.\n",
            "themes:\n  # Clubs.\n  - title: T\n    # Number.\n    kpis: []\n  # End.\n",
        ),
        ("---\naim: A\n", "---\naim: A\n"),
    ],
)
def test_lines_stand_where_the_format_is_written(form, before, after):
    assert form(before) == after


def test_a_file_with_windows_line_ends_keeps_them(form):
    text = "aim:  One\r\n\r\n\r\nthemes:\r\n- title: T  \r\n"
    assert form(text) == "aim: One\r\n\r\nthemes:\r\n  - title: T\r\n"
