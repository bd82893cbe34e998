"""Owners that are lost, misspelt, or only seem to be named."""

OWNED_ALONE = ("2.2a", "2.2f", "2.1d", "2.4a", "2.4c", "2.5a", "2.6b")
OTHERS = ("no-lead", "collective-owner")


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def owner_removed(it):
    row = it.pick(lambda action: action.responsible)
    it.remove(*row.path, "responsible")
    it.expects("no-responsible", *row.path)
    forget_owners(it, row)


def owner_misspelt(it):
    row = it.pick(lambda action: action.responsible and action.responsible[0].note is None)
    name = row.action.responsible[0].party
    it.replace(*row.path, "responsible", 0, value=f"{name[:2]}{name[3:]}x")
    it.expects("unknown-party", *row.path, "responsible", 0, "party")
    it.clears("collective-owner", *row.path)


def owner_still_to_be_named(it):
    row = it.pick(lambda action: action.responsible)
    it.replace(*row.path, "responsible", value=["TBC"])
    it.expects("unknown-party", *row.path, "responsible", 0, "party")
    forget_owners(it, row)


def owner_promised_in_time(it):
    row = it.pick(lambda action: not action.responsible and action.ref)
    it.set(*row.path, "responsible_to_follow_by", value="2018-02-28")
    it.clears("no-responsible", *row.path)


def owner_promised_and_not_named(it):
    row = it.pick(lambda action: not action.responsible and action.ref)
    it.given(*row.path, "responsible_to_follow_by", value="2018-02-28")
    it.replace(*row.path, "responsible_to_follow_by", value="2017-11-30")
    it.expects("no-responsible", *row.path, "responsible_to_follow_by")


def owner_made_a_collective(it):
    row = it.row(it.one_of(OWNED_ALONE))
    it.replace(*row.path, "responsible", value=["all-agencies"])
    it.expects("collective-owner", *row.path, "responsible")


def owner_only_consulted(it):
    row = it.row(it.one_of(OWNED_ALONE))
    name = row.action.responsible[0].party
    it.replace(*row.path, "responsible", value=[{"party": name, "role": "consulted"}])
    it.expects("no-responsible", *row.path, "responsible")


def second_owner_and_no_lead(it):
    row = it.row(it.one_of(OWNED_ALONE))
    name = row.action.responsible[0].party
    it.replace(*row.path, "responsible", value=[name, "vcs"])
    it.expects("no-lead", *row.path, "responsible")


def second_owner_who_leads(it):
    row = it.row(it.one_of(OWNED_ALONE))
    name = row.action.responsible[0].party
    it.replace(*row.path, "responsible", value=[name, {"party": "vcs", "role": "lead"}])


def writer_of_an_update_unknown(it):
    row = it.pick(lambda action: action.updates)
    it.replace(*row.path, "updates", "2017-18 autumn", "by", value="Friends of the school")
    it.expects("unknown-party", *row.path, "updates", "2017-18 autumn", "by")


def forget_owners(it, row):
    for rule in OTHERS:
        it.clears(rule, *row.path)


KINDS = {
    owner_removed: 3,
    owner_misspelt: 3,
    owner_still_to_be_named: 2,
    owner_promised_in_time: 1,
    owner_promised_and_not_named: 1,
    owner_made_a_collective: 1,
    owner_only_consulted: 2,
    second_owner_and_no_lead: 2,
    second_owner_who_leads: 1,
    writer_of_an_update_unknown: 1,
}
