"""What a painted widget has to paint anew, and what of it was painted a turn ahead."""

import math
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from advgui.ui.theme.text_cache import Texts, texts

Look = TypeVar("Look", bound=Hashable)

#: A place that is off a whole device pixel by less is on it.
_EXACT: Final = 1e-3


class _Dress(NamedTuple):
    """What every part of a widget is painted with: its colours and its fonts."""

    palette: int
    enabled: bool
    texts: Texts


class _Ready(NamedTuple):
    """A part as it was painted ahead; ``left`` and ``top`` are device pixels in the widget."""

    area: QRectF
    look: Hashable
    dress: _Dress
    pixmap: QPixmap
    left: float
    top: float

    def is_of(self, area: QRectF, look: Hashable, dress: _Dress) -> bool:
        """Whether that is what was painted."""
        return (look, dress) == (self.look, self.dress) and area == self.area


class PaintCache(Generic[Look]):
    """Paints a widget part by part: only those that look different, and those ahead of time.

    The parts are the areas of the widget with their looks, always in the same order. A look is
    all that ``paint`` paints a part from, besides its area, and the colours and fonts of the
    widget; it sets each pen and brush that it uses. A part is painted when it is shown, or, by
    ``prepare``, into a pixmap that is then only put in its place. ``touched`` tells which parts
    look different for a while, as those under the mouse: these are painted when they are
    shown, whatever was prepared.
    """

    def __init__(
        self,
        widget: QWidget,
        paint: Callable[[QPainter, QRectF, Look], None],
        touched: Callable[[], Collection[int]] = tuple,
    ) -> None:
        self._widget, self._paint, self._touched = widget, paint, touched
        self._shown: dict[int, Look] = {}
        self._ready: dict[int, _Ready] = {}

    def show(self, parts: Iterable[tuple[QRectF, Look]]) -> None:
        """Have those parts painted anew that look different now; unseen, all will be."""
        if not self._widget.isVisible():
            self._shown.clear()
            return
        for number, (area, look) in enumerate(parts):
            if self._shown.get(number) != look:
                self._shown[number] = look
                self._widget.update(area.toAlignedRect())

    def prepare(self, parts: Iterable[tuple[QRectF, Look]]) -> None:
        """Paint those parts that will look different when they are shown, which may be soon."""
        if not self._widget.isVisible():
            return
        dress, touched = self._dress(), self._touched()
        for number, (area, look) in enumerate(parts):
            if self._shown.get(number) == look or number in touched or area.isEmpty():
                continue
            ready = self._ready.get(number)
            if ready is None or not ready.is_of(area, look, dress):
                self._ready[number] = self._painted(area, look, dress)

    def draw(self, event: QPaintEvent, parts: Iterable[tuple[QRectF, Look]]) -> None:
        """Paint those parts that are asked for; what was prepared is put in its place."""
        painter, region = QPainter(self._widget), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, dress, touched = painter.deviceTransform(), self._dress(), self._touched()
        ratio, across, down = view.m11(), view.dx(), view.dy()
        for number, (area, look) in enumerate(parts):
            if not region.intersects(area.toAlignedRect()):
                continue
            ready = None if number in touched else self._ready.get(number)
            if (
                ready is not None
                and ready.is_of(area, look, dress)
                and ready.pixmap.devicePixelRatio() == ratio
                and _is_whole(across + ready.left)
                and _is_whole(down + ready.top)
            ):
                place = QPointF(ready.left / ratio, ready.top / ratio)
                painter.drawPixmap(place, ready.pixmap)
            else:
                self._paint(painter, area, look)

    def _dress(self) -> _Dress:
        widget = self._widget
        return _Dress(widget.palette().cacheKey(), widget.isEnabled(), texts())

    def _painted(self, area: QRectF, look: Look, dress: _Dress) -> _Ready:
        """On whole pixels of the screen, where the widget itself may not be."""
        ratio = self._widget.devicePixelRatioF()
        corner = QPointF(self._widget.mapTo(self._widget.window(), QPoint())) * ratio
        left, top = (
            math.floor(start + edge * ratio + _EXACT) - start
            for start, edge in ((corner.x(), area.left()), (corner.y(), area.top()))
        )
        wide = math.ceil(area.right() * ratio - left - _EXACT)
        high = math.ceil(area.bottom() * ratio - top - _EXACT)
        pixmap = QPixmap(wide, high)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._widget.palette().window().color())
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-left / ratio, -top / ratio)
        self._paint(painter, area, look)
        painter.end()
        return _Ready(QRectF(area), look, dress, pixmap, left, top)


def _is_whole(place: float) -> bool:
    """Whether that many device pixels are a whole number of them."""
    return abs(place - round(place)) < _EXACT
