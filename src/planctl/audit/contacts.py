"""E-mail addresses and telephone numbers in texts."""

import re
from typing import Final

CONTACTS_REMOVED: Final = "[contact details removed]"
"""What stands in their place."""

# The part before the sign is bounded, or a long word without one would be tried from each letter.
_E_MAIL: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_GAP: Final = r"[\s().\u2010\u2011\u2013-]{0,2}"
_DAY: Final = r"\d\d[. -]\d\d[. -]\d{4}(?!\d)"
_TELEPHONE: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?!{_DAY})"
    rf"(?:(?:\+|00)44{_GAP}(?:\(0\){_GAP})?|\(?0)[1-35-9](?:{_GAP}\d){{8,9}}(?!\w)"
)
"""National numbers of the United Kingdom: ten or eleven digits that begin with 0, or with +44."""


def without_contacts(text: str) -> tuple[str, int]:
    """The text with each address and number replaced, and how many they were."""
    text, addresses = _E_MAIL.subn(CONTACTS_REMOVED, text)
    text, numbers = _TELEPHONE.subn(CONTACTS_REMOVED, text)
    return text, addresses + numbers
