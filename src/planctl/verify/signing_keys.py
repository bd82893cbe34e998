"""The key and the certificate that a report is signed with, out of their files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_private_key,
    load_pem_private_key,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from cryptography.x509 import Certificate

from planctl.errors import PlanctlError
from planctl.source import file_bytes
from planctl.verify.certificates import (
    UnusableCertificateError,
    certificates_in,
    is_ahead,
    is_over,
    may_sign,
    named,
)

_SHORTEST: Final = 2048
"""Bits of an RSA key; shorter ones can be broken."""
Passphrase = Callable[[Path], str]
"""Gives the passphrase of the file, asked for only where the file is locked."""


class UnusableKeyError(PlanctlError):
    """A key that cannot be used, or that is not the one of the certificate."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A key that signs, its certificate, and those between that and a root."""

    key: RSAPrivateKey | EllipticCurvePrivateKey = field(repr=False)
    certificate: Certificate
    chain: tuple[Certificate, ...] = ()

    @property
    def name(self) -> str:
        """Whom the certificate names."""
        return named(self.certificate.subject)

    @property
    def issuer(self) -> str:
        """Who gave the certificate out."""
        return named(self.certificate.issuer)


def identity_in_p12(path: Path, ask: Passphrase) -> Identity:
    """What a PKCS #12 file holds. Raises UnusableKeyError, UnusableCertificateError."""
    content = file_bytes(path)
    try:
        found = load_pkcs12(content, None)
    except (ValueError, TypeError):
        try:
            found = load_pkcs12(content, ask(path).encode())
        except (ValueError, UnsupportedAlgorithm) as error:
            raise UnusableKeyError(
                f"{path} cannot be opened: the passphrase is not the one of this file, or it is no "
                "PKCS #12 file."
            ) from error
    if found.key is None or found.cert is None:
        lacking = "key" if found.key is None else "certificate that belongs to its key"
        raise UnusableKeyError(f"{path} holds no {lacking}. Export both into one file.")
    others = tuple(one.certificate for one in found.additional_certs)
    return _usable(Identity(_signing(found.key, path), found.cert.certificate, others))


def identity_in_pem(key: Path, certificate: Path, chain: Path | None, ask: Passphrase) -> Identity:
    """What files of their own hold. Raises UnusableKeyError, UnusableCertificateError."""
    first, *rest = certificates_in(certificate)
    others = certificates_in(chain) if chain else ()
    found = Identity(_signing(_key(key, ask), key), first, (*rest, *others))
    if _public(found.key) != _public(first):
        raise UnusableKeyError(
            f"{key} is not the key of {certificate}, which is of {found.name}: signatures made "
            "with it would not hold. Name the two that belong together."
        )
    return _usable(found)


def _key(path: Path, ask: Passphrase) -> object:
    content = file_bytes(path)
    load = load_pem_private_key if b"-----BEGIN" in content else load_der_private_key
    try:
        return load(content, None)
    except TypeError:
        # So says the library of a key that is locked.
        pass
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnusableKeyError(
            f"{path} holds no private key that can be read. Name a PEM file: it begins with "
            "-----BEGIN PRIVATE KEY-----, or BEGIN ENCRYPTED PRIVATE KEY."
        ) from error
    try:
        return load(content, ask(path).encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnusableKeyError(
            f"{path} cannot be opened: the passphrase is not the one of this file."
        ) from error


def _signing(key: object, path: Path) -> RSAPrivateKey | EllipticCurvePrivateKey:
    if isinstance(key, RSAPrivateKey) and key.key_size < _SHORTEST:
        raise UnusableKeyError(
            f"{path} holds an RSA key of {key.key_size} bits, which is too short to be relied on. "
            f"Sign with one of {_SHORTEST} bits or more."
        )
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise UnusableKeyError(
            f"{path} holds a key of a sort that many programs cannot check. Sign with an RSA or "
            "EC key."
        )
    return key


def _public(holder: RSAPrivateKey | EllipticCurvePrivateKey | Certificate) -> bytes:
    return holder.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _usable(found: Identity) -> Identity:
    """The same, if a signature with it can hold. Raises UnusableCertificateError."""
    certificate, whose = found.certificate, f"The certificate of {found.name}"
    if is_over(certificate):
        ended = certificate.not_valid_after_utc
        raise UnusableCertificateError(
            f"{whose} ended on {ended:%d %B %Y}. Sign with one that is valid."
        )
    if is_ahead(certificate):
        begins = certificate.not_valid_before_utc
        raise UnusableCertificateError(
            f"{whose} is valid from {begins:%d %B %Y} only. Sign with one that is valid now."
        )
    if not may_sign(certificate):
        raise UnusableCertificateError(
            f"{whose} says that it is not for signatures. Sign with one that is."
        )
    return found
