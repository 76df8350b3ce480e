"""The right-hand page: what to attack with, how it goes, and what came of it."""

from PySide6.QtWidgets import QWidget

from advgui.lab.attack.captions import strip_lines
from advgui.lab.attack.shown_run import ShownRun
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import goal_marks, strip_images
from advgui.ui.attack.goal_strip import GoalStrip
from advgui.ui.attack.history import Course
from advgui.ui.attack.run_bar import AttackBar
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.attack.tiles import Tiles
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.layout import column, heading, row


class AttackPage(QWidget):
    """Settings, buttons, the four tiles, the ten goals and the course of the run."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attack-page")
        self._controller = controller
        self.settings = AttackSettings(controller)
        self.bar = AttackBar(controller)
        self.tiles = Tiles(controller)
        self.strip = GoalStrip("Attack toward every digit to see ten at once.")
        self.course = Course(controller)
        self._lay_out()
        self.strip.chosen.connect(controller.select_lane)
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def _lay_out(self) -> None:
        lines = column(self)
        lines.addLayout(row(heading("Attack"), self.settings.top))
        lines.addWidget(self.settings)
        lines.addWidget(self.bar)
        lines.addWidget(self.tiles)
        lines.addWidget(self.strip)
        lines.addWidget(self.course, 1)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.run is not old.run:
            self._show(new.run)

    def _show(self, run: ShownRun | None) -> None:
        """What every goal has come to."""
        if run is None:
            self.strip.set_images(None)
            self.strip.set_selected(None)
            return
        self.strip.set_images(strip_images(run))
        self.strip.set_marks(goal_marks(run))
        self.strip.set_lines(strip_lines(run))
        self.strip.set_selected(run.goal)
