"""The image under the pen wears an artefact as a run would make it wear it."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact
from advgui.lab.fitted.wearing import Wearing
from tests.fake_fits import PLACE, SIDE, drawn, patch, perturbation, stamp

IMAGE = drawn().image


@pytest.mark.parametrize("artefact", [patch(), perturbation()])
def test_it_is_what_the_artefact_makes_of_the_image(artefact: Artefact) -> None:
    before = IMAGE.copy()
    np.testing.assert_array_equal(Wearing.of(artefact, 5).worn_by(IMAGE), artefact.apply(IMAGE))
    np.testing.assert_array_equal(IMAGE, before)


def test_a_goal_that_is_said_as_it_is_worn_is_said() -> None:
    wearing = Wearing.of(stamp(), 5)
    np.testing.assert_array_equal(wearing.worn_by(IMAGE), stamp().apply(IMAGE, 5))
    assert wearing.goal == 5
    assert Wearing.of(patch(4), 5).goal == 4
    assert Wearing.of(perturbation(), 5).goal is None


def test_a_patch_is_worn_where_it_is_put_and_changes_nothing_else() -> None:
    wearing = Wearing.of(patch(), 0, (2, 15))
    changed = wearing.worn_by(IMAGE) != IMAGE
    assert not changed[:2].any()
    assert not changed[12:].any()
    assert not changed[:, :15].any()
    assert not changed[:, 25:].any()
    assert (wearing.picture() > 0).sum() == SIDE * SIDE / 2
    assert wearing.side == SIDE


def test_without_a_place_of_the_users_a_patch_is_where_it_was_fitted() -> None:
    assert Wearing.of(patch(), 0).place == PLACE
    assert Wearing.of(perturbation(), 0, (1, 1)).place is None
    assert Wearing.of(perturbation(), 0).side == 0


def test_the_picture_of_one_for_all_does_not_depend_on_the_drawing() -> None:
    wearing = Wearing.of(perturbation(0.2), 0)
    np.testing.assert_array_equal(wearing.change(IMAGE), wearing.change(None))
    assert wearing.change(None).min() == -51
    assert wearing.change(None).max() == 51


def test_that_of_what_looks_at_the_image_does() -> None:
    change = Wearing.of(stamp(), 7).change(IMAGE)
    np.testing.assert_array_equal(np.flatnonzero(change.any(axis=1)), [7])
