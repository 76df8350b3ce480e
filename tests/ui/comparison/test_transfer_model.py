"""Made against, shown to: what the cells say, and which of them a step changes."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from advgui.lab.comparison.transfer import TransferRow
from advgui.ui.comparison.transfer_model import SORTED_BY, TransferModel
from tests.ui.comparison.test_transfer_table import found

Area = tuple[int, int, int]
ACROSS = Qt.Orientation.Horizontal


@pytest.fixture(scope="module")
def rows() -> tuple[TransferRow, ...]:
    return found()


@pytest.fixture
def model(qapp: object) -> TransferModel:
    made = TransferModel()
    made.set_titles(("One", "Two", "Three"))
    return made


def changed(model: TransferModel, rows: tuple[TransferRow, ...], busy: str) -> list[Area]:
    """The row, the first and the last column of what was said to have changed."""
    told: list[Area] = []

    def tell(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), first.column(), last.column()))

    model.dataChanged.connect(tell)
    model.set_rows(rows, busy)
    model.dataChanged.disconnect(tell)
    return told


def test_a_step_changes_what_is_said_below_one_title_and_nothing_else(
    model: TransferModel, rows: tuple[TransferRow, ...]
) -> None:
    model.set_rows(rows[:1], "step 1")
    assert changed(model, rows[:1], "step 2") == [(1, 0, 0)]
    assert changed(model, rows[:1], "step 2") == []


def test_a_row_that_is_found_changes_itself_and_the_next(
    model: TransferModel, rows: tuple[TransferRow, ...]
) -> None:
    model.set_rows(rows[:1], "step 9")
    told = changed(model, rows[:2], "step 0")
    assert [row for row, _, _ in told] == [1, 2]
    assert told[0][1:] == (0, model.fools)


def test_columns_are_numbers_that_say_whose_they_are(model: TransferModel) -> None:
    columns = range(model.columnCount())
    titles = [model.headerData(column, ACROSS) for column in columns]
    assert titles == ["Made against", "1", "2", "3", "Fools"]
    tips = [model.headerData(column, ACROSS, Qt.ItemDataRole.ToolTipRole) for column in columns]
    assert tips == [None, "Shown to One", "Shown to Two", "Shown to Three", None]


def test_the_cells_are_what_the_networks_read(
    model: TransferModel, rows: tuple[TransferRow, ...]
) -> None:
    model.set_rows(rows)
    for number, row in enumerate(rows):
        for column, shown in enumerate(row.shown, start=1):
            assert shown.adversarial is not None
            assert model.index(number, column).data() == str(shown.adversarial.label)
        assert model.index(number, model.fools).data() == f"{row.counts.fooled} of 2"
        assert model.index(number, model.fools).data(SORTED_BY) == row.counts.fooled


def test_before_the_attack_every_row_says_so(model: TransferModel) -> None:
    model.set_rows((), "step 5")
    assert model.words(0) == "One: step 5"
    assert model.words(2) == "Three: not attacked yet"
    assert model.index(2, 1).data(Qt.ItemDataRole.ToolTipRole) == "One: not shown yet"
    assert model.index(2, model.fools).data(SORTED_BY) == -1
