"""What pyqtgraph finds in the place of Qt's OpenGL, by which nothing is drawn here.

It imports two modules of Qt's whether it is told to use them or not, and derives classes from
one of their own; they are 10 MB to be read at each start, and to be downloaded in the bundle.
"""

import sys
from typing import Final

from PySide6.QtWidgets import QWidget

#: Those that it imports, and takes no more of than is in this module.
_MODULES: Final = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")


class QOpenGLWidget(QWidget):
    """Nobody makes one: classes are derived from it, and asked after by ``isinstance``."""


def stand_in() -> None:
    """Be those modules, unless they have been imported by somebody who uses them."""
    for name in _MODULES:
        sys.modules.setdefault(name, sys.modules[__name__])
