"""A draft as the text of a plan's file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from planctl.model import Party, Plan, Timeline
from planctl.model.plain import plain
from planctl.source import Document, Layout, Value, read
from planctl.source.emit import after_colon, in_brackets, is_flat, name_of
from planctl.transfer.making.draft import Draft, Fields, short_title

_LAYOUT: Final = Layout(
    exact=frozenset(
        {
            "amount",
            "priority",
            "percent",
            "completed_on",
            "due",
            "line",
            "spent",
            "forecast",
            "likelihood",
            "impact",
        }
    )
)
_FLAT: Final = frozenset({
    "schedule", "source", "own", "fields", "responsible", "aliases", "depends_on",
})  # fmt: skip
"""The fields whose lists and mappings stand in brackets where they are short."""

_ORDER: Final = (
    "partnership", "group", "coordinator", "vision", "strategic_priority", "aim", "diagnosis",
    "outcomes", "links", "kpis", "kpi_note", "funding", "risks", "evaluation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a plan comes from: the file, its SHA-256, by what it was imported, and the map used."""

    file: str
    sha256: str
    importer: str
    map: str = ""

    def fields(self) -> dict[str, Value]:
        """The same as the plan's `source` holds it."""
        found: dict[str, Value] = {
            "file": self.file, "sha256": self.sha256, "importer": self.importer,
        }  # fmt: skip
        return found | ({"map": self.map} if self.map else {})


@dataclass(frozen=True, slots=True)
class Named:
    """What the plan is called; `shared` are the ids of its programme's parties."""

    id: str
    title: str = ""
    shared: frozenset[str] = field(default_factory=frozenset)


def document_of(draft: Draft, named: Named, origin: Origin) -> Document:
    """The plan's file, in the form that `planctl fmt` gives."""
    head = _head(draft, named, origin)
    remark = f"# Imported from {in_brackets(origin.file, _LAYOUT)}; wording as it stands there."
    return document_holding(head, named.id, remark)


def document_holding(fields: Fields, name: str, remark: str = "") -> Document:
    """A plan's file that holds these fields, in the form that `planctl fmt` gives.

    `remark` is a comment that it begins with.
    """
    from planctl.editing import formatted  # noqa: PLC0415 - slow, and only what writes needs it

    lines = [remark] if remark else []
    for key, value in fields.items():
        lines += [""] if key in {"themes", "source"} else []
        lines += _field(key, value, 0)
    text = "".join(f"{line}\n" for line in lines)
    document = read(text.encode("utf-8", "surrogatepass"), f"{name}.yaml")
    return formatted(document, Plan, Timeline()) if document.is_readable else document


def _head(draft: Draft, named: Named, origin: Origin) -> Fields:
    head = dict(draft.head)
    printed = draft.source.get("title")
    said = named.title or head.pop("title", None) or printed or named.id.replace("-", " ")
    title = short_title(str(said))
    fields: Fields = {"format": "planctl/1", "id": named.id, "ref": head.pop("ref", None),
                      "title": title, "status": "draft"}  # fmt: skip
    fields |= {name: head.pop(name, None) for name in _ORDER}
    parties = [party for party in draft.parties.values() if party.id not in named.shared]
    fields["parties"] = [_party(one) for one in _with_bodies(parties, draft)]
    fields["scale"] = "brag" if draft.has_blue else None
    fields["themes"] = [*draft.themes]
    fields["fields"] = [*draft.own_fields, *draft.own_of_others()]
    fields |= head
    full = str(printed or said)
    fields["source"] = origin.fields() | ({"title": full} if full != title else {})
    return {name: value for name, value in fields.items() if value}


def _with_bodies(parties: list[Party], draft: Draft) -> list[Party]:
    """The parties, each with the body that it belongs to."""
    found = {party.id: party for party in parties}
    for party in parties:
        body = draft.known.called(party.organisation) if party.organisation else None
        if body:
            found.setdefault(body.id, body)
    return list(found.values())


def _party(party: Party) -> Value:
    written: Fields = plain(party)
    return {name: value for name, value in written.items() if name != "source"}


def _field(name: str, value: Value, column: int) -> Iterator[str]:
    """The lines of a field, short lists and mappings in brackets."""
    indent = " " * column
    if isinstance(value, dict | list) and value:
        used = column + len(name) + 2
        if name in _FLAT and is_flat(value, used, _LAYOUT, name):
            yield f"{indent}{name_of(name)}: {in_brackets(value, _LAYOUT, name)}"
            return
        yield f"{indent}{name_of(name)}:"
        yield from _members(name, value, column + 2)
    else:
        yield from f"{indent}{name_of(name)}:{after_colon(value, column, _LAYOUT, name)}".split(
            "\n"
        )


def _members(name: str, value: list[Value] | dict[str, Value], column: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _field(key, one, column)
        return
    for one in value:
        if isinstance(one, dict) and one and not is_flat(one, column + 2, _LAYOUT, name):
            first, *rest = [line for key, inner in one.items()
                            for line in _field(key, inner, column + 2)]  # fmt: skip
            yield f"{' ' * column}- {first[column + 2 :]}"
            yield from rest
        elif isinstance(one, dict):
            yield f"{' ' * column}- {in_brackets(one, _LAYOUT, name)}"
        else:
            text = after_colon(one, column, _LAYOUT, name).strip()
            yield from f"{' ' * column}- {text}".split("\n")
