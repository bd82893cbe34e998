"""`planctl import --history`: papers of one plan, and what they did not tell. All are invented."""

import subprocess

import pytest

from tests.transfer.dated_papers import AUTUMN, SPRING, SUMMER, write_paper

TERMS = ("--term", "autumn 2017", "--term", "spring 2018", "--term", "summer 2018")
PAPERS = ("autumn.docx", "spring.docx", "summer.xlsx")
PAGE = "what-your-papers-did-not-tell-you"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, rows in zip(PAPERS, (AUTUMN, SPRING, SUMMER), strict=True):
        write_paper(tmp_path / name, rows)
    return tmp_path


def test_it_says_what_vanished_was_re_dated_copied_and_bettered_without_evidence(planctl, folder):
    said = planctl("import", "--history", *PAPERS, *TERMS)
    assert said.code == 0
    assert (
        said.out
        == """\
Reading Together
  1  2017-18 autumn  5 actions, 5 ratings, 5 comments  (autumn.docx)
  2  2017-18 spring  4 actions, 4 ratings, 4 comments  (spring.docx)
  3  2017-18 summer  4 actions, 3 ratings, 2 comments  (summer.xlsx)

What your papers did not tell you
  9 things left unsaid; 2 need a decision.

  2017-18 autumn to 2017-18 spring
    Vanished, needs a decision
      1d is no longer in the plan: ‘Hold a reading festival in the town hall with all schools’
    Given another date, needs a decision
      1b was due March 2018, and is due March 2020, 731 days later
    Told in the same words as before
      1c is told in the words of 2017-18 autumn: ‘The list is at the printer.’
    Nobody answers for it any more
      1d has nobody responsible any more (was Schools)

  2017-18 spring to 2017-18 summer
    Better rated, and nothing shows it
      1b was amber and is green, and the paper has no comment on it
      1c was amber and is green, and the paper says nothing new
    Told in the same words as before
      1c is told in the words of 2017-18 spring: ‘The list is at the printer.’, but it was amber \
and is green
    Not told of any more
      1d has neither rating nor comment (last told for 2017-18 spring: green)
    Promises less
      1a promises less: 'open' became 'explore', 'each of' became 'some'
"""
    )
    assert said.err == (
        "\nNothing was written. Add -o FOLDER for the page, the versions and the plan.\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == sorted(PAPERS)


def test_the_page_the_versions_and_the_living_plan_are_written(planctl, folder):
    said = planctl("import", "--history", *PAPERS, *TERMS, "-o", "out")
    assert said.code == 0
    found = sorted(path.relative_to(folder / "out").as_posix()
                   for path in (folder / "out").rglob("*") if path.is_file())  # fmt: skip
    assert found == [
        "changes/01-02.html", "changes/01-02.md", "changes/02-03.html", "changes/02-03.md",
        "plans/reading-together.yaml",
        "versions/01-2017-18-autumn/plans/reading-together.yaml",
        "versions/02-2017-18-spring/plans/reading-together.yaml",
        "versions/03-2017-18-summer/plans/reading-together.yaml",
        f"{PAGE}.html", f"{PAGE}.md",
    ]  # fmt: skip
    last = (folder / "out" / found[-3]).read_bytes()
    assert (folder / "out/plans/reading-together.yaml").read_bytes() == last
    assert planctl("fmt", "--check", "out/plans").code == 0
    assert "  planctl validate out/plans\n" in said.out


def test_diff_takes_the_versions(planctl):
    planctl("import", "--history", *PAPERS, *TERMS, "-o", "out")
    versions = ("out/versions/01-2017-18-autumn", "out/versions/02-2017-18-spring")
    said = planctl("diff", *versions, "--only", "audit", "--stat")
    assert (said.code, "2 changes" in said.out) == (0, True)


def test_the_page_stands_alone_and_names_what_to_ask(planctl, folder):
    planctl("import", "--history", *PAPERS, *TERMS, "-o", "out")
    html = (folder / "out" / f"{PAGE}.html").read_text("utf-8")
    assert [word for word in ("<script", "src=", "http://", "https://") if word in html] == []
    assert "Who decided that 1d is not done, and what takes its place?" in html
    assert 'href="changes/01-02.html"' in html
    text = (folder / "out" / f"{PAGE}.md").read_text("utf-8")
    assert text.startswith("# What your papers did not tell you\n\nReading Together. **9 things")


def test_the_papers_words_are_harmless_on_the_page(planctl, folder):
    hostile = "Ask <script>alert(1)</script> @everyone about | #1"
    write_paper(folder / "a.docx", [("1", hostile, "Schools", "July 2019", "Green", "Begun.")])
    write_paper(folder / "b.docx", [("1", hostile, "", "July 2019", "Green", "Begun.")])
    planctl("import", "--history", "a.docx", "b.docx", *TERMS[:4], "-o", "out")
    page = "".join(path.read_text("utf-8") for path in (folder / "out").rglob("*.*ml")
                   if path.suffix == ".html")  # fmt: skip
    assert "<script" not in page


@pytest.mark.thorough
def test_each_paper_can_be_a_commit_of_its_day(planctl, folder, monkeypatch):
    days = ("--dated", "2017-12-20", "--dated", "2018-04-26", "--dated", "2018-09-05")
    said = planctl("import", "--history", *PAPERS, *TERMS, *days, "-o", "out", "--git")
    assert said.code == 0
    monkeypatch.chdir(folder / "out")
    asked = ["git", "log", "--reverse", "--format=%cs %s"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert listed.splitlines() == [
        "2017-12-20 Reading Together, as autumn.docx tells it for 2017-18 autumn",
        "2018-04-26 Reading Together, as spring.docx tells it for 2017-18 spring",
        "2018-09-05 Reading Together, as summer.xlsx tells it for 2017-18 summer",
    ]
    changed = planctl("diff", "2017-18-autumn..2017-18-spring", "--only", "action-dropped")
    assert "1d is no longer in the plan" in changed.out
    life = planctl("log", "1b").out
    assert "1b was due March 2018, and is due March 2020, 731 days later" in life


def test_git_that_is_missing_is_said_before_anything_is_written(planctl, folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    said = planctl("import", "--history", *PAPERS, *TERMS, "-o", "out", "--git")
    assert (said.code, (folder / "out").exists()) == (3, False)


@pytest.mark.parametrize(("arguments", "message"), [
    (("--history", "autumn.docx", "--term", "autumn 2017"), "Name two papers or more."),
    (("--history", *PAPERS, "--term", "autumn 2017"), "Say --term once for each of the 3 papers"),
    (("--history", *PAPERS, *TERMS, "--dated", "2018-01-01"), "Say --dated once for each"),
    (("--history", *PAPERS, *TERMS, *("--dated", "soon") * 3), "--dated 'soon' is not a day"),
    (("--history", "spring.docx", "autumn.docx", "--term", "spring 2018", "--term", "autumn 2017"),
     "Name the papers from the oldest to the newest"),
    (("--history", *PAPERS, *TERMS, "-o", "one.yaml"), "Name a new folder"),
    (("--history", *PAPERS, *TERMS, "-o", "."), ". is there already, so nothing was written. Name"),
    (("autumn.docx", *TERMS), "say --history for papers of several terms"),
    (("autumn.docx", "--git"), "Add --history."),
    (("autumn.docx", "--dated", "2018-01-01"), "Add --history."),
])  # fmt: skip
def test_what_does_not_fit_together_is_said_with_what_to_do(planctl, arguments, message):
    said = planctl("import", *arguments)
    assert (said.code, message in said.err) == (2, True)


def test_a_dry_run_writes_nothing(planctl, folder):
    said = planctl("import", "--history", *PAPERS, *TERMS, "-o", "out", "--dry-run")
    assert (said.code, said.err, (folder / "out").exists()) == (
        0, "\nNothing was written.\n", False,
    )  # fmt: skip


def test_a_paper_that_leaves_something_open_is_shown_with_what_to_answer(planctl, folder):
    (folder / "b.txt").write_text("Ref\tAction\tZone\n1a\tVisit a theatre\tNorth\n")
    papers = ("autumn.docx", "b.txt", *TERMS[:4], "-o", "out")
    said = planctl("import", "--history", *papers)
    assert (said.code, (folder / "out").exists()) == (1, False)
    assert "    --map Zone=own " in said.out
    assert planctl("import", "--history", *papers, "--map", "Zone=own").code == 0
