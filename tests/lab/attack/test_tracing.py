"""A person draws over what the attack has found, and only that counts."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.zoo import load_shipped
from advgui.lab.attack import tracing
from advgui.lab.attack.phrases import NO_STROKES
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    drawn,
    live_set,
    opened,
    previewed,
    step_shown,
    undone,
)
from advgui.lab.drawing.model import Drawing, History, from_image
from advgui.lab.preferences import Preferences
from tests.lab.states import ended

FIVE = read_gallery()[5].strokes


def fresh(drawing: Drawing) -> LabState:
    state = opened(load_shipped("report"), Preferences(), History(present=drawing))
    return attack_chosen(state, "pen")


@pytest.fixture(scope="module")
def fooled() -> LabState:
    """A five that the attack has made a nine of, to the network."""
    state = ended(aimed(fresh(Drawing(FIVE)), 9))
    assert state.run is not None
    assert state.run.outcomes[0].fooled
    return state


def over(state: LabState, count: int | None = None) -> LabState:
    """So many of the guide's strokes are drawn over, exactly."""
    assert state.guide is not None
    return drawn(state, replace(state.drawing, strokes=state.guide.after.strokes[:count]))


def test_the_guide_has_both_and_the_sheet_is_empty_until_undo(fooled: LabState) -> None:
    state = tracing.begun(live_set(fooled, False))
    assert state.guide is not None
    assert state.guide.before.strokes is FIVE
    assert (state.guide.label, state.guide.goal) == (5, 9)
    np.testing.assert_array_equal(state.guide.after.image(), fooled.run.outcomes[0].adversarial)  # type: ignore[union-attr]
    assert state.drawing.empty
    assert state.message.words == tracing.words(state) == tracing.BEGIN
    assert undone(state).drawing is fooled.drawing


def test_the_network_does_not_see_the_guide(fooled: LabState) -> None:
    state = tracing.begun(fooled)
    assert state.reading is None
    assert not state.image.any()


def test_what_is_drawn_over_it_all_fools_by_hand(fooled: LabState) -> None:
    state = over(tracing.begun(fooled))
    assert tracing.fooled_by_hand(state)
    assert tracing.words(state) == "Your own drawing is read as 9: fooled by hand."


def test_half_a_drawing_never_counts_whatever_it_is_read_as(fooled: LabState) -> None:
    begun = tracing.begun(fooled)
    assert begun.guide is not None
    half = begun.guide.after.strokes[0][:20]
    state = drawn(begun, replace(begun.drawing, strokes=(half,)))
    assert not tracing.fooled_by_hand(state)
    assert "of the lines are drawn; read as" in tracing.words(state)


def test_a_drawing_that_leaves_the_lines_does_not_count(fooled: LabState) -> None:
    begun = tracing.begun(fooled)
    assert begun.guide is not None
    nine = tuple(stroke * [1.0, 0.5] for stroke in read_gallery()[9].strokes)
    state = drawn(begun, replace(begun.drawing, strokes=(*begun.guide.after.strokes, *nine)))
    assert not tracing.fooled_by_hand(state)
    assert "leaves the lines" in tracing.words(state)


def test_the_old_digit_over_it_is_not_fooled_and_the_goals_share_is_told(fooled: LabState) -> None:
    state = tracing.begun(fooled)
    assert state.guide is not None
    same = replace(state, guide=replace(state.guide, after=state.guide.before))
    assert tracing.words(drawn(same, Drawing(FIVE))).startswith(
        "Your own drawing is read as 5: not fooled; 9 has"
    )


def test_the_guide_goes_when_it_is_taken_away_or_another_attack_begins(fooled: LabState) -> None:
    state = over(tracing.begun(fooled))
    assert tracing.ended(state).guide is None
    assert tracing.ended(state).drawing is state.drawing
    assert aimed(state, 3).guide is None


def test_live_goes_off_as_the_pen_is_its_users(fooled: LabState) -> None:
    state = tracing.begun(replace(fooled, live=True))
    assert not state.live
    assert not over(state).running


def test_the_changed_strokes_become_the_drawing_and_undo_brings_the_old_one(
    fooled: LabState,
) -> None:
    state = tracing.taken(fooled)
    assert fooled.run is not None
    np.testing.assert_array_equal(state.image, fooled.run.outcomes[0].adversarial)
    assert state.reading is not None
    assert state.reading.label == 9
    assert undone(state).drawing is fooled.drawing


def test_any_step_that_is_looked_at_can_be_drawn_over(fooled: LabState) -> None:
    first = step_shown(fooled, 0)
    assert tracing.changed_ink(first) is None
    assert tracing.why_not(first) == tracing.words(first) == tracing.NOTHING_CHANGED
    assert tracing.begun(first).guide is None
    assert tracing.taken(first).drawing is fooled.drawing


def test_an_image_has_no_strokes_and_the_attack_says_so() -> None:
    image = Drawing(FIVE).image()
    state = aimed(fresh(from_image(image)), 9)
    assert state.run is None
    assert state.message.words == NO_STROKES
    assert tracing.why_not(state) == tracing.NO_INK
    assert tracing.why_not(fresh(Drawing())) == tracing.NOT_YET
    assert tracing.why_not(fresh(Drawing(FIVE))) == tracing.NOT_YET


def test_an_image_that_looks_the_same_takes_the_strokes_away() -> None:
    state = fresh(Drawing(FIVE))
    assert state.ink is not None
    assert drawn(state, from_image(state.image)).ink is None


def test_the_ink_follows_a_stroke_that_is_still_being_drawn() -> None:
    state = fresh(Drawing(FIVE))
    more = Drawing((*FIVE, np.array([[0.1, 0.1], [0.2, 0.9]])))
    now = previewed(state, more)
    assert now.ink is not None
    np.testing.assert_array_equal(now.ink.image(), now.image)
    assert now.drawing is state.drawing
