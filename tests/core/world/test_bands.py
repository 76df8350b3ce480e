"""A large image is gone through in bands, and every row once."""

import pytest

from advgui.core.world.bands import ROWS, bands


@pytest.mark.parametrize("height", [1, ROWS, ROWS + 1, 5 * ROWS - 1])
def test_every_row_is_in_one_band(height: int) -> None:
    rows = range(height)
    assert [row for band in bands(height) for row in rows[band]] == list(rows)
    assert all(band.stop <= height for band in bands(height))
