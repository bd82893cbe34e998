"""The native libraries that a PDF hangs on, told without importing WeasyPrint."""

import subprocess
import sys

import pytest

from planctl.printing import native

TOLD = """
import sys
from planctl.printing.native import native_libraries
told = native_libraries()
assert "weasyprint" not in sys.modules and "cffi" not in sys.modules
import weasyprint
from weasyprint.text.ffi import ffi, pango
ffi.cdef("const char *pango_version_string();")
print(told[0] == f"libpango-1.0 {ffi.string(pango.pango_version_string()).decode()}")
print(sum("/libpango-1.0.so" in one for one in told))
"""


@pytest.mark.thorough
def test_they_are_those_that_weasyprint_opens():
    done = subprocess.run([sys.executable, "-c", TOLD], check=True, capture_output=True, text=True)
    pango_files = "1" if sys.platform == "linux" else "0"
    assert done.stdout.split() == ["True", pango_files]


def test_without_them_nothing_is_told(monkeypatch):
    monkeypatch.setattr(native, "_ASKED", (("libnosuchthing", 0, None),))
    assert native.native_libraries.__wrapped__() is None
