"""The attacks toward all ten digits, side by side in small."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS, SIZE, Bytes
from advgui.core.language import tr
from advgui.ui.attack.goal_cell import (
    GoalLook,
    GoalState,
    image_square,
    paint_goal,
    paint_selection,
    row_above,
    row_below,
)
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import RING
from advgui.ui.widgets.painted_buttons import PaintedButtons

_SAID: Final[dict[GoalState, str]] = {
    "idle": "",
    "running": tr("running"),
    "fooled": tr("fooled"),
    "failed": tr("not fooled"),
    "already": tr("read as this already"),
}


@dataclass(frozen=True)
class ShownGoals:
    """What the strip shows, by goal.

    ``images`` are the bytes of ten valid images (28, 28), or none at all; ``lines`` a few
    figures below each, such as ".98", empty where unknown; ``selected`` the one that is shown
    in the large, if any. ``norm`` is what the figures are in, as it is written: L2. What
    is ``faded`` is not of now any more.
    """

    images: tuple[bytes, ...] = ()
    states: tuple[GoalState, ...] = ("idle",) * LABELS
    lines: tuple[str, ...] = ("",) * LABELS
    selected: int | None = None
    norm: str = ""
    faded: bool = False

    def words(self, index: int) -> str:
        """What is known of one of the ten, and which it is."""
        known = self.known(index)
        return (
            tr("Toward {goal}: {known}").format(goal=index, known=known)
            if known
            else tr("Toward {goal}").format(goal=index)
        )

    def known(self, index: int) -> str:
        """What is known of one of the ten; empty where it is nothing."""
        line = self.lines[index]
        figure = f"{self.norm} {line}".strip() if line[:1].isdigit() else line
        return ", ".join(filter(None, (_SAID[self.states[index]], figure)))

    @cached_property
    def looks(self) -> tuple[GoalLook, ...]:
        """What each of the ten columns is painted from."""
        images = self.images or (None,) * LABELS
        return tuple(
            GoalLook(index, image, state, line, index == self.selected, self.faded)
            for index, (image, state, line) in enumerate(
                zip(images, self.states, self.lines, strict=True)
            )
        )

    @cached_property
    def description(self) -> str:
        """All of it in words; empty while there are no images."""
        if not self.images:
            return ""
        fooled = [str(i) for i, state in enumerate(self.states) if state == "fooled"]
        said = (
            tr("Fooled toward {fooled}.").format(fooled=", ".join(fooled))
            if fooled
            else tr("Not fooled toward any digit.")
        )
        if self.selected is not None:
            said += " " + tr("Shown is {words}.").format(words=self.words(self.selected))
        return said


class GoalStrip(PaintedButtons):
    """Ten columns: the digit with how it went, its image, and a line such as its L2.

    Choosing one shows that attack in the large. A ``low`` one leaves the lines to its tips.
    """

    def __init__(self, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._empty = empty
        self._shown, self._low = ShownGoals(), False
        self._cache = PaintCache[GoalLook](self, self._paint_column, self.touched)
        self.setObjectName("goal-strip")
        self.setAccessibleName(tr("Attacks toward every digit"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(empty)

    def show_goals(self, shown: ShownGoals) -> None:
        """Show all of this together."""
        if shown is self._shown or shown == self._shown:
            return
        if bool(shown.images) != bool(self._shown.images):
            self.update()  # the words below, too
        self._shown = shown
        if shown.selected is not None and shown.selected != self.current():
            self.set_current(shown.selected)
        self.setAccessibleDescription(shown.description or self._empty)
        self.nodes.refresh()
        self._cache.show(self._parts(shown))

    def prepare(self, shown: ShownGoals) -> None:
        """Paint ahead what may be shown soon."""
        self._cache.prepare(self._parts(shown))

    def set_images(self, images: Bytes | None) -> None:
        """Show ten valid images, uint8 (10, 28, 28), by goal; None where there are none."""
        self.show_goals(replace(self._shown, images=as_bytes(images)))

    def set_marks(self, states: tuple[GoalState, ...]) -> None:
        """How each of the ten attacks went, by goal."""
        self.show_goals(replace(self._shown, states=states))

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """A few figures below each image."""
        self.show_goals(replace(self._shown, lines=lines))

    def set_selected(self, index: int | None) -> None:
        """Which of the ten is shown in the large, if any."""
        self.show_goals(replace(self._shown, selected=index))

    def set_low(self, low: bool) -> None:
        """Whether there is no room for the lines below the images."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def words(self, index: int) -> str:
        """What is known of one of the ten, and so what choosing it shows."""
        return self._shown.words(index)

    def told(self, index: int) -> tuple[str, str]:
        """The digit, and whether it is shown in the large; ``words`` has how it went."""
        if index == self._shown.selected:
            return tr("Toward {goal}, shown").format(goal=index), ""
        return tr("Toward {goal}").format(goal=index), ""

    def offers(self, index: int) -> bool:
        """Every digit but the one that is read anyway."""
        return self._shown.states[index] != "already" and super().offers(index)

    def image_rect(self, index: int) -> QRectF:
        """Where an image is: a whole number of device pixels for each of its own."""
        return image_square(self.cell(index), self.devicePixelRatioF(), self._below())

    def sizeHint(self) -> QSize:
        """Two device-independent pixels for each of an image's."""
        return QSize(LABELS * (2 * SIZE + 2 * RING), self._height_for(2))

    def minimumSizeHint(self) -> QSize:
        """One for each: small, but the ten can be told apart."""
        return QSize(LABELS * (SIZE + 2 * RING), self._height_for(1))

    def heightForWidth(self, width: int) -> int:
        """As high as the images that fit beside one another, up to twice their pixels."""
        return self._height_for(2 if width >= self.sizeHint().width() else 1)

    def _height_for(self, multiple: int) -> int:
        return round(row_above() + self._below()) + multiple * SIZE

    def _below(self) -> float:
        return 2.0 * RING if self._low else row_below()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns that are asked for, and words instead of the lines while there is nothing."""
        self._cache.draw(event, self._parts(self._shown))
        if not self._shown.images and not self._low:
            high, colour = row_below(), self.colours().muted
            below = QRectF(0, self.height() - high, self.width(), high)
            texts().write(QPainter(self), below, self._empty, "caption", colour, "centre")

    def _parts(self, shown: ShownGoals) -> Iterator[tuple[QRectF, GoalLook]]:
        return zip((self.cell(index) for index in range(LABELS)), shown.looks, strict=True)

    def _paint_column(self, painter: QPainter, cell: QRectF, look: GoalLook) -> None:
        colours = self.colours()
        paint_selection(painter, cell, look, colours)
        self.draw_state(painter, look.digit, colours)
        paint_goal(painter, cell, self.image_rect(look.digit), look, colours)


def as_bytes(images: Bytes | None) -> tuple[bytes, ...]:
    """Ten images, uint8 (10, 28, 28), in a form that can be compared; none for None."""
    return () if images is None else tuple(image.tobytes() for image in images)
