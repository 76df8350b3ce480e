"""Curves of a run and of a training, drawn by pyqtgraph.

``chart``, ``strip``, ``axis`` and ``hover`` import it, so they are imported by ``plot`` alone,
once the window is painted and ``loading`` has brought it in.
"""
