"""Curves with a key and a menu, and words where there are none."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from advgui.core.language import numeral, tr
from advgui.ui.plotting import export, loading
from advgui.ui.plotting.curves import PlotData, Titles
from advgui.ui.plotting.key import CurveKey, line_height
from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.tokens import CARD_CORNER, SMALL, TIGHT, font, tokens
from advgui.ui.theme.zoom import follow, write_in
from advgui.ui.widgets.layout import column, row

if TYPE_CHECKING:
    from advgui.ui.plotting.chart import Chart

_WORDS: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
#: Between two looks whether the chart can be put in.
_LOOK_MS: Final = 10
_ICON: Final = 16


class Plot(QWidget):
    """A key with values, a chart, and a line in it that walks along the curves.

    The chart comes once this was painted and pyqtgraph is there; curves that are shown before
    are kept for it. ``placed`` is said of a place that is chosen in it, and ``exported`` of a
    QImage for the clipboard, or of a PlotFile that shall be saved.
    """

    placed = Signal(float)
    exported = Signal(object)

    def __init__(
        self,
        name: str,
        titles: Titles,
        *,
        empty: str,
        whole: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._titles, self._empty, self._whole = titles, empty, whole
        self._data: PlotData | None = None
        self._end: float | None = None
        self._place, self._fails = 0.0, False
        self._chart: Chart | None = None
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._load)
        self._key = CurveKey()
        self._home = self._button("whole", whole)
        self._home.setText(whole)
        self._home.setToolTip(tr("Show all of it again (double click)"))
        self._more = self._button("menu", tr("Plot menu"))
        set_icon(self._more, "more")
        self._more.setToolTip(tr("Copy or save the plot"))
        self._lay_out()
        self._home.clicked.connect(self._go_home)
        self._more.clicked.connect(self._open_menu_below)
        self.setAccessibleDescription(empty)

    def _button(self, name: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"{self.objectName()}-{name}")
        made.setAccessibleName(words)
        write_in(made, "caption")
        made.setIconSize(QSize(_ICON, _ICON))
        made.setAutoRaise(True)
        return made

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._head.setLayout(row(self._key, self._home, self._more, spacing=TIGHT))
        follow(self._head, lambda head: head.setFixedHeight(line_height() + TIGHT))
        self._head.hide()
        self._home.hide()
        self._lines = column(self, 0)
        self._lines.addWidget(self._head)
        self._lines.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_data(self, data: PlotData, end: float | None = None) -> None:
        """Show the curves, which may still grow as far as ``end``; None where they are at rest."""
        self._data, self._end = data, end
        self._renew()

    @property
    def along(self) -> str:
        """What the axis along is called."""
        return self._titles.along

    def set_along(self, title: str) -> None:
        """Call the axis along something else."""
        if title == self.along:
            return
        self._titles = replace(self._titles, along=title)
        if self._chart is not None:
            self._chart.set_along(title)

    def hold(self) -> None:
        """Go on showing what is seen, whatever is drawn ahead."""
        if self.charted and self._chart is not None:
            self._chart.freeze()

    def draw_ahead(self, data: PlotData, end: float | None, place: float) -> None:
        """Get ready for curves that will be set in a moment, with the line at a place."""
        if self.charted and self._chart is not None:
            self._chart.draw_ahead(data, end, place)

    def paint_ahead(self) -> None:
        """The rest of it, in another turn of the event loop."""
        if self._chart is not None:
            self._chart.paint_ahead()

    def clear(self) -> None:
        """There are no curves."""
        self._data = None
        self._renew()

    def set_position(self, place: float) -> None:
        """Put the line at a place; nothing is emitted."""
        self._place = place
        if self._chart is not None:
            self._chart.set_position(place)
        self._tell()

    @property
    def charted(self) -> bool:
        """Whether the curves can be seen, which pyqtgraph has to be there for."""
        return self._chart is not None and self._chart.isVisible()

    def where(self, place: float) -> str:
        """What a place is called."""
        return numeral(place, "g")

    def _placed(self, place: float) -> None:
        self._place = place
        self._tell()
        self.placed.emit(place)

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was hidden is drawn now; nothing is drawn that is not seen."""
        super().showEvent(event)
        self._renew()

    def _renew(self) -> None:
        data = self._data
        if data is not None and self._chart is not None and self.isVisible():
            self._chart.set_data(data, self._end)
        if self._head.isHidden() == (data is not None):
            self._head.setVisible(data is not None)
            self.update()
        if self._chart is not None:
            self._chart.setVisible(data is not None)
        self._offer()
        self._tell()

    def _offer(self) -> None:
        """The menu, where curves are at rest, and the way home, where not all is seen."""
        rests = self._chart is not None and self._data is not None and self._end is None
        self._more.setEnabled(rests)
        self._home.setVisible(rests and self._chart is not None and self._chart.is_zoomed)

    def _tell(self) -> None:
        data = self._data
        if data is None:
            self.setAccessibleDescription(self._empty)
            return
        self._key.set_values(data.curves, data.at(self._place))
        shown = self._key.accessibleDescription()
        self.setAccessibleDescription(f"{self.where(self._place)}: {shown}")

    # The chart

    def _load(self) -> None:
        """Put the chart in as soon as that takes no time."""
        loading.advance()
        if loading.ready():
            self._clock.stop()
            if loading.failure():
                self._do_without(loading.failure())
            else:
                self._put_in()

    def _do_without(self, why: str) -> None:
        """All else goes on; the key tells the values."""
        self._empty, self._fails = tr("Curves cannot be drawn here: {why}").format(why=why), True
        self._tell()
        self.update()

    def _put_in(self) -> None:
        # Only here: until pyqtgraph is there, it would be imported on the window's own thread.
        from advgui.ui.plotting.chart import Chart

        self._chart = chart = Chart(self._titles, self.where, self)
        chart.setVisible(False)
        self._lines.takeAt(1)
        self._lines.addWidget(chart, 1)
        chart.set_position(self._place)
        chart.scrubbed.connect(self._placed)
        chart.zoomed.connect(self._offer)
        chart.menu_wanted.connect(self._open_menu)
        self._renew()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The chart goes while all that it is made of is there."""
        self._clock.stop()
        loading.finish()
        chart, self._chart = self._chart, None
        if chart is not None:
            chart.shut()
            chart.deleteLater()
        super().closeEvent(event)

    # The menu

    def _go_home(self) -> None:
        if self._chart is not None:
            self._chart.go_home()

    def _open_menu_below(self) -> None:
        self._open_menu(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _open_menu(self, point: QPoint) -> None:
        """What can be done with the plot."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}-actions")
        menu.aboutToHide.connect(menu.deleteLater)
        self._entry(menu, "home", self._whole, self._go_home).setEnabled(self._home.isVisible())
        menu.addSeparator()
        self._entry(menu, "copy", tr("Copy image"), lambda: self.exported.emit(self.picture()))
        menu.addSeparator()
        self._entry(menu, "png", tr("Save as PNG…"), self._save_png)
        self._entry(menu, "svg", tr("Save as SVG…"), self._save_svg)
        self._entry(menu, "csv", tr("Save values as CSV…"), self._save_csv)
        menu.popup(point)

    def _entry(self, menu: QMenu, name: str, words: str, act: Callable[[], None]) -> QAction:
        made = menu.addAction(words)
        made.setObjectName(f"{self.objectName()}-{name}")
        made.triggered.connect(lambda _=False: act())
        return made

    def _save_png(self) -> None:
        self._save("png", tr("PNG images"), export.png(self.picture()))

    def _save_svg(self) -> None:
        drawn = export.svg(self.size(), self._ground(), self._paint, self.accessibleName())
        self._save("svg", tr("SVG drawings"), drawn)

    def _save_csv(self) -> None:
        if self._data is not None:
            self._save("csv", tr("CSV tables"), export.table(self._data, self._titles.along))

    def _save(self, ending: str, kind: str, content: bytes) -> None:
        self.exported.emit(export.PlotFile(f"{self.accessibleName()}.{ending}", kind, content))

    def picture(self) -> QImage:
        """Key and chart as they are seen."""
        return export.picture(self.size(), self._ground(), self._paint, self.devicePixelRatioF())

    def _ground(self) -> QColor:
        return tokens(self.palette()).window

    def _paint(self, painter: QPainter, ratio: float) -> None:
        """What is exported: the key without its buttons, and all of the chart."""
        self._key.paint(painter)
        if self._chart is not None:
            self._chart.paint_on(painter, ratio)

    # Where there is no chart

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, 200)

    def minimumSizeHint(self) -> QSize:
        """Low enough for a small window."""
        return QSize(240, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame until the chart is there, and words in it where there is nothing to plot."""
        if self._chart is None and not self._fails and not self._clock.isActive():
            self._clock.start()
        if self._data is not None and self._chart is not None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self.palette())
        empty = self._data is None or self._fails
        dashes = Qt.PenStyle.DashLine if empty else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.line, 1, dashes))
        top = 0 if self._data is None else self._head.height()
        frame = QRectF(self.rect()).adjusted(0.5, top + 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_CORNER, CARD_CORNER)
        if empty:
            painter.setFont(font("caption"))
            painter.setPen(colours.muted)
            painter.drawText(frame.adjusted(SMALL, SMALL, -SMALL, -SMALL), _WORDS, self._empty)
