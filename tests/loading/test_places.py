"""Where a path of the model stands in the file."""

import pytest

from planctl.loading import as_written
from planctl.source import Document


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("updates", "2017-18 autumn", "rating"), ("updates", "autumn 2017", "rating")),
        (("updates", "2017-18 spring"), ("updates", "2017-18/spring")),
        (("schedule", "Year 1"), ("schedule", "Year 1")),
        (("schedule", "Year 2", "phase"), ("schedule", "yr 2", "phase")),
        (("updates", "2018-19 autumn"), ("updates", "2018-19 autumn")),
        (("title", "Year 1"), ("title", "Year 1")),
        (("updates", "no period"), ("updates", "no period")),
        (("links", 0, "plan"), ("links", 0, "plan")),
        ((), ()),
    ],
)
def test_a_period_is_found_in_the_spelling_of_the_file(document: Document, path, written):
    """
    title: Reading
    schedule: {Year 1: pilot, yr 2: {phase: review}}
    updates:
      autumn 2017: {rating: green}
      2017-18/spring: {rating: green}
    links: [{plan: other}]
    """
    assert as_written(document, path) == written
