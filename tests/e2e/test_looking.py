"""After a run: every step can be looked at again, and is judged as it is shown."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider

from advgui.core.images import Bytes
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import Wanted
from advgui.ui.attack.timeline import StepSlider
from advgui.ui.widgets.clipboard import pixels_of
from tests.e2e.user import LEFT, SEVEN, User
from tests.ui.qimages import rgb


@pytest.fixture
def after(user: User) -> User:
    """A user who has attacked a digit."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    return user


def every_step(user: User) -> Bytes:
    """The image of each step (steps + 1, 28, 28), as the run kept them."""
    run = user.run
    assert run.walkable
    return np.stack([run.recording[step][run.selected] for step in range(len(run.recording))])


def shows(user: User, step: int) -> bool:
    """Whether tiles, bars and words are all about a step."""
    image = every_step(user)[step]
    read = user.run.network.read(image)
    return (
        np.array_equal(user.image("adversarial"), image)
        and user.said("tile-adversarial").startswith(f"reads {read.label} ·")
        and user.words("bars-note") == f"Reads step {step:,} as {read.label}."
        and user.said("run-plot").startswith(f"Step {step}:")
        and user.words("step-figures") == f"{step} / {user.run.step}"
    )


def test_the_keys_walk_through_all_steps(after: User) -> None:
    slider = after.find(StepSlider, "step-slider")
    slider.setFocus()
    after.press("Home")
    assert shows(after, 0)
    for step in range(1, 31):
        after.press("Right")
        assert shows(after, step)
    after.press("Home")
    after.press("End")
    assert shows(after, 30)


def test_the_handle_can_be_pulled_to_a_step(after: User) -> None:
    slider = after.find(StepSlider, "step-slider")
    middle = slider.height() // 2
    QTest.mouseClick(slider, LEFT, pos=QPoint(round(slider.place_of(12)), middle))
    assert shows(after, 12)
    after.click("step-next")
    assert shows(after, 13)


def test_a_run_is_played_to_its_end(after: User) -> None:
    after.click("step-first")
    after.click("step-play")
    seen = set()
    after.window.controller.changed.connect(lambda *_: seen.add(after.step))
    after.wait_until(lambda: shows(after, 30))
    assert seen == set(range(1, 31))


def test_a_step_is_judged_as_it_is_shown(after: User) -> None:
    slider = after.find(StepSlider, "step-slider")
    slider.setFocus()
    after.press("Home")
    assert after.words("verdict").startswith("Not fooled")
    assert after.said("tile-adversarial").endswith("not fooled")
    assert after.said("tile-perturbation").startswith("no change")


def test_moving_the_threshold_reads_the_fourth_tile_anew(after: User) -> None:
    for share in (0.05, 0.95):
        after.drag_slider("threshold", share)
        level = after.find(QSlider, "threshold").value()
        assert after.words("threshold-figure") == f"{level / 255:.2f}"
        wanted = np.where(after.image("adversarial") > level, 255, 0)
        assert np.array_equal(after.image("thresholded"), wanted)
        read = after.run.network.read(after.image("thresholded"))
        assert after.said("tile-thresholded").startswith(f"reads {read.label} ·")


def clipboard() -> Bytes:
    """The clipboard's image (h, w, 3)."""
    return rgb(QGuiApplication.clipboard().image())


def test_copying_gives_the_adversarial_image_pixel_by_pixel(after: User) -> None:
    after.press("Ctrl+C")
    copied = clipboard()
    assert np.array_equal(copied, np.repeat(after.image("adversarial")[..., None], 3, axis=2))
    assert after.find(QLabel, "message").text() == "The image is on the clipboard."


@pytest.mark.parametrize("name", ["original", "perturbation", "adversarial", "thresholded"])
def test_a_tile_that_is_chosen_by_the_keyboard_is_copied(after: User, name: str) -> None:
    after.tile(name).setFocus(Qt.FocusReason.TabFocusReason)
    after.press("Ctrl+C")
    shown = after.image(name)
    wanted = shown if shown.ndim == 3 else np.repeat(shown[..., None], 3, axis=2)
    assert np.array_equal(clipboard(), wanted)


def test_what_was_copied_can_be_pasted_as_a_drawing(after: User) -> None:
    after.press("Ctrl+C")
    after.press("Ctrl+V")
    pasted = Wanted("drawing", pixels_of(QGuiApplication.clipboard().image())).read()
    assert isinstance(pasted, Drawing)
    assert np.array_equal(after.state.image, pasted.image())
    after.press("Ctrl+Z")
    assert np.array_equal(after.state.image, after.run.original)
