"""The left column: the sheet, its tools, what the network sees, and the gallery."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QSlider, QToolButton, QWidget

from advgui.core.digits.gallery import GalleryDigit
from advgui.core.digits.rendering import PEN, Stroke
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.model import Drawing
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.drawing.gallery import GalleryStrip, Sample
from advgui.ui.drawing.remark import Remark
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.widgets.layout import choice, column, heading, row, tool
from advgui.ui.widgets.told_slider import ToldSlider

if TYPE_CHECKING:
    from advgui.ui.drawing.mnist_picker import MnistPicker

THINNEST, WIDEST = 6, 20
_REPLAY_MS = 600
_SLIDER = 40


class DrawColumn(QWidget):
    """Where a person draws. Says ``dropped`` when a file or an image falls on the sheet.

    ``mnist_wanted`` says that MNIST is not there, and carries what to call once it is.
    """

    dropped = Signal(object)
    mnist_wanted = Signal(object)

    def __init__(
        self,
        controller: Controller,
        gallery: tuple[GalleryDigit, ...],
        edits: tuple[QAction, ...],
        views: tuple[QAction, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw-column")
        self._controller = controller
        self._digits = gallery
        self.canvas = InkCanvas()
        self._pen = tool("pen", tr("Pen"), tr("Draw with the left button"), checkable=True)
        self._eraser = tool(
            "eraser", tr("Eraser"), tr("Erase (the right button does too)"), checkable=True
        )
        self._width = self._width_slider()
        self._remark = Remark(controller)
        self._gallery = GalleryStrip()
        self._choices = QButtonGroup(self)
        self._mnist: MnistPicker | None = None
        self._gallery.set_samples(tuple(Sample(d.title, d.strokes) for d in gallery))
        self._lay_out(edits, views)
        self._connect()
        self.apply(None, controller.state)

    def _width_slider(self) -> QSlider:
        slider = ToldSlider(
            tr("Width of the pen"),
            lambda width: tr("{width} hundredths of the digit's size").format(width=width),
        )
        slider.setObjectName("pen-width")
        slider.setToolTip(tr("Width of the pen, in hundredths of the digit's size; 12 is MNIST's"))
        slider.setMinimumWidth(_SLIDER)
        slider.setRange(THINNEST, WIDEST)
        slider.setValue(round(100 * PEN))
        return slider

    def _lay_out(self, edits: tuple[QAction, ...], views: tuple[QAction, QAction]) -> None:
        title, looks = heading(tr("Draw")), tuple(map(_button, views))
        for button in looks:
            button.setFixedHeight(title.sizeHint().height())  # nothing moves when they come
        self._seen = views[0]
        self._pen.setChecked(True)
        self._pen.setAutoExclusive(True)
        self._eraser.setAutoExclusive(True)
        tools = row(self._pen, self._eraser, self._width, *map(_button, edits), spacing=0)
        tools.insertSpacing(2, SMALL)
        tools.insertSpacing(4, SMALL)
        lines = column(self)
        lines.addLayout(row(title, 1, *looks))
        lines.addWidget(self.canvas)
        lines.addLayout(tools)
        lines.addWidget(self._remark)
        lines.addStretch(1)
        lines.addLayout(row(*self._make_choices(), 1, spacing=TIGHT))
        lines.addWidget(self._gallery)
        self._lines = lines

    def _make_choices(self) -> tuple[QToolButton, QToolButton]:
        """By which digits one can begin."""
        hand = choice("take-gallery", tr("By hand"), tr("Thirty digits that were drawn for this"))
        mnist = choice(
            "take-mnist", tr("MNIST test"), tr("MNIST's test digits, by number and label")
        )
        for button in (hand, mnist):
            self._choices.addButton(button)
        hand.setChecked(True)
        mnist.toggled.connect(self._show_mnist)
        return hand, mnist

    def _show_mnist(self, on: bool) -> None:
        if self._mnist is None:
            self._mnist = self._make_mnist()
            self._lines.addWidget(self._mnist)
        self._gallery.setVisible(not on)
        self._mnist.setVisible(on)

    def _make_mnist(self) -> "MnistPicker":
        """Made when it is wanted first: most sheets are drawn on."""
        from advgui.ui.drawing.mnist_picker import MnistPicker

        made = MnistPicker(self._controller)
        made.wanted.connect(lambda: self.mnist_wanted.emit(made.look_for_data))
        return made

    def close_work(self) -> None:
        """End what runs."""
        self._remark.close_work()
        if self._mnist is not None:
            self._mnist.close_work()

    def _connect(self) -> None:
        canvas, controller = self.canvas, self._controller
        self._seen.toggled.connect(self._show_seen)
        canvas.stroke_changed.connect(controller.preview_stroke)
        canvas.stroke_finished.connect(controller.finish_stroke)
        canvas.erase_changed.connect(self._erase)
        canvas.erase_finished.connect(controller.finish_erasure)
        canvas.replay_changed.connect(controller.preview_strokes)
        canvas.dropped.connect(self.dropped)
        self._gallery.chosen.connect(self._write)
        self._width.valueChanged.connect(lambda width: controller.set_pen(width / 100))
        self._pen.toggled.connect(lambda on: canvas.set_tool("pen" if on else "eraser"))
        canvas.replay_finished.connect(self._written)
        controller.drawing_wanted.connect(canvas.finish_replay)
        self._chosen: GalleryDigit | None = None
        controller.watch(self.apply)

    def _erase(self, path: Stroke) -> None:
        self._show(self._controller.preview_erasure(path))

    def _write(self, index: int) -> None:
        """Write a digit of the gallery stroke by stroke; it counts once it is there."""
        self._chosen = self._digits[index]
        self.canvas.replay(self._chosen.strokes, _REPLAY_MS)

    def _written(self) -> None:
        digit, self._chosen = self._chosen, None
        if digit is not None:
            self._controller.draw_strokes(digit.strokes)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.drawing is not old.drawing:
            self._show(new.drawing)
            with QSignalBlocker(self._width):
                self._width.setValue(round(100 * new.drawing.pen))
        if old is None or new.guide is not old.guide:
            self.canvas.set_guide(new.guide)
        if old is None or new.image is not old.image:
            self._show_seen()

    def _show_seen(self) -> None:
        """The image on the sheet, in the place of strokes, if that is wanted."""
        image = self._controller.state.image
        self.canvas.set_seen(image if self._seen.isChecked() and image.any() else None)

    def _show(self, drawing: Drawing) -> None:
        self.canvas.set_drawing(drawing.strokes, drawing.base, drawing.pen)


def _button(action: QAction) -> QToolButton:
    """A flat button for an action that the menus have too."""
    made = QToolButton()
    made.setObjectName(f"{action.objectName()}-button")
    made.setDefaultAction(action)
    made.setAutoRaise(True)
    return made
