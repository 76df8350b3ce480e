"""The program checks itself: the real window reads and attacks a digit whose answer is known."""

import multiprocessing
import threading
from collections.abc import Callable, Generator, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QDialog

from advgui.core.errors import BadInput
from advgui.core.language import numeral
from advgui.core.zoo import load_shipped
from advgui.lab.attack.phrases import reads, size
from advgui.ui.app import run_window
from advgui.ui.attack.history import run_curves
from advgui.ui.attack.page import AttackPage
from advgui.ui.drawing.gallery import GalleryStrip
from advgui.ui.plotting.curves import pen
from advgui.ui.selfcheck.parts import (
    CheckError,
    check_icons,
    check_images,
    check_languages,
    check_networks,
    colours,
    there,
)
from advgui.ui.session.settings import NoSettings
from advgui.ui.theme.tokens import tokens
from advgui.ui.window.window import MainWindow

#: The digit of the gallery that is drawn, what every network reads in it, the goal, and the L2
#: that the attack needs; another machine's arithmetic may make a little more or less of it.
INDEX: Final = 7
LABEL: Final = 7
GOAL: Final = 3
L2: Final = 1.34
LEEWAY: Final = 0.2

#: Between two looks at the window, and for all of them on a busy machine.
_LOOK_INTERVAL_MS: Final = 20
PATIENCE_MS: Final = 120_000


def check_window(patience_ms: int = PATIENCE_MS) -> str:
    """Open the window, check what can be wrong with an installation, and close it.

    Nobody's settings are read or changed. Returns what was found, in words. Raises
    CheckError with what is wrong, or does not come within ``patience_ms``, and
    what ``run_window`` raises.
    """
    begun, threads = perf_counter(), threading.active_count()
    found, wrong = _run(patience_ms)
    if wrong:
        raise CheckError(wrong)
    if threading.active_count() > threads or multiprocessing.active_children():
        raise CheckError("A thread or process is left once the window is closed.")
    took = perf_counter() - begun
    return f"{'; '.join(found)}; {numeral(took, '.1f')} s, {QGuiApplication.platformName()}"


def _run(patience_ms: int) -> tuple[list[str], str]:
    """Have a window checked, and nothing left of it; what was found, and what is wrong."""
    made: list[SelfCheck] = []
    try:
        run_window(
            settings=NoSettings(), begin=lambda win: made.append(SelfCheck(win, patience_ms))
        )
        return made[0].found, made[0].wrong
    finally:
        for check in made:
            check.forget()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class SelfCheck(QObject):
    """Goes from check to check between the window's events, and closes the window in the end.

    A check that has to wait is a generator, and yields what it waits for meanwhile. ``found``
    tells what they have seen, and ``wrong`` why the window was closed, if not at their end.
    """

    def __init__(self, window: MainWindow, patience_ms: int) -> None:
        super().__init__()
        self.window = window
        self.found: list[str] = []
        self.wrong = "The window was closed before all was checked."
        self._checks = self._all()
        self._deadline = QDeadlineTimer(patience_ms)
        self._clock = QTimer(self, interval=_LOOK_INTERVAL_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def forget(self) -> None:
        """Delete the window, which is closed, and let go of all that was seen of it."""
        self._clock.stop()
        self._checks.close()
        self.window.deleteLater()
        del self.window

    def _look(self) -> None:
        """Go on where that is possible; end where all is checked or something is wrong."""
        try:
            for dialog in self._errors():
                raise CheckError(dialog.accessibleDescription())
            awaited = next(self._checks, None)
            if awaited is None:
                self._end("")
            elif self._deadline.hasExpired():
                raise CheckError(f"It takes too long until {awaited}.")
        except BadInput as error:
            self._end(str(error))

    def _end(self, wrong: str) -> None:
        self.wrong = wrong
        self._clock.stop()
        for dialog in self._errors():
            dialog.reject()
        self.window.close()

    def _errors(self) -> list[QDialog]:
        return [d for d in self.window.findChildren(QDialog, "error") if d.isVisible()]

    def _all(self) -> Generator[str, None, None]:
        yield from _until("the window is filled", lambda: self.window.workspace is not None)
        yield from self._reading()
        yield from self._attack()
        yield from self._chart()
        image = self.window.controller.state.image
        self.found.append(check_networks(image, LABEL))
        self.found.append(check_images(image))
        self.found.append(check_languages())
        self.found.append(check_icons(self.window.palette()))

    def _reading(self) -> Iterator[str]:
        """A digit of the gallery is written on the sheet, and the bars read it."""
        controller = self.window.controller
        there(self.window.findChild(GalleryStrip, "gallery"), "the gallery").chosen.emit(INDEX)
        yield from _until("the digit is written", lambda: bool(controller.state.drawing.strokes))
        reading = there(controller.state.reading, "a reading")
        if reading.label != LABEL:
            raise CheckError(f"The {LABEL} of the gallery is read as {reading.label}.")
        self.found.append(f"a {LABEL} {reads(reading)}")

    def _attack(self) -> Iterator[str]:
        """A click on a bar fools the network by the very image that is shown, read anew."""
        controller = self.window.controller
        self.window.network.bars.chosen.emit(GOAL)
        yield from _until("the attack has ended", self._is_at_rest)
        if controller.runner.in_process:
            raise CheckError("No process can be started for the attack.")
        view = there(controller.view, "an outcome of the attack")
        image = there(self._page().tiles.adversarial.shown(), "an adversarial image")
        label = load_shipped(controller.state.network.name).read(image).label
        if not view.fooled or label != GOAL or abs(view.l2 - L2) > LEEWAY:
            raise CheckError(
                f"Attacked toward {GOAL}, the network reads {label} at {size(view.l2)}; "
                f"known is {GOAL} at {size(L2)}."
            )
        self.found.append(f"fooled toward {GOAL} at {size(view.l2)}")

    def _page(self) -> AttackPage:
        return there(self.window.findChild(AttackPage), "the page that attacks")

    def _is_at_rest(self) -> bool:
        state = self.window.controller.state
        return state.run is not None and not state.running and not self.window.controller.telling

    def _chart(self) -> Iterator[str]:
        """The curves of the attack can be seen, and exported."""
        plot = self._page().history.plot
        yield from _until("the chart is shown", lambda: plot.charted)
        curve = pen(run_curves()[0], tokens(plot.palette())).color().rgba()
        if curve not in colours(QPixmap.fromImage(plot.picture())):
            raise CheckError("The chart of the attack shows no curve.")
        self.found.append("chart")


def _until(what: str, holds: Callable[[], bool]) -> Iterator[str]:
    while not holds():
        yield what
