"""A walk through the steps of a run: a slider with its buttons."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from advgui.core.language import numeral, tr
from advgui.ui.theme.icons import icon
from advgui.ui.theme.tokens import SMALL, TIGHT, tokens
from advgui.ui.theme.zoom import follow, write_in

#: A run is played at this rate and in about this time, however many steps it has.
_FRAME_MS: Final = 40
_PLAYED_IN_MS: Final = 5000
_SIDE: Final = 20
#: Of the slider, so that the pointer to the best step has room below the handle.
_TALL: Final = 28


class StepSlider(QSlider):
    """A slider that goes where it is clicked and points out one best step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._best: int | None = None
        self.setMinimumHeight(_TALL)

    def set_best(self, step: int | None) -> None:
        """Mark a step below the groove, or none."""
        self._best = step
        self.update()

    def place_of(self, step: int) -> float:
        """Where the middle of the handle is, for a step."""
        groove, handle = self._room()
        low, high = self.minimum(), self.maximum()
        along = QStyle.sliderPositionFromValue(low, high, step, round(groove.width()) - handle)
        return groove.left() + along + handle / 2

    def _room(self) -> tuple[QRectF, int]:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, kind = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(kind, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(kind, option, QStyle.SubControl.SC_SliderHandle, self)
        return QRectF(groove), handle.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the mouse is; from there it can be dragged on."""
        if event.button() == Qt.MouseButton.LeftButton:
            groove, handle = self._room()
            along = round(event.position().x() - groove.left() - handle / 2)
            span = round(groove.width()) - handle
            low, high = self.minimum(), self.maximum()
            self.setValue(QStyle.sliderValueFromPosition(low, high, along, span))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's slider, and a small pointer to the best step below it."""
        super().paintEvent(event)
        if self._best is None or self.maximum() == 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens(self.palette()).goal)
        middle, below = self.place_of(self._best), self.height() - 0.5
        corners = ((0.0, -6.0), (-4.0, 0.0), (4.0, 0.0))
        painter.drawPolygon([QPointF(middle + x, below + y) for x, y in corners])


class Timeline(QWidget):
    """First, previous, play, next, last, a slider over all steps, and the step in figures.

    Steps count from 0 to the ``last``. Keys on the slider: arrows, Page, Home, End; Space plays.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._best: int | None = None
        self._kept: NDArray[np.intp] | None = None
        self._at = 0
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._play_on)
        self._slider = StepSlider()
        self._slider.setObjectName("step-slider")
        self._slider.setAccessibleName(tr("Step shown"))
        self._slider.valueChanged.connect(self._chosen)
        self._slider.sliderPressed.connect(self.stop)
        self._slider.actionTriggered.connect(self.stop)
        self._figures = QLabel()
        self._figures.setObjectName("step-figures")
        write_in(self._figures, "body")
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons = self._made_buttons()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT // 2)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addSpacing(SMALL)
        row.addWidget(self._slider, 1)
        row.addSpacing(SMALL)
        row.addWidget(self._figures)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Steps of the run"))
        self.setFocusProxy(self._slider)
        self._last: int | None = 0
        self.set_range(None)
        follow(self, Timeline._keep_figures)

    def set_range(self, last: int | None) -> None:
        """How far the run goes; None where there is no run. The step shown stays if it can."""
        if last == self._last:
            return
        self._last = last
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, last or 0)
        self._slider.setPageStep(max(1, (last or 0) // 10))
        self.setEnabled(last is not None)
        self._keep_figures()
        if not last:
            self.stop()
        self._tell()

    def set_kept(self, steps: NDArray[np.intp] | None) -> None:
        """The steps that are there, rising, where some were dropped to save room; else None.

        Who walks goes from one of them to the next.
        """
        if steps is not self._kept:
            self._kept = steps
            self._hint()

    def _keep_figures(self) -> None:
        """Room for the longest of them, so that nothing moves."""
        self._figures.setFixedWidth(self._widest())

    def set_step(self, step: int) -> None:
        """Show where the run is; nothing is emitted."""
        if step == self.step():
            return
        with QSignalBlocker(self._slider):
            self._slider.setValue(step)
        self._at = step
        self._tell()

    def set_best(self, step: int | None) -> None:
        """Point out the step that the outcome was taken from."""
        if step == self._best:
            return
        self._best = step
        self._slider.set_best(step)
        self._hint()

    def _hint(self) -> None:
        best = (
            "" if self._best is None else tr("The best step is {best:,}.").format(best=self._best)
        )
        some = (
            ""
            if self._kept is None
            else tr("To save room {count:,} steps are kept.").format(count=len(self._kept))
        )
        self._slider.setToolTip(" ".join(words for words in (best, some) if words))

    def step(self) -> int:
        """The step shown."""
        return self._slider.value()

    def playing(self) -> bool:
        """Whether the run is being played."""
        return self._clock.isActive()

    def stop(self) -> None:
        """Stop playing, where it is."""
        self._clock.stop()
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and stops; the slider has taken its own keys."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._play()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is played for nobody, nor where it could not be held."""
        super().hideEvent(event)
        self.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _made_buttons(self) -> dict[str, QToolButton]:
        acts: dict[str, tuple[str, Callable[[], None]]] = {
            "first": (tr("First step"), lambda: self._go(0)),
            "previous": (tr("Step back"), lambda: self._go(self.step() - 1)),
            "play": (tr("Play the run"), self._play),
            "next": (tr("Step on"), lambda: self._go(self.step() + 1)),
            "last": (tr("Last step"), lambda: self._go(self._slider.maximum())),
        }
        return {name: self._button(name, *act) for name, act in acts.items()}

    def _button(self, name: str, words: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"step-{name}")
        button.setIcon(icon(name, self.palette()))
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setAutoRaise(True)
        button.setAutoRepeat(name in ("previous", "next"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

    def _dress(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(name, self.palette()))
        if self.playing():
            self._buttons["play"].setIcon(icon("pause", self.palette()))
        words = tr("Pause") if self.playing() else tr("Play the run")
        self._buttons["play"].setToolTip(words)
        self._buttons["play"].setAccessibleName(words)

    def _play(self) -> None:
        if self.playing():
            self.stop()
            return
        if self.step() == self._slider.maximum():
            self._slider.setValue(0)
        self._clock.start()
        self._dress()

    def _play_on(self) -> None:
        stride = math.ceil(self._slider.maximum() * _FRAME_MS / _PLAYED_IN_MS)
        self._slider.setValue(self.step() + max(1, stride))
        if self.step() == self._slider.maximum():
            self.stop()

    def _go(self, step: int) -> None:
        self.stop()
        self._slider.setValue(step)

    def _chosen(self, step: int) -> None:
        step = self._there(step)
        self.set_step(step)
        self._at = step
        self._tell()
        self.step_chosen.emit(step)

    def _there(self, step: int) -> int:
        """The step itself, or the next one that is there on the way to it."""
        if self._kept is None:
            return step
        place = int(np.searchsorted(self._kept, step))
        if step > self._at or place == 0 or self._kept[place] == step:
            return int(self._kept[place])
        return int(self._kept[place - 1])

    def _tell(self) -> None:
        step, last = self.step(), self._slider.maximum()
        self._figures.setText(_place_of(step, last) if self.isEnabled() else "")
        for name in ("first", "previous"):
            self._buttons[name].setEnabled(step > 0)
        for name in ("next", "last"):
            self._buttons[name].setEnabled(step < last)
        self._buttons["play"].setEnabled(last > 0)

    def _widest(self) -> int:
        last = self._slider.maximum()
        return QFontMetrics(self._figures.font()).horizontalAdvance(_place_of(last, last)) + TIGHT


def _place_of(step: int, last: int) -> str:
    return f"{numeral(step, ',')} / {numeral(last, ',')}"
