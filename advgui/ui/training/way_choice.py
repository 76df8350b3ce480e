"""How a network shall be trained: plainly, or in one of the ways that defend, and by whom."""

from collections.abc import Iterable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from advgui.core.language import tr
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.registry import TRAINING_DEFENCES
from advgui.lab.training.state import TrainingState, ways
from advgui.ui.theme.tokens import SMALL
from advgui.ui.training.controller import Trainer
from advgui.ui.widgets.layout import label, row


class WayChoice(QWidget):
    """A list of all ways, and of the networks that one which is taught learns from."""

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-way-choice")
        self._trainer = trainer
        self._ways = QComboBox()
        self._teachers = QComboBox()
        self._by = label(tr("Teacher"), "caption")
        self._set_up()
        self._lay_out()
        trainer.changed.connect(self.apply)
        self.apply(None, trainer.state)

    def _set_up(self) -> None:
        self._ways.setObjectName("train-way")
        self._ways.setAccessibleName(tr("Train it"))
        self._ways.activated.connect(
            lambda index: self._trainer.choose_way(self._ways.itemData(index))
        )
        self._teachers.setObjectName("train-teacher")
        self._teachers.setAccessibleName(tr("Teacher"))
        self._teachers.setToolTip(tr("The network that it learns from"))
        self._teachers.activated.connect(
            lambda index: self._trainer.choose_teacher(self._teachers.itemData(index))
        )

    def _lay_out(self) -> None:
        title = label(tr("Train it"), "caption")
        title.setBuddy(self._ways)
        self._by.setBuddy(self._teachers)
        line = row(title, self._ways)
        line.addSpacing(SMALL)
        line.addLayout(row(self._by, self._teachers, 1))
        line.addStretch(1)
        self.setLayout(line)

    def showEvent(self, event: QShowEvent) -> None:
        """Networks may have come while another page was shown."""
        super().showEvent(event)
        self._show_teachers(self._trainer.state)

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is not None and old.plan is new.plan and old.training is new.training:
            return
        offered = ways(new.plan)
        _fill(self._ways, ((words, name) for name, words in offered.items()), new.way)
        self._ways.setEnabled(len(offered) > 1)
        only = "" if len(offered) > 1 else tr("What is counted can only be trained plainly.")
        self._ways.setToolTip(only or _tip(new.plan.defence))
        self._show_teachers(new)

    def _show_teachers(self, state: TrainingState) -> None:
        defence = state.plan.defence
        teacher = getattr(defence, "teacher", None)
        for part in (self._by, self._teachers):
            part.setVisible(teacher is not None)
        if teacher is not None:
            entries = self._trainer.library.entries
            _fill(self._teachers, ((one.title, one.name) for one in entries), teacher.name)


def _fill(box: QComboBox, items: Iterable[tuple[str, str]], chosen: str) -> None:
    """Offer these, unless they are offered already."""
    wanted = list(items)
    if wanted != [(box.itemText(at), box.itemData(at)) for at in range(box.count())]:
        box.clear()
        for words, name in wanted:
            box.addItem(words, name)
    box.setCurrentIndex(box.findData(chosen))


def _tip(defence: TrainingDefence | None) -> str:
    """Where it is from."""
    return (
        tr("How it is trained: on the digits as they are")
        if defence is None
        else TRAINING_DEFENCES[defence.name].source
    )
