from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from advgui.ui.theme.text_cache import texts


@pytest.fixture
def app_font(qapp: QApplication) -> Iterator[QFont]:
    before = qapp.font()
    yield QFont(before)
    qapp.setFont(before)


def test_words_are_laid_out_anew_in_another_font(qapp: QApplication, app_font: QFont) -> None:
    before, wide = texts(), texts().width("98.2 %", "body")
    assert texts() is before
    app_font.setPointSizeF(2 * app_font.pointSizeF())
    qapp.setFont(app_font)
    assert texts().width("98.2 %", "body") == pytest.approx(2 * wide, rel=0.1)
