"""Files that plans name as evidence: whether they are there, and what their bytes are."""

import hashlib
import os
from pathlib import Path


def digest_within(root: Path, locator: str) -> str | None:
    """The SHA-256 of a file of the workspace, in hexadecimal digits; None when it is not there.

    What lies outside the workspace is not looked at: it counts as absent.
    """
    path = Path(os.path.realpath(root / locator))
    if not path.is_relative_to(os.path.realpath(root)) or not os.path.isfile(path):  # noqa: PTH113 - the method raises where a folder may not be searched
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
