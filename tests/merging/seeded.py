"""Plans by chance, as officers lay them out, and what two of them make of one at the same time."""

import random
from dataclasses import dataclass, replace

VERBS = ("Open", "Visit", "Train", "Print", "Review", "Publish", "Lend", "Ask")
THINGS = ("a homework club", "forty volunteers", "the handbook", "every family", "the registers")
PLACES = ("in each library", "in all schools", "before half-term", "with the nurses", "at home")
TERMS = ("2017-18 autumn", "2017-18 spring", "2018-19 autumn")


@dataclass(frozen=True)
class Row:
    """An action, as one side has it; its comments stand above it and behind its date.

    In the style `flow` it has one line, in `short` its updates have one each, in `block` none has.
    """

    ref: str
    text: str
    style: str
    owner: str
    due: str
    above: tuple[str, ...] = ()
    behind: str = ""
    updates: tuple[tuple[str, str, str], ...] = ()
    evidence: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """Three versions of a plan, and the comments that each side has written."""

    base: bytes
    ours: bytes
    theirs: bytes
    remarks: tuple[str, ...]


def case_of(seed):
    """One side adds updates and the other evidence, both of them comments; always the same."""
    chance = random.Random(seed)  # noqa: S311 - to be unlike, not secret
    rows = [row_of(chance, number) for number in range(chance.randint(20, 45))]
    rows = [told(chance, row, TERMS[0], "base") for row in rows]
    rows = [shown(chance, row, "E1", "base") if chance.random() < 0.3 else row for row in rows]
    ours = [told(chance, row, TERMS[1], "ours") if chance.random() < 0.7 else row for row in rows]
    theirs = [shown(chance, row, "E2", "theirs") if chance.random() < 0.7 else row for row in rows]
    line_end = "\r\n" if chance.random() < 0.25 else "\n"
    dash = chance.choice((2, 2, 0))
    base, one, other = (
        written(version, dash).replace("\n", line_end).encode() for version in (rows, ours, theirs)
    )
    remarks = {remark for row in (*ours, *theirs) for remark in remarks_of(row)}
    return Case(base, one, other, tuple(sorted(remarks)))


def row_of(chance, number):
    text = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}, part {number}"
    above = (f"# Row {number} was agreed in March.",) if chance.random() < 0.3 else ()
    behind = f"  # the day of row {number}" if chance.random() < 0.3 else ""
    style = chance.choice(("block", "block", "short", "flow"))
    owner = chance.choice(("library", "schools"))
    return Row(f"1.{number + 1}", text, style, owner, "2018-07-31", above, behind)


def told(chance, row, term, side):
    """The row with an update more."""
    rating, remark = chance.choice(("green", "amber")), ""
    if row.style != "flow" and chance.random() < 0.4:
        remark = f"  # {side} on {row.ref}"
    return replace(row, updates=(*row.updates, (term, rating, remark)))


def shown(chance, row, name, side):
    """The row with evidence more."""
    remark = ""
    if row.style != "flow" and chance.random() < 0.4:
        remark = f"  # {side} for {row.ref}"
    return replace(row, evidence=(*row.evidence, (name, f"Register {name} of {row.ref}", remark)))


def remarks_of(row):
    behind = (remark for *_, remark in (*row.updates, *row.evidence))
    return {remark.strip() for remark in (*row.above, row.behind, *behind) if remark}


def written(rows, dash):
    """The plan's text, its lists so far right of the fields that hold them."""
    head = "# An invented plan.\nformat: planctl/1\nid: plan\ntitle: Reading\n\nthemes:\n"
    start = " " * dash
    body = f"{start}- title: Clubs\n{start}  actions:\n"
    return head + body + "".join(lines_of(row, start + "  " + " " * dash) for row in rows)


def lines_of(row, start):
    above = "".join(f"{start}{line}\n" for line in row.above)
    if row.style == "flow":
        return f"{above}{start}- {{{', '.join(flow_of(row))}}}{row.behind}\n"
    lines = [
        f"- ref: {row.ref}", f"  text: {row.text}", f"  responsible: [{row.owner}]",
        f"  due: {row.due}{row.behind}", *evidence_of(row), *updates_of(row),
    ]  # fmt: skip
    return above + "".join(f"{start}{line}\n" for line in lines)


def evidence_of(row):
    if row.evidence:
        yield "  evidence:"
    for name, title, remark in row.evidence:
        if row.style == "short":
            yield f"    - {{id: {name}, title: {title}}}{remark}"
        else:
            yield from (f"    - id: {name}{remark}", f"      title: {title}")


def updates_of(row):
    yield "  updates:"
    for term, rating, remark in row.updates:
        if row.style == "short":
            yield f"    {term}: {{rating: {rating}, comment: It goes on.}}{remark}"
        else:
            yield from (
                f"    {term}:", f"      rating: {rating}{remark}", "      comment: >-",
                "        It goes on", "        as was said.",
            )  # fmt: skip


def flow_of(row):
    yield from (f"ref: {row.ref}", f"text: '{row.text}'", f"due: {row.due}")
    if row.evidence:
        entries = (f"{{id: {name}, title: {title}}}" for name, title, _ in row.evidence)
        yield f"evidence: [{', '.join(entries)}]"
    entries = (f"{term}: {{rating: {rating}}}" for term, rating, _ in row.updates)
    yield f"updates: {{{', '.join(entries)}}}"
