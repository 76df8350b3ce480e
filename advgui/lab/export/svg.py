"""A figure of a run as SVG, for slides, pages and print; on white, whatever the theme."""

import base64
import io
import textwrap
from collections.abc import Iterator
from html import escape
from typing import Final

import numpy as np

from advgui.core.images import LABELS, Bytes
from advgui.lab.attack.signed_colours import FIXED, signed_pixels
from advgui.lab.export.figure import Figure, Panel

#: Width of a figure, in points; its height follows the words.
WIDTH: Final = 960
#: A slide's width to its height.
_SLIDE: Final = 16, 9
#: A pixel of an image in points. Whole ones, as some programs smooth what they enlarge.
PIXEL: Final = 7
#: Dots of an image to a point: so many has a picture of the figure, which enlarges nothing then.
DENSE: Final = 2
_IMAGE: Final = 28 * PIXEL
_MARGIN: Final = 24
_GAP: Final = (WIDTH - 2 * _MARGIN - 4 * _IMAGE) // 3
_LINE: Final = 22
#: Signs of a line of each size, of a plain font.
_SENTENCE_SIGNS: Final = 96
_SMALL_SIGNS: Final = 140
_BARS: Final = 60
_FONT: Final = "font-family='Helvetica, Arial, sans-serif'"
_INK: Final = "#1c2127"
_MUTED: Final = "#5a636e"
_EDGE: Final = "#7c8796"
#: Bars of what is read, of the goal, whether it is read or not, and of the others.
_READ: Final = "#0072b2"
_GOAL: Final = "#b37c00"
_OTHER: Final = "#7c8796"
#: Where a bar of a network that is quite sure ends.
_SURE: Final = "#d5d9df"


def figure_svg(figure: Figure, *, slide: bool = False) -> str:
    """The figure as the text of an SVG file that needs nothing else.

    For a ``slide`` there is white around it, so that it fills one of 16:9.
    """
    sentence = textwrap.wrap(figure.sentence, _SENTENCE_SIGNS)
    small = textwrap.wrap(f"{figure.changed} {figure.provenance}", _SMALL_SIGNS)
    top = _MARGIN + _LINE * len(sentence) + 8
    bottom = top + 28 + _IMAGE + 28 + _BARS + 36
    height = bottom + 18 * len(small) + _MARGIN - 8
    wide, high = _slide(height) if slide else (WIDTH, height)
    left, above = (WIDTH - wide) // 2, (height - high) // 2  # whole ones: images stay sharp
    size = f"viewBox='{left} {above} {wide} {high}' width='{wide}' height='{high}'"
    label = f"role='img' aria-label='{escape(figure.sentence)}'"
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' {size} {label}>",
        f"<rect x='{left}' y='{above}' width='{wide}' height='{high}' fill='#ffffff'/>",
        *_lines(sentence, _MARGIN, _MARGIN + 12, 17, _INK, _LINE),
    ]
    for place, panel in enumerate(figure.panels):
        parts.extend(_panel(figure, panel, _MARGIN + place * (_IMAGE + _GAP), top))
    parts.extend(_lines(small, _MARGIN, bottom + 10, 12, _MUTED, 18))
    return "\n".join([*parts, "</svg>", ""])


def _slide(height: int) -> tuple[int, int]:
    """The least width and height of 16:9 that hold a figure of this height."""
    times = max(-(-WIDTH // _SLIDE[0]), -(-height // _SLIDE[1]))
    return times * _SLIDE[0], times * _SLIDE[1]


def _panel(figure: Figure, panel: Panel, left: int, top: int) -> Iterator[str]:
    """The title, the image in a frame, a line below it, and the bars."""
    below = top + 28
    yield from _lines([panel.title], left, top + 18, 14, _INK, _LINE, weight="bold")
    yield (
        f"<image x='{left}' y='{below}' width='{_IMAGE}' height='{_IMAGE}' "
        f"href='{_png(panel.pixels)}'/>"
    )
    yield (
        f"<rect x='{left}' y='{below}' width='{_IMAGE}' height='{_IMAGE}' fill='none' "
        f"stroke='{_EDGE}'/>"
    )
    yield from _lines([panel.line], left, below + _IMAGE + 19, 12, _MUTED, _LINE)
    if panel.reading is None:
        yield from _scale(left, below + _IMAGE + 36)
    else:
        yield from _bars(figure, panel.reading.confidences, left, below + _IMAGE + 32)


def _scale(left: int, top: int) -> Iterator[str]:
    """Which colour a change has, from all ink less to all ink more."""
    changes = np.linspace(-255, 255, _IMAGE // PIXEL)[None]
    colours = signed_pixels(changes, dark=False, scale=FIXED)
    yield f"<image x='{left}' y='{top}' width='{_IMAGE}' height='{PIXEL}' href='{_png(colours)}'/>"
    for words, x, anchor in (
        ("\u22121", 0, "start"),
        ("0", _IMAGE // 2, "middle"),
        ("+1", _IMAGE, "end"),
    ):
        yield _small(words, left + x, top + PIXEL + 14, anchor)


def _small(words: str, x: float, y: float, anchor: str, colour: str = _MUTED) -> str:
    place = f"x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}'"
    return f"<text {place} {_FONT} font-size='11' fill='{colour}'>{words}</text>"


def _bars(figure: Figure, confidences: tuple[float, ...], left: int, top: int) -> Iterator[str]:
    """How sure the network is of each digit, from nothing to the whole height."""
    wide = _IMAGE / LABELS
    read = int(np.argmax(confidences))
    ground = top + _BARS
    ends = f"x1='{left}' y1='{ground}' x2='{left + _IMAGE}' y2='{ground}'"
    yield f"<line {ends} stroke='{_EDGE}'/>"
    yield f"<line x1='{left}' y1='{top}' x2='{left + _IMAGE}' y2='{top}' stroke='{_SURE}'/>"
    yield _small("100 %", left + _IMAGE, top - 4, "end")
    for digit, share in enumerate(confidences):
        colour = _GOAL if digit == figure.goal else _READ if digit == read else _OTHER
        high = _BARS * min(max(share, 0.0), 1.0)
        x = left + wide * digit
        yield (
            f"<rect x='{x + 2:.1f}' y='{ground - high:.2f}' width='{wide - 4:.1f}' "
            f"height='{high:.2f}' fill='{colour}'/>"
        )
        words = _INK if digit in (read, figure.goal) else _MUTED
        yield _small(str(digit), x + wide / 2, ground + 14, "middle", words)


def _lines(
    lines: list[str], left: int, top: int, size: int, colour: str, step: int, weight: str = "normal"
) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield (
            f"<text x='{left}' y='{top + step * number}' {_FONT} font-size='{size}' "
            f"font-weight='{weight}' fill='{colour}'>{escape(line)}</text>"
        )


def _png(pixels: Bytes) -> str:
    """An image enlarged without smoothing, as a data URL."""
    from PIL import Image

    buffer, times = io.BytesIO(), PIXEL * DENSE
    Image.fromarray(pixels.repeat(times, axis=0).repeat(times, axis=1)).save(
        buffer, "PNG", optimize=True
    )
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
