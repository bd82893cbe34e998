"""Action plans as councils lay them out, in Word and Excel. All of their content is invented."""

# ruff: noqa: E501 - a row of a table stands on one line, as in the document

from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TICK = "✓"


@dataclass(frozen=True)
class C:
    """A cell with more to it than its text: colour, and how many columns and rows it takes."""

    text: str = ""
    fill: str = ""
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Layout:
    """A document: headings and tables in their order, and what an importer should make of it.

    `fields` has the field of each column by its heading; `asked` are those that nobody can know.
    """

    name: str
    blocks: tuple[str | list[list[str | C]], ...]
    fields: dict[str, str]
    actions: int
    themes: tuple[str, ...]
    asked: frozenset[str] = frozenset()
    term: str = ""
    ratings: int = 0
    owners: int | None = field(default=None)


def rows(*lines: str) -> list[list[str | C]]:
    """A table's rows out of lines with bars between the cells."""
    return [[cell.strip() for cell in line.split("|")] for line in lines]


LAYOUTS = (
    Layout(
        "plain",
        ("Attendance improvement plan 2018-19", rows(
            "Ref | Action | Lead officer | By when | RAG | Progress update",
            "1 | Write to families after three absences | Attendance lead | 31/10/2018 | G | Letters are out.",
            "2 | Agree one code list for all schools | Data team | December 2018 | A | Two schools have yet to reply.",
            "3 | Open a breakfast club | Head of Ash School | Easter 2019 | R | No room has been found.",
        )),
        {"Ref": "ref", "Action": "text", "Lead officer": "lead", "By when": "due", "RAG": "rating",
         "Progress update": "comment"},
        3, (), term="autumn 2018", ratings=3, owners=3,
    ),
    Layout(
        "three-years",
        ("Reading partnership plan", [
            ["Ref", "Key actions", "Responsible", C("Timeline", across=3), "", "", C("RAG rated progress", across=2), "", "Comments"],
            ["", "", "", "Year 1", "Year 2", "Year 3", "Yr 1", "Yr 2", ""],
            ["1", "Books at home", "", "", "", "", "", "", ""],
            ["1.1", "Give each family a library card", "Library service", TICK, TICK, TICK, "", "", ""],
            ["1.2", "Lend story sacks", "Early years team", "Pilot ✓", "Roll-out ✓", "", "", "", ""],
            ["2", "Reading in school", "", "", "", "", "", "", ""],
            ["2.1", "Train reading volunteers", "", "", TICK, "", "", "", ""],
        ]),
        {"Ref": "ref", "Key actions": "text", "Responsible": "responsible", "Timeline > Year 1": "schedule",
         "Timeline > Year 2": "schedule", "Timeline > Year 3": "schedule", "RAG rated progress > Yr 1": "rating",
         "RAG rated progress > Yr 2": "rating", "Comments": "comment"},
        3, ("1 Books at home", "2 Reading in school"), owners=2,
    ),
    Layout(
        "themes-merged",
        ("Early help action plan", [
            ["Priority area", "Action", "Who is responsible?", "Timescale", "Success criteria", "Resources"],
            [C("Families are heard", down=2), "Hold four family forums", "Participation officer", "By July 2019", "Eighty families take part", "£1,200"],
            ["", "Publish what families said", "Participation officer", "Termly", "Three reports are out", "None"],
            [C("Help comes early", down=2), "Put a worker in each cluster", "Early help manager", "September 2018", "Referrals fall by a tenth", "Two posts"],
            ["", "Share one assessment form", "All partners", "Ongoing", "One form is in use", "Within budget"],
        ]),
        {"Priority area": "theme", "Action": "text", "Who is responsible?": "responsible", "Timescale": "due",
         "Success criteria": "success", "Resources": "cost"},
        4, ("Families are heard", "Help comes early"), owners=4,
    ),
    Layout(
        "table-per-theme",
        ("School improvement partnership", "Theme 1: Leadership", rows(
            "No. | What will we do? | Who? | By when? | How will we know?",
            "1.1 | Pair each new head with a mentor | Partnership board | October 2018 | Each new head has met a mentor twice",
            "1.2 | Run a course for middle leaders | Teaching school | Spring 2019 | Twenty leaders finish it",
        ), "Theme 2: Teaching", rows(
            "No. | What will we do? | Who? | By when? | How will we know?",
            "2.1 | Visit lessons in pairs | Heads | Each half term | Every school has been visited",
        )),
        {"No.": "ref", "What will we do?": "text", "Who?": "responsible", "By when?": "due", "How will we know?": "success"},
        3, ("Theme 1: Leadership", "Theme 2: Teaching"), owners=3,
    ),
    Layout(
        "colours",
        ("SEND written statement of action", [
            ["Action ref", "Action required", "Responsible officer", "Deadline", "BRAG rating", "Commentary"],
            ["A1", "Rewrite the local offer", "SEND manager", "30 November 2018", C("", "92D050"), "It is online."],
            ["A2", "Cut waits for speech therapy", "Health lead", "31 March 2019", C("", "FF0000"), "Waits have grown."],
            ["A3", "Train school SENCOs", "Advisory team", "28 February 2019", C("", "FFC000"), "Half are trained."],
            ["A4", "Appoint a parents' link worker", "SEND manager", "1 October 2018", C("", "0070C0"), "In post."],
        ]),
        {"Action ref": "ref", "Action required": "text", "Responsible officer": "responsible", "Deadline": "due",
         "BRAG rating": "rating", "Commentary": "comment"},
        4, (), term="autumn 2018", ratings=4, owners=4,
    ),
    Layout(
        "objective-and-outcome",
        ("Youth strategy delivery plan", [
            ["Objective", "Action", "Lead", "Key partners", "Target date", "Outcome"],
            [C("Young people feel safe", down=2), "Map lighting on school routes", "Highways", "Police", "May 2019", "Fewer dark routes are reported"],
            ["", "Train youth workers in first aid", "Youth service", "Ambulance trust", "June 2019", "All workers hold a certificate"],
            [C("Young people have a say", down=2), "Set up a youth panel", "Democratic services", "Schools", "January 2019", "The panel has met three times"],
            ["", "Publish a young people's page", "Communications", "Youth panel", "March 2019", "The page is read each month"],
        ]),
        {"Objective": "theme", "Action": "text", "Lead": "lead", "Key partners": "partner", "Target date": "due",
         "Outcome": "success"},
        4, ("Young people feel safe", "Young people have a say"), owners=4,
    ),
    Layout(
        "quarters",
        ("Corporate plan: skills", [
            ["Action", "Owner", C("2018-19", across=4), "", "", "", "Evidence"],
            ["", "", "Q1", "Q2", "Q3", "Q4", ""],
            ["Open a jobs desk in the library", "Skills team", "x", "x", "", "", "Desk log"],
            ["Hold two careers fairs", "Careers hub", "", "x", "", "x", "Attendance sheets"],
        ]),
        {"Action": "text", "Owner": "responsible", "2018-19 > Q1": "schedule", "2018-19 > Q2": "schedule",
         "2018-19 > Q3": "schedule", "2018-19 > Q4": "schedule", "Evidence": "evidence"},
        2, (), owners=2,
    ),
    Layout(
        "questions",
        ("Healthy schools plan", rows(
            "What needs to be done? | Who will do it? | By when | What will success look like? | Evidence of impact | Cost",
            "Teach cooking in year 5 | Catering service | July 2019 | Every class has cooked twice | Class photographs | £900",
            "Mark out a daily mile | Sports partnership | May 2019 | Nine schools run it | School returns | nil",
        )),
        {"What needs to be done?": "text", "Who will do it?": "responsible", "By when": "due",
         "What will success look like?": "success", "Evidence of impact": "evidence", "Cost": "cost"},
        2, (), owners=2,
    ),
    Layout(
        "dates",
        ("Governors' action plan", rows(
            "Item | Task | Person responsible | Start date | End date | Resources required | Date completed | Notes",
            "1 | Review the complaints policy | Chair | 03/09/2018 | 31/10/2018 | Clerk's time | 12/10/2018 | Agreed without change.",
            "2 | Recruit two parent governors | Clerk | 01/10/2018 | 14/12/2018 | Advertising | | One application so far.",
        )),
        {"Item": "ref", "Task": "text", "Person responsible": "responsible", "Start date": "own", "End date": "due",
         "Resources required": "cost", "Date completed": "completed_on", "Notes": "notes"},
        2, (), owners=2,
    ),
    Layout(
        "inspection",
        ("Post-inspection action plan", [
            ["Area for improvement", "Action", "Accountable officer", "Due date", "RAG status", "Progress to date", "Next steps"],
            [C("Case recording", down=2), "Audit thirty files a month", "Quality lead", "Monthly", "Green", "Three audits are done.", "Report to the board."],
            ["", "Coach teams on chronologies", "Practice lead", "February 2019", "Amber", "Two teams of five.", "Book the other three."],
            ["Supervision", "Record supervision on one form", "Heads of service", "1 December 2018", "Red", "The form is late.", "Agree it in January."],
        ]),
        {"Area for improvement": "theme", "Action": "text", "Accountable officer": "responsible", "Due date": "due",
         "RAG status": "rating", "Progress to date": "comment", "Next steps": "next_steps"},
        3, ("Case recording", "Supervision"), term="autumn 2018", ratings=3, owners=3,
    ),
    Layout(
        "pages",
        ("Library service plan", rows(
            "Ref | Activity | Lead | When",
            "1 | Lend tablets to pupils | Digital team | October 2018",
            "2 | Open on Sundays | Branch managers | January 2019",
            "Ref | Activity | Lead | When",
            "3 | Visit every reception class | Children's librarian | June 2019",
            "4 | Start a reading group in Polish | Branch managers | Spring 2019",
        )),
        {"Ref": "ref", "Activity": "text", "Lead": "lead", "When": "due"},
        4, (), owners=4,
    ),
    Layout(
        "theme-rows",
        ("Community safety plan", [
            ["Action", "Lead agency", "Supporting partners", "Timeframe", "Measure of success", "Status"],
            [C("Safer streets", "D9D9D9", across=6), "", "", "", "", ""],
            ["Walk the estate with residents", "Police", "Housing", "Quarterly", "Four walks", "On track"],
            ["Mend the underpass lights", "Highways", "Police", "March 2019", "All lights work", "Complete"],
            [C("Safer homes", "D9D9D9", across=6), "", "", "", "", ""],
            ["Fit two hundred smoke alarms", "Fire service", "Housing", "2018-19", "Two hundred fitted", "On track"],
        ]),
        {"Action": "text", "Lead agency": "lead", "Supporting partners": "partner", "Timeframe": "due",
         "Measure of success": "success", "Status": "rating"},
        3, ("Safer streets", "Safer homes"), term="autumn 2018", ratings=2, owners=3,
    ),
    Layout(
        "terms",
        ("Transition plan", rows(
            "Ref | Action | Who | Autumn 2017 | Spring 2018 | Summer 2018 | Milestones | Priority",
            "T1 | Meet every year 6 teacher | Transition lead | ✓ | ✓ | | All met by March | 1",
            "T2 | Hold a summer school | Secondary heads | | Plan ✓ | Deliver ✓ | Places are filled | 2",
        )),
        {"Ref": "ref", "Action": "text", "Who": "responsible", "Autumn 2017": "schedule", "Spring 2018": "schedule",
         "Summer 2018": "schedule", "Milestones": "milestones", "Priority": "priority"},
        2, (), owners=2,
    ),
    Layout(
        "misspelt",
        ("Play strategy", rows(
            "Ref. No. | Agreed Actions | Responsable Officer | Target completion date | Sucess measures | Progress / comments",
            "P1 | Reopen the adventure playground | Parks team | April 2019 | It opens six days a week | A survey is done.",
            "P2 | Train twelve play rangers | Play charity | June 2019 | Twelve are trained | Eight have begun.",
        )),
        {"Ref. No.": "ref", "Agreed Actions": "text", "Responsable Officer": "responsible",
         "Target completion date": "due", "Sucess measures": "success", "Progress / comments": "comment"},
        2, (), term="autumn 2018", owners=2,
    ),
    Layout(
        "unclear",
        ("Arts education plan", rows(
            "Ref | Action | Lead | Date | Zone",
            "1 | Visit a theatre with every year 4 class | Arts officer | May 2019 | North",
            "2 | Lend instruments to pupils | Music hub | June 2019 | South",
        )),
        {"Ref": "ref", "Action": "text", "Lead": "lead"},
        2, (), asked=frozenset({"Date", "Zone"}), owners=2,
    ),
)  # fmt: skip


def write_docx(layout: Layout, path: Path) -> None:
    """The layout as a Word document."""
    document = Document()
    for place, block in enumerate(layout.blocks):
        if isinstance(block, str):
            document.add_heading(block, level=0 if place == 0 else 1)
        else:
            _add_table(document, block)
    document.save(str(path))


def write_xlsx(layout: Layout, path: Path) -> None:
    """The layout as a workbook: one sheet, a blank row between its parts."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Plan")
    line = 0
    for block in layout.blocks:
        if isinstance(block, str):
            sheet.write_string(line, 0, block)
            line += 2
        else:
            _write_rows(book, sheet, block, line)
            line += len(block) + 1
    book.close()


def _add_table(document, table):
    grid = document.add_table(rows=len(table), cols=len(table[0]))
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            one = cell if isinstance(cell, C) else C(cell)
            target = grid.cell(row, column)
            if one.across > 1 or one.down > 1:
                target = target.merge(grid.cell(row + one.down - 1, column + one.across - 1))
            if one.text:
                target.text = one.text
            if one.fill:
                shade = OxmlElement("w:shd")
                shade.set(qn("w:val"), "clear")
                shade.set(qn("w:fill"), one.fill)
                target._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no other way


def _write_rows(book, sheet, table, first):
    for row, cells in enumerate(table, first):
        for column, cell in enumerate(cells):
            one = cell if isinstance(cell, C) else C(cell)
            shape = book.add_format({"bg_color": f"#{one.fill}"}) if one.fill else None
            if one.across > 1 or one.down > 1:
                last = (row + one.down - 1, column + one.across - 1)
                sheet.merge_range(row, column, *last, one.text, shape)
            elif one.text:
                sheet.write_string(row, column, one.text, shape)
            elif shape:
                sheet.write_blank(row, column, None, shape)
