"""Files that are not what a plan should be: each is a finding with a place, none a traceback."""

import json
import re

import pytest

HEAD = b"format: planctl/1\nid: x\ntitle: X\n"
PLAIN = ("--format", "concise", "--as-of", "2018-01-01")

FILES = {
    "empty": (b"", "1:1", "PLN014"),
    "blank": (b"\n\n# only a comment\n", "1:1", "PLN014"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1", "PLN015"),
    "latin": (HEAD + b"aim: caf\xe9\n", "4:9", "PLN002"),
    "wide": ("format: planctl/1\n".encode("utf-16"), "1:1", "PLN002"),
    "large": (b"a: b\n" * (3 * 1024 * 1024 // 5 + 1), "1:1", "PLN011"),
    "deep": (b"a: " + b"[" * 5000 + b"]" * 5000, "1:67", "PLN010"),
    "escape": (HEAD + b"aim: a\x1b[2Jb\n", "4:7", "PLN003"),
    "quoted": (HEAD + b'aim: "a\\e[2Jb"\n', "4:6", "PLN003"),
    "tab": (HEAD + b"themes:\n\t- title: T\n", "5:1", "PLN004"),
    "second": (HEAD + b"---\na: b\n", "4:1", "PLN009"),
}  # fmt: skip
CLOSING = "0 checks not made for want of an earlier version"


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_finding_with_a_place_and_the_exit_code_of_findings(name, planctl, workspace):
    content, place, code = FILES[name]
    workspace({f"plans/{name}.yaml": content})
    said = planctl("validate", f"plans/{name}.yaml", *PLAIN)
    finding, closing = said.out.splitlines()
    assert re.fullmatch(rf"plans/{name}\.yaml:{place}: error {code} \w.*", finding)
    assert closing == f"1 plan checked, 1 finding (0 waived), rules not run on 1, {CLOSING}"
    assert (said.err, said.code) == ("", 1)


def test_an_anchor_with_its_aliases_is_refused_place_by_place(planctl, workspace):
    bomb = HEAD + b"vision: &a [x, x]\naim: [*a, *a]\n"
    workspace({"plans/x.yaml": bomb})
    said = planctl("validate", "plans/x.yaml", *PLAIN)
    places = [line.split(" ")[:3] for line in said.out.splitlines() if "PLN005" in line]
    assert (places, said.err, said.code) == (
        [[f"plans/x.yaml:{place}:", "error", "PLN005"] for place in ("4:9", "5:7", "5:11")], "", 1,
    )  # fmt: skip


@pytest.mark.thorough
def test_all_of_them_at_once_print_nothing_that_acts_on_a_terminal(process, workspace):
    root = workspace({f"plans/{name}.yaml": FILES[name][0] for name in FILES})
    for output_format in ("full", "json"):
        done = process("validate", "--format", output_format, cwd=root)
        assert (done.stderr, done.returncode) == (b"", 1)
        assert {byte for byte in done.stdout if byte < 0x20 or byte == 0x7F} == {0x0A}
        assert re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", done.stdout.decode()) is None


def test_ten_mistakes_in_one_plan_are_ten_findings(process, workspace):
    plan = b"""\
format: planctl/1
id: ten
title: Ten mistakes
status: final
declared_total: a lot
kpis: [{title: Loans, status: maybe}]
funding: [{period: Yer 1, amount: 5}]
themes:
  - title: Clubs
    actions:
      - ref: 1a
        txt: Open a homework club
        due: soon
        priority: high
      - ref: 1b
        text: Print a calendar
        text: Print two
        schedule: [never]
        responsible: [{rle: lead, party: library}]
"""
    root = workspace({"plans/ten.yaml": plan})
    done = process("validate", "plans/ten.yaml", "--format", "json", cwd=root)
    found = json.loads(done.stdout)["findings"]
    assert [(entry["line"], entry["code"]) for entry in found] == [
        (4, "PLN110"), (5, "PLN105"), (6, "PLN110"), (7, "PLN107"), (12, "PLN101"),
        (13, "PLN104"), (14, "PLN106"), (17, "PLN008"), (18, "PLN107"), (19, "PLN101"),
    ]  # fmt: skip
    assert (done.stderr, done.returncode) == (b"", 1)


def test_a_broken_programme_keeps_the_rules_from_its_plans(planctl, workspace):
    workspace({"plans/programme.yaml": HEAD + b"partys: []\n"})
    said = planctl("validate", *PLAIN)
    assert (said.out.splitlines(), said.code) == (
        [
            "plans/programme.yaml:4:1: error PLN101 partys is not a field of the programme",
            f"1 plan checked, 1 finding (0 waived), rules not run on 1, {CLOSING}",
        ],
        1,
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a b.yaml", "a b.yaml"),
        ("a\nplans/fake.yaml:1:1: error.yaml", "a plans/fake.yaml:1:1: error.yaml"),
        ("\x1b[31mred.yaml", "\ufffd[31mred.yaml"),
        ("ünder.yaml", "ünder.yaml"),
        ("-o.yaml", "-o.yaml"),
    ],
)
def test_a_name_of_a_file_stays_on_its_line(name, shown, planctl, workspace):
    (workspace({}) / "odd").mkdir()
    workspace({f"odd/{name.replace('/', '%')}": b""})
    said = planctl("validate", "odd", *PLAIN)
    place = f"odd/{shown.replace('/', '%')}:1:1: error PLN014 the file is empty"
    assert (said.out.splitlines()[0], said.code) == (place, 1)


@pytest.mark.parametrize(
    ("target", "reason"),
    [("/dev/null", "it is not a file"), ("/proc/self/mem", "input/output error")],
)
def test_a_file_that_cannot_be_read_is_wrong_use(target, reason, planctl, workspace):
    link = workspace() / "plans/odd.yaml"
    link.symlink_to(target)
    said = planctl("validate", "plans/odd.yaml", *PLAIN)
    assert (said.out, said.code) == ("", 2)
    assert said.err == f"planctl: plans/odd.yaml cannot be read: {reason}.\n"


def test_a_folder_with_a_link_out_of_it_is_checked_without_it(planctl, workspace):
    (workspace() / "plans/odd.yaml").symlink_to("/etc/passwd")
    said = planctl("validate", "plans", *PLAIN)
    assert said.err.startswith("plans/odd.yaml is left out: ")
    assert (said.out.splitlines()[-1].partition(",")[0], said.code) == ("1 plan checked", 0)
