"""Drawing, and what the network makes of it at every moment."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from advgui.__main__ import main
from advgui.core.digits.rendering import BOX, PEN
from advgui.core.images import Bytes
from tests.e2e.user import ONE, RIGHT, SEVEN, User

ACROSS = ((0.3, 0.5), (0.5, 0.5), (0.7, 0.5))


def test_the_bars_follow_the_pen_before_it_is_lifted(user: User) -> None:
    seen = []
    for end in range(3, len(SEVEN) + 1):
        user.pen_down(SEVEN[:end])
        reading = user.state.network.read(user.state.image)
        assert user.words("bars-note") == f"Reads the drawing as {reading.label}."
        assert user.state.drawing.empty  # not before the pen is lifted
        seen.append(user.state.image)
        user.pen_up(SEVEN[:end])
        user.press("Ctrl+Z")
    assert all(image.any() for image in seen)
    assert len({image.tobytes() for image in seen}) == len(seen)


def test_what_is_read_is_what_is_shown(user: User) -> None:
    user.draw(SEVEN)
    assert np.array_equal(user.image("original"), user.state.image)
    read = user.state.network.read(user.image("original"))
    assert f"reads {read.label}" in user.said("tile-original")
    assert str(read.label) in user.said("bars")


def test_a_sheet_without_ink_is_read_as_nothing(user: User) -> None:
    assert "Draw a digit" in user.message()
    assert user.words("bars-note") == "Nothing drawn yet."
    assert user.tile("original").shown() is None


def test_undo_and_redo_go_stroke_by_stroke(user: User) -> None:
    images = [user.state.image]
    for line in (SEVEN, ACROSS):
        user.draw(line)
        images.append(user.state.image)
    for image in images[-2::-1]:
        user.press("Ctrl+Z")
        assert np.array_equal(user.state.image, image)
    for keys, image in zip(("Ctrl+Shift+Z", "Ctrl+Y"), images[1:], strict=True):
        user.press(keys)
        assert np.array_equal(user.state.image, image)


def test_the_eraser_takes_ink_away_and_undo_brings_it_back(user: User) -> None:
    user.draw(ONE)
    before = user.state.image
    user.click("eraser")
    user.draw(ACROSS)
    assert len(user.state.drawing.strokes) == 2
    assert not np.array_equal(user.state.image, before)
    user.press("Ctrl+Z")
    assert np.array_equal(user.state.image, before)
    user.click("pen")
    user.draw(ACROSS)
    assert user.find(QToolButton, "pen").isChecked()
    assert len(user.state.drawing.strokes) == 2  # the new one is drawn, not erased


def test_the_bars_follow_the_eraser_too(user: User) -> None:
    user.draw(ONE)
    before = user.state.image
    user.pen_down(ACROSS, RIGHT)
    assert not np.array_equal(user.state.image, before)
    user.pen_up(ACROSS, RIGHT)
    assert len(user.state.drawing.strokes) == 2


def test_an_empty_sheet_can_be_had_again_and_undone(user: User) -> None:
    for keys in ("Ctrl+N", "Ctrl+Backspace"):
        user.draw(SEVEN)
        before = user.state.image
        user.press(keys)
        assert user.state.reading is None
        user.press("Ctrl+Z")
        assert np.array_equal(user.state.image, before)
        user.press(keys)


def test_a_digit_of_the_gallery_is_written_stroke_by_stroke(user: User) -> None:
    user.click_cell("gallery", 7)
    assert user.canvas.replaying
    user.wait_until(lambda: user.state.reading is not None)
    assert len(user.state.history.past) == 0  # it does not count before it is there
    user.wait_until(lambda: not user.canvas.replaying)
    assert not user.state.drawing.empty
    user.press("Ctrl+Z")
    assert user.state.drawing.empty


def test_a_pen_that_comes_down_ends_the_writing_and_adds_to_it(user: User) -> None:
    user.click_cell("gallery", 4)
    user.draw(ONE)
    assert not user.canvas.replaying
    both = user.state.drawing.strokes
    user.press("Ctrl+Z")
    assert len(user.state.drawing.strokes) == len(both) - 1 > 0


def test_another_digit_of_the_gallery_replaces_the_one_that_is_being_written(user: User) -> None:
    user.click_cell("gallery", 4)
    user.click_cell("gallery", 1)
    user.wait_until(lambda: not user.canvas.replaying)
    user.press("Ctrl+Z")
    assert user.state.drawing.empty


def test_undo_ends_the_writing_and_takes_the_last_drawing_back(user: User) -> None:
    user.draw(SEVEN)
    user.click_cell("gallery", 4)
    user.press("Ctrl+Z")
    assert not user.canvas.replaying
    assert user.state.reading is None
    user.press("Ctrl+Y")
    assert len(user.state.drawing.strokes) == 1
    assert np.array_equal(user.image("original"), user.state.image)


def test_a_wider_pen_leaves_more_ink(user: User) -> None:
    user.draw(SEVEN)
    thin = user.state.image.sum(dtype=int)
    user.drag_slider("pen-width", 1.0)
    assert user.state.image.sum(dtype=int) > thin
    assert np.array_equal(user.image("original"), user.state.image)


def writing(user: User) -> bool:
    """Whether a digit of the gallery is being written."""
    return user.canvas.replaying


@pytest.mark.parametrize("how", ["3", "E", "A", "attack-start"])
def test_an_attack_during_the_writing_is_made_on_the_whole_digit(user: User, how: str) -> None:
    user.make_it_quick()
    user.click_cell("gallery", 4)
    user.wait_until(lambda: user.find(QPushButton, "attack-start").isEnabled())
    assert writing(user)
    if len(how) == 1:
        user.press(how)
    else:
        user.click(how)
    assert not writing(user)
    whole = user.state.drawing.image()
    assert np.array_equal(user.run.original, whole)
    user.wait_until_finished()
    assert np.array_equal(user.image("original"), whole)


def test_every_network_is_attacked_on_the_whole_digit(user: User) -> None:
    user.type_number("steps", 5)
    user.choose_action("page-compare")
    user.click("compare-all")
    user.click_cell("gallery", 4)
    user.wait_until(lambda: user.find(QPushButton, "transfer-start").isEnabled())
    assert writing(user)
    user.click("transfer-start")
    assert not writing(user)
    user.wait_until(lambda: user.words("transfer-headline").startswith("Attacking"))
    user.press("Ctrl+Z")
    user.press("Ctrl+Y")
    user.wait_until(lambda: "they fool" in user.words("transfer-headline"))
    assert "earlier drawing" not in user.words("transfer-details")


def extent(image: Bytes) -> int:
    """How many pixels the ink reaches across or down, whichever is more."""
    return max(int(np.ptp(np.flatnonzero(image.any(axis=axis)))) + 1 for axis in (0, 1))


@pytest.mark.parametrize("far", [0, 1, 2])
def test_a_tap_and_a_tiny_stroke_are_dots(user: User, far: int, tmp_path: Path) -> None:
    step = far / user.canvas.square().width()
    user.draw(((0.4, 0.4), (0.4 + step, 0.4 + step)))
    assert user.state.image.any()
    assert extent(user.state.image) <= PEN * BOX + 3
    path, seen = tmp_path / "dot.strokes", user.state.image
    user.choose_action("save-drawing")
    user.answer("save-drawing", path)
    user.wait_until(path.exists)
    user.press("Ctrl+N")
    user.open(path)
    user.wait_until(lambda: user.state.reading is not None)
    assert np.array_equal(user.state.image, seen)


def test_a_small_digit_fills_the_box(user: User) -> None:
    for size in (0.15, 0.9):
        user.press("Ctrl+N")
        user.draw([(0.3 + size * (x - 0.27), 0.2 + size * (y - 0.2)) for x, y in SEVEN])
        assert extent(user.state.image) >= BOX


def test_the_commands_see_a_dot_as_the_window_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dot.strokes"
    path.write_text('{"strokes": [[[0.4, 0.4], [0.4005, 0.4005]]], "pen": 0.12}')
    tap = tmp_path / "tap.strokes"
    tap.write_text('{"strokes": [[[0.4, 0.4]]], "pen": 0.12}')
    assert main(["recognise", str(path), str(tap), "--json"]) == 0
    dot, tapped = json.loads(capsys.readouterr().out)["results"]
    assert dot["confidences"] == pytest.approx(tapped["confidences"], abs=0.1)
