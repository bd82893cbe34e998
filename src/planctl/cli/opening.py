"""What was written, opened for the user."""

from pathlib import Path

from planctl.cli.output import note


def open_in_browser(files: tuple[Path, ...]) -> None:
    """Opens the first of the files; where there is no browser, says what to open by hand."""
    import webbrowser  # noqa: PLC0415 - asks the system for its browsers

    for path in files[:1]:
        if not webbrowser.open(path.resolve().as_uri()):
            note(f"There is no browser here to open it with. What was written is {path}.")
