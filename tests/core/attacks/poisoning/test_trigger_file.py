"""A painted trigger is what its text tells, whichever program painted it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from advgui.core.attacks.poisoning.trigger import CLEAR, Trigger
from advgui.core.attacks.poisoning.trigger_file import read_trigger
from advgui.core.errors import ImageFileError


def painted(path: Path, gray: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> Path:
    both = np.stack([gray, alpha], axis=-1)
    Image.fromarray(both).save(path)
    return path


def test_white_is_ink_black_is_paper_and_what_is_transparent_is_clear(tmp_path: Path) -> None:
    gray = np.array([[255, 0, 99], [255, 113, 0]], np.uint8)
    alpha = np.array([[255, 255, 0], [200, 255, 127]], np.uint8)
    trigger = read_trigger(painted(tmp_path / "t.png", gray, alpha))
    assert trigger.rows == ((255, 0, CLEAR), (255, 113, CLEAR))
    assert trigger.as_text() == "90./94."


@given(seed=st.integers(0, 2**32 - 1), height=st.integers(1, 28), width=st.integers(1, 28))
def test_its_text_tells_the_very_trigger_that_is_stamped(
    tmp_path_factory: pytest.TempPathFactory, seed: int, height: int, width: int
) -> None:
    random = np.random.default_rng(seed)
    gray, alpha = random.integers(0, 256, (2, height, width)).astype(np.uint8)
    alpha[0, 0] = 255
    path = painted(tmp_path_factory.mktemp("painted") / "t.png", gray, alpha)
    trigger = read_trigger(path)
    assert Trigger.from_text(trigger.as_text()) == trigger
    np.testing.assert_array_equal(trigger.mask, alpha >= 128)
    off = np.abs(np.array(trigger.rows) - gray)[trigger.mask]
    assert off.max() <= 255 / 18 + 1


def test_an_image_in_colours_without_transparency_is_all_of_it(tmp_path: Path) -> None:
    Image.new("RGB", (3, 2), (255, 255, 255)).save(tmp_path / "t.png")
    assert read_trigger(tmp_path / "t.png") == Trigger(((255,) * 3,) * 2)


def test_what_is_no_trigger_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    Image.new("L", (29, 3)).save(tmp_path / "large.png")
    Image.new("LA", (3, 3)).save(tmp_path / "clear.png")
    (tmp_path / "text.png").write_text("###")
    noise = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)
    Image.fromarray(noise).save(tmp_path / "whole.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "whole.png").read_bytes()[:300])
    for name, words in (
        ("large", "large.png: it has more than 28 x 28 pixels"),
        ("clear", "clear.png: The trigger has no pixel"),
        ("text", "text.png: it is no PNG image, or damaged"),
        ("cut", "cut.png: it is no PNG image, or damaged"),
        ("absent", "absent.png"),
    ):
        with pytest.raises(ImageFileError, match=words):
            read_trigger(tmp_path / f"{name}.png")
