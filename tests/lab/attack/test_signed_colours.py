"""A change has a colour that says its sign and its size."""

import numpy as np
import pytest

from advgui.lab.attack.signed_colours import FIXED, Scale, signed_pixels


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [FIXED, Scale(40)])
def test_less_ink_is_blue_more_is_red_and_none_has_the_colour_of_the_ground(
    dark: bool, scale: Scale
) -> None:
    less, none, more = signed_pixels(np.array([[-30, 0, 30]]), dark=dark, scale=scale)[0].astype(
        int
    )
    assert less[2] > less[0]
    assert more[0] > more[2]
    assert abs(none - none[0]).max() <= 8


def test_a_larger_change_is_never_paler() -> None:
    changes = np.arange(0, 256)[None]
    for scale in (FIXED, Scale(255), Scale(60)):
        shares = scale.shares(changes)[0]
        assert (np.diff(shares) >= 0).all()
        assert shares[-1] == 1.0
