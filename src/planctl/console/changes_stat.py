"""How many changes there are of each kind and in each plan: an overview before the changes."""

from collections import Counter
from collections.abc import Iterator

from planctl.console.changes_verdict import HEADINGS
from planctl.console.terminal import Paint, cells, printable
from planctl.diff import BY_NAME, Compared


def stat_blocks(compared: Compared, paint: Paint) -> Iterator[str]:
    """A table of the kinds, the most frequent first, and one of the plans."""
    if compared.told:
        yield "\n".join(_kinds(compared, paint))
        yield "\n".join(_plans(compared, paint))


def _kinds(compared: Compared, paint: Paint) -> Iterator[str]:
    found = sorted(compared.by_rule().items(), key=lambda counted: (-counted[1], counted[0]))
    digits = max(len(f"{number:,}") for _, number in found)
    width = max(len(rule) for rule, _ in found)
    for rule, number in found:
        about = BY_NAME[rule].summary if rule in BY_NAME else ""
        yield f"{number:{digits},}  {rule:{width}}  {paint(about, 'faint')}".rstrip()


def _plans(compared: Compared, paint: Paint) -> Iterator[str]:
    found = Counter((change.plan, change.level) for change in compared.told)
    names = {plan: printable(plan) for plan, _ in found}
    width = max(map(cells, names.values()))
    yield paint(f"{' ' * width}{''.join(f'  {head}' for head in HEADINGS.values())}", "faint")
    for plan, name in names.items():
        figures = "".join(
            f"  {found[plan, level]:>{len(head)},}" for level, head in HEADINGS.items()
        )
        yield f"{name}{' ' * (width - cells(name))}{figures}"
