"""What is there to look things up: parties, words, documents, the plan's own fields."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from planctl.model import Document, DocumentRole, OwnField, Party
from planctl.model.plain import plain as plain_values
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import date_range, long_date
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out

_PRINTED_FROM_THE_PLAN: Final = frozenset({DocumentRole.ANNUAL_DELIVERY_PLAN})


def parties_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Those that the plan speaks of, with kind and organisation."""
    words, parties = report.words, report.plan.parties
    if not parties:
        return None
    table = Table(
        key="parties",
        caption=numbers.caption(words.say("annex_parties_caption")),
        columns=shared_out([
            ("name", words.say("annex_party"), 62),
            ("sort", words.say("annex_kind"), 22),
            ("organisation", words.say("annex_organisation"), 42),
            ("also", words.say("annex_also"), 48),
        ]),
        groups=(RowGroup(tuple(_party_row(party, report) for party in parties)),),
    )  # fmt: skip
    return Section("parties", words.say("annex_parties"), table=table)


def glossary_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The glossary's words that the plan uses, spelt out; then those that it does not use."""
    del numbers
    words, glossary = report.words, report.plan.glossary
    if not glossary:
        return None
    text = _all_text(report)
    used = [word for word in glossary if _occurs(word, text)]
    unused = [word for word in glossary if word not in used]
    lines = [Line(words.count("annex_words_used", len(glossary), n=len(used), of=len(glossary)))]
    lines += [Line(glossary[word], word) for word in sorted(used, key=str.casefold)]
    if unused:
        others = "; ".join(
            words.say("annex_word", word=word, meaning=glossary[word])
            for word in sorted(unused, key=str.casefold)
        )
        lines.append(Line(others, words.say("annex_unused"), "small"))
    return Section("glossary", words.say("annex_glossary"), tuple(lines))


def documents_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The documents that the plan promises or rests on, and for which of them a place is named."""
    words, documents = report.words, report.plan.documents
    if not documents:
        return None
    placed = sum(one.locator is not None for one in documents)
    said = words.count("annex_documents_placed", len(documents), n=placed, of=len(documents))
    table = Table(
        key="documents",
        caption=numbers.caption(words.say("annex_documents_caption")),
        columns=shared_out([
            ("title", words.say("annex_document"), 64),
            ("role", words.say("annex_role"), 36),
            ("expected", words.say("annex_expected"), 18),
            ("place", words.say("annex_place"), 56),
        ]),
        groups=(RowGroup(tuple(_document_row(one, report) for one in documents)),),
    )  # fmt: skip
    return Section("documents", words.say("annex_documents"), (Line(said),), table=table)


def fields_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The fields that the plan adds to those of the format; their values stand with the rest."""
    words, fields = report.words, report.plan.fields
    if not fields:
        return None
    table = Table(
        key="own-fields",
        caption=numbers.caption(words.say("annex_fields_caption")),
        columns=shared_out([
            ("name", words.say("annex_field"), 60),
            ("for", words.say("annex_for"), 34),
            ("type", words.say("annex_type"), 30),
            ("choices", words.say("annex_choices"), 50),
        ]),
        groups=(RowGroup(tuple(_field_row(one, report) for one in fields)),),
    )  # fmt: skip
    return Section("own-fields", words.say("annex_fields"), table=table)


def _party_row(party: Party, report: Occasion) -> TableRow:
    words = report.words
    name = [Line(party.name)]
    if party.from_:
        name.append(Line(long_date(party.from_, words), words.say("annex_from"), "note"))
    if party.to:
        name.append(Line(long_date(party.to, words), words.say("annex_to"), "note"))
    if party.public_label:
        name.append(Line(party.public_label, words.say("annex_public_label"), "note"))
    return TableRow((
        Cell(tuple(name)),
        plain(words.say(f"annex_party_{party.kind.value}") if party.kind else ""),
        plain(report.party(party.organisation) if party.organisation else ""),
        plain(", ".join(party.aliases)),
    ))  # fmt: skip


def _document_row(one: Document, report: Occasion) -> TableRow:
    words = report.words
    name = [Line(one.title or one.id)]
    if one.title:
        name.append(Line(one.id, kind="note"))
    if one.version:
        name.append(Line(one.version, words.say("annex_version"), "note"))
    if one.period:
        name.append(Line(date_range(one.period.from_, one.period.to, words), kind="note"))
    if one.locator:
        place = plain(one.locator)
    elif one.role in _PRINTED_FROM_THE_PLAN:
        place = plain(words.say("annex_printed"))
    else:
        place = plain(words.say("annex_no_place"), kind="gap")
    return TableRow((
        Cell(tuple(name)),
        plain(words.say(f"annex_role_{one.role.value}")),
        plain(f"{one.expected:,}"),
        place,
    ))  # fmt: skip


def _field_row(one: OwnField, report: Occasion) -> TableRow:
    words = report.words
    name = [Line(one.title or one.name)]
    if one.title:
        name.append(Line(one.name, kind="note"))
    kind = words.say(f"annex_type_{one.type.value}")
    needed = words.say("annex_required", type=kind) if one.required else kind
    return TableRow((
        Cell(tuple(name)),
        plain(words.say(f"annex_of_{one.for_.value}")),
        plain(needed),
        plain(", ".join(one.choices)),
    ))  # fmt: skip


def _all_text(report: Occasion) -> str:
    """All that the plan says, without its glossary."""
    return "\n".join(_texts({**plain_values(report.plan), "glossary": {}}))


def _texts(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for value in found.values():
            yield from _texts(value)
    elif isinstance(found, list):
        for entry in found:
            yield from _texts(entry)


def _occurs(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
