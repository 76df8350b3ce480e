"""Steps are images and logits; blocks of them hold what their steps do."""

import numpy as np
import pytest

from advgui.core.attacks.steps import UNREAD, Content, Rows, Step, block_of, steps_at_once
from advgui.core.digits.ink import Ink
from advgui.core.images import Array, quantise, squares, to_floats
from tests.random_networks import blots


def steps(count: int, *, valid: bool, known: bool = False) -> list[Step]:
    random = np.random.default_rng(0)
    made = []
    for number in range(count):
        images = random.normal(0.5, 0.4, (3, 28, 28)).astype(np.float32)
        content = quantise(images) if valid else images
        logits = random.normal(size=(3, 10)).astype(np.float32)
        apart = squares(images - ORIGINALS) if known else None
        made.append(Step(number + 5, content, logits, known=apart))
    return made


ORIGINALS: Array = to_floats(blots(3))


def test_valid_images_are_bytes_and_are_looked_at_as_real_numbers() -> None:
    real, valid = Step(0, ORIGINALS), Step(0, blots(3))
    assert (real.valid, valid.valid) == (False, True)
    assert real.images is ORIGINALS
    np.testing.assert_array_equal(valid.images, ORIGINALS)
    assert real.logits is UNREAD


@pytest.mark.parametrize("valid", [True, False])
def test_a_block_holds_what_its_steps_do(valid: bool) -> None:
    some = steps(7, valid=valid)
    block = block_of(some, ORIGINALS)
    assert (block.first, block.last, block.valid) == (5, 11, valid)
    np.testing.assert_array_equal(block.images, [step.images for step in some])
    np.testing.assert_array_equal(block.logits, [step.logits for step in some])
    np.testing.assert_allclose(
        block.squares, [squares(step.images - ORIGINALS) for step in some], rtol=1e-5
    )
    picked = block.picked(np.array([6, 0]), np.array([2, 1]))
    np.testing.assert_array_equal(picked, [some[6].images[2], some[0].images[1]])


def test_distances_that_the_attack_knows_are_taken_from_it() -> None:
    some = steps(4, valid=False, known=True)
    np.testing.assert_array_equal(block_of(some, ORIGINALS).squares, [s.known for s in some])


class Unused:
    """An encoding whose images are at hand."""

    valid = True

    def images(self, content: Content, rows: Rows = slice(None)) -> Array:
        raise AssertionError

    def squares(self, content: Content, rows: Rows | int = slice(None)) -> Array:
        raise AssertionError

    def ink(self, content: Content, row: int) -> Ink | None:
        return None


def test_images_that_the_attack_has_drawn_are_taken_from_it() -> None:
    plain = block_of(steps(4, valid=True), ORIGINALS)
    some = [
        step._replace(content=np.zeros((3, 2)), encoding=Unused(), drawn=step.content)
        for step in steps(4, valid=True)
    ]
    block, rest = block_of(some, ORIGINALS), block_of(some, ORIGINALS).since(7)
    assert block.valid
    np.testing.assert_array_equal(some[1].images, plain.images[1])
    np.testing.assert_array_equal(block.images, plain.images)
    np.testing.assert_array_equal(rest.images, plain.images[2:])
    np.testing.assert_array_equal(block.squares, plain.squares)
    where = np.array([3, 0]), np.array([2, 1])
    np.testing.assert_array_equal(block.picked(*where), plain.picked(*where))


@pytest.mark.parametrize("known", [True, False])
def test_the_rest_of_a_block_is_the_block_of_the_rest(known: bool) -> None:
    some = steps(6, valid=False, known=known)
    rest, expected = block_of(some, ORIGINALS).since(8), block_of(some[3:], ORIGINALS)
    assert (rest.first, rest.last) == (expected.first, expected.last) == (8, 10)
    np.testing.assert_array_equal(rest.images, expected.images)
    np.testing.assert_array_equal(rest.logits, expected.logits)
    np.testing.assert_array_equal(rest.squares, expected.squares)


@pytest.mark.parametrize(("images", "most"), [(1, 128), (3, 42), (128, 1), (1000, 1)])
def test_a_block_has_as_many_steps_as_stay_in_the_processors_cache(images: int, most: int) -> None:
    assert steps_at_once(Step(0, np.zeros((images, 28, 28), np.float32))) == most


def test_steps_that_are_written_shortly_make_blocks_that_are_not_too_long() -> None:
    assert steps_at_once(Step(0, np.zeros((1, 21), np.float32))) == 512
