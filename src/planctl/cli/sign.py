"""`planctl sign`: a person's or a body's signature on a report."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planctl.cli.output import note, say
from planctl.errors import (
    ExitCode,
    PathNotFoundError,
    PlanctlError,
    ThereAlreadyError,
    WrongValueError,
)

if TYPE_CHECKING:
    from planctl.verify.signing_keys import Identity

_PASSPHRASE: Final = "PLANCTL_PASSPHRASE"  # noqa: S105 - where it stands, not what it is


class NoPassphraseError(PlanctlError):
    """A file that is locked, and nobody to ask."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is locked with a passphrase. Put that into the environment variable "
            f"{_PASSPHRASE}, or run planctl on a terminal, where it asks."
        )


class NoKeyError(PlanctlError):
    """Nobody said with which key to sign."""

    def __init__(self) -> None:
        super().__init__(
            "To sign, planctl needs a key and its certificate. Give --p12 FILE, which holds both, "
            "or --key PEM and --cert PEM."
        )


class NoPdfError(PlanctlError):
    """A page where a PDF is wanted."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a page of HTML, and only PDFs can be signed. Name the PDF of the same "
            "report; planctl report --format pdf makes one."
        )


class UnsignableError(PlanctlError):
    """A file to which planctl adds no signature."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} was not signed. {reason}")


def sign(  # noqa: PLR0913 - one parameter for each option of the command line
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A report, as PDF.")],
    *,
    p12: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Key and certificate in one file (.p12, .pfx).", show_default=False
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(metavar="PEM", help="The key, in a file of its own.", show_default=False),
    ] = None,
    cert: Annotated[
        Path | None,
        typer.Option(metavar="PEM", help="The certificate of that key.", show_default=False),
    ] = None,
    chain: Annotated[
        Path | None,
        typer.Option(
            metavar="PEM", help="Certificates between that and a root.", show_default=False
        ),
    ] = None,
    role: Annotated[
        str, typer.Option(metavar="TEXT", help="For whom you sign, such as Board or Sponsor.")
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why, such as 'Item 3 of 12 October 2017'.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write it. Default: the report itself."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say who would sign, and write nothing.")
    ] = False,
) -> None:
    """Sign a report's PDF, so that a change to it shows.

    The signature stands behind the report, whose bytes stay as they are: planctl verify still makes
    it again and compares. A report may be signed by several, one after the other. A passphrase is
    asked for on a terminal, or taken from the environment variable PLANCTL_PASSPHRASE. Nothing is
    looked up in a network: the time is that of this machine, and proves nothing.

    \b
    Examples:
      planctl sign report.pdf --p12 chair.p12 --role Board
      planctl sign report.pdf --p12 chair.p12 --reason 'Item 3' -o signed.pdf
      planctl sign report.pdf --key key.pem --cert cert.pem --dry-run
    """
    from planctl.verify.signing_library import need_signing  # noqa: PLC0415 - not for help

    need_signing()
    if not report.exists():
        raise PathNotFoundError(report)
    if output is not None and output.exists() and not output.samefile(report):
        raise ThereAlreadyError(output, "Name another file with -o.")
    content = _signable(report)
    identity = _identity(p12, key, cert, chain)
    target = output or report
    who = f"{identity.name}, by a certificate of {identity.issuer}"
    if dry_run:
        until = identity.certificate.not_valid_after_utc
        _say(f"{report} would be signed by {who}, valid to {until.day} {until:%B %Y}.")
        note("Nothing was written.")
        return
    _write(target, content, identity, (role, reason))
    _say(f"{target} is signed by {who}.")
    note("Its time is the clock of this machine: it is said, and proves nothing.")


def _signable(path: Path) -> bytes:
    """The report's bytes, if it is a whole one. Raises UnsignableError, NoPdfError."""
    from planctl.audit.manifest import MANIFEST  # noqa: PLC0415 - help does not need the model
    from planctl.verify import DamagedReportError, Result, opened  # noqa: PLC0415 - as above
    from planctl.verify.contents import carried_in, content_checks, manifest_of  # noqa: PLC0415
    from planctl.verify.opened import ReportFormat  # noqa: PLC0415 - as above
    from planctl.verify.signatures import signatures_on  # noqa: PLC0415 - as above

    try:
        report = opened(path)
    except DamagedReportError as error:
        raise UnsignableError(path, str(error)) from error
    if report.kind is not ReportFormat.PDF:
        raise NoPdfError(path)
    if MANIFEST not in report.files:
        raise UnsignableError(path, "It is no report of planctl, or has lost its source.")
    manifest, whole = manifest_of(report)
    if manifest is None:
        raise UnsignableError(path, whole.detail)
    for check in content_checks(carried_in(report, manifest)):
        if check.result is Result.FAILED:
            raise UnsignableError(path, check.detail)
    found = signatures_on(report, ())
    if not found.are_sound:
        remedy = "A signature on it does not hold, or something was added behind it: see verify."
        raise UnsignableError(path, remedy)
    return report.content


def _identity(
    p12: Path | None, key: Path | None, cert: Path | None, chain: Path | None
) -> "Identity":
    from planctl.verify.signing_keys import (  # noqa: PLC0415 - needs the extra
        identity_in_p12,
        identity_in_pem,
    )

    if p12 and not (key or cert or chain):
        return identity_in_p12(p12, _passphrase)
    if key and cert and not p12:
        return identity_in_pem(key, cert, chain, _passphrase)
    if not (p12 or key):
        raise NoKeyError
    remedy = "Give either --p12 FILE, or --key PEM and --cert PEM."
    if p12:
        raise WrongValueError("--p12", str(p12), remedy, "holds key and certificate already")
    raise WrongValueError("--key", str(key), remedy, "is not enough to sign with")


def _passphrase(path: Path) -> str:
    """The passphrase of the file. Raises NoPassphraseError."""
    given = os.environ.get(_PASSPHRASE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise NoPassphraseError(path)
    return str(typer.prompt(f"Passphrase of {path}", hide_input=True, err=True))


def _write(target: Path, content: bytes, identity: "Identity", words: tuple[str, str]) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it
    from planctl.verify.signing import Signing, signed  # noqa: PLC0415 - needs the extra

    write_atomic(target, signed(content, identity, Signing(*words)))


def _say(text: str) -> None:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    say(f"{printable(text)}\n")
