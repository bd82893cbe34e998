"""Plans found again on the other side."""

from pathlib import Path

import pytest

from planctl.loading import load_plan
from planctl.source import read
from planctl.workspace.plan_pairs import plan_pairs
from planctl.workspace.side_plans import PlanFile


def file(path, plan_id, *actions, ref="", title=""):
    lines = [f"format: planctl/1\nid: {plan_id}\ntitle: {title or plan_id}"]
    lines += [f"ref: {ref}"] if ref else []
    rows = ", ".join(actions)
    lines += [f"themes: [{{title: T, actions: [{rows}]}}]"] if actions else []
    document = read("\n".join(lines).encode(), path)
    record = load_plan(document, plan_id, None).record
    return PlanFile(Path(path), path, document, record, record)


def broken(path, text="kid: x"):
    return PlanFile(Path(path), path, read(text.encode(), path), None, None)


def paired(old, new):
    """The pairs, the removed, the added, and how many are unknown."""
    found = plan_pairs(old, new, (lambda path: path, lambda path: path))
    pairs = [(str(one.path), str(other.path)) for one, other in found.pairs]
    gone, came = ([str(one.path) for one in files] for files in (found.removed, found.added))
    return pairs, gone, came, found.unknown


A, B, C = "{text: Ask the parents}", "{text: Open a club}", "{text: Buy books, uid: books}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([file("a", "x")], [file("b", "x")], ([("a", "b")], [], [], 0)),
        ([file("a", "x")], [file("a", "y")], ([], ["a"], ["a"], 0)),
        (
            [file("a", "x"), file("b", "x")], [file("b", "x"), file("c", "x")],
            ([("b", "b"), ("a", "c")], [], [], 0),
        ),
        ([file("a", "x", A, B)], [file("b", "y", B, A, C)], ([("a", "b")], [], [], 0)),
        ([file("a", "x", A)], [file("b", "y", B, A)], ([], ["a"], ["b"], 0)),
        (
            [file("a", "x", C)], [file("b", "y", "{text: Other words, uid: books}")],
            ([("a", "b")], [], [], 0),
        ),
        (
            [file("a", "x", A, B)], [file("b", "y", A, "{text: Z}"), file("c", "z", A, B)],
            ([("a", "c")], [], ["b"], 0),
        ),
        (
            [file("a", "x", ref="2", title="Reading at home")],
            [file("b", "y", ref="2", title="Reading at home and in school")],
            ([("a", "b")], [], [], 0),
        ),
        (
            [file("a", "x", ref="2", title="Reading")], [file("b", "y", ref="2", title="Sports")],
            ([], ["a"], ["b"], 0),
        ),
        (
            [file("a", "x", title="Reading")], [file("b", "y", title="Reading")],
            ([], ["a"], ["b"], 0),
        ),
        ([broken("a")], [file("a", "x")], ([], [], [], 1)),
        ([broken("a", "id: x\nkid: y")], [file("b", "x")], ([], [], [], 1)),
        ([broken("a"), file("b", "b")], [broken("a"), file("c", "b")], ([("b", "c")], [], [], 1)),
        ([], [broken("a")], ([], [], [], 1)),
        (
            [file("b", "x"), file("d", "y")], [broken("c"), file("d", "y")],
            ([("d", "d")], [], [], 2),
        ),
    ],
)  # fmt: skip
def test_a_plan_is_found_again(old, new, expected):
    assert paired(old, new) == expected
    pairs, gone, came, unknown = paired(new, old)
    assert ({(b, a) for a, b in pairs}, came, gone, unknown) == (
        set(expected[0]), *expected[1:],
    )  # fmt: skip
