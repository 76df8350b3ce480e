"""Image files: ours come back bit for bit, any digit is fitted, anything else is refused."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from advgui.core.digits.image_file import laid_on_paper, read_image, write_png
from advgui.core.digits.normalising import fit
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from tests.core.digits.painted import SEVEN, painted


def png_header(width: int, height: int) -> bytes:
    """A PNG that tells its size and has next to no pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(1024)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + pixels + chunk(b"IEND", b"")


def noise(seed: int) -> Bytes:
    return np.random.default_rng(seed).integers(0, 256, (28, 28), dtype=np.uint8)


@given(st.integers(0, 1000), st.booleans())
def test_an_image_that_was_saved_comes_back_bit_for_bit(
    tmp_path_factory: pytest.TempPathFactory, seed: int, light: bool
) -> None:
    image = noise(seed)
    if light:
        image[[0, -1]] = image[:, [0, -1]] = 255
    path = tmp_path_factory.mktemp("images") / "adversarial.png"
    write_png(path, image)
    assert np.array_equal(read_image(path), image)
    with Image.open(path) as saved:
        assert (saved.mode, saved.size) == ("L", (28, 28))


def test_a_28_pixel_image_of_others_is_taken_pixel_for_pixel(tmp_path: Path) -> None:
    path = tmp_path / "digit.png"
    image = noise(0) // 2
    for saved in (image, 255 - image):
        Image.fromarray(saved).save(path)
        assert np.array_equal(read_image(path), image)
        Image.fromarray(saved).convert("RGB").save(path)
        assert np.array_equal(read_image(path), image)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "CMYK", "1", "I;16"])
@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_of_pixel_gives_the_same_digit(tmp_path: Path, mode: str, dark: bool) -> None:
    gray = painted(SEVEN, side=200)
    image = Image.fromarray(255 - gray if dark else gray)
    path = tmp_path / ("digit.jpg" if mode == "CMYK" else "digit.png")
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image).astype(np.uint16) * 257)
    else:
        image = image.convert(mode)
    image.save(path)
    difference = read_image(path).astype(int) - fit(gray)
    assert np.abs(difference).max() <= (90 if mode == "1" else 16)


@pytest.mark.parametrize("ink", [0, 255])
def test_transparent_paper_is_not_ink(tmp_path: Path, ink: int) -> None:
    alpha = painted(SEVEN, side=200)
    colour = np.full_like(alpha, ink)
    Image.merge("LA", [Image.fromarray(colour), Image.fromarray(alpha)]).save(
        tmp_path / "digit.png"
    )
    assert np.array_equal(read_image(tmp_path / "digit.png"), fit(alpha if ink else 255 - alpha))


def test_an_opaque_image_laid_on_paper_stays_as_it_is() -> None:
    image = noise(1)
    assert np.array_equal(laid_on_paper(image, np.full_like(image, 255)), image)
    assert not laid_on_paper(image, np.zeros_like(image)).std()


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, -1), (8, 1)])
def test_a_photograph_is_turned_as_its_camera_was_held(
    tmp_path: Path, orientation: int, turns: int
) -> None:
    gray = painted(SEVEN, side=200)
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(np.rot90(gray, -turns)).save(tmp_path / "digit.png", exif=exif)
    assert np.array_equal(read_image(tmp_path / "digit.png"), fit(gray))


def encoded(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(painted(SEVEN, side=100)).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a PNG or JPEG"),
        (b"this is a text", "not a PNG or JPEG"),
        (b"GIF89a" + bytes(40), "not a PNG or JPEG"),
        (png_header(1, 1), "too small for a digit (1 x 1 pixels)"),
        (png_header(300, 2), "too small for a digit (300 x 2 pixels)"),
        (png_header(20_000, 20_000), "too large an image (over 50 megapixels)"),
        (png_header(12_000, 8_000), "too large an image (over 50 megapixels)"),
        (png_header(8_000, 7_000), "too large an image (over 50 megapixels)"),
        (png_header(7_000, 7_000), "damaged or cut short"),
        (encoded("PNG")[:-200], "damaged or cut short"),
        (encoded("JPEG")[:-200], "damaged or cut short"),
    ],
)
def test_what_is_no_image_of_a_digit_is_told_in_a_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "digit.png").write_bytes(content)
    with pytest.raises(ImageFileError) as caught:
        read_image(tmp_path / "digit.png")
    assert str(caught.value).startswith("digit.png: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("level", [0, 128, 255])
@pytest.mark.parametrize("side", [28, 100])
def test_an_empty_image_is_refused(tmp_path: Path, level: int, side: int) -> None:
    Image.new("L", (side, side), level).save(tmp_path / "digit.png")
    with pytest.raises(ImageFileError, match=r"digit\.png: The image is empty"):
        read_image(tmp_path / "digit.png")


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError, match="No such file"):
        read_image(tmp_path / "digit.png")
    with pytest.raises(ImageFileError, match="a folder"):
        read_image(tmp_path)


def test_an_image_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError, match="cannot be written"):
        write_png(tmp_path / "nowhere" / "digit.png", noise(0))


@settings(max_examples=100)
@given(
    st.sampled_from(["PNG", "JPEG"]),
    st.lists(st.tuples(st.floats(0.0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_a_damaged_file_gives_an_image_or_a_sentence_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, kind: str, damage: list[tuple[float, int]]
) -> None:
    content = bytearray(encoded(kind))
    for place, value in damage:
        content[int(place * len(content))] = value
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(content)
    try:
        told = ""
        image = read_image(path)
    except ImageFileError as error:
        told, image = str(error), noise(0)
    assert not told or told.startswith("damaged: ")
    assert image.shape == (28, 28)
