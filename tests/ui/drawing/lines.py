"""Two strokes that cross in the middle of the sheet."""

import numpy as np

ACROSS = np.array([[0.2, 0.5], [0.5, 0.5], [0.8, 0.5]])
DOWN = np.array([[0.5, 0.2], [0.5, 0.5], [0.5, 0.8]])
