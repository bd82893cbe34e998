"""A certification office that lives as long as a test: its root, and those whom it vouches for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PASSPHRASE = "only in tests"  # noqa: S105 - opens keys that a test has made
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Member:
    """A key, and the certificate that names its holder."""

    key: Any
    certificate: x509.Certificate

    @property
    def certificate_pem(self):
        return self.certificate.public_bytes(Encoding.PEM)

    def key_pem(self, passphrase=""):
        locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)

    def p12(self, passphrase="", others=()):
        locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        return pkcs12.serialize_key_and_certificates(
            b"signer", self.key, self.certificate, others, locked
        )


class Office:
    """Gives out certificates that its root vouches for."""

    def __init__(self, name="Sample Council Root"):
        key = ec.generate_private_key(ec.SECP256R1())
        self.root = Member(key, _certificate(name, key, None, for_others=True))

    def member(self, name="Chair of the Board", key=None, **how):
        key = key or ec.generate_private_key(ec.SECP256R1())
        return Member(key, _certificate(name, key, self.root, **how))


def rsa_key(bits=2048):
    return rsa.generate_private_key(65537, bits)


def _certificate(name, key, issuer, *, for_others=False, days=(-400, 300), signs=True):  # noqa: PLR0913
    now = datetime.now(UTC)
    own = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sample Council"),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ])  # fmt: skip
    usage = x509.KeyUsage(
        digital_signature=signs and not for_others, content_commitment=signs and not for_others,
        key_encipherment=not signs, data_encipherment=False, key_agreement=False,
        key_cert_sign=for_others, crl_sign=for_others, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    begun = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer.certificate.subject if issuer else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca=for_others, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(usage, critical=True)
    )
    return begun.sign(issuer.key if issuer else key, hashes.SHA256())
