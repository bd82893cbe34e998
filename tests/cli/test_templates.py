"""`planctl templates`: what there is, where it is taken from, and copies to change."""

import json
from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "templates"
USED = "The next report is made with them. What you change in them is yours to check.\n"


def shipped(name):
    return (SHIPPED / name).read_text(encoding="utf-8")


def names():
    found = (path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.*"))
    return sorted(name for name in found if name.endswith((".html", ".css")))


def test_every_shipped_template_is_listed_with_the_order_of_looking(planctl, workspace):
    workspace()
    said = planctl("templates", "list")
    head, _, rest = said.out.partition("\n\n")
    assert head.splitlines() == [
        "Looked for in this order:",
        "  1. templates (not there)",
        "  2. the templates that planctl ships; planctl/NAME is always theirs",
    ]
    assert [line.split() for line in rest.splitlines()] == [[name, "shipped"] for name in names()]
    assert (said.err, said.code) == ("", 0)


def test_the_first_folder_that_has_a_template_gives_it(planctl, workspace):
    workspace({
        "templates/report.css": "a {}",
        "templates/parts/front.html": shipped("parts/front.html"),
        "templates/parts/gird.html": "x",
        "templates/our/badge.html": "x",
        "templates/.hidden/report.html": "x",
        "look/report.css": "b {}",
    })  # fmt: skip
    said = planctl("templates", "list", "--templates", "look")
    own = [line.split(maxsplit=1) for line in said.out.splitlines()[5:] if "shipped" not in line]
    assert own == [
        ["our/badge.html", "templates/our/badge.html (for your own templates alone)"],
        [
            "parts/gird.html",
            (
                "templates/parts/gird.html (planctl asks for no template of that name; "
                "did you mean parts/grid.html?)"
            ),
        ],
        ["report.css", "look/report.css, before templates/report.css"],
    ]
    assert (
        "parts/front.html            templates/parts/front.html (the same as the shipped one)"
        in (said.out.splitlines())
    )


def test_for_programs_it_is_listed_as_json(planctl, workspace):
    workspace({"templates/report.css": "a {}"})
    found = json.loads(planctl("templates", "list", "plans", "--format", "json").out)
    entries = {entry.pop("name"): entry for entry in found["templates"]}
    assert (found["format_version"], found["folders"], sorted(entries)) == (
        "1.0",
        ["templates"],
        names(),
    )
    assert entries["report.css"] == {
        "file": "templates/report.css",
        "folder": "templates",
        "shipped": True,
        "same": False,
        "hidden": [],
    }
    assert entries["report.html"] == {
        "file": None,
        "folder": None,
        "shipped": True,
        "same": True,
        "hidden": [],
    }


def test_a_link_out_of_the_folder_is_no_template(planctl, workspace):
    root = workspace({"secret.css": "x", "templates/x.txt": "x"})
    (root / "templates/report.css").symlink_to(root / "secret.css")
    said = planctl("templates", "list")
    assert "report.css                  shipped" in said.out.splitlines()


def test_copies_go_into_the_workspace_from_wherever_it_is_asked(planctl, workspace, monkeypatch):
    root = workspace()
    monkeypatch.chdir(root / "plans")
    said = planctl("templates", "copy", "parts/grid.html", "report.css")
    assert (said.out, said.err, said.code) == (
        "../templates/parts/grid.html\n../templates/report.css\n",
        USED,
        0,
    )
    assert (root / "templates/parts/grid.html").read_text("utf-8") == shipped("parts/grid.html")


def test_all_are_copied_into_the_folder_that_is_named(planctl, workspace):
    root = workspace()
    said = planctl("templates", "copy", "--all", "-o", "look")
    found = (path.relative_to(root / "look") for path in (root / "look").rglob("*.*"))
    assert sorted(path.as_posix() for path in found) == names()
    assert (said.out.splitlines(), said.err) == ([f"look/{name}" for name in names()], "")


def test_a_dry_run_writes_nothing(planctl, workspace):
    root = workspace()
    said = planctl("templates", "copy", "report.css", "--dry-run")
    assert (said.out, said.err, said.code) == ("templates/report.css\n", "", 0)
    assert not (root / "templates").exists()


def test_what_is_there_is_not_replaced_and_then_nothing_is_copied(planctl, workspace):
    root = workspace({"templates/report.css": "a {}"})
    said = planctl("templates", "copy", "parts/grid.html", "report.css")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        "planctl: templates/report.css is there already, so nothing was written. Name another "
        "place with -o, or replace it with --force.\n"
    )
    assert [path.name for path in (root / "templates").rglob("*.*")] == ["report.css"]


def test_with_force_it_is_replaced(planctl, workspace):
    root = workspace({"templates/report.css": "a {}"})
    said = planctl("templates", "copy", "report.css", "--force")
    assert (said.out, said.err, said.code) == ("templates/report.css\n", USED, 0)
    assert (root / "templates/report.css").read_text("utf-8") == shipped("report.css")


def test_a_copy_that_is_there_is_left_alone(planctl, workspace):
    workspace({"templates/report.css": shipped("report.css")})
    said = planctl("templates", "copy", "report.css")
    assert (said.out, said.code) == ("", 0)
    assert said.err == "templates/report.css is there already, as it is shipped.\n"


def test_a_name_that_is_not_shipped_is_refused_with_the_nearest(planctl, workspace):
    workspace()
    said = planctl("templates", "copy", "report.css", "front")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        "planctl: NAME 'front' is not a shipped template. Did you mean parts/front.html?\n"
    )
    assert planctl("templates", "copy", "../pyproject.toml").err == (
        "planctl: NAME '../pyproject.toml' is not a shipped template. "
        "`planctl templates list` names them all.\n"
    )


def test_without_a_name_it_is_said_what_to_name(planctl, workspace):
    workspace()
    said = planctl("templates", "copy")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        "planctl: No template is named. Name some of those that `planctl templates list` shows, "
        "or give --all.\n"
    )


def test_a_folder_that_is_not_there_is_refused(planctl, workspace):
    workspace()
    said = planctl("templates", "list", "--templates", "gone")
    assert (said.out, said.code) == ("", 2)
    assert said.err == "planctl: gone is not there. Check the spelling, or the folder you are in.\n"
