"""The page "One for all" of a window with a 7 on its sheet, read by the report's network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LIGHT, palette
from tests.fake_fits import drawn, write_gallery


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    made = Controller(drawn())
    yield made
    made.close()


@pytest.fixture
def fitter(
    controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Fitter]:
    write_gallery(tmp_path / "mnist")
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    made = Fitter(controller, {"method": "patch", "patch/size": 12, "patch/steps": 10, "goal": 3})
    yield made
    made.close()


@pytest.fixture
def page(
    qtbot: QtBot,
    keep: Callable[[OneForAllPage], OneForAllPage],
    fitter: Fitter,
    controller: Controller,
) -> Iterator[OneForAllPage]:
    made = keep(OneForAllPage(fitter, controller))
    made.setPalette(palette(LIGHT))
    made.resize(640, 560)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.plot.close()
