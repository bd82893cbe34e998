"""YAML to a document: every scalar as text, and what a plan may not hold."""

from pathlib import Path

import pytest
import yaml

from planctl.findings import Related, Span
from planctl.source import Document, read
from planctl.source.refusals import MAX_SCALAR

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "plans").glob("*.yaml")) + sorted((ROOT / "examples").rglob("*.yaml"))


def said(text: str) -> list[tuple[str, Span | None, tuple[str | int, ...], str]]:
    return [
        (finding.code, finding.span, finding.path, finding.message)
        for finding in read(text.encode(), "plan.yaml").findings
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_file_holds_what_another_reader_sees_in_it(path):
    raw = path.read_bytes()
    assert read(raw, "plan.yaml").root == blanks_as_none(yaml.compose(raw, yaml.BaseLoader))


def blanks_as_none(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return {blanks_as_none(key): blanks_as_none(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [blanks_as_none(entry) for entry in node.value]
    assert isinstance(node, yaml.ScalarNode)
    is_blank = not node.style and node.value in {"", "~", "null", "Null", "NULL"}
    return None if is_blank else node.value


def test_scalars_stay_as_they_are_written(document: Document):
    """
    ref: 2.10
    by: no
    count: 0o17
    date: 2018-01-25
    time: 12:30
    amount: 1_000
    quoted: "null"
    tilde: '~'
    folded: >-
      one
      two
    kept: |
      one
       two
    """
    assert document.root == {
        "ref": "2.10",
        "by": "no",
        "count": "0o17",
        "date": "2018-01-25",
        "time": "12:30",
        "amount": "1_000",
        "quoted": "null",
        "tilde": "~",
        "folded": "one two",
        "kept": "one\n two\n",
    }


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_what_is_left_blank_is_none(blank):
    text = f"aim: {blank}\nnotes:\n  - {blank}\nlast: [{{vision: }}]\n"
    assert read(text.encode(), "plan.yaml").root == {
        "aim": None,
        "notes": [None],
        "last": [{"vision": None}],
    }


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# a comment\n", "---\n", "null\n", "~\n", "--- # x\n"]
)
def test_a_file_without_content_is_empty(text):
    assert said(text) == [("PLN014", Span(1, 1, 1, 1), (), "the file is empty")]


def test_a_file_is_known_by_the_digest_of_its_bytes():
    digest = "7c9a6eef8645"
    assert read(b"title: Parenting\r\n", "plan.yaml").sha256[:12] == digest


def test_a_field_given_twice_is_named_at_both_places(document: Document):
    """
    title: Parenting
    themes:
      - actions:
          - "text": Open a club
            text: Close it
      - title: Reading
        'title': Writing
    title: Homework
    """
    assert [
        (finding.code, finding.message, finding.span, finding.path, finding.related)
        for finding in document.findings
    ] == [
        (
            "PLN008",
            "text is given twice",
            Span(5, 9, 5, 13),
            ("themes", 0, "actions", 0, "text"),
            (Related("text is first given here", span=Span(4, 9, 4, 15)),),
        ),
        (
            "PLN008",
            "title is given twice",
            Span(7, 5, 7, 12),
            ("themes", 1, "title"),
            (Related("title is first given here", span=Span(6, 5, 6, 10)),),
        ),
        (
            "PLN008",
            "title is given twice",
            Span(8, 1, 8, 6),
            ("title",),
            (Related("title is first given here", span=Span(1, 1, 1, 6)),),
        ),
    ]


def test_the_first_of_two_values_is_kept(document: Document):
    """
    title: Parenting
    title: {text: Homework}
    aim: Reading
    """
    assert document.root == {"title": "Parenting", "aim": "Reading"}


def test_anchors_and_aliases_are_refused_where_they_stand(document: Document):
    """
    base: &base {aim: &text Reading}
    copies:
      - *base
      - aim: *text
    """
    assert [
        (finding.code, finding.span, finding.path, finding.message) for finding in document.findings
    ] == [
        ("PLN005", Span(1, 7, 1, 12), ("base",), begins_with("&", "&base")),
        ("PLN005", Span(1, 19, 1, 24), ("base", "aim"), begins_with("&", "&text")),
        ("PLN005", Span(3, 5, 3, 10), ("copies", 0), begins_with("*", "*base")),
        ("PLN005", Span(4, 10, 4, 15), ("copies", 1, "aim"), begins_with("*", "*text")),
    ]
    assert document.refused == {("copies", 0), ("copies", 1, "aim")}
    assert document.root == {"base": {"aim": "Reading"}, "copies": [None, {"aim": None}]}


def begins_with(mark: str, written: str) -> str:
    return f"text may not begin with {mark} unless it is in quotes: {written}"


@pytest.mark.parametrize(
    ("text", "code", "span", "path"),
    [
        ("aim: !important Reading\n", "PLN006", Span(1, 6, 1, 16), ("aim",)),
        ("aim: !!str\n", "PLN006", Span(1, 6, 1, 11), ("aim",)),
        ("aim: ! Reading\n", "PLN006", Span(1, 6, 1, 7), ("aim",)),
        ("aim: !<tag:example.org,2018:x> Reading\n", "PLN006", Span(1, 6, 1, 31), ("aim",)),
        ("notes: [!a , x]\n", "PLN006", Span(1, 9, 1, 11), ("notes", 0)),
        ("!plan\ntitle: Reading\n", "PLN006", Span(1, 1, 1, 6), ()),
        ("&plan\ntitle: Reading\n", "PLN005", Span(1, 1, 1, 6), ()),
        ("&key title: Reading\n", "PLN005", Span(1, 1, 1, 5), ()),
        ("title: &a # why\n  Reading\n", "PLN005", Span(1, 8, 1, 10), ("title",)),
        ("? *key\n: Reading\n", "PLN005", Span(1, 3, 1, 7), ()),
        ("<<: {title: Reading}\n", "PLN007", Span(1, 1, 1, 3), ("<<",)),
        ("<<: *base\ntitle: Reading\n", "PLN007", Span(1, 1, 1, 3), ("<<",)),
        ("title: A\n---\ntitle: B\n", "PLN009", Span(2, 1, 2, 4), ()),
        ("? \n: Reading\n", "PLN013", Span(1, 2, 1, 3), ()),
        ('"": Reading\n', "PLN013", Span(1, 1, 1, 2), ()),
        ("~: Reading\n", "PLN013", Span(1, 1, 1, 2), ()),
        ("[a]: Reading\n", "PLN013", Span(1, 1, 1, 2), ()),
        ("? {a: [b]}\n: {c: d}\n", "PLN013", Span(1, 3, 1, 4), ()),
        ('aim: "\\e[2J"\n', "PLN003", Span(1, 6, 1, 7), ("aim",)),
        ('"\\u202e": x\n', "PLN003", Span(1, 1, 1, 2), ()),
        ('notes: [a, "b\\0"]\n', "PLN003", Span(1, 12, 1, 13), ("notes", 1)),
    ],
)
def test_what_a_plan_may_not_hold_is_refused(text, code, span, path):
    assert [finding[:3] for finding in said(text)] == [(code, span, path)]


def test_a_key_in_quotes_merges_nothing():
    assert read(b'"<<": Reading\n', "plan.yaml").root == {"<<": "Reading"}


def test_an_anchor_is_not_part_of_the_value_behind_it(document: Document):
    """
    aim: &a !!str # why
      Reading
    vision: &b
    notes: &c
      - Homework
    """
    assert document.root == {"aim": "Reading", "vision": None, "notes": ["Homework"]}
    places = [document.offset((field,)) for field in ("aim", "vision", "notes")]
    lines = [document.lines.line_and_column(place) for place in places]
    assert lines == [(2, 3), (3, 11), (5, 3)]


def test_a_field_without_a_usable_name_is_left_out(document: Document):
    """
    ? [a, {b: c}]
    : {d: e}
    title: Reading
    """
    assert document.root == {"title": "Reading"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_ends_at_a_limit(opening):
    (finding,) = read((opening * 5000).encode(), "plan.yaml").findings
    assert (finding.code, finding.message, finding.span) == (
        "PLN010",
        "more than 64 lists or groups of fields stand one inside the other here",
        Span(1, 64 * len(opening) + 1, 1, 64 * len(opening) + 2),
    )


def test_nesting_up_to_the_limit_is_read():
    assert said("[" * 64 + "]" * 64) == []


@pytest.mark.parametrize(("length", "codes"), [(MAX_SCALAR, []), (MAX_SCALAR + 1, ["PLN012"])])
def test_a_text_has_a_limit(length, codes):
    found = said(f"aim: {'x' * length}\n")
    assert [code for code, *_ in found] == codes


def test_an_alias_bomb_is_refused_and_not_built():
    lines = ["a: &a [x, x]"] + [f"b{n}: &b{n} [*a, *a, *a]" for n in range(1000)]
    document = read("\n".join(lines).encode(), "plan.yaml")
    assert {finding.code for finding in document.findings} == {"PLN005"}
    assert document.value(("b999",)) == [None, None, None]


def test_a_list_that_holds_itself_is_refused(document: Document):
    """
    themes: &a [*a]
    """
    assert [finding.code for finding in document.findings] == ["PLN005", "PLN005"]
    assert document.root == {"themes": [None]}


@pytest.mark.parametrize(
    ("text", "is_readable"),
    [("title: A\ntitle: B\n", True), ("title: *a\n", True), ("title: A: B\n", False), ("", False)],
)
def test_a_file_can_be_judged_unless_its_rest_is_unknown(text, is_readable):
    assert read(text.encode(), "plan.yaml").is_readable is is_readable
