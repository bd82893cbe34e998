"""A document to a plan: read, mapped, made, and held against what it was made from."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from planctl import __version__
from planctl.errors import UnreadableError
from planctl.loading import Loaded, load_plan
from planctl.model import Party, Period, Plan, Programme
from planctl.source import Document
from planctl.transfer.ledger import Account
from planctl.transfer.making.draft import Draft, plan_id_for
from planctl.transfer.making.owners import Known
from planctl.transfer.making.plan_file import Named, Origin, document_of
from planctl.transfer.making.tables import Reading, take_papers
from planctl.transfer.mapping.borne import Borne
from planctl.transfer.mapping.columns import Choice, Doubt
from planctl.transfer.mapping.wishes import Wishes
from planctl.transfer.reading.open_file import papers_in


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a document is to be imported.

    `track` is accept or reject; `term` the period of ratings whose column names none. `parties`
    are those that owners are held against; the programme's need not be repeated in the plan.
    """

    wishes: Wishes = field(default_factory=dict)
    parties: tuple[Party, ...] = ()
    programme: Programme | None = None
    track: str = ""
    term: Period | None = None
    plan_id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document.

    `doubts` are columns that nothing settles, `untold` those that lack a term, `undated` targets
    that lack a period, `unlabelled` the labels
    without a field, `left` the tables that are none of actions. `borne` are the headings.
    """

    path: Path
    loaded: Loaded[Plan]
    account: Account
    choices: tuple[Choice, ...]
    doubts: tuple[Doubt, ...]
    untold: tuple[str, ...]
    undated: tuple[str, ...]
    unlabelled: tuple[str, ...]
    left: tuple[str, ...]
    warnings: tuple[str, ...]
    borne: Borne

    @property
    def document(self) -> Document:
        """The plan's file."""
        return self.loaded.document

    @property
    def is_complete(self) -> bool:
        """Whether all of the document went into the plan or falls under a rule."""
        left = self.account.unmapped or self.account.unread
        return self.has_actions and not (self.doubts or self.untold or left)

    @property
    def has_actions(self) -> bool:
        """Whether any row of the document became an action."""
        plan = self.loaded.record
        return plan is None or any(theme.actions for theme in plan.themes)


def imported(path: Path, wanted: Wanted) -> Imported:
    """The plan that the document holds, with the account of its text.

    Raises UnreadableError, RefusedFileError, TrackedChangesError, UnknownFormatError,
    MissingLibraryError.
    """
    content = _bytes(path)
    papers = papers_in(path, content, wanted.track)
    shared = wanted.programme.parties if wanted.programme else ()
    draft = Draft(papers.ledger, Known.of((*shared, *wanted.parties)), wanted.term)
    reading = take_papers(draft, papers, wanted.wishes)
    printed = str(draft.head.get("title") or draft.source.get("title") or "")
    named = Named(wanted.plan_id or plan_id_for(path, wanted.title or printed), wanted.title,
                  frozenset(party.id for party in shared))  # fmt: skip
    digest = hashlib.sha256(content).hexdigest()
    origin = Origin(path.name, digest, f"planctl {__version__}", _map_used(reading))
    loaded = load_plan(document_of(draft, named, origin), named.id, wanted.programme)
    account = papers.ledger.account(papers.visible)
    columns = [choice.column for choice in reading.choices]
    columns += [doubt.column for doubt in reading.doubts]
    borne = Borne.of(papers, columns, wanted.wishes)
    return _result(path, loaded, account, (reading, draft, papers.warnings, borne))


def _result(
    path: Path, loaded: Loaded[Plan], account: Account,
    found: tuple[Reading, Draft, Iterable[str], Borne],
) -> Imported:  # fmt: skip
    reading, draft, warnings, borne = found
    counted = (f"{text} ({count})" if count > 1 else text for text, count in draft.warnings.items())
    return Imported(
        path, loaded, account, tuple(reading.choices), tuple(reading.doubts),
        tuple(dict.fromkeys(draft.untold)), tuple(dict.fromkeys(draft.undated)),
        tuple(draft.unlabelled), tuple(reading.left),
        (*warnings, *counted), borne,
    )  # fmt: skip


def _map_used(reading: Reading) -> str:
    """How the columns were read, as `--map` would say it."""
    said = (f"{choice.column.heading}={choice.field} {choice.period or ''}".strip()
            for choice in reading.choices)  # fmt: skip
    return "; ".join(dict.fromkeys(said))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(path, (error.strerror or "unknown").lower()) from error
