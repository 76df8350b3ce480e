"""advgui: fool a neural network by hand and understand why it worked."""

__version__ = "0.1.0"
