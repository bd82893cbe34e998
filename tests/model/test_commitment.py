"""Commitments, and those that they are made of."""

from pydantic import TypeAdapter

from planctl.model import Commitment, CommitmentType
from planctl.model.commitment import Commitments


def test_commitments_nest_and_may_be_plain_statements():
    written = [
        {"ref": "P1", "statement": "A", "type": "We will", "children": ["B", {"statement": "C"}]},
        "D",
    ]
    assert TypeAdapter(Commitments).validate_python(written) == (
        Commitment(
            ref="P1",
            statement="A",
            type=CommitmentType.WE_WILL,
            children=(Commitment(statement="B"), Commitment(statement="C")),
        ),
        Commitment(statement="D"),
    )


def test_one_name_stands_for_a_list_of_one():
    written = {"statement": "A", "targets": "K1", "delivered_by": "2.1a"}
    assert Commitment.model_validate(written) == Commitment(
        statement="A", targets=("K1",), delivered_by=("2.1a",)
    )
