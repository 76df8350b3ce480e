"""Runs that are kept, in the real window: by keys, and with another network in between."""

from advgui.lab.runs.shown_run import adversarial_images
from advgui.ui.runs.tray import RunTray
from tests.e2e.user import SEVEN, User
from tests.lab.states import same


def test_one_goes_back_by_a_key_and_all_stands_as_it_stood(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.click("attack-every")
    user.wait_until_finished()
    first, image = user.run, user.image("adversarial")
    user.select("network", "softmax")
    user.draw([(0.3, 0.5), (0.7, 0.5)])
    user.click("attack-away")
    user.wait_until_finished()
    user.press("Ctrl+R")
    tray = user.find(RunTray, "run-tray")
    assert tray.isVisible()
    user.press("Alt+Left")
    user.wait_until(lambda: user.run.ticket == first.ticket)
    user.wait_until_shown()
    assert user.chosen("network") == first.request.network.name
    assert same(user.image("adversarial"), image)
    assert same(user.state.image, first.original)
    assert user.state.ticket == first.ticket + 1
    user.press("Ctrl+Z")
    assert not same(user.state.image, first.original)


def test_an_attack_goes_on_from_a_card_and_ends_as_a_card(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.click("attack-start")
    user.wait_until_finished()
    last = user.run.recording[user.run.step]
    user.press("Ctrl+R")
    tray = user.find(RunTray, "run-tray")
    tray.choose(1)
    user.click("run-continue-button")
    user.wait_until_finished()
    starts = user.run.request.problem.starts
    assert starts is not None
    assert same(starts, last)
    assert adversarial_images(user.run).shape == starts.shape
    assert tray.model().rowCount() == 2
