"""The library for signatures, which is an extra."""

from importlib import import_module

from planctl.errors import MissingLibraryError


def need_signing() -> None:
    """Raises MissingLibraryError where the extra `sign` is not installed."""
    try:
        import_module("pyhanko.sign.signers")
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"Signatures need {error.name}, which is not installed. "
            "Install it with: python -m pip install 'planctl[sign]'"
        ) from error
