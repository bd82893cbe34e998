"""A whole round: forty respondents with six actions each, many of them careless."""

import random

import pytest

from tests.transfer.collecting.round_made import Round, edited, filled, plan_text

pytestmark = pytest.mark.thorough
PEOPLE, ACTIONS = 40, 6


def careless(blank, who, chance):
    """What an officer sends back: the form, and how it is spoilt."""
    answers = {
        f"{who}.{number}": {
            "rating": chance.choice(["Green", "amber", "R", "Amber-ish"]),
            "comment": f"Club {number} of team {who} met {chance.randint(2, 9)} times.",
            "next_steps": "Ask the schools by 30 June 2018",
            "kept": chance.choice(["yes", "part", "No"]),
        }
        for number in range(ACTIONS)
    }
    match who % 8:
        case 1:
            answers[f"{who}.2"]["rating"] = "quite good"
        case 2:
            answers[f"{who}.3"]["comment"] = "=SUM(B2:B9)"
        case 3:
            answers[f"{who}.1"]["not_mine"] = "Team 0 has it now"
        case 4:
            answers[f"{who}.4"]["text"] = "Something else altogether"
    form = filled(blank, answers)
    if who % 8 == 5:
        return edited(form, lambda page, _: page.delete_rows(5))
    if who % 8 == 6:
        return edited(form, swapped)
    return form


def swapped(page, cells):
    first, *_, last = sorted(ref for ref in cells if ref)
    for name, address in cells[first].items():
        other = page[cells[last][name]]
        page[address].value, other.value = other.value, page[address].value


def test_a_round_of_forty_loses_nothing_and_names_what_is_in_doubt(tmp_path):
    chance = random.Random(7)  # noqa: S311 - the same officers each time
    round_ = Round(tmp_path, plan_text(PEOPLE, ACTIONS))
    blanks = round_.forms()
    assert len(blanks) == PEOPLE
    # The plan goes on while the forms are out: team 7's are stale by then.
    early = filled(blanks["team-7"], {"7.0": {"rating": "Red"}})
    round_.merged(early, writes=True)
    sent = [careless(blanks[f"team-{who}"], who, chance) for who in range(PEOPLE)]
    sent.append(filled(blanks["team-0"], {"0.0": {"comment": "Another hand wrote this."}}))
    outcome = round_.merged(*sent)
    blocking = sorted((one.code, one.key) for one in outcome.remarks if one.blocks)
    odd = [who for who in range(PEOPLE) if who % 8 in {1, 2}]
    assert blocking == sorted([
        *(("unclear", f"reading/{who}.2.rating") for who in odd if who % 8 == 1),
        *(("formula", f"reading/{who}.3.comment") for who in odd if who % 8 == 2),
        *[("two-answers", "reading/0.0.comment")] * 2,
    ])  # fmt: skip
    assert all(one.cell for one in outcome.remarks if one.blocks)
    assert len(outcome.proposals) == len([who for who in range(PEOPLE) if who % 8 in {3, 4}])
    deleted = [one for one in outcome.remarks if one.code == "row-missing"]
    assert len(deleted) == len([who for who in range(PEOPLE) if who % 8 == 5])
    known = {(one.said.key, one.said.cell.place) for one in outcome.conflicts}
    assert known <= {("reading/7.0.rating", "Reading at home!I4")}
    settled = round_.merged(*sent, takes={"all": "ours"}, writes=True)
    assert settled.is_clean
    rows = PEOPLE * ACTIONS - len(deleted)
    in_doubt = len(odd) + 1 + len(known)
    assert len(settled.changes) + len(settled.already) == rows * 4 - in_doubt
    assert round_.update("39.5")["by"] == "team-39"
    again = round_.merged(*sent, takes={"all": "ours"})
    assert again.changes == ()
