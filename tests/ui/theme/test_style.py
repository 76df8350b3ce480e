import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QWidget,
)

import advgui
from advgui.ui.theme.style import CalmStyle
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from tests.ui.qimages import numbers, rgb

BOTH_THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK])
Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def style(qapp: object) -> CalmStyle:
    return CalmStyle()


def share(widget: QWidget, style: CalmStyle, colours: Tokens, colour: QColor) -> float:
    """Which share of a widget is painted in this colour."""
    widget.setStyle(style)
    widget.setPalette(palette(colours))
    widget.resize(200, 32)
    shown = rgb(widget.grab().toImage())
    return float((np.abs(shown - numbers(colour)).max(axis=-1) < 6).mean())


@BOTH_THEMES
def test_what_is_chosen_has_the_accent(style: CalmStyle, keep: Keep, colours: Tokens) -> None:
    for kind in (QCheckBox, QRadioButton):
        button = kind("words")
        keep(button)
        button.setAutoExclusive(False)
        assert share(button, style, colours, colours.accent) == 0
        button.setChecked(True)
        assert share(button, style, colours, colours.accent) > 0.01
        button.setEnabled(False)
        assert share(button, style, colours, colours.accent) == 0


@BOTH_THEMES
def test_progress_and_sliders_are_filled_by_their_share(
    style: CalmStyle, keep: Keep, colours: Tokens
) -> None:
    bar, slider = QProgressBar(), QSlider(Qt.Orientation.Horizontal)
    bar.setTextVisible(False)
    for widget in (bar, slider):
        keep(widget)
        filled = []
        for value in (0, 25, 50, 99):
            widget.setValue(value)
            filled.append(share(widget, style, colours, colours.accent))
        assert filled == sorted(set(filled))
        assert filled[2] == pytest.approx(2 * filled[1], rel=0.2)


def test_a_slider_that_runs_the_other_way_is_filled_from_the_other_end(
    style: CalmStyle, keep: Keep
) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    keep(slider)
    slider.setValue(25)
    slider.setInvertedAppearance(True)
    share(slider, style, LIGHT, LIGHT.accent)
    filled = np.abs(rgb(slider.grab().toImage()) - numbers(LIGHT.accent)).max(axis=-1) < 6
    assert filled[:, 100:].sum() > filled[:, :100].sum() == 0


@BOTH_THEMES
def test_every_control_is_seen_on_its_ground(style: CalmStyle, keep: Keep, colours: Tokens) -> None:
    for widget in (QPushButton(), QCheckBox(), QLineEdit(), QSpinBox(), QProgressBar()):
        keep(widget)
        assert share(widget, style, colours, colours.window) < 0.99, widget


PROGRAMME = """
import gc
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QTabWidget, QVBoxLayout, QWidget
from advgui.ui.theme.style import CalmStyle
from advgui.ui.theme.mode import Theme
app = QApplication([])
app.setStyle(CalmStyle())
theme = Theme(app, "dark")
window = QWidget()
rows = QVBoxLayout(window)
for widget in (QPushButton("Attack"), QSlider(), QTabWidget()):
    rows.addWidget(widget)
window.show()
for mode in ("light", "dark", "system"):
    theme.set_mode(mode)
    gc.collect()
    app.processEvents()
    window.grab()
"""


def test_a_programme_with_this_style_ends_as_it_should() -> None:
    """Qt owns the style, Python made it: whoever deletes it twice crashes at the end."""
    command = [sys.executable, "-c", PROGRAMME]
    beside = Path(advgui.__file__).parents[1]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=beside)
    assert ended.returncode == 0, ended.stderr.decode()


@BOTH_THEMES
def test_a_box_for_numbers_has_the_frame_of_any_other_field(
    style: CalmStyle, keep: Keep, colours: Tokens
) -> None:
    frames = []
    for field in (QSpinBox(), QLineEdit()):
        keep(field)
        field.clearFocus()
        frames.append(share(field, style, colours, colours.edge))
    assert frames[0] == pytest.approx(frames[1], abs=0.005)
    assert frames[0] > 0.03


@BOTH_THEMES
def test_an_arrow_that_leads_nowhere_is_faint(
    style: CalmStyle, keep: Keep, colours: Tokens
) -> None:
    box = QSpinBox()
    keep(box)
    box.setRange(0, 5)
    box.setValue(3)
    both = share(box, style, colours, colours.muted)
    box.setValue(5)
    assert 0 < share(box, style, colours, colours.muted) < both
    assert share(box, style, colours, colours.faint) > 0


def test_a_choice_that_is_too_long_ends_in_an_ellipsis(style: CalmStyle, keep: Keep) -> None:
    def shown(words: str) -> bytes:
        box = QComboBox()
        keep(box)
        box.addItem(words)
        box.setStyle(style)
        box.setPalette(palette(LIGHT))
        box.resize(100, 32)
        return rgb(box.grab().toImage()).tobytes()

    assert shown("Linear support vector machine") == shown("Linear support vector")
    assert shown("Linear") != shown("Linea")
