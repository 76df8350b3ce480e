from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from advgui.ui.accessibility.roles import offer_roles


class Painted(QWidget):
    accessible_role = QAccessible.Role.Graphic


def test_a_painted_widget_is_what_it_says_and_any_other_what_qt_says(
    qapp: QApplication, keep: Callable[[QWidget], QWidget]
) -> None:
    offer_roles(qapp)
    painted, plain = keep(Painted()), keep(QWidget())
    painted.setAccessibleName("Original image")
    node = QAccessible.queryAccessibleInterface(painted)
    assert node.role() == QAccessible.Role.Graphic
    assert node.text(QAccessible.Text.Name) == "Original image"
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.Client


def test_the_list_of_a_box_is_called_as_the_box_is(
    qapp: QApplication, keep: Callable[..., QComboBox]
) -> None:
    offer_roles(qapp)
    box = keep(QComboBox())
    box.setAccessibleName("Network")
    node = QAccessible.queryAccessibleInterface(box.view())
    assert node.text(QAccessible.Text.Name) == "Network"
