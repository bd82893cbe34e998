"""Reports for the public over several plans, each of which speaks of persons of the others."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planctl.audit.manifest import DeclaringRecord, EditionRecord
from planctl.printing import Press, programme_press
from planctl.printing.assembling import proven, sources_of
from planctl.printing.finished import basis
from planctl.printing.listed import stem_of
from planctl.report.request import Audience, ReportKind
from planctl.workspace import groups

PROGRAMME = """\
format: planctl/1
id: together
title: Together, says Zoe Quillfeather
partnership: The Partnership of Mary Okafor
parties:
  - {id: desk, kind: person, name: Zoe Quillfeather}
  - {id: library, kind: organisation, name: Library}
"""
PLAN = """\
format: planctl/1
id: {id}
title: Read with {other}
period: {{from: 2017-09-01, to: 2018-08-31}}
parties: [{parties}]
themes:
  - title: Clubs of {other}
    actions:
      - ref: 1a
        text: Open a club with {other} (0161 496 0000).
        responsible: [{other_id}]
        schedule: [Year 1]
        evidence: [{{title: Notes of {other}, locator: notes/{other_id}.pdf}}]
        updates:
          2017-18 autumn:
            rating: red
            comment: "{other} is ill, says Zoe Quillfeather; write to {other_id}@council.example."
            next_steps: ["{other} asks again."]
            by: {other_id}
      - ref: 1b
        text: Lend books.
        schedule: [Year 1]
        depends_on: ["{beside}:1a"]
kpis: [{{title: Books that {other} lends, unit: books, owner: {other_id}}}]
recommendations: [{{ref: R1, text: "Ask {other}.", actions: [1a]}}]
risks: [{{ref: R1, text: "{other} leaves.", owner: {other_id}}}]
glossary: {{"{other}": Somebody, FSD: the list of {other}}}
reports: {{2017-18 autumn: {{prepared_by: "{other}", summary: "Thanks to {other}."}}}}
"""
MARY = "{id: mary-okafor, kind: person, name: Mary Okafor, organisation: library}"
HUGO = "{id: hugo-brackenbury, kind: person, name: Hugo Brackenbury, public_label: a teacher}"
PERSONAL = re.compile(r"mary|okafor|hugo|bracken|zoe|quillf|@council|496.0000", re.IGNORECASE)
SUM = re.compile("summary", re.IGNORECASE)
TERM = "2017-18 autumn"


def plan(name, parties, other, other_id, beside):
    return PLAN.format(id=name, parties=parties, other=other, other_id=other_id, beside=beside)


@pytest.fixture
def workspace(tmp_path):
    """A workspace whose plans declare a person each and speak of the other's."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (tmp_path / "planctl.toml").touch()
    (folder / "programme.yaml").write_text(PROGRAMME, "utf-8")
    texts = {
        "alpha": plan("alpha", MARY, "Hugo Brackenbury", "hugo-brackenbury", "beta"),
        "beta": plan("beta", HUGO, "Mary Okafor", "mary-okafor", "alpha"),
        "quiet": "format: planctl/1\nid: quiet\ntitle: Quiet\npartnership: Us\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def programme(*paths, audience=Audience.PUBLIC):
    press = programme_press(groups(paths), TERM, None, "", audience)
    assert press is not None
    return press


def alone(path, kind=ReportKind.DELIVERY):
    (group,) = groups([path])
    (press,) = Press.presses(group, TERM, None, "", Audience.PUBLIC, kind)
    return press


def presses(folder: Path):
    yield programme(folder / "plans")
    yield programme(folder / "plans/beta.yaml")
    for kind in ReportKind:
        if kind is not ReportKind.PROGRAMME:
            yield alone(folder / "plans/beta.yaml", kind)


def personal(text):
    return PERSONAL.findall(SUM.sub("", text))


@pytest.mark.parametrize("number", range(5))
def test_no_person_of_any_plan_is_left_in_a_page_or_in_what_it_carries(workspace, number):
    press = list(presses(workspace))[number]
    made = proven(press)
    assert personal(made.html().decode()) == []
    assert {name: personal(one.decode()) for name, one in made.carried.files.items()} == {
        name: [] for name in made.carried.files
    }
    assert personal(made.carried.manifest.content.decode()) == []
    assert personal("".join((stem_of(press), *made.carried.files))) == []


@pytest.mark.thorough
def test_no_person_of_any_plan_is_left_in_a_pdf(workspace):
    found = PdfReader(BytesIO(proven(programme(workspace / "plans")).pdf()))
    words = [page.extract_text() for page in found.pages]
    metadata = [
        str(found.metadata),
        str(found.xmp_metadata and found.xmp_metadata.stream.get_data()),
    ]
    outline = [str(found.outline)]
    assert "Read with a teacher" in " ".join(words)
    assert personal("\n".join((*words, *metadata, *outline, *found.attachments))) == []
    held = [one.decode() for files in found.attachments.values() for one in files]
    assert personal("\n".join(held)) == []


def test_officers_read_who_it_is(workspace):
    page = programme(workspace / "plans", audience=Audience.OFFICER).html()
    assert "Read with Mary Okafor" in page


def test_workspaces_in_one_report_keep_quiet_about_each_other_s_persons(workspace, tmp_path):
    other = tmp_path / "other"
    (other / "plans").mkdir(parents=True)
    (other / "planctl.toml").touch()
    moved = (workspace / "plans/beta.yaml").rename(other / "plans/beta.yaml")
    made = proven(programme(workspace / "plans", moved))
    assert personal(made.html().decode()) == []


def test_the_record_names_the_files_whose_persons_were_taken_out(workspace):
    press = alone(workspace / "plans/beta.yaml")
    manifest = proven(press).carried.manifest
    assert manifest.edition is not None
    assert manifest.edition.declaring == (
        DeclaringRecord(source="plans/alpha.yaml", programme="plans/programme.yaml"),
    )
    assert [one.name for one in manifest.sources] == [
        "plans/beta.yaml", "plans/programme.yaml", "plans/alpha.yaml",
    ]  # fmt: skip
    assert tuple(one.name for one in sources_of(press)) == tuple(
        one.name for one in manifest.sources
    )


def test_a_programme_that_a_plan_overrides_declares_its_own_person(workspace):
    beta = workspace / "plans/beta.yaml"
    own = "{id: desk, kind: team, name: The desk}"
    beta.write_text(beta.read_text("utf-8").replace("parties: [", f"parties: [{own}, "), "utf-8")
    made = proven(alone(beta))
    assert personal(made.html().decode()) == []
    assert made.carried.manifest.edition is not None
    assert [one.source for one in made.carried.manifest.edition.declaring] == [
        "plans/alpha.yaml", "plans/programme.yaml",
    ]  # fmt: skip


def test_a_plan_that_names_nobody_hangs_on_no_other_file(workspace):
    press = alone(workspace / "plans/quiet.yaml")
    record = proven(press).carried.manifest.edition
    assert record == EditionRecord(version=1, removed={})
    assert "declaring" not in record.model_dump()


@pytest.mark.parametrize("make", [programme, alone])
def test_a_report_is_made_anew_when_who_is_known_elsewhere_changes(workspace, make):
    beta, alpha = workspace / "plans/beta.yaml", workspace / "plans/alpha.yaml"
    before = repr(basis(make(beta)))
    text = alpha.read_text("utf-8")
    alpha.write_text(f"{text}# A remark\n", "utf-8")
    assert repr(basis(make(beta))) != before
