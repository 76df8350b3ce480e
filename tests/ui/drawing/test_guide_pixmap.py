"""The guide is painted faint and in the goal's colour, and on nothing else."""

import pytest
from PySide6.QtWidgets import QApplication

from advgui.core.digits.ink import Ink
from advgui.lab.drawing.guide import Guide
from advgui.ui.drawing.guide_pixmap import guide_pixmap
from advgui.ui.drawing.inklayer import Sheet
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.ui.drawing.lines import ACROSS, DOWN


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_old_strokes_are_faint_and_changed_ones_are_in_the_goals_colour(
    qapp: QApplication, colours: Tokens, ratio: float
) -> None:
    guide = Guide(Ink((ACROSS,)), Ink((DOWN,)), 1, 7)
    image = guide_pixmap(guide, Sheet(200.0, ratio, 20.0, colours)).toImage()
    assert image.width() == 200 * ratio

    def at(x: float, y: float) -> tuple[int, int, int, int]:
        colour = image.pixelColor(round(x * image.width()), round(y * image.width()))
        return colour.red(), colour.green(), colour.blue(), colour.alpha()

    assert at(0.5, 0.7) == (*colours.goal.getRgb()[:3], 255)  # type: ignore[index]
    assert 20 < at(0.25, 0.5)[3] < 60
    assert at(0.1, 0.1)[3] == 0
