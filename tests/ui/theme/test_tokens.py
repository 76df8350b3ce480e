from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import (
    DARK,
    LIGHT,
    Mode,
    Theme,
    Tokens,
    font,
    is_dark,
    mode_from,
    palette,
    tokens,
)

Make = Callable[..., Theme]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Make]:
    """Makes themes, and leaves the application as light as it was."""
    made: list[Theme] = []
    qapp.setPalette(palette(LIGHT))

    def make(mode: Mode = "system") -> Theme:
        made.append(Theme(qapp, mode))
        return made[-1]

    yield make
    for one in made:
        one.set_mode("system")
        qapp.styleHints().colorSchemeChanged.disconnect(one._follow)
        one.deleteLater()
    qapp.setPalette(palette(LIGHT))


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


def test_the_override_wins_over_the_system(theme: Make, qapp: QApplication) -> None:
    made = theme("dark")
    assert made.dark
    assert is_dark(qapp.palette())
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert is_dark(qapp.palette())
    made.set_mode("light")
    assert not is_dark(qapp.palette())


def test_a_change_of_the_systems_scheme_is_followed(
    theme: Make, qapp: QApplication, qtbot: QtBot
) -> None:
    made = theme()
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        with qtbot.waitSignal(made.changed) as changed:
            qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert changed.args == [dark]
        assert is_dark(qapp.palette()) == dark


def test_back_in_system_mode_the_systems_scheme_counts_again(
    theme: Make, qapp: QApplication
) -> None:
    made = theme("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not made.dark
    made.set_mode("system")
    assert made.dark


def test_where_the_system_tells_no_scheme_its_palette_decides(
    theme: Make, qapp: QApplication
) -> None:
    qapp.setPalette(palette(DARK))
    assert theme().dark
    qapp.setPalette(palette(LIGHT))
    assert not theme().dark


def test_widgets_get_the_new_palette(
    theme: Make, keep: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    widget = keep(QWidget())
    widget.show()
    made = theme("light")
    qtbot.waitUntil(lambda: tokens(widget.palette()) is LIGHT)
    made.set_mode("dark")
    qtbot.waitUntil(lambda: tokens(widget.palette()) is DARK)


@pytest.mark.parametrize("value", [None, 7, "", "DARK", ["dark"], b"light"])
def test_rubbish_in_the_settings_follows_the_system(value: object) -> None:
    assert mode_from(value) == "system"


@pytest.mark.parametrize("mode", ["system", "light", "dark"])
def test_a_stored_mode_is_kept(mode: str) -> None:
    assert mode_from(mode) == mode


def test_the_type_scale_grows_and_its_figures_are_as_wide_as_each_other(
    qapp: QApplication,
) -> None:
    heights = [QFontMetricsF(font(r)).height() for r in ("caption", "body", "title", "display")]
    assert heights == sorted(set(heights))
    figures = QFontMetricsF(font("body"))
    assert len({figures.horizontalAdvance(digit) for digit in "0123456789"}) == 1
