"""What a command would replace: nothing that is there, unless --force says so."""

import os
from collections.abc import Iterable
from pathlib import Path

from planctl.errors import ThereAlreadyError


def must_be_free(paths: Iterable[Path]) -> None:
    """Raises ThereAlreadyError for the first that is there, be it a link that leads nowhere."""
    for path in paths:
        if os.path.lexists(path):
            raise ThereAlreadyError(path)
