"""What the network stands behind, and whether an attacker knows of it."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from advgui.core.defences import DEFENCES, Defence
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.defence.attack_text import AWARE, KNOWS
from advgui.lab.defence.chain import chain_tip, chain_words
from advgui.ui.glossary.term import Term
from advgui.ui.network.defence_chain import DefenceChain
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, row, tool

_NONE: Final = tr("None", "defence")
_LETTERS: Final = 5
_TIP: Final = tr("A defence changes every image before the network sees it")


class DefenceChoice(QWidget):
    """Behind which defence; below it, where there is one, whether attacks go through it.

    A chain of several, and the parameters of each, are set in a dialog.
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("defence-choice")
        self._controller = controller
        self._chain: DefenceChain | None = None
        self._choice = QComboBox()
        self._more = tool(
            "more", tr("Chain of defences"), tr("Several defences, and their parameters")
        )
        self._none = tool("clear", tr("No defence"), tr("The network alone"))
        self._aware = QCheckBox(AWARE)
        self._set_up()
        self._offer()
        self._lay_out()
        self._choice.activated.connect(self._chosen)
        self._more.clicked.connect(self.show_chain)
        self._none.clicked.connect(lambda: controller.choose_defence(None))
        self._aware.toggled.connect(controller.set_aware)
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def _set_up(self) -> None:
        self._choice.setObjectName("defence")
        self._choice.setAccessibleName(tr("Behind which defence the network stands"))
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._choice.setSizeAdjustPolicy(adjust)
        self._choice.setMinimumContentsLength(_LETTERS)
        self._more.setObjectName("defence-chain-button")
        self._none.setObjectName("no-defence")
        self._aware.setObjectName("aware")
        self._aware.setToolTip(KNOWS)

    def _lay_out(self) -> None:
        name = Term(tr("Behind"))
        name.setBuddy(self._choice)
        line = row(name, self._choice, self._more, spacing=TIGHT)
        line.setStretch(1, 1)
        known = row(self._aware, self._none, spacing=TIGHT)
        known.setStretch(0, 1)
        lines = column(self, spacing=TIGHT)
        lines.addLayout(line)
        lines.addLayout(known)
        self.setMinimumWidth(lines.minimumSize().width())  # or the columns moved when it is shown

    def _offer(self) -> None:
        self._choice.addItem(_NONE, None)
        for index, (name, defence) in enumerate(DEFENCES.items(), start=1):
            self._choice.addItem(defence.title, name)
            self._choice.setItemData(index, _tip(defence), Qt.ItemDataRole.ToolTipRole)

    def _chosen(self, index: int) -> None:
        if index <= len(DEFENCES):
            self._controller.choose_defence(self._choice.itemData(index))

    def show_chain(self) -> DefenceChain:
        """The chain, beside the window: what is set there is seen at once."""
        if self._chain is None:
            self._chain = DefenceChain(self._controller, self)
        self._chain.show()
        self._chain.activateWindow()
        return self._chain

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is not None and (old.network, old.aware) == (new.network, new.aware):
            return
        with QSignalBlocker(self._choice), QSignalBlocker(self._aware):
            self._show_chosen(new.defences)
            self._aware.setChecked(new.aware)
        for shown in (self._aware, self._none):
            shown.setVisible(bool(new.defences))

    def _show_chosen(self, defences: tuple[Defence, ...]) -> None:
        """One by its name; several are an item of their own, which is there as long as they are."""
        last = len(DEFENCES) + 1
        if self._choice.count() > last:
            self._choice.removeItem(last)
        if len(defences) > 1:
            self._choice.addItem(chain_words(defences))
            self._choice.setCurrentIndex(last)
        else:
            chosen = defences[0].name if defences else None
            self._choice.setCurrentIndex(self._choice.findData(chosen))
        self._choice.setToolTip(chain_tip(defences) or _TIP)


def _tip(defence: type[Defence]) -> str:
    """All of its title, for which a small window has no room, and what it does."""
    return f"{defence.title}\n{defence.summary}\n{defence.source}"
