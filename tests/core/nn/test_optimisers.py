"""Every optimiser finds the least of what it descends, in the arrays that it was given."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.core.nn.optimisers import Adam, Sgd


@pytest.mark.parametrize(
    "make", [Adam, Sgd, lambda arrays: Sgd(arrays, momentum=0.9)], ids=["adam", "sgd", "momentum"]
)
def test_every_optimiser_finds_the_bottom_of_a_bowl(
    make: Callable[[list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]], Adam | Sgd],
) -> None:
    point = np.array([3.0, -2.0])
    optimiser = make([point])
    for _ in range(400):
        optimiser.update([2 * (point - [1.0, 0.5])], 0.02)
    np.testing.assert_allclose(point, [1.0, 0.5], atol=0.02)
