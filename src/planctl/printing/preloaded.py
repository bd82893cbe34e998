"""What every worker needs, for the process that workers are forked from to import once."""

import warnings
from contextlib import suppress

from planctl.report.typeface import unprintable

# Where the native libraries are missing, each worker says so by itself, in an error that is shown.
with suppress(OSError), warnings.catch_warnings():
    warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
    import weasyprint  # noqa: F401 - for those who come after

unprintable("")
