"""Every mistake of syntax and shape is said as officers need it, and is mended as it is said."""

import re
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).parent

WITHOUT_CASE = {
    "PLN112": "no list of the format has a limit",
}
"""The codes that no file can be given yet, and why."""

WHOLE_FILES = {"PLN014", "PLN015"}
"""Their mistake is the whole file."""

MOST_LINES = 6


def test_every_code_has_an_entry(known_codes):
    shown = {path.stem[:6] for path in (HERE / "bad").glob("*.yaml")}
    assert sorted(set(known_codes) - shown) == sorted(WITHOUT_CASE)


def test_every_bad_file_has_its_mended_one():
    bad, good = ({path.name for path in (HERE / side).iterdir()} for side in ("bad", "good"))
    assert bad == good


def test_a_bad_file_gives_its_message_and_no_other(entry, validated, known_codes, golden):
    said = validated(entry.plan_id, entry.bad)
    assert (said.labels, said.exit_code) == ([f"{entry.code} {known_codes[entry.code]}"], 1)
    golden(f"errors/{entry.name}.txt", said.text)


def test_a_mended_file_has_no_mistake_of_syntax_or_shape(entry, validated):
    said = validated(entry.plan_id, entry.good.encode())
    assert [label for label in said.labels if re.match("PLN[01]", label)] == []


def test_a_mistake_is_mended_in_few_lines(entry):
    if entry.code in WHOLE_FILES:
        return
    bad = (HERE / "bad" / f"{entry.name}.yaml").read_bytes().decode("utf-8", "replace")
    lines = SequenceMatcher(None, bad.splitlines(), entry.good.splitlines()).get_opcodes()
    changed = [max(end - start, last - first) for how, start, end, first, last in lines
               if how != "equal"]  # fmt: skip
    assert 1 <= sum(changed) <= MOST_LINES


def test_a_file_says_what_it_shows_and_that_it_is_invented(entry):
    assert re.match(r"# Invented\. [A-Z].+\.\n", entry.good)


def test_several_mistakes_are_said_once_each_in_the_order_of_the_file(validated):
    text = """\
format: planctl/1
id: reading
titel: Reading at home
status: draught
period: {from: 2017-09-01, to: 31 June 2020}
aim: *provisional
themes:
  - title: Libraries
    actions:
      - ref: 1a
        txt: Every school has a library corner.
        responsible: {party: library-service}
        due: by half term
        due: 2018-03-23
        cost: {amount: £30k}
      - ref: 1b
        text:
        updates:
          2017-18 autumn:
            rating: Amber/Green
            date: 12/15/2017
"""
    said = validated("reading", text.encode())
    places = re.findall(r"--> plans/reading.yaml:(\d+):(\d+)$", said.text, re.MULTILINE)
    found = zip(said.labels, places, strict=True)
    assert [(label[:6], int(line), int(column)) for label, (line, column) in found] == [
        ("PLN101", 3, 1),
        ("PLN110", 4, 9),
        ("PLN104", 5, 32),
        ("PLN005", 6, 6),
        ("PLN101", 11, 9),
        ("PLN114", 12, 22),
        ("PLN104", 13, 14),
        ("PLN008", 14, 9),
        ("PLN105", 15, 24),
        ("PLN102", 17, 9),
        ("PLN110", 20, 21),
        ("PLN104", 21, 19),
    ]
