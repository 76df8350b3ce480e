"""Large images are read within little memory, or refused in words."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from advgui.core.digits.gallery import GalleryDigit
from advgui.core.digits.rendering import render
from tests.commands.conftest import Run
from tests.commands.watched import Watched, png
from tests.commands.watched import watched as watched

SIDE = 7000
"""Of an image of 49 megapixels, of which the middle third is ink."""


def bar(paper: bytes, ink: bytes) -> bytes:
    """A row of pixels whose middle is ink."""
    third = SIDE // 3
    return paper * third + ink * third + paper * (SIDE - 2 * third)


@pytest.mark.parametrize(
    ("depth", "colour", "row"),
    [
        (8, 0, bar(b"\xff", b"\0")),
        (16, 0, bar(b"\xff\xff", b"\0\0")),
        (8, 6, bar(b"\xff\xff\xff\0", b"\0\0\0\xff")),
        (16, 6, bar(b"\xff" * 8, b"\0" * 6 + b"\xff\xff")),
    ],
    ids=["gray", "16 bits", "transparent", "transparent, 16 bits"],
)
def test_an_image_of_49_megapixels_is_read(
    watched: Watched, tmp_path: Path, depth: int, colour: int, row: bytes
) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png(SIDE, SIDE, depth, colour, row))
    ran = watched("recognise", path, "--network", "report", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.json["results"]) == 1


@pytest.mark.parametrize(("kind", "turned"), [("jpg", True), ("png", False)])
def test_a_photograph_of_48_megapixels_is_read_as_a_small_one_is(
    watched: Watched, run: Run, tmp_path: Path, seven: GalleryDigit, kind: str, turned: bool
) -> None:
    paper = Image.fromarray(np.pad(255 - render(seven.strokes), 10, constant_values=255))
    small, large = tmp_path / "small.png", tmp_path / f"large.{kind}"
    paper.resize((480, 480)).save(small)
    photograph = paper.resize((6930, 6930)).convert("RGB")
    exif = Image.Exif()
    if turned:
        photograph = photograph.transpose(Image.Transpose.ROTATE_90)
        exif[0x0112] = 6  # the camera was held upright
    photograph.save(large, exif=exif)
    (wanted,) = run("recognise", small, "--json").json["results"]
    (found,) = watched("recognise", large, "--json").json["results"]
    assert found["label"] == wanted["label"] == 7
    assert np.allclose(found["confidences"], wanted["confidences"], atol=0.02)


@pytest.mark.parametrize(("width", "height"), [(40_000_000, 1), (3, 10_000_000)])
def test_a_line_of_many_pixels_is_told_as_it_is(
    watched: Watched, tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "line.png"
    path.write_bytes(png(width, height, 1, 0, bytes(1))[:200])
    ran = watched("recognise", path)
    assert ran.code == 2
    assert f"line.png: The image is too small for a digit ({width} x {height} pixels)" in ran.err


def test_a_strip_of_many_pixels_is_read_or_refused_as_it_is(
    watched: Watched, tmp_path: Path
) -> None:
    path = tmp_path / "strip.png"
    path.write_bytes(png(5, 8_000_000, 8, 0, b"\xff\0\0\0\xff"))
    ran = watched("recognise", path)
    assert ran.code == 0 or "5 x 8000000" in ran.err


def jpeg(mode: str, side: int, *, progressive: bool) -> bytes:
    """A bar of ink on paper of so many pixels, none of whose colours has fewer."""
    bands = Image.new("L", (side, side), 255)
    bands.paste(0, (side * 2 // 5, side // 5, side * 3 // 5, side * 4 // 5))
    if mode == "CMYK":
        inverted = bands.point(lambda level: 255 - level)
        bands = Image.merge("CMYK", [Image.new("L", bands.size)] * 3 + [inverted])
    buffer = io.BytesIO()
    bands.convert(mode).save(buffer, "JPEG", progressive=progressive, subsampling=0)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("mode", "side", "progressive"),
    [("RGB", SIDE, True), ("CMYK", 6000, True), ("CMYK", SIDE, False)],
)
def test_a_photograph_that_is_refined_as_it_comes_is_read(
    watched: Watched, tmp_path: Path, mode: str, side: int, progressive: bool
) -> None:
    path = tmp_path / "large.jpg"
    path.write_bytes(jpeg(mode, side, progressive=progressive))
    ran = watched("recognise", path, "--network", "report", "--json")
    assert (ran.code, ran.err) == (0, "")


def test_one_for_print_is_refused_where_it_would_take_too_much_memory(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "print.jpg"
    path.write_bytes(jpeg("CMYK", SIDE, progressive=True))
    assert (
        "print.jpg: too large for a CMYK JPEG in several scans (over 37 megapixels); save it as "
        "RGB, or not as progressive."
    ) in refused("recognise", path)


def test_a_photograph_that_is_refined_a_thousand_times_is_refused(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    Image.new("L", (600, 600)).save(buffer, "JPEG", progressive=True)
    content = buffer.getvalue()
    last = content[content.rfind(b"\xff\xda") : -2]
    path = tmp_path / "scans.jpg"
    path.write_bytes(content[:-2] + last * 1000 + content[-2:])
    assert "scans.jpg: a JPEG of more than 100 scans" in refused("recognise", path)
