"""Themes: what stands under their heading."""

from planctl.model import Action, Assignment, Link, Milestone, Theme, ThemeKind


def test_a_theme_has_aims_and_steps_of_its_own_besides_its_actions():
    written = {
        "title": "Reading",
        "kpis": "K1",
        "milestones": "All clubs are open",
        "links": [{"commitment": "P1", "relation": "delivers"}],
        "own": {"ward": "North"},
        "responsible": "library",
        "actions": [{"text": "Open a club"}],
    }
    assert Theme.model_validate(written) == Theme(
        title="Reading",
        kind=ThemeKind.THEME,
        kpis=("K1",),
        milestones=(Milestone(text="All clubs are open"),),
        links=(Link(commitment="P1", relation="delivers"),),
        own={"ward": "North"},
        responsible=(Assignment(party="library"),),
        actions=(Action(text="Open a club"),),
    )
