"""Names of persons in texts, and the labels that take their places."""

import pytest

from planctl.audit import persons_of
from planctl.model import Party, PartyKind

ANN = Party(
    id="ann-example",
    kind=PartyKind.PERSON,
    name="Ms Ann Example (Reading)",
    aliases=("AE",),
    public_label="The reading team",
)
TOM = Party(id="tom", kind=PartyKind.PERSON, name="Tom Young", organisation="library")
PAT = Party(id="pat", kind=PartyKind.PERSON, name="Pat O'Neil-Wood")
LIBRARY = Party(id="library", kind=PartyKind.ORGANISATION, name="Library service")
YOUNG_STREET = Party(id="young-street", kind=PartyKind.TEAM, name="Young Street School")
EVERY = (ANN, TOM, PAT, LIBRARY, YOUNG_STREET)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ask Ann Example", "ask The reading team"),
        ("ask ann  EXAMPLE's friend", "ask The reading team's friend"),
        ("ask Mrs Example", "ask The reading team"),
        ("ask Dr. A. Example", "ask The reading team"),
        ("Example, Ann", "The reading team"),
        ("Ann Example’s", "The reading team's"),
        ("ask ann-example", "ask The reading team"),
        ("ask AE or ae", "ask The reading team or ae"),
        ("Pat O’Neil‑Wood", "A named officer"),  # noqa: RUF001 - as a word processor has it
        ("It is. Pat O'Neil-Wood", "It is. A named officer"),
        ("ask Tom Young", "ask Library service"),
        ("Young Street School, Young", "Young Street School, Library service"),
        ("for example", "for The reading team"),
        ("Examples, Anna, Exampleton, Youngster", "Examples, Anna, Exampleton, Youngster"),
    ],
)
def test_a_name_gives_way_to_a_label(written, said):
    assert persons_of(EVERY).without(written)[0] == said


def test_a_surname_that_is_a_word_of_the_plan_is_taken_out_after_a_title_or_a_first_name_only():
    persons = persons_of(EVERY, ["For young people. tom young agrees."])
    said = persons.without("Young people, Cllr Young, Tom Young")
    assert said == ("Young people, Library service, Library service", 2)


def test_a_surname_that_is_small_only_behind_a_first_name_or_in_an_address_is_no_word():
    persons = persons_of(EVERY, ["tom young and tom@young.example agree"])
    assert persons.without("Young") == ("Library service", 1)


@pytest.mark.parametrize("written", ["ann-example", "Ms Ann Example (Reading)", "ae", "AE"])
def test_id_name_and_alias_have_a_label_in_any_case(written):
    assert persons_of(EVERY).label(written) == "The reading team"


def test_a_name_of_two_parties_means_the_first():
    other = Party(id="other", kind=PartyKind.TEAM, name="AE")
    assert persons_of((other, ANN)).label("AE") is None
    assert persons_of((ANN, other)).label("AE") == "The reading team"


@pytest.mark.parametrize(
    ("organisation", "label"),
    [("The council", "The council"), ("tom", "a named officer"), ("Library", "Library")],
)
def test_without_a_public_label_the_organisation_stands_for_a_person(organisation, label):
    person = Party(id="x", kind=PartyKind.PERSON, name="X Y", organisation=organisation)
    assert persons_of((person, TOM)).label("x") == label


def test_without_persons_nothing_is_looked_for():
    persons = persons_of((LIBRARY, YOUNG_STREET))
    assert persons.without("Tom Young") == ("Tom Young", 0)
    assert persons.named_in("Tom Young") == ()


def test_those_whom_a_text_names_are_told_by_their_labels_once():
    named = persons_of(EVERY).named_in("AE and Ann Example, with Tom Young")
    assert named == ("The reading team", "Library service")
