"""An attack is two lines, a heading one; where one is, and what is in use, is marked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QTreeView, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.lab.attack.choices import choices
from advgui.ui.attack.choice_delegate import ChoiceDelegate
from advgui.ui.attack.choice_model import ChoiceModel
from advgui.ui.theme.tokens import LIGHT, RING
from tests.ui.screenshots import painted, part, share_of


@pytest.fixture
def view(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> QTreeView:
    """A list with the second attack in use, and the keyboard on the first."""
    model, delegate, made = ChoiceModel(), ChoiceDelegate(), QTreeView()
    all_of_them = choices({name: attack() for name, attack in ATTACKS.items()})
    model.show_choices(all_of_them)
    delegate.chosen = all_of_them[1].name
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setHeaderHidden(True)
    made.setIndentation(0)
    made.expandAll()
    made.setCurrentIndex(model.place(all_of_them[0].name))
    model.setParent(made)
    delegate.setParent(made)
    keep(made).resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_attack_takes_two_lines_and_a_heading_one(view: QTreeView) -> None:
    heading = view.model().index(0, 0)
    attack = view.model().index(0, 0, heading)
    assert view.visualRect(attack).height() > 1.5 * (view.visualRect(heading).height() - 12)


def test_a_ring_is_around_where_one_is_and_a_strip_beside_what_is_in_use(view: QTreeView) -> None:
    model, seen = view.model(), painted(view.viewport())
    heading = model.index(0, 0)
    rows = [QRectF(view.visualRect(model.index(row, 0, heading))) for row in range(3)]
    accents = [share_of(part(seen, row), LIGHT.accent, 8) for row in rows]
    strips = [
        share_of(part(seen, QRectF(row.left(), row.center().y(), RING + 1, 2)), LIGHT.accent)
        for row in rows
    ]
    assert accents[0] > accents[1] > accents[2] == 0
    assert strips[1] == 1
    assert strips[2] == 0
