"""The right-hand page: what to attack with, how it goes, and what came of it."""

from collections.abc import Mapping
from operator import is_
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.attack.captions import strip_lines, strip_norm
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import earlier_goals, goal_marks, strip_images
from advgui.ui.attack.goal_strip import GoalStrip, ShownGoals, as_bytes
from advgui.ui.attack.history import RunHistory
from advgui.ui.attack.lower_pane import LowerPane
from advgui.ui.attack.run_bar import AttackBar
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.attack.tiles import Tiles
from advgui.ui.explanation.view import WhyView
from advgui.ui.runs.view import RunsView
from advgui.ui.session.controller import Controller
from advgui.ui.strokes.tracing_bar import TracingBar
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import zoomed
from advgui.ui.viewer.choice import choice
from advgui.ui.widgets.layout import column, heading, row

#: Under which name it is remembered what stands below the images, and that of the steps.
_LOWER: Final = "lower_pane"
_STEPS: Final = "steps"
_WHY: Final = "why"
_WHY_TIP: Final = tr("Why it fools: the slope, noise of the same length, and the way there")
_RUNS: Final = "runs"
_RUNS_TIP: Final = tr("Every attack that has ended: go back to one, or compare two")
#: Where less is seen at once than this, the goals have no lines below them.
_LOW: Final = 430
#: The least side of an image in the large, and what is around it at the usual size of text.
_LARGE: Final = 13 * SIZE
_AROUND: Final = 130


class AttackPage(QWidget):
    """Settings, buttons, the four tiles, the ten goals, and below them views of the run.

    ``kept`` is what ``chosen`` told the last time, whose changes ``rechosen`` says. ``exported`` is
    said of a picture or a file of a plot. Where an image is enlarged in a low window, all else
    makes room for it.
    """

    rechosen = Signal()
    exported = Signal(object)

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
        self.tiles = Tiles(controller, choice(kept or {}))
        self.strip = GoalStrip(tr("Attack toward every digit to see ten at once."))
        self.history = RunHistory(controller)
        self.pane = LowerPane((kept or {}).get(_LOWER))
        self.runs: RunsView | None = None
        self._why: WhyView | None = None
        self._lay_out()
        self._fill_lower_pane()
        self.strip.chosen.connect(controller.select_lane)
        self.history.plot.exported.connect(self.exported)
        self._asked: tuple[object, ...] = ()
        self._goals = ShownGoals()
        controller.watch(self.apply, self.prepare)
        self.apply(None, controller.state)

    def _lay_out(self) -> None:
        self._controls, self._below = QWidget(), _Below()
        lines = column(self._controls, TIGHT)
        lines.addLayout(row(heading(tr("Attack", "page")), self.settings.top))
        for part in (self.settings, self.bar, self.tracing):
            lines.addWidget(part)
        below = column(self._below, TIGHT)
        below.addWidget(self.strip)
        below.addWidget(self.pane, 1)
        whole = column(self, TIGHT)
        whole.addWidget(self._controls)
        whole.addWidget(_Shown(self.tiles, self._below), 1)

    def _fill_lower_pane(self) -> None:
        """The walk through the steps may stand elsewhere, and goes with their curves."""
        pane = self.pane
        self.history.plot.exported.connect(self.exported)
        pane.shown.connect(self._show_timeline)
        pane.shown.connect(self.rechosen)
        self.tiles.looked.connect(self.rechosen)
        self.tiles.enlarged.connect(self._make_room)
        pane.add(
            _STEPS, tr("Steps"), lambda: self.history, tr("The course of the run, and every step")
        )
        pane.add(_WHY, tr("Why?"), self._made_why, _WHY_TIP)
        pane.add(_RUNS, tr("Runs"), self._made_runs, _RUNS_TIP)

    def _made_runs(self) -> RunsView:
        self.runs = made = RunsView(self._controller)
        made.exported.connect(self.exported)
        return made

    def _made_why(self) -> WhyView:
        self._why = why = WhyView(self._controller)
        why.plot.exported.connect(self.exported)
        return why

    def set_seen(self, height: int) -> None:
        """So many pixels of it are seen without scrolling: the ten goals should be there."""
        self.strip.set_low(height < zoomed(_LOW))

    def shut(self) -> None:
        """End what runs, and take the charts apart."""
        self.history.plot.close()
        if self._why is not None:
            self._why.close_lane()
        if self.runs is not None:
            self.runs.close_comparison()

    def _show_timeline(self) -> None:
        """With the curves, and with an image in the large, which follows the steps."""
        alone = self.tiles.viewer is not None and self._below.isHidden()
        self.history.timeline.setVisible(self.pane.current == _STEPS or alone)

    def _make_room(self) -> None:
        """Hide what is below an image in the large, and then what is above it, where it must be."""
        room, viewing = self.height(), self.tiles.viewer is not None
        viewed = _LARGE + zoomed(_AROUND)
        above = self._controls.sizeHint().height() + TIGHT
        strip, pane = self.strip.heightForWidth(self.width()), self.pane.minimumSizeHint().height()
        below = strip + TIGHT + pane
        self._below.setMinimumHeight(below if viewing else 0)  # the image would take of it, too
        self._below.setHidden(viewing and room < above + viewed + TIGHT + below)
        self._controls.setHidden(viewing and room < above + viewed)
        self._show_timeline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more, or less."""
        super().resizeEvent(event)
        self._make_room()

    @property
    def chosen(self) -> dict[str, object]:
        """What is to be remembered."""
        return {_LOWER: self.pane.current, **self.tiles.choice.kept()}

    def prepare(self, new: LabState) -> None:
        """Paint the goals of a run ahead of the moment in which all else is shown."""
        self.strip.prepare(self._goals_of(new))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        self.strip.show_goals(self._goals_of(new))
        if old is None or new.runs is not old.runs:
            self.pane.set_title(
                _RUNS,
                tr("Runs ({count:,})").format(count=len(new.runs)) if len(new.runs) else tr("Runs"),
            )

    def _goals_of(self, state: LabState) -> ShownGoals:
        """What every goal has come to; found anew only where that may be another."""
        asked = state.run, state.runs, state.network, state.outdated
        if len(self._asked) != len(asked) or not all(map(is_, self._asked, asked)):
            self._asked, self._goals = asked, _goals_of(state)
        return self._goals


class _Shown(QWidget):
    """What came of it, of which the tiles give way where there is too little room.

    It asks for no height that goes with its width, or Qt would take what is lacking from the
    highest part of the page, which may be the settings.
    """

    def __init__(self, tiles: Tiles, below: QWidget) -> None:
        super().__init__()
        lines = column(self, TIGHT)
        lines.addWidget(tiles)
        lines.addWidget(below, 1)
        tiles.enlarged.connect(lambda large: lines.setStretch(0, 100 if large else 0))

    def hasHeightForWidth(self) -> bool:
        """Any height will do from the least on."""
        return False


class _Below(QWidget):
    """What is below the tiles, which asks for no height that goes with its width, either."""

    def hasHeightForWidth(self) -> bool:
        """Any height will do from the least on."""
        return False


def _goals_of(state: LabState) -> ShownGoals:
    """What every goal has come to, in the run that is shown or in an earlier one like it."""
    run, earlier = state.run, earlier_goals(state)
    if run is None:
        return ShownGoals()
    return ShownGoals(
        as_bytes(strip_images(run, earlier)),
        goal_marks(run, earlier),
        strip_lines(run, earlier),
        run.goal,
        strip_norm(run),
        faded=state.outdated and not run.running,
    )
