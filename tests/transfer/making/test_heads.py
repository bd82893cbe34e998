"""What stands around the actions: labels, links, money, titles. All is invented."""

from planctl.transfer.known_parties import parties_in
from planctl.transfer.ledger import Fate

ACTIONS = "Ref\tAction\tWho\n1\tOpen a club\tLibrary\n"


def test_a_row_of_the_head_may_be_left_out_or_kept_as_a_passage(taken):
    text = f"Aim\tTo read\nZone\tNorth\n\n{ACTIONS}"
    left = taken(text)
    assert (left.unlabelled, left.is_complete) == (("Zone",), False)
    out = taken(text, maps=["Zone=ignore"])
    assert out.account.by_name(Fate.IGNORED)["row 'Zone', ignored as asked"] == len("ZoneNorth")
    kept = taken(text, maps=["Zone=notes"])
    assert [one.text for one in kept.loaded.record.narrative] == ["Zone: North"]


def test_links_to_known_groups_name_them(taken, tmp_path):
    parties = tmp_path / "parties.yaml"
    parties.write_text("parties:\n  - {id: arts, name: Arts group, kind: group}\n")
    found = taken(f"Links\tArts\nAim\tTo read\n\n{ACTIONS}", parties=parties_in(parties))
    assert [one.group for one in found.loaded.record.links] == ["arts"]


def test_money_in_words_is_a_passage(taken):
    found = taken(f"Funding\tTo be agreed with the board\nAim\tTo read\n\n{ACTIONS}")
    assert [one.text for one in found.loaded.record.narrative] == [
        "Funding: To be agreed with the board",
    ]
    assert found.is_complete


def test_a_long_paragraph_beside_indicators_is_their_note(taken):
    note = "The group will settle how these are counted. " * 6
    found = taken(f"KPIs\tReaders at home\nKPIs\t{note}\nAim\tTo read\n\n{ACTIONS}")
    plan = found.loaded.record
    assert [kpi.title for kpi in plan.kpis] == ["Readers at home"]
    assert plan.kpi_note is not None
    assert found.is_complete


def test_what_stands_above_the_headings_inside_a_table_is_title_and_passage(taken):
    above = "Reading Together\t\t\nDraft for the board\tMay 2018\t\n"
    found = taken(f"{above}{ACTIONS}", "plan.tsv")
    plan = found.loaded.record
    assert (plan.title, [one.text for one in plan.narrative]) == (
        "Reading Together", ["Draft for the board", "May 2018"],
    )  # fmt: skip


def test_labels_with_a_colon_and_headings_of_their_own_are_both_read(taken):
    found = taken(f"Reading Together\nAim: To read\nContext\nFew do.\nMany do not.\n\n{ACTIONS}")
    plan = found.loaded.record
    assert (plan.aim, [one.text for one in plan.diagnosis]) == (
        "To read", ["Few do.", "Many do not."],
    )  # fmt: skip
