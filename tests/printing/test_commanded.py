"""How the command that makes a report again names the plans."""

import os
from pathlib import Path

import pytest

from planctl.printing.commanded import plans_named
from planctl.workspace import groups

PLAN = "format: planctl/1\nid: {id}\ntitle: {id}\n"


@pytest.fixture
def made(tmp_path):
    """`made("a/plans/x.yaml")`: the files, and the settings of the workspaces `a` and `b`."""

    def write(*names):
        for name in names:
            path = tmp_path / "county" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PLAN.format(id=path.stem) if path.suffix == ".yaml" else "", "utf-8")
        return tmp_path / "county"

    return write


def named(*paths, base):
    return plans_named(groups(paths), base)


def test_one_workspace_names_its_folder_as_reports_on_one_plan_do(made):
    county = made("a/planctl.toml", "a/plans/x.yaml", "a/plans/y.yaml")
    (county / ".git").mkdir()
    assert named(county / "a", base=county / "a") == ("plans",)


def test_plans_beside_which_others_lie_are_named_each_in_one_order(made):
    county = made("planctl.toml", "plans/x.yaml", "plans/y.yaml", "plans/z.yaml")
    asked = (county / "plans/y.yaml", county / "plans/x.yaml")
    assert named(*asked, base=county) == ("plans/x.yaml", "plans/y.yaml")


@pytest.mark.parametrize(("mark", "expected"), [(".git", "a"), ("", "a"), ("../.git", "county/a")])
def test_a_dot_is_never_all_that_is_said(made, mark, expected):
    county = made("a/planctl.toml", "a/x.yaml")
    if mark:
        (county / mark).mkdir()
    assert named(county / "a", base=county / "a") == (expected,)


def test_several_workspaces_are_named_from_the_root_of_the_repository(made):
    county = made("all/a/planctl.toml", "all/a/plans/x.yaml", "all/b/planctl.toml", "all/b/y.yaml")
    (county / ".git").mkdir()
    assert named(county / "all", base=county / "all") == ("all",)


def test_it_does_not_matter_where_planctl_is_called(made, monkeypatch):
    county = made("a/planctl.toml", "a/plans/x.yaml", "b/planctl.toml", "b/plans/y.yaml")
    absolute = named(county, base=county)
    monkeypatch.chdir(county / "a")
    assert named(county.parent / "county", base=county) == absolute == ("county",)
    assert plans_named(groups([Path(os.path.relpath(county))]), county) == absolute
