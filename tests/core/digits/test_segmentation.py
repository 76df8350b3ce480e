"""Ink is what stands out from its background, whatever the light and whichever is darker."""

import numpy as np
import pytest

from advgui.core.digits.segmentation import ink_coverage
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes

INK = np.s_[10:50, 25:33]


def page(paper: float, ink: float, shade: float = 0.0, noise: float = 0.0) -> Bytes:
    """A bar of ink (60, 60) in a light that falls off to the right."""
    gray = np.full((60, 60), paper) - shade * np.linspace(0, 1, 60)[None, :]
    gray[INK] += ink - paper
    gray += np.random.default_rng(0).normal(0, noise, gray.shape)
    return np.clip(np.rint(gray), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    "gray",
    [page(250, 10), page(5, 240), page(230, 120, shade=80), page(200, 60, noise=6)],
    ids=["dark on light", "light on dark", "in a shadow", "grainy"],
)
def test_ink_is_found_where_it_is(gray: Bytes) -> None:
    covered = ink_coverage(gray) >= 0.5
    wanted = np.zeros_like(covered)
    wanted[INK] = True
    assert (covered & wanted).sum() / (covered | wanted).sum() > 0.95
    assert ink_coverage(gray).max() == 1.0


def test_a_speck_is_no_ink() -> None:
    gray = page(250, 10)
    gray[3:5, 3:5] = 10
    assert not ink_coverage(gray)[:8, :8].any()


@pytest.mark.parametrize("noise", [0.5, 10.0])
def test_paper_without_ink_is_told(noise: float) -> None:
    with pytest.raises(ImageFileError, match="no digit that stands out"):
        ink_coverage(page(200, 200, noise=noise))
