"""Days and terms inside sentences, in words."""

import pytest

from planctl.report.spoken import spoken
from planctl.report.words import ENGLISH


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "the plan begins on 2017-09-01 and has no measure",
            "the plan begins on 1 September 2017 and has no measure",
        ),
        (
            "2.2a is rated Green for 2023-24 summer, and red for 2022-23 spring",
            "2.2a is rated Green for the Summer term 2023-24, and red for the Spring term 2022-23",
        ),
        ("since the 2023-24 spring.", "since the Spring term 2023-24."),
        # What somebody wrote is quoted as it was written.
        ("due says '2017-09-01', or ‘2023-24 summer’", None),
        ("no day: 2017-02-31, and reading/2017-09-01.yaml", None),
        ("2023-24 has 3 of 12", None),
    ],
)
def test_a_sentence_has_its_days_and_terms_in_words(written, said):
    assert spoken(written, ENGLISH) == (said or written)
