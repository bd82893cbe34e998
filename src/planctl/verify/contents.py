"""Whether the files inside a report are those that its record names."""

import hashlib
from collections.abc import Iterator

from planctl.audit.manifest import MANIFEST, DamagedManifestError, Manifest, read_manifest
from planctl.printing.carried import Carried
from planctl.source.lines import Lines
from planctl.verify.opened import Opened
from planctl.verify.verdict import Check, failed, passed

_FILES = "files"


def manifest_of(report: Opened) -> tuple[Manifest | None, Check]:
    """The record of the report's making; None where it cannot be used."""
    try:
        found = read_manifest(report.files[MANIFEST])
    except DamagedManifestError as error:
        return None, failed("manifest", str(error))
    return found, passed("manifest", "The record of its making is whole.")


def carried_in(report: Opened, manifest: Manifest) -> Carried:
    """What the report carries beside its record."""
    return Carried(
        manifest, {name: content for name, content in report.files.items() if name != MANIFEST}
    )


def content_checks(carried: Carried) -> Iterator[Check]:
    """Whether all that the record names is there, nothing else is, and the code fits."""
    wrong = [*_unlike(carried), *_unlike_sources(carried)]
    if wrong:
        yield failed(_FILES, " ".join(wrong))
    else:
        number = len(carried.files)
        yield passed(_FILES, f"The {number} files inside are those that the record names.")
    manifest = carried.manifest
    if manifest.check_code != manifest.code:
        yield failed(
            "check-code",
            f"Its check code is {manifest.check_code or 'missing'}, and its record gives "
            f"{manifest.code}: the record was changed.",
        )
    else:
        yield passed("check-code", f"Its check code is {manifest.check_code}, as its record gives.")


def _unlike(carried: Carried) -> Iterator[str]:
    """What is missing, was changed, or is there and not named."""
    named = {one.name: one for one in carried.manifest.files}
    if len(named) != len(carried.manifest.files):
        yield "The record names a file twice."
    for name, record in named.items():
        content = carried.files.get(name)
        if content is None:
            yield f"{name} is missing."
        elif hashlib.sha256(content).hexdigest() != record.sha256 or len(content) != record.size:
            yield f"{name} is not what the record names: it was changed."
    for name in carried.files:
        if name not in named:
            yield f"{name} is inside, and the record does not name it."


def _unlike_sources(carried: Carried) -> Iterator[str]:
    """Where the record says of a source what the whole file inside does not bear out."""
    if carried.manifest.edition is not None:
        return
    for source in carried.manifest.sources:
        content = carried.files.get(source.name)
        if content is None:
            yield f"{source.name} is a source, and not inside."
        elif hashlib.sha256(content).hexdigest() != source.sha256:
            yield f"{source.name} has not the SHA-256 that the record gives its source."
        elif _lines(content) != source.lines:
            yield f"{source.name} has not the {source.lines} lines that the record gives it."


def _lines(content: bytes) -> int:
    return Lines.of(content.decode("utf-8-sig", "replace")).count
