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


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    lights = sorted(luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_colour_of_text_can_be_read(colours: Tokens) -> None:
    grounds = (colours.window, colours.base, colours.card)
    texts = (
        colours.text,
        colours.muted,
        colours.prediction_text,
        colours.goal_text,
        colours.fooled_text,
        colours.restored_text,
    )
    worst = min(contrast(text, ground) for text in texts for ground in grounds)
    assert worst >= 4.5
    assert contrast(colours.accent, colours.on_accent) >= 4.5
    assert contrast(colours.ink, colours.paper) >= 12


def test_the_light_data_colours_are_okabe_and_itos() -> None:
    fills = (LIGHT.prediction, LIGHT.goal, LIGHT.fooled, LIGHT.restored)
    assert [fill.name() for fill in fills] == ["#0072b2", "#e69f00", "#d55e00", "#009e73"]


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
