from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.theme.mode import Mode, Theme, mode_from
from advgui.ui.theme.tokens import DARK, LIGHT, is_dark, palette, tokens

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
