"""`planctl report --watch` and `--open`."""

import signal
import subprocess
import sys
import webbrowser

import pytest

HTML = ("--term", "2017-18 autumn", "--format", "html")
NAME = "build/reading-2017-18-autumn-delivery-officer.html"


@pytest.fixture
def watching(workspace, surroundings):
    """A command that watches the workspace; what it says comes line by line."""
    root = workspace()
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "planctl", "report", *HTML, "--watch"],
        cwd=root, env=surroundings(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    yield root, running
    running.kill()
    running.communicate()


@pytest.mark.thorough
def test_after_each_change_the_reports_are_written_again_until_an_interrupt(watching):
    root, running = watching
    plan = root / "plans/reading.yaml"

    def said():
        return running.stdout.readline()

    assert [said(), said()] == [
        f"{NAME}\n", "Watching the plans and templates. Ctrl-C ends it.\n",
    ]  # fmt: skip
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("homework", "chess"), "utf-8")
    assert [said(), said()] == ["plans/reading.yaml has changed.\n", f"{NAME}\n"]
    assert "chess" in (root / NAME).read_text("utf-8")

    plan.write_text(f"{text}kid: x\n", "utf-8")
    assert [said(), said(), said()] == [
        "plans/reading.yaml has changed.\n",
        "plans/reading.yaml:9:1: error PLN101 kid is not a field of the plan\n",
        "No report is written of these plans. `planctl validate` says what to do.\n",
    ]
    plan.write_text(text, "utf-8")
    assert [said(), said()] == ["plans/reading.yaml has changed.\n", f"{NAME}\n"]

    (root / "templates").mkdir()
    (root / "templates/report.html").write_text("{{ nothing }}", "utf-8")
    assert said().endswith("templates/report.html has changed.\n")
    assert "the template cannot be followed" in said()

    running.send_signal(signal.SIGINT)
    assert (running.wait(timeout=30), running.stdout.read()) == (130, "")


@pytest.fixture
def opened(monkeypatch):
    """The addresses that a browser was asked to open."""
    addresses = []

    def open_one(address):
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_one)
    return addresses


def test_what_was_written_is_opened(planctl, workspace, opened):
    root = workspace()
    assert planctl("report", *HTML, "--open").err == ""
    assert opened == [(root / NAME).as_uri()]


def test_of_several_reports_the_page_that_leads_to_them_is_opened(planctl, workspace, opened):
    root = workspace()
    reading = (root / "plans/reading.yaml").read_text("utf-8")
    workspace({"plans/writing.yaml": reading.replace("reading", "writing")})
    planctl("report", *HTML, "--open")
    assert opened == [(root / "build/index.html").as_uri()]


def test_without_a_browser_it_says_what_to_open(planctl, workspace, monkeypatch):
    workspace()
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    said = planctl("report", *HTML, "--open")
    assert (said.code, said.err) == (
        0, f"There is no browser here to open it with. What was written is {NAME}.\n",
    )  # fmt: skip
