"""The import report: what came out of a document, in words for whoever wrote it."""

import shlex
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from planctl.model import Plan, Row, ThemeKind, rows
from planctl.transfer.importing import Imported
from planctl.transfer.ledger import Account, Fate
from planctl.transfer.making.draft import UNNAMED
from planctl.transfer.mapping.columns import Choice, Doubt
from planctl.transfer.mapping.fields import MEANINGS, Field
from planctl.transfer.mapping.periods import is_part

_MOST_TEXTS: Final = 20
_SHOWN: Final = 70
_WIDTH: Final = 30
_SURE: Final = "by its heading"
"""How most columns are read, of which nothing has to be said."""
_OF_ONE: Final = MappingProxyType({
    "spaces, tabs and line ends": "space, tab or line end",
    "points behind numbers": "point behind a number",
    "characters that cannot be seen": "character that cannot be seen",
})  # fmt: skip
"""What a rule is called where it left out a single character."""
_MEANING: Final = 34
_OPTION: Final = 37


def told(found: Imported) -> Iterator[str]:
    """The report's lines."""
    yield found.path.name
    plan = found.loaded.record
    if plan is not None:
        yield from _counted(plan)
    yield from _columns(found.choices)
    yield from _conservation(found.account)
    yield from _listed("Look at these", found.warnings)
    if not found.has_actions:
        hint = "Say which column they stand in: --map 'Heading=text'"
        yield from _listed("No table of actions was found", [hint])
    yield from _listed("Tables that hold no actions, and were not read", found.left)
    if plan is not None:
        yield from _missing(plan)
    yield from _loading(found)
    yield from _unmapped(found)
    yield from _doubts(found)


def _counted(plan: Plan) -> Iterator[str]:
    every = tuple(rows(plan))
    named = [theme for theme in plan.themes if theme.title != UNNAMED]
    themes = sum(theme.kind is ThemeKind.THEME for theme in named)
    generic = len(named) - themes
    ticks = sum(len(row.action.schedule) for row in every)
    owned = sum(bool(row.action.responsible) for row in every)
    parts = sum(row.parent is not None for row in every)
    yield f"  Plan           {plan.title}"
    within = f" in {_of(themes, 'theme')}" if themes else ""
    also = f" and {_of(generic, 'group')} of generic actions" if generic else ""
    yield f"  Actions        {_of(len(every), 'row')}{within}{also}"
    if parts:
        yield f"                 {parts} without a number below the action before"
    if ticks:
        yield f"  Ticks          {ticks}{_phases(every)}"
    yield f"  Responsible    named in {owned} of {_of(len(every), 'row')}"
    ratings = sum(bool(update.rating) for row in every for update in row.action.updates.values())
    comments = sum(bool(update.comment) for row in every for update in row.action.updates.values())
    if ratings or comments:
        yield f"  Progress       {_of(ratings, 'rating')}, {_of(comments, 'comment')}"
    yield from _registers(plan)


def _registers(plan: Plan) -> Iterator[str]:
    if plan.funding:
        amounts = ", ".join(f"{line.period} £{line.amount:,}" for line in plan.funding)
        yield f"  Funding        {amounts}"
    if plan.kpis:
        yield f"  KPIs           {len(plan.kpis)}"
    if plan.risks:
        yield f"  Risks          {len(plan.risks)}"


def _phases(every: Iterable[Row]) -> str:
    entries = [entry for row in every for entry in row.action.schedule.values()]
    phases = sum(entry.phase is not None for entry in entries)
    noted = sum(entry.note is not None for entry in entries)
    said = [f"{phases} with a phase" if phases else "", f"{noted} with a note" if noted else ""]
    words = ", ".join(one for one in said if one)
    return f", of which {words}" if words else ""


def _columns(choices: Iterable[Choice]) -> Iterator[str]:
    seen = dict.fromkeys(
        (choice.column.heading, _target(choice), choice.how) for choice in choices
    )  # fmt: skip
    if seen:
        yield ""
        yield "How the columns were read"
    for heading, target, how in seen:
        said = "" if how == _SURE else how
        line = f"  {_short(heading, _WIDTH).ljust(_WIDTH)} {target.ljust(_MEANING)} {said}"
        yield line.rstrip()


def _target(choice: Choice) -> str:
    words = MEANINGS[choice.field]
    return f"{words}, {choice.period}" if choice.period else words


def _conservation(account: Account) -> Iterator[str]:
    mapped, ignored, left = (account.count(fate) for fate in Fate)
    yield ""
    yield "What became of the text"
    yield (
        f"  {account.total:,} characters = {mapped:,} in the plan + {ignored:,} left out by rule "
        f"+ {left:,} unmapped"
    )
    for name, count in account.by_name(Fate.IGNORED).items():
        yield f"  {count:>9,} {_OF_ONE.get(name, name) if count == 1 else name}"


def _unmapped(found: Imported) -> Iterator[str]:
    """What is left over; of columns that are asked about below, only how much."""
    account, asked = found.account, _asked(found)
    waiting = sum(len(one.text) for one in account.unmapped if one.address in asked)
    texts = [f'{one.address}: "{_short(" ".join(one.text.split()), _SHOWN)}"'
             for one in account.unmapped if one.address not in asked]  # fmt: skip
    if len(texts) > _MOST_TEXTS:
        rest = f"and {len(texts) - _MOST_TEXTS} more"
        texts = [*texts[:_MOST_TEXTS], rest]
    if account.unread:
        texts.append(f"{account.unread:,} characters of the file could not be read")
    if waiting:
        texts.append(f"{waiting:,} characters of columns that are asked about here")
    yield from _listed("Not in the plan (unmapped)", texts)


def _asked(found: Imported) -> frozenset[str]:
    """The addresses of the cells below headings that somebody has to say something about."""
    names = {*found.untold, *found.undated}
    waiting = [choice.column for choice in found.choices if choice.column.heading in names]
    columns = (*waiting, *(doubt.column for doubt in found.doubts))
    return frozenset(cell.span.address for column in columns for cell in column.cells)


def _doubts(found: Imported) -> Iterator[str]:
    seen = dict.fromkeys((doubt.column.heading, doubt) for doubt in found.doubts)
    lines = [line for _, doubt in seen for line in _doubt(doubt)]
    if found.untold:
        names = ", ".join(f"'{name}'" for name in found.untold)
        lines += [f"{names}: of which term? Say --term 'autumn 2017'."]
    for name in found.undated:
        option = shlex.quote(f"{name}=target 2018-19")
        lines += [f"'{name}': by when is it to be reached? Say --map {option}."]
    yield from _listed("Say what these columns are", dict.fromkeys(lines))
    yield from _listed(
        "Labels that planctl does not know; to keep their text as a passage of the plan",
        (f"--map {shlex.quote(f'{label}=notes')}" for label in found.unlabelled),
    )


def _doubt(doubt: Doubt) -> Iterator[str]:
    sample = next((cell.text for cell in doubt.column.filled), "")
    shown = f', such as "{_short(" ".join(sample.split()), 50)}"' if sample else ""
    yield f"'{doubt.column.heading}'{shown}"
    offered = dict.fromkeys((*doubt.candidates, Field.OWN, Field.NOTES, Field.IGNORE))
    for candidate in offered:
        yield f"    {asking(doubt, candidate).ljust(_OPTION)}  {MEANINGS[candidate]}"


def asking(doubt: Doubt, name: str) -> str:
    """The option that sends a doubtful column to the field."""
    heading = doubt.column.heading
    lacks_year = bool(doubt.column.parts) and is_part(doubt.column.parts[-1])
    said = f"{name} autumn 2018" if lacks_year and name == "schedule" else name
    return f"--map {shlex.quote(f'{heading}={said}')}"


def _loading(found: Imported) -> Iterator[str]:
    if found.loaded.record is None:
        lines = [_sentences(one.message, one.help) for one in found.loaded.findings]
        yield from _listed("The plan does not load yet", lines)


def _sentences(message: str, remedy: str) -> str:
    """What is wrong and what to do, a full stop between them."""
    end = "" if message.endswith((".", "?")) else "."
    return f"{message}{end} {remedy}".strip()


def _missing(plan: Plan) -> Iterator[str]:
    every = tuple(rows(plan))
    counts = {
        "nobody responsible": sum(not row.responsible for row in every),
        "no time": sum(not row.schedule and row.due is None for row in every if row.parent is None),
        "no measure of success": sum(not row.action.success for row in every),
    }
    lines = [f"{_of(count, 'row')} with {what}" for what, count in counts.items() if count]
    if plan.period is None:
        lines.append("the plan's first and last day, by which its years are counted")
    yield from _listed("What the document does not say", lines)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield ""
        yield title
        yield from (f"  {line}" for line in every)


def _of(count: int, name: str) -> str:
    return f"{count} {name if count == 1 else f'{name}s'}"


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
