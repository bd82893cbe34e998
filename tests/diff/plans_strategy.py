"""Plans for hypothesis, and what may become of them in the hands of officers."""

import copy
from datetime import date

from hypothesis import strategies as st

from planctl.diff import Version
from planctl.loading.reading import reading_of
from planctl.model import Plan
from tests.diff.plan_writer import WORDS, Writer

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1, max_size=40
).filter(lambda text: text.strip())
DAYS = st.sampled_from([date(2017, 10, 1), date(2018, 3, 1), date(2018, 8, 1), date(2019, 9, 1)])
KNOWN_BY = ("text", "title", "statement", "event", "name")
"""The fields that hold the words by which an entry is known."""
NEEDED = frozenset({*KNOWN_BY, "actions", "role", "target", "period", "amount", "id"})
BY_PERIOD = frozenset({"updates", "schedule", "targets", "actuals", "assessments", "reviews"})
MAIN = frozenset({"themes", "actions", "kpis"})


def plan_of(written):
    """The plan that is written so."""
    return Plan.model_validate(written, context=reading_of(written, None))


def version_of(written, on=date(2018, 3, 1)):
    """The plan, alone, on that day."""
    plan = plan_of(written)
    return Version(plan, plan, on)


@st.composite
def writers(draw):
    """Writers of plans, each with a few words that nobody else would have thought of."""
    return Writer(draw(st.integers(0, 2**32)), draw(st.lists(ANY_TEXT, max_size=4)))


@st.composite
def versions(draw):
    """One version of a plan."""
    return version_of(draw(writers()).plan(), draw(DAYS))


@st.composite
def pairs(draw):
    """Two versions, mostly of one plan; now and then of two that have nothing in common."""
    writer, (first, last) = draw(writers()), sorted((draw(DAYS), draw(DAYS)))
    old = writer.plan()
    new = writer.plan() if writer.chance(8) else changed(old, writer)
    return version_of(old, first), version_of(new, last)


@st.composite
def shuffles(draw):
    """A plan in which each entry has a name of its own, and the same with its lists shuffled."""
    writer, on = draw(writers()), draw(DAYS)
    old = writer.plan()
    for holder, name in lists_of(old):
        holder[name] = list({entry.get("id", entry.get("period", at)): entry
                             for at, entry in enumerate(holder[name])}.values())  # fmt: skip
    for number, entry in enumerate(entries_of(old)):
        named_by = "role" if "by" in entry and "role" in entry else "target"
        for field in {*KNOWN_BY, named_by} & {*entry}:
            entry[field] = f"{number} {entry[field]}"[:60]
        for field in {"uid", "ref"} & {*entry}:
            del entry[field]
    new = copy.deepcopy(old)
    for holder, name in lists_of(new):
        writer.random.shuffle(holder[name])
    return version_of(old, on), version_of(new, on)


def changed(written, writer):
    """The plan after entries were dropped, renumbered, moved, reworded by a word or edited."""
    made = copy.deepcopy(written)
    for _ in range(writer.random.randint(1, 8)):
        places = [place for place in lists_of(made) if place[0][place[1]]]
        main = [place for place in places if place[1] in MAIN]
        if places:
            place = writer.one_of(*places, *main, *main)
            writer.one_of(*EDITS)(writer, made, *place)
    if writer.chance():
        field = writer.one_of(*writer.head())
        made.pop(field, None)
        made |= writer.some({}, {field: writer.head()[field]})
    return made


def lists_of(written):
    """Every list of entries: the mapping that it stands in, and its name."""
    for name, value in written.items():
        if isinstance(value, list) and hasattr(Writer, name):
            if all(isinstance(one, dict) for one in value):
                yield written, name
            for entry in value:
                if isinstance(entry, dict):
                    yield from lists_of(entry)


def entries_of(written):
    """Every entry."""
    for holder, name in lists_of(written):
        yield from holder[name]


def _taken(writer, entries):
    return entries.pop(writer.random.randrange(len(entries)))


def _put(writer, entries, entry):
    entries.insert(writer.random.randint(0, len(entries)), entry)


def _drop(writer, _, holder, name):
    _taken(writer, holder[name])


def _add(writer, _, holder, name):
    _put(writer, holder[name], getattr(writer, name)())


def _double(writer, _, holder, name):
    _put(writer, holder[name], copy.deepcopy(writer.one_of(*holder[name])))


def _move(writer, _, holder, name):
    _put(writer, holder[name], _taken(writer, holder[name]))


def _shuffle(writer, _, holder, name):
    writer.random.shuffle(holder[name])


def _rehouse(writer, made, holder, name):
    """Puts an entry into another list of the same kind, though never below itself."""
    entry = _taken(writer, holder[name])
    homes = [other for other, called in lists_of(made) if called == name]
    _put(writer, writer.one_of(holder, *homes)[name], entry)


def _reword(writer, _, holder, name):
    entry = writer.one_of(*holder[name])
    for field in KNOWN_BY:
        if field in entry:
            words = entry[field].split(" ")
            words[writer.random.randrange(len(words))] = writer.one_of(*WORDS)
            entry[field] = " ".join(words)[: 60 if field == "title" else None]


def _respace(writer, _, holder, name):
    entry = writer.one_of(*holder[name])
    for field in KNOWN_BY:
        if field in entry:
            entry[field] = entry[field].replace(" ", writer.one_of("  ", "\n", " \u2003"))[:60]


def _edit(writer, _, holder, name):
    entry, fresh = writer.one_of(*holder[name]), getattr(writer, name)()
    field = writer.one_of(*sorted({*entry, *fresh}))
    if field in fresh:
        entry[field] = _mixed(writer, entry.get(field), fresh[field])
    elif field not in NEEDED:
        entry.pop(field)


def _tell(writer, _, holder, name):
    """Says more of an entry, or something else, term by term and year by year."""
    entry = writer.one_of(*holder[name])
    for _ in range(6):
        fresh = getattr(writer, name)()
        for field in sorted(BY_PERIOD & {*fresh}):
            entry[field] = _mixed(writer, entry.get(field), fresh[field])


def _mixed(writer, old, fresh):
    """Of two mappings now and then a bit of both."""
    if not isinstance(old, dict) or not isinstance(fresh, dict) or writer.chance():
        return fresh
    mixed = {name: _mixed(writer, old.get(name), value) for name, value in fresh.items()}
    return old | mixed


def _renumber(_, __, holder, name):
    """The first goes, and each of the others takes the reference of the one before it."""
    refs = [entry.get("ref") for entry in holder[name]]
    if any(refs):
        del holder[name][0]
        for entry, ref in zip(holder[name], refs, strict=False):
            entry["ref"] = ref


EDITS = (
    _drop, _add, _double, _move, _shuffle, _rehouse, _rehouse, _reword, _reword, _respace, _edit,
    _edit, _edit, _renumber, _renumber, _tell, _tell, _tell, _tell,
)  # fmt: skip
