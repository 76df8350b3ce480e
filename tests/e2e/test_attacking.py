"""Attacks from the window: how they start, what moves, how they end."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar, QPushButton, QSpinBox

from advgui.core.defences.defended import bare_of
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import LABELS
from advgui.ui.attack.choice import AttackChoice
from advgui.ui.widgets.painted_buttons import PaintedButtons
from tests.e2e.user import ONE, SEVEN, User
from tests.sharpened import saturated
from tests.ui.attack.choosing import opened_list


@pytest.fixture
def drawn(user: User) -> User:
    """A user who has drawn a digit and attacks with few steps."""
    user.make_it_quick()
    user.draw(SEVEN)
    return user


@pytest.fixture
def running(user: User) -> User:
    """A user who watches an attack that would take long."""
    user.make_it_long()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_running(steps=3)
    return user


def verdict_is_true(user: User) -> None:
    """What the tiles say is what the attacked network makes of the very pixels shown."""
    for name in ("original", "adversarial", "thresholded"):
        read = user.run.network.read(user.image(name))
        assert user.said(f"tile-{name}").startswith(f"reads {read.label} · ")
    label = user.run.network.read(user.image("adversarial")).label
    goal = user.run.goal
    fooled = label == goal if goal is not None else label != user.run.before.label
    assert user.said("tile-adversarial").endswith("not fooled" if not fooled else ", fooled")
    assert user.words("verdict").lower().startswith("fooled") == fooled


def test_a_click_on_a_bar_attacks_toward_its_digit(drawn: User) -> None:
    before, goal = drawn.image("original"), drawn.other()
    drawn.click_bar(goal)
    drawn.wait_until(lambda: f"Attacking toward {goal}" in drawn.message())
    drawn.wait_until_finished()
    assert drawn.run.goals == (goal,)
    assert np.array_equal(drawn.image("original"), before)
    assert f"The goal is {goal}" in drawn.said("bars")
    assert "ooled" in drawn.message()
    verdict_is_true(drawn)


@pytest.mark.parametrize("steps", [1, 2])
def test_the_keys_of_the_digits_attack(drawn: User, steps: int) -> None:
    goal = (drawn.reads() + steps) % LABELS
    drawn.press(str(goal))
    assert drawn.run.goals == (goal,)
    drawn.wait_until_finished()
    verdict_is_true(drawn)


def test_bars_can_be_chosen_by_the_keyboard(drawn: User) -> None:
    bars = drawn.find(PaintedButtons, "bars")
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    goal = drawn.other()
    drawn.press("Home")
    for _ in range(goal):
        drawn.press("Down")
    drawn.press("Return")
    assert drawn.run.goals == (goal,)
    drawn.wait_until_finished()


def test_return_attacks_toward_the_goal_that_the_button_names(drawn: User) -> None:
    words = drawn.find(QPushButton, "attack-start").text()
    drawn.press("Return")
    assert words == f"Attack toward {drawn.run.goal}"
    drawn.wait_until_finished()


def test_bars_tiles_and_plot_move_while_an_attack_runs(running: User) -> None:
    def seen() -> tuple[object, ...]:
        return (
            running.find(QProgressBar, "progress").value(),
            running.image("adversarial").tobytes(),
            running.image("perturbation").tobytes(),
            running.said("bars") + running.words("bars-note"),
            running.said("run-plot"),
        )

    before = seen()
    running.wait_until(lambda: all(a != b for a, b in zip(before, seen(), strict=True)))


def test_escape_stops_an_attack_before_its_first_step_is_shown(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.press("Esc")
    user.wait_until(lambda: not user.run.running)
    assert user.run.phase == "stopped"


def test_stopping_half_way_keeps_the_best_step(running: User) -> None:
    running.press("Esc")
    running.wait_until_finished()
    assert "Stopped after" in running.message()
    outcome = running.run.outcome
    assert outcome is not None
    total = running.run.request.attack.total()
    assert total is not None
    assert 0 < outcome.steps < total
    assert running.step == outcome.best_step
    assert np.array_equal(running.image("adversarial"), outcome.adversarial)
    verdict_is_true(running)


def test_one_can_attack_again_after_a_stop_and_during_a_run(running: User) -> None:
    first, goal = running.run.ticket, (running.other() + 1) % LABELS
    running.press(str(goal))
    assert (running.run.ticket, running.run.goal) == (first + 1, goal)
    running.wait_until_running(steps=2)
    running.click("attack-stop")
    running.wait_until_finished()
    running.make_it_quick()
    running.press(str(running.other()))
    running.wait_until_finished()
    assert running.run.ticket == first + 2
    verdict_is_true(running)


def test_every_digit_is_attacked_at_once_and_each_can_be_looked_at(drawn: User) -> None:
    drawn.click("attack-every")
    drawn.wait_until_finished()
    others = [digit for digit in range(LABELS) if digit != drawn.reads()]
    assert list(drawn.run.goals) == others
    shown = {}
    for goal in others:
        drawn.click_cell("goal-strip", goal)
        drawn.wait_until_shown()
        assert drawn.run.goal == goal
        verdict_is_true(drawn)
        shown[goal] = drawn.image("adversarial").tobytes()
    assert len(set(shown.values())) > 1
    assert "digits" in drawn.message()


def test_away_from_what_is_read_is_toward_anything_else(drawn: User) -> None:
    before = drawn.reads()
    drawn.click("attack-away")
    drawn.wait_until_finished()
    assert drawn.run.goal is None
    assert f"Attacking away from {before}" not in drawn.message()
    verdict_is_true(drawn)


def test_what_is_read_already_is_not_attacked(drawn: User) -> None:
    drawn.click_bar(drawn.reads())
    assert "already reads" in drawn.message()
    assert drawn.state.run is None
    assert not drawn.running()


@pytest.mark.parametrize("keys", ["3", "E", "A", "Return"])
def test_an_empty_sheet_is_not_attacked(user: User, keys: str) -> None:
    user.press(keys)
    assert user.state.run is None
    assert "raw a digit" in user.message()


def test_the_keys_say_why_an_empty_sheet_is_not_attacked(user: User) -> None:
    user.press("3")
    assert user.message() == "There is nothing to attack yet: draw a digit first."


def test_another_network_leaves_the_run_with_its_own(running: User) -> None:
    attacked, before = running.run.network, running.reads()
    running.select("network", "report")
    assert running.state.network is not attacked
    assert running.run.network is attacked
    assert running.words("bars-note").startswith("Reads the drawing as")  # the new one does
    step = running.run.step
    running.wait_until_running(steps=step + 2)
    running.press("Esc")
    running.wait_until_finished()
    assert running.run.before.label == before
    assert "another network" in running.words("verdict")
    for name in ("original", "adversarial"):
        assert f"reads {attacked.read(running.image(name)).label}" in running.said(f"tile-{name}")


def test_a_new_drawing_never_gets_the_result_of_the_old_one(running: User) -> None:
    old = running.image("original")
    running.press("Ctrl+N")
    running.draw(ONE)
    assert np.array_equal(running.image("original"), old)
    assert running.words("bars-note") == f"Reads the drawing as {running.reads()}."
    running.press("Esc")
    running.wait_until_finished()
    assert np.array_equal(running.image("original"), old)
    assert not np.array_equal(running.state.image, old)
    assert "earlier drawing" in running.words("verdict")
    assert "goal" not in running.said("bars")
    verdict_is_true(running)


def test_live_attacks_again_whenever_the_drawing_changes(drawn: User) -> None:
    drawn.press(str(drawn.other()))
    drawn.wait_until_finished()
    first, goal = drawn.run.ticket, drawn.run.goal
    drawn.click("live")
    assert drawn.find(QCheckBox, "live").isChecked()
    drawn.wait_until_finished()
    assert drawn.run.ticket == first  # nothing has changed yet
    drawn.draw(((0.3, 0.55), (0.5, 0.55), (0.7, 0.55)))
    drawn.wait_until(
        lambda: not drawn.running() and np.array_equal(drawn.run.original, drawn.state.image)
    )
    assert drawn.run.ticket > first
    assert drawn.run.goal == goal
    assert np.array_equal(drawn.image("original"), drawn.state.image)


def test_stop_ends_live_as_well(running: User) -> None:
    running.click("live")
    running.press("Esc")
    running.wait_until_finished()
    assert not running.find(QCheckBox, "live").isChecked()


def test_digits_typed_into_the_seed_attack_nothing(drawn: User) -> None:
    seed = drawn.find(QSpinBox, "seed-number")
    seed.setFocus()
    seed.selectAll()
    for digit in "2307":
        drawn.press(digit)
    assert seed.value() == 2307
    assert drawn.state.seed == 2307
    assert drawn.state.run is None


def test_digits_typed_into_the_search_for_an_attack_attack_nothing(drawn: User) -> None:
    box = drawn.find(AttackChoice, "attack")
    shown = opened_list(box)
    search = drawn.find(QLineEdit, "attack-search")
    QTest.keyClicks(search, "E3A2014")
    assert search.text() == "E3A2014"
    assert drawn.state.run is None
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert drawn.chosen("attack") == "ddn"


def test_the_same_seed_gives_the_same_run(drawn: User) -> None:
    drawn.select("attack", "penalty")
    drawn.type_number("seed-number", 5)
    drawn.press("3" if drawn.reads() != 3 else "4")
    drawn.wait_until_finished()
    first = drawn.image("adversarial")
    drawn.click("seed")
    drawn.click("attack-start")
    drawn.wait_until_finished()
    assert not np.array_equal(drawn.image("adversarial"), first)
    drawn.type_number("seed-number", 5)
    drawn.click("attack-start")
    drawn.wait_until_finished()
    assert np.array_equal(drawn.image("adversarial"), first)


def test_a_typed_number_is_used_and_one_click_takes_it_back(drawn: User) -> None:
    assert drawn.state.attack.settings["steps"] == 30
    assert drawn.state.attack != type(drawn.state.attack)()
    drawn.click("defaults")
    assert drawn.state.attack == type(drawn.state.attack)()


def test_a_parameter_changed_during_a_run_is_for_the_next_one(running: User) -> None:
    asked = running.run.request.attack
    running.click("more")
    running.drag_slider("rate-slider", 0.9)
    assert running.state.attack != asked
    assert running.run.request.attack == asked


def test_a_number_that_was_begun_is_lost_with_the_controls_of_its_attack(user: User) -> None:
    box = user.find(QSpinBox, "steps")
    box.setFocus()
    box.selectAll()
    user.press("7")
    for name in ("penalty", "ddn"):
        user.window.controller.choose_attack(name)
        user.wait_until(lambda: user.find(QSpinBox, "steps").value() == 100)
        assert user.state.attack.settings["steps"] == 100


def test_an_attack_without_a_slope_says_that_it_could_not_move(user: User, tmp_path: Path) -> None:
    path = tmp_path / "flat.safetensors"
    save_network(saturated(), path)
    user.open_network(path)
    user.draw(SEVEN)
    user.select("attack", "penalty")
    user.click_bar(user.other())
    user.wait_until_finished()
    assert user.message().startswith("Could not move: the network's slope is zero here")
    assert user.words("verdict").startswith("Could not move")


def test_behind_a_defence_attacks_go_through_it_unless_the_attacker_does_not_know(
    drawn: User,
) -> None:
    drawn.select("defence", "threshold")
    drawn.click_bar(drawn.other())
    drawn.wait_until_finished()
    assert "through “Binary threshold”" in drawn.message()
    assert drawn.run.network is drawn.state.network
    verdict_is_true(drawn)
    drawn.find(QCheckBox, "aware").click()
    drawn.click("attack-every")
    drawn.wait_until_finished()
    assert "Unaware of “Binary threshold”: behind it, toward" in drawn.message()
    assert bare_of(drawn.state.network) is drawn.run.network
    shown = drawn.window.controller.view
    assert shown is not None
    assert shown.seen == drawn.state.network.read(drawn.image("adversarial"))
    assert f"as {shown.seen.label}." in drawn.words("bars-note")
    drawn.find(QCheckBox, "aware").click()
    drawn.find(QCheckBox, "live").click()  # what is shown was made without knowing of it
    drawn.wait_until_finished()
    assert "Fooled through “Binary threshold”" in drawn.message()
