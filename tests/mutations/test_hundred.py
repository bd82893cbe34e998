"""The mutations of all modules here, taken together."""


def test_there_are_more_than_a_hundred_mutations(every_kind):
    assert sum(every_kind.values()) > 100
