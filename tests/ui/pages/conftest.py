"""A window that only notes what its page uses of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from advgui.ui.session.controller import Controller
from tests.lab.states import fresh
from tests.ui.pages.fake_window import FakeWindow


@pytest.fixture
def window(qapp: QApplication) -> Iterator[FakeWindow]:
    controller = Controller(fresh())
    yield FakeWindow(controller)
    controller.close()
