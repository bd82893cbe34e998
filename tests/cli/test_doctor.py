"""`planctl doctor`, as whoever sets a machine up runs it."""

import json


def test_this_machine_lacks_nothing(planctl):
    said = planctl("doctor")
    assert said.code == 0
    assert said.out.endswith("Nothing is missing.\n")


def test_programs_read_the_same(planctl):
    said = planctl("doctor", "--format", "json")
    told = json.loads(said.out)
    assert told["format_version"] == 1
    assert [need["name"] for need in told["needs"] if need["found"] is None] == []
