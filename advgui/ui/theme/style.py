"""Qt's Fusion style, flat: buttons, fields, marks, sliders and tabs in the theme's colours."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QWidget,
)

from advgui.ui.theme.tokens import CORNER, RING, Tokens, tokens

_Control = QStyle.ControlElement
_Element = QStyle.PrimitiveElement
_Metric = QStyle.PixelMetric
_State = QStyle.StateFlag
_Painter = Callable[[QPainter, QRectF, QStyleOption, Tokens], None]

#: Device-independent pixels.
_METRICS: Final = {
    _Metric.PM_ButtonMargin: 12,
    _Metric.PM_ToolBarIconSize: 20,  # as the icons are: Qt would stretch them on some screens
    _Metric.PM_IndicatorWidth: 16,
    _Metric.PM_IndicatorHeight: 16,
    _Metric.PM_ExclusiveIndicatorWidth: 16,
    _Metric.PM_ExclusiveIndicatorHeight: 16,
}
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter.value
_GROOVE: Final = 4.0
_KNOB: Final = 7.0
_THUMB: Final = 3.0
#: An arrow of a box for numbers: half its width, and its height.
_ARROW: Final = (3.5, 4.0)


class CalmStyle(QProxyStyle):
    """Flat where Fusion has gradients; everything else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("calm")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """A little more room in buttons."""
        known = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if known is None else known

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Grounds of buttons and fields, check marks, frames."""
        paint = _PRIMITIVES.get(element)
        if paint is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            _paint(paint, painter, option)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Tabs and progress; what is chosen from a list is shortened where it must be."""
        paint = _CONTROLS.get(element)
        if widget is not None and isinstance(option, QStyleOptionComboBox):
            self._shorten(option, widget)
        if paint is None:
            super().drawControl(element, option, painter, widget)
        else:
            _paint(paint, painter, option)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Sliders, scroll bars, and boxes for numbers."""
        if widget is not None and isinstance(option, QStyleOptionSpinBox):
            self._draw_spin_box(option, painter, widget)
            return
        paint, part = _SLIDING.get(control, (None, QStyle.SubControl.SC_None))
        if widget is None or paint is None or not isinstance(option, QStyleOptionSlider):
            super().drawComplexControl(control, option, painter, widget)
            return
        knob = self.subControlRect(control, option, part, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(option.rect), QRectF(knob), option)
        painter.restore()

    def _shorten(self, option: QStyleOptionComboBox, widget: QWidget) -> None:
        """End words that are too long in an ellipsis, where Fusion cuts a letter in two."""
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.subControlRect(kind, option, part, widget).width() - 2
        end = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, end, room)

    def _draw_spin_box(
        self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget
    ) -> None:
        """A field as any other, with two arrows where it has buttons."""
        _paint(_field, painter, option)
        if option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
            return
        for part, step, sign in _STEPS:
            place = self.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)
            able = _is(option, _State.State_Enabled) and bool(option.stepEnabled & step)
            touched = _is(option, _State.State_MouseOver) and option.activeSubControls == part
            colours = tokens(option.palette)
            colour = colours.text if touched else colours.muted
            _arrow(painter, QRectF(place).center(), sign, colour if able else colours.faint)

    def drawItemPixmap(
        self, painter: QPainter, rect: QRect, alignment: int, pixmap: QPixmap | QImage
    ) -> None:
        """An icon, from a whole pixel of the screen on: beside it, Qt would blur it."""
        view = painter.deviceTransform()
        if isinstance(pixmap, QImage) or alignment != _CENTRE or view.m11() == int(view.m11()):
            super().drawItemPixmap(painter, rect, alignment, pixmap)
            return
        half = QPointF(pixmap.width(), pixmap.height()) / (2 * pixmap.devicePixelRatio())
        corner = view.map(QRectF(rect).center() - half).toPoint()
        painter.drawPixmap(view.inverted()[0].map(QPointF(corner)), pixmap)


def _paint(paint: _Painter, painter: QPainter, option: QStyleOption) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(option.rect), option, tokens(option.palette))
    painter.restore()


def _is(option: QStyleOption, state: QStyle.StateFlag) -> bool:
    return bool(option.state & state)


def _ground(option: QStyleOption, colours: Tokens) -> QColor:
    """What a button is filled with: tinted under the mouse, darker when it is down."""
    if not _is(option, _State.State_Enabled):
        return colours.window
    if _is(option, _State.State_Sunken) or _is(option, _State.State_On):
        return colours.track
    return colours.hover if _is(option, _State.State_MouseOver) else colours.button


def _box(painter: QPainter, rect: QRectF, fill: QColor, line: QColor, width: float = 1.0) -> None:
    half = width / 2.0
    painter.setPen(QPen(line, width))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), CORNER, CORNER)


def _button(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    default = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    focused = _is(option, _State.State_HasFocus) and _is(option, _State.State_KeyboardFocusChange)
    line = colours.accent if (default or focused) else colours.line
    if not _is(option, _State.State_Enabled):
        line = colours.track
    _box(painter, rect, _ground(option, colours), line, float(RING) if focused else 1.0)


def _tool_button(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    active = (_State.State_Sunken, _State.State_On, _State.State_MouseOver)
    if not _is(option, _State.State_AutoRaise) or any(_is(option, state) for state in active):
        _box(painter, rect, _ground(option, colours), colours.line)


def _field(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    ground = colours.base if _is(option, _State.State_Enabled) else colours.window
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        painter.fillRect(rect, ground)  # within a spin box, that has a frame of its own
    else:
        focused = _is(option, _State.State_HasFocus)
        _box(painter, rect, ground, colours.accent if focused else colours.line)


def _arrow(painter: QPainter, middle: QPointF, sign: int, colour: QColor) -> None:
    """One that points up, or down where the sign is 1."""
    half, high = _ARROW
    base, tip = middle.y() - sign * high / 2, middle.y() + sign * high / 2
    ends = [QPointF(middle.x() - half, base), QPointF(middle.x() + half, base)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([*ends, QPointF(middle.x(), tip)]))
    painter.restore()


def _mark(painter: QPainter, option: QStyleOption, colours: Tokens) -> QColor:
    """Prepare the ground of a check box or radio button; the colour of its mark."""
    enabled = _is(option, _State.State_Enabled)
    if _is(option, _State.State_On):
        fill = colours.accent if enabled else colours.track
        painter.setPen(QPen(fill, 1.0))
    else:
        fill = colours.base if enabled else colours.window
        painter.setPen(QPen(colours.faint, 1.0))
    painter.setBrush(fill)
    return colours.on_accent if enabled else colours.faint


def _check_box(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    mark = _mark(painter, option, colours)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER - 1, CORNER - 1)
    if _is(option, _State.State_On):
        painter.setPen(QPen(mark, 2.0))
        tick = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.32))
        places = [rect.topLeft() + QPointF(x, y) * rect.width() for x, y in tick]
        painter.drawPolyline(QPolygonF(places))


def _radio(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    mark = _mark(painter, option, colours)
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if _is(option, _State.State_On):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawEllipse(rect.center(), rect.width() * 0.19, rect.width() * 0.19)


def _pane(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """Under tabs: one line, and no box."""
    painter.setPen(QPen(colours.line, 1.0))
    painter.drawLine(rect.topLeft() + QPointF(0.0, 0.5), rect.topRight() + QPointF(0.0, 0.5))


def _tab(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """A tab is its words; the one that is shown has a line below it."""
    if _is(option, _State.State_Selected):
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - RING, rect.width(), RING), colours.accent
        )
    elif _is(option, _State.State_MouseOver):
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - RING, rect.width(), RING), colours.line
        )


def _progress_ground(
    painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens
) -> None:
    _box(painter, rect, colours.track, colours.track)


def _progress(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    if not isinstance(option, QStyleOptionProgressBar) or option.maximum <= option.minimum:
        return
    share = (option.progress - option.minimum) / (option.maximum - option.minimum)
    done = QRectF(rect.left(), rect.top(), rect.width() * min(max(share, 0.0), 1.0), rect.height())
    if done.width() >= 1.0:
        _box(painter, done, colours.accent, colours.accent)


def _slider(painter: QPainter, rect: QRectF, handle: QRectF, option: QStyleOptionSlider) -> None:
    """A groove, filled up to a round knob."""
    colours, knob = tokens(option.palette), handle.center()
    enabled = _is(option, _State.State_Enabled)
    accent = colours.accent if enabled else colours.faint
    upright = option.orientation == Qt.Orientation.Vertical
    ends = (
        (QPointF(knob.x(), rect.bottom() - _KNOB), QPointF(knob.x(), rect.top() + _KNOB))
        if upright
        else (QPointF(rect.left() + _KNOB, knob.y()), QPointF(rect.right() - _KNOB, knob.y()))
    )
    start, end = reversed(ends) if option.upsideDown != upright else ends
    for to, colour in ((end, colours.track), (knob, accent)):
        painter.setPen(QPen(colour, _GROOVE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, to)
    focused = _is(option, _State.State_HasFocus)
    painter.setPen(QPen(accent if focused else colours.faint, float(RING) if focused else 1.0))
    painter.setBrush(colours.base if enabled else colours.window)
    painter.drawEllipse(knob, _KNOB, _KNOB)


def _scroll_bar(painter: QPainter, rect: QRectF, thumb: QRectF, option: QStyleOptionSlider) -> None:
    """Nothing but the part that is pulled."""
    colours = tokens(option.palette)
    touched = _is(option, _State.State_MouseOver) or _is(option, _State.State_Sunken)
    inside = thumb.adjusted(_THUMB, _THUMB, -_THUMB, -_THUMB)
    half = min(inside.width(), inside.height()) / 2.0
    painter.fillRect(rect, colours.window)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.faint if touched else colours.line)
    painter.drawRoundedRect(inside, half, half)


def _tool_bar(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    painter.fillRect(rect, colours.window)
    painter.setPen(QPen(colours.line, 1.0))
    low = QPointF(0.0, -0.5)
    painter.drawLine(rect.bottomLeft() + low, rect.bottomRight() + low)


_Step = QAbstractSpinBox.StepEnabledFlag
_STEPS: Final = (
    (QStyle.SubControl.SC_SpinBoxUp, _Step.StepUpEnabled, -1),
    (QStyle.SubControl.SC_SpinBoxDown, _Step.StepDownEnabled, 1),
)
_PRIMITIVES: Final[dict[QStyle.PrimitiveElement, _Painter]] = {
    _Element.PE_PanelButtonCommand: _button,
    _Element.PE_PanelButtonTool: _tool_button,
    _Element.PE_PanelLineEdit: _field,
    _Element.PE_FrameLineEdit: _field,
    _Element.PE_IndicatorCheckBox: _check_box,
    _Element.PE_IndicatorRadioButton: _radio,
    _Element.PE_FrameTabWidget: _pane,
}
_CONTROLS: Final[dict[QStyle.ControlElement, _Painter]] = {
    _Control.CE_TabBarTabShape: _tab,
    _Control.CE_ToolBar: _tool_bar,
    _Control.CE_ProgressBarGroove: _progress_ground,
    _Control.CE_ProgressBarContents: _progress,
}
_SLIDING: Final = {
    QStyle.ComplexControl.CC_Slider: (_slider, QStyle.SubControl.SC_SliderHandle),
    QStyle.ComplexControl.CC_ScrollBar: (_scroll_bar, QStyle.SubControl.SC_ScrollBarSlider),
}
