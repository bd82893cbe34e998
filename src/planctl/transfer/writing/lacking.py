"""The libraries for Word and Excel, which are an extra."""

from importlib import import_module
from typing import Any

from planctl.errors import MissingLibraryError


def office(module: str) -> Any:
    """The module. Raises MissingLibraryError where the extra `office` is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"Word and Excel files need {error.name}, which is not installed. "
            "Install it with: python -m pip install 'planctl[office]'"
        ) from error
