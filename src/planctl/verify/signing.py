"""Signs a PDF: what was there stays, byte for byte, and the signature is added behind it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate as PlainCertificate
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    InvisSigSettings,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from planctl.verify.signing_keys import Identity

_FIELD: Final = "Signature"
_UNSEEN: Final = InvisSigSettings(
    set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True
)
"""PDF/A wants each field printed and none hidden, PDF/UA each tagged: one off the page is both."""


@dataclass(frozen=True, slots=True)
class Signing:
    """For whom somebody signs, and why; either may be left out."""

    role: str = ""
    reason: str = ""

    @property
    def text(self) -> str:
        """Both, as the signature holds them."""
        return ": ".join(part for part in (self.role, self.reason) if part)


def signed(content: bytes, identity: Identity, signing: Signing) -> bytes:
    """The PDF with the signature behind it, as PAdES at its basic level."""
    writer = _Increment(BytesIO(content))
    number = 1 + sum(1 for _ in enumerate_sig_fields(writer))
    name = f"{_FIELD}{number}"
    what = f"Signature of {identity.name}"
    append_signature_field(
        writer,
        SigFieldSpec(
            name,
            invis_sig_settings=_UNSEEN,
            readable_field_name=f"{what}, {signing.role}" if signing.role else what,
        ),
    )
    about = PdfSignatureMetadata(
        field_name=name,
        md_algorithm="sha256",
        name=identity.name,
        reason=signing.text or None,
        subfilter=SigSeedSubFilter.PADES,
    )
    out = BytesIO()
    PdfSigner(about, _signer(identity)).sign_pdf(writer, output=out)
    return out.getvalue()


class _Increment(IncrementalPdfFileWriter):
    """What is added behind a PDF, without a word on who wrote the file last, and when."""

    def _update_meta(self) -> None:
        """Leaves the metadata alone: written anew they would no longer be those of PDF/A."""


def _signer(identity: Identity) -> SimpleSigner:
    private = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    registry: Any = SimpleCertificateStore
    return SimpleSigner(
        signing_cert=_plain(identity.certificate),
        signing_key=PrivateKeyInfo.load(private),
        cert_registry=registry.from_certs(map(_plain, identity.chain)),
    )


def _plain(certificate: Certificate) -> PlainCertificate:
    return PlainCertificate.load(certificate.public_bytes(Encoding.DER))
