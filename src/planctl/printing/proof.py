"""A report with its proof: printed from what it carries, with the check code on every page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.audit.assurance_told import ASSURANCE
from planctl.audit.manifest import MANIFEST
from planctl.printing.abroad_carried import ABROAD
from planctl.printing.carried import TEMPLATES, THEME, Carried, UnusableSourceError
from planctl.printing.embedding import with_files
from planctl.printing.head_carried import HEAD
from planctl.printing.told import CHANGES, FINDINGS
from planctl.report import ReportContext, build_context, render_html, render_pdf
from planctl.report.attachments import Attachment
from planctl.report.front import Fact
from planctl.report.programme_context import (
    ProgrammeContext,
    build_programme_context,
    render_programme_html,
)
from planctl.report.words import ENGLISH

_DESCRIPTIONS: Final = MappingProxyType({
    MANIFEST: "How this report was made",
    FINDINGS: "What the checks found",
    CHANGES: "What had changed since the last report",
    HEAD: "What the report is called, and of which plans it is made",
    THEME: "The look of the organisation's own",
    ASSURANCE: "How far the report can be relied on",
    ABROAD: "Actions of other plans that this one names",
})  # fmt: skip
NO_BREAK: Final = "\N{NON-BREAKING HYPHEN}"
"""Keeps a check code on one line at the foot of a page."""
_OWN_TEMPLATE: Final = "A template of the organisation's own"
_WHOLE: Final = "A file that this report was made from, byte for byte"
_EDITION: Final = "The plan as the readers of this report may see it"


AnyContext = ReportContext | ProgrammeContext


@dataclass(frozen=True, slots=True)
class Proven:
    """A report, ready to be written: what it carries, and its page without that."""

    carried: Carried
    page: str
    folders: tuple[Path, ...] = ()

    def html(self) -> bytes:
        """The report as HTML."""
        return with_files(self.page, self.attachments()).encode()

    def pdf(self) -> bytes:
        """The report as PDF. Raises what `render_pdf` does."""
        return render_pdf(self.page, self.folders, self.attachments())

    def attachments(self) -> tuple[Attachment, ...]:
        """What travels in the report, in order of names."""
        manifest = self.carried.manifest
        is_whole = manifest.edition is None
        files = [
            Attachment(
                one.name,
                self.carried.files[one.name],
                one.mime,
                one.relationship,
                _description(one.name, is_whole=is_whole),
            )
            for one in manifest.files
        ]
        about = _DESCRIPTIONS[MANIFEST]
        whole = Attachment(MANIFEST, manifest.content, "application/json", "Data", about)
        return tuple(sorted((*files, whole), key=lambda one: one.name))


def printed(
    carried: Carried, folders: tuple[Path, ...] = (), context: AnyContext | None = None
) -> Proven:
    """The report that comes of what is carried. `folders` hold the own templates.

    `context` is what `context_of` gives for it, where that is known already.
    Raises UnusableSourceError, RenderError.
    """
    whole = coded(context or context_of(carried), carried.manifest.check_code)
    return Proven(carried, page_of(whole, folders), folders)


@contextmanager
def printed_again(carried: Carried) -> Iterator[Proven]:
    """The same with the own templates that are carried themselves, while the context is open."""
    with carried.templates() as folders:
        yield printed(carried, folders)


def context_of(carried: Carried) -> AnyContext:
    """What the templates are given, without the check code. Raises UnusableSourceError."""
    if carried.is_programme:
        return build_programme_context(*carried.programme_given())
    given = carried.given()
    if len(given) != 1:
        raise UnusableSourceError(MANIFEST, "it names no plan, or several")
    return build_context(*given[0])


def page_of(context: AnyContext, folders: tuple[Path, ...]) -> str:
    """The page that the templates give. Raises RenderError."""
    if isinstance(context, ProgrammeContext):
        return render_programme_html(context, folders)
    return render_html(context, folders)


def coded(context: AnyContext, code: str) -> AnyContext:
    """The context with the check code at the foot of each page and among the facts of the first."""
    say: Callable[..., str] = ENGLISH.say
    whole = code.replace("-", NO_BREAK)
    foot = replace(context.foot, text=say("foot_check", foot=context.foot.text, code=whole))
    fact = Fact("check", say("check_code"), say("how_to_verify", code=code))
    if isinstance(context, ProgrammeContext):
        front = replace(context.front, facts=(fact, *context.front.facts))
        return replace(context, foot=foot, front=front)
    first = replace(context.front, facts=(fact, *context.front.facts))
    return replace(context, foot=foot, front=first)


def _description(name: str, *, is_whole: bool) -> str:
    if name.startswith(TEMPLATES):
        return _OWN_TEMPLATE
    return _DESCRIPTIONS.get(name, _WHOLE if is_whole else _EDITION)
