"""The line of an attack on strokes: draw over what it found, or take it as a drawing."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QWidget

from advgui.core.language import tr
from advgui.lab.attack import tracing
from advgui.lab.attack.state import LabState
from advgui.ui.session.controller import Controller
from advgui.ui.theme.icons import set_icon
from advgui.ui.widgets.elided_label import ElidedLabel
from advgui.ui.widgets.layout import row

_OVER = tr("Lay the changed strokes on an empty sheet as a guide; undo brings your drawing back")
_AWAY = tr("Take the guide away; what you have drawn stays")
_TAKE = tr("Put the changed strokes on the sheet as a drawing; undo brings yours back")


class TracingBar(QWidget):
    """Two buttons, and in a sentence what the person's own drawing has come to.

    It is there while an attack on strokes is chosen or shown, or a guide lies on the sheet.
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tracing-bar")
        self._controller = controller
        self._over = _button("draw-over", "pen", tr("Draw over it"))
        self._over.setCheckable(True)
        self._take = _button("take-strokes", "copy", tr("To the sheet"))
        self._words = ElidedLabel()
        self._words.setObjectName("tracing-words")
        self._words.setAccessibleName(tr("What your own drawing comes to"))
        line = row(self._over, self._take, self._words)
        line.setStretch(2, 1)
        self.setLayout(line)
        self._over.toggled.connect(self._lay_or_take_away)
        self._take.clicked.connect(lambda: controller.go(tracing.taken(controller.state)))
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        there = _concerned(new)
        self.setVisible(there)
        if not there:
            return
        why, laid = tracing.why_not(new), new.guide is not None
        with QSignalBlocker(self._over):
            self._over.setChecked(laid)
        self._over.setEnabled(laid or not why)
        self._over.setToolTip(_AWAY if laid else why or _OVER)
        self._take.setEnabled(not why)
        self._take.setToolTip(why or _TAKE)
        self._words.setText(tracing.words(new))
        bold = self._words.font()
        bold.setBold(tracing.fooled_by_hand(new))
        self._words.setFont(bold)

    def _lay_or_take_away(self, laid: bool) -> None:
        state = self._controller.state
        self._controller.go(tracing.begun(state) if laid else tracing.ended(state))


def _concerned(state: LabState) -> bool:
    run = state.run
    shown = run is not None and run.request.attack.on_strokes
    return state.attack.on_strokes or shown or state.guide is not None


def _button(name: str, icon: str, words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    set_icon(made, icon)
    return made
