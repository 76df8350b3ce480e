"""A slider whose value is told in its unit: to a screen reader, and beside its handle."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QSlider, QStyle, QStyleOptionSlider, QToolTip

_Change = QAbstractSlider.SliderChange


class ToldSlider(QSlider):
    """Lies flat; ``words`` tells what a position stands for, such as "0.50 of white".

    Its accessible name has these words, as Qt would say the bare position.
    """

    def __init__(self, said: str, words: Callable[[int], str]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._said, self._words = said, words
        self.sliderMoved.connect(self._show)
        self.tell()

    def tell(self) -> None:
        """The position stands for something else now."""
        self.setAccessibleName(f"{self._said}: {self._words(self.value())}")

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Whoever moves it, and whether signals are blocked or not."""
        super().sliderChange(change)
        if change == _Change.SliderValueChange:
            self.tell()

    def _show(self) -> None:
        """Tell it above the handle while that is pulled."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
        above = self.mapToGlobal(handle.topLeft() - QPoint(0, 2 * self.height() + handle.height()))
        QToolTip.showText(above, self._words(self.value()), self)
