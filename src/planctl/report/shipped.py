"""Where the shipped templates and fonts lie."""

from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).parents[1] / "templates"

SHIPPED: Final = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[3] / "templates"
"""Inside the package when it was installed, else the checkout's own folder."""
