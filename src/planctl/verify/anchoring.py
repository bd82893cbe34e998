"""Who else than the report itself speaks for its source: a repository that holds it, or a seal."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from planctl.audit import edition_for
from planctl.audit.elsewhere import Elsewhere
from planctl.audit.manifest import Manifest, PlanRecord, SourceRecord
from planctl.errors import PlanctlError
from planctl.gitio import GitMissingError, History, history_at
from planctl.loading import load_plan, load_programme
from planctl.model import within
from planctl.printing.assembling import edition_content
from planctl.printing.carried import Carried
from planctl.printing.press import reader_of
from planctl.report.request import Audience
from planctl.source import read
from planctl.verify.declared_again import declared_in
from planctl.verify.verdict import Anchor, Check, failed, not_checked, passed

NAME = "repository"


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What the report is anchored to, and what was found on the way."""

    anchor: Anchor = Anchor.NONE
    checks: tuple[Check, ...] = ()


def anchored_in(folder: Path, carried: Carried, *, is_asked: bool) -> Anchoring:
    """Whether the repository that the folder is in holds the sources; `is_asked` if it should.

    Raises GitMissingError where it was asked for and there is none.
    """
    manifest = carried.manifest
    try:
        history = history_at(folder, ("HEAD",))
    except GitMissingError:
        if is_asked:
            raise
        return Anchoring()
    missing = [source for source in manifest.sources if source.commit is None]
    if missing:
        return Anchoring(checks=(not_checked(NAME, _uncommitted(missing)),))
    absent = [source for source in manifest.sources if not _is_held(source, history)]
    if absent:
        names = ", ".join(source.name for source in absent)
        said = f"The repository at {history.top} does not hold {names} as the report has it."
        return Anchoring(checks=(not_checked(NAME, said),) if is_asked else ())
    blobs = history.repository.blobs(source.blob or "" for source in manifest.sources)
    wrong = list(_unlike(carried, blobs))
    if wrong:
        return Anchoring(checks=(failed(NAME, " ".join(wrong)),))
    return Anchoring(Anchor.REPOSITORY, (passed(NAME, _told(manifest, history)),))


def _uncommitted(sources: list[SourceRecord]) -> str:
    names = ", ".join(source.name for source in sources)
    return f"{names}: by the report's own record, not as committed when it was made."


def _is_held(source: SourceRecord, history: History) -> bool:
    """Whether a commit of the history holds the file, and was not only slipped in beside it."""
    head = history.commits[0] if history.commits else None
    if head is None or source.commit is None or source.blob is None:
        return False
    asked = ("merge-base", "--is-ancestor", source.commit, head)
    answer = history.run(asked, history.top, b"")
    if answer is None or answer.code != 0:
        return False
    held = history.files(source.commit)
    return any(
        blob == source.blob and (path == source.name or path.endswith(f"/{source.name}"))
        for path, blob in held.items()
    )


def _unlike(carried: Carried, blobs: Mapping[str, bytes]) -> Iterator[str]:
    """Where the repository's files are not those that the report was made from."""
    manifest = carried.manifest
    contents = {source.name: blobs.get(source.blob or "") for source in manifest.sources}
    for source in manifest.sources:
        content = contents[source.name]
        if content is None or hashlib.sha256(content).hexdigest() != source.sha256:
            yield f"{source.name} in the repository has not the SHA-256 that the report gives it."
            return
    if manifest.edition is not None:
        elsewhere = declared_in(manifest, contents)
        for one in manifest.plans:
            others = [file for file in elsewhere if file.file != one.source]
            if _edition(one, contents, manifest, others) != carried.files.get(one.source):
                yield (
                    f"{one.source} inside the report is not what taking out gives for its readers, "
                    "done again from the repository's file."
                )


def _edition(
    one: PlanRecord,
    contents: Mapping[str, bytes | None],
    manifest: Manifest,
    elsewhere: Iterable[Elsewhere],
) -> bytes | None:
    """The edition made again from the whole source; None where that does not load."""
    shared = contents.get(one.programme) if one.programme else None
    try:
        programme = load_programme(read(shared, "programme")).record if shared else None
        loaded = load_plan(read(contents[one.source] or b"", one.source), one.id, programme)
        audience = Audience(manifest.audience)
    except (PlanctlError, ValueError, KeyError):
        return None
    if loaded.record is None:
        return None
    whole = within(loaded.record, programme)
    return edition_content(edition_for(whole, reader_of(audience), elsewhere=elsewhere).plan)


def _told(manifest: Manifest, history: History) -> str:
    commits = dict.fromkeys((source.commit or "")[:7] for source in manifest.sources)
    done = "" if manifest.edition is None else " What was taken out for its readers is the same."
    return f"Its source is in the repository at {history.top}, commit {', '.join(commits)}.{done}"
