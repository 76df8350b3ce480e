"""Images from and to the disk: PNG and JPEG in, 8-bit gray PNG out.

Pillow is imported with the first image: most windows are opened without one.
"""

import io
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import ImageFileError
from advgui.core.files import read_bytes, write_bytes
from advgui.core.fitting import fit as fit
from advgui.core.images import SIZE, Bytes

if TYPE_CHECKING:
    from PIL import Image

LARGEST: Final = 50_000_000
"""Pixels of the largest image that is decoded."""

_MARK: Final = ("Software", "advgui")
_DAMAGED: Final = (OSError, SyntaxError, ValueError, EOFError, zlib.error)


def read_image(path: Path) -> Bytes:
    """The digit in a PNG or JPEG file as a valid image (28, 28).

    An image that ``write_png`` wrote comes back bit for bit; any other is ``fit``.

    Raises ImageFileError, naming the file, where it is missing, a folder, something
    else, damaged, larger than 50 megapixels (found before it is decoded), or holds no
    digit.
    """
    from PIL import Image

    content = read_bytes(path, ImageFileError)
    with warnings.catch_warnings():
        # Pillow warns of much that does no harm; of an enormous image it shall not.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = _open(content, path.name)
        try:
            gray = _gray(image)
        except _DAMAGED as error:
            raise ImageFileError(f"{path.name}: damaged or cut short.") from error
    if gray.shape == (SIZE, SIZE) and image.info.get(_MARK[0]) == _MARK[1]:
        return gray
    try:
        return fit(gray)
    except ImageFileError as error:
        raise ImageFileError(f"{path.name}: {error}") from error


def write_png(path: Path, image: NDArray[np.uint8]) -> None:
    """Write an image (h, w) as an 8-bit gray PNG, in one piece.

    It carries a mark, by which ``read_image`` takes it as it is.

    Raises ImageFileError, naming the file, where it cannot be written.
    """
    from PIL import Image, PngImagePlugin

    mark = PngImagePlugin.PngInfo()
    mark.add_text(*_MARK)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(image)).save(buffer, "PNG", pnginfo=mark)
    write_bytes(path, buffer.getvalue(), ImageFileError)


def laid_on_paper(gray: Bytes, alpha: Bytes) -> Bytes:
    """A partly transparent gray image (h, w) before what shows its ink: white or black.

    ``alpha`` (h, w) is 255 where the image is opaque.
    """
    weights = alpha.astype(np.float32) / 255.0
    mean = float((gray * weights).sum() / max(float(weights.sum()), 1.0))
    paper = 255.0 if mean < 128.0 else 0.0
    laid: Bytes = np.rint(gray * weights + paper * (1.0 - weights)).astype(np.uint8)
    return laid


def _open(content: bytes, name: str) -> "Image.Image":
    """The file's image, not decoded yet."""
    from PIL import Image

    too_large = f"{name}: too large an image (over {LARGEST // 10**6} megapixels)."
    try:
        image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ImageFileError(too_large) from error
    except _DAMAGED as error:
        raise ImageFileError(f"{name}: not a PNG or JPEG image.") from error
    if image.width * image.height > LARGEST:
        raise ImageFileError(too_large)
    return image


def _gray(image: "Image.Image") -> Bytes:
    """The image decoded, upright, in 8-bit gray and on paper where it is transparent."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # 16 bits
        deep: NDArray[Any] = np.asarray(upright, np.float64)
        return np.rint(np.clip(deep / 257.0, 0.0, 255.0)).astype(np.uint8)
    if upright.has_transparency_data:
        both = np.asarray(upright.convert("RGBA").convert("LA"))
        return laid_on_paper(both[:, :, 0], both[:, :, 1])
    if upright.mode not in ("L", "1"):
        upright = upright.convert("RGB")
    return np.asarray(upright.convert("L")).copy()
