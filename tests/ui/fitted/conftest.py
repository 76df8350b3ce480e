"""The page "One for all" of a window with a 7 on its sheet, read by the report's network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.session.controller import Controller
from tests.fake_fits import drawn, write_gallery
from tests.ui.showing import ShowAt


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
    show_at: ShowAt,
    fitter: Fitter,
    controller: Controller,
) -> Iterator[OneForAllPage]:
    made = show_at(OneForAllPage(fitter, controller), 640, 560)
    yield made
    made.plot.close()
