"""Parties and the names they go by."""

import pytest

from planctl.model import Party, PartyKind, party_called

MAP = Party(id="map", kind=PartyKind.PARTNERSHIP, name="Achievement Partnership", aliases=("AP",))
LIBRARY = Party(id="library", kind=PartyKind.ORGANISATION, name="MAP")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("map", MAP), ("MAP", MAP), ("Achievement partnership", MAP), ("ap", MAP),
        ("Library", LIBRARY),
        ("librar", None), ("", None),
    ],
)  # fmt: skip
def test_a_party_goes_by_its_id_name_or_alias_in_any_case(name, party):
    assert party_called(name, (MAP, LIBRARY)) == party
