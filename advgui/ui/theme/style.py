"""Qt's Fusion style, flat: it is told here which painter draws what."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QWidget,
)

from advgui.ui.theme.style_painters import (
    draw_arrow,
    draw_button,
    draw_check_box,
    draw_field,
    draw_pane,
    draw_progress,
    draw_progress_ground,
    draw_radio,
    draw_scroll_bar,
    draw_slider,
    draw_tab,
    draw_tool_bar,
    draw_tool_button,
    has_state,
)
from advgui.ui.theme.tips import TipWidth
from advgui.ui.theme.tokens import Tokens, tokens

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
    _Metric.PM_TabBarTabShiftVertical: 0,  # the feet of letters would be cut
}
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter.value


class CalmStyle(QProxyStyle):
    """Flat where Fusion has gradients; everything else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("calm")
        self._tips = TipWidth(self)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """A little more room in buttons; a tool tip asks only for its frame, as it is made."""
        if metric == _Metric.PM_ToolTipLabelFrameWidth:
            self._tips.follow(widget)
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
        _paint(draw_field, painter, option)
        if option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
            return
        for part, step, sign in _STEPS:
            place = self.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)
            able = has_state(option, _State.State_Enabled) and bool(option.stepEnabled & step)
            touched = has_state(option, _State.State_MouseOver) and option.activeSubControls == part
            colours = tokens(option.palette)
            colour = colours.text if touched else colours.muted
            draw_arrow(painter, QRectF(place).center(), sign, colour if able else colours.faint)

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


_Step = QAbstractSpinBox.StepEnabledFlag
_STEPS: Final = (
    (QStyle.SubControl.SC_SpinBoxUp, _Step.StepUpEnabled, -1),
    (QStyle.SubControl.SC_SpinBoxDown, _Step.StepDownEnabled, 1),
)
_PRIMITIVES: Final[dict[QStyle.PrimitiveElement, _Painter]] = {
    _Element.PE_PanelButtonCommand: draw_button,
    _Element.PE_PanelButtonTool: draw_tool_button,
    _Element.PE_PanelLineEdit: draw_field,
    _Element.PE_FrameLineEdit: draw_field,
    _Element.PE_IndicatorCheckBox: draw_check_box,
    _Element.PE_IndicatorRadioButton: draw_radio,
    _Element.PE_FrameTabWidget: draw_pane,
}
_CONTROLS: Final[dict[QStyle.ControlElement, _Painter]] = {
    _Control.CE_TabBarTabShape: draw_tab,
    _Control.CE_ToolBar: draw_tool_bar,
    _Control.CE_ProgressBarGroove: draw_progress_ground,
    _Control.CE_ProgressBarContents: draw_progress,
}
_SLIDING: Final = {
    QStyle.ComplexControl.CC_Slider: (draw_slider, QStyle.SubControl.SC_SliderHandle),
    QStyle.ComplexControl.CC_ScrollBar: (draw_scroll_bar, QStyle.SubControl.SC_ScrollBarSlider),
}
