"""Documents to import, and what came of them."""

from pathlib import Path

import pytest

from planctl.transfer import Wanted, imported, wishes_in

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.fixture
def taken(tmp_path):
    """`taken(text, "plan.csv")` imports a file that holds the text."""

    def take(text, name="plan.txt", *, maps=(), **wanted):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return imported(path, Wanted(wishes=wishes_in(maps), **wanted))

    return take


@pytest.fixture
def saved(tmp_path):
    """`saved(document)` imports what python-docx or openpyxl saves."""

    def take(document, name="plan.docx", *, maps=(), **wanted):
        path = tmp_path / name
        document.save(str(path))
        return imported(path, Wanted(wishes=wishes_in(maps), **wanted))

    return take
