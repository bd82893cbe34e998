"""A document of the real plan's layout, and what became of each of its words. It is invented."""

import re
from datetime import date
from pathlib import Path

import pytest

from planctl.editing import formatted
from planctl.model import Certainty, Phase, Plan, ThemeKind, Timeline, rows
from planctl.rules import CATALOGUE, Case, check
from planctl.transfer import Wanted, imported, parties_in
from planctl.transfer.ledger import Fate

DOCUMENTS = Path(__file__).parent / "documents"
MUSIC = DOCUMENTS / "music-for-all.txt"
IN_WORDS = {
    "text", "diagnosis", "evaluation", "responsible", "ref", "theme", "title", "aim", "links",
    "kpis", "strategic_priority", "plan title", "funding", "schedule", "theme ref", "plan ref",
    "narrative",
}  # fmt: skip
"""The fields whose text stands in the plan as it stood in the document."""


@pytest.fixture(scope="module")
def music():
    return imported(MUSIC, Wanted(parties=parties_in(DOCUMENTS / "parties.yaml")))


@pytest.fixture(scope="module")
def bare():
    return imported(MUSIC, Wanted())


def test_its_rows_themes_and_ticks_come_in(bare):
    plan = bare.loaded.record
    every = tuple(rows(plan))
    found = (
        len(every),
        [theme.ref for theme in plan.themes],
        [theme.kind for theme in plan.themes],
    )
    assert found == (14, ["3.1", "3.2", "3.3", None], [*[ThemeKind.THEME] * 3, ThemeKind.GENERIC])
    assert sum(len(row.action.schedule) for row in every) == 21


def test_its_head_comes_in(bare):
    plan = bare.loaded.record
    assert (plan.ref, plan.title, plan.aim) == (
        "3", "Music for All", "To let every child play an instrument’s first notes",
    )  # fmt: skip
    assert [paragraph.text for paragraph in plan.diagnosis] == [
        "Few schools have a choir.",
        "Instruments lie in cupboards, and nobody knows how many.",
    ]
    assert [link.group for link in plan.links] == ["Attendance", "Arts and Culture", "Early years"]
    assert [(str(line.period), line.amount) for line in plan.funding] == [
        ("Year 1", 12000), ("Year 2", 9000), ("Year 3", 6500),
    ]  # fmt: skip
    assert [(kpi.title, kpi.status) for kpi in plan.kpis] == [("KPI's to follow", "to_follow")]


def test_what_stands_beside_a_tick_is_its_phase_or_a_note(bare):
    found = {row.action.ref: row.action.schedule for row in rows(bare.loaded.record)}
    assert [entry.phase for entry in found["3.1d"].values()] == [
        Phase.PILOT, Phase.ROLL_OUT, Phase.ROLL_OUT,
    ]  # fmt: skip
    second = list(found["3.2d"].values())[1]
    assert (second.certainty, second.note) == (Certainty.PROVISIONAL, "Potential for sub-groups")


def test_a_row_without_a_number_belongs_to_the_action_above(bare):
    parts = [row.action.text for row in rows(bare.loaded.record) if row.parent is not None]
    assert parts == ["Ask a sample of families before 'rolling out' the result."]


def test_every_character_is_accounted_for(bare):
    account = bare.account
    assert account.total == len(MUSIC.read_text("utf-8"))
    assert (account.count(Fate.UNMAPPED), account.unmapped, bare.is_complete) == (0, (), True)
    assert sum(account.count(fate) for fate in Fate) == account.total


def test_what_is_counted_as_mapped_stands_in_the_plan(bare):
    """The count is no claim of the importer's own: each word is looked for in the file."""
    text = squeezed(bare.document.text)
    mapped = [
        one for one in bare.account.entries if one.fate is Fate.MAPPED and one.name in IN_WORDS
    ]
    assert [one for one in mapped if squeezed(one.text) not in text] == []


def test_without_parties_an_owner_stands_as_it_is_written(bare):
    found = [a.party for row in rows(bare.loaded.record) for a in row.action.responsible]
    assert found == [
        "FSP Music lead (FML)", "All schools", "All schools", "FSP/schools",
        "Lending team (Fern Hall)/FSP", "Music hub to gather offers", "HUB/FSP/F SP",
        "First post / Second post",
    ]  # fmt: skip


def test_owners_are_split_against_the_parties_and_kept_as_printed(music):
    found = {
        row.action.ref: [(one.party, one.note) for one in row.action.responsible]
        for row in rows(music.loaded.record)
        if row.action.responsible
    }
    assert found == {
        "3.1a": [("fsp", None), ("music-lead", None)],
        "3.1b": [("all-schools", None)],
        "3.1c": [("all-schools", None)],
        "3.2a": [("fsp", None), ("schools", None)],
        "3.2b": [("lending-team", "Fern Hall"), ("fsp", None)],
        "3.2c": [("music-hub", "to gather offers")],
        "3.3a": [("music-hub", None), ("fsp", None)],
        "i": [("first-post", None), ("second-post", None)],
    }
    first = next(rows(music.loaded.record)).action
    assert first.source == {"line": "19", "responsible": "FSP Music lead (FML)"}


def test_the_rules_find_what_the_document_leaves_open(bare, music):
    """The figures were counted by hand in the document."""
    assert counts(bare) == {"PLN203": 1, "PLN301": 5, "PLN401": 3, "PLN711": 14}
    assert counts(music) == {
        "PLN203": 1, "PLN301": 5, "PLN303": 2, "PLN304": 5, "PLN401": 3, "PLN711": 14,
    }  # fmt: skip


def test_the_plan_says_where_it_comes_from(bare):
    source = bare.loaded.record.source
    assert (source["file"], len(source["sha256"]), source["importer"].split()[0]) == (
        "music-for-all.txt", 64, "planctl",
    )  # fmt: skip
    assert source["map"].split("; ")[:3] == [
        "Key Actions=ref", "column 2=text", "Responsible=responsible",
    ]  # fmt: skip


def test_the_plan_is_in_the_form_that_fmt_gives(bare):
    assert formatted(bare.document, Plan, Timeline()) is bare.document


def counts(found):
    plan = found.loaded.record
    wanted = {"PLN203", "PLN301", "PLN303", "PLN304", "PLN401", "PLN711"}
    rules = [rule for rule in CATALOGUE if rule.code in wanted]
    case = Case(found.document, plan, None, (), date(2018, 1, 1))
    codes = [finding.code for finding in check(case, rules).findings]
    return {code: codes.count(code) for code in sorted(set(codes))}


def squeezed(text):
    return re.sub(r"\s+", "", text)
