"""The icons that are kept are those that the script makes from the one drawing."""

from pathlib import Path

import icons
import numpy as np
import pytest
from PIL import Image
from PIL.IcnsImagePlugin import IcnsImageFile
from PIL.IcoImagePlugin import IcoImageFile
from PySide6.QtWidgets import QApplication

SHADES = 8  # of 255: what another version of Qt may draw a pixel of an edge differently


@pytest.fixture(scope="module")
def made(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    icons.make(folder)
    return folder


def frames(path: Path) -> dict[object, Image.Image]:
    """Every picture of an icon's file."""
    with Image.open(path) as image:
        if isinstance(image, IcoImageFile):
            found = {size: image.ico.getimage(size) for size in image.ico.sizes()}
        elif isinstance(image, IcnsImageFile):
            found = {size: image.icns.getimage(size) for size in image.info["sizes"]}
        else:
            found = {image.size: image}
        return {size: frame.convert("RGBA") for size, frame in found.items()}


def test_the_same_files_are_made(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {p.name for p in icons.FOLDER.iterdir()}


@pytest.mark.parametrize("name", sorted(path.name for path in icons.FOLDER.iterdir()))
def test_the_same_pixels_are_made(made: Path, name: str) -> None:
    kept, anew = frames(icons.FOLDER / name), frames(made / name)
    assert kept.keys() == anew.keys()
    for size, image in kept.items():
        wrong = np.abs(np.asarray(image, np.int16) - np.asarray(anew[size], np.int16))
        assert wrong.max() <= SHADES, size


def test_an_icon_for_each_place_is_there() -> None:
    assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= frames(icons.FOLDER / "advgui.ico").keys()
    assert {(16, 16, 2), (512, 512, 2)} <= frames(icons.FOLDER / "advgui.icns").keys()


def test_all_icons_together_are_a_small_download() -> None:
    assert sum(path.stat().st_size for path in icons.FOLDER.iterdir()) < 200_000
