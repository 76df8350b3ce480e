"""A photo is read as a job, which ends in what was found or in a sentence."""

from pathlib import Path

import pytest
from PIL import Image

from advgui.core.errors import BadInput
from advgui.core.generators import drive
from advgui.core.world.raster import rasterised
from advgui.core.zoo import find_network
from advgui.lab.world.photo_reading import ReadPhoto
from tests.sheets import page


def test_a_photo_is_read_and_judged_by_its_network(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.fromarray(rasterised(page(), 80)).save(path)
    found = drive(ReadPhoto(path, find_network("convolutional")).steps())
    assert found.original.label == 7
    assert found.network.name == "convolutional"


def test_what_is_no_photo_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        drive(ReadPhoto(tmp_path / "none.png", find_network("report")).steps())
