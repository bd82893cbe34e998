"""Reports signed for tests, by people for whom an office vouches that lives as long as they do."""

import io
import runpy
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from planctl.verify import Asked, opened, verify
from planctl.verify.signatures import signature_checks, signatures_on
from planctl.verify.signing import Signing, signed
from planctl.verify.signing_keys import Identity

made = runpy.run_path(str(Path(__file__).parent / "signing_office.py"))
OFFICE = made["Office"]()
CHAIR, CLERK = OFFICE.member(), OFFICE.member("Clerk", made["rsa_key"]())


def identity(member):
    return Identity(member.key, member.certificate, (OFFICE.root.certificate,))


PRINTED: dict[str, bytes] = {}


@pytest.fixture
def unsigned(report):
    """The bytes of a report that nobody has signed: printed once, for they are always the same."""
    if not PRINTED:
        PRINTED["officer"] = report(kind="pdf").read_bytes()
    return PRINTED["officer"]


@pytest.fixture
def once(unsigned):
    return signed(unsigned, identity(CHAIR), Signing("Board", "Item 3"))


@pytest.fixture
def twice(once):
    return signed(once, identity(CLERK), Signing("Clerk"))


@pytest.fixture
def root(tmp_path):
    """The file of the office's own certificate, which is relied on."""
    path = tmp_path / "root.pem"
    path.write_bytes(OFFICE.root.certificate_pem)
    return path


@pytest.fixture
def seen(tmp_path, root):
    """`seen(content, roots)`: what is found of signatures on the PDF, and what is said of them."""

    def look(content, roots=(root,), *, must_be_signed=False):
        path = tmp_path / "seen.pdf"
        path.write_bytes(content)
        found = signatures_on(opened(path), roots)
        checks = signature_checks(found, roots, must_be_signed=must_be_signed)
        return found, [(one.result.value, one.detail) for one in checks]

    return look


@pytest.fixture
def judged(tmp_path, root):
    """`judged(content)`: the verdict on the PDF, which is made again for it."""
    alone = tmp_path / "alone"
    alone.mkdir()

    def look(content, **asked):
        path = alone / "report.pdf"
        path.write_bytes(content)
        return verify(path, Asked(here=alone, **{"roots": (root,), **asked}))

    return look


def increment(content, change):
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(content))
    writer._update_meta = lambda: None  # noqa: SLF001 - what was changed is to be that alone
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
