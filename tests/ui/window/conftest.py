"""A window with all that is in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from advgui.ui import app
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = app.make_window(qapp, NoSettings())
    yield made
    made.close()
    made.deleteLater()
