"""Has something done no more often than there is time for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Throttle(QObject):
    """Does something at most once in so many milliseconds, however often it is asked for.

    Whoever asks while it waits is answered together with all others at the end of the time.
    ``at_once`` has the first of them answered now; the time to the next begins then.
    """

    def __init__(
        self, act: Callable[[], None], interval_ms: int, parent: QObject, *, at_once: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("throttle")
        self._act, self._at_once, self._asked = act, at_once, False
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._answer)

    def ask(self) -> None:
        """Have it done."""
        self._asked = True
        if self._timer.isActive():
            return
        if self._at_once:
            self._answer()
        else:
            self._timer.start()

    def set_interval(self, milliseconds: int) -> None:
        """Another time from now on."""
        self._timer.setInterval(milliseconds)

    def stop(self) -> None:
        """Nothing that was asked for is done any more."""
        self._asked = False
        self._timer.stop()

    def _answer(self) -> None:
        if not self._asked:
            return
        self._asked = False
        if not self._at_once:
            self._act()
            return
        self._timer.start()
        self._act()
        if self._timer.isActive():
            self._timer.start()  # what took long is followed by a rest all the same
