"""The window in which two pinned runs stand side by side."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from advgui.core.language import tr
from advgui.lab.attack.pair import PairCurves, Side, best_place, pair_curves, rows, sentence, sides
from advgui.lab.runs.kept_run import KeptRun
from advgui.ui.plotting.curves import DASHED, Colour, Curve, PlotData, Titles
from advgui.ui.plotting.plot import Plot
from advgui.ui.runs.pair_images import PairImages
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT
from advgui.ui.widgets.layout import column, label, row

_SIZE: Final = 920, 580
_TITLES: Final = Titles(along=tr("Step"), share=tr("Confidence"), rest="L2")


class RunComparison(QDialog):
    """Images, curves over each other, a table and a sentence; the goals can be chosen.

    ``exported`` is said of a picture or a file of the plot.
    """

    exported = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("run-comparison")
        self.setWindowTitle(tr("Two runs compared"))
        self._pair: tuple[KeptRun, KeptRun] | None = None
        self._sentence = label(role="strong", name="pair-sentence")
        self._sentence.setWordWrap(True)
        self._images = PairImages("pair-first"), PairImages("pair-second")
        self._goals = _goal_box("pair-first-goal"), _goal_box("pair-second-goal")
        self.plot = Plot(
            "pair-plot",
            _TITLES,
            empty=tr("The steps of both runs appear here"),
            whole=tr("Whole runs"),
        )
        self.plot.setAccessibleName(tr("Course of both runs"))
        self.plot.exported.connect(self.exported)
        self._table = _table()
        self._lay_out()
        for box in self._goals:
            box.currentIndexChanged.connect(lambda _: self._show())
        self.resize(*_SIZE)

    def _lay_out(self) -> None:
        lines = column(self, SMALL)
        lines.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        lines.addWidget(self._sentence)
        both = row(spacing=LARGE)
        for images, goals in zip(self._images, self._goals, strict=True):
            one = column(spacing=TIGHT)
            one.addWidget(images, 1)
            one.addWidget(goals, 0, Qt.AlignmentFlag.AlignLeft)
            both.addLayout(one, 1)
        lines.addLayout(both, 2)
        lower = row(self.plot, self._table, spacing=LARGE)
        lower.setStretch(0, 1)
        lower.setStretch(1, 1)
        lines.addLayout(lower, 3)
        closing = QDialogButtonBox()
        closing.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        closing.rejected.connect(self.close)
        lines.addWidget(closing)

    def show_pair(self, one: KeptRun, other: KeptRun) -> None:
        """Show two runs, in the goals that go together."""
        self._pair = one, other
        for box, side in zip(self._goals, sides(one, other), strict=True):
            _offer_goals(box, side)
        self._show()

    def _show(self) -> None:
        if self._pair is None:
            return
        one, other = (
            Side(kept, max(0, box.currentIndex()))
            for kept, box in zip(self._pair, self._goals, strict=True)
        )
        self._sentence.setText(sentence(one, other))
        for images, side in zip(self._images, (one, other), strict=True):
            images.show_side(side)
        _fill(self._table, one, other)
        curves = pair_curves(one, other)
        self.plot.set_along(tr("Query") if curves.unit == "queries" else tr("Step"))
        self.plot.set_data(plotted(one, other, curves))
        self.plot.set_position(best_place(one, curves.unit))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The chart is taken apart while all that it is made of is there."""
        self.plot.close()
        super().closeEvent(event)


def plotted(one: Side, other: Side, curves: PairCurves) -> PlotData:
    """Both runs in one chart: told apart by colour and by dashes."""
    solid, dashed = Qt.PenStyle.SolidLine, DASHED
    table = (
        _goal_curve("goal-1", one, "goal", solid),
        _goal_curve("goal-2", other, "prediction", dashed),
        _distance_curve("distance-1", one, "goal", solid),
        _distance_curve("distance-2", other, "prediction", dashed),
    )
    values = {
        "goal-1": curves.goals[0],
        "goal-2": curves.goals[1],
        "distance-1": curves.distances[0],
        "distance-2": curves.distances[1],
    }
    return PlotData(table, curves.places, values, held=False)


def _goal_curve(name: str, side: Side, colour: Colour, line: Qt.PenStyle) -> Curve:
    """The confidence of the goal, or of the label to get away from."""
    outcome = side.outcome
    digit = outcome.before.label if outcome.goal is None else outcome.goal
    title = tr("confidence of the {digit}").format(digit=digit)
    return Curve(
        name,
        f"{side.name}: {title}",
        colour,
        line,
        share=True,
        short=side.name,
        heading=f"Run {side.kept.number}: confidence of the {digit}",
    )


def _distance_curve(name: str, side: Side, colour: Colour, line: Qt.PenStyle) -> Curve:
    title = f"{side.name}: L2"
    return Curve(name, title, colour, line, heading=f"Run {side.kept.number}: L2")


def _goal_box(name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(tr("Goal that is compared"))
    policy = made.sizePolicy()
    policy.setRetainSizeWhenHidden(True)  # or the images of the two would be of two sizes
    made.setSizePolicy(policy)
    return made


def _offer_goals(box: QComboBox, side: Side) -> None:
    """The goals of a run, where there are several."""
    goals = side.kept.run.goals
    box.blockSignals(True)
    box.clear()
    box.addItems([tr("toward {goal}").format(goal=goal) for goal in goals])
    box.setCurrentIndex(side.lane if goals else -1)
    box.setVisible(len(goals) > 1)
    box.blockSignals(False)


def _table() -> QTableWidget:
    made = QTableWidget(0, 3)
    made.setObjectName("pair-table")
    made.setAccessibleName(tr("Figures of both runs"))
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setShowGrid(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.verticalHeader().setMinimumSectionSize(made.fontMetrics().height() + TIGHT)
    head = made.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    return made


def _fill(table: QTableWidget, one: Side, other: Side) -> None:
    lines = rows(one, other)
    table.setHorizontalHeaderLabels(["", one.name, other.name])
    table.setRowCount(len(lines))
    for place, cells in enumerate(lines):
        for number, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            table.setItem(place, number, item)
