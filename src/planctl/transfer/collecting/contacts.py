"""Addresses for mail merge, which stay out of plans and of git; and the list of forms."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from planctl.errors import PlanctlError, UnreadableError
from planctl.transfer.collecting.asked import Form, Respondent
from planctl.transfer.collecting.cover import Wishes, plans_of
from planctl.transfer.writing.csv_file import guarded

CONTACTS: Final = "contacts.csv"
_BOM: Final = "\ufeff"
_HEADINGS: Final = (
    "file", "party", "respondent", "name", "email", "plans", "terms", "actions",
    "for_information", "by", "to",
)  # fmt: skip


class ContactsError(PlanctlError):
    """A file of contacts that cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} {reason}. Its columns are party, email and name.")


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is written to for a party."""

    email: str = ""
    name: str = ""


def contacts_in(folder: Path) -> Mapping[str, Contact]:
    """The contacts by party in small letters; none where there is no such file.

    Raises UnreadableError, ContactsError.
    """
    path = folder / CONTACTS
    if not path.exists():
        return {}
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableError(path, (error.strerror or "it cannot be opened").lower()) from error
    except UnicodeDecodeError as error:
        raise ContactsError(path, "is not UTF-8") from error
    found = csv.DictReader(StringIO(text, newline=""), delimiter=_delimiter(text))
    if "party" not in (found.fieldnames or ()):
        raise ContactsError(path, "has no column called party")
    return {
        (row["party"] or "").strip().casefold(): Contact(
            (row.get("email") or "").strip(), (row.get("name") or "").strip()
        )
        for row in found
        if (row["party"] or "").strip()
    }


def contact_of(person: Respondent, contacts: Mapping[str, Contact]) -> Contact:
    """The contact by the party's id or name."""
    by_id = contacts.get(person.id.casefold())
    return by_id or contacts.get(person.name.casefold()) or Contact()


def as_index(forms: Sequence[tuple[str, Form]], wishes: Wishes, folder: Path) -> bytes:
    """One row for each form, for mail merge; `folder` is where the contacts are."""
    contacts = contacts_in(folder)
    rows = [_row(name, form, wishes, contact_of(form.respondent, contacts)) for name, form in forms]
    return as_csv((_HEADINGS, *rows))


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows in UTF-8 with a mark, as Excel wants it; no cell can act as a formula."""
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    for row in rows:
        write(map(guarded, row))
    return (_BOM + out.getvalue()).encode()


def _row(name: str, form: Form, wishes: Wishes, contact: Contact) -> tuple[str, ...]:
    terms = dict.fromkeys(str(one.term) for one in (*form.asked, *form.informed))
    titles = (plan.title for plan in plans_of(form))
    return (
        name, form.respondent.id, form.respondent.name, contact.name, contact.email,
        "; ".join(titles), "; ".join(terms), str(len(form.asked)), str(len(form.informed)),
        wishes.by, wishes.to,
    )  # fmt: skip


def _delimiter(text: str) -> str:
    """What parts the columns: Excel writes a semicolon where the comma is in numbers."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count) if first else ","
