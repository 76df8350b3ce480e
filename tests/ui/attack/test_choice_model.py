"""The tree has a heading for each family that has something to show."""

from PySide6.QtCore import QModelIndex, Qt

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.base import FAMILIES
from advgui.lab.attack.choices import choices
from advgui.ui.attack.choice_model import ChoiceModel, choice_at

ALL = choices({name: attack() for name, attack in ATTACKS.items()})


def model() -> ChoiceModel:
    made = ChoiceModel()
    made.show_choices(ALL)
    return made


def test_a_heading_can_be_neither_chosen_nor_reached() -> None:
    shown = model()
    for row in range(shown.rowCount()):
        heading = shown.index(row, 0)
        assert choice_at(heading) is None
        assert shown.flags(heading) == Qt.ItemFlag.NoItemFlags
        assert shown.flags(shown.index(0, 0, heading)) & Qt.ItemFlag.ItemIsSelectable


def test_a_family_of_which_nothing_is_found_is_not_shown() -> None:
    shown = model()
    shown.look_for("few pixels", "gradients")
    assert shown.rowCount() == 1
    assert shown.index(0, 0).data() == FAMILIES["pixels"]
    shown.look_for("", "gradients")
    assert shown.rowCount() == len(FAMILIES)


def test_an_attack_has_a_place_as_long_as_it_is_shown() -> None:
    shown = model()
    place = shown.place("square")
    assert place.data() == ATTACKS["square"].title
    shown.look_for("ddn", "gradients")
    assert not shown.place("square").isValid()
    assert choice_at(QModelIndex()) is None
