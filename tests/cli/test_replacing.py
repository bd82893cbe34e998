"""What is there is not replaced."""

import pytest

from planctl.cli.replacing import must_be_free
from planctl.errors import ThereAlreadyError


def test_the_first_that_is_there_is_named(tmp_path):
    free, taken, other = (tmp_path / name for name in ("free", "taken", "other"))
    taken.touch()
    other.touch()
    must_be_free([free])
    with pytest.raises(ThereAlreadyError, match=f"^{taken} is there already"):
        must_be_free([free, taken, other])


def test_a_link_that_leads_nowhere_is_there_too(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ThereAlreadyError):
        must_be_free([link])
