"""A view of a scene that can be painted ahead, and only be put in its place when it is shown."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent


class FrozenView(pg.GraphicsView):
    """What is seen stays as it is while the scene becomes what is to be seen next.

    To paint a scene takes milliseconds in which the window waits. Here they are spent before
    the moment in which all is shown: ``freeze``, change the scene, ``paint_ahead`` in another
    turn of the event loop, and then ``show_ahead``.
    """

    _seen: QPixmap | None = None
    _ahead: QPixmap | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether a picture of the scene is seen, and not the scene itself."""
        return self._seen is not None

    def freeze(self) -> None:
        """Whatever happens to the scene, go on showing what is seen now."""
        if self._seen is None:
            self._repaint_kept()
            self._seen = self._painted()

    def paint_ahead(self) -> None:
        """Paint the scene as it is now, unseen."""
        if self._seen is not None:
            self._ahead = self._painted()

    def show_ahead(self) -> None:
        """Show what was painted ahead, or the scene itself if nothing was."""
        if self._seen is not None and self._ahead is None:
            self._repaint_kept()
        self._seen, self._ahead = self._ahead, None
        self.viewport().update()

    def _repaint_kept(self) -> None:
        """What items keep as pixels is kept for each device, but only once known to be old."""
        for item in self.scene().items():
            if item.cacheMode() != item.CacheMode.NoCache:
                item.update()

    def thaw(self) -> None:
        """Show the scene itself."""
        self._ahead = None
        self.show_ahead()

    def _painted(self) -> QPixmap:
        room, ratio = self.viewport().rect(), self.devicePixelRatioF()
        made = QPixmap(room.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self.backgroundBrush().color())
        painter = QPainter(made)
        painter.setRenderHints(self.renderHints())
        self.scene().prepareForPaint()
        self.render(painter, QRectF(room), room)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, if there is one."""
        if self._seen is None:
            super().paintEvent(event)
        else:
            QPainter(self.viewport()).drawPixmap(0, 0, self._seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of another size is of no use."""
        self.thaw()
        super().resizeEvent(event)
