"""Nothing blinks: what is marked as fooled or not changes at most twice a second by itself."""

from time import monotonic
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtWidgets import QWidget

from advgui.ui.attack.goal_strip import GoalStrip
from advgui.ui.viewer.tile import Tile
from tests.e2e.user import SEVEN, User
from tests.ui.qimages import rgb

STEPS: Final = 12  # so many have to be seen
CALM: Final = 0.9  # seconds that two changes back and forth take at least, with some leave


def frame(user: User, tile: Tile) -> tuple[int, ...]:
    """The colour of the frame around a tile's image, on the screen."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    window = user.window
    shot = rgb(window.screen().grabWindow(window.winId()).toImage())
    corner = tile.image_rect().topLeft() - QPointF(1, 1)
    place = tile.mapTo(window, corner.toPoint())
    return tuple(shot[place.y(), place.x()].tolist())


def marks(user: User) -> tuple[object, ...]:
    """All that says whether the network is fooled, by colours and in words."""
    badges = [user.said(f"tile-{name}").rpartition(", ")[2] for name in ("adversarial",)]
    frames = [frame(user, user.tile(name)) for name in ("adversarial", "thresholded")]
    strip = user.find(GoalStrip, "goal-strip")
    return (*badges, *frames, *(strip.words(digit).partition(",")[0] for digit in range(10)))


class Watch:
    """Notes when the marks change: after the last look at the old ones, before that at the new."""

    def __init__(self, user: User) -> None:
        self._user = user
        self._looked = monotonic()
        self.seen = marks(user)
        self.changed: list[tuple[float, float]] = []

    def look(self) -> None:
        before = self._looked
        QCoreApplication.processEvents()
        self._looked = monotonic()
        now = marks(self._user)
        if now != self.seen:
            self.seen = now
            self.changed.append((before, monotonic()))

    def is_calm(self) -> bool:
        """Whether no mark has surely come, gone and come again within half a second."""
        times = np.array(self.changed).reshape(-1, 2)
        return bool((times[4:, 1] - times[:-4, 0] >= CALM).all())


def test_marks_rest_while_the_steps_of_an_attack_follow_one_another(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_running(steps=3)
    watch, steps = Watch(user), set[int]()

    def looked() -> bool:
        watch.look()
        steps.add(user.run.step)
        return len(steps) >= STEPS

    user.wait_until(looked)
    assert not watch.changed
    user.press("Esc")
    user.wait_until_finished()
    assert user.said("tile-adversarial").endswith("fooled")
    assert user.find(QWidget, "bars").accessibleDescription().startswith("The network reads")


def test_a_run_that_is_played_does_not_blink(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    user.click("step-first")
    watch, last = Watch(user), user.run.step
    user.click("step-play")

    def played() -> bool:
        watch.look()
        return user.step == last and user.run.judged

    user.wait_until(played)
    assert watch.is_calm()
    assert len(watch.changed) <= 4
    assert user.said("tile-adversarial").endswith("fooled")


def test_with_live_on_marks_wait_until_the_pen_rests(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    user.click("live")
    watch, tickets = Watch(user), set[int]()

    def scribbled() -> bool:
        x = 0.3 + 0.01 * len(tickets)
        user.draw(((x, 0.5), (x + 0.02, 0.55)))
        for _ in range(5):
            watch.look()
        tickets.add(user.run.ticket)
        return len(tickets) >= STEPS

    user.wait_until(scribbled)
    assert watch.is_calm()
    user.wait_until(lambda: not user.running() and user.run.judged)
    assert user.said("tile-adversarial").endswith("fooled")
