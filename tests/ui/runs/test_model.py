"""Rows come and go with runs, one by one, and nothing else is made anew."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.runs.runs import Runs, pin_turned, undeleted, without
from advgui.ui.runs.model import RunModel, row_at
from tests.lab.states import ended, fresh, other_digit


def runs() -> Runs:
    """Run 1 toward one digit, 2 toward every digit, 3 toward one again."""
    state = ended(aimed(fresh(), other_digit(fresh())))
    state = ended(aimed(state, "every"))
    return ended(aimed(state, other_digit(state))).runs


def keys(model: RunModel) -> list[tuple[int, int]]:
    rows = (row_at(model.index(place, 0)) for place in range(model.rowCount()))
    return [row.key for row in rows if row is not None]


def test_the_newest_is_first_and_every_digit_unfolds_into_nine(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = RunModel()
    model.set_runs(runs())
    assert keys(model) == [(3, -1), (2, -1), (1, -1)]
    model.turn(2)
    assert keys(model) == [(3, -1), (2, -1), *((2, lane) for lane in range(9)), (1, -1)]
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.turn(2)
    assert keys(model) == [(3, -1), (2, -1), (1, -1)]


def test_a_new_run_is_one_new_row_and_a_deleted_one_goes_alone(qtbot: QtBot) -> None:
    model, all_of_them = RunModel(), runs()
    model.set_runs(without(all_of_them, {3}))
    with qtbot.waitSignal(model.rowsInserted) as told, qtbot.assertNotEmitted(model.modelReset):
        model.set_runs(all_of_them)
    assert told.args[1:] == [0, 0]
    with qtbot.waitSignal(model.rowsRemoved) as told:
        model.set_runs(without(all_of_them, {2}))
    assert told.args[1:] == [1, 1]
    with qtbot.waitSignal(model.rowsInserted) as told:
        model.set_runs(undeleted(without(all_of_them, {2})))
    assert told.args[1:] == [1, 1]


def test_a_pinned_run_says_so_and_a_run_is_found_by_its_number(qtbot: QtBot) -> None:
    model = RunModel()
    model.set_runs(pin_turned(runs(), 2))
    spoken = model.data(model.place(2), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("Pinned.")
    assert model.pinned(2)
    assert not model.pinned(1)
    assert not model.place(7).isValid()
    assert not model.place(2, 4).isValid()
