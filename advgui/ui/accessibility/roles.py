"""What sort of thing a painted widget is to assistive technology."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QApplication, QComboBox, QWidget

from advgui.ui.accessibility.parts import PartNodes

#: The attribute of a widget's class that names its role.
_ATTRIBUTE: Final = "accessible_role"
#: What is remembered of an application that knows of the roles.
_PROPERTY: Final = "advgui_accessible_roles"


def offer_roles(app: QApplication) -> None:
    """Have assistive technology find the role of each widget that names one."""
    if not app.property(_PROPERTY):
        app.setProperty(_PROPERTY, True)
        QAccessible.installFactory(_made)


def _made(_: str, found: QObject) -> QAccessibleInterface | None:
    _name_list(found)
    nodes = getattr(found, "nodes", None)
    if isinstance(nodes, PartNodes):
        nodes.refresh()  # somebody looks at it for the first time
    role = getattr(found, _ATTRIBUTE, None)
    if isinstance(found, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(found, role)
    return None


def _name_list(found: QObject) -> None:
    """The list of a box to choose from is called as the box is."""
    if isinstance(found, QAbstractItemView) and not found.accessibleName():
        frame = found.parent()
        box = None if frame is None else frame.parent()
        if isinstance(box, QComboBox):
            found.setAccessibleName(box.accessibleName())
