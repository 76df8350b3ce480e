"""How buttons, fields, marks, sliders and tabs are painted in the theme's colours."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
)

from advgui.ui.theme.tokens import CORNER, RING, Tokens, tokens

_State = QStyle.StateFlag

#: Device-independent pixels.
_GROOVE: Final = 4.0
_KNOB: Final = 7.0
_THUMB: Final = 3.0
#: An arrow of a box for numbers: half its width, and its height.
_ARROW: Final = (3.5, 4.0)


def has_state(option: QStyleOption, state: QStyle.StateFlag) -> bool:
    """Whether a widget is so: enabled, under the mouse, down."""
    return bool(option.state & state)


def _ground(option: QStyleOption, colours: Tokens) -> QColor:
    """What a button is filled with: tinted under the mouse, darker when it is down."""
    if not has_state(option, _State.State_Enabled):
        return colours.window
    if has_state(option, _State.State_Sunken) or has_state(option, _State.State_On):
        return colours.track
    return colours.hover if has_state(option, _State.State_MouseOver) else colours.button


def _box(painter: QPainter, rect: QRectF, fill: QColor, line: QColor, width: float = 1.0) -> None:
    half = width / 2.0
    painter.setPen(QPen(line, width))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), CORNER, CORNER)


def draw_button(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """A push button; the default one and the one with the keyboard in the accent."""
    default = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    focused = has_state(option, _State.State_HasFocus) and has_state(
        option, _State.State_KeyboardFocusChange
    )
    line = colours.accent if (default or focused) else colours.line
    if not has_state(option, _State.State_Enabled):
        line = colours.track
    _box(painter, rect, _ground(option, colours), line, float(RING) if focused else 1.0)


def draw_tool_button(
    painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens
) -> None:
    """A flat button, whose ground is there while it is touched or on."""
    active = (_State.State_Sunken, _State.State_On, _State.State_MouseOver)
    if not has_state(option, _State.State_AutoRaise) or any(
        has_state(option, state) for state in active
    ):
        _box(painter, rect, _ground(option, colours), colours.line)


def draw_field(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """The ground of what is typed into."""
    ground = colours.base if has_state(option, _State.State_Enabled) else colours.window
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        painter.fillRect(rect, ground)  # within a spin box, that has a frame of its own
    else:
        focused = has_state(option, _State.State_HasFocus)
        line = colours.edge if has_state(option, _State.State_Enabled) else colours.line
        _box(painter, rect, ground, colours.accent if focused else line)


def draw_arrow(painter: QPainter, middle: QPointF, sign: int, colour: QColor) -> None:
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
    enabled = has_state(option, _State.State_Enabled)
    if has_state(option, _State.State_On):
        fill = colours.accent if enabled else colours.track
        painter.setPen(QPen(fill, 1.0))
    else:
        fill = colours.base if enabled else colours.window
        painter.setPen(QPen(colours.edge if enabled else colours.faint, 1.0))
    painter.setBrush(fill)
    return colours.on_accent if enabled else colours.faint


def draw_check_box(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """A square, with a tick where it is on."""
    mark = _mark(painter, option, colours)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER - 1, CORNER - 1)
    if has_state(option, _State.State_On):
        painter.setPen(QPen(mark, 2.0))
        tick = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.32))
        places = [rect.topLeft() + QPointF(x, y) * rect.width() for x, y in tick]
        painter.drawPolyline(QPolygonF(places))


def draw_radio(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """A ring, with a dot where it is on."""
    mark = _mark(painter, option, colours)
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if has_state(option, _State.State_On):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawEllipse(rect.center(), rect.width() * 0.19, rect.width() * 0.19)


def draw_pane(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """Under tabs: one line, and no box."""
    painter.setPen(QPen(colours.line, 1.0))
    painter.drawLine(rect.topLeft() + QPointF(0.0, 0.5), rect.topRight() + QPointF(0.0, 0.5))


def draw_tab(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """A tab is its words; the one that is shown has a line below it."""
    if has_state(option, _State.State_Selected):
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - RING, rect.width(), RING), colours.accent
        )
    elif has_state(option, _State.State_MouseOver):
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - RING, rect.width(), RING), colours.line
        )


def draw_progress_ground(
    painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens
) -> None:
    """The track of a progress bar."""
    _box(painter, rect, colours.track, colours.edge)


def draw_progress(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """The part of a progress bar that is done."""
    if not isinstance(option, QStyleOptionProgressBar) or option.maximum <= option.minimum:
        return
    share = (option.progress - option.minimum) / (option.maximum - option.minimum)
    done = QRectF(rect.left(), rect.top(), rect.width() * min(max(share, 0.0), 1.0), rect.height())
    if done.width() >= 1.0:
        _box(painter, done, colours.accent, colours.accent)


def draw_slider(
    painter: QPainter, rect: QRectF, handle: QRectF, option: QStyleOptionSlider
) -> None:
    """A groove, filled up to a round knob."""
    colours, knob = tokens(option.palette), handle.center()
    enabled = has_state(option, _State.State_Enabled)
    accent = colours.accent if enabled else colours.faint
    upright = option.orientation == Qt.Orientation.Vertical
    ends = (
        (QPointF(knob.x(), rect.bottom() - _KNOB), QPointF(knob.x(), rect.top() + _KNOB))
        if upright
        else (QPointF(rect.left() + _KNOB, knob.y()), QPointF(rect.right() - _KNOB, knob.y()))
    )
    start, end = reversed(ends) if option.upsideDown != upright else ends
    for to, colour in ((end, colours.edge if enabled else colours.line), (knob, accent)):
        painter.setPen(QPen(colour, _GROOVE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, to)
    focused = has_state(option, _State.State_HasFocus)
    rim = colours.edge if enabled else colours.faint
    painter.setPen(QPen(accent if focused else rim, float(RING) if focused else 1.0))
    painter.setBrush(colours.base if enabled else colours.window)
    painter.drawEllipse(knob, _KNOB, _KNOB)


def draw_scroll_bar(
    painter: QPainter, rect: QRectF, thumb: QRectF, option: QStyleOptionSlider
) -> None:
    """Nothing but the part that is pulled."""
    colours = tokens(option.palette)
    touched = has_state(option, _State.State_MouseOver) or has_state(option, _State.State_Sunken)
    inside = thumb.adjusted(_THUMB, _THUMB, -_THUMB, -_THUMB)
    half = min(inside.width(), inside.height()) / 2.0
    painter.fillRect(rect, colours.window)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.muted if touched else colours.edge)
    painter.drawRoundedRect(inside, half, half)


def draw_tool_bar(painter: QPainter, rect: QRectF, option: QStyleOption, colours: Tokens) -> None:
    """The window's ground, with one line below."""
    painter.fillRect(rect, colours.window)
    painter.setPen(QPen(colours.line, 1.0))
    low = QPointF(0.0, -0.5)
    painter.drawLine(rect.bottomLeft() + low, rect.bottomRight() + low)
