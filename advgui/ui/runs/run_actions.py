"""What can be done with the runs that are chosen: by buttons, by a menu and by keys."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from advgui.core.language import tr
from advgui.ui.theme.zoom import write_in


class Offer(NamedTuple):
    """An action: its words, its tip, its key where the tray has the keyboard."""

    words: str
    tip: str
    key: str = ""


#: All of them, in their order.
OFFERS: Final[dict[str, Offer]] = {
    "back": Offer(
        tr("Back to run"),
        tr("Drawing, network, attack and its settings stand as they stood for this run"),
        "Enter",
    ),
    "fork": Offer(
        tr("Fork"),
        tr(
            "Attack from the step that is looked at, and stay near the same original; where "
            "this run is shown, with the settings that stand now"
        ),
        "F",
    ),
    "continue": Offer(tr("Continue"), tr("Attack on from the last step, toward the same"), "N"),
    "sheet": Offer(
        tr("To the sheet"), tr("The adversarial image becomes the drawing; undo takes it away"), "S"
    ),
    "pin": Offer(tr("Pin"), tr("Keep what is chosen to compare it; two can be pinned"), "P"),
    "compare": Offer(
        tr("Compare"),
        tr("See two runs side by side: those that are chosen, or else the pinned ones"),
        "C",
    ),
    "delete": Offer(tr("Delete"), tr("Delete the runs that are chosen; Undo has them back"), "Del"),
}

#: What the pin's action is called where all that is chosen is pinned.
UNPIN: Final = tr("Unpin")


class RunActions:
    """One action for each offer; why one is not offered now stands in its tip."""

    def __init__(self, owner: QWidget, acts: dict[str, Callable[[], None]]) -> None:
        self._all = {name: _made(owner, name, acts[name]) for name in OFFERS}

    @property
    def all(self) -> tuple[QAction, ...]:
        """In their order."""
        return tuple(self._all.values())

    def offer(self, name: str, why_not: str = "", words: str = "") -> None:
        """Offer an action, or say why not; under other words where there are any."""
        action, offer = self._all[name], OFFERS[name]
        action.setEnabled(not why_not)
        action.setText(words or offer.words)
        action.setToolTip(why_not or f"{offer.tip} ({_written(offer.key)})")
        action.setStatusTip(why_not or offer.tip)

    def buttons(self) -> list[QToolButton]:
        """A flat button for each."""
        return [_button(name, action) for name, action in self._all.items()]


def _written(key: str) -> str:
    """A key as it is called in the window's language."""
    if key == "Enter":
        return tr("Enter", "key")
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _made(owner: QWidget, name: str, act: Callable[[], None]) -> QAction:
    action = QAction(OFFERS[name].words, owner)
    action.setObjectName(f"run-{name}")
    if OFFERS[name].key != "Enter":  # the tray hears that itself
        action.setShortcut(QKeySequence(OFFERS[name].key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _=False: act())
    owner.addAction(action)
    return action


def _button(name: str, action: QAction) -> QToolButton:
    made = _PinButton() if name == "pin" else QToolButton()
    made.setDefaultAction(action)
    made.setObjectName(f"run-{name}-button")
    made.setAccessibleName(action.text())
    write_in(made, "caption")
    made.setAutoRaise(True)
    return made


class _PinButton(QToolButton):
    """As wide under either of its words, so that its neighbours stay where they are."""

    def sizeHint(self) -> QSize:
        """Room for the longer ones."""
        hint = super().sizeHint()
        more = max(map(self._width, (OFFERS["pin"].words, UNPIN))) - self._width(self.text())
        return QSize(hint.width() + more, hint.height())

    def _width(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()
