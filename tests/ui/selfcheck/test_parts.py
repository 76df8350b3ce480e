"""Each part of an installation is checked for what it must do, and told where it does not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.zoo import SHIPPED
from advgui.ui.selfcheck import parts
from advgui.ui.selfcheck.check import INDEX, LABEL
from advgui.ui.selfcheck.parts import (
    CheckError,
    check_icons,
    check_images,
    check_languages,
    check_networks,
    colours,
    there,
)


@pytest.fixture
def digit() -> Bytes:
    return render(read_gallery()[INDEX].strokes)


def test_all_networks_read_the_digit_that_is_known(digit: Bytes) -> None:
    assert check_networks(digit, LABEL) == f"{len(SHIPPED)} networks"
    with pytest.raises(CheckError, match=f"reads {LABEL} where {LABEL + 1} is known"):
        check_networks(digit, LABEL + 1)


def test_images_come_back_from_files(digit: Bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_images(digit) == "PNG, JPEG"
    monkeypatch.setattr(parts, "read_image", lambda _: digit // 2)
    with pytest.raises(CheckError, match="PNG file as another one"):
        check_images(digit)


def test_every_icon_is_drawn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_icons(qapp.palette()).endswith(" icons")
    empty = QPixmap(20, 20)
    empty.fill(QColor("white"))
    monkeypatch.setattr(parts, "colours", lambda _: colours(empty))
    with pytest.raises(CheckError, match="is empty"):
        check_icons(qapp.palette())


def test_every_language_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_languages() == "2 languages"
    monkeypatch.setattr(parts, "qt_words", Path)
    assert check_languages() == "2 languages, but Qt itself does not speak Deutsch"
    monkeypatch.setattr(parts, "read_translations", lambda _: {})
    with pytest.raises(CheckError, match="Nothing is translated into Deutsch"):
        check_languages()


def test_colours_are_told_as_numbers(qapp: QApplication) -> None:
    pixmap = QPixmap(2, 2)
    pixmap.fill(QColor(1, 2, 3))
    assert colours(pixmap) == {0xFF010203}


def test_what_has_to_be_there_is_named() -> None:
    assert there(3, "a number") == 3
    with pytest.raises(CheckError, match="There is no such thing as a number"):
        there(None, "a number")
