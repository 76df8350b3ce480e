import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import NoSettings, Settings
from advgui.ui.theme.mode import Theme
from advgui.ui.theme.zoom import Zoom
from advgui.ui.window.restoring import Restoring
from tests.lab.states import fresh

PLACE = QByteArray(b"a place")


def restoring(
    controller: Controller, app: QApplication, zoom: Zoom, settings: Settings
) -> Restoring:
    theme = Theme(app, "dark")
    theme.setParent(controller)
    return Restoring(controller, settings, theme, zoom, lambda: PLACE)


def test_what_is_chosen_and_where_the_window_is_are_there_the_next_time(
    controller: Controller, qapp: QApplication, zoom: Zoom
) -> None:
    one = restoring(controller, qapp, zoom, Settings())
    one.begin()
    controller.set_seed(4711)
    zoom.set_percent(125)
    one.end(keep=False)
    found = Settings()
    assert found.geometry() == PLACE
    assert found.values()["theme"] == "dark"
    assert str(found.values()["zoom"]) == "125"
    assert str(found.values()["seed"]) == "4711"


@pytest.mark.parametrize("keep", [True, False])
def test_the_drawing_comes_back_only_where_it_is_kept(
    controller: Controller, qapp: QApplication, zoom: Zoom, keep: bool
) -> None:
    one = restoring(controller, qapp, zoom, Settings())
    one.begin()
    drawn = controller.state.image
    one.end(keep=keep)
    later = Controller(fresh(seed=None))
    again = restoring(later, qapp, zoom, Settings())
    try:
        again.begin()
        assert (later.state.image == drawn).all() == keep
        assert later.state.drawing.empty != keep
    finally:
        again.end(keep=False)
        later.close()


def test_nobodys_settings_are_not_touched(
    controller: Controller, qapp: QApplication, zoom: Zoom
) -> None:
    one = restoring(controller, qapp, zoom, NoSettings())
    one.begin()
    controller.set_seed(4711)
    zoom.set_percent(125)
    one.end(keep=True)
    assert Settings().geometry().isEmpty()
    assert not Settings().values()
