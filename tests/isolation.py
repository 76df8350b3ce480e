"""Nothing of whoever runs the tests is read or written: every test has a home of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def uses_qt(request: pytest.FixtureRequest) -> bool:
    """Whether the test has a QApplication."""
    return "qapp" in request.fixturenames


def _keep_settings_in(folder: Path) -> None:
    """Those of Qt's own dialogs."""
    from PySide6.QtCore import QSettings

    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(autouse=True)
def home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The empty home folder of this test; the settings lie in it, too."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(folder / "local"))
    if uses_qt(request):
        _keep_settings_in(folder / "config")
    return folder


@pytest.fixture
def application(qapp: "QApplication") -> "Iterator[QApplication]":
    """The application, with Qt's own dialogs; it looks afterwards as it did before."""
    from PySide6.QtCore import QCoreApplication, Qt

    from advgui.ui.theme.tokens import LIGHT, palette

    style = qapp.style().objectName()
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, True)
    yield qapp
    QCoreApplication.setAttribute(attribute, False)
    qapp.styleHints().unsetColorScheme()
    qapp.setStyle(style)
    qapp.setPalette(palette(LIGHT))
