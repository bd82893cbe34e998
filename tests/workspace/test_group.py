"""Plans that share a programme, each loaded once."""

import os
from pathlib import Path

from planctl.workspace import groups

PROGRAMME = "format: planctl/1\nid: p\ntitle: P\npartnership: The Partnership\n"


def asked(found):
    return [(group.programme_file, *group.asked) for group in found]


def test_plans_with_one_programme_are_one_group(folder, plan):
    root = folder({
        "planctl.toml": "", "plans/programme.yaml": PROGRAMME,
        "plans/a.yaml": plan("a"), "plans/b.yaml": plan("b"),
    })  # fmt: skip
    (group,) = groups([Path("plans/b.yaml")])
    assert (group.root, group.programme_file, group.asked, group.neighbours) == (
        root, Path("plans/programme.yaml"), (Path("plans/b.yaml"),), (root / "plans/a.yaml",),
    )  # fmt: skip


def test_two_programmes_make_two_groups_and_a_plan_without_one_a_third(folder, plan):
    folder({
        "north/programme.yaml": PROGRAMME, "north/a.yaml": plan("a"),
        "south/programme.yaml": PROGRAMME, "south/b.yaml": plan("b"), "c.yaml": plan("c"),
    })  # fmt: skip
    assert asked(groups([Path()])) == [
        (None, Path("c.yaml")),
        (Path("north/programme.yaml"), Path("north/a.yaml")),
        (Path("south/programme.yaml"), Path("south/b.yaml")),
    ]


def test_a_file_named_in_several_ways_is_asked_for_once(folder, plan):
    root = folder({"plans/a.yaml": plan("a"), "plans/programme.yaml": PROGRAMME, "sub/": ""})
    ways = ["plans/a.yaml", "./plans/a.yaml", "sub/../plans/a.yaml", root / "plans/a.yaml", "plans"]
    every = [Path(way) for way in ways]
    assert asked(groups(every)) == [(Path("plans/programme.yaml"), Path("plans/a.yaml"))]


def test_a_programme_named_by_itself_asks_for_no_plan_but_knows_them(folder, plan):
    folder({"plans/a.yaml": plan("a"), "plans/programme.yaml": PROGRAMME})
    (group,) = groups([Path("plans/programme.yaml")])
    assert (group.asked, [known.id for known in group.known]) == ((), ["a"])


def test_a_programme_named_beside_its_plans_makes_no_second_group(folder, plan):
    folder({"plans/a.yaml": plan("a"), "plans/programme.yaml": PROGRAMME})
    paths = [Path("plans/programme.yaml"), Path("plans/a.yaml")]
    assert asked(groups(paths)) == [(Path("plans/programme.yaml"), Path("plans/a.yaml"))]


def test_plans_take_from_the_programme_what_they_leave_to_it(folder, plan):
    folder({
        "plans/programme.yaml": PROGRAMME, "plans/a.yaml": plan("a"), "plans/b.yaml": plan("b"),
    })  # fmt: skip
    (group,) = groups([Path("plans/a.yaml")])
    assert [known.partnership for known in group.known] == ["The Partnership"] * 2
    assert [sound.partnership for sound in group.sound_plans()] == ["The Partnership"]


def test_plans_that_do_not_load_are_known_by_the_names_of_their_files(folder, plan):
    folder({"plans/a.yaml": plan("a"), "plans/b.yaml": "x", "plans/c.yaml": plan("not-c")})
    (group,) = groups([Path("plans/a.yaml"), Path("plans/b.yaml")])
    assert (group.unread, [known.id for known in group.known]) == (
        frozenset({"b", "c"}), ["a"],
    )  # fmt: skip
    assert [finding.file for finding in group.broken()] == ["plans/b.yaml"]


def test_without_a_sound_programme_no_plan_is_sound(folder, plan):
    folder({"plans/a.yaml": plan("a"), "plans/programme.yaml": "title: only"})
    (group,) = groups([Path("plans")])
    assert (group.is_sound, group.sound_plans()) == (False, ())
    assert {finding.file for finding in group.broken()} == {"plans/programme.yaml"}


def test_files_are_named_with_forward_slashes_as_they_were_asked_for(folder, plan, monkeypatch):
    root = folder({"plans/a.yaml": plan("a"), "docs/": ""})
    monkeypatch.chdir(root / "docs")
    (group,) = groups([Path(os.path.join("..", "plans"))])  # noqa: PTH118 - as a user types it
    assert [loaded.document.file for loaded in group.plans] == ["../plans/a.yaml"]


def test_a_name_that_is_no_text_is_shown_with_a_mark(folder, plan):
    root = folder({})
    odd = os.fsdecode(os.fsencode(root) + b"/f\xe9")
    Path(odd).mkdir()
    Path(odd, "a.yaml").write_text(plan("a"), "utf-8")
    (group,) = groups([Path(odd)])
    assert [loaded.document.file for loaded in group.plans] == [f"{root}/f\ufffd/a.yaml"]


def test_a_rating_is_not_held_against_a_scale_that_nobody_could_read(folder, plan):
    own_words = (
        "themes: [{title: T, actions: [{text: A, updates: {2017-18 autumn: {rating: fine}}}]}]"
    )
    folder({"plans/programme.yaml": "title: [", "plans/a.yaml": plan("a", own_words)})
    (group,) = groups([Path("plans")])
    assert {finding.code for finding in group.broken()} == {"PLN001"}
