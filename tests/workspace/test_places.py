"""Which files a path stands for, and which workspace a file is in."""

from pathlib import Path

import pytest

from planctl.errors import (
    NoPlansError,
    NoPlansFolderError,
    PathNotFoundError,
    SettingsError,
    UnreadableError,
)
from planctl.workspace import default_path, links_left_out, plan_files, workspace_of
from planctl.workspace.places import neighbours, programme_for


def names(paths):
    return [path.as_posix() for path in paths]


def test_a_folder_stands_for_its_plans_and_those_of_its_folders_in_order(folder):
    folder({
        "p/b.yaml": "", "p/a.YML": "", "p/c/d.yaml": "", "p/programme.yaml": "",
        "p/notes.txt": "", "p/.hidden.yaml": "", "p/.git/x.yaml": "", "p/x.yaml.bak": "",
    })  # fmt: skip
    assert names(plan_files(Path("p"))) == ["p/a.YML", "p/b.yaml", "p/c/d.yaml"]


@pytest.mark.parametrize(
    ("excluded", "left"),
    [
        ('["old"]', ["t/ci/z.yml", "t/new/plans/x.yaml"]),
        ('["old/", "ci"]', ["t/new/plans/x.yaml"]),
        ('["*/plans/*.yaml"]', ["t/ci/z.yml"]),
        ("[]", ["t/ci/z.yml", "t/new/plans/x.yaml", "t/old/plans/y.yaml"]),
    ],
)
def test_what_the_settings_exclude_is_left_out_of_folders(folder, excluded, left):
    folder({
        "t/planctl.toml": f"[workspace]\nexclude = {excluded}\n", "t/ci/z.yml": "",
        "t/new/plans/x.yaml": "", "t/old/plans/y.yaml": "",
    })  # fmt: skip
    assert names(plan_files(Path("t"))) == left


def test_a_folder_that_is_named_is_never_excluded(folder):
    folder({
        "t/planctl.toml": '[workspace]\nexclude = ["old", "old/b*"]\n',
        "t/old/plans/a.yaml": "", "t/old/bits/b.yaml": "",
    })  # fmt: skip
    assert names(plan_files(Path("t/old"))) == ["t/old/plans/a.yaml"]


def test_a_file_that_is_named_is_never_excluded(folder):
    folder({"w/planctl.toml": '[workspace]\nexclude = ["plans"]\n', "w/plans/a.yaml": ""})
    assert names(plan_files(Path("w/plans/a.yaml"))) == ["w/plans/a.yaml"]


def test_a_file_stands_for_itself_whatever_its_name(folder):
    folder({"notes.txt": "", "programme.yaml": ""})
    assert names(plan_files(Path("notes.txt"))) == ["notes.txt"]
    assert names(plan_files(Path("programme.yaml"))) == ["programme.yaml"]


@pytest.mark.parametrize(
    ("name", "text"), [("planctl.toml", ""), ("pyproject.toml", "[tool.planctl]\n")]
)
def test_a_workspace_stands_for_its_plans_folder(name, text, folder):
    folder({name: text, "plans/a.yaml": "", "compose.yaml": "", "other/b.yaml": ""})
    assert names(plan_files(Path())) == ["plans/a.yaml"]


def test_a_folder_without_settings_stands_for_all_that_it_holds(folder):
    folder({"plans/a.yaml": "", "b.yaml": "", "pyproject.toml": "[project]\nname = 'x'\n"})
    assert names(plan_files(Path())) == ["b.yaml", "plans/a.yaml"]


def test_a_workspace_without_a_plans_folder_stands_for_all_that_it_holds(folder):
    folder({"planctl.toml": "", "b.yaml": ""})
    assert names(plan_files(Path())) == ["b.yaml"]


def test_a_folder_may_be_named_like_a_plan(folder):
    folder({"p/x.yaml/a.yaml": ""})
    assert names(plan_files(Path("p"))) == ["p/x.yaml/a.yaml"]


@pytest.mark.parametrize("files", [{"p/": ""}, {"p/programme.yaml": ""}, {"p/notes.txt": ""}])
def test_a_folder_without_plans_is_refused(files, folder):
    folder(files)
    with pytest.raises(NoPlansError, match=r"^p holds no plans\."):
        plan_files(Path("p"))


@pytest.mark.parametrize("name", ["none.yaml", "file.yaml/below"])
def test_a_path_that_is_not_there_is_refused(name, folder):
    folder({"file.yaml": ""})
    with pytest.raises(PathNotFoundError, match=f"^{name} is not there"):
        plan_files(Path(name))


def test_a_path_that_is_nearly_there_is_answered_with_the_one_that_is(folder):
    folder({"plans/reading.yaml": "", "plans/writing.yaml": ""})
    for name, meant in [("plans/readin.yaml", "plans/reading.yaml"), ("plan", "plans")]:
        with pytest.raises(PathNotFoundError) as refused:
            plan_files(Path(name))
        assert str(refused.value) == f"{name} is not there. Did you mean {meant}?"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("dangling.yaml", "it is a link that leads nowhere"),
        ("loop.yaml", "too many levels of symbolic links"),
        ("x" * 300, "file name too long"),
    ],
)
def test_a_path_that_cannot_be_looked_at_is_refused_with_the_reason(name, reason, folder):
    folder({"dangling.yaml": "->gone", "loop.yaml": "->loop.yaml"})
    with pytest.raises(UnreadableError) as refused:
        plan_files(Path(name))
    assert str(refused.value) == f"{name} cannot be read: {reason}."


def test_links_that_leave_the_workspace_or_lead_nowhere_are_left_out_and_named(folder):
    folder({
        "planctl.toml": "",
        "shared.yaml": "",
        "plans/a.yaml": "",
        "plans/dangling.yaml": "->gone",
        "plans/loop.yaml": "->loop.yaml",
        "plans/out.yaml": "->/etc/passwd",
        "plans/out-folder": "->/etc",
        "plans/in.yaml": "->../shared.yaml",
        "plans/in-folder": "->.",
        "plans/notes.txt": "->/etc/passwd",
    })  # fmt: skip
    assert names(plan_files(Path("plans"))) == ["plans/a.yaml", "plans/in.yaml"]
    left_out = ["plans/dangling.yaml", "plans/loop.yaml", "plans/out-folder", "plans/out.yaml"]
    assert names(links_left_out(Path("plans"))) == left_out


def test_nothing_is_left_out_of_a_file_or_of_what_is_not_there(folder):
    folder({"a.yaml": "->/etc/passwd"})
    assert links_left_out(Path("a.yaml")) == ()
    assert links_left_out(Path("gone")) == ()


def test_the_workspace_is_the_nearest_folder_with_settings(folder):
    root = folder({
        "planctl.toml": "",
        "north/pyproject.toml": "[tool.planctl.validate]\n",
        "north/plans/sub/a.yaml": "",
        "south/pyproject.toml": "[tool.ruff]\n",
        "south/plans/b.yaml": "",
    })  # fmt: skip
    assert workspace_of(Path("north/plans/sub/a.yaml")) == root / "north"
    assert workspace_of(Path("north")) == root / "north"
    assert workspace_of(Path("south/plans/b.yaml")) == root


def test_without_settings_it_is_the_folder_that_holds_the_plans_folder(folder):
    root = folder({"plans/sub/a.yaml": "", "elsewhere/b.yaml": ""})
    assert workspace_of(Path("plans/sub/a.yaml")) == root
    assert workspace_of(Path("plans")) == root
    assert workspace_of(Path("elsewhere/b.yaml")) == root / "elsewhere"


def test_a_project_file_that_is_not_toml_is_named(folder):
    root = folder({"pyproject.toml": "[tool", "plans/a.yaml": ""})
    with pytest.raises(SettingsError) as refused:
        workspace_of(Path("plans"))
    assert str(refused.value).startswith(f"{root / 'pyproject.toml'}: it is not TOML: ")


@pytest.mark.parametrize(
    ("start", "seen"), [("", "plans"), ("docs", "../plans"), ("plans/sub", ".."), ("plans", ".")]
)
@pytest.mark.parametrize("settings", [{"planctl.toml": ""}, {}])
def test_from_anywhere_in_a_workspace_its_plans_folder_is_found(start, seen, settings, folder):
    root = folder({"plans/sub/a.yaml": "", "docs/": "", **settings})
    if start == "docs" and not settings:
        with pytest.raises(NoPlansFolderError, match="has no folder called plans"):
            default_path(root / start)
    else:
        assert default_path(root / start) == Path(seen)


@pytest.mark.parametrize(
    ("file", "programme"),
    [
        ("plans/a.yaml", "plans/programme.yaml"),
        ("plans/sub/deep/b.yaml", "plans/sub/programme.yaml"),
        ("plans/other/c.yaml", "plans/programme.yaml"),
        ("draft.yaml", "plans/programme.yaml"),
        ("../ws/plans/a.yaml", "../ws/plans/programme.yaml"),
    ],
)
def test_a_plan_has_the_programme_nearest_above_it_named_as_it_is_itself(
    file, programme, folder, monkeypatch
):
    root = folder({
        "ws/planctl.toml": "", "ws/draft.yaml": "", "programme.yaml": "",
        "ws/plans/programme.yaml": "", "ws/plans/a.yaml": "", "ws/plans/other/c.yaml": "",
        "ws/plans/sub/programme.yaml": "", "ws/plans/sub/deep/b.yaml": "",
    }) / "ws"  # fmt: skip
    monkeypatch.chdir(root)
    assert programme_for(Path(file), root) == Path(programme)
    assert programme_for(root / file, root) == root / programme


def test_a_programme_above_the_workspace_is_not_its_own(folder):
    root = folder({"programme.yaml": "", "ws/planctl.toml": "", "ws/plans/a.yaml": ""})
    assert programme_for(Path("ws/plans/a.yaml"), root / "ws") is None


def test_neighbours_are_the_other_plans_with_the_same_programme(folder):
    root = folder({
        "planctl.toml": "",
        "plans/programme.yaml": "", "plans/a.yaml": "", "plans/b.yaml": "", "plans/sub/c.yaml": "",
        "plans/own/programme.yaml": "", "plans/own/d.yaml": "",
        "draft.yaml": "", "beside.yaml": "", "plans/out.yaml": "->/etc/passwd",
    })  # fmt: skip
    programme = Path("plans/programme.yaml")
    found = neighbours(root, programme, (Path("plans/a.yaml"), Path("draft.yaml")))
    assert found == tuple(
        root / name for name in ("plans/b.yaml", "plans/sub/c.yaml", "beside.yaml")
    )
    own = Path("plans/own/programme.yaml")
    assert neighbours(root, own, (Path("plans/own/d.yaml"),)) == ()


def test_without_a_plans_folder_neighbours_stand_beside(folder):
    root = folder({"a.yaml": "", "b.yaml": "", "below/c.yaml": "", "notes.txt": ""})
    assert neighbours(root, None, (Path("a.yaml"),)) == (root / "b.yaml",)


def test_a_folder_that_has_vanished_is_named(folder):
    root = folder({})
    with pytest.raises(
        UnreadableError, match=r"/gone cannot be read: no such file or directory\.$"
    ):
        neighbours(root, None, (Path("gone/a.yaml"),))
