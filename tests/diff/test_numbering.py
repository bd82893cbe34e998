"""References in their natural order."""

import pytest

from planctl.diff.numbering import Number, listed, numbers, stretches


@pytest.mark.parametrize(
    ("refs", "counts"),
    [
        (["2.1a", "2.1c"], [97, 99]),
        (["K9", "K10"], [9, 10]),
        (["i", "iv", "xii"], [1, 4, 12]),
        (["2.1h", "2.1i", "2.1j"], [104, 105, 106]),
        (["A", "B"], [97, 98]),
        (["I", "II"], [1, 2]),
    ],
)
def test_the_references_of_a_table_are_read_alike(refs, counts):
    assert [numbers(refs)[ref].count for ref in refs] == counts


def test_tables_are_told_apart_by_how_their_references_begin():
    assert numbers(["2.1a", "ii", "2.2a"]) == {
        "2.1a": Number("2.1", 97), "ii": Number("", 2), "2.2a": Number("2.2", 97),
    }  # fmt: skip


@pytest.mark.parametrize("refs", [["2.a", "2.1"], ["aa", "b"], ["", "–"], ["2.1a", "2.1B"]])
def test_what_is_in_no_order_is_no_number(refs):
    assert numbers(refs) == {}


def test_three_and_more_that_follow_each_other_are_named_by_their_ends():
    refs = ["2.1d", "2.1b", "2.1c", "2.2a", "the last row", "2.2b", "K1"]
    assert stretches(refs) == ("2.1b to 2.1d", "2.2a", "2.2b", "K1", "the last row")


def test_a_list_has_an_and_before_its_last():
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
