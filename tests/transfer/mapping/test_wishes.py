"""What somebody says a column is."""

import pytest

from planctl.errors import WrongValueError
from planctl.transfer.mapping.wishes import saved, wishes_in


def test_a_saved_map_reads_like_what_was_typed(tmp_path):
    typed = wishes_in(["Who=responsible", "Aut=schedule autumn 2018"])
    file = tmp_path / "our.map"
    file.write_text(f"# the plans of our council\n\n{saved(typed)}")
    assert wishes_in([str(file)]) == typed


@pytest.mark.parametrize(("written", "message"), [
    ("Who=responsable", "names no field. Did you mean responsible"),
    ("Who=", "names no field"), ("=text", "names no field"),
    ("Aut=schedule soon", "names no period"), ("nothing", "has no = and is no file"),
])  # fmt: skip
def test_a_slip_is_named(written, message):
    with pytest.raises(WrongValueError, match=message):
        wishes_in([written])
