"""Every transform's backward pass is the derivative of its forward pass, for every draw."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.core.images import SIZE, Array
from advgui.core.world.blur import Blur
from advgui.core.world.draws import drawn
from advgui.core.world.grain import Clip, Grain
from advgui.core.world.tone import Tone
from advgui.core.world.transform import Transform
from advgui.core.world.warp import Warp, affine

DRAWS, IMAGES = 3, 2

Make = Callable[[np.random.Generator], Transform]


def random_maps(random: np.random.Generator) -> Array:
    turns, shifts = random.uniform(-0.35, 0.35, DRAWS), random.uniform(-2, 2, (DRAWS, 2))
    return affine(turns, shifts, random.uniform(0.8, 1.2, DRAWS))


TRANSFORMS: dict[str, Make] = {
    "rotation": lambda r: Warp(
        affine(r.uniform(-0.35, 0.35, DRAWS), np.zeros((DRAWS, 2)), np.ones(DRAWS))
    ),
    "shift": lambda r: Warp(affine(np.zeros(DRAWS), r.uniform(-2, 2, (DRAWS, 2)), np.ones(DRAWS))),
    "scale": lambda r: Warp(
        affine(np.zeros(DRAWS), np.zeros((DRAWS, 2)), r.uniform(0.8, 1.2, DRAWS))
    ),
    "all three": lambda r: Warp(random_maps(r)),
    "blur": lambda r: Blur.by(r.uniform(0, 1, DRAWS)),
    "contrast and brightness": lambda r: Tone.by(
        r.uniform(0.8, 1.2, DRAWS), r.uniform(-0.1, 0.1, DRAWS)
    ),
    "grain": lambda r: Grain(r.normal(0, 0.1, (DRAWS, SIZE, SIZE))),
    "clip": lambda r: Clip(),
}


def differs_by(
    function: Callable[[Array], Array], at: Array, weights: Array, along: Array, step: float = 1e-6
) -> float:
    """By how much the weighted sum of the results grows along a direction, by differences."""
    ahead, behind = function(at + step * along), function(at - step * along)
    return float(((ahead - behind) * weights).sum() / (2 * step))


@pytest.mark.parametrize("first", [1, DRAWS], ids=["all draws see the same", "each its own"])
@pytest.mark.parametrize("name", TRANSFORMS)
def test_the_gradient_is_that_of_finite_differences(name: str, first: int) -> None:
    random = np.random.default_rng(len(name))
    transform = TRANSFORMS[name](random)
    images = random.uniform(-0.2, 1.2, (first, IMAGES, SIZE, SIZE))
    made, cache = transform.forward(images)
    draws = max(first, len(made))
    weights = random.normal(size=(draws, IMAGES, SIZE, SIZE))
    back = transform.backward(cache, weights[: len(made)])
    for _ in range(5):
        along = random.normal(size=images.shape)
        found = differs_by(lambda x: transform.forward(x)[0], images, weights[: len(made)], along)
        np.testing.assert_allclose((back * along).sum(), found, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", TRANSFORMS)
def test_some_of_the_draws_are_what_they_are_among_all(name: str) -> None:
    random = np.random.default_rng(1)
    transform = TRANSFORMS[name](random)
    images = random.uniform(0, 1, (DRAWS, IMAGES, SIZE, SIZE))
    np.testing.assert_allclose(
        transform.of(slice(1, 3)).forward(images[1:3])[0], transform.forward(images)[0][1:3]
    )


def test_the_gradient_at_one_pixel_of_a_whole_chain_is_that_of_finite_differences() -> None:
    random = np.random.default_rng(4)
    draws = drawn(DRAWS, random)
    images = random.uniform(0, 1, (IMAGES, SIZE, SIZE))
    made, caches = draws.forward(images)
    weights = random.normal(size=made.shape)
    back = draws.backward(caches, weights)
    for pixel in [(0, 14, 14), (1, 0, 0), (1, 9, 20), (0, 27, 3)]:
        along = np.zeros_like(images)
        along[pixel] = 1
        assert differs_by(draws, images, weights, along) == pytest.approx(back[pixel], abs=1e-5)


def test_images_of_float32_stay_so_on_the_whole_way_and_back() -> None:
    draws = drawn(2, np.random.default_rng(0))
    made, caches = draws.forward(np.zeros((1, SIZE, SIZE), np.float32))
    assert made.dtype == np.float32
    assert draws.backward(caches, made).dtype == np.float32
