"""A region is read from a white-on-black picture, and as it stands in a saved outcome."""

import json
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks.world.masks import mask
from advgui.core.attacks.world.region_file import read_region, region_rows
from advgui.core.digits.image_file import write_png
from advgui.core.errors import ImageFileError


def test_what_is_white_in_a_picture_may_change(tmp_path: Path) -> None:
    glasses = mask("glasses", 0.1)
    write_png(tmp_path / "glasses.png", np.where(glasses, np.uint8(255), np.uint8(0)))
    np.testing.assert_array_equal(read_region(tmp_path / "glasses.png"), glasses)


def test_the_region_of_a_saved_outcome_comes_back(tmp_path: Path) -> None:
    band = mask("band", 0.1)
    path = tmp_path / "outcome.json"
    path.write_text(json.dumps({"region": region_rows(band)}))
    np.testing.assert_array_equal(read_region(path), band)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"region": ["##"]}', '{"region": 3}'])
def test_a_file_without_a_region_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(ImageFileError, match=r"other\.json"):
        read_region(path)


@pytest.mark.parametrize(
    ("side", "level", "why"), [(28, 0, "none may change"), (30, 255, "28 x 28")]
)
def test_a_picture_of_another_size_or_without_white_is_refused(
    side: int, level: int, why: str, tmp_path: Path
) -> None:
    write_png(tmp_path / "no.png", np.full((side, side), level, np.uint8))
    with pytest.raises(ImageFileError, match=why):
        read_region(tmp_path / "no.png")
