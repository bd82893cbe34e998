"""Certificates in files, and whom they name."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography.x509 import (
    Certificate,
    ExtensionNotFound,
    KeyUsage,
    Name,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.oid import NameOID

from planctl.errors import PlanctlError
from planctl.source import file_bytes

_ORGANISATION = NameOID.ORGANIZATION_NAME


class UnusableCertificateError(PlanctlError):
    """A certificate that no signature can rest on, or a file that holds none."""


def certificates_in(path: Path) -> tuple[Certificate, ...]:
    """All certificates of the file. Raises UnusableCertificateError where there is none."""
    content = file_bytes(path)
    try:
        if b"-----BEGIN" in content:
            return tuple(load_pem_x509_certificates(content))
        return (load_der_x509_certificate(content),)
    except ValueError as error:
        raise UnusableCertificateError(
            f"{path} holds no certificate that can be read. Name a PEM file: it begins with "
            "-----BEGIN CERTIFICATE-----."
        ) from error


def named(name: Name) -> str:
    """Whom a certificate names: the person or post, and the organisation."""
    parts = [
        str(one.value)
        for sort in (NameOID.COMMON_NAME, _ORGANISATION)
        for one in name.get_attributes_for_oid(sort)[:1]
    ]
    return ", ".join(dict.fromkeys(parts)) or name.rfc4514_string() or "nobody"


def is_over(certificate: Certificate) -> bool:
    """Whether its time has ended."""
    return certificate.not_valid_after_utc < datetime.now(UTC)


def is_ahead(certificate: Certificate) -> bool:
    """Whether its time has not begun."""
    return certificate.not_valid_before_utc > datetime.now(UTC)


def may_sign(certificate: Certificate) -> bool:
    """Whether it may be used for signatures on documents, as far as it says."""
    try:
        usage = certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment
