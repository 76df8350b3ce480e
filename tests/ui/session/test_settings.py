from dataclasses import replace

from PySide6.QtCore import QByteArray

from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    live_set,
    parameter_set,
    remembered,
    seed_set,
    threshold_set,
)
from advgui.lab.preferences import Preferences, kept, kept_preferences, stored
from advgui.ui.session.settings import Settings, settings_file
from tests.lab.states import fresh


def save(state: LabState, theme: str, geometry: bytes = b"") -> None:
    chosen = replace(remembered(state, Preferences()), theme=theme)
    Settings().save(QByteArray(geometry), kept(chosen))


def found_again() -> Preferences:
    return kept_preferences(Settings().values())


def test_nothing_stored_means_the_defaults() -> None:
    assert found_again() == Preferences()
    assert Settings().geometry().isEmpty()


def test_what_is_saved_is_found_again() -> None:
    state = parameter_set(attack_chosen(fresh(), "penalty"), "likeness", 0.25)
    state = live_set(seed_set(threshold_set(state, 0.3), 41), live=True)
    save(state, "dark", b"somewhere")
    assert Settings().geometry() == QByteArray(b"somewhere")
    assert found_again() == Preferences(
        network=state.network.name,
        attack="penalty",
        attacks=state.attacks,
        threshold=0.3,
        seed=41,
        live=True,
        theme="dark",
    )


def test_a_default_that_nobody_changed_is_the_one_of_today_and_what_was_chosen_stays() -> None:
    former = {
        f"parameters/{name}/{key}": value
        for name in ("expectation", "ddn")
        for key, value in Preferences().attacks[name].settings.items()
    }
    former |= {"parameters/expectation/draws": 4, "parameters/ddn/steps": 12}
    Settings().save(QByteArray(), former)
    assert found_again().attacks["expectation"] == Preferences().attacks["expectation"]
    assert found_again().attacks["ddn"].settings["steps"] == 12


def test_what_is_put_back_to_its_default_is_forgotten() -> None:
    state = parameter_set(attack_chosen(fresh(), "expectation"), "draws", 4)
    save(state, "light")
    assert found_again().attacks["expectation"].settings["draws"] == 4
    save(fresh(), "light")
    assert found_again().attacks["expectation"] == Preferences().attacks["expectation"]
    assert "expectation" not in settings_file().read_text()


def test_one_bad_value_spoils_no_other() -> None:
    state = seed_set(fresh(), 41)
    save(state, "light")
    lines = settings_file().read_text().splitlines()
    kept = [line for line in lines if "threshold" not in line and "geometry" not in line]
    rubbish = ["threshold=much", r"parameters\ddn\steps=1, 2", "[window]", "geometry=5"]
    settings_file().write_text("\n".join([*kept, "[lab]", *rubbish]))
    found = found_again()
    assert (found.seed, found.theme) == (41, "light")
    assert found.threshold == Preferences().threshold
    steps = Preferences().attacks["ddn"].settings["steps"]
    wanted = parameter_set(state, "steps", steps).attacks["ddn"]
    assert found.attacks["ddn"] == wanted
    assert Settings().geometry().size() < 2


def test_settings_of_a_newer_version_are_left_alone() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("[lab]\nparameters\\some\\thing=7\n")
    save(fresh(), "system")
    assert "parameters\\some\\thing=7" in settings_file().read_text()


def test_what_a_page_keeps_is_found_again_under_its_name() -> None:
    settings = Settings()
    settings.keep("one", {"method": "patch", "patch/size": 7, "worn": True})
    settings.keep("other", {"method": "none"})
    settings.save(QByteArray(), stored(Preferences()))
    found = Settings().kept("one")
    assert found == {"method": "patch", "patch/size": "7", "worn": True}
    assert found_again() == Preferences()
    assert Settings().kept("nobody") == {}
