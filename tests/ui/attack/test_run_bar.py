"""The buttons offer just what can be done, and the bar tells how far it is."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from advgui.lab.attack.choices import amount_words
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed, default_goal
from advgui.lab.attack.transitions import drawn
from advgui.ui.attack.run_bar import AttackBar
from advgui.ui.session.controller import Controller
from tests.lab.states import STEPS, drawing, ended, other_digit, reports, shown
from tests.ui.find import click, find
from tests.ui.long_run import make_it_long


@pytest.fixture
def bar(qtbot: QtBot, keep: Callable[[AttackBar], AttackBar], controller: Controller) -> AttackBar:
    made = keep(AttackBar(controller))
    made.resize(900, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    return made


def offered(bar: AttackBar) -> set[str]:
    return {one.objectName() for one in bar.findChildren(QPushButton) if one.isEnabled()}


def words(bar: AttackBar) -> str:
    return find(bar, QPushButton, "attack-start").text()


def test_a_drawing_can_be_attacked_in_three_ways(bar: AttackBar, controller: Controller) -> None:
    assert offered(bar) == {"attack-start", "attack-every", "attack-away"}
    assert words(bar) == f"Attack toward {default_goal(controller.state)}"


def test_an_empty_sheet_cannot_be_attacked(bar: AttackBar, controller: Controller) -> None:
    controller.go(drawn(controller.state, drawing(None)))
    assert offered(bar) == set()
    assert words(bar) == "Attack"
    tips = {
        find(bar, QPushButton, f"attack-{name}").toolTip() for name in ("start", "every", "away")
    }
    assert tips == {"There is nothing to attack yet: draw a digit first."}
    assert find(bar, QPushButton, "attack-stop").toolTip() == "Nothing is being attacked"


@pytest.mark.parametrize("button", ["attack-start", "attack-every", "attack-away"])
def test_a_click_attacks_and_another_one_stops(
    bar: AttackBar, controller: Controller, qtbot: QtBot, button: str
) -> None:
    make_it_long(controller)
    click(bar, button)
    run = shown(controller.state)
    assert run.running
    assert len(run.goals) == {"attack-start": 1, "attack-every": 9, "attack-away": 0}[button]
    qtbot.waitUntil(lambda: shown(controller.state).step > 0, timeout=30_000)
    qtbot.waitUntil(lambda: not controller.telling)
    assert "attack-stop" in offered(bar)
    assert find(bar, QPushButton, "attack-stop").toolTip().startswith("Stop at once")
    click(bar, "attack-stop")
    qtbot.waitUntil(lambda: not controller.state.running, timeout=30_000)
    qtbot.waitUntil(lambda: not controller.telling)
    assert shown(controller.state).phase == "stopped"
    assert "attack-stop" not in offered(bar)


def test_the_bar_is_as_full_as_the_run_is_far(
    bar: AttackBar, controller: Controller, qtbot: QtBot
) -> None:
    progress = find(bar, QProgressBar, "progress")
    assert progress.value() == 0
    state = aimed(controller.state, other_digit(controller.state))
    first, *_ = reports(shown(state).request, cuts=[5])
    controller.go(reported(state, first))
    assert (progress.value(), progress.maximum()) == (5, STEPS)
    assert progress.text() == f"5 / {STEPS}"
    controller.go(ended(state))
    assert progress.value() == STEPS


def test_a_run_that_needed_less_than_it_might_is_all_done(
    bar: AttackBar, controller: Controller, qtbot: QtBot
) -> None:
    controller.choose_attack("greedy")
    controller.attack(other_digit(controller.state))
    qtbot.waitUntil(lambda: not controller.state.running, timeout=30_000)
    qtbot.waitUntil(lambda: not controller.telling)
    run, progress = shown(controller.state), find(bar, QProgressBar, "progress")
    assert run.phase == "finished"
    assert run.done < (run.request.attack.total() or 0)
    assert progress.value() == progress.maximum()
    assert progress.text() == amount_words(run.done, "steps")


def test_the_work_is_written_where_there_is_room_for_it(
    bar: AttackBar, controller: Controller
) -> None:
    progress = find(bar, QProgressBar, "progress")
    controller.choose_attack("simba")
    controller.go(aimed(controller.state, other_digit(controller.state)))
    assert progress.text() == "0 / 1,000 queries"
    long = progress.fontMetrics().horizontalAdvance("1,000 / 1,000 queries")
    bar.resize(bar.width() - progress.width() + long - 1, bar.height())
    assert progress.text() == "0 / 1,000"  # a unit that is cut in two is none
    bar.resize(bar.minimumSizeHint())
    assert progress.text() == ""


def test_the_button_that_an_attack_cannot_do_says_why(
    bar: AttackBar, controller: Controller
) -> None:
    away = find(bar, QPushButton, "attack-away")
    before = away.toolTip()
    controller.choose_attack("penalty")
    assert not away.isEnabled()
    assert "needs a goal" in away.toolTip() != before
    controller.choose_attack("ddn")
    assert away.isEnabled()
    assert away.toolTip() == before
