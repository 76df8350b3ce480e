"""Stands for PySide6.QtOpenGL in the bundle: pyqtgraph imports it, and uses none of it here."""
