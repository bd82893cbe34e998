"""`planctl` and `python -m planctl`: answers --version itself, then hands over to the commands."""

import sys

from planctl import __version__


def main() -> None:
    """Runs the command line; the version is told without importing what commands need."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"planctl {__version__}")  # noqa: T201 - what the user asked for
        return
    try:
        from planctl.cli.app import run  # noqa: PLC0415 - typer is not needed for the version

        run()
    except KeyboardInterrupt:
        # The commands give this code themselves; here it came before they were loaded.
        sys.exit(130)


if __name__ == "__main__":
    main()
