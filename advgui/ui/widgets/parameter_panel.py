"""The parameters of an attack as controls, built from its table alone."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from advgui.core.language import tr
from advgui.core.parameters import Missing, Parameter, Value
from advgui.ui.glossary.term import Term
from advgui.ui.theme.tokens import MEDIUM, SMALL, TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.fields import Field, field, field_width
from advgui.ui.widgets.flow_layout import FlowLayout
from advgui.ui.widgets.layout import Note, column, row

#: Of the titles, where each control is in a row of its own.
_TITLE: Final = 88


class ParameterPanel(QWidget):
    """Titles with their controls, in rows that wrap, or ``explained``, each in a row of its own.

    ``defaults`` is its owner's button back to the defaults. A ``Missing`` row has words at the
    place of its control, so that the others keep theirs.
    """

    changed = Signal(str, object)

    def __init__(
        self,
        name: str = "parameters",
        said: str = tr("Parameters"),
        *,
        explained: bool = False,
        defaults: QToolButton | None = None,
    ) -> None:
        super().__init__()
        self._explained = explained
        self._table: tuple[Parameter, ...] = ()
        self._fields: dict[str, Field] = {}
        self._defaults = defaults
        if defaults is not None:
            defaults.clicked.connect(self._reset)
        self._rows = column(self, TIGHT) if explained else FlowLayout(self, across=MEDIUM)
        self.setObjectName(name)
        self.setAccessibleName(said)

    def set_table(self, table: Sequence[Parameter | Missing], values: Mapping[str, Value]) -> None:
        """Show other parameters; those without a value get their default."""
        self._clear()
        self._table = tuple(one for one in table if isinstance(one, Parameter))
        self._fields = {parameter.name: field(parameter) for parameter in self._table}
        for one in table:
            self._rows.addWidget(_absent(one) if isinstance(one, Missing) else self._present(one))
        self.set_values({row.name: row.default for row in self._table} | dict(values))
        self._keep_rows()

    def _present(self, parameter: Parameter) -> QWidget:
        control = self._fields[parameter.name]
        control.changed.connect(partial(self._report, parameter.name))
        title = "" if control.titled else parameter.title
        return (
            _explained(control, title, parameter.help) if self._explained else _cell(control, title)
        )

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show some or all values; nothing is emitted."""
        for name, value in values.items():
            self._fields[name].set_value(value)
        self._offer_defaults()

    def values(self) -> dict[str, Value]:
        """What all controls are set to."""
        return {name: control.value() for name, control in self._fields.items()}

    def controls(self) -> list[QWidget]:
        """All that the Tab key stops at, in their order."""
        parts = [part for one in self._fields.values() for part in one.findChildren(QWidget)]
        here = [part for part in parts if part.window() is self.window()]  # no list of a box
        stops = Qt.FocusPolicy.TabFocus
        return [one for one in here if one.focusPolicy() & stops and one.focusProxy() is None]

    def event(self, event: QEvent) -> bool:
        """All rows are needed, however many there are."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._keep_rows()
        return done

    def _keep_rows(self) -> None:
        self.setMinimumHeight(max(0, self._rows.heightForWidth(self.width())))

    def _clear(self) -> None:
        # A number that was typed but not taken is told when its control is hidden, too late.
        for control in self._fields.values():
            control.blockSignals(True)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _report(self, name: str, value: Value) -> None:
        self._offer_defaults()
        self.changed.emit(name, value)

    def _offer_defaults(self) -> None:
        if self._defaults is not None:
            self._defaults.setEnabled(bool(self._changed()))

    def _changed(self) -> dict[str, Value]:
        """The default of each parameter that is set to something else."""
        now = self.values()
        return {row.name: row.default for row in self._table if now[row.name] != row.default}

    def _reset(self) -> None:
        changed = self._changed()
        self.set_values(changed)
        for name, value in changed.items():
            self.changed.emit(name, value)


def defaults_button() -> QToolButton:
    """What sets all parameters back."""
    button = QToolButton()
    button.setObjectName("defaults")
    button.setText(tr("Defaults"))
    button.setAccessibleName(tr("Defaults"))
    button.setToolTip(tr("Set all parameters back to their defaults."))
    button.setAutoRaise(True)
    return button


def _cell(control: QWidget, title: str = "") -> QWidget:
    """A control with its title above, so that all controls of a row are in line."""
    cell = QWidget()
    lines = column(cell, TIGHT // 2)
    lines.addStretch()
    if title:
        above = Term(title)
        above.setBuddy(control)
        lines.addWidget(above)
    lines.addWidget(control)
    return cell


def _explained(control: Field, title: str, words: str) -> QWidget:
    """What it is called, what it is set to, and what that means."""
    line, name = QWidget(), Term(title)
    name.setBuddy(control)
    follow(name, lambda one: one.setFixedWidth(zoomed(_TITLE)))
    if not title:
        name.hide()
    beside = 0 if title else 1
    follow(
        control,
        lambda one: one.setFixedWidth(field_width() + beside * (zoomed(_TITLE) + SMALL)),
    )
    parts = row(name, control, Note(words))
    parts.setStretch(2, 1)
    line.setLayout(parts)
    return line


def _absent(row: Missing) -> QWidget:
    """As large as a number would be."""
    words = Note(row.words)
    follow(words, _keep_absent)
    cell = _cell(words, row.title)
    cell.setToolTip(row.why)
    return cell


def _keep_absent(words: Note) -> None:
    """As large as a number would be, and as high as the words are."""
    words.setMinimumHeight(0)  # or the words could never become lower again
    wide = field_width()
    high = max(QSpinBox().sizeHint().height(), words.heightForWidth(wide))
    words.setFixedSize(wide, high)
