"""What each reader may see of a plan, and what was taken out for them."""

from planctl.audit.contacts import CONTACTS_REMOVED, without_contacts
from planctl.audit.edition import Edition, Reader, edition_for
from planctl.audit.persons import NAMED_OFFICER, TITLED, Persons, is_person, persons_of
from planctl.audit.telling import finding_told

__all__ = [
    "CONTACTS_REMOVED",
    "NAMED_OFFICER",
    "TITLED",
    "Edition",
    "Persons",
    "Reader",
    "edition_for",
    "finding_told",
    "is_person",
    "persons_of",
    "without_contacts",
]
