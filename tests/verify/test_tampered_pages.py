"""Pages of HTML that somebody has changed, and reports made of what somebody has changed."""

import json
import re

import pytest

from planctl.printing.embedding import MARK

pytestmark = pytest.mark.thorough
PLAN = "plans/reading.yaml"
NOT_THE_SAME = (
    "bytes", "It is not what the source inside it gives: it was changed after it was made, first in"
)  # fmt: skip
SAYS = ("text", "It says ‘")
MORE = ("text", "The words are the same, and something else on its pages is not.")
UNSAID = ("data", "The source gives ‘")
CODE = ("check-code", "Its check code is ")


def wrong(verdict):
    """The checks that failed, with what they say; the report as a whole has failed."""
    assert not verdict.is_sound
    return {one.name: one.detail for one in verdict.checks if one.result == "failed"}


def is_told(found, expected):
    """Whether exactly these checks failed, and begin what they say so."""
    return found.keys() == dict(expected).keys() and all(
        found[name].startswith(words) for name, words in expected
    )


def put(words, before):
    """Puts words before others that stand on the page."""
    return lambda page: page.replace(before, words + before, 1)


def swap(old, new):
    return lambda page: page.replace(old, new, 1)


def of_record(field, value):
    """Gives a field of the record inside another value."""

    def change(page):
        def edited(element):
            about = json.loads(element[2])
            record = json.loads(about["text"])
            record[field] = value(record[field]) if callable(value) else value
            about["text"] = json.dumps(
                record, ensure_ascii=False, separators=(",", ":"), sort_keys=True
            )
            return element[1] + json.dumps(about) + element[3]

        found = re.compile(r'(<script[^>]*>)(\{"name": "manifest.*?)(</script>)', re.DOTALL)
        return found.sub(edited, page, count=1)

    return change


def of_first(**fields):
    return lambda records: [records[0] | fields, *records[1:]]


SCRIPT = f'<script type="application/json" {MARK}="file">'
EACH = r"<script[^>]*>\{\"name\": \"%s.*?</script>\n"
PAGES = {
    "a count": (
        lambda page: re.sub(r'(<span class="number">)\d+', r"\g<1>9", page, count=1),
        [NOT_THE_SAME, SAYS, UNSAID],
    ),
    "a word": (swap("Nobody came.", "All came."), [NOT_THE_SAME, SAYS]),
    "a rating": (
        lambda page: re.sub(r"(<table class=\"grid\".*?)■", r"\1●", page, count=1, flags=re.DOTALL),
        [NOT_THE_SAME, SAYS, UNSAID],
    ),
    "where a rating comes from": (
        lambda page: re.sub(r'data-source="([^"]*):\d+"', r'data-source="\1:1"', page, count=1),
        [NOT_THE_SAME],
    ),
    "the check code on the page": (
        lambda page: re.sub(r"(check )[0-9A-Z]{4}", r"\g<1>0000", page), [NOT_THE_SAME, SAYS]
    ),
    "a row that is hidden": (
        put("<style>tr.depth-0 { display: none }</style>", "</head>"), [NOT_THE_SAME, MORE]
    ),
    "a colour": (lambda page: re.sub("#[0-9a-f]{6}", "#ffffff", page, count=1), [NOT_THE_SAME]),
    "a script": (put("<script>alert(1)</script>", "</body>"), [NOT_THE_SAME, MORE]),
    "a picture": (put('<img src="https://example.org/a.png">', "</body>"), [NOT_THE_SAME, MORE]),
    "a comment": (put("<!-- seen -->", "</body>"), [NOT_THE_SAME]),
    "line ends": (lambda page: page.replace("\n", "\r\n"), [NOT_THE_SAME]),
    "a row more": (put("<p>All actions are green.</p>", "</body>"), [NOT_THE_SAME, SAYS]),
    "no findings inside": (
        lambda page: re.sub(EACH % "findings", "", page, flags=re.DOTALL),
        [("files", "findings.json is missing.")],
    ),
    "findings twice": (
        lambda page: re.sub(f"({EACH % 'findings'})", r"\1\1", page, flags=re.DOTALL),
        [("readable", "It holds two files that are called 'findings.json'.")],
    ),
    "a file put in": (
        put(f'{SCRIPT}{{"name": "more.txt", "text": ""}}</script>', "</body>"),
        [("files", "more.txt is inside, and the record does not name it.")],
    ),
    "a source of another plan": (
        swap("Open a homework club.\\n", "Open a chess club.\\n"),
        [("files", f"{PLAN} is not what the record names: it was changed.")],
    ),
    "no record": (
        lambda page: re.sub(EACH % "manifest", "", page, flags=re.DOTALL),
        [("source", "This copy carries no source; ask for the original, check code ")],
    ),
    "record: audience": (of_record("audience", "board"), [CODE]),
    "record: kind": (of_record("kind", "annual"), [CODE]),
    "record: commit": (
        of_record("sources", of_first(commit="1" * 40, blob="2" * 40)), [CODE]
    ),
    "record: dirty tree called clean": (of_record("sources", of_first(clean=True)), [CODE]),
    "record: hash of the source": (
        of_record("sources", of_first(sha256="0" * 64)),
        [("files", f"{PLAN} has not the SHA-256 that the record gives its source."), CODE],
    ),
    "record: term": (of_record("plans", of_first(term="2017-18 spring")), [CODE]),
    "record: figures": (of_record("values", []), [CODE]),
    "record: versions": (
        of_record("made_with", lambda made: made | {"pango": "1.0"}), [CODE]
    ),
    "record: check code": (of_record("check_code", "0000-0000-0000"), [CODE]),
    "record: a field too many": (
        of_record("seal", {"name": "a", "sha256": "b"}),
        [("manifest", "manifest.json cannot be used: seal.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("audience", ["officer", "public"])
@pytest.mark.parametrize("what", PAGES)
def test_what_was_changed_on_a_page_is_found(report, workspace, looked_at, what, audience):
    if "dirty" in what:
        with (workspace / PLAN).open("a", encoding="utf-8") as plan:
            plan.write("# Later.\n")
    path = report(audience)
    change, expected = PAGES[what]
    page = path.read_bytes().decode()
    changed = change(page)
    assert changed != page
    path.write_bytes(changed.encode())
    found = wrong(looked_at(path))
    if audience != "officer" and "hash" in what:
        # An edition cannot speak for the whole source; that is for the repository to do.
        expected = [CODE]
    assert is_told(found, expected), found
