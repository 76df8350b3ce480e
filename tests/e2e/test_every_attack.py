"""Each attack does in the window what any other does: one user tries them all, one by one."""

from collections.abc import Iterator

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.images import LABELS
from advgui.core.parameters import with_role
from advgui.lab.attack.transitions import parameter_set
from tests.e2e.user import SEVEN, User

#: Steps that are looked at again of a run, at most.
LOOKS = 4
#: Of steps, and of queries; no more than an attack needs to do something.
FEW = {"steps": 8, "queries": 40}


@pytest.fixture
def trying(user: User) -> Iterator[str]:
    """Each attack in turn, with little to do, as it was chosen on the report's network."""
    user.select("network", "report")
    user.draw(SEVEN)

    def each() -> Iterator[str]:
        for name in ATTACKS:
            user.window.controller.choose_attack(name)
            set_effort(user, FEW[ATTACKS[name].unit])
            yield name

    return each()


def set_effort(user: User, effort: float) -> None:
    """As much work as that, or as little or much as the attack can do."""
    state = user.state
    row = with_role(state.attack, "effort")
    if row is not None:
        within = min(max(effort, row.minimum), row.maximum)
        user.window.controller.go(parameter_set(state, row.name, within))


def test_every_digit_is_attacked_and_every_step_can_be_looked_at_again(
    user: User, trying: Iterator[str]
) -> None:
    others = [digit for digit in range(LABELS) if digit != user.reads()]
    for name in trying:
        user.click("attack-every")
        user.wait_until_finished()
        run = user.run
        assert (run.request.attack.name, list(run.goals), run.phase) == (name, others, "finished")
        assert len(run.recording) == run.step + 1, name
        user.click_cell("goal-strip", others[-1])
        for step in np.linspace(0, run.step, LOOKS).astype(int).tolist():
            user.window.controller.show_step(step)
            user.wait_until_shown()
            assert user.step == step, name
            shown = run.recording[step][len(others) - 1]
            assert np.array_equal(user.image("adversarial"), shown), name


def test_a_run_is_stopped_and_follows_the_pen(user: User, trying: Iterator[str]) -> None:
    controller, goal = user.window.controller, user.other()
    for name in trying:
        user.draw(SEVEN)
        set_effort(user, 1e9)
        user.press(str(goal))
        user.wait_until(lambda: not user.run.running or user.run.step > 0)
        user.press("Esc")
        user.wait_until_finished()
        assert user.run.phase in ("stopped", "finished"), name
        assert user.run.outcome is not None, name
        set_effort(user, FEW[ATTACKS[name].unit])
        controller.set_live(True)
        user.wait_until_finished()
        before = user.run.ticket
        user.draw(((0.3, 0.55), (0.5, 0.55), (0.7, 0.55)))
        user.wait_until(
            lambda: not user.running() and np.array_equal(user.run.original, user.state.image)
        )
        assert user.run.ticket > before, name
        assert user.run.request.attack.name == name
        controller.set_live(False)
        controller.clear()
