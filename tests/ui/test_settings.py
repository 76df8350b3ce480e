from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from advgui.lab.settings import Preferences
from advgui.lab.transitions import attack_chosen, live_set, parameter_set, seed_set, threshold_set
from advgui.ui.settings import Settings
from tests.lab.states import fresh


@pytest.fixture(autouse=True)
def program(qapp: QApplication) -> Iterator[None]:
    """Settings lie where the program's name says."""
    before = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QCoreApplication.setOrganizationName("somebody")
    QCoreApplication.setApplicationName("something")
    yield
    QCoreApplication.setOrganizationName(before[0])
    QCoreApplication.setApplicationName(before[1])


def test_nothing_stored_means_the_defaults() -> None:
    assert Settings().preferences() == Preferences()
    assert Settings().geometry().isEmpty()


def test_what_is_saved_is_found_again() -> None:
    state = parameter_set(attack_chosen(fresh(), "report"), "likeness", 0.25)
    state = live_set(seed_set(threshold_set(state, 0.3), 41), live=True)
    Settings().save(QByteArray(b"somewhere"), state, "dark")
    again = Settings()
    assert again.geometry() == QByteArray(b"somewhere")
    assert again.preferences() == Preferences(
        network=state.network.name,
        attack="report",
        attacks=state.attacks,
        threshold=0.3,
        seed=41,
        live=True,
        theme="dark",
        pen=state.drawing.pen,
    )


def test_one_bad_value_spoils_no_other() -> None:
    state = seed_set(fresh(), 41)
    Settings().save(QByteArray(), state, "light")
    store = QSettings()
    store.setValue("lab/threshold", "much")
    store.setValue("lab/parameters/lab/steps", [1, 2])
    store.setValue("window/geometry", 5)
    store.sync()
    found = Settings().preferences()
    assert (found.seed, found.theme) == (41, "light")
    assert found.threshold == Preferences().threshold
    steps = Preferences().attacks["lab"].settings["steps"]
    wanted = parameter_set(state, "steps", steps).attacks["lab"]
    assert found.attacks["lab"] == wanted
    assert Settings().geometry().isEmpty()


def test_settings_of_a_newer_version_are_left_alone() -> None:
    QSettings().setValue("lab/parameters/some/thing", 7)
    Settings().save(QByteArray(), fresh(), "system")
    assert int(str(QSettings().value("lab/parameters/some/thing"))) == 7
