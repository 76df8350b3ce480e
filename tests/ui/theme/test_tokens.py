import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from advgui.ui.theme.tokens import (
    DARK,
    LIGHT,
    Tokens,
    font,
    is_dark,
    palette,
    tokens,
)
from tests.ui.theme.test_contrast import contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_data_colours_have_the_hues_of_okabe_and_ito(colours: Tokens) -> None:
    theirs = {
        "prediction": "#0072b2",
        "goal": "#e69f00",
        "fooled": "#d55e00",
        "restored": "#009e73",
    }
    for name, hue in theirs.items():
        turned = abs(getattr(colours, name).hueF() - QColor(hue).hueF())
        assert min(turned, 1 - turned) < 0.02, name
    assert LIGHT.prediction.name() == theirs["prediction"]
    assert LIGHT.fooled.name() == theirs["fooled"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_palette_tells_which_tokens_go_with_it(colours: Tokens) -> None:
    made = palette(colours)
    assert tokens(made) is colours
    assert is_dark(made) == colours.dark


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_is_disabled_is_fainter(colours: Tokens) -> None:
    made = palette(colours)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name in (role.WindowText, role.ButtonText, role.Text):
        on = contrast(made.color(group.Active, name), colours.window)
        off = contrast(made.color(group.Disabled, name), colours.window)
        assert off < 0.5 * on


def test_the_type_scale_grows_and_its_figures_are_as_wide_as_each_other(
    qapp: QApplication,
) -> None:
    heights = [QFontMetricsF(font(r)).height() for r in ("caption", "body", "title", "display")]
    assert heights == sorted(set(heights))
    figures = QFontMetricsF(font("body"))
    assert len({figures.horizontalAdvance(digit) for digit in "0123456789"}) == 1
