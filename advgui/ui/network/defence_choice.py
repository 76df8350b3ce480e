"""What the network stands behind, and whether an attacker knows of it."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from advgui.core.defences import DEFENCES, Defence
from advgui.lab.attack.state import LabState
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, label, row

_NONE: Final = "None"
_LETTERS: Final = 6
_TIP: Final = "A defence changes every image before the network sees it"
_AWARE_TIP: Final = (
    "The attacker knows of the defence, and attacks through it; else the attack is made on the "
    "network alone, and what it comes to behind the defence is told"
)


class DefenceChoice(QWidget):
    """Behind which defence; below it, where there is one, whether attacks go through it."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("defence-choice")
        self._controller = controller
        self._choice = QComboBox()
        self._choice.setObjectName("defence")
        self._choice.setAccessibleName("Behind which defence the network stands")
        self._choice.setToolTip(_TIP)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._choice.setSizeAdjustPolicy(adjust)
        self._choice.setMinimumContentsLength(_LETTERS)
        self._aware = QCheckBox("Attacks go through it")
        self._aware.setObjectName("aware")
        self._aware.setToolTip(_AWARE_TIP)
        self._offer()
        name = label("Behind", "caption")
        name.setBuddy(self._choice)
        line = row(name, self._choice)
        line.setStretch(1, 1)
        lines = column(self, spacing=TIGHT)
        lines.addLayout(line)
        lines.addWidget(self._aware)
        self._choice.activated.connect(
            lambda index: controller.choose_defence(self._choice.itemData(index))
        )
        self._aware.toggled.connect(controller.set_aware)
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def _offer(self) -> None:
        self._choice.addItem(_NONE, None)
        for index, (name, defence) in enumerate(DEFENCES.items(), start=1):
            self._choice.addItem(defence.title, name)
            self._choice.setItemData(index, _tip(defence), Qt.ItemDataRole.ToolTipRole)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is not None and (old.network, old.aware) == (new.network, new.aware):
            return
        chosen = new.defences[0] if new.defences else None
        with QSignalBlocker(self._choice), QSignalBlocker(self._aware):
            self._choice.setCurrentIndex(self._choice.findData(chosen.name if chosen else None))
            self._choice.setToolTip(_tip(chosen) if chosen else _TIP)
            self._aware.setChecked(new.aware)
            self._aware.setVisible(chosen is not None)


def _tip(defence: Defence | type[Defence]) -> str:
    """All of its title, for which a small window has no room, and what it does."""
    return f"{defence.title}\n{defence.summary}\n{defence.source}"
