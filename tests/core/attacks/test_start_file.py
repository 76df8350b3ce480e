"""An image to begin at is read from a picture, and as it stands in a saved outcome."""

import json
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks.start_file import read_start, start_rows
from advgui.core.digits.image_file import write_png
from advgui.core.errors import ImageFileError
from tests.random_networks import blots


def test_a_valid_image_comes_back_from_a_picture_and_from_an_outcome(tmp_path: Path) -> None:
    (image,) = blots(1, 3)
    write_png(tmp_path / "start.png", image)
    np.testing.assert_array_equal(read_start(tmp_path / "start.png"), image)
    path = tmp_path / "outcome.json"
    path.write_text(json.dumps({"start": start_rows(image)}))
    np.testing.assert_array_equal(read_start(path), image)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"start": ["00"]}', '{"start": [1]}'])
def test_a_file_without_a_start_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(ImageFileError, match=r"other\.json"):
        read_start(path)
