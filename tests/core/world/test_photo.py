"""A photo of a sheet gives both images back, or a sentence that says what to do."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from advgui.core.errors import BadInput, ImageFileError, PhotoError
from advgui.core.images import Bytes, l2, to_floats
from advgui.core.world.camera import HARSH, NORMAL, Camera
from advgui.core.world.photo import SheetReading, read_photo, read_sheet
from advgui.core.world.raster import rasterised
from tests.sheets import page, photo, two_images


def apart(reading: SheetReading) -> tuple[float, float]:
    """How far both images are from those that were printed, in L2."""
    original, adversarial = two_images()
    read = (reading.original, original), (reading.adversarial, adversarial)
    first, second = (float(l2(to_floats(one) - to_floats(other))) for one, other in read)
    return first, second


def test_a_scan_gives_the_images_back_almost_to_the_level() -> None:
    assert max(apart(read_sheet(rasterised(page(), 200)))) < 0.08


@pytest.mark.parametrize(("camera", "most"), [(NORMAL, 0.35), (HARSH, 1.0)])
def test_a_photo_gives_the_images_back(camera: Camera, most: float) -> None:
    assert max(apart(read_sheet(photo(camera).pixels))) < most


def test_the_straightened_sheet_lies_as_it_was_printed() -> None:
    straight = read_sheet(photo().pixels).straightened
    assert straight.shape == (432, 672)
    assert np.median(straight) > 240
    assert straight[16, 656] < 90  # a mark
    assert straight[16, 16] > straight[16, 22]  # the ring's hole


def test_a_photo_on_the_disk_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    upright, path = Image.fromarray(photo().pixels), tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    upright.rotate(90, expand=True).save(path, quality=95, exif=exif)
    reading = read_photo(path)
    assert reading.photo.shape == photo().pixels.shape
    assert max(apart(reading)) < 0.35


def test_a_photo_of_many_pixels_is_read_at_four_megapixels(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.fromarray(rasterised(page(), 420)).save(path, quality=90)
    reading = read_photo(path)
    assert reading.photo.size <= 4_000_000
    assert max(apart(reading)) < 0.3


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as told:
        read_photo(path)
    assert str(told.value).startswith(f"{path.name}: ")
    return str(told.value)


def saved(folder: Path, gray: Bytes) -> Path:
    path = folder / "photo.png"
    Image.fromarray(gray).save(path)
    return path


def test_a_sheet_that_is_too_far_away_is_told(tmp_path: Path) -> None:
    far, small = np.full((1600, 1600), 240, np.uint8), rasterised(page(), 26)
    far[300 : 300 + small.shape[0], 300 : 300 + small.shape[1]] = small
    assert "near" in refused(saved(tmp_path, far))


def test_a_sheet_without_contrast_is_told(tmp_path: Path) -> None:
    assert "more light" in refused(saved(tmp_path, 60 + rasterised(page(), 100) // 12))


def test_a_telephones_own_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(100))
    assert "save it as JPEG" in refused(path)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", bytes(5000)])
def test_no_photo_at_all_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.jpg"
    path.write_bytes(content)
    with pytest.raises(ImageFileError, match=r"notes\.jpg: not a PNG or JPEG image"):
        read_photo(path)
    with pytest.raises(ImageFileError):
        read_photo(tmp_path)


def test_an_empty_table_is_told_with_what_to_do(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (500, 700), dtype=np.uint8)
    with pytest.raises(PhotoError, match="take it from above"):
        read_photo(saved(tmp_path, noise))
