"""One parameter as the control that fits it: a number, a choice or a switch."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from advgui.core.choices import choice_words
from advgui.core.parameters import Parameter, Value
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.number_boxes import DecimalBox, WholeBox
from advgui.ui.widgets.told_slider import ToldSlider

_POSITIONS: Final = 400
_DECIMALS: Final = 4
_BOX: Final = 72
_SLIDER: Final = 48


def field_width() -> int:
    """Of a number with its slider."""
    return zoomed(_BOX) + TIGHT + _SLIDER


class Field(QWidget):
    """A control for one parameter: set without echo, changed only by its user."""

    changed = Signal(object)
    #: Whether the control writes its title itself.
    titled = False

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(TIGHT)
        self.setObjectName(f"field-{parameter.name}")
        self.setToolTip(parameter.help)

    def value(self) -> Value:
        """What is set, in the parameter's own type."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show a value; nothing is emitted."""
        raise NotImplementedError

    def _add(self, control: QWidget, parameter: Parameter) -> None:
        control.setObjectName(parameter.name)
        control.setAccessibleName(parameter.title)
        control.setAccessibleDescription(parameter.help)
        self.setFocusProxy(self.focusProxy() or control)
        self._row.addWidget(control)


class SwitchField(Field):
    """Yes or no."""

    titled = True

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._box = QCheckBox(parameter.title)
        self._box.toggled.connect(self.changed.emit)
        self._add(self._box, parameter)

    def value(self) -> bool:
        """Whether it is on."""
        return self._box.isChecked()

    def set_value(self, value: Value) -> None:
        """Switch it; nothing is emitted."""
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class ChoiceField(Field):
    """One of a few words."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._box = QComboBox()
        for choice in parameter.choices:
            self._box.addItem(choice_words(choice), choice)
        self._box.currentIndexChanged.connect(self._chosen)
        self._add(self._box, parameter)

    def value(self) -> str:
        """The word chosen."""
        return str(self._box.currentData())

    def set_value(self, value: Value) -> None:
        """Choose a word; nothing is emitted."""
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(self._box.findData(str(value)))

    def _chosen(self) -> None:
        self.changed.emit(self.value())


class NumberField(Field):
    """A number to type and a slider to drag, linear or logarithmic between the limits."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._parameter = parameter
        self._box = _whole_box(parameter) if _is_whole(parameter) else _decimal_box(parameter)
        self._box.setKeyboardTracking(False)
        follow(self._box, lambda box: box.setFixedWidth(zoomed(_BOX)))
        self._box.valueChanged.connect(self._typed)
        self._add(self._box, parameter)
        self._slider = ToldSlider(parameter.title, self._told)
        self._slider.setRange(0, _POSITIONS)
        self._slider.setPageStep(_POSITIONS // 10)
        self._slider.setFixedWidth(_SLIDER)
        self._slider.valueChanged.connect(self._dragged)
        self._add(self._slider, parameter)
        self._slider.setObjectName(f"{parameter.name}-slider")
        self._slider.tell()

    def value(self) -> int | float:
        """The number, an int where the parameter is one."""
        return self._box.value()

    def set_value(self, value: Value) -> None:
        """Show a number within the limits; nothing is emitted."""
        with QSignalBlocker(self._box), QSignalBlocker(self._slider):
            self._write(float(value))
            self._slider.setValue(self._position(self._box.value()))
        self._slider.tell()

    def _told(self, _: int) -> str:
        """What the slider's position stands for."""
        return self._box.text()

    def _typed(self) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._position(self._box.value()))
        self._slider.tell()
        self.changed.emit(self.value())

    def _dragged(self, position: int) -> None:
        before = self.value()
        with QSignalBlocker(self._box):
            self._write(self._rounded(self._at(position)))
        self._slider.tell()
        if self.value() != before:
            self.changed.emit(self.value())

    def _write(self, number: float) -> None:
        if isinstance(self._box, QSpinBox):
            self._box.setValue(round(number))
        else:
            self._box.setValue(number)

    def _limits(self) -> tuple[float, float, Callable[[float], float]]:
        """Where the slider begins and ends, and what it is even in."""
        low, high = self._parameter.minimum, self._parameter.maximum
        if self._parameter.scale == "log":
            return math.log(low), math.log(high), math.log
        return low, high, float

    def _position(self, number: float) -> int:
        low, high, even = self._limits()
        return round(_POSITIONS * (even(number) - low) / (high - low))

    def _at(self, position: int) -> float:
        low, high, even = self._limits()
        share = low + (high - low) * position / _POSITIONS
        return math.exp(share) if even is math.log else share

    def _rounded(self, number: float) -> float:
        """Two figures are enough from a slider; its ends are the limits themselves."""
        limits = self._parameter.minimum, self._parameter.maximum
        nearest = min(limits, key=lambda limit: abs(limit - number))
        return nearest if math.isclose(nearest, number) else float(f"{number:.2g}")


def field(parameter: Parameter) -> Field:
    """The control for one row of a parameter table."""
    if parameter.choices:
        return ChoiceField(parameter)
    if isinstance(parameter.default, bool):
        return SwitchField(parameter)
    return NumberField(parameter)


def _is_whole(parameter: Parameter) -> bool:
    return isinstance(parameter.default, int)


def _whole_box(parameter: Parameter) -> WholeBox:
    box = WholeBox()
    box.setRange(int(parameter.minimum), int(parameter.maximum))
    box.setStepType(_step_type(parameter, QSpinBox.StepType))
    return box


def _decimal_box(parameter: Parameter) -> DecimalBox:
    box = DecimalBox()
    box.setDecimals(_DECIMALS)
    box.setRange(parameter.minimum, parameter.maximum)
    box.setSingleStep((parameter.maximum - parameter.minimum) / 100)
    box.setStepType(_step_type(parameter, QDoubleSpinBox.StepType))
    return box


def _step_type(parameter: Parameter, kinds: type[QSpinBox.StepType]) -> QSpinBox.StepType:
    even = parameter.scale == "linear"
    return kinds.DefaultStepType if even else kinds.AdaptiveDecimalStepType
