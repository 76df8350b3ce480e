"""What a distillation hides from whom, as a small table of the Train page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from advgui.core.language import tr
from advgui.lab.training.masked_text import COLUMNS, MEANING, masked_rows
from advgui.lab.training.state import TrainingState
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT
from advgui.ui.training.controller import Trainer
from advgui.ui.widgets.layout import Note, column, label

_RIGHT = Qt.AlignmentFlag.AlignRight


class MaskedTable(QWidget):
    """A row for each attacker: what is left of the teacher's digits, and of the student's."""

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-masked")
        self.setAccessibleName(tr("Before and after the distillation"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(len(COLUMNS), 1)
        lines = column(self, SMALL)
        lines.addLayout(self._grid)
        lines.addWidget(Note(MEANING, name="train-masked-meaning"))
        lines.addStretch(1)
        self._cells: list[QLabel] = []
        trainer.changed.connect(self.apply)
        self.apply(None, trainer.state)

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        before = None if old is None or old.training is None else old.training.masked
        masked = () if new.training is None else new.training.masked
        if masked is not before:
            self._show([COLUMNS, *masked_rows(masked)])

    def _show(self, rows: list[tuple[str, str, str]]) -> None:
        while self._cells:
            self._cells.pop().deleteLater()
        for down, cells in enumerate(rows):
            for across, words in enumerate(cells):
                made = label(words, "body" if down else "caption")
                self._cells.append(made)
                self._grid.addWidget(made, down, across)
                if across:
                    self._grid.setAlignment(made, _RIGHT)
        self.setAccessibleDescription("; ".join(" ".join(cells) for cells in rows))
