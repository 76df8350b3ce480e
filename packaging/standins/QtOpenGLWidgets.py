"""Stands for PySide6.QtOpenGLWidgets in the bundle: pyqtgraph derives two classes from its one.

Neither is made unless pyqtgraph is told to draw by OpenGL, which advgui never does. With both
modules and their libraries the folder were 10 MB larger.
"""

from PySide6.QtWidgets import QWidget as QOpenGLWidget

__all__ = ["QOpenGLWidget"]
