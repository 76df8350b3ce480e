"""Images from and to the disk: PNG and JPEG in, 8-bit gray PNG out.

Pillow is imported with the first image: most windows are opened without one.
"""

import io
import math
import warnings
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.normalising import SMALLEST, require_size
from advgui.core.digits.normalising import fit as fit
from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import ImageFileError
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.core.limits import IMAGE_BYTES, IMAGE_PIXELS, IMAGE_SAMPLES, IMAGE_SCANS

if TYPE_CHECKING:
    from PIL import Image

_PLENTY: Final = 4_000_000  # pixels: an image of more is read smaller
_STAMP_BYTES: Final = 1 << 20  # no image of 28 x 28 pixels is as large
_STRIP: Final = 1_000_000  # pixels that are converted at once
_SCAN: Final = b"\xff\xda"  # how a scan of a JPEG begins, and nothing within one
_HEIC: Final = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")
_MARK: Final = ("Software", "advgui")
_DAMAGED: Final = (OSError, SyntaxError, ValueError, EOFError, zlib.error)


def read_image(path: Path) -> Bytes:
    """The digit in a PNG or JPEG file as a valid image (28, 28).

    An image that ``write_png`` wrote comes back bit for bit; any other is ``fit``.

    Raises ImageFileError, naming the file, where it is missing, a folder, something
    else, damaged, larger than 50 megapixels (found before it is decoded), or holds no
    digit.
    """
    return _read(path, _digit)


def read_photo_gray(path: Path) -> Bytes:
    """A PNG or JPEG photo (h, w) in 8-bit gray, upright; one of more than 4 megapixels is smaller.

    Raises ImageFileError as ``read_image`` does, but for the digit.
    """
    return _read(path, _whole_gray)


def read_stamp(path: Path) -> tuple[Bytes, Bytes]:
    """A PNG of at most 28 x 28 pixels as it is: its 8-bit gray, and how opaque it is, both (h, w).

    Raises ImageFileError, naming the file, where it is missing, damaged, larger or something else.
    """
    from PIL import Image

    content = read_bytes(path, ImageFileError, _STAMP_BYTES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(content), formats=("PNG",))
            small = max(image.size) <= SIZE
            both = np.asarray(image.convert("RGBA").convert("LA")) if small else None
        except (*_DAMAGED, Image.DecompressionBombError) as error:
            raise ImageFileError(
                tr("{name}: it is no PNG image, or damaged.").format(name=path.name)
            ) from error
    if both is None:
        raise ImageFileError(
            tr("{name}: it has more than {size} x {size} pixels.").format(name=path.name, size=SIZE)
        )
    return both[..., 0].copy(), both[..., 1].copy()


def _read(path: Path, convert: "Callable[[Image.Image], Bytes]") -> Bytes:
    """What becomes of an image file; ImageFileError, naming it, where it is none."""
    content = read_bytes(path, ImageFileError, IMAGE_BYTES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of much that does no harm
        try:
            return convert(_open(content))
        except ImageFileError as error:
            raise ImageFileError(f"{path.name}: {error}") from error


def pixels(path: Path) -> int:
    """How many pixels an image's file says it has, of which nothing is decoded; else 0."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=("PNG", "JPEG")) as image:
                return image.width * image.height
        except Image.DecompressionBombError:
            return IMAGE_PIXELS
        except _DAMAGED:
            return 0


def write_png(path: Path, image: NDArray[np.uint8]) -> None:
    """Write an image (h, w) as ``png_bytes``, in one piece.

    Raises ImageFileError, naming the file, where it cannot be written.
    """
    write_bytes(path, png_bytes(image), ImageFileError)


def png_bytes(image: NDArray[np.uint8]) -> bytes:
    """An image (h, w) as an 8-bit gray PNG.

    It carries a mark, by which ``read_image`` takes it as it is.
    """
    from PIL import Image, PngImagePlugin

    mark = PngImagePlugin.PngInfo()
    mark.add_text(*_MARK)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(image)).save(buffer, "PNG", pnginfo=mark)
    return buffer.getvalue()


def gray_of(content: bytes, height: int, width: int) -> Bytes:
    """The pixels of an 8-bit gray PNG of just this size; ValueError where it is none."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(content), formats=("PNG",))
            if (image.mode, image.size) != ("L", (width, height)):
                raise ValueError  # told below
            return np.asarray(image).copy()
        except (*_DAMAGED, Image.DecompressionBombError) as error:
            raise ValueError(
                tr("no 8-bit gray image of {width} x {height} pixels").format(
                    width=width, height=height
                )
            ) from error


def laid_on_paper(gray: Bytes, alpha: Bytes) -> Bytes:
    """A partly transparent gray image (h, w) before what shows its ink: white or black.

    ``alpha`` (h, w) is 255 where the image is opaque.
    """
    weights = alpha.astype(np.float32) / 255.0
    mean = float((gray * weights).sum() / max(float(weights.sum()), 1.0))
    paper = 255.0 if mean < 128.0 else 0.0
    laid: Bytes = np.rint(gray * weights + paper * (1.0 - weights)).astype(np.uint8)
    return laid


def _digit(image: "Image.Image") -> Bytes:
    """The digit of an image; ImageFileError without the file's name where there is none."""
    gray = _whole_gray(image)
    ours = gray.shape == (SIZE, SIZE) and image.info.get(_MARK[0]) == _MARK[1]
    return gray if ours else fit(gray)


def _whole_gray(image: "Image.Image") -> Bytes:
    """``_gray``; ImageFileError without the file's name where the file is damaged."""
    try:
        return _gray(image)
    except _DAMAGED as error:
        raise ImageFileError(tr("damaged or cut short.")) from error


def _open(content: bytes) -> "Image.Image":
    """The file's image, not decoded yet."""
    from PIL import Image

    too_large = tr("too large an image (over {most} megapixels).").format(
        most=IMAGE_PIXELS // 10**6
    )
    try:
        image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError as error:
        raise ImageFileError(too_large) from error
    except _DAMAGED as error:
        raise ImageFileError(_why_no_image(content)) from error
    if image.width * image.height > IMAGE_PIXELS:
        raise ImageFileError(too_large)
    if image.format == "JPEG":
        _require_few_scans(image, content)
    require_size(image.width, image.height)
    return image


def _why_no_image(content: bytes) -> str:
    if content[4:12] in _HEIC:
        return tr("a HEIC photo, as iPhones take them; send or save it as JPEG and open that.")
    return tr("not a PNG or JPEG image.")


def _require_few_scans(image: "Image.Image", content: bytes) -> None:
    """Raise ImageFileError where a JPEG takes too long or too much memory to be put together."""
    preview = image.info.get("exif", b"")  # a JPEG of its own
    scans = content.count(_SCAN) - preview.count(_SCAN)
    if scans > IMAGE_SCANS:
        raise ImageFileError(tr("a JPEG of more than {most} scans.").format(most=IMAGE_SCANS))
    colours = len(image.getbands())
    if scans > 1 and image.width * image.height * colours > IMAGE_SAMPLES:
        most = IMAGE_SAMPLES // colours // 10**6
        raise ImageFileError(
            tr(
                "too large for a {mode} JPEG in several scans (over {most} megapixels); save "
                "it as RGB, or not as progressive."
            ).format(mode=image.mode, most=most)
        )


def _gray(image: "Image.Image") -> Bytes:
    """The image decoded, upright, in 8-bit gray and on paper where it is transparent.

    One of many pixels is made smaller, of which no digit in it suffers.
    """
    from PIL import Image, ImageOps

    across, down = _shrinking(image.size)
    if max(across, down) > 1:  # a JPEG can be decoded smaller at once
        image.draft("L", (image.width // across, image.height // down))
    strips = [np.asarray(strip) for strip in _strips(image, *_shrinking(image.size))]
    small = Image.fromarray(np.concatenate(strips))
    small.info = image.info  # it tells how the camera was held
    upright = np.asarray(ImageOps.exif_transpose(small))
    return laid_on_paper(upright[..., 0], upright[..., 1]) if upright.ndim == 3 else upright.copy()


def _shrinking(size: tuple[int, int]) -> tuple[int, int]:
    """By what width and height are divided; no side becomes too small for a digit by it."""
    both = math.ceil(math.sqrt(math.prod(size) / _PLENTY))
    width, height = (min(both, side // SMALLEST) for side in size)
    return width, height


def _strips(image: "Image.Image", across: int, down: int) -> "Iterator[Image.Image]":
    """The image from the top down in pieces, plain and smaller, so that little is held at once."""
    rows = max(_STRIP // image.width // down, 1) * down
    for top in range(0, image.height, rows):
        strip = image.crop((0, top, image.width, min(top + rows, image.height)))
        yield _plain(strip).reduce((across, down))


def _plain(image: "Image.Image") -> "Image.Image":
    """In 8-bit gray, with a channel of its opacity where it has transparent parts."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits
        deep: NDArray[Any] = np.asarray(image, np.float64)
        return Image.fromarray(np.rint(np.clip(deep / 257.0, 0.0, 255.0)).astype(np.uint8))
    if image.has_transparency_data:
        return image.convert("RGBA").convert("LA")
    return (image if image.mode in ("L", "1") else image.convert("RGB")).convert("L")
