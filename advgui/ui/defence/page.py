"""The Defend page: before and after, who knows of the defence, and what is proven."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.defence.stages import adversarial, shown_stages, stage_titles
from advgui.ui.defence.attack_bar import DefendAttackBar
from advgui.ui.defence.bracket_view import BracketView
from advgui.ui.defence.chips import DefenceChips
from advgui.ui.defence.curves_view import CurvesView
from advgui.ui.defence.flip_view import FlipView
from advgui.ui.defence.stage_strip import StageStrip
from advgui.ui.network.defence_chain import DefenceChain
from advgui.ui.session.controller import Controller
from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.tokens import LARGE, TIGHT
from advgui.ui.widgets.layout import choice, column, heading, row, set_tip

_DRAWING = tr("Follow the drawing on its way through the defences")
_ATTACKED = tr("Follow what an attack has made of it")
_NOT_ATTACKED = tr("This drawing was not attacked yet")


class DefendPage(QWidget):
    """What is not shown costs nothing.

    Says ``training_wanted`` with the name of the way in which a network shall be trained.
    """

    training_wanted = Signal(str)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("defend-page")
        self._controller = controller
        self._chain: DefenceChain | None = None
        self.chips = DefenceChips(controller)
        self.chips.edit_wanted.connect(self._edit)
        self.stages = StageStrip()
        self.bracket = BracketView(controller)
        self._flips = FlipView(controller)
        self.curves = CurvesView(controller)
        self._bar = DefendAttackBar(controller)
        self._drawing = choice("defend-drawing", tr("Drawing"), _DRAWING)
        self._attacked = choice("defend-attacked", tr("Attacked"), _ATTACKED)
        self._train = QPushButton(tr("Train a defence…"))
        self._set_up()
        lines = column(self, TIGHT)
        parts = (
            heading(tr("Defend", "page")),
            self._drawing,
            self._attacked,
            self.chips,
            self._train,
        )
        above = row(*parts, spacing=TIGHT)
        above.setStretch(parts.index(self.chips), 1)
        for part in parts:
            above.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        above.setAlignment(self.chips, Qt.AlignmentFlag(0))
        lines.addLayout(above)
        lines.addWidget(self.stages, 1)
        lines.addWidget(self.bracket)
        lines.addWidget(self._bar)
        below = row(self._flips, self.curves, spacing=LARGE)
        below.setStretch(0, 1)
        below.setStretch(1, 3)
        lines.addLayout(below, 1)
        controller.watch(self.apply)

    def _set_up(self) -> None:
        self._train.setObjectName("defend-train")
        self._train.setToolTip(tr("Train a network that is harder to fool, on the page “Train”"))
        set_icon(self._train, "play")
        self._train.clicked.connect(self._offer_ways)
        images = QButtonGroup(self)
        for button in (self._drawing, self._attacked):
            images.addButton(button)
        self._drawing.setChecked(True)
        images.buttonClicked.connect(lambda: self.apply(None, self._controller.state))

    def _edit(self, place: int) -> None:
        """Show the settings of one defence beside the window."""
        if self._chain is None:
            self._chain = DefenceChain(self._controller, self)
        self._chain.show_at(place)

    def _offer_ways(self) -> None:
        """All ways of training that defend, below the button."""
        # Only here: few who look at a defence train one.
        from advgui.core.training.registry import TRAINING_DEFENCES

        menu = QMenu(self)
        menu.setObjectName("defend-train-ways")
        menu.aboutToHide.connect(menu.deleteLater)
        for name, way in TRAINING_DEFENCES.items():
            action = menu.addAction(f"{way.title[:1].upper()}{way.title[1:]}")
            action.setObjectName(f"defend-train-{name}")
            action.triggered.connect(lambda _=False, name=name: self.training_wanted.emit(name))
        menu.popup(self._train.mapToGlobal(self._train.rect().bottomLeft()))

    def showEvent(self, event: QShowEvent) -> None:
        """All of it as it is now."""
        super().showEvent(event)
        self.apply(None, self._controller.state)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked for nobody."""
        super().hideEvent(event)
        self.bracket.rest()

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show a state, where one looks."""
        if not self.isVisible():
            return
        attacked = adversarial(new)
        self._attacked.setEnabled(attacked is not None)
        set_tip(self._attacked, _NOT_ATTACKED if attacked is None else _ATTACKED)
        if attacked is None:
            self._drawing.setChecked(True)
        which = self._attacked.isChecked()
        titles, stages = stage_titles(new, attacked=which), shown_stages(new, attacked=which)
        self.chips.apply(new)
        self.stages.show_stages(titles, stages)
        self.bracket.apply(new)
        self._bar.apply(new)
        self._flips.apply(new)
        self.curves.apply(new)

    def close_work(self) -> None:
        """End what runs."""
        self.bracket.prover.close()
        self.curves.measurer.close()
        self.curves.plot.close()
