"""Rating scales: presets and scales of a plan's own."""

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Level, Scale
from planctl.model.scale import Preset, RatedState, Rating, ScaleField


@pytest.mark.parametrize(
    ("preset", "levels"),
    [
        (
            Preset.RAG,
            [("green", "G", "on_track"), ("amber", "A", "at_risk"), ("red", "R", "off_track")],
        ),
        (
            Preset.BRAG,
            [
                ("blue", "B", "complete"),
                ("green", "G", "on_track"),
                ("amber", "A", "at_risk"),
                ("red", "R", "off_track"),
            ],
        ),
        (
            Preset.SCRUTINY,
            [
                ("achieved", "1", "complete"),
                ("on-track", "2", "on_track"),
                ("slipped", "3", "at_risk"),
                ("not-achieved", "4", "off_track"),
            ],
        ),
    ],
)
def test_a_preset_runs_from_best_to_worst(preset, levels):
    found = Scale(preset=preset).all_levels
    assert [(level.id, level.letter, level.state.value) for level in found] == levels


def test_without_a_preset_a_scale_is_red_amber_green():
    assert Scale().all_levels == Scale(preset=Preset.RAG).all_levels


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("green", "green"), ("GREEN", "green"), (" g ", "green"), ("A", "amber"), ("Red", "red"),
        ("blue", None), ("", None), ("gr", None), ("●", None),
    ],
)  # fmt: skip
def test_a_level_goes_by_its_id_label_or_letter(written, level):
    found = Scale().level(written)
    assert (found and found.id) == level


def test_levels_of_its_own_take_the_place_of_a_preset():
    own = Level(id="well-under-way", label="Well under way", state=RatedState.ON_TRACK)
    scale = Scale(preset=Preset.BRAG, levels=(own,))
    assert scale.all_levels == (own,)
    assert scale.level("well under way") == own
    assert scale.level("blue") is None


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        ("brag", Scale(preset=Preset.BRAG)),
        ({"preset": "RAG"}, Scale(preset=Preset.RAG)),
        (
            {"levels": [{"id": "up", "label": "Up", "state": "on track"}]},
            Scale(levels=(Level(id="up", label="Up", state=RatedState.ON_TRACK),)),
        ),
    ],
)
def test_a_scale_is_named_or_written_out(written, scale):
    assert TypeAdapter(ScaleField).validate_python(written) == scale


@pytest.mark.parametrize(
    "written",
    [
        "",
        "purple",
        [],
        {"levels": [{"id": "up", "label": "Up", "state": "paused"}]},
        {"colours": []},
    ],
)
def test_what_is_no_scale_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(ScaleField).validate_python(written)


@pytest.mark.parametrize(
    ("scale", "written", "rating"),
    [
        (Scale(), "G", "green"),
        (Scale(preset=Preset.SCRUTINY), "On track", "on-track"),
        (None, "anything", "anything"),
    ],
)
def test_a_rating_is_kept_as_the_id_of_its_level(scale, written, rating):
    assert TypeAdapter(Rating).validate_python(written, context={"scale": scale}) == rating


def test_a_rating_without_a_scale_at_hand_is_not_judged():
    assert TypeAdapter(Rating).validate_python("purple") == "purple"


def test_a_rating_off_the_scale_is_refused_with_those_on_it():
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Rating).validate_python("purple", context={"scale": Scale()})
    assert [(error["type"], error["ctx"]) for error in refused.value.errors()] == [
        ("not_in_vocabulary", {"written": "purple", "allowed": ["green", "amber", "red"]})
    ]
