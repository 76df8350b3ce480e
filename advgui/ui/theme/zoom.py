"""How large all text is: in steps that the keys choose, of the system's own size.

Whatever has no font of its own follows the application's. What has one, or a width that words
have to fit in, says by ``follow`` how it is set, and is set so again whenever text is resized.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from advgui.ui.theme.tokens import TextRole, font

Followed = TypeVar("Followed", bound=QWidget)

#: Percents of the system's size that there are.
PERCENTS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
USUAL: Final = 100
#: What is read from the last row of a room.
PROJECTED: Final = 150

#: The application's property that keeps the font with which it started.
_PROPERTY: Final = "advgui_font"

_followers: Final[WeakKeyDictionary[QWidget, list[Callable[[Any], object]]]] = WeakKeyDictionary()


class Zoom(QObject):
    """Makes the text of all windows larger or smaller, dialogs and charts too."""

    changed = Signal(int)

    def __init__(self, app: QApplication, percent: int = USUAL) -> None:
        super().__init__(app)
        self.setObjectName("zoom")
        self._app, self._percent = app, USUAL
        self._before: int | None = None
        if app.property(_PROPERTY) is None:
            app.setProperty(_PROPERTY, QFont(app.font()))
        self.set_percent(percent)

    @property
    def percent(self) -> int:
        """How large text is, in percent of the system's size."""
        return self._percent

    @property
    def chosen(self) -> int:
        """The size that is to be remembered: one for a projector is not."""
        return self._percent if self._before is None else self._before

    @property
    def projecting(self) -> bool:
        """Whether text is as large as a room needs it, for a while."""
        return self._before is not None

    def set_projecting(self, on: bool) -> None:
        """Make text as large as a room needs it, or as it was before."""
        if on != self.projecting:
            chosen = self.chosen
            self._before = chosen if on else None
            self.set_percent(PROJECTED if on else chosen)

    def set_percent(self, percent: int) -> None:
        """Make text as large as the nearest step that there is."""
        self._percent = nearest(percent)
        wanted = _scaled(self._app.property(_PROPERTY), self._percent / 100)
        if wanted != self._app.font():
            self._app.setFont(wanted)
            # Qt tells the widgets later; until then none knows how much room its words take.
            self._app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
            _tell_followers()
            self.changed.emit(self._percent)

    def step(self, by: int) -> None:
        """So many steps larger, or smaller, as far as there are any."""
        number = PERCENTS.index(self._percent) + by
        self.set_percent(PERCENTS[min(max(number, 0), len(PERCENTS) - 1)])


def nearest(percent: int) -> int:
    """The step that is nearest to a size in percent."""
    return min(PERCENTS, key=lambda one: abs(one - percent))


def percent_from(value: object) -> int:
    """A stored setting as a size in percent; rubbish means the usual one."""
    try:
        return nearest(int(str(value)))
    except ValueError:
        return USUAL


def follow(widget: Followed, act: Callable[[Followed], object]) -> None:
    """Do something to a widget now, and again whenever text gets larger or smaller.

    The function gets the widget, and must not hold it: else the widget would never go.
    """
    act(widget)
    _followers.setdefault(widget, []).append(act)


def write_in(widget: QWidget, role: TextRole) -> None:
    """Have a widget write at one size of the type scale."""
    follow(widget, lambda one: one.setFont(font(role)))


def zoomed(pixels: int) -> int:
    """A width that fits words of the usual size, for words as large as they are now."""
    started = QApplication.instance()
    base = None if started is None else started.property(_PROPERTY)
    if not isinstance(base, QFont):
        return pixels
    now = QGuiApplication.font()
    points = base.pointSizeF() > 0
    share = now.pointSizeF() / base.pointSizeF() if points else now.pixelSize() / base.pixelSize()
    return round(pixels * share)


def _scaled(base: QFont, factor: float) -> QFont:
    made = QFont(base)
    if factor == 1:
        return made
    if base.pointSizeF() > 0:
        made.setPointSizeF(base.pointSizeF() * factor)
    else:
        made.setPixelSize(round(base.pixelSize() * factor))
    return made


def _tell_followers() -> None:
    for widget, acts in list(_followers.items()):
        if isValid(widget):
            for act in acts:
                act(widget)
