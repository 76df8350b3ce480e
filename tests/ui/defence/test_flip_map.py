"""Each pixel is shown in the colour of what can become of it."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.lab.defence.flips import flips
from advgui.ui.defence.flip_map import FlipMap
from advgui.ui.theme.pixels import signed_colours
from advgui.ui.theme.tokens import LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.qimages import rgba

FLIPS = flips(defended(network(), [make_defence("threshold")]), image(3), 0.1)


@pytest.fixture
def shown(keep: Callable[[FlipMap], FlipMap]) -> FlipMap:
    made = keep(FlipMap())
    made.setPalette(palette(LIGHT))
    made.resize(made.sizeHint())
    made.show()
    made.show_flips(FLIPS, "Words.")
    return made


def test_what_can_become_ink_is_red_and_what_can_become_paper_blue(shown: FlipMap) -> None:
    assert FLIPS is not None
    picture = rgba(shown.grab().toImage())[..., :3]
    scale = signed_colours(dark=False)
    for colour, flags in ((scale[-1], FLIPS.to_ink), (scale[1], FLIPS.to_paper)):
        assert flags.any()
        assert int((picture == colour).all(axis=-1).sum()) == 16 * int(flags.sum())


def test_it_tells_its_classes_and_its_words(shown: FlipMap) -> None:
    assert FLIPS is not None
    classes = shown.classes()
    assert classes is not None
    assert np.array_equal(classes == 2, FLIPS.to_ink)
    assert np.array_equal(classes == 3, FLIPS.to_paper)
    assert np.array_equal(classes == 1, FLIPS.ink & ~FLIPS.to_paper)
    assert shown.accessibleDescription() == "Words."


def test_where_there_is_no_map_words_say_why(shown: FlipMap) -> None:
    shown.show_flips(None, "Because.")
    assert shown.classes() is None
    assert shown.accessibleDescription() == "Because."
