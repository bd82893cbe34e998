"""What is retold from printed texts is traced to their lines, and nothing is in it besides."""

import csv
import hashlib
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TRACES = Path(__file__).parent / "traces"
TOOL = ROOT / "tools" / "traces.py"

MAP = "middlesbrough-map-priority-2"
HEREFORDSHIRE = "herefordshire-education-strategy-2018-21"
STRATEGY = "middlesbrough-learning-education-strategy"
DORSET = "dorset-best-education-for-all"
STOCKTON = "stockton-appreciative-inquiry"
TEXTS = (MAP, HEREFORDSHIRE, STRATEGY, DORSET, STOCKTON)

BLANK = "blank"
OVER_FIELD = "heading whose place is the field itself"
OVER_LIST = "heading whose place is the list itself"

_CARDINAL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
IN_WORDS = {word: str(number) for number, word in enumerate(_CARDINAL)} | {
    word: str(number) for number, word in enumerate(_ORDINAL, start=1)
}
NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)


def head(name):
    return (TRACES / f"{name}.tsv").read_text("utf-8").splitlines()


def folder(name):
    (said,) = [line for line in head(name) if line.startswith("# folder: ")]
    return ROOT / said.removeprefix("# folder: ")


def table(name):
    rows = [line for line in head(name) if not line.startswith("#")]
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def places(row):
    return (
        [tuple(place.split(":")) for place in row["places"].split(" ; ")] if row["places"] else []
    )


def records(name):
    """What the files of the folder hold, as text."""
    return {
        path.name: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text
        for path in sorted(folder(name).glob("*.yaml"))
    }


def at(found, place):
    """The entry at a place such as `themes[2].actions[0].text`; a KeyError or IndexError else."""
    for step in place.split("."):
        key, *positions = re.split(r"[\[\]]+", step.rstrip("]"))
        found = found[key]
        for position in positions:
            found = found[int(position)]
    return found


def leaves(found, place=""):
    if isinstance(found, dict):
        for key, value in found.items():
            yield from leaves(value, f"{place}.{key}" if place else key)
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from leaves(value, f"{place}[{number}]")
    else:
        yield place, found


def own_fields():
    rows = [line for line in head("own") if not line.startswith("#")]
    return [row["field"] for row in csv.DictReader(rows, delimiter="\t")]


def fields_of(file, place):
    """The place without its positions in lists, below the file's stem."""
    without = re.sub(r"\[\d+\]", "", place)
    return f"{Path(file).stem}.{without}"


def is_own(file, place, patterns):
    return any(fnmatchcase(fields_of(file, place), pattern) for pattern in patterns)


def covers(place, leaf):
    return leaf == place or leaf.startswith((f"{place}.", f"{place}["))


def numbers(text):
    """The numbers in a text, in figures and in words; a year's last two figures will do for it."""
    found = {number.replace(",", "") for number in NUMBER.findall(text)}
    plain = {number if "." in number else str(int(number)) for number in found}
    years = {str(int(number[2:])) for number in found if re.fullmatch(r"(?:19|20)\d\d", number)}
    words = set(re.findall("[a-z]+", text.casefold()))
    return plain | years | {IN_WORDS[word] for word in words & IN_WORDS.keys()}


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        (MAP, {"lines": 62, "in the plan": 51, "blank": 9, "other": 2}),
        (HEREFORDSHIRE, {"lines": 79, "in the plan": 43, "blank": 34, "other": 2}),
        (STRATEGY, {"lines": 31, "in the plan": 18, "blank": 12, "other": 1}),
        (DORSET, {"lines": 73, "in the plan": 45, "blank": 27, "other": 1}),
        (STOCKTON, {"lines": 372, "in the plan": 224, "blank": 147, "other": 1}),
    ],
)
def test_every_line_of_a_text_has_a_place_or_a_reason(name, figures):
    rows = table(name)
    assert [row["line"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert [row for row in rows if bool(row["places"]) == bool(row["reason"])] == []
    blank = sum(row["reason"] == BLANK for row in rows)
    inside = sum(bool(row["places"]) for row in rows)
    assert figures == {
        "lines": len(rows), "in the plan": inside, "blank": blank,
        "other": len(rows) - inside - blank,
    }  # fmt: skip


def test_a_line_that_is_left_out_is_blank_or_a_heading():
    reasons = {row["reason"] for name in TEXTS for row in table(name)} - {""}
    assert reasons == {
        BLANK,
        f"{OVER_FIELD} (vision)",
        f"{OVER_FIELD} (narrative)",
        f"{OVER_LIST} (themes)",
        f"{OVER_LIST} (recommendations)",
        "headings of columns; those of the ratings and comments stand over blank cells",
        "headings of columns; those of the ratings stand over blank cells",
    }


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_is_known_by_its_hash_alone(name):
    assert [row for row in table(name) if not re.fullmatch("[0-9a-f]{64}", row["sha256"])] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_place_is_in_the_plan(name):
    files, astray = records(name), []
    for row in table(name):
        for file, place in places(row):
            try:
                at(files[file], place)
            except (KeyError, IndexError, TypeError):
                astray.append(f"line {row['line']}: {file}:{place}")
    assert astray == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_statement_of_the_plan_comes_from_a_line(name):
    reached = {place for row in table(name) for place in places(row)}
    own = own_fields()
    assert [
        f"{file}:{leaf}"
        for file, record in records(name).items()
        for leaf, _ in leaves(record)
        if not is_own(file, leaf, own)
        if not any(file == other and covers(place, leaf) for other, place in reached)
    ] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_number_of_a_line_is_where_the_line_leads(name):
    files, lost = records(name), []
    for row in table(name):
        if row["places"]:
            said = [
                text for file, place in places(row) for _, text in leaves(at(files[file], place))
            ]
            missing = set(row["numbers"].split()) - numbers(" ".join(said))
            lost += [f"line {row['line']}: {number}" for number in sorted(missing)]
    assert lost == []


def test_each_exception_has_a_use():
    known = [
        (file, leaf)
        for name in TEXTS
        for file, record in records(name).items()
        for leaf, _ in leaves(record)
    ]
    assert [
        pattern
        for pattern in own_fields()
        if not any(is_own(file, leaf, [pattern]) for file, leaf in known)
    ] == []


def written(tmp_path, *lines):
    """A table of the lines."""
    rows = ["line\tsha256\tnumbers\tplaces\treason"]
    for number, line in enumerate(lines, start=1):
        sha256 = hashlib.sha256(line.encode()).hexdigest()
        said = "12\ta.yaml:aim\t" if line else "\t\tblank"
        rows.append(f"{number}\t{sha256}\t{said}")
    path = tmp_path / "table.tsv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def held(text, path):
    source = path.parent / "text.txt"
    source.write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, TOOL, source, path], check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_the_text_of_a_table_is_known_again(tmp_path):
    path = written(tmp_path, "Plant 12 trees", "")
    said = "All 2 lines are those of the table: 1 lead into the plan, and for 1 it says why they"
    assert held("Plant 12 trees\n\n", path) == (0, [f"{said} do not."], "")


def test_another_text_is_told_by_its_lines(tmp_path):
    path = written(tmp_path, "Plant 12 trees", "")
    assert held("Plant 13 trees\n\nWater them\n", path) == (
        1,
        [
            "The text has 3 lines, and the table tells of 2.",
            "Line 1: it is not the line that the table was made from.",
            "This is not the text that the table was made from.",
        ],
        "",
    )


def test_a_table_that_has_other_numbers_than_its_text_is_found_out(tmp_path):
    path = written(tmp_path, "Plant 1,200 trees by 05/11/17")
    assert held("Plant 1,200 trees by 05/11/17\n", path) == (
        1,
        [
            "Line 1: its numbers are 1200 5 11 17, and the table has 12.",
            "This is not the text that the table was made from.",
        ],
        "",
    )


def test_a_file_that_is_no_table_is_refused(tmp_path):
    path = tmp_path / "notes.tsv"
    path.write_text("no table\n", "utf-8")
    assert held("no table\n", path) == (1, [], f"{path} is no table of traces.\n")


def test_a_text_that_is_not_there_is_said(tmp_path):
    path, missing = written(tmp_path, "a"), tmp_path / "missing.txt"
    done = subprocess.run(
        [sys.executable, TOOL, missing, path], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        1, "", f"{missing} cannot be read: No such file or directory.\n"
    )  # fmt: skip
