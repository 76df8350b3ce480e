"""The parameters of an attack as controls, built from its table alone."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from advgui.core.parameters import Parameter, Value
from advgui.ui.theme.tokens import MEDIUM, TIGHT, font
from advgui.ui.widgets.fields import Field, field
from advgui.ui.widgets.flow_layout import FlowLayout


class ParameterPanel(QWidget):
    """Titles with their controls, in rows that wrap.

    ``defaults`` is the button back to the defaults, for its owner to put in a place.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: tuple[Parameter, ...] = ()
        self._fields: dict[str, Field] = {}
        self.defaults = self._reset_button()
        self._flow = FlowLayout(self, across=MEDIUM)
        self.setObjectName("parameters")
        self.setAccessibleName("Parameters")

    def set_table(self, table: tuple[Parameter, ...], values: Mapping[str, Value]) -> None:
        """Show other parameters; those without a value get their default."""
        self._clear()
        self._table = table
        self._fields = {parameter.name: field(parameter) for parameter in table}
        for parameter in table:
            control = self._fields[parameter.name]
            control.changed.connect(partial(self._report, parameter.name))
            title = "" if control.titled else parameter.title
            self._flow.addWidget(self._cell(control, title))
        self.set_values({row.name: row.default for row in table} | dict(values))
        self._keep_rows()

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show some or all values; nothing is emitted."""
        for name, value in values.items():
            self._fields[name].set_value(value)
        self._offer_defaults()

    def values(self) -> dict[str, Value]:
        """What all controls are set to."""
        return {name: control.value() for name, control in self._fields.items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All rows are needed, however many there are."""
        super().resizeEvent(event)
        self._keep_rows()

    def _keep_rows(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def _clear(self) -> None:
        # A number that was typed but not taken is told when its control is hidden, too late.
        for control in self._fields.values():
            control.blockSignals(True)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _cell(self, control: QWidget, title: str = "") -> QWidget:
        """A control with its title above, so that all controls of a row are in line."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT // 2)
        column.addStretch()
        if title:
            label = QLabel(title)
            label.setFont(font("caption"))
            label.setBuddy(control)
            column.addWidget(label)
        column.addWidget(control)
        return cell

    def _reset_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("defaults")
        button.setText("Defaults")
        button.setAccessibleName("Defaults")
        button.setToolTip("Set all parameters back to their defaults.")
        button.setAutoRaise(True)
        button.clicked.connect(self._reset)
        return button

    def _report(self, name: str, value: Value) -> None:
        self._offer_defaults()
        self.changed.emit(name, value)

    def _offer_defaults(self) -> None:
        self.defaults.setEnabled(bool(self._changed()))

    def _changed(self) -> dict[str, Value]:
        """The default of each parameter that is set to something else."""
        now = self.values()
        return {row.name: row.default for row in self._table if now[row.name] != row.default}

    def _reset(self) -> None:
        changed = self._changed()
        self.set_values(changed)
        for name, value in changed.items():
            self.changed.emit(name, value)
