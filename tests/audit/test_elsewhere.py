"""Persons whom other files declare, in the texts of a plan."""

import pytest

from planctl.api import loads
from planctl.audit import Reader, edition_for
from planctl.audit.elsewhere import Elsewhere, with_kinds, words_in
from planctl.model import Party, PartyKind

MARY = Party(
    id="mary-okafor", kind=PartyKind.PERSON, name="Mary Okafor", aliases=("Mo", "MO-1"),
    organisation="library",
)  # fmt: skip
HUGO = Party(
    id="reading-lead", kind=PartyKind.PERSON, name="Hugo Brackenbury", aliases=("Chair",),
    public_label="the chair of Alpha",
)  # fmt: skip
LIBRARY = Party(id="library", kind=PartyKind.ORGANISATION, name="Library service")
ALPHA = Elsewhere.of("alpha.yaml", (MARY, HUGO, LIBRARY))
PLAN = """\
format: planctl/1
id: beta
title: Beta
parties: [{parties}]
themes: [{{title: T, actions: [{{ref: 1a, text: "{text}", responsible: ["{who}"]}}]}}]
"""


def edition(text, *, parties="", who="ned", elsewhere=(ALPHA,)):
    plan = loads(PLAN.format(text=text, parties=parties, who=who))
    return edition_for(plan, Reader.PUBLIC, elsewhere=elsewhere)


def said(text, **given):
    (theme,) = edition(text, **given).plan.themes
    return theme.actions[0].text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ask Mary Okafor.", "Ask Library service."),
        ("Ask Dr Okafor and OKAFOR, Mary", "Ask Library service and Library service"),
        ("See notes/mary_okafor.pdf", "See notes/Library service.pdf"),
        ("See a_mary_okafor_2017.pdf", "See a_Library service_2017.pdf"),
        ("See x/notes%20mary%20okafor.pdf", "See x/notes%20Library service.pdf"),
        ("See a+mary+okafor", "See a+Library service"),
        ("Okafor's list", "Library service's list"),
        ("Ask Mo.", "Ask Library service."),
        ("Ask Hugo Brackenbury.", "Ask the chair of Alpha."),
        ("Chair, the chair, the reading lead", "The chair of Alpha, the chair, the reading lead"),
        ("Nobody is named.", "Nobody is named."),
    ],
)  # fmt: skip
def test_a_person_of_another_plan_is_taken_out_under_the_label_given_there(written, read):
    assert said(written) == read


def test_one_who_answers_and_is_declared_elsewhere_alone_has_a_label():
    (theme,) = edition("Read.", who="mary-okafor").plan.themes
    assert [one.party for one in theme.actions[0].responsible] == ["Library service"]


def test_the_plan_s_own_label_comes_first():
    own = "{id: m, kind: person, name: Mary Okafor, public_label: a teacher}"
    assert said("Ask Mary Okafor.", parties=own) == "Ask a teacher."


def test_an_alias_that_is_a_post_of_the_plan_s_own_is_no_person():
    assert (
        said("Ask the Chair.", parties="{id: chair, kind: post, name: Chair}") == "Ask the Chair."
    )


def test_a_party_of_no_kind_that_is_a_person_elsewhere_is_one():
    own = "{id: hugo-b, name: Hugo Brackenbury}"
    found = edition("Ask.", parties=own, who="hugo-b")
    label = "the chair of Alpha"
    assert found.plan.parties == (
        Party(id="the-chair-of-alpha", kind=PartyKind.POST, name=label),
    )  # fmt: skip
    assert found.plan.themes[0].actions[0].responsible[0].party == label


def test_only_files_whose_persons_may_be_named_have_shaped_it():
    gamma = Elsewhere.of("gamma.yaml", (Party(id="x", kind=PartyKind.PERSON, name="Xena Yates"),))
    assert edition("Ask Okafor.", elsewhere=(gamma, ALPHA)).named_by == ("alpha.yaml",)
    assert edition("Ask.", elsewhere=(gamma, ALPHA)).named_by == ()


def test_a_text_about_the_plan_may_name_persons_whom_the_plan_does_not():
    assert edition("Ask.").said("Says Mary Okafor") == "Says Library service"


def test_a_file_without_persons_hides_nobody():
    assert Elsewhere.of("a.yaml", (LIBRARY,)) == Elsewhere("a.yaml")
    assert ALPHA.named_in(words_in(["Library service"]), ()) == ()


def test_own_kinds_and_labels_stay_as_they_are():
    team = Party(id="okafor", kind=PartyKind.TEAM, name="Mary Okafor")
    mine = Party(id="m", name="mo", public_label="a teacher")
    told = mine.model_copy(update={"kind": PartyKind.PERSON})
    assert with_kinds((team, mine, LIBRARY), (ALPHA,)) == (team, told, LIBRARY)
