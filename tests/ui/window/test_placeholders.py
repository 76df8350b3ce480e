from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from advgui.ui.theme.tokens import DARK, LIGHT, palette
from advgui.ui.window.placeholders import (
    BlankSheet,
    draw_placeholder,
    network_placeholder,
    page_placeholder,
)


def test_each_has_the_heading_of_the_column_that_takes_its_place(
    keep: Callable[[QWidget], QWidget],
) -> None:
    for made, title in (
        (draw_placeholder(), "Draw"),
        (network_placeholder(), "Network"),
        (page_placeholder("Train"), "Train"),
    ):
        keep(made)
        assert [label.text() for label in made.findChildren(QLabel)] == [title]


def test_the_sheet_is_a_square_of_paper_in_both_themes(keep: Callable[[QWidget], QWidget]) -> None:
    sheet = BlankSheet()
    keep(sheet)
    sheet.resize(200, 200)
    assert sheet.heightForWidth(200) == 200
    for colours in (LIGHT, DARK):
        sheet.setPalette(palette(colours))
        pixel = sheet.grab().toImage().pixelColor(20, 20)
        assert pixel == QColor(colours.paper)
