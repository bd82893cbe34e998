"""Each signature on a PDF: by whom, whether it holds, what it covers, who vouches for them."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final

from asn1crypto.x509 import Certificate as PlainCertificate
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from planctl.verify.certificates import certificates_in, is_over, named
from planctl.verify.increments import adds_signatures_alone, is_plain_form
from planctl.verify.opened import DamagedReportError, Opened
from planctl.verify.pdf_files import opened_pdf
from planctl.verify.signatures_told import Facts, Trust, told
from planctl.verify.verdict import Signature

_USES: Final = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})
_WRONG: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, NotImplementedError,
    OSError, PdfError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What comes out of the library for files that are not in order."""
_MORE: Final = "Behind the report more was added than signatures."
_SHOWN: Final = (
    "A signature shows something on a page, which is no part of the report. Sign with planctl "
    "sign, which shows nothing."
)
_OTHER: Final = "It bears a signature of a sort that planctl does not know."
_UNREADABLE: Final = "A signature on it cannot be read: it is damaged."
Held = tuple[Opened | None, tuple[Signature, ...], str, int]
"""The report before the first signature, the signatures, what else is wrong, and how many bytes
the last signature covers that is as it was given."""


def held(content: bytes, roots: Sequence[Path]) -> Held:
    """What is found on the PDF. Raises UnusableCertificateError for a root that is none."""
    trusted = tuple(
        PlainCertificate.load(one.public_bytes(Encoding.DER))
        for path in roots
        for one in certificates_in(path)
    )
    with _silence():
        try:
            return _held(content, trusted)
        except (DamagedReportError, *_WRONG):
            return None, (), _UNREADABLE, 0


def _held(content: bytes, trusted: tuple[PlainCertificate, ...]) -> Held:
    reader = PdfFileReader(BytesIO(content))
    every = sorted(reader.embedded_signatures, key=lambda one: one.signed_revision)
    facts = [_facts(one, trusted, may_go_on=one is not every[-1]) for one in every]
    ends = (
        one.byte_range[-2] + one.byte_range[-1]
        for one, of in zip(every, facts, strict=True)
        if of.is_intact
    )
    unsigned = opened_pdf(_unsigned(reader, content))
    return unsigned, tuple(map(told, facts)), _fault(reader, every), max(ends, default=0)


def _unsigned(reader: PdfFileReader, content: bytes) -> bytes:
    """What stood there before anything was added: up to its own end mark, with that line's end."""
    end = content.index(b"%%EOF", reader.xrefs.get_xref_container_info(0).end_location) + 5
    return content[: end + (content[end : end + 1] == b"\n")]


def _fault(reader: PdfFileReader, every: Sequence[EmbeddedPdfSignature]) -> str:
    """What is wrong beside single signatures; nothing where nothing is."""
    if not every:
        return ""
    filled = list(enumerate_sig_fields(reader, filled_status=True))
    if len(filled) != len(every) or any(one.sig_object_type != "/Sig" for one in every):
        return _OTHER
    if not is_plain_form(reader):
        return _SHOWN
    return "" if _is_followed_well(reader, 0) else _MORE


def _is_followed_well(reader: PdfFileReader, revision: int) -> bool:
    """Whether behind that place stands nothing but signatures."""
    later = range(revision + 1, reader.xrefs.total_revisions)
    return all(adds_signatures_alone(reader, one) for one in later)


def _facts(
    one: EmbeddedPdfSignature, trusted: tuple[PlainCertificate, ...], *, may_go_on: bool
) -> Facts:
    certificate = load_der_x509_certificate(one.signer_cert.dump())
    status = asyncio.run(
        async_validate_pdf_signature(
            one,
            ValidationContext(trust_roots=list(trusted), allow_fetching=False),
            key_usage_settings=_USES,
            # What was added later is looked at more closely than the library does.
            skip_diff=True,
        )
    )
    trust = Trust.NOT_ASKED if not trusted else Trust.STRANGER
    if trusted and status.trusted:
        trust = Trust.KNOWN
    elif trusted and is_over(certificate):
        trust = Trust.OVER
    return Facts(
        signer=named(certificate.subject),
        issuer=named(certificate.issuer),
        at=one.self_reported_timestamp,
        reason=str(one.sig_object.get("/Reason", "")),
        is_intact=status.intact,
        is_valid=status.valid,
        is_last=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        is_followed_well=may_go_on
        and status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
        and _is_followed_well(one.reader, one.signed_revision),
        trust=trust,
        until=certificate.not_valid_after_utc.date(),
    )


@contextmanager
def _silence() -> Iterator[None]:
    """Without what the libraries say of files that are not in order."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
