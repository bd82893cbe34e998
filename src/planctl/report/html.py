"""A report as one self-contained page of HTML."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from planctl.errors import RenderError
from planctl.report.context import ReportContext
from planctl.report.shipped import SHIPPED

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

PRINT_STYLE: Final = "print.css"
"""The style sheet of the PDF alone."""


def render_html(context: ReportContext, templates: tuple[Path, ...] = ()) -> str:
    """The page that the report's template gives, own templates before the shipped ones.

    RenderError when a template is faulty or asks for something that it may not have.
    """
    return rendered("report.html", templates, report=context)


def own_templates(name: str, context: object, templates: tuple[Path, ...]) -> Mapping[str, bytes]:
    """The files of those folders that the template's page and its PDF are made with, by name.

    RenderError as for the report.
    """
    own = tuple(folder for folder in templates if folder.resolve() != SHIPPED.resolve())
    if not own:
        return {}
    opened: dict[str, Path] = {}
    _followed(name, own, {"report": context}, opened)
    found = (_file_within(folder, PRINT_STYLE) for folder in own)
    if style := next(filter(None, found), None):
        opened[PRINT_STYLE] = style
    return {name: _text(path).encode() for name, path in sorted(opened.items())}


def rendered(name: str, templates: tuple[Path, ...], **given: object) -> str:
    """What the template of that name gives, own templates before the shipped ones.

    RenderError as for a report.
    """
    return _followed(name, templates, given, {})


def _followed(
    name: str, templates: tuple[Path, ...], given: Mapping[str, object], opened: dict[str, Path]
) -> str:
    """The same; `opened` is told which own templates were followed."""
    # Importing jinja2 takes several times as long as checking a plan.
    from jinja2 import TemplateError  # noqa: PLC0415

    mistakes = (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
    try:
        return _environment(templates, opened).get_template(name).render(given)
    except mistakes as error:
        raise RenderError(_worded(error, templates)) from error


def template_text(name: str, templates: Sequence[Path] = ()) -> str:
    """The text of a shipped template, or of the first own one of that name."""
    found = (_file_within(folder, name) for folder in (*templates, SHIPPED))
    return _text(next(path for path in found if path))


def _environment(
    templates: Sequence[Path], opened: dict[str, Path]
) -> "ImmutableSandboxedEnvironment":
    from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    def loader(folder: Path) -> FunctionLoader:
        def source(name: str) -> tuple[str, str, None] | None:
            path = _file_within(folder, name)
            if path and folder is not SHIPPED:
                opened.setdefault(name, path)
            return (_text(path), str(path), None) if path else None

        return FunctionLoader(source)

    shipped = loader(SHIPPED)
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*map(loader, templates), shipped, PrefixLoader({"planctl": shipped})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _file_within(folder: Path, name: str) -> Path | None:
    """The file, or None where it is absent or leads out of the folder, by .. or by a link."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RenderError(f"The template {path} cannot be read: {error}.") from error


def _worded(error: Exception, templates: Sequence[Path]) -> str:
    """The mistake, with the last line of a template that was followed before it."""
    folders = [str(folder.resolve()) for folder in (*templates, SHIPPED)]
    reached = [
        f"{frame.filename}, line {frame.lineno}: "
        for frame in extract_tb(error.__traceback__)
        if frame.filename.startswith(tuple(folders))
    ]
    where = reached[-1] if reached else ""
    return f"{where}the template cannot be followed: {str(error).rstrip('.')}."
