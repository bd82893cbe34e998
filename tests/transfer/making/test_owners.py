"""Owners held against the parties: split only where that gives a known one."""

import pytest

from planctl.model import Party
from planctl.transfer.making.owners import Known, owners_in

KNOWN = Known.of((
    Party(id="map", name="Music and Arts Partnership", aliases=("MAP",)),
    Party(id="library", name="Library"), Party(id="parks-leisure", name="Parks and Leisure"),
    Party(id="choir", name="Choir (county)"),
))  # fmt: skip


@pytest.mark.parametrize(("written", "entries"), [
    ("Library", ["library"]), ("library", ["library"]), ("M AP", ["map"]),
    ("MAP/Library", ["map", "library"]), ("MAP & Library", ["map", "library"]),
    ("MAP; Library, Nobody", ["map", "library", "Nobody"]), ("MAP\nLibrary", ["map", "library"]),
    ("Parks and Leisure", ["parks-leisure"]), ("Choir (county)", ["choir"]),
    ("MAP Choir (county)", ["map", "choir"]),
    ("Library (Ash Road)", [{"party": "library", "note": "Ash Road"}]),
    ("Library to collect", [{"party": "library", "note": "to collect"}]),
    ("Library – until May", [{"party": "library", "note": "until May"}]),
    ("Library staff", ["Library staff"]), ("A/B", ["A/B"]),
    ("Mother and baby unit", ["Mother and baby unit"]),
    ("MAP/MAP", ["map"]),
])  # fmt: skip
def test_a_cell_is_read_as(written, entries):
    assert owners_in(written, KNOWN).entries == entries


def test_a_column_may_give_a_role():
    assert owners_in("MAP/A", KNOWN, "lead").entries == [
        {"party": "map", "role": "lead"}, {"party": "A", "role": "lead"},
    ]  # fmt: skip
