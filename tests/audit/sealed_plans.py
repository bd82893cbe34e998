"""Small plans and the chains that come of closing their terms, for the tests of seals."""

from datetime import date

from planctl.audit.chain import Chain, chain_of, file_of, seal_text
from planctl.audit.sealing import Decided, Sourced, amending, closing
from planctl.loading import load_plan
from planctl.model import Seal, read_period
from planctl.source import read

HEAD = "format: planctl/1\nid: reading\ntitle: Reading\n"
PERIOD = "period: {from: 2017-09-01, to: 2018-08-31}\n"
AUTUMN, SPRING = "2017-18 autumn", "2017-18 spring"
CLUB = """\
themes:
  - title: Clubs
    uid: clubs
    actions:
      - ref: 1a
        uid: club
        text: Open a club
        updates:
          2017-18 autumn: {rating: red, comment: No room}
"""


def plan(text=CLUB, name="reading", period=PERIOD):
    head = HEAD.replace("reading", name, 1)
    loaded = load_plan(read(f"{head}{period}{text}".encode(), f"{name}.yaml"), name, None)
    assert loaded.record is not None, loaded.findings
    return loaded.record


def sourced(*plans):
    return [Sourced(one, {f"plans/{one.id}.yaml": "0" * 64}) for one in plans]


def decided(reason="", on=date(2018, 1, 12)):
    return Decided(on, "board", "Item 3", reason)


def term(name=AUTUMN):
    return read_period(name)


def files_of(*steps):
    """The files of a chain: each step is (kind, term, plans); every file as it is written."""
    files: dict[str, bytes] = {}
    for kind, name, *plans in steps:
        chain = chain_of(files)
        make = closing if kind == "close" else amending
        reason = "" if kind == "close" else "A slip"
        content = make(sourced(*plans), term(name), chain, decided(reason))
        assert content is not None
        files[chain.following(name)] = seal_text(content).encode()
    return files


def chain(*steps):
    found = chain_of(files_of(*steps))
    assert found.faults == ()
    return found


__all__ = ["Chain", "Seal", "file_of"]
