"""What a plan means, in one spelling, and the hashes over it."""

from planctl.fingerprint.canonical import canonical, fingerprint
from planctl.fingerprint.codes import NoCheckCodeError, check_code, code_read
from planctl.fingerprint.parts import agreed, progress

__all__ = [
    "NoCheckCodeError",
    "agreed",
    "canonical",
    "check_code",
    "code_read",
    "fingerprint",
    "progress",
]
