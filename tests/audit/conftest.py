"""A plan in which persons stand wherever a plan can name one; all of them are invented."""

import pytest

PLAN = """\
format: planctl/1
id: reading
title: Reading, by Ann Example
status: draft
period: {from: 2017-09-01, to: 2018-08-31}
group: Ann Example
coordinator: ann
vision: Ring 0161 496 0000.
aim: Write to ann@council.example. Ann Example's idea.
diagnosis: [{text: Said by AEX., facts: [{text: Example said so, value: 3, source: Ann Example}]}]
outcomes: [{text: Ann Example reads}]
fields: [{name: contact, type: text, for: action}]
parties:
  - id: ann
    kind: person
    name: Ann Example
    aliases: [AEX]
    organisation: library
    public_label: The reading team
    source: {line: 7}
  - {id: bob, kind: person, name: Bob Specimen, organisation: library}
  - {id: library, kind: organisation, name: Library service, source: {line: 9}}
kpis:
  - title: Books that Bob Specimen lends
    unit: books
    owner: bob
    source: {from: Register of Bob Specimen, line: 12}
    actuals: {2017-18 autumn: {value: 30, comment: AEX counted., by: bob}}
themes:
  - title: Clubs
    responsible: [bob]
    source: {line: Bob Specimen}
    actions:
      - ref: 1a
        uid: club
        text: Open a club with Ann Example
        title: Ann Example's club for every family of the first year
        notes: [Specimen has the key.]
        responsible: [ann, {party: AEX, role: lead, note: until Bob Specimen is back}]
        respondent: Ann Example
        schedule: [Year 1]
        evidence: [{id: E1, title: Notes of AEX, locator: notes/ann-example.pdf}]
        own: {contact: ann@council.example}
        updates:
          2017-18 autumn:
            rating: amber
            comment: Ms Specimen is ill; 07700 900123.
            decision_needed: May Ann Example go on?
            next_steps: [Bob Specimen asks again.]
            verified: {rating: red, by: bob}
            by: ann
            source: {line: 30, rating: Ann Example}
        source: {line: 20, responsible: Ann Example}
      - {ref: 1b, text: Lend books, responsible: [bob, library], schedule: [Year 1]}
recommendations: [{text: Ask Bob Specimen, response: {decision: part, by: ann, minute: AEX}}]
engagement: [{event: Talk by Ann Example, audience: [Friends of Bob Specimen], method: AEX asked}]
risks: [{ref: R1, text: Ann Example leaves., owner: bob}]
changes: [{target: club, from: ann, to: [bob, AEX], reason: Bob Specimen, decided_by: ann}]
approvals: [{role: Board, by: bob, minute: AEX, agreed: {club: {responsible: ann}}}]
glossary: {AEX: Ann Example, FSD: the list of Bob Specimen}
narrative: [Written by Ann Example.]
reports:
  2017-18 autumn: {prepared_by: ann, summary: Ann Example is well., asks: [Thank Bob Specimen.]}
"""


@pytest.fixture(scope="session")
def named() -> str:
    """The plan's text."""
    return PLAN
