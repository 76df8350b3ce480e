"""Cards of runs in columns: Qt's own list, which paints only what is seen."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from advgui.core.language import tr
from advgui.lab.runs.runs import Runs
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.runs.card_delegate import CardDelegate, card_size, on_chevron
from advgui.ui.runs.model import Row, RunModel, row_at

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Flag: Final = QItemSelectionModel.SelectionFlag


class RunTray(QListView):
    """A card for each run; a double click or Enter on one says that it is ``wanted``.

    A click or the arrow keys only choose; Space, or a click on its chevron, unfolds a run of
    every digit into its goals. ``changed`` says that others are chosen.
    """

    wanted = Signal(int, object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-tray")
        self.setAccessibleName(tr("Runs that are kept, the newest first"))
        self._model = RunModel()
        self._delegate = CardDelegate(self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._take)
        self.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())

    def set_runs(self, runs: Runs, shown: ShownRun | None) -> None:
        """Show these, and which of them is shown in the large: it is chosen when it comes.

        Where several are chosen, they stay so.
        """
        self._model.set_runs(runs)
        kept = runs.of(shown)
        place = (-1, -1) if kept is None or shown is None else (kept.number, shown.selected)
        if place != self._delegate.shown:
            before, self._delegate.shown = self._delegate.shown, place
            self.viewport().update()
            if kept is not None and kept.number != before[0]:
                self._follow(kept.number)

    def _follow(self, number: int) -> None:
        chosen = self.chosen
        if len(chosen) < 2 and number not in chosen:
            self.choose(number)

    @property
    def current(self) -> Row | None:
        """The run that is chosen, or the goal of one; None where none is."""
        index = self.currentIndex()
        return row_at(index) if self.selectionModel().isSelected(index) else None

    @property
    def chosen(self) -> set[int]:
        """The numbers of all runs that are chosen."""
        rows = (row_at(index) for index in self.selectedIndexes())
        return {row.kept.number for row in rows if row is not None}

    def choose(self, number: int, lane: int | None = None) -> None:
        """Choose a run, or one of its goals, and have it seen."""
        place = self._model.place(number, lane)
        self.selectionModel().setCurrentIndex(place, _Flag.ClearAndSelect)
        self.scrollTo(place)

    def turn(self, number: int) -> None:
        """Unfold a run into its goals, or fold it again."""
        self._model.turn(number)

    def unfolded(self, number: int) -> bool:
        """Whether the goals of a run are shown."""
        return self._model.unfolded(number)

    def event(self, event: QEvent) -> bool:
        """Enter goes back to a run, whatever the window uses it for."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Space):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back to the run, Space unfolds it; letters are for the window."""
        row = self.current
        if event.key() in _ENTER and row is not None:
            self._take(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self._turn(row)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On its chevron a card unfolds; elsewhere it is chosen."""
        row = self._unfoldable(event.position())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._turn(row)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On its chevron the second click is one like the first."""
        if self._unfoldable(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _unfoldable(self, place: QPointF) -> Row | None:
        """The run whose chevron is there."""
        index = self.indexAt(place.toPoint())
        row = row_at(index)
        if row is None or row.lane is not None or len(row.kept.run.outcomes) < 2:
            return None
        return row if on_chevron(QRectF(self.visualRect(index)), place) else None

    def _turn(self, row: Row) -> None:
        if len(row.kept.run.outcomes) > 1:
            self.turn(row.kept.number)
            self.choose(row.kept.number)

    def _take(self, index: QModelIndex) -> None:
        row = row_at(index)
        if row is not None:
            self.wanted.emit(row.kept.number, row.lane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room, all of one width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Cards are as large as another font needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        wide = self.width() - bar - 1  # a bar that comes moves nothing; one less, or none fits
        least = card_size()
        columns = max(1, wide // least.width())
        size = QSize(wide // columns, least.height())
        if size != self._delegate.size or size != self.gridSize():
            self._delegate.size = size
            self.setGridSize(size)
            self.verticalScrollBar().setSingleStep(size.height() // 2)

    def minimumSizeHint(self) -> QSize:
        """One card."""
        return card_size()

    def sizeHint(self) -> QSize:
        """Two cards in two lines."""
        least = card_size()
        return QSize(2 * least.width(), 2 * least.height())
