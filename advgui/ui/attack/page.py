"""The right-hand page: what to attack with, how it goes, and what came of it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.lab.attack.captions import strip_lines
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import goal_marks, strip_images
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.attack.goal_strip import GoalStrip, ShownGoals, as_bytes
from advgui.ui.attack.history import RunHistory
from advgui.ui.attack.lower_pane import LowerPane
from advgui.ui.attack.run_bar import AttackBar
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.attack.tiles import Tiles
from advgui.ui.runs.view import RunsView
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.strokes.tracing_bar import TracingBar
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, heading, row

#: Under which name it is remembered what stands below the images, and that of the steps.
_LOWER: Final = "lower_pane"
_STEPS: Final = "steps"
_RUNS: Final = "runs"
_RUNS_TIP: Final = "Every attack that has ended: go back to one, or compare two"


class AttackPage(QWidget):
    """Settings, buttons, the four tiles, the ten goals, and below them views of the run.

    ``kept`` is what ``chosen`` told the last time.
    """

    def __init__(
        self,
        controller: Controller,
        kept: Mapping[str, object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attack-page")
        self._controller = controller
        self.settings = AttackSettings(controller)
        self.bar = AttackBar(controller)
        self.tracing = TracingBar(controller)
        self.tiles = Tiles(controller)
        self.strip = GoalStrip("Attack toward every digit to see ten at once.")
        self.history = RunHistory(controller)
        self.pane = LowerPane((kept or {}).get(_LOWER))
        self._lay_out()
        self._fill_lower_pane()
        self.strip.chosen.connect(controller.select_lane)
        self._of_run = Kept(_goals_of)
        controller.watch(self.apply, self.prepare)
        self.apply(None, controller.state)

    def _lay_out(self) -> None:
        lines = column(self, TIGHT)
        lines.addLayout(row(heading("Attack"), self.settings.top))
        lines.addWidget(self.settings)
        lines.addWidget(self.bar)
        lines.addWidget(self.tracing)
        lines.addWidget(_Shown(self.tiles, self.strip, self.pane), 1)

    def _fill_lower_pane(self) -> None:
        """The walk through the steps may stand elsewhere, and goes with their curves."""
        pane, timeline = self.pane, self.history.timeline
        pane.shown.connect(lambda name: timeline.setVisible(name == _STEPS))
        pane.add(_STEPS, "Steps", lambda: self.history, "The course of the run, and every step")
        pane.add(_RUNS, "Runs", lambda: RunsView(self._controller), _RUNS_TIP)

    @property
    def chosen(self) -> dict[str, object]:
        """What is to be remembered."""
        return {_LOWER: self.pane.current}

    def prepare(self, new: LabState) -> None:
        """Paint the goals of a run ahead of the moment in which all else is shown."""
        self.strip.prepare(self._of_run(new.run))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.run is not old.run:
            self.strip.show_goals(self._of_run(new.run))
        if old is None or new.runs is not old.runs:
            self.pane.set_title(_RUNS, f"Runs ({len(new.runs):,})" if len(new.runs) else "Runs")


class _Shown(QWidget):
    """What came of it, of which the tiles give way where there is too little room.

    It asks for no height that goes with its width, or Qt would take what is lacking from the
    highest part of the page, which may be the settings.
    """

    def __init__(self, tiles: QWidget, strip: QWidget, lower: QWidget) -> None:
        super().__init__()
        lines = column(self, TIGHT)
        lines.addWidget(tiles)
        lines.addWidget(strip)
        lines.addWidget(lower, 1)

    def hasHeightForWidth(self) -> bool:
        """Any height will do from the least on."""
        return False


def _goals_of(run: ShownRun | None) -> ShownGoals:
    """What every goal has come to."""
    if run is None:
        return ShownGoals()
    return ShownGoals(as_bytes(strip_images(run)), goal_marks(run), strip_lines(run), run.goal)
