"""What each reader may see of a plan, in the plan and in its report."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader
from pypdf.generic import StreamObject

from planctl.api import loads
from planctl.audit import Edition, Reader, edition_for
from planctl.loading import reading_of
from planctl.model import Assignment, Party, PartyKind, Plan, Scale
from planctl.model.plain import plain
from planctl.printing import Press
from planctl.report import render_pdf
from planctl.report.request import Audience
from planctl.workspace import groups

RICH = Path(__file__).parents[1] / "report" / "rich.yaml"
PERSONAL = re.compile(
    r"\bann\b|example|\bAEX\b|\bbob\b|specimen|@council|496 0000|900123", re.IGNORECASE
)
NOT_WORDS = {
    "agreed", "calendars", "change", "depends_on", "field", "id", "into", "kpis", "own", "ref",
    "relation", "sha256", "target", "uid",
}  # fmt: skip
"""Fields that hold refs, uids and names of fields."""


@pytest.fixture(scope="module")
def plan(named):
    return loads(named)


@pytest.fixture(scope="module")
def public(plan):
    return edition_for(plan, Reader.PUBLIC)


@pytest.fixture
def page(named, tmp_path):
    """`page(audience)`: the report that the audience gets."""
    (tmp_path / "planctl.toml").write_text("", "utf-8")
    file = tmp_path / "plans" / "reading.yaml"
    file.parent.mkdir()
    ignored = "# planctl: ignore-file[PLN711] Ann Example says so\n"
    file.write_text(f"{ignored}{named}", "utf-8")

    def made(audience):
        (group,) = groups([file])
        (press,) = Press.presses(group, "2017-18 autumn", date(2018, 1, 1), audience=audience)
        return press.html()

    return made


def test_officers_have_the_plan_itself(plan):
    assert edition_for(plan, Reader.OFFICER) == Edition(plan, {})


def test_no_person_and_no_address_is_left_for_the_public(public):
    assert PERSONAL.findall(yaml.safe_dump(plain(public.plan))) == []


def test_what_was_taken_out_is_counted(public):
    assert (public.removed, public.version) == (
        {"contacts": 4, "names": 26, "persons": 26, "sources": 7},
        1,
    )


def test_members_miss_only_the_places_that_entries_were_copied_from(plan):
    edition = edition_for(plan, Reader.MEMBER)
    assert edition.removed == {"sources": 8}
    (kpi,) = edition.plan.kpis
    assert kpi.source == {"from": "Register of Bob Specimen"}
    assert "line:" not in yaml.safe_dump(plain(edition.plan))
    assert edition.plan.parties[0].name == "Ann Example"
    assert edition.said("Ann Example") == "Ann Example"


def test_a_post_stands_for_a_person_unless_another_party_goes_by_the_label(public):
    assert public.plan.parties == (
        Party(id="the-reading-team", kind=PartyKind.POST, name="The reading team"),
        Party(id="library", kind=PartyKind.ORGANISATION, name="Library service"),
    )


def test_two_persons_who_become_one_party_are_named_once(public):
    club, books = public.plan.themes[0].actions
    assert [one.party for one in club.responsible] == ["The reading team"] * 2
    assert books.responsible == (Assignment(party="Library service"),)


def test_an_edition_is_a_plan_that_can_be_read_again(public):
    written = plain(public.plan)
    reading = reading_of(written, None)
    assert Plan.model_validate(written, context=reading) == public.plan


@pytest.mark.parametrize("reader", Reader)
def test_the_edition_of_an_edition_is_the_same(plan, reader):
    once = edition_for(plan, reader).plan
    assert edition_for(once, reader) == Edition(once, {})


def test_persons_of_the_programme_are_known_to_a_plan_that_is_not_joined(plan):
    alone = plan.model_copy(update={"parties": ()})
    edition = edition_for(alone, Reader.PUBLIC, plan.parties)
    assert PERSONAL.findall(yaml.safe_dump(plain(edition.plan))) == []
    assert edition.plan.parties == ()


def test_words_are_looked_at_wherever_a_plan_can_hold_them():
    given = yaml.load(RICH.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone
    given |= {"format": "planctl/1", "id": "rich", "title": "Rich"}
    given["parties"][0] |= {"kind": "person", "public_label": "Theirs"}
    rich = Plan.model_validate(given, context={"scale": Scale()})
    left = words_left(plain(edition_for(rich, Reader.PUBLIC).plan), ())
    assert [path for path in left if NOT_WORDS.isdisjoint(path)] == []


def words_left(found, path):
    if isinstance(found, dict):
        return [one for name, held in found.items() for one in words_left(held, (*path, name))]
    if isinstance(found, list):
        return [one for held in found for one in words_left(held, path)]
    return [path] if "MINE" in str(found) else []


def test_a_title_stays_as_short_as_a_title_has_to_be(public):
    assert public.plan.themes[0].actions[0].title == (
        "The reading team's club for every family of the first year"
    )
    title = f"{'x' * 183} ann@council.example"[:200]
    longer = edition_for(public.plan.model_copy(update={"title": title}), Reader.PUBLIC)
    assert len(longer.plan.title) == 200
    assert longer.plan.title.endswith(" [contact detail…")


def test_the_public_report_names_nobody(page):
    html = page(Audience.PUBLIC)
    assert PERSONAL.findall(html) == []
    assert "The reading team" in html


@pytest.mark.thorough
def test_the_public_pdf_names_nobody_in_its_text_and_its_metadata(page):
    pdf = render_pdf(page(Audience.PUBLIC))
    document = PdfReader(BytesIO(pdf))
    text = "\n".join(sheet.extract_text() for sheet in document.pages)
    told = f"{dict(document.metadata or {})} {document.outline}"
    stream = document.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    metadata = stream.get_data().decode()
    assert [PERSONAL.findall(each) for each in (text, told, metadata)] == [[], [], []]


def test_officers_read_all_of_it(page):
    html = page(Audience.OFFICER)
    missing = {"Ann Example", "Bob Specimen", "ann@council.example", "0161 496 0000"}
    assert {name for name in missing if name not in html} == set()


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.SCRUTINY])
def test_members_read_who_is_responsible(page, audience):
    assert "Ann Example" in page(audience)


HELD_BACK = """
format: planctl/1
id: exclusions
title: Exclusions
kpis:
  - title: Pupils excluded
    actuals:
      2016-17: {value: 3, suppressed: true, forecast: 5, comment: Fewer than five.}
      2017-18: {value: 12, last: 3}
      2018-19: {value: 14, last: 12}
"""


@pytest.mark.parametrize("reader", [Reader.MEMBER, Reader.PUBLIC])
def test_figures_that_are_held_back_are_in_no_edition(reader):
    edition = edition_for(loads(HELD_BACK), reader)
    (kpi,) = edition.plan.kpis
    assert [plain(actual) for actual in kpi.actuals.values()] == [
        {"suppressed": True, "comment": "Fewer than five."},
        {"value": "12"},
        {"value": "14", "last": "12"},
    ]
    assert edition.removed == {"figures": 2}
    assert edition_for(edition.plan, reader).plan == edition.plan


def test_officers_have_the_figures_that_are_held_back():
    plan = loads(HELD_BACK)
    assert edition_for(plan, Reader.OFFICER).plan == plan
